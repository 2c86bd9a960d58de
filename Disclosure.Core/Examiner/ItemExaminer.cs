using Disclosure.Core.Examiner.Tables;
using Disclosure.Core.Examiner.Words;
using Disclosure.Core.Files.Reading;

namespace Disclosure.Core.Examiner;

/// <summary>A file of an item with what examining it came to.</summary>
public sealed record ExaminedFile(string Name, FileExamination Examination);

/// <summary>A finding that needs more than one look into one file.</summary>
/// <param name="File">Place of the file in the list handed in, from 0.</param>
public sealed record ItemFinding(int File, Finding Finding);

/// <summary>
/// Looks at the files of an item together: their names, and what one table gives away of another, across sheets, files and earlier
/// published versions (统计法§28).
/// </summary>
public static class ItemExaminer
{
    /// <summary>Examines.</summary>
    /// <param name="files">Files of the item.</param>
    /// <param name="earlier">Files of earlier published versions of the same information; they are held against, nothing in them is
    /// reported.</param>
    public static IReadOnlyList<ItemFinding> Examine(
        IReadOnlyList<ExaminedFile> files,
        IReadOnlyList<ExaminedFile> earlier,
        ExaminerSettings settings,
        CancellationToken ct = default
    )
    {
        var found = files.SelectMany((f, i) => OfName(f.Name, settings, ct).Select(finding => new ItemFinding(i, finding)));
        var together = TableComparison.Compare(TablesOf(files), TablesOf(earlier), settings, ct);
        return
        [
            .. found
                .Concat(together.Select(t => new ItemFinding(t.File, t.Finding)))
                .Where(f => !settings.Off.Contains(f.Finding.Rule))
                .OrderBy(f => f.Finding.Severity)
                .ThenBy(f => f.Finding.Confidence)
                .ThenBy(f => f.File),
        ];
    }

    private static IReadOnlyList<Finding> OfName(string name, ExaminerSettings settings, CancellationToken ct)
    {
        var words = new WordsInspector(settings);
        words.Passage(new Passage(new Place { Part = "文件名" }, PassageKind.FileName, name));
        words.Finish(ct);
        return words.Findings;
    }

    private static IReadOnlyList<(string Name, IReadOnlyList<StatTable> Tables)> TablesOf(IReadOnlyList<ExaminedFile> files) =>
        [.. files.Select(f => (f.Name, f.Examination.Tables))];
}
