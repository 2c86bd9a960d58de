using Disclosure.Core.Common;

namespace Disclosure.Core.Examiner.Reading;

/// <summary>An xlsx: sheet by sheet with what is hidden, then what the workbook keeps beside its cells.</summary>
internal sealed class BookContent
{
    private const int MostSheets = 1_000;
    private const int MostStrings = 60_000_000;

    private readonly Package package;
    private readonly IContentSink sink;
    private readonly ReadingLimits limits;
    private readonly CancellationToken ct;

    private BookContent(Package package, IContentSink sink, ReadingLimits limits, CancellationToken ct) =>
        (this.package, this.sink, this.limits, this.ct) = (package, sink, limits, ct);

    /// <summary>Reads the package.</summary>
    public static Outcome<ContentRead> Read(Package package, IContentSink sink, ReadingLimits limits, CancellationToken ct)
    {
        var main = package.Main("xl/workbook.xml");
        return package.Has(main) ? new BookContent(package, sink, limits, ct).Read(main) : new ReadingIsDamaged();
    }

    private ContentRead Read(string main)
    {
        var related = package.Relations(main);
        string? Part(string type) => related.Values.FirstOrDefault(r => r.Type == type)?.Part;
        var (sheets, since1904) = Sheets(main);
        var (strings, cut) = Strings(Part("sharedStrings"));
        var formats = CellFormats.Read(package, Part("styles"), since1904);
        var (done, used) = (0, new bool[strings.Count]);
        foreach (var sheet in sheets.Where(s => related.TryGetValue(s.Id, out var part) && part.Type == "worksheet"))
        {
            ct.ThrowIfCancellationRequested();
            if (sink.Full)
            {
                break;
            }
            new SheetReader(package, sink, limits, formats, strings, used, sheet, related[sheet.Id].Part, ct).Read();
            done++;
        }
        var total = sheets.Count(s => related.TryGetValue(s.Id, out var part) && part.Type == "worksheet");
        List<CoveragePart> coverage = [new("张工作表", done, total, cut ? "文字过多，后面的没有检查" : "")];
        if (sink.Full)
        {
            return new ContentRead(coverage, []) { Truncated = true };
        }
        Orphans(strings, used, cut);
        new BookCaches(package, sink, ct).Read();
        var extras = new PackageExtras(package, sink, limits, ct);
        extras.Read();
        return new ContentRead([.. coverage, .. extras.Coverage], extras.Embedded) { Truncated = sink.Full || cut };
    }

    private (List<BookSheet> Sheets, bool Since1904) Sheets(string main)
    {
        var (found, since1904, outside) = (new List<BookSheet>(), false, 0);
        var place = new Place { Part = "工作簿", Key = main, Sheet = true };
        using var reader = package.Read(main)!;
        while (reader.Next())
        {
            if (reader is { IsStart: true, Name: "workbookPr" })
            {
                since1904 = reader.Attribute("date1904") is "1" or "true";
            }
            else if (reader is { IsStart: true, Name: "sheet" })
            {
                found.Add(new BookSheet(reader.Attribute("name") ?? "", reader.Attribute("id") ?? "", reader.Attribute("state") switch { "hidden" => "隐藏工作表", "veryHidden" => "深度隐藏工作表", _ => null }));
                sink.Passage(new Passage(place, PassageKind.SheetName, found[^1].Name) { HiddenBy = found[^1].HiddenBy });
            }
            else if (reader is { IsStart: true, Name: "definedName" })
            {
                var (name, hides) = (reader.Attribute("name") ?? "", reader.Attribute("hidden") is "1" or "true");
                var text = reader.ElementText(10_000);
                // A filter and a print area are hidden names of the program's own.
                if (!name.StartsWith("_xlnm.", StringComparison.Ordinal) && (hides || text.Contains('[', StringComparison.Ordinal) || text.Contains('"', StringComparison.Ordinal)))
                {
                    outside++;
                    sink.Passage(new Passage(place, PassageKind.Formula, $"{name} = {text}") { HiddenBy = hides ? "隐藏名称" : null });
                }
            }
        }
        if (outside > 0)
        {
            sink.Observe(new Observation(ObservationKind.DefinedName, place, $"{outside} 个名称", outside));
        }
        return found.Count > MostSheets ? throw new ReadingLimitException() : (found, since1904);
    }

    /// <summary>Texts that cells refer to by number; those beyond the limit are left out.</summary>
    private (List<string> Strings, bool Cut) Strings(string? part)
    {
        var (found, left) = (new List<string>(), Math.Min(MostStrings, limits.Characters));
        using var reader = part is null ? null : package.Read(part);
        while (reader?.Next() is true)
        {
            if (reader is not { IsStart: true, Name: "si" })
            {
                continue;
            }
            // Each text costs something even when it is empty.
            var text = reader.ElementText(left, "rPh");
            left -= text.Length + 1;
            if (left <= 0)
            {
                return (found, true);
            }
            found.Add(text);
        }
        return (found, false);
    }

    private void Orphans(List<string> strings, bool[] used, bool cut)
    {
        if (cut)
        {
            return;
        }
        var place = new Place { Part = "无人引用的文字", Sheet = true };
        var count = 0;
        for (var i = 0; i < strings.Count; i++)
        {
            if (!used[i] && strings[i].Trim().Length > 0)
            {
                count++;
                sink.Passage(new Passage(place with { Line = i + 1 }, PassageKind.Orphan, strings[i].ReplaceLineEndings(" ")) { HiddenBy = "没有单元格显示" });
            }
        }
        if (count > 0)
        {
            sink.Observe(new Observation(ObservationKind.OrphanStrings, place, $"{count} 段文字", count));
        }
    }
}

/// <summary>A sheet as the workbook lists it.</summary>
internal sealed record BookSheet(string Name, string Id, string? HiddenBy);
