using System.Globalization;
using System.Text;
using Disclosure.Core.Common;
using Disclosure.Core.Files.Formats;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Disclosure.Core.Files.Reading;

/// <summary>
/// Sheets of an xls or xlsb with their values and formats. What else such a file holds is not seen, and said so in the coverage.
/// </summary>
internal sealed class OldBookContent
{
    private const long MostBytes = 50L << 20;
    private const int MostMerged = 500_000;
    private const int MostSheets = 1_000;
    private const string NotSeen = "公式、批注、超链接、文件属性、透视缓存和宏未检查";

    // What the container lists by name, though nothing of it can be read.
    private static readonly (string Stream, ObservationKind Kind, string Words)[] Listed =
    [
        ("_VBA_PROJECT_CUR", ObservationKind.Macro, "宏"),
        ("_SX_DB_CUR", ObservationKind.PivotCache, Hiding.PivotCache),
        ("Revision Log", ObservationKind.TrackedChanges, "共享工作簿的修订记录"),
    ];

    private readonly IExcelDataReader reader;
    private readonly BoundedSink into;
    private readonly Dictionary<string, NumberFormat> formats = [];
    private readonly List<Cell> cells = [];
    private readonly CancellationToken ct;
    private int done;

    private OldBookContent(IExcelDataReader reader, IContentSink sink, ReadingLimits limits, CancellationToken ct) =>
        (this.reader, into, this.ct) = (reader, new BoundedSink(sink, limits.Characters), ct);

    /// <summary>Reads the file; one that is an xlsx under another name is read as such.</summary>
    public static async Task<Outcome<ContentRead>> ReadAsync(Stream content, IContentSink sink, ReadingLimits limits, CancellationToken ct)
    {
        if (content.Length > Math.Min(MostBytes, limits.FileBytes))
        {
            return new ReadingIsTooLarge();
        }
        var names = await OleContainer.IsOneAsync(content, ct) ? await OleContainer.StreamNamesAsync(content, ct) : null;
        if (names?.Contains("EncryptedPackage") is true)
        {
            return new ReadingIsLocked();
        }
        if (names is null)
        {
            var package = await Package.OpenAsync(content, limits, ct);
            if (!package.Ok)
            {
                return package.Problem!;
            }
            if (
                package.Value.Has(package.Value.Main("xl/workbook.xml"))
                && package.Value.Main("xl/workbook.xml").EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
            )
            {
                return BookContent.Read(package.Value, sink, limits, ct);
            }
            // The reader of xlsb believes what the list of entries says, so it is proved first.
            package.Value.Prove();
        }
        var read = Read(content, sink, limits, ct);
        foreach (var (_, kind, words) in Listed.Where(l => read.Ok && names?.Contains(l.Stream) is true))
        {
            sink.Observe(new Observation(kind, new Place { Part = "文件" }, words));
        }
        return read;
    }

