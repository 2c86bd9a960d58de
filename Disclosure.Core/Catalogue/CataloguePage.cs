using System.Net;
using System.Text;

namespace Disclosure.Core.Catalogue;

/// <summary>A cell of a page: its words, and an address behind them or nothing.</summary>
public sealed record PageCell(string Text, string Address = "");

/// <summary>
/// A catalogue as one self-contained web page: no script, no picture, no address of ours; fit for screen, telephone and paper.
/// </summary>
public static class CataloguePage
{
    private const string Style = """
        body{margin:0 auto;max-width:72rem;padding:1.5rem 1rem;color:#1c2430;font:1rem/1.6 "Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif}
        h1{font-size:1.5rem;text-align:center;margin:0 0 .75rem}
        header p{display:inline-block;margin:0 1.5rem .75rem 0;color:#4d5866}
        table{width:100%;border-collapse:collapse;font-size:.9375rem}
        th,td{border:1px solid #b9c0ca;padding:.375rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
        thead th{background:#f2f3f5;white-space:nowrap}tbody th{background:#f7f9fc}
        a{color:#1d3f72}
        @media (max-width:48rem){thead{display:none}table,tbody,tr,td,tbody th{display:block}tr{border:1px solid #b9c0ca;margin-bottom:.75rem}td,tbody th{border:0;padding:.25rem .625rem}td::before{content:attr(data-label) "：";color:#4d5866}td:empty{display:none}}
        @media print{body{max-width:none;padding:0;font-size:10pt}thead{display:table-header-group}tr{break-inside:avoid}a{color:inherit;text-decoration:none}}
        """;

    /// <summary>UTF-8 bytes of the page.</summary>
    /// <param name="facts">Lines below the title.</param>
    /// <param name="rows">Cells in the order of the head; a row of one cell is a heading over the rows that follow.</param>
    public static byte[] Bytes(
        string title,
        IReadOnlyList<string> facts,
        IReadOnlyList<string> head,
        IEnumerable<IReadOnlyList<PageCell>> rows
    )
    {
        var page = new StringBuilder(
            "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
                + "content=\"width=device-width, initial-scale=1\">\n<title>"
        );
        page.Append(Text(title))
            .Append("</title>\n<style>\n")
            .Append(Style)
            .Append("\n</style>\n</head>\n<body>\n<header>\n<h1>")
            .Append(Text(title))
            .Append("</h1>\n");
        page.AppendJoin('\n', facts.Select(f => $"<p>{Text(f)}</p>")).Append("\n</header>\n<table>\n<thead><tr>");
        page.AppendJoin("", head.Select(h => $"<th scope=\"col\">{Text(h)}</th>")).Append("</tr></thead>\n<tbody>\n");
        foreach (var row in rows)
        {
            page.Append("<tr>").AppendJoin("", Cells(row, head)).Append("</tr>\n");
        }
        return Encoding.UTF8.GetBytes(page.Append("</tbody>\n</table>\n</body>\n</html>\n").ToString());
    }

    private static IEnumerable<string> Cells(IReadOnlyList<PageCell> row, IReadOnlyList<string> head) =>
        row.Count == 1
            ? [$"<th scope=\"rowgroup\" colspan=\"{head.Count}\">{Text(row[0].Text)}</th>"]
            : row.Select((c, i) => $"<td data-label=\"{Text(head[i])}\">{Linked(c)}</td>");

    private static string Linked(PageCell cell) =>
        cell.Address.Length > 0 ? $"<a href=\"{Text(cell.Address)}\">{Text(cell.Text)}</a>" : Text(cell.Text);

    private static string Text(string text) => WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal);
}
