using Disclosure.Core.Examiner.Reading;

namespace Disclosure.Core.Examiner.Words;

/// <summary>Finds markings, words, people and organisations in every text of a file, shown or not.</summary>
public sealed class WordsInspector : Inspector
{
    private const int HeadLines = 10;

    // Nothing that is looked for among digits is shorter.
    private const int ShortestNumber = 8;

    // The same value again and again, in the header of every page, is one thing to judge.
    private const int MostAlike = 20;

    private readonly KeywordScan keywords;
    private readonly NumberScan numbers;
    private readonly PhraseScan phrases;
    private readonly RowContext context = new();
    private readonly List<Finding> found = [];
    private readonly Dictionary<(string, string), int> alike = [];
    private ColumnVotes? votes;
    private TableSource? table;
    private int lines;
    private int rows;

    /// <summary>An inspector with these settings.</summary>
    public WordsInspector(ExaminerSettings settings) =>
        (keywords, numbers, phrases) = (new KeywordScan(settings), new NumberScan(settings), new PhraseScan(settings));

    /// <inheritdoc/>
    public override void Passage(Passage passage)
    {
        var isBody = passage.Kind is PassageKind.Body or PassageKind.Heading;
        lines += isBody && passage.Place.Inside.Count == 0 ? 1 : 0;
        Look(new Spot(passage.Place, Folded.Of(passage.Text), passage.Kind)
        {
            IsHead = isBody && (lines <= HeadLines || passage.Place.Line <= HeadLines),
            HiddenBy = passage.HiddenBy,
            Label = passage.Label,
        });
    }

    /// <inheritdoc/>
    public override void BeginTable(TableSource table)
    {
        (this.table, votes, rows) = (table, new ColumnVotes(), 0);
        context.Begin();
    }

    /// <inheritdoc/>
    public override void Row(CellRow row)
    {
        rows++;
        context.Next(row);
        foreach (var cell in row.Cells)
        {
            var isNumber = cell.Number is not null || (!table!.IsWorksheet && IsDigits(cell.Text));
            var text = cell is { Stored: { } stored } && stored.Length > cell.Text.Length ? stored : cell.Text;
            if (isNumber && text.Length < ShortestNumber)
            {
                continue;
            }
            if (text.Length >= ShortestNumber && text.AsSpan().ContainsAnyInRange('0', '9'))
            {
                votes!.Cell(cell.Column);
            }
            var place = table!.IsSheet ? table.Place with { Cell = cell.Address(row.Number), Line = row.Number } : table.Place with { Line = row.Number, Box = cell.Box };
            var spot = new Spot(place, Folded.Of(text), PassageKind.Body)
            {
                IsCell = true,
                IsNumber = isNumber,
                Column = cell.Column,
                Row = context,
                IsHead = rows <= HeadLines && lines + rows <= 2 * HeadLines,
                HiddenBy = cell.HiddenBy ?? row.HiddenBy ?? table.HiddenBy,
            };
            if (context.IsName(cell))
            {
                found.Add(spot.Found(WordRules.PersonName, 0, spot.Text.Text.Length, Confidence.High, "姓名一栏写有姓名。", true));
            }
            Look(spot);
        }
    }

    /// <inheritdoc/>
    public override void EndTable(TableEnd end)
    {
        found.AddRange(votes!.Decided());
        KeepFound();
        (votes, table) = (null, null);
    }

    private void Look(Spot spot)
    {
        if (spot.Text.Text.Length == 0)
        {
            return;
        }
        if (!spot.IsNumber)
        {
            keywords.Look(spot, found);
            phrases.Look(spot, found);
        }
        numbers.Look(spot, found, votes);
        if (found.Count > 1)
        {
            MaskNeighbours();
        }
        KeepFound();
    }

    // An excerpt shows what stands around, and that may be what another finding is about.
    private void MaskNeighbours()
    {
        var all = found.SelectMany(f => f.Sensitive.Select(s => new Stretch(f.From + s.Start, s.Length))).Distinct().ToList();
        for (var i = 0; i < found.Count; i++)
        {
            var f = found[i];
            var others = all
                .Select(s => (Start: Math.Max(0, s.Start - f.From), End: Math.Min(f.Excerpt.Length, s.Start + s.Length - f.From)))
                .Where(s => s.End > s.Start).Select(s => new Stretch(s.Start, s.End - s.Start))
                .Where(s => !f.Sensitive.Contains(s));
            found[i] = f with { Sensitive = [.. f.Sensitive, .. others] };
        }
    }

    private void KeepFound()
    {
        if (found.Count == 0)
        {
            return;
        }
        foreach (var finding in found)
        {
            var value = finding.Sensitive is [var s, ..] ? finding.Excerpt.Substring(s.Start, s.Length) : finding.Excerpt;
            var count = alike[(finding.Rule, value)] = alike.GetValueOrDefault((finding.Rule, value)) + 1;
            if (count <= MostAlike)
            {
                Keep(finding);
            }
        }
        found.Clear();
    }

    private static bool IsDigits(string text) => text.Length > 0 && !text.AsSpan().Trim().ContainsAnyExceptInRange('0', '9');
}
