using System.Globalization;
using Disclosure.Core.Common;

namespace Disclosure.Core.Examiner.Reading;

/// <summary>A docx: the body, then headers, footers, notes and comments, then what lies beside the text.</summary>
internal static class DocumentContent
{
    private static readonly (string Type, PassageKind Kind, string Place)[] Beside =
    [
        ("header", PassageKind.Header, "页眉"), ("footer", PassageKind.Footer, "页脚"), ("footnotes", PassageKind.Note, "脚注"),
        ("endnotes", PassageKind.Note, "尾注"), ("comments", PassageKind.Comment, "批注"), ("glossaryDocument", PassageKind.Behind, "文档部件"),
    ];

    /// <summary>Reads the package.</summary>
    public static Outcome<ContentRead> Read(Package package, IContentSink sink, ReadingLimits limits, CancellationToken ct)
    {
        var main = package.Main("word/document.xml");
        if (!package.Has(main))
        {
            return new ReadingIsDamaged();
        }
        var related = package.Relations(main).Values.DistinctBy(r => r.Part).ToList();
        var styles = DocumentStyles.Read(package, related.Find(r => r.Type == "styles")?.Part);
        var tally = new StoryTally();
        Story(main, "正文", PassageKind.Body);
        var beside = 0;
        foreach (var (type, kind, place) in Beside)
        {
            var parts = related.Where(r => r.Type == type).OrderBy(r => r.Part, StringComparer.Ordinal).ToList();
            for (var i = 0; i < parts.Count && !sink.Full; i++)
            {
                ct.ThrowIfCancellationRequested();
                Story(parts[i].Part, parts.Count == 1 ? place : string.Create(CultureInfo.InvariantCulture, $"{place} {i + 1}"), kind);
                beside++;
            }
        }
        tally.Tell(sink);
        List<CoveragePart> coverage = [new("处正文", 1, 1), .. beside > 0 ? new[] { new CoveragePart("处页眉页脚和注释", beside, beside) } : []];
        if (sink.Full)
        {
            return new ContentRead(coverage, []) { Truncated = true };
        }
        var extras = new PackageExtras(package, sink, limits, ct);
        extras.Read();
        return new ContentRead([.. coverage, .. extras.Coverage], extras.Embedded) { Truncated = sink.Full };

        void Story(string part, string place, PassageKind kind)
        {
            using var reader = package.Read(part);
            if (reader is not null)
            {
                new StoryReader(reader, styles, sink, new Place { Part = place, Key = part }, kind, tally).Run();
            }
        }
    }
}
