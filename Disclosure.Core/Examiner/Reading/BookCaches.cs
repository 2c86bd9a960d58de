using System.Globalization;

namespace Disclosure.Core.Examiner.Reading;

/// <summary>What a workbook keeps of data that is not in its sheets: source rows of pivot tables, cells of other workbooks, connections.</summary>
internal sealed class BookCaches(Package package, IContentSink sink, CancellationToken ct)
{
    private const int MostItems = 1_000_000;

    /// <summary>Reads all of them.</summary>
    public void Read()
    {
        foreach (var name in package.Names.Order(StringComparer.OrdinalIgnoreCase).ToList())
        {
            ct.ThrowIfCancellationRequested();
            var upper = name.ToUpperInvariant();
            if (upper.Contains("/PIVOTCACHEDEFINITION", StringComparison.Ordinal) && upper.EndsWith(".XML", StringComparison.Ordinal))
            {
                Pivot(name);
            }
            else if (upper.Contains("/EXTERNALLINKS/EXTERNALLINK", StringComparison.Ordinal) && upper.EndsWith(".XML", StringComparison.Ordinal))
            {
                External(name);
            }
            else if (upper.EndsWith("XL/CONNECTIONS.XML", StringComparison.Ordinal))
            {
                Connections(name);
            }
        }
    }

    private void Pivot(string part)
    {
        var place = new Place { Part = "数据透视缓存", Key = part, Sheet = true };
        var fields = Fields(part);
        if (fields.Count == 0)
        {
            return;
        }
        sink.BeginTable(new TableSource(place, "数据透视缓存") { HiddenBy = "数据透视缓存" });
        sink.Row(new CellRow(1, [.. fields.Select((f, i) => Text(i + 1, f.Name)).Where(c => c.Text.Length > 0)]));
        var records = package.Relations(part).Values.FirstOrDefault(r => r.Type == "pivotCacheRecords")?.Part;
        var rows = records is null ? Lists(fields) : Records(records, fields);
        sink.EndTable(TableEnd.Plain);
        sink.Observe(new Observation(ObservationKind.PivotCache, place, $"{fields.Count} 个字段，{rows} 条记录", Math.Max(1, rows)));
    }

    private List<(string Name, List<string> Items)> Fields(string part)
    {
        var (fields, items) = (new List<(string Name, List<string> Items)>(), 0);
        using var reader = package.Read(part);
        while (reader?.Next() is true && items < MostItems)
        {
            if (reader is { IsStart: true, Name: "cacheField" })
            {
                fields.Add((reader.Attribute("name") ?? "", []));
            }
            else if (fields.Count > 0 && reader is { IsStart: true, Name: "s" or "n" or "d" or "b" or "m" or "e" })
            {
                fields[^1].Items.Add(reader.Attribute("v") ?? "");
                items++;
            }
        }
        return fields;
    }

    // Without records the lists of what a field may hold are all that is kept.
    private int Lists(List<(string Name, List<string> Items)> fields)
    {
        var most = fields.Max(f => f.Items.Count);
        for (var i = 0; i < most; i++)
        {
            var at = i;
            sink.Row(new CellRow(i + 2, [.. fields.Select((f, c) => Text(c + 1, at < f.Items.Count ? f.Items[at] : "")).Where(c => c.Text.Length > 0)]));
        }
        return most;
    }

    private int Records(string part, List<(string Name, List<string> Items)> fields)
    {
        var (rows, column, cells) = (0, 0, new List<Cell>());
        using var reader = package.Read(part);
        while (reader?.Next() is true && !sink.Full)
        {
            if (reader is { IsStart: true, Name: "r" })
            {
                (column, rows) = (0, rows + 1);
                cells.Clear();
            }
            else if (reader is { IsEnd: true, Name: "r" })
            {
                if (cells.Count > 0)
                {
                    sink.Row(new CellRow(rows + 1, cells));
                }
            }
            else if (reader is { IsStart: true, Name: "x" or "s" or "n" or "d" or "b" or "m" or "e" } && column < fields.Count)
            {
                var value = reader.Attribute("v") ?? "";
                if (reader.Name == "x")
                {
                    value = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < fields[column].Items.Count ? fields[column].Items[at] : "";
                }
                column++;
                if (value.Trim().Length > 0)
                {
                    cells.Add(Text(column, value));
                }
            }
        }
        return rows;
    }

    private void External(string part)
    {
        var place = new Place { Part = "外部链接缓存", Key = part, Sheet = true };
        var (begun, row, rows, cells, column) = (false, 0, 0, new List<Cell>(), 0);
        using var reader = package.Read(part);
        while (reader?.Next() is true && !sink.Full)
        {
            switch (reader.Name)
            {
                case "sheetName" when reader.IsStart:
                    sink.Passage(new Passage(place, PassageKind.Cache, reader.Attribute("val") ?? ""));
                    break;
                case "row" when reader.IsStart:
                    row = int.TryParse(reader.Attribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : row + 1;
                    cells.Clear();
                    column = 0;
                    break;
                case "cell" when reader.IsStart && reader.ElementText(10_000).Trim() is { Length: > 0 } value:
                    cells.Add(Text(++column, value));
                    break;
                case "row" when reader.IsEnd && cells.Count > 0:
                    if (!begun)
                    {
                        begun = true;
                        sink.BeginTable(new TableSource(place, "外部链接缓存") { HiddenBy = "外部链接缓存" });
                    }
                    sink.Row(new CellRow(row, cells));
                    rows++;
                    break;
            }
        }
        if (begun)
        {
            sink.EndTable(TableEnd.Plain);
        }
        sink.Observe(new Observation(ObservationKind.ExternalLinkCache, place, rows > 0 ? $"其他工作簿的 {rows} 行数据" : "指向其他工作簿", Math.Max(1, rows)));
    }

    private void Connections(string part)
    {
        var place = new Place { Part = "数据连接", Key = part, Sheet = true };
        var count = 0;
        using var reader = package.Read(part);
        while (reader?.Next() is true)
        {
            if (reader is { IsStart: true, Name: "connection" or "dbPr" or "webPr" or "textPr" })
            {
                count += reader.Name == "connection" ? 1 : 0;
                foreach (var text in new[] { reader.Attribute("name"), reader.Attribute("connection"), reader.Attribute("command"), reader.Attribute("url"), reader.Attribute("sourceFile") }.Where(t => !string.IsNullOrWhiteSpace(t)))
                {
                    sink.Passage(new Passage(place, PassageKind.Behind, text!));
                }
            }
        }
        if (count > 0)
        {
            sink.Observe(new Observation(ObservationKind.Connection, place, $"{count} 个连接", count));
        }
    }

    private static Cell Text(int column, string value) =>
        new(column, value) { Number = value.Length < 28 && decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) ? n : null };
}
