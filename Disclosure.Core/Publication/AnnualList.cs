using System.Globalization;
using Disclosure.Core.Common;
using Disclosure.Core.Forms;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Publication;

/// <summary>The year's publications as CSV and for the printed catalogue.</summary>
public static class AnnualList
{
    private static readonly string[] Head = ["索引号", "编号", "名称", "内容概述", "生成日期", "公开日期", "发布渠道", "发布地址", "报送单位", "责任科室"];

    /// <summary>Bytes of the file.</summary>
    public static byte[] ToCsv(IEnumerable<PublishedRow> rows) => Csv.File(rows.Select(Line).Prepend(Head));

    /// <summary>The plain record the printed catalogue is made from, by day of publication (A11).</summary>
    /// <param name="rows">Publications, newest first.</param>
    /// <param name="year">Calendar year.</param>
    /// <param name="bureau">Full name of the bureau.</param>
    /// <param name="madeOn">Day of the printing.</param>
    public static AnnualCatalogueRecord Record(IReadOnlyList<PublishedRow> rows, int year, string bureau, DateOnly madeOn) => new()
    {
        Bureau = bureau,
        Year = year,
        MadeOn = madeOn,
        Lines = [.. rows.Reverse().Select(r => new AnnualCatalogueLine(
            r.Index, r.Title, r.Summary, r.FormedOn, string.Join("、", r.Channels.Select(c => c.Channel.Name()).Distinct()), BureauTime.Day(r.PublishedAt), r.Section))],
    };

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
