using System.Globalization;

namespace Disclosure.Core.Files.Reading;

/// <summary>Everything in a docx and its kin: the body, what stands beside it, and what nobody sees on opening it.</summary>
internal sealed class DocumentContent
{
    private static readonly (string Type, PassageKind Kind, string Name, string Unit)[] BesideBody =
    [
        ("header", PassageKind.Header, DocumentParts.Header, "处页眉页脚"),
        ("footer", PassageKind.Footer, DocumentParts.Footer, "处页眉页脚"),
        ("footnotes", PassageKind.Note, DocumentParts.Footnotes, "组脚注尾注"),
        ("endnotes", PassageKind.Note, DocumentParts.Endnotes, "组脚注尾注"),
        ("comments", PassageKind.Comment, DocumentParts.Comments, "组批注"),
    ];

    // Parts of every document that hold no text of their own.
    private static readonly string[] WithoutText =
    [
        "STYLES",
        "STYLESWITHEFFECTS",
        "FONTTABLE",
        "WEBSETTINGS",
        "SETTINGS",
        "NUMBERING",
        "PEOPLE",
        "COMMENTSEXTENDED",
        "COMMENTSIDS",
        "COMMENTSEXTENSIBLE",
        "VBADATA",
        "KEYMAP",
        "CUSTOMIZATIONS",
        "RECIPIENTS",
    ];

    private readonly Package package;
    private readonly BoundedSink into;
    private readonly Tally tally = new();
    private readonly StoryCounts counts = new();
    private readonly HashSet<string> done = new(StringComparer.OrdinalIgnoreCase);
    private readonly string main;
    private readonly List<Related> related;
    private readonly DocumentStyles styles;
    private int paragraphs;

    private DocumentContent(Package package, IContentSink sink, ReadingLimits limits)
    {
        (this.package, into) = (package, new BoundedSink(sink, limits.Characters));
        main = package.Main("word/document.xml");
        if (!package.Has(main))
        {
            throw new InvalidDataException();
        }
        related = [.. package.Relations(main).Values.DistinctBy(r => r.Part)];
        styles = DocumentStyles.Read(package, related.Find(r => r.Type == "styles")?.Part);
    }

    /// <summary>Reads the package; what one damaged part beside the body holds is missed and said in the coverage.</summary>
    public static ContentRead Read(Package package, IContentSink sink, ReadingLimits limits, CancellationToken ct)
    {
        var content = new DocumentContent(package, sink, limits);
        content.paragraphs = content.Story(
            content.main,
            new StoryPart(new Place { Part = DocumentParts.Body, Key = content.main }, PassageKind.Body)
        );
        content.Beside(ct);
        content.Rest(ct);
        content.Tell();
        var extras = PackageExtras.Read(package, content.into, limits, ct);
        return content.Made(extras);
    }

    private int Story(string name, StoryPart part)
    {
        done.Add(name);
        using var reader = package.Read(name);
        if (reader is null)
        {
            throw new InvalidDataException();
        }
        var outside = package.Outside(name);
        var story = new DocumentStory(reader, styles, outside, part, counts, into);
        story.Run();
        return story.Number;
    }

