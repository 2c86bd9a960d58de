namespace Disclosure.Core.Files.Reading;

/// <summary>A sheet as the workbook lists it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Kind of sheet: worksheet, chartsheet, dialogsheet, xlMacrosheet …</param>
/// <param name="Part">Name of its part; null when the list leads nowhere.</param>
/// <param name="HiddenBy">Why nobody sees it, or null.</param>
internal sealed record BookSheetEntry(string Name, string Type, string? Part, string? HiddenBy)
{
    /// <summary>Its place.</summary>
    public Place Place { get; } = new() { Part = $"工作表“{Name}”", Key = Part ?? "" };
}

/// <summary>A defined name.</summary>
internal sealed record BookName(string Name, string RefersTo, string Comment, bool IsHidden)
{
    /// <summary>True when the office program made it for itself.</summary>
    public bool IsOwn => Name.StartsWith("_xl", StringComparison.OrdinalIgnoreCase);
}

/// <summary>What the main part of a workbook lists.</summary>
internal sealed class BookOutline
{
    private const int MostSheets = 1_000;
    private const int MostNames = 50_000;

    /// <summary>Sheets in order; those that the workbook does not list come last.</summary>
    public List<BookSheetEntry> Sheets { get; } = [];

    /// <summary>Defined names.</summary>
    public List<BookName> Names { get; } = [];

    /// <summary>True when days are counted from 1904.</summary>
    public bool Since1904 { get; private set; }

    /// <summary>Parts that the workbook refers to, by key.</summary>
    public required Dictionary<string, Related> Related { get; init; }

    /// <summary>The one part of a kind, or null.</summary>
    public string? Part(string type) => Related.Values.FirstOrDefault(r => r.Type == type)?.Part;

    /// <summary>The parts of a kind, each once.</summary>
    public IEnumerable<string> Parts(string type) =>
        Related.Values.Where(r => r.Type == type).Select(r => r.Part).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the main part.</summary>
    public static BookOutline Read(Package package, string main)
    {
        var book = new BookOutline { Related = package.Relations(main) };
        using var reader = package.Read(main) ?? throw new InvalidDataException();
        while (reader.Next())
        {
            switch (reader.IsStart ? reader.Name : "")
            {
                case "workbookPr":
                    book.Since1904 = reader.Attribute("date1904") is "1" or "true";
                    break;
                case "sheet":
                    book.Add(reader.Attribute("name") ?? "", reader.Attribute("id") ?? "", reader.Attribute("state"));
                    break;
                case "definedName":
                    var (name, hidden, comment) = (
                        reader.Attribute("name") ?? "",
                        reader.Attribute("hidden") is "1" or "true",
                        reader.Attribute("comment") ?? ""
                    );
                    book.Names.Add(new BookName(name, reader.ElementText(10_000), comment, hidden));
                    break;
            }
            if (book.Sheets.Count > MostSheets || book.Names.Count > MostNames)
            {
                throw new ReadingLimitException();
            }
        }
        book.AddUnlisted(package);
        return book;
    }

    private void Add(string name, string id, string? state)
    {
        var target = Related.GetValueOrDefault(id);
        Sheets.Add(
            new BookSheetEntry(
                name,
                target?.Type ?? "",
                target?.Part,
                state switch
                {
                    "hidden" => Hiding.Sheet,
                    "veryHidden" => Hiding.VeryHiddenSheet,
                    _ => null,
                }
            )
        );
    }

    /// <summary>Sheets that lie in the package though the workbook does not name them.</summary>
    private void AddUnlisted(Package package)
    {
        var listed = Sheets
            .Select(s => s.Part)
            .Concat(Related.Values.Select(r => r.Part))
            .OfType<string>()
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (
            var part in package
                .Names.Where(n =>
                    n.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase)
                    && n.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
                    && !listed.Contains(n)
                )
                .Order(StringComparer.Ordinal)
        )
        {
            Sheets.Add(new BookSheetEntry(Path.GetFileNameWithoutExtension(part), "worksheet", part, Hiding.VeryHiddenSheet));
        }
    }
}