    private static Outcome<ContentRead> Read(Stream content, IContentSink sink, ReadingLimits limits, CancellationToken ct)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        content.Position = 0;
        try
        {
            // The oldest files name no code page; here they come from Chinese programs.
            using var reader = ExcelReaderFactory.CreateReader(
                content,
                new ExcelReaderConfiguration { LeaveOpen = true, FallbackEncoding = Encoding.GetEncoding("GB18030") }
            );
            return reader.ResultsCount > MostSheets ? new ReadingIsTooLarge() : new OldBookContent(reader, sink, limits, ct).Sheets();
        }
        catch (InvalidPasswordException)
        {
            return new ReadingIsLocked();
        }
        catch (Exception e) when (e is not (OperationCanceledException or ReadingLimitException or OutOfMemoryException))
        {
            // It was written for sound files: what a broken one makes of it can be any exception.
            return new ReadingIsDamaged();
        }
    }

    private ContentRead Sheets()
    {
        var (total, broken) = (reader.ResultsCount, false);
        do
        {
            var sheet = new BookSheetEntry(
                reader.Name ?? "",
                "worksheet",
                null,
                reader.VisibleState switch
                {
                    "hidden" => Hiding.Sheet,
                    "veryhidden" => Hiding.VeryHiddenSheet,
                    _ => null,
                }
            );
            into.Passage(sheet.Place, PassageKind.SheetName, sheet.Name, sheet.HiddenBy);
            if (sheet.HiddenBy is not null)
            {
                into.Observe(
                    sheet.HiddenBy == Hiding.Sheet ? ObservationKind.HiddenSheet : ObservationKind.VeryHiddenSheet,
                    sheet.Place,
                    sheet.Name
                );
            }
            broken = !Sheet(sheet);
            done += broken || into.Full ? 0 : 1;
        } while (!broken && !into.Full && reader.NextResult());
        var why =
            broken ? "已损坏，未读完；"
            : into.Full ? "超出读取上限；"
            : "";
        return new ContentRead([new CoveragePart("张工作表", done, Math.Max(total, done), why + NotSeen)], [])
        {
            Truncated = into.Full,
            Broken = broken,
        };
    }

    /// <summary>False when it broke off.</summary>
    private bool Sheet(BookSheetEntry sheet)
    {
        var hiding = new SheetHiding();
        into.BeginTable(new TableSource(sheet.Place, sheet.Name) { HiddenBy = sheet.HiddenBy, IsSheet = true });
        var merged = new List<MergedRange>();
        try
        {
            merged.AddRange(
                (reader.MergeCells ?? [])
                    .Take(MostMerged)
                    .Select(m => new MergedRange(m.FromRow + 1, m.FromColumn + 1, m.ToRow - m.FromRow + 1, m.ToColumn - m.FromColumn + 1))
            );
            for (var row = 1; !into.Full && reader.Read(); row++)
            {
                ct.ThrowIfCancellationRequested();
                Row(row, hiding);
            }
            return true;
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            return false;
        }
        finally
        {
            into.EndTable(new TableEnd(merged));
            hiding.Tell(into, sheet.Place);
            Margins(sheet);
        }
    }

    private void Row(int row, SheetHiding hiding)
    {
        cells.Clear();
        var hiddenBy = reader.RowHeight == 0 ? Hiding.Row : null;
        for (var i = 0; i < Math.Min(reader.FieldCount, CellAddress.MostColumns); i++)
        {
            if (reader.GetValue(i) is not { } value || Shown(i, value) is not { Text.Length: > 0 } cell)
            {
                continue;
            }
            var why =
                reader.GetColumnWidth(i) == 0 ? Hiding.Column
                : Format(i) is var f && (f.HidesAll || (f.HidesNumbers && cell.Number is not null)) ? Hiding.Format
                : null;
            if (why == Hiding.Column)
            {
                hiding.Column(i + 1, i + 1, true, null);
            }
            if (why is not null)
            {
                hiding.Cell(row, i + 1, why);
            }
            cells.Add(cell with { HiddenBy = why });
        }
        if (hiddenBy is not null && cells.Count > 0)
        {
            hiding.Row(row, hiddenBy);
        }
        into.Row(new CellRow(row, cells) { HiddenBy = hiddenBy });
    }

    private Cell Shown(int i, object value)
    {
        double? number = value switch
        {
            double d => d,
            int n => n,
            DateTime day => day.ToOADate(),
            TimeSpan time => time.TotalDays,
            _ => null,
        };
        if (number is not { } exact)
        {
            return new Cell(
                i + 1,
                value is bool b ? (b ? "TRUE" : "FALSE") : Convert.ToString(value, CultureInfo.InvariantCulture)?.Trim() ?? ""
            );
        }
        var written = exact.ToString("R", CultureInfo.InvariantCulture);
        var (text, stored) = Format(i).Show(exact, written);
        return new Cell(i + 1, text) { Number = NumberFormat.Exact(exact, written), Stored = stored };
    }

    private NumberFormat Format(int i)
    {
        var code = reader.GetNumberFormatString(i) ?? "";
        code = code == "General" ? "" : code;
        return formats.TryGetValue(code, out var known) ? known : formats[code] = new NumberFormat(code, false);
    }

    private void Margins(BookSheetEntry sheet)
    {
        if (reader.HeaderFooter is not { } margins)
        {
            return;
        }
        foreach (
            var (kind, coded) in new[]
            {
                (PassageKind.Header, margins.OddHeader),
                (PassageKind.Header, margins.EvenHeader),
                (PassageKind.Header, margins.FirstHeader),
                (PassageKind.Footer, margins.OddFooter),
                (PassageKind.Footer, margins.EvenFooter),
                (PassageKind.Footer, margins.FirstFooter),
            }
        )
        {
            foreach (var text in HeaderCodes.Texts(coded ?? ""))
            {
                into.Passage(sheet.Place, kind, text, sheet.HiddenBy);
            }
        }
    }
}
