using System.Globalization;

namespace Disclosure.Core.Files.Reading;

/// <summary>Figures that a chart keeps of its source: a table with a column for each series and a row for each point.</summary>
internal sealed class ChartCache(PartReader reader, Place place, IContentSink sink)
{
    private const int MostPoints = 200_000;
    private const string Why = "图表缓存";

    private readonly List<string> names = [];
    private readonly SortedDictionary<int, SortedDictionary<int, string>> rows = [];
    private readonly Stack<string> around = new();

    // Of a workbook's chart, figures that stand in a sheet of the same workbook are read there.
    private readonly bool isOfBook = place.Key.StartsWith("xl/", StringComparison.OrdinalIgnoreCase);
    private bool isFromSheets;
    private bool isFromElsewhere;
    private int series = 1;
    private int points;

    /// <summary>Reads the part and hands on its words and its table.</summary>
    public void Run()
    {
        while (reader.Next())
        {
            if (reader.IsEnd)
            {
                around.TryPop(out _);
                continue;
            }
            if (!reader.IsStart)
            {
                continue;
            }
            switch (reader.Name)
            {
                case "pt":
                    Point(Number(reader.Attribute("idx")));
                    break;
                case "t" or "f":
                    Words(reader.Name, reader.ElementText(int.MaxValue));
                    break;
                case "v" when around.Contains("tx"):
                    Name(reader.ElementText(int.MaxValue));
                    break;
                case var name:
                    Begin(name);
                    break;
            }
        }
        Table();
    }

    private void Begin(string name)
    {
        // The newer charts name a column of figures by its dimension.
        series += name is "ser" or "numDim" ? 1 : 0;
        isFromElsewhere |= name is "numLit" or "strLit";
        if (!reader.IsEmpty)
        {
            around.Push(name);
        }
    }

    private void Point(int index)
    {
        var text = reader.ElementText(int.MaxValue).Trim();
        if (++points > MostPoints)
        {
            throw new ReadingLimitException();
        }
        if (around.Contains("tx"))
        {
            Name(text);
            return;
        }
        var column = around.Any(a => a is "cat" or "xVal" or "strDim") ? 1 : Math.Max(series, 2);
        if (!rows.TryGetValue(index, out var row))
        {
            rows[index] = row = [];
        }
        // Every series brings its categories again, mostly the same ones.
        if (!row.TryGetValue(column, out var known) || known == text)
        {
            row[column] = text;
        }
        else
        {
            row[column] = $"{known} {text}";
        }
    }

    private void Name(string text)
    {
        while (names.Count < series - 1)
        {
            names.Add("");
        }
        if (series > 1)
        {
            names[series - 2] = text.Trim();
        }
    }

    private void Words(string name, string text)
    {
        if (name == "f")
        {
            var isHere = !FormulaText.RefersOutside(text) && !text.Contains("#REF!", StringComparison.Ordinal);
            (isFromSheets, isFromElsewhere) = (isFromSheets || isHere, isFromElsewhere || !isHere);
        }
        // A formula of the program's own sheet says nothing; one with a path or another book does.
        if (name == "t" || text.AsSpan().ContainsAny('\\', '['))
        {
            sink.Passage(new Passage(place, name == "t" ? PassageKind.Body : PassageKind.Behind, text.Trim()));
        }
    }

    private void Table()
    {
        if (rows.Count == 0 || (isOfBook && isFromSheets && !isFromElsewhere))
        {
            return;
        }
        sink.BeginTable(new TableSource(place, "") { HiddenBy = Why });
        var cells = new List<Cell>(
            names.Where(n => n.Length > 0).Select((n, i) => new Cell(names.IndexOf(n) + 2, n)).DistinctBy(c => c.Column)
        );
        if (cells.Count > 0)
        {
            sink.Row(new CellRow(1, cells));
        }
        var number = 1;
        foreach (var (_, row) in rows)
        {
            cells.Clear();
            cells.AddRange(row.Select(c => new Cell(c.Key, c.Value) { Number = c.Key > 1 ? Value(c.Value) : null }));
            sink.Row(new CellRow(++number, cells));
        }
        sink.EndTable(TableEnd.Plain);
        sink.Observe(new Observation(ObservationKind.ChartCache, place, $"{place.Part}保存了 {points} 个数据", points));
    }

    private static int Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static decimal? Value(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
}
