using System.Text;
using Disclosure.Core.Files.Reading;
using Disclosure.Tests.Core.Files.Formats;

namespace Disclosure.Tests.Core.Files.Reading;

/// <summary>Workbooks made part by part, and what a reader hands on of them.</summary>
internal sealed class BookFiles
{
    private const string Ns =
        "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' "
        + "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' "
        + "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'";

    private readonly List<(string Name, byte[] Data)> parts = [];
    private readonly List<string> sheets = [];
    private readonly List<string> relations = [];
    private int number;

    /// <summary>A workbook of one sheet.</summary>
    public static BookFiles Of(string sheetData, string before = "", string after = "") =>
        new BookFiles().Sheet("表一", sheetData, before: before, after: after);

    /// <summary>Adds a sheet; relations are (type, target) and outside ones begin with !.</summary>
    public BookFiles Sheet(
        string name,
        string sheetData,
        string state = "visible",
        string before = "",
        string after = "",
        params (string Type, string Target)[] beside
    )
    {
        var part = $"worksheets/sheet{++number}.xml";
        sheets.Add($"<sheet name='{name}' sheetId='{number}' state='{state}' r:id='s{number}'/>");
        relations.Add($"<Relationship Id='s{number}' Type='x/worksheet' Target='{part}'/>");
        Part($"xl/{part}", $"<worksheet {Ns}>{before}<sheetData>{sheetData}</sheetData>{after}</worksheet>");
        return Relations($"xl/worksheets/_rels/sheet{number}.xml.rels", beside);
    }

    /// <summary>Adds a part that the workbook refers to.</summary>
    public BookFiles Related(string type, string part, string xml)
    {
        relations.Add($"<Relationship Id='p{parts.Count}' Type='x/{type}' Target='{part}'/>");
        return Part($"xl/{part}", xml);
    }

    /// <summary>Adds a part.</summary>
    public BookFiles Part(string name, string xml)
    {
        parts.Add((name, Encoding.UTF8.GetBytes(xml)));
        return this;
    }

    private static string Relation(int number, string type, string target) =>
        $"<Relationship Id='r{number}' Type='x/{type}' Target='{target.TrimStart('!')}'"
        + $"{(target[0] == '!' ? " TargetMode='External'" : "")}/>";

    /// <summary>Adds a list of relations with keys r1, r2 …</summary>
    public BookFiles Relations(string name, params (string Type, string Target)[] beside) =>
        beside.Length == 0
            ? this
            : Part(name, $"<Relationships>{string.Concat(beside.Select((b, i) => Relation(i + 1, b.Type, b.Target)))}</Relationships>");

    /// <summary>Adds shared texts.</summary>
    public BookFiles Texts(params string[] items) =>
        Related(
            "sharedStrings",
            "sharedStrings.xml",
            $"<sst>{string.Concat(items.Select(i => i.StartsWith('<') ? $"<si>{i}</si>" : $"<si><t>{i}</t></si>"))}</sst>"
        );

    /// <summary>Adds styles: fonts, fills, number formats, and for each style (format, font, fill).</summary>
    public BookFiles Styles(string formats, string fonts, string fills, params (int Format, int Font, int Fill)[] styles) =>
        Related(
            "styles",
            "styles.xml",
            $"<styleSheet><numFmts>{formats}</numFmts><fonts>{fonts}</fonts><fills>{fills}</fills><cellXfs>"
                + $"{string.Concat(styles.Select(s => $"<xf numFmtId='{s.Format}' fontId='{s.Font}' fillId='{s.Fill}'/>"))}"
                + $"</cellXfs></styleSheet>"
        );

    /// <summary>The file.</summary>
    public byte[] File(string inWorkbook = "") =>
        SampleFiles.Package(
            SampleFiles.SheetMain,
            "xl/workbook.xml",
            Encoding.UTF8.GetBytes($"<workbook {Ns}><sheets>{string.Concat(sheets)}</sheets>{inWorkbook}</workbook>"),
            [("xl/_rels/workbook.xml.rels", Encoding.UTF8.GetBytes($"<Relationships>{string.Concat(relations)}</Relationships>")), .. parts]
        );

    /// <summary>Changes characters of one part, whichever the random number says.</summary>
    public BookFiles Broken(Random random)
    {
        var (name, data) = parts[random.Next(parts.Count)];
        var broken = (byte[])data.Clone();
        for (var n = 0; n < 3; n++)
        {
            // Digits and signs of the XML itself: what comes of it is often well-formed and wrong.
            broken[random.Next(broken.Length)] = (byte)"0123456789<>/'= a"[random.Next(17)];
        }
        parts[parts.FindIndex(p => p.Name == name)] = (name, broken);
        return this;
    }

    /// <summary>Reads it.</summary>
    public Task<Heard> ReadAsync(string inWorkbook = "", ReadingLimits? limits = null) => Heard.OfAsync(File(inWorkbook), limits);
}

/// <summary>Keeps what a reader hands on.</summary>
internal sealed class Heard : IContentSink
{
    private TableSource? open;

    public List<Passage> Passages { get; } = [];

    public List<Observation> Observations { get; } = [];

    public List<TableSource> Tables { get; } = [];

    public List<(TableSource Table, CellRow Row)> Rows { get; } = [];

    public List<TableEnd> Ends { get; } = [];

    public ContentRead Read { get; set; } = new([], []);

    /// <summary>Every cell with its address.</summary>
    public IEnumerable<(string At, Cell Cell)> Cells => Rows.SelectMany(r => r.Row.Cells.Select(c => (c.Address(r.Row.Number), c)));

    /// <summary>The cell at an address.</summary>
    public Cell this[string address] => Cells.First(c => c.At == address).Cell;

    public static async Task<Heard> OfAsync(byte[] file, ReadingLimits? limits = null)
    {
        limits ??= ReadingLimits.Usual;
        var package = await Package.OpenAsync(new MemoryStream(file), limits, default);
        Assert.True(package.Ok, package.Problem?.Text);
        var heard = new Heard();
        heard.Read = BookContent.Read(package.Value, heard, limits, default);
        return heard;
    }

    public Observation Told(ObservationKind kind) => Assert.Single(Observations, o => o.Kind == kind);

    public IEnumerable<string> Texts(PassageKind kind) => Passages.Where(p => p.Kind == kind).Select(p => p.Text);

    public void Passage(Passage passage)
    {
        Assert.Null(open);
        Passages.Add(passage);
    }

    public void BeginTable(TableSource table)
    {
        Assert.Null(open);
        Tables.Add(open = table);
    }

    public void Row(CellRow row) => Rows.Add((open!, row with { Cells = [.. row.Cells] }));

    public void EndTable(TableEnd end)
    {
        Assert.NotNull(open);
        open = null;
        Ends.Add(end);
    }

    public void Observe(Observation observation) => Observations.Add(observation);
}
