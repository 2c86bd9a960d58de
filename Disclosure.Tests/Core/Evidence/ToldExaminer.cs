using System.Text;
using Disclosure.Core.Evidence;
using Disclosure.Core.Examiner;
using Disclosure.Core.Files.Reading;
using Disclosure.Core.Store;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Evidence;

/// <summary>
/// Finds what a file says of itself: a line <c>A B3-1 甲</c> is a finding of that severity beside that criterion, with 甲 as its excerpt.
/// </summary>
internal sealed class ToldExaminer : IExaminesFiles
{
    /// <summary>Names of the files that were examined, in order.</summary>
    public List<string> Seen { get; } = [];

    /// <summary>Runs before a file is answered for.</summary>
    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    public async Task<FileExamination> ExamineAsync(string name, Stream content, ExaminerSettings settings, CancellationToken ct)
    {
        Seen.Add(name);
        using var reader = new StreamReader(content, Encoding.UTF8, leaveOpen: true);
        var lines = (await reader.ReadToEndAsync(ct)).Split('\n');
        await Before(name);
        return new FileExamination(
            new Coverage([new CoveragePart("段", lines.Length, lines.Length)]),
            [.. lines.Select((line, i) => Of(line.Split(' '), i + 1)).OfType<Finding>()]
        );
    }

    private static Finding? Of(string[] said, int line) =>
        said is [var severity, var criterion, var excerpt] && Enum.TryParse<Severity>(severity, out var grave)
            ? new Finding
            {
                Rule = $"X-{criterion}",
                Criterion = criterion,
                Severity = grave,
                Confidence = Confidence.High,
                Place = new Place { Part = "正文", Line = line },
                Excerpt = excerpt,
                Why = "因为。",
                Action = "去。",
            }
            : null;
}

/// <summary>A bureau whose files are examined by such an examiner.</summary>
internal static class GivenExaminations
{
    public static ExaminationService ExaminedBy(this Given given, IExaminesFiles examiner) =>
        new(
            given.Get<WriteGate>(),
            given.Get<IDbContextFactory<DisclosureDb>>(),
            given.Get<BlobStore>(),
            examiner,
            given.Get<ExaminationQueue>(),
            given.Get<TimeProvider>()
        );
}
