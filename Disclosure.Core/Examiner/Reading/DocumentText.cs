using Disclosure.Core.Common;

namespace Disclosure.Core.Examiner.Reading;

/// <summary>Text of a docx: the body, then headers, footers, notes and comments as parts of their own.</summary>
internal static class DocumentText
{
    private static readonly (string Type, PartKind Kind, string Place)[] Beside =
    [
        ("header", PartKind.Header, "页眉"), ("footer", PartKind.Footer, "页脚"), ("footnotes", PartKind.Note, "脚注"),
        ("endnotes", PartKind.Note, "尾注"), ("comments", PartKind.Comment, "批注"),
    ];

    /// <summary>Reads the package.</summary>
    public static Outcome<FileText> Read(Package package, ReadingLimits limits, CancellationToken ct)
    {
        var main = package.Main("word/document.xml");
        if (!package.Has(main))
        {
            return new ReadingIsDamaged();
        }
        var related = package.Relations(main).Values.DistinctBy(r => r.Part).ToList();
        var styles = Styles(package, related.Find(r => r.Type == "styles")?.Part);
        var gathered = new TextGathering(limits);
        Story(package, main, styles, limits, gathered);
        gathered.End("正文", PartKind.Body);
        foreach (var (type, kind, place) in Beside)
        {
            var parts = related.Where(r => r.Type == type).OrderBy(r => r.Part, StringComparer.Ordinal).ToList();
            for (var i = 0; i < parts.Count && !gathered.Full; i++)
            {
                ct.ThrowIfCancellationRequested();
                Story(package, parts[i].Part, styles, limits, gathered);
                gathered.End(parts.Count == 1 ? place : $"{place} {i + 1}", kind);
            }
        }
        return gathered.Made(TextKind.Document);
    }

    private static void Story(Package package, string part, Dictionary<string, LineKind> styles, ReadingLimits limits, TextGathering into)
    {
        using var reader = package.Read(part);
        if (reader is not null)
        {
            new StoryReader(reader, styles, limits.Characters, into).Run();
        }
    }

    /// <summary>What the styles make of their paragraphs: headings by their built-in name, items by their numbering.</summary>
    private static Dictionary<string, LineKind> Styles(Package package, string? part)
    {
        var (found, style) = (new Dictionary<string, LineKind>(), "");
        using var reader = part is null ? null : package.Read(part);
        while (reader?.Next() is true)
        {
            if (reader is { IsStart: true, Name: "style" })
            {
                style = reader.Attribute("styleId") ?? "";
            }
            else if (reader is { IsStart: true, Name: "name" } && reader.Attribute("val") is { } name
                && (name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) || name.Equals("Title", StringComparison.OrdinalIgnoreCase)))
            {
                found[style] = LineKind.Heading;
            }
            else if (reader is { IsStart: true, Name: "numPr" })
            {
                found.TryAdd(style, LineKind.Item);
            }
        }
        return found;
    }
}
