using System.Globalization;
using System.Text;
using Disclosure.Core.Common;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Disclosure.Core.Examiner.Reading;

/// <summary>A workbook of the old binary kind. Its cells are read, hidden sheets included; what hangs beside them is not, and coverage says so.</summary>
internal static class OldBookContent
{
    private const long MostBytes = 50 << 20;
    private const string NotSeen = "旧格式：批注、公式、透视缓存和宏没有检查，请另存为 xlsx";

    static OldBookContent() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads the file.</summary>
    public static Outcome<ContentRead> Read(Stream content, IContentSink sink, ReadingLimits limits, CancellationToken ct)
    {
        if (content.Length > MostBytes)
        {
            return new ReadingIsTooLarge();
        }
        content.Position = 0;
        var file = new byte[content.Length];
        content.ReadExactly(file);
        if (!OleObject.IsOne(file) || OleObject.Names(file).Contains("EncryptedPackage"))
        {
            return OleObject.IsOne(file) ? new ReadingIsLocked() : new ReadingIsDamaged();
        }
        // The library answers a damaged file with exceptions of many kinds; what they mean to the person is the same.
        try
        {
            using var reader = ExcelReaderFactory.CreateBinaryReader(new MemoryStream(file, false), new ExcelReaderConfiguration { FallbackEncoding = PlainEncoding.Gb18030Lenient });
            var sheets = 0;
            do
            {
                ct.ThrowIfCancellationRequested();
                Sheet(reader, sink, ct);
                sheets++;
            }
            while (!sink.Full && reader.NextResult());
            return new ContentRead([new CoveragePart("张工作表", sheets, reader.ResultsCount, NotSeen)], []) { Truncated = sink.Full };
        }
        catch (InvalidPasswordException)
        {
            return new ReadingIsLocked();
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException or ReadingLimitException))
        {
            return new ReadingIsDamaged();
        }
    }

    private static void Sheet(IExcelDataReader reader, IContentSink sink, CancellationToken ct)
    {
        var hidden = reader.VisibleState switch { "hidden" => "隐藏工作表", "veryhidden" => "深度隐藏工作表", _ => null };
        var place = new Place { Part = $"工作表“{reader.Name}”", Key = reader.Name, Sheet = true };
        sink.Passage(new Passage(place, PassageKind.SheetName, reader.Name) { HiddenBy = hidden });
        Edge(reader, sink, place);
        sink.BeginTable(new TableSource(place, reader.Name) { IsSheet = true, IsWorksheet = true, HiddenBy = hidden });
        var (row, filled, hiddenRows, hiddenCells, cells) = (0, 0, 0, 0, new List<Cell>());
        while (!sink.Full && reader.Read())
        {
            if ((++row & 0xFF) == 0)
            {
                ct.ThrowIfCancellationRequested();
            }
            cells.Clear();
            for (var column = 0; column < reader.FieldCount; column++)
            {
                if (reader.GetValue(column) is { } value && CellOf(reader, column, value) is { Text.Length: > 0 } cell)
                {
                    cells.Add(cell);
                    hiddenCells += cell.HiddenBy is null ? 0 : 1;
                }
            }
            if (cells.Count > 0)
            {
                filled++;
                var away = reader.RowHeight <= 0;
                hiddenRows += away ? 1 : 0;
                sink.Row(new CellRow(row, cells) { HiddenBy = away ? "隐藏行" : null });
            }
        }
        sink.EndTable(new TableEnd([.. (reader.MergeCells ?? []).Select(m => new MergedRange(m.FromRow + 1, m.FromColumn + 1, m.ToRow - m.FromRow + 1, m.ToColumn - m.FromColumn + 1))]));
        Tell(sink, hidden is not null && filled > 0, hidden == "隐藏工作表" ? ObservationKind.HiddenSheet : ObservationKind.VeryHiddenSheet, place, $"{reader.Name}，{filled} 行有内容", filled);
        Tell(sink, hiddenRows > 0, ObservationKind.HiddenRows, place, $"{hiddenRows} 行隐藏", hiddenRows);
        Tell(sink, hiddenCells > 0, ObservationKind.HiddenColumns, place, $"{hiddenCells} 个单元格在隐藏列", hiddenCells);
    }

    private static void Tell(IContentSink sink, bool there, ObservationKind kind, Place place, string detail, int count)
    {
        if (there)
        {
            sink.Observe(new Observation(kind, place, detail, count));
        }
    }

    private static Cell CellOf(IExcelDataReader reader, int column, object value)
    {
        var text = value switch
        {
            string s => s,
            DateTime d => d.ToString(d.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            double n => n.ToString("0.###############", CultureInfo.InvariantCulture),
            IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
        var number = value is double or int or decimal && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) ? exact : (decimal?)null;
        var hidden = reader.GetColumnWidth(column) <= 0 ? "隐藏列" : reader.GetNumberFormatString(column)?.Trim() is ";;;" ? "数字格式 ;;;" : null;
        return new Cell(column + 1, text.Trim()) { Number = number, HiddenBy = hidden };
    }

    private static void Edge(IExcelDataReader reader, IContentSink sink, Place place)
    {
        foreach (var (kind, text) in new[] { (PassageKind.Header, reader.HeaderFooter?.OddHeader), (PassageKind.Footer, reader.HeaderFooter?.OddFooter) })
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                sink.Passage(new Passage(place with { Part = $"{place.Part}{(kind == PassageKind.Header ? "页眉" : "页脚")}" }, kind, text.Replace("&L", " ", StringComparison.Ordinal).Replace("&C", " ", StringComparison.Ordinal).Replace("&R", " ", StringComparison.Ordinal)));
            }
        }
    }
}
