namespace Disclosure.Core.Examiner.Words;

/// <summary>
/// Numbers of a table's column that could be telephones or cards and could be anything: they are found when most of the column is the same.
/// Of eleven random digits one in thirteen looks like a telephone, never a column full of them.
/// </summary>
internal sealed class ColumnVotes
{
    private const int Fewest = 3;
    private const int MostKept = 100;
    private readonly Dictionary<int, (int Cells, int Candidates, List<Finding> Kept)> columns = [];

    /// <summary>A cell with digits was seen.</summary>
    public void Cell(int column)
    {
        var now = Of(column);
        columns[column] = now with { Cells = now.Cells + 1 };
    }

    /// <summary>A cell that could be one.</summary>
    public void Candidate(int column, Finding finding)
    {
        var now = Of(column);
        columns[column] = now with { Candidates = now.Candidates + 1 };
        if (now.Kept.Count < MostKept)
        {
            now.Kept.Add(finding);
        }
    }

    /// <summary>What the columns have decided.</summary>
    public IEnumerable<Finding> Decided() =>
        columns.Values.Where(c => c.Candidates >= Fewest && c.Candidates * 10 >= c.Cells * 7).SelectMany(c => c.Kept.Select(f => f with { Why = f.Why.TrimEnd('。') + "，整列都是。" }));

    private (int Cells, int Candidates, List<Finding> Kept) Of(int column) => columns.TryGetValue(column, out var now) ? now : (0, 0, []);
}
