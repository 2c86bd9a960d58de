using System.Net;
using System.Text;
using Disclosure.Core.Files.Reading;

namespace Disclosure.Core.Publication;

/// <summary>
/// A page of HTML ready for a website: headings, paragraphs, lists and tables from the text of the body; everything escaped, no scripts.
/// </summary>
public static class PageText
{
    /// <summary>The whole page.</summary>
    /// <param name="title">Title of the item.</param>
    /// <param name="facts">Lines under the title, name and value.</param>
    /// <param name="body">Text of the body, or null where it cannot be read.</param>
    /// <param name="files">Names and relative addresses of the files to be linked.</param>
    public static string Page(
        string title,
        IReadOnlyList<(string Name, string Value)> facts,
        FileText? body,
        IReadOnlyList<(string Name, string Path)> files
    )
    {
        var page = new StringBuilder(
            "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
                + "content=\"width=device-width\">\n"
        )
            .Append("<title>")
            .Append(Escaped(title))
            .Append("</title>\n")
            .Append(
                "<style>body{max-width:50em;margin:2em auto;padding:0 "
                    + "1em;line-height:1.8}h1{text-align:center}table{border-collapse:collapse;margin:1em 0}td,th{border:1px solid "
                    + "#999;padding:.25em .75em}dl{display:grid;grid-template-columns:auto 1fr;gap:0 1em}dd{margin:0}</style>\n"
            )
            .Append("</head>\n<body>\n<article>\n<h1>")
            .Append(Escaped(title))
            .Append("</h1>\n<dl>\n");
        foreach (var (name, value) in facts.Where(f => f.Value.Length > 0))
        {
            page.Append("<dt>").Append(Escaped(name)).Append("</dt><dd>").Append(Escaped(value)).Append("</dd>\n");
        }
        page.Append("</dl>\n");
        AppendBody(page, title, body);
        if (files.Count > 0)
        {
            page.Append("<h2>文件下载</h2>\n<ul>\n");
            foreach (var (name, path) in files)
            {
                page.Append("<li><a href=\"")
                    .Append(Escaped(Address(path)))
                    .Append("\" download>")
                    .Append(Escaped(name))
                    .Append("</a></li>\n");
            }
            page.Append("</ul>\n");
        }
        return page.Append("</article>\n</body>\n</html>\n").ToString();
    }

    private static void AppendBody(StringBuilder page, string title, FileText? body)
    {
        if (body is null)
        {
            page.Append("<p>正文见下列文件。</p>\n");
            return;
        }
        foreach (var part in ApprovedText.Parts(body))
        {
            if (part.Kind == PartKind.Sheet)
            {
                page.Append("<h2>")
                    .Append(Escaped(part.Place.Replace("工作表", "", StringComparison.Ordinal).Trim('“', '”')))
                    .Append("</h2>\n");
            }
            foreach (
                var (kind, lines) in Blocks(
                    part.Lines.Where((l, i) => i > 0 || ComparableText.Normal(l.Text) != ComparableText.Normal(title))
                )
            )
            {
                AppendBlock(page, kind, lines);
            }
        }
    }

    /// <summary>Neighbouring lines of one kind.</summary>
    private static IEnumerable<(LineKind Kind, List<TextLine> Lines)> Blocks(IEnumerable<TextLine> lines)
    {
        (LineKind Kind, List<TextLine> Lines)? block = null;
        foreach (var line in lines)
        {
            if (block is { } open && open.Kind == line.Kind)
            {
                open.Lines.Add(line);
                continue;
            }
            if (block is { } done)
            {
                yield return done;
            }
            block = (line.Kind, [line]);
        }
        if (block is { } last)
        {
            yield return last;
        }
    }

    private static void AppendBlock(StringBuilder page, LineKind kind, List<TextLine> lines)
    {
        switch (kind)
        {
            case LineKind.Row:
                AppendTable(page, lines);
                break;
            case LineKind.Item:
                page.Append("<ul>\n").AppendJoin("", lines.Select(l => $"<li>{Escaped(l.Text)}</li>\n")).Append("</ul>\n");
                break;
            default:
                var tag = kind == LineKind.Heading ? "h2" : "p";
                page.AppendJoin("", lines.Select(l => $"<{tag}>{Escaped(l.Text.Trim())}</{tag}>\n"));
                break;
        }
    }

    private static void AppendTable(StringBuilder page, List<TextLine> rows)
    {
        var columns = rows.Max(r => r.Text.Count(c => c == '\t')) + 1;
        page.Append("<table>\n");
        for (var i = 0; i < rows.Count; i++)
        {
            var tag = i == 0 && rows.Count > 1 ? "th" : "td";
            var cells = rows[i].Text.Split('\t');
            page.Append("<tr>")
                .AppendJoin("", Enumerable.Range(0, columns).Select(c => $"<{tag}>{Escaped(c < cells.Length ? cells[c] : "")}</{tag}>"))
                .Append("</tr>\n");
        }
        page.Append("</table>\n");
    }

    private static string Address(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);
}
