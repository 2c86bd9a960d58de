using Disclosure.Core.Common;
using Disclosure.Core.Examiner;
using Disclosure.Core.Files.Reading;

namespace Disclosure.Core.Evidence;

/// <summary>A part of a file: a sheet, a page, the body, a header.</summary>
public sealed record PreviewPart(string Name, string? HiddenBy);

/// <summary>A cell of a previewed row; the address is empty outside sheets.</summary>
public sealed record PreviewCell(int Column, string Address, string Text, string? HiddenBy);

/// <summary>A line of a part: words, or the cells of a row.</summary>
public sealed record PreviewLine(int Number, string Text, IReadOnlyList<PreviewCell> Cells, string? HiddenBy, string Kind);

/// <summary>Some lines of one part of a file.</summary>
public sealed record FilePreview(
    int ItemId,
    string FileName,
    IReadOnlyList<PreviewPart> Parts,
    string Part,
    IReadOnlyList<PreviewLine> Lines,
    int From,
    int Total
);

/// <summary>Shows the text of a file around a place, hidden parts included, as the examiner read it.</summary>
public sealed class EvidencePreview(OpenFiles files)
{
    /// <summary>Lines shown at once.</summary>
    public const int Window = 200;

    // Read in this process and for one person: less than examining may cost.
    internal static readonly ReadingLimits Limits = FileExaminer.Limits with { Characters = 50_000_000, Time = TimeSpan.FromSeconds(10) };

    /// <summary>Reads.</summary>
    /// <param name="fileId">The file.</param>
    /// <param name="part">Name of the part; null or unknown for the first.</param>
    /// <param name="line">Number of the line that must be among those shown; null for the first.</param>
    public async Task<Outcome<FilePreview>> ReadAsync(
        int fileId,
        string? part,
        int? line,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        var opened = await files.OpenAsync(fileId, by, now, ct);
        if (!opened.Ok)
        {
            return opened.Problem!;
        }
        var found = opened.Value.File;
        await using var content = opened.Value.Content;
        var (sink, coverage) = await ReadAsync(found.Name, content, new PreviewSink(part, line), ct);
        if (sink is { Total: 0, Parts: [var first, ..] })
        {
            // The part is not there any more, or never was.
            (sink, coverage) = await ReadAsync(found.Name, content, new PreviewSink(first.Name, null), ct);
        }
        return sink.Parts.Count == 0
            ? new PreviewUnreadable(coverage.Refused ?? "文件里没有文字")
            : new FilePreview(found.SubmissionId, found.Name, sink.Parts, sink.Part, sink.Lines, sink.From, sink.Total);
    }

    private static async Task<(PreviewSink Sink, Coverage Coverage)> ReadAsync(
        string name,
        Stream content,
        PreviewSink sink,
        CancellationToken ct
    )
    {
        using var timed = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timed.CancelAfter(Limits.Time);
        var coverage = await new NestedFileReader(sink, Limits, timed.Token).ReadAsync(name, content, [], ct);
        sink.Close();
        return (sink, coverage);
    }
}

/// <summary>There is nothing to show.</summary>
public sealed record PreviewUnreadable(string Why) : Problem($"不能预览：{Why}。可以下载原文件查看。");

/// <summary>Keeps the wanted part's lines around the wanted one.</summary>
internal sealed class PreviewSink(string? wanted, int? line) : IContentSink
{
    private readonly Lock gate = new();
    private readonly List<PreviewPart> parts = [];
    private readonly Queue<PreviewLine> lines = new();
    private TableSource? table;
    private bool closed;
    private bool full;

    /// <summary>Parts in order.</summary>
    public IReadOnlyList<PreviewPart> Parts => parts;

    /// <summary>The part that is shown.</summary>
    public string Part { get; private set; } = wanted ?? "";

    /// <summary>Its lines.</summary>
    public IReadOnlyList<PreviewLine> Lines => [.. lines];

    /// <summary>Lines of the part before those that are shown.</summary>
    public int From { get; private set; }

    /// <summary>Lines of the part.</summary>
    public int Total { get; private set; }

    /// <inheritdoc/>
    public void Passage(Passage passage) =>
        Add(
            passage.Place,
            passage.HiddenBy,
            () => new PreviewLine(passage.Place.Line ?? 0, passage.Text, [], passage.HiddenBy, KindOf(passage))
        );

    /// <inheritdoc/>
    public void BeginTable(TableSource source) => table = source;

    /// <inheritdoc/>
    public void Row(CellRow row)
    {
        var source = table!;
        Add(
            source.Place,
            source.HiddenBy,
            () =>
                new PreviewLine(
                    source.IsSheet ? row.Number : (source.Place.Line ?? 1) + row.Number - 1,
                    "",
                    [.. row.Cells.Select(c => new PreviewCell(c.Column, source.IsSheet ? c.Address(row.Number) : "", c.Text, c.HiddenBy))],
                    row.HiddenBy ?? source.HiddenBy,
                    ""
                )
        );
    }

    /// <inheritdoc/>
    public void EndTable(TableEnd end) { }

    /// <inheritdoc/>
    public void Observe(Observation observation) { }

    /// <summary>Nothing more comes in, even from a reader that is still running.</summary>
    public void Close()
    {
        lock (gate)
        {
            closed = true;
        }
    }

    private void Add(Place place, string? hiddenBy, Func<PreviewLine> made)
    {
        lock (gate)
        {
            if (closed)
            {
                throw new OperationCanceledException();
            }
            var name = place.Whole;
            if (parts.Count == 0 || (parts.Count < 500 && !parts.Exists(p => p.Name == name)))
            {
                parts.Add(new PreviewPart(name, hiddenBy));
                Part = Part.Length == 0 ? name : Part;
            }
            if (name != Part)
            {
                return;
            }
            Total++;
            if (full)
            {
                return;
            }
            var next = made();
            lines.Enqueue(next);
            if (lines.Count > EvidencePreview.Window)
            {
                lines.Dequeue();
                From++;
            }
            // Enough once the wanted line stands in the middle of a full window.
            full = lines.Count >= EvidencePreview.Window && (line is null || lines.ElementAt(EvidencePreview.Window / 2).Number >= line);
        }
    }

    private static string KindOf(Passage passage) =>
        passage.Kind switch
        {
            PassageKind.Deleted => "修订删除",
            PassageKind.Comment or PassageKind.Annotation => "批注",
            PassageKind.Property => passage.Label,
            PassageKind.Behind => "不显示的内容",
            PassageKind.Watermark => "水印",
            PassageKind.Heading => "标题",
            _ => "",
        };
}
