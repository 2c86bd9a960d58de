using System.Globalization;
using System.Text;
using Disclosure.Core.Common;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Publication;

/// <summary>The year's publications as CSV (UTF-8 with byte order mark, so that office programs read Chinese; RFC 4180 quoting).</summary>
public static class AnnualList
{
    private static readonly string[] Head = ["索引号", "编号", "名称", "内容概述", "生成日期", "公开日期", "发布渠道", "发布地址", "报送单位", "责任科室"];

    /// <summary>Bytes of the file.</summary>
    public static byte[] ToCsv(IEnumerable<PublishedRow> rows)
    {
        var text = new StringBuilder();
        Line(text, Head);
        foreach (var r in rows)
        {
            Line(text,
            [
                r.Index, r.Number, r.Title, r.Summary,
                r.FormedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
                BureauTime.Day(r.PublishedAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                string.Join("、", r.Channels.Select(c => c.Channel.Name())), string.Join(" ", r.Channels.Select(c => c.Place)), r.Unit, r.Section,
            ]);
        }
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>A cell that a spreadsheet would take for a formula gets an apostrophe before it, full-width signs included.</summary>
    public static string Safe(string cell)
    {
        var lead = cell.TrimStart(' ', '\u3000');
        var risky = (lead.Length > 0 && "=+-@＝＋－＠".Contains(lead[0], StringComparison.Ordinal)) || cell is ['\t' or '\r' or '\n', ..];
        return risky ? "'" + cell : cell;
    }

    private static void Line(StringBuilder text, IReadOnlyList<string> cells) =>
        text.AppendJoin(',', cells.Select(c => "\"" + Safe(c).Replace("\"", "\"\"", StringComparison.Ordinal) + "\"")).Append("\r\n");
}

/// <summary>Words of this room.</summary>
public static class PublicationWords
{
    /// <summary>Chinese name.</summary>
    public static string Name(this DeskTick tick) => tick switch { DeskTick.Paper => "纸质", DeskTick.Electronic => "电子", _ => "表单" };
}
