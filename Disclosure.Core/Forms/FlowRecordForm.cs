using static Disclosure.Core.Forms.FormPieces;

namespace Disclosure.Core.Forms;

/// <summary>A signature on the record.</summary>
/// <param name="At">「2026-11-23 14:32:05」.</param>
/// <param name="Opinion">Opinion or reason; empty prints no line for it.</param>
public sealed record FlowEntry(string At, string Act, string Way, string Duty, string Who, string Address, string Digits, string Opinion);

/// <summary>A print, a hold or a file taken away.</summary>
public sealed record FlowNote(string At, string What, string Who);

/// <summary>What 流转记录 prints.</summary>
public sealed record FlowRecord
{
    /// <summary>Number of the item.</summary>
    public string Number { get; init; } = "";

    /// <summary>Title of the item.</summary>
    public string Title { get; init; } = "";

    /// <summary>Submitting unit, with the matching section.</summary>
    public string Unit { get; init; } = "";

    /// <summary>State of the item.</summary>
    public string State { get; init; } = "";

    /// <summary>Moment of the printing.</summary>
    public string PrintedAt { get; init; } = "";

    /// <summary>Every signature, oldest first.</summary>
    public IReadOnlyList<FlowEntry> Entries { get; init; } = [];

    /// <summary>Prints, holds, files.</summary>
    public IReadOnlyList<FlowNote> Others { get; init; } = [];
}

/// <summary>流转记录 (B8): every signature of an item, returns included, with who answers for it, when and from where.</summary>
public static class FlowRecordForm
{
    /// <summary>Name of the sheet.</summary>
    public const string Name = "流转记录";

    private const double SizePt = 9.5;
    private const double LineMm = 4.2;
    private const double LongestMm = 90;
    private const int CharactersPerLine = 36;
    private const int TitlePerLine = 20;
    private static readonly IReadOnlyList<double> ColumnsMm = [10, 36, 46, 36, 28];

    /// <summary>The sheet.</summary>
    public static FormSheet Sheet(FlowRecord r)
    {
        var page = new FormPage
        {
            Title = Name,
            HeadLeft = [new Words($"编号：{r.Number}")],
            HeadRight = [new Words(r.State)],
            ColumnsMm = ColumnsMm,
            Rows = [],
            NotesMm = 7,
            Notes = ["注：按签署先后列出，退回、取回等一并列出；时间为北京时间，精确到秒；校验码为所签版本的前十六位；“已失效”的签署因退回或取回不再作数，仍予保留。"],
        };
        IReadOnlyList<FormRow> head =
        [
            new(Math.Max(10, ((r.Title.Length / TitlePerLine) + 1) * 4.6), new LabelCell(1, "标题"), new ValueCell(2, "标题", Text(r.Title)), new LabelCell(1, "报送单位"), FormTable.Cell("报送单位", r.Unit, SizePt, false)),
            new(7, new LabelCell(1, "序号"), new LabelCell(1, "时间、事项"), new LabelCell(1, "环节"), new LabelCell(1, "职责、签署人"), new LabelCell(1, "地址、校验码")),
        ];
        return new FormSheet
        {
            Name = Name,
            Number = r.Number,
            PrintLine = r.PrintedAt.Length > 0 ? $"打印时间 {r.PrintedAt}" : "",
            Pages = FormTable.Pages(page, head, [.. r.Entries.Select(Entry), .. Others(r)]),
        };
    }

    private static IReadOnlyList<FormRow> Entry(FlowEntry e, int i)
    {
        var signed = new FormRow(13.5, FormTable.Cell("序号", $"{i + 1}", SizePt), Cell("时间、事项", e.At, e.Act), Cell("环节", e.Way), Cell("职责、签署人", e.Duty, e.Who), Cell("地址、校验码", e.Address, e.Digits));
        return e.Opinion.Length == 0
            ? [signed]
            : [signed, new FormRow(Height(e.Opinion), new LabelCell(1, "意见"), new ValueCell(4, $"第{i + 1}项意见", Text(e.Opinion)))];
    }

    private static IEnumerable<IReadOnlyList<FormRow>> Others(FlowRecord r) => r.Others.Select((o, i) =>
    {
        var row = new FormRow(Math.Max(7, Height(o.What)), FormTable.Cell("序号", $"{i + 1}", SizePt), Cell("时间", o.At),
            new ValueCell(2, "事项", [new FormLine([new Entered(o.What)], SizePt)]), Cell("人员", o.Who));
        return (IReadOnlyList<FormRow>)(i == 0 ? [new FormRow(7, new LabelCell(5, "打印、暂停与取用")), row] : [row]);
    });

    private static ValueCell Cell(string name, params IReadOnlyList<string> lines) =>
        new(1, name, [.. lines.Where(l => l.Length > 0).Select(l => new FormLine([new Entered(l)], SizePt))]);

    // Longer opinions go on on a continuation page of their own.
    private static double Height(string text) =>
        Math.Min(LongestMm, Math.Max(1, text.Split('\n').Sum(l => 1 + (l.Length / CharactersPerLine))) * LineMm * 1.2 + 2);
}
