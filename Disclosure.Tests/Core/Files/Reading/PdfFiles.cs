using System.Globalization;
using System.IO.Compression;
using System.Text;
using Disclosure.Core.Common;
using Disclosure.Core.Files.Reading;

namespace Disclosure.Tests.Core.Files.Reading;

/// <summary>PDF files written by hand, with Chinese letters of a font that every reader knows, and whatever else is wanted.</summary>
internal sealed class PdfFiles
{
    private readonly SortedDictionary<int, byte[]> objects = [];
    private readonly List<string> pages = [];
    private readonly string catalog;
    private readonly string trailer;

    /// <summary>A file without pages.</summary>
    public PdfFiles(string catalog = "", string trailer = "")
    {
        (this.catalog, this.trailer) = (catalog, trailer);
        With(4, "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[5 0 R]>>");
        With(
            5,
            "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW "
                + "1000/W[1 95 500]/FontDescriptor 6 0 R>>"
        );
        With(
            6,
            "<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent "
                + "-120/CapHeight 700/StemV 80>>"
        );
    }

    /// <summary>A text of a size at a place; one em is the size, letters of the alphabet take half of it.</summary>
    public static string At(double x, double y, string text, double size = 10) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}> Tj ET\n"
        );

    /// <summary>A row of a table: each cell where it stands.</summary>
    public static string Row(double y, params (double X, string Text)[] cells) => string.Concat(cells.Select(c => At(c.X, y, c.Text)));

    /// <summary>Adds a page.</summary>
    public PdfFiles Page(string content, string resources = "", string entries = "")
    {
        var number = 100 + (2 * pages.Count);
        pages.Add($"{number} 0 R");
        With(
            number,
            $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {number + 1} 0 R/Resources<</Font<</F1 4 0 "
                + $"R>>{resources}>>{entries}>>"
        );
        return Stream(number + 1, "", Encoding.Latin1.GetBytes(content));
    }

    /// <summary>Adds an object.</summary>
    public PdfFiles With(int number, string body)
    {
        objects[number] = Encoding.Latin1.GetBytes(body);
        return this;
    }

    /// <summary>Adds a stream.</summary>
    public PdfFiles Stream(int number, string entries, byte[] bytes)
    {
        objects[number] = [.. Encoding.Latin1.GetBytes($"<<{entries}/Length {bytes.Length}>>\nstream\n"), .. bytes, .. "\nendstream"u8];
        return this;
    }

    /// <summary>Adds a stream of objects.</summary>
    public PdfFiles Packed(int number, params (int Number, string Body)[] packed)
    {
        var (head, bodies) = ("", "");
        foreach (var (n, body) in packed)
        {
            (head, bodies) = ($"{head}{n} {bodies.Length} ", $"{bodies}{body} ");
        }
        using var made = new MemoryStream();
        using (var zip = new ZLibStream(made, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(Encoding.Latin1.GetBytes(head + bodies));
        }
        return Stream(number, $"/Type/ObjStm/N {packed.Length}/First {head.Length}/Filter/FlateDecode", made.ToArray());
    }

    /// <summary>The bytes.</summary>
    public byte[] Made()
    {
        With(1, $"<</Type/Catalog/Pages 2 0 R{catalog}>>");
        With(2, $"<</Type/Pages/Kids[{string.Join(' ', pages)}]/Count {pages.Count}>>");
        using var made = new MemoryStream();
        made.Write("%PDF-1.7\n"u8);
        var offsets = new Dictionary<int, long>();
        foreach (var (number, body) in objects)
        {
            offsets[number] = made.Position;
            made.Write([.. Encoding.Latin1.GetBytes($"{number} 0 obj\n"), .. body, .. "\nendobj\n"u8]);
        }
        var (table, count) = (made.Position, objects.Keys.Max() + 1);
        var lines = Enumerable
            .Range(0, count)
            .Select(n => offsets.TryGetValue(n, out var at) ? $"{at:0000000000} 00000 n \n" : "0000000000 65535 f \n");
        made.Write(
            Encoding.Latin1.GetBytes(
                $"xref\n0 {count}\n{string.Concat(lines)}trailer\n<</Size {count}/Root 1 0 R{trailer}>>\nstartxref\n{table}\n%%EOF\n"
            )
        );
        return made.ToArray();
    }

    /// <summary>Reads it.</summary>
    public PdfHeard Read() => Read(Made());

    /// <summary>Reads a file.</summary>
    public static PdfHeard Read(byte[] file, CancellationToken ct = default)
    {
        var heard = new PdfHeard();
        heard.Outcome = PdfContent.Read(new MemoryStream(file, false), heard, ReadingLimits.Usual, ct);
        return heard;
    }
}

/// <summary>What a reader handed on.</summary>
internal sealed class PdfHeard : IContentSink
{
    /// <summary>What reading came to.</summary>
    public Outcome<ContentRead> Outcome { get; set; }

    public List<Passage> Passages { get; } = [];

    public List<(TableSource Source, List<string> Rows, TableEnd? End)> Tables { get; } = [];

    public List<Observation> Observations { get; } = [];

    public List<Cell> Cells { get; } = [];

    /// <summary>Texts of passages of a kind.</summary>
    public IEnumerable<string> Texts(PassageKind kind = PassageKind.Body) => Passages.Where(p => p.Kind == kind).Select(p => p.Text);

    /// <summary>The line of the pages.</summary>
    public CoveragePart Pages => Outcome.Value.Coverage[0];

    public void Passage(Passage passage) => Passages.Add(passage);

    public void BeginTable(TableSource table) => Tables.Add((table, [], null));

    public void Row(CellRow row)
    {
        Tables[^1].Rows.Add(string.Join(' ', row.Cells.Select(c => $"{Cell.ColumnName(c.Column)}={c.Text}")));
        Cells.AddRange(row.Cells);
    }

    public void EndTable(TableEnd end) => Tables[^1] = Tables[^1] with { End = end };

    public void Observe(Observation observation) => Observations.Add(observation);
}
