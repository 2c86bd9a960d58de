using Disclosure.Core.Common;
using Disclosure.Core.Files.Reading;

namespace Disclosure.Core.Examiner;

/// <summary>Reads a file and the files inside it, a few levels deep, under one limit of time.</summary>
internal sealed class NestedFileReader(IContentSink sink, ReadingLimits limits, CancellationToken timed)
{
    private const string Unreadable = "未能读取：";
    private int inside;

    /// <summary>Reads; answers the coverage of the whole.</summary>
    /// <param name="path">Names that lead to the file, outermost first; empty for the file itself.</param>
    /// <param name="ct">Gives up, with an exception; time that is over does not.</param>
    public async Task<Coverage> ReadAsync(string name, Stream content, IReadOnlyList<string> path, CancellationToken ct)
    {
        Outcome<ContentRead> read;
        try
        {
            read = await ContentReading.ReadAsync(name, content, path.Count == 0 ? sink : new Within(sink, path), limits, timed);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            read = new ReadingTookTooLong();
        }
        if (!read.Ok)
        {
            var text = read.Problem!.Text;
            return new Coverage(
                [],
                text.StartsWith(Unreadable, StringComparison.Ordinal) ? text[Unreadable.Length..] : text,
                "请人工检查这个文件。"
            );
        }
        List<CoveragePart> parts = [.. read.Value.Coverage];
        if (read.Value.Truncated)
        {
            parts.Add(new CoveragePart("处超长内容", 0, 1, "文字过多，后面的没有检查"));
        }
        if (read.Value.Embedded.Count > 0)
        {
            parts.Add(await InsideAsync(read.Value.Embedded, path, ct));
        }
        var coverage = new Coverage(parts);
        return coverage.State == CoverageState.Examined ? coverage : coverage with { Advice = "没有检查到的部分请人工逐一查看。" };
    }

    private async Task<CoveragePart> InsideAsync(IReadOnlyList<EmbeddedFile> files, IReadOnlyList<string> path, CancellationToken ct)
    {
        var (done, why) = (0, new List<string>());
        foreach (var file in files)
        {
            var missing =
                path.Count >= FileExaminer.MostDepth ? "嵌套过深"
                : ++inside > FileExaminer.MostInside ? "嵌入文件过多"
                : await OneAsync(file, path, ct);
            done += missing is null ? 1 : 0;
            if (missing is not null && why.Count < 3)
            {
                why.Add($"{file.Name}：{missing}");
            }
        }
        return new CoveragePart("个嵌入文件", done, files.Count, string.Join("；", why));
    }

    private async Task<string?> OneAsync(EmbeddedFile file, IReadOnlyList<string> path, CancellationToken ct)
    {
        List<string> here = [.. path, file.Name];
        sink.Passage(
            new Passage(
                new Place
                {
                    Inside = path,
                    Part = file.Place.Part,
                    Line = file.Place.Line,
                    Cell = file.Place.Cell,
                    Page = file.Place.Page,
                },
                PassageKind.FileName,
                file.Name
            )
        );
        try
        {
            await using var bytes = file.Open();
            var coverage = await ReadAsync(file.Name, bytes, here, ct);
            return coverage.State == CoverageState.Examined ? null : coverage.Line;
        }
        catch (Exception e) when (e is InvalidDataException or ReadingLimitException or EndOfStreamException or IOException)
        {
            return "未能检查：嵌入的内容已损坏或者过大";
        }
    }
}
