using Disclosure.Core.Examiner;

namespace Disclosure.Core.Evidence;

/// <summary>Examines files: in this process, or in one of its own that a hostile file may bring down.</summary>
public interface IExaminesFiles
{
    /// <summary>Examines a file; whatever it holds, there is an answer.</summary>
    Task<FileExamination> ExamineAsync(string name, Stream content, ExaminerSettings settings, CancellationToken ct);
}

/// <summary>Examines in this process: for tests, and where no second process may be started.</summary>
public sealed class ExaminesInside : IExaminesFiles
{
    /// <inheritdoc/>
    public Task<FileExamination> ExamineAsync(string name, Stream content, ExaminerSettings settings, CancellationToken ct) =>
        FileExaminer.ExamineAsync(name, content, settings, null, ct);
}
