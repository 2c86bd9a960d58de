using System.Globalization;
using System.Text;

namespace Disclosure.Core.Examiner.Reading;

/// <summary>What a chart keeps of the cells it was drawn from: series as rows, categories as columns.</summary>
internal sealed class ChartReader(Package package, IContentSink sink, Place place)
{
    private const int MostPoints = 20_000;

    /// <summary>Reads one chart.</summary>
    public void Read(string part)
    {
        var (series, names, values, category, inCategories, inName) = (0, new List<string>(), new List<Cell>(), new List<Cell>(), false, false);
        using var reader = package.Read(part);
        var begun = false;
        var point = -1;
        while (reader?.Next() is true && values.Count + category.Count < MostPoints)
        {
            switch (reader.Name)
            {
                case "ser" when reader.IsStart:
                    (values, category, names) = ([], [], []);
                    break;
                case "tx" when series >= 0:
                    inName = reader.IsStart && !reader.IsEmpty;
                    break;
                case "cat" or "xVal":
                    inCategories = reader.IsStart && !reader.IsEmpty;
                    break;
                case "pt" when reader.IsStart:
                    point = int.TryParse(reader.Attribute("idx"), NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < MostPoints ? at : -1;
                    break;
                case "v" when reader.IsStart && point >= 0:
                    Keep(reader.ElementText(2_000));
                    break;
                case "t" when reader.IsStart:
                    if (reader.ElementText(10_000).Trim() is { Length: > 0 } words)
                    {
                        sink.Passage(new Passage(place, PassageKind.Cache, words));
                    }
                    break;
                case "ser" when reader.IsEnd:
                    Tell();
                    break;
            }
        }
        if (begun)
        {
            sink.EndTable(TableEnd.Plain);
            sink.Observe(new Observation(ObservationKind.ChartCache, place, $"{series} 个数据系列", series));
        }

        void Keep(string text)
        {
            if (inName && !inCategories)
            {
                names.Add(text);
            }
            else
            {
                (inCategories ? category : values).Add(new Cell(point + 2, text) { Number = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) ? n : null });
            }
        }

        void Tell()
        {
            if (!begun)
            {
                begun = true;
                sink.BeginTable(new TableSource(place, "") { HiddenBy = "图表缓存" });
                Row(category, "");
            }
            Row(values, string.Concat(names));
            series++;
        }

        void Row(List<Cell> cells, string name)
        {
            List<Cell> row = [.. name.Length > 0 ? new[] { new Cell(1, name) } : [], .. cells.OrderBy(c => c.Column).DistinctBy(c => c.Column)];
            if (row.Count > 0)
            {
                sink.Row(new CellRow(series + 1 + (row[0].Column == 1 ? 1 : 0), row));
            }
        }
    }
}
