using System.Text.Encodings.Web;
using System.Text.Json;
using Disclosure.Core.Examiner.Tables;
using Disclosure.Core.Files.Reading;

namespace Disclosure.Core.Examiner;

/// <summary>What examining one file came to.</summary>
/// <param name="Coverage">How far it could be examined.</param>
/// <param name="Findings">What was found, worst first.</param>
public sealed record FileExamination(Coverage Coverage, IReadOnlyList<Finding> Findings)
{
    /// <summary>Largest table that is kept for comparison, cells.</summary>
    public const int MostCellsKept = 5_000;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Rules of which more was found than is listed, with how many more.</summary>
    public IReadOnlyDictionary<string, int> Omitted { get; init; } = new Dictionary<string, int>();

    /// <summary>Tables that were recognised, for holding them against those of other files; larger ones are left out.</summary>
    public IReadOnlyList<StatTable> Tables { get; init; } = [];

    /// <summary>As JSON on one line.</summary>
    public string ToJson() =>
        JsonSerializer.Serialize(
            this with
            {
                Tables = [.. Tables.Where(t => (long)t.Rows.Count * t.Columns.Count <= MostCellsKept)],
            },
            Json
        );

    /// <summary>From JSON.</summary>
    public static FileExamination FromJson(string json) => JsonSerializer.Deserialize<FileExamination>(json, Json)!;

    /// <summary>From JSON without the tables: by far the largest part, and only a comparison needs them.</summary>
    public static FileExamination WithoutTables(string json)
    {
        var (coverage, findings, omitted) = JsonSerializer.Deserialize<Shown>(json, Json)!;
        return new FileExamination(coverage, findings) { Omitted = omitted };
    }

    /// <summary>A list of findings as JSON.</summary>
    public static string ToJson(IReadOnlyList<ItemFinding> findings) => JsonSerializer.Serialize(findings, Json);

    /// <summary>A list of findings from JSON.</summary>
    public static IReadOnlyList<ItemFinding> FindingsFromJson(string json) => JsonSerializer.Deserialize<List<ItemFinding>>(json, Json)!;

    private sealed record Shown(Coverage Coverage, IReadOnlyList<Finding> Findings, IReadOnlyDictionary<string, int> Omitted);
}
