namespace Disclosure.Core.Files.Reading;

/// <summary>Everything in an xlsx or xlsm, hidden parts included.</summary>
internal sealed class BookContent
{
    private const string BeyondLimit = "超出读取上限";

    private readonly Package package;
    private readonly BookOutline book;
    private readonly BookShelf shelf;
    private readonly BoundedSink into;
    private readonly Tally beside = new();
    private int sheetsDone;
    private bool sheetDamaged;

    private BookContent(Package package, BookOutline book, IContentSink sink, ReadingLimits limits)
    {
        (this.package, this.book) = (package, book);
        into = new BoundedSink(sink, limits.Characters);
        var texts = SharedTexts.Read(package, book.Part("sharedStrings"), limits);
        shelf = new BookShelf(package, into, texts, CellFormats.Read(package, book.Part("styles"), book.Since1904), limits);
    }

    /// <summary>Reads the package; what one damaged part holds is missed and said in the coverage.</summary>
    public static ContentRead Read(Package package, IContentSink sink, ReadingLimits limits, CancellationToken ct)
    {
        var main = package.Main("xl/workbook.xml");
        if (!package.Has(main))
        {
            throw new InvalidDataException();
        }
        var content = new BookContent(package, BookOutline.Read(package, main), sink, limits);
        content.Sheets(ct);
        content.Rest();
        return content.Made(PackageExtras.Read(package, content.into, limits, ct));
    }

    private void Sheets(CancellationToken ct)
    {
        foreach (var sheet in book.Sheets)
        {
            ct.ThrowIfCancellationRequested();
            into.Passage(sheet.Place, PassageKind.SheetName, sheet.Name, sheet.HiddenBy);
            if (sheet.HiddenBy is not null)
            {
                into.Observe(
                    sheet.HiddenBy == Hiding.Sheet ? ObservationKind.HiddenSheet : ObservationKind.VeryHiddenSheet,
                    sheet.Place,
                    sheet.Name
                );
            }
            if (into.Full)
            {
                continue;
            }
            var whole = Guarded(() => Sheet(sheet));
            sheetDamaged |= !whole;
            sheetsDone += whole && !into.Full ? 1 : 0;
        }
    }

    private void Sheet(BookSheetEntry sheet)
    {
        if (sheet.Part is null || !package.Has(sheet.Part))
        {
            throw new InvalidDataException();
        }
        if (sheet.Type is "chartsheet")
        {
            ChartSheet(sheet);
        }
        else
        {
            new BookSheet(shelf, sheet).Read();
        }
        if (sheet.Type.Contains("macro", StringComparison.OrdinalIgnoreCase))
        {
            into.Observe(ObservationKind.Macro, sheet.Place, "Excel 4.0 宏表");
        }
        var parts = new SheetParts(shelf, sheet, book);
        foreach (var part in package.Relations(sheet.Part).Values.DistinctBy(r => r.Part))
        {
            Part(() => parts.Read(part));
        }
        parts.Tell();
    }

    private void ChartSheet(BookSheetEntry sheet)
    {
        using var reader = package.Read(sheet.Part!)!;
        var margins = new SheetMargins(shelf, sheet);
        while (!into.Full && reader.Next())
        {
            if (reader.IsStart)
            {
                margins.Piece(reader);
            }
        }
        margins.HandOver();
    }

    private void Rest()
    {
        new BookNames(shelf, book.Names).HandOver();
        foreach (var part in Parts("externalLink", "xl/externalLinks/"))
        {
            Part(() => new ExternalBook(shelf, part).Read());
        }
        foreach (var part in Parts("pivotCacheDefinition", "xl/pivotCache/pivotCacheDefinition"))
        {
            Part(() => new PivotCache(shelf, part).Read());
        }
        foreach (var part in book.Parts("connections"))
        {
            Part(() => BookNames.Connections(shelf, part));
        }
        foreach (var part in book.Parts("revisionHeaders"))
        {
            Part(() => BookHistory.Read(shelf, part));
        }
        Orphans();
    }

    /// <summary>Parts of a kind, also those that lie in the package though nothing refers to them.</summary>
    private IEnumerable<string> Parts(string type, string folder) =>
        book.Parts(type)
            .Union(
                package.Names.Where(n =>
                    n.StartsWith(folder, StringComparison.OrdinalIgnoreCase) && n.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
                ),
                StringComparer.OrdinalIgnoreCase
            );

    private void Orphans()
    {
        // After a sheet that was not read in full, nobody knows which texts it would have shown.
        var certain = sheetsDone == book.Sheets.Count && !shelf.Texts.Cut;
        var (place, count) = (new Place { Part = "未显示的文字", Key = book.Part("sharedStrings") ?? "" }, 0);
        foreach (var (number, text) in shelf.Texts.Orphans())
        {
            into.Passage(place with { Line = number }, PassageKind.Orphan, text, certain ? "没有单元格引用" : null);
            count++;
        }
        if (certain && count > 0)
        {
            into.Observe(ObservationKind.OrphanStrings, place, $"{count} 条没有单元格引用的文字", count);
        }
    }

    private ContentRead Made(PackageExtras extras)
    {
        var why =
            sheetDamaged ? PackageExtras.Damaged
            : sheetsDone < book.Sheets.Count || shelf.Texts.Cut ? BeyondLimit
            : "";
        return new ContentRead(
            [new CoveragePart("张工作表", sheetsDone, book.Sheets.Count, why), .. beside.Parts, .. extras.Coverage],
            extras.Embedded
        )
        {
            Truncated = into.Full || shelf.Texts.Cut,
            Broken = sheetDamaged,
        };
    }

    private void Part(Action read)
    {
        if (!into.Full)
        {
            beside.Quietly("个批注、缓存或绘图部件", read);
        }
    }

    /// <summary>False when the part broke off.</summary>
    private static bool Guarded(Action read)
    {
        try
        {
            read();
            return true;
        }
        catch (Exception e) when (Tally.IsDamage(e))
        {
            return false;
        }
    }
}
