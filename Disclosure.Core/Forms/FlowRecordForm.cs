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
    private const double OpinionPt = 11;
    private static readonly IReadOnlyList<double> ColumnsMm = [10, 36, 40, 33, 37];

    /// <summary>The sheet; without signatures one with lines to write on.</summary>
    public static FormSheet Sheet(FlowRecord r) =>
        new()
        {
            Name = Name,
            Number = r.Number,
            PrintLine = r.PrintedAt.Length > 0 ? $"打印时间 {r.PrintedAt}" : "",
            Pages =
            [
                new FormPage
                {
                    Title = Name,
                    HeadLeft = [new Words("编号："), Fill(r.Number, 40)],
                    HeadRight = r.State.Length > 0 ? [new Entered(r.State)] : [],
                    ColumnsMm = ColumnsMm,
                    HeadRows = 2,
                    Rows =
                    [
                        new(
                            10,
                            new LabelCell(1, "标题"),
                            new ValueCell(2, "标题", Text(r.Title)),
                            new LabelCell(1, "报送单位"),
                            FormTable.Cell("报送单位", r.Unit, SizePt, false)
                        ),
                        new(
                            7,
                            new LabelCell(1, "序号"),
                            new LabelCell(1, "时间、事项"),
                            new LabelCell(1, "环节"),
                            new LabelCell(1, "职责、签署人"),
                            new LabelCell(1, "地址、校验码")
                        ),
                        .. r.Entries.SelectMany(Entry),
                        .. Others(r),
                        .. r.Entries.Count + r.Others.Count == 0 ? FormTable.Empty(12, 14, ColumnsMm.Count) : [],
                    ],
                    NotesMm = 11,
                    Notes =
                    [
                        "注：按签署先后列出，退回、取回等一并列出；时间为北京时间，精确到秒；校验码为所签版本的前十六位；"
                            + "“已失效”的签署因退回或取回不再作数，仍予保留；“沿用第n轮”的签署在第n轮作出，所审内容、文件和自查回答未变，"
                            + "校验码为其所签版本。",
                    ],
                },
            ],
        };

    private static IEnumerable<FormRow> Entry(FlowEntry e, int i)
    {
        var signed = new FormRow(
            13.5,
            FormTable.Cell("序号", $"{i + 1}", SizePt),
            Cell("时间、事项", e.At, e.Act),
            Cell("环节", e.Way),
            Cell("职责、签署人", e.Duty, e.Who),
            Cell("地址、校验码", e.Address, e.Digits)
        );
        return e.Opinion.Length == 0
            ? [signed]
            : FormTable.Bound(
                signed,
                new FormRow(
                    7,
                    new LabelCell(1, "意见"),
                    new ValueCell(4, $"第{i + 1}项意见", [new FormLine([new Entered(e.Opinion)], OpinionPt)])
                )
            );
    }

    private static IEnumerable<FormRow> Others(FlowRecord r) =>
        r.Others.SelectMany(
            (o, i) =>
            {
                var row = new FormRow(
                    7,
                    FormTable.Cell("序号", $"{i + 1}", SizePt),
                    Cell("时间", o.At),
                    new ValueCell(2, "事项", [new FormLine([new Entered(o.What)], SizePt)]),
                    Cell("人员", o.Who)
                );
                return i == 0 ? FormTable.Bound(new FormRow(7, new LabelCell(5, "打印、暂停与取用")), row) : [row];
            }
        );

    private static ValueCell Cell(string name, params IReadOnlyList<string> lines) =>
        new(1, name, [.. lines.Where(l => l.Length > 0).Select(l => new FormLine([new Entered(l)], SizePt))]);
}
