using Disclosure.Core.Examiner.Hidden;
using Disclosure.Core.Examiner.Tables;
using Disclosure.Core.Examiner.Words;
using Disclosure.Core.Files.Reading;

namespace Disclosure.Core.Examiner;

/// <summary>
/// Examines one file with everything that lies inside it. Whatever the file holds, the answer says how far it could be examined:
/// what cannot be read is never counted as examined, and a hostile file costs only itself.
/// </summary>
public static class FileExaminer
{
    /// <summary>Files inside files are examined so many levels deep.</summary>
    public const int MostDepth = 3;

    /// <summary>Most files inside one file that are examined.</summary>
    public const int MostInside = 200;

    /// <summary>What examining may cost: pieces are looked at as they come, so that long texts need time and not memory.</summary>
    public static readonly ReadingLimits Limits = ReadingLimits.Usual with { Characters = 400_000_000 };

    /// <summary>
    /// Examines a file. Its name is not looked at but for the extension: equal bytes give equal findings, see <see cref="ItemExaminer"/>.
    /// </summary>
    /// <param name="name">Its name; the extension says which kind it claims to be.</param>
    /// <param name="content">Seekable; used by nobody else meanwhile.</param>
    /// <param name="settings">Thresholds, words and lists.</param>
    /// <param name="limits">What it may cost; null for the usual.</param>
    /// <param name="ct">Gives up, with an exception.</param>
    public static async Task<FileExamination> ExamineAsync(
        string name,
        Stream content,
        ExaminerSettings settings,
        ReadingLimits? limits = null,
        CancellationToken ct = default
    )
    {
        limits ??= Limits;
        var tables = new TableInspector(settings);
        Inspector[] inspectors = [new WordsInspector(settings), tables, new HiddenInspector()];
        using var timed = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timed.CancelAfter(limits.Time);
        using var sink = new InspectorSink(inspectors);
        var reader = new NestedFileReader(sink, limits, timed.Token);
        var coverage = await reader.ReadAsync(name, content, [], ct);
        sink.Dispose();
        foreach (var inspector in inspectors)
        {
            if (!Finished(inspector, timed.Token, ct))
            {
                coverage = coverage with { Parts = [.. coverage.Parts, new CoveragePart("项检查", 0, 1, "检查超过规定时间，没有做完")] };
            }
        }
        return new FileExamination(
            WithTables(coverage, tables),
            Ordered(Masking.Apply([.. inspectors.SelectMany(i => i.Findings)]), settings)
        )
        {
            Omitted = inspectors
                .SelectMany(i => i.Omitted)
                .Where(o => !settings.Off.Contains(o.Key))
                .ToDictionary(o => o.Key, o => o.Value),
            Tables = tables.Tables,
        };
    }

    /// <summary>Worst first; what is switched off is left out.</summary>
    internal static IReadOnlyList<Finding> Ordered(IEnumerable<Finding> findings, ExaminerSettings settings) =>
        [.. findings.Where(f => !settings.Off.Contains(f.Rule)).OrderBy(f => f.Severity).ThenBy(f => f.Confidence)];

    // Reading may have used up the time; what was gathered until then is still looked at, for as long again as one table may take.
    private static bool Finished(Inspector inspector, CancellationToken timed, CancellationToken ct)
    {
        using var more = CancellationTokenSource.CreateLinkedTokenSource(ct);
        more.CancelAfter(TimeSpan.FromSeconds(10));
        try
        {
            inspector.Finish(timed.IsCancellationRequested ? more.Token : timed);
            return true;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return false;
        }
    }

    private static Coverage WithTables(Coverage coverage, TableInspector tables)
    {
        var (all, left) = (
            tables.Tables.Count,
            tables.Tables.Count(t => (long)t.Rows.Count * t.Columns.Count > FileExamination.MostCellsKept)
        );
        List<CoveragePart> parts =
        [
            .. tables.NotAnalysed.Count == 0
                ? []
                : new[]
                {
                    new CoveragePart(
                        "张表的推算检查",
                        all,
                        all + tables.NotAnalysed.Count,
                        string.Join("；", tables.NotAnalysed.Take(3).Select(t => $"{t.Place}{t.Why}"))
                    ),
                },
            .. left == 0 ? [] : new[] { new CoveragePart("张表与其他表的比对", all - left, all, "表格过大，没有与其他表比对") },
        ];
        return parts.Count == 0
            ? coverage
            : coverage with
            {
                Parts = [.. coverage.Parts, .. parts],
                Advice = coverage.Advice.Length > 0 ? coverage.Advice : "没有推算或比对的表格请人工核对能否由合计倒推出单个单位的数。",
            };
    }
}
