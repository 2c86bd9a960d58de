using System.Globalization;

namespace Disclosure.Core.Files.Reading;

/// <summary>The source data that a pivot table keeps: fields, their values, and the records.</summary>
internal sealed class PivotCache(BookShelf shelf, string part)
{
    private readonly Place place = new() { Part = Hiding.PivotCache, Key = part };
    private readonly List<Field> fields = [];
    private readonly List<Cell> cells = [];
    private int left = shelf.Into.Left;
    private string source = "";
    private int records;

    /// <summary>Reads the definition, then the records.</summary>
    public void Read()
    {
        try
        {
            Definition();
            if (shelf.Package.Relations(part).Values.FirstOrDefault(r => r.Type == "pivotCacheRecords") is { } kept)
            {
                Records(kept.Part);
            }
        }
        finally
        {
            Unused();
            shelf.Into.Observe(
                ObservationKind.PivotCache,
                place,
                $"{fields.Count} 个字段，{records} 条记录{(source.Length > 0 ? $"，来源 {source}" : "")}",
                Math.Max(records, 1)
            );
        }
    }

    private void Definition()
    {
        shelf.Into.Passage(
            place,
            PassageKind.Behind,
            string.Join(' ', shelf.Package.Outside(part).Values.Select(r => r.Part)),
            Hiding.PivotCache
        );
        using var reader = shelf.Package.Read(part) ?? throw new InvalidDataException();
        while (reader.Next())
        {
            switch (reader.IsStart ? reader.Name : "")
            {
                case "pivotCacheDefinition":
                    shelf.Into.Passage(place, PassageKind.Behind, reader.Attribute("refreshedBy"), Hiding.PivotCache);
                    break;
                case "worksheetSource":
                    source = string.Join(
                        '!',
                        new[] { reader.Attribute("sheet"), reader.Attribute("ref") ?? reader.Attribute("name") }.OfType<string>()
                    );
                    break;
                case "cacheField":
                    fields.Add(
                        fields.Count < CellAddress.MostColumns
                            ? new Field(reader.Attribute("name") ?? "", reader.Attribute("databaseField") is not ("0" or "false"))
                            : throw new ReadingLimitException()
                    );
                    break;
                case "sharedItems" or "groupItems" when fields is [.., var field]:
                    Items(reader, field, reader.Name == "groupItems");
                    break;
            }
        }
    }

    private void Items(PartReader reader, Field field, bool grouped)
    {
        for (var inside = reader.Inside(); inside.Next();)
        {
            // Members and properties of an item lie inside it and are no items.
            if (reader.IsStart && Value(reader) is { } value)
            {
                left -= value.Text.Length + 8;
                (grouped ? field.Groups : field.Items).Add(left > 0 ? value : throw new ReadingLimitException());
            }
        }
    }

    private void Records(string kept)
    {
        using var reader = shelf.Package.Read(kept) ?? throw new InvalidDataException();
        var columns = fields.Select((f, i) => (Field: f, Number: i + 1)).Where(f => f.Field.IsKept).ToList();
        Begin(place with { Key = kept }, Hiding.PivotCache, columns.Select(c => (c.Number, c.Field.Name)));
        try
        {
            for (var at = 0; !shelf.Into.Full && reader.Next();)
            {
                if (reader is { IsStart: true, Name: "r" })
                {
                    cells.Clear();
                    (at, records) = (0, records + 1);
                }
                else if (reader is { IsEnd: true, Name: "r" })
                {
                    shelf.Into.Row(new CellRow(records + 1, cells));
                }
                else if (
                    reader.IsStart
                    && at < columns.Count
                    && (reader.Name == "x" ? columns[at].Field.Use(reader.Attribute("v")) : Value(reader)) is { } value
                )
                {
                    Add(columns[at++].Number, value);
                }
            }
        }
        finally
        {
            shelf.Into.EndTable(TableEnd.Plain);
        }
    }

    /// <summary>Values that no record uses, those of deleted records among them: a column for each field.</summary>
    private void Unused()
    {
        var kept = fields.Select((f, i) => (Number: i + 1, f.Name, Values: f.Unused().ToList())).Where(f => f.Values.Count > 0).ToList();
        if (kept.Count == 0 || shelf.Into.Full)
        {
            return;
        }
        Begin(place, $"{Hiding.PivotCache}的字段值", kept.Select(k => (k.Number, k.Name)));
        for (var row = 0; row < kept.Max(k => k.Values.Count) && !shelf.Into.Full; row++)
        {
            cells.Clear();
            foreach (var (number, _, values) in kept.Where(k => k.Values.Count > row))
            {
                Add(number, values[row]);
            }
            shelf.Into.Row(new CellRow(row + 2, cells));
        }
        shelf.Into.EndTable(TableEnd.Plain);
    }

    private void Begin(Place at, string name, IEnumerable<(int Number, string Text)> head)
    {
        shelf.Into.BeginTable(new TableSource(at, name) { HiddenBy = Hiding.PivotCache });
        cells.Clear();
        foreach (var (number, text) in head)
        {
            Add(number, new Held(text, null, null));
        }
        shelf.Into.Row(new CellRow(1, cells));
        cells.Clear();
    }

    private void Add(int column, Held value)
    {
        if (value.Text.Trim() is { Length: > 0 } text)
        {
            cells.Add(new Cell(column, text) { Number = value.Number, Stored = value.Stored });
        }
    }

    /// <summary>The value at hand; an empty one for what is missing; null for what is no value.</summary>
    private Held? Value(PartReader reader)
    {
        switch (reader.Name)
        {
            case "s" or "e" or "d" or "b":
                return new Held(reader.Attribute("v") ?? "", null, null);
            case "n":
                var (text, stored, number) = shelf.Formats.Show(reader.Attribute("v") ?? "", int.MaxValue);
                return new Held(text, stored, number);
            case "m":
                return new Held("", null, null);
            default:
                return null;
        }
    }

    private readonly record struct Held(string Text, string? Stored, decimal? Number);

    private sealed class Field(string name, bool isKept)
    {
        private readonly HashSet<int> used = [];

        public string Name => name;

        public bool IsKept => isKept;

        public List<Held> Items { get; } = [];

        public List<Held> Groups { get; } = [];

        public Held? Use(string? index)
        {
            if (!int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at >= Items.Count)
            {
                return new Held("", null, null);
            }
            used.Add(at);
            return Items[at];
        }

        public IEnumerable<Held> Unused() => Items.Where((_, i) => !used.Contains(i)).Concat(Groups).Where(h => h.Text.Length > 0);
    }
}
