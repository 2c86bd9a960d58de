using Disclosure.Core.Common;
using Disclosure.Core.Files.Reading;
using Disclosure.Tests.Core.Files.Formats;

namespace Disclosure.Tests.Core.Files.Reading;

/// <summary>Keeps what a reader hands on.</summary>
internal sealed class Pieces : IContentSink
{
    public List<Passage> Passages { get; } = [];

    public List<(TableSource Source, List<CellRow> Rows, TableEnd? End)> Tables { get; } = [];

    public List<Observation> Observations { get; } = [];

    public Outcome<ContentRead> Read { get; private set; }

    public static async Task<Pieces> OfAsync(string name, byte[] file, ReadingLimits? limits = null)
    {
        var pieces = new Pieces();
        pieces.Read = await ContentReading.ReadAsync(name, new MemoryStream(file, false), pieces, limits);
        return pieces;
    }

    /// <summary>Of a docx with this body and these further parts; a name under word/ is related by the type in front of the bar.</summary>
    public static Task<Pieces> OfDocumentAsync(string body, params (string Part, string Xml)[] more) =>
        OfAsync("a.docx", Document(body, more));

    public static byte[] Document(string body, params (string Part, string Xml)[] more) =>
        SampleFiles.Package(
            SampleFiles.WordMain,
            "word/document.xml",
            OfficeFiles.Utf8($"<w:document {Names}><w:body>{body}</w:body></w:document>"),
            [.. Parts(more)]
        );

    public const string Names = """
        xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'
        xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' xmlns:v='urn:schemas-microsoft-com:vml' xmlns:wp='wp' xmlns:a='a' xmlns:c='c'
        """;

    public IEnumerable<string> Texts(PassageKind kind) => Passages.Where(p => p.Kind == kind).Select(p => p.Text);

    public IEnumerable<string> Seen =>
        Passages.Where(p => p is { HiddenBy: null, Kind: PassageKind.Body or PassageKind.Heading }).Select(p => p.Text);

    public Observation? Seeing(ObservationKind kind) => Observations.Find(o => o.Kind == kind);

    public IEnumerable<string> Coverage => Read.Value.Coverage.Select(c => $"{c.Done}/{c.Total} {c.Unit}{c.Why}");

    public void Passage(Passage passage) => Passages.Add(passage);

    public void BeginTable(TableSource table) => Tables.Add((table, [], null));

    public void Row(CellRow row) => Tables[^1].Rows.Add(row with { Cells = [.. row.Cells] });

    public void EndTable(TableEnd end) => Tables[^1] = Tables[^1] with { End = end };

    public void Observe(Observation observation) => Observations.Add(observation);

    private static IEnumerable<(string Name, byte[] Data)> Parts((string Part, string Xml)[] more)
    {
        var related = more.Where(m => m.Part.Contains('|', StringComparison.Ordinal))
            .Select((m, i) => (Key: $"r{i + 1}", Type: m.Part.Split('|')[0], Name: m.Part.Split('|')[1], m.Xml))
            .ToList();
        yield return (
            "word/_rels/document.xml.rels",
            OfficeFiles.Utf8($"<Relationships>{string.Concat(related.Select(Relation))}</Relationships>")
        );
        foreach (var (_, _, name, xml) in related.Where(r => r.Xml.Length > 0))
        {
            yield return ("word/" + name, OfficeFiles.Utf8(xml));
        }
        foreach (var (name, xml) in more.Where(m => !m.Part.Contains('|', StringComparison.Ordinal)))
        {
            yield return (name, OfficeFiles.Utf8(xml));
        }
    }

    /// <summary>A part without XML lies outside the package.</summary>
    private static string Relation((string Key, string Type, string Name, string Xml) part) =>
        $"<Relationship Id='{part.Key}' Type='x/{part.Type}' Target='{part.Name}'{(part.Xml.Length == 0 ? " TargetMode='External'" : "")}"
        + $"/>";
}
