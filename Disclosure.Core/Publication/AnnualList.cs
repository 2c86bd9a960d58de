using System.Globalization;
using Disclosure.Core.Common;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Publication;

/// <summary>The year's publications as CSV.</summary>
public static class AnnualList
{
    private static readonly string[] Head = ["索引号", "编号", "名称", "内容概述", "生成日期", "公开日期", "发布渠道", "发布地址", "报送单位", "责任科室"];

    /// <summary>Bytes of the file.</summary>
    public static byte[] ToCsv(IEnumerable<PublishedRow> rows) => Csv.File(rows.Select(Line).Prepend(Head));

    private static IReadOnlyList<string> Line(PublishedRow r) =>
    [
        r.Index, r.Number, r.Title, r.Summary,
        r.FormedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        BureauTime.Day(r.PublishedAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        string.Join("、", r.Channels.Select(c => c.Channel.Name())), string.Join(" ", r.Channels.Select(c => c.Place)), r.Unit, r.Section,
    ];
}

/// <summary>Words of this room.</summary>
public static class PublicationWords
{
    /// <summary>Chinese name.</summary>
    public static string Name(this DeskTick tick) => tick switch { DeskTick.Paper => "纸质", DeskTick.Electronic => "电子", _ => "表单" };
}