    private void Beside(CancellationToken ct)
    {
        foreach (var (type, kind, name, unit) in BesideBody)
        {
            var parts = related.Where(r => r.Type == type && package.Has(r.Part)).OrderBy(r => r.Part, StringComparer.Ordinal).ToList();
            for (var i = 0; i < parts.Count && !into.Full; i++)
            {
                ct.ThrowIfCancellationRequested();
                var place = new Place
                {
                    Part = parts.Count == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} {i + 1}"),
                    Key = parts[i].Part,
                };
                tally.Try(unit, () => Story(place.Key, new StoryPart(place, kind)));
            }
        }
    }

    /// <summary>Settings, and parts that the body does not refer to: building blocks, headers that were taken out.</summary>
    private void Rest(CancellationToken ct)
    {
        if (related.Find(r => r.Type == "settings") is { } settings && package.Has(settings.Part))
        {
            tally.Quietly("组文档设置", () => Settings(settings.Part));
        }
        foreach (var name in package.Names.Where(IsStory).Order(StringComparer.Ordinal).ToList())
        {
            ct.ThrowIfCancellationRequested();
            var place = new Place { Part = $"附属部件“{name["word/".Length..]}”", Key = name };
            tally.Quietly("个附属部件", () => Story(name, new StoryPart(place, PassageKind.Behind, "正文未使用的部件")));
        }
    }

    private bool IsStory(string name)
    {
        var (upper, stem) = (name.ToUpperInvariant(), Path.GetFileNameWithoutExtension(name).ToUpperInvariant());
        return upper.StartsWith("WORD/", StringComparison.Ordinal)
            && upper.EndsWith(".XML", StringComparison.Ordinal)
            && !done.Contains(name)
            && !WithoutText.Contains(stem)
            && upper.Split('/')[^2] is "WORD" or "GLOSSARY"
            && upper.Count(c => c == '/') <= 2;
    }

    private void Settings(string part)
    {
        var place = new Place { Part = "文档设置", Key = part };
        foreach (var outside in package.Outside(part).Values)
        {
            into.Passage(new Passage(place, PassageKind.Behind, outside.Part));
            into.Observe(
                new Observation(
                    ObservationKind.Origin,
                    place,
                    $"{(outside.Type == "attachedTemplate" ? "模板" : "外部文件")}：{outside.Part}"
                )
            );
        }
        using var reader = package.Read(part)!;
        while (reader.Next())
        {
            if (
                reader is { IsStart: true, Name: "docVar" or "connectString" or "query" }
                && reader.Attribute("val") is { Length: > 0 } text
            )
            {
                into.Passage(new Passage(place, PassageKind.Behind, text));
                if (reader.Name == "connectString")
                {
                    into.Observe(new Observation(ObservationKind.Connection, place, "邮件合并连接了数据源"));
                }
            }
        }
    }

    /// <summary>What was counted over all parts.</summary>
    private void Tell()
    {
        var place = new Place { Part = DocumentParts.Body, Key = main };
        if (counts.Deletions + counts.Insertions is > 0 and var changes)
        {
            into.Observe(
                new Observation(ObservationKind.TrackedChanges, place, $"删除 {counts.Deletions} 处，插入 {counts.Insertions} 处", changes)
            );
        }
        if (counts.Comments > 0)
        {
            into.Observe(
                new Observation(
                    ObservationKind.Comments,
                    place with
                    {
                        Part = DocumentParts.Comments,
                        Key = "",
                    },
                    $"{counts.Comments} 条批注",
                    counts.Comments
                )
            );
        }
        if (counts.Hidden.Count > 0)
        {
            var words = string.Join("，", counts.Hidden.Select(h => $"{h.Key} {h.Value} 处"));
            into.Observe(new Observation(ObservationKind.InvisibleText, place, words, counts.Hidden.Values.Sum()));
        }
        if (counts.Authors.Count > 0)
        {
            into.Observe(
                new Observation(
                    ObservationKind.Author,
                    place,
                    $"修订和批注的作者：{string.Join("、", counts.Authors)}",
                    counts.Authors.Count
                )
            );
        }
    }

    private ContentRead Made(PackageExtras extras)
    {
        var body = new CoveragePart("段", paragraphs, paragraphs, into.Full ? "超出读取上限，其余未读" : "");
        // A document of one picture has no paragraph and is not examined.
        return new ContentRead(
            [.. paragraphs > 0 ? [body] : Array.Empty<CoveragePart>(), .. tally.Parts, .. extras.Coverage],
            extras.Embedded
        )
        {
            Truncated = into.Full,
            Broken = tally.Broken,
        };
    }
}
