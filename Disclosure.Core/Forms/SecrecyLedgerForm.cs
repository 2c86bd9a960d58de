using System.Globalization;
using static Disclosure.Core.Forms.FormPieces;

namespace Disclosure.Core.Forms;

/// <summary>One line of the monthly ledger as printed.</summary>
/// <param name="Counts">Figures in the order of <see cref="SecrecyLedgerForm.Review"/> and
/// <see cref="SecrecyLedgerForm.Handling"/>.</param>
public sealed record SecrecyLedgerLine(string Unit, IReadOnlyList<int> Counts, string Mean, string Longest);

/// <summary>A block of lines with its sum.</summary>
public sealed record SecrecyLedgerBlock(string Name, IReadOnlyList<SecrecyLedgerLine> Lines, SecrecyLedgerLine Sum);

/// <summary>What the monthly ledger prints.</summary>
public sealed record SecrecyLedgerRecord
{
    /// <summary>Name of the bureau.</summary>
    public string Bureau { get; init; } = "";

    /// <summary>「2026年11月」.</summary>
    public string Month { get; init; } = "";

    /// <summary>City units, then counties.</summary>
    public IReadOnlyList<SecrecyLedgerBlock> Blocks { get; init; } = [];

    /// <summary>The sum of all, or null on an extract.</summary>
    public SecrecyLedgerLine? Total { get; init; }

    /// <summary>The sentence of a nil report, or empty.</summary>
    public string Nil { get; init; } = "";

    /// <summary>Warning at the head, or empty on a confirmed ledger.</summary>
    public string Status { get; init; } = "";

    /// <summary>填报人, or empty for the pen.</summary>
    public string Reporter { get; init; } = "";

    /// <summary>Day of the confirmation.</summary>
    public DateOnly? ReportedOn { get; init; }

    /// <summary>Remark.</summary>
    public string Remark { get; init; } = "";

    /// <summary>First 16 digits of the figures' hash, or empty.</summary>
    public string Digits { get; init; } = "";
}

/// <summary>保密审查月度台账: two tables one after the other, since one sheet upright has no room for all columns.</summary>
public static class SecrecyLedgerForm
{
    /// <summary>Name of the sheet.</summary>
    public const string Name = "保密审查月度台账";

    /// <summary>Columns of the first table.</summary>
    public static readonly IReadOnlyList<string> Review =
    [
        "审查件数",
        "自审次数",
        "送审次数",
        "终审次数",
        "密级标志",
        "敏感信息",
        "内部警示",
        "未决事项",
        "其他情形",
        "退回",
    ];

    /// <summary>Columns of the second table; mean and longest time used follow.</summary>
    public static readonly IReadOnlyList<string> Handling =
    [
        "待解密",
        "暂缓公开",
        "报请确定",
        "区分处理",
        "涉密中止",
        "不予公开",
        "发布",
        "超期签署",
        "超期未办",
    ];

    private const double RowMm = 5.4;
    private const double SizePt = 10;
    private const int EmptyRows = 13;
    private static readonly IReadOnlyList<FormPiece> Month = [new Gap(14), new Words("年"), new Gap(8), new Words("月")];
    private static readonly string[] Times = ["平均用时", "最长用时"];

    /// <summary>The sheet.</summary>
    public static FormSheet Sheet(SecrecyLedgerRecord r) =>
        new()
        {
            Name = Name,
            Number = r.Month,
            Status = r.Status,
            PrintLine = r.Digits.Length > 0 ? $"数字校验码 {string.Join(' ', r.Digits.Chunk(4).Select(c => new string(c)))}" : "",
            Pages =
            [
                Table(
                    r,
                    "表一　审查情况",
                    [36, .. Enumerable.Repeat(12.0, Review.Count)],
                    Review,
                    5,
                    l => l.Counts.Take(Review.Count).Select(Figure)
                ),
                Table(
                    r,
                    "表二　处理与时限",
                    [35, .. Enumerable.Repeat(11.0, Handling.Count + Times.Length)],
                    [.. Handling, .. Times],
                    2,
                    l => [.. l.Counts.Skip(Review.Count).Select(Figure), l.Mean, l.Longest],
                    Closing(r, Handling.Count + Times.Length + 1)
                ),
            ],
        };

    private static FormPage Table(
        SecrecyLedgerRecord r,
        string table,
        IReadOnlyList<double> columns,
        IReadOnlyList<string> head,
        int noteLines,
        Func<SecrecyLedgerLine, IEnumerable<string>> cells,
        params IReadOnlyList<FormRow> last
    ) =>
        new()
        {
            Title = $"{r.Bureau}{Name}",
            HeadLeft = [.. r.Month.Length > 0 ? [new Words(r.Month)] : Month, new Words($"　{table}")],
            HeadRight = [new Words("单位：件、次、工作日")],
            ColumnsMm = columns,
            HeadRows = 1,
            Rows =
            [
                new FormRow(12, [new LabelCell(1, "单位"), .. head.Select(h => new LabelCell(1, Halved(h)))]),
                .. Body(r, columns.Count, head, cells, last),
            ],
            NotesMm = 3.2 * noteLines,
            Notes =
                noteLines == 5
                    ?
                    [
                        "注：1. 按报送单位统计，没有送审的单位照列（零报告）。2. 自审、送审、终审为签署次数；退回后重新审查的，重新计次。",
                        "3. “密级标志”至“其他情形”为保密审查五项（B3-1至B3-5）答“是”的次数，同一轮次同一环节只计一次。",
                    ]
                    :
                    [
                        "注：用时为到达环节至签署的工作日，编辑自审不计；超期以当时的环节时限为准；"
                            + "超期未办为月末仍在等待且已过时限的件数。",
                    ],
        };

    private static IEnumerable<FormRow> Body(
        SecrecyLedgerRecord r,
        int columns,
        IReadOnlyList<string> head,
        Func<SecrecyLedgerLine, IEnumerable<string>> cells,
        IReadOnlyList<FormRow> last
    )
    {
        FormRow Row(SecrecyLedgerLine line, bool strong) =>
            new(
                RowMm,
                [
                    strong ? new LabelCell(1, line.Unit) : FormTable.Cell("单位", line.Unit, SizePt, centred: false),
                    .. cells(line).Select((c, i) => FormTable.Cell(head[i], c, SizePt)),
                ]
            );
        return
        [
            .. r.Blocks.SelectMany(b =>
                (IEnumerable<FormRow>)
                    [
                        // Neither the heading nor the sum of a block stands alone.
                        new FormRow(RowMm, new LabelCell(columns, b.Name)) { WithNext = true },
                        .. b.Lines.Select((l, i) => Row(l, false) with { WithNext = i == b.Lines.Count - 1 }),
                        Row(b.Sum, true),
                    ]
            ),
            .. r.Blocks.Count == 0 ? FormTable.Empty(EmptyRows, 2 * RowMm, columns) : [],
            .. r.Total is { } total ? new[] { Row(total, true) with { WithNext = last.Count > 0 } } : [],
            .. FormTable.Bound(last),
        ];
    }

    private static FormRow[] Closing(SecrecyLedgerRecord r, int columns)
    {
        var day = r.ReportedOn is { } on ? Show(on) : "";
        string Words(string word, string filled) => filled.Length > 0 ? $"{word}：{filled}" : $"{word}：";
        return
        [
            .. r.Nil.Length > 0 ? new[] { new FormRow(8, new LabelCell(columns, r.Nil)) } : [],
            .. r.Remark.Length > 0
                ? new[] { new FormRow(12, new LabelCell(1, "备注"), new ValueCell(columns - 1, "备注", Text(r.Remark))) }
                : [],
            new FormRow(
                12,
                FormTable.Cell("填报人", Words("填报人", r.Reporter), 12, false, 5),
                FormTable.Cell("审核人", "审核人：", 12, false, 3),
                FormTable.Cell("日期", Words("日期", day), 12, false, columns - 8)
            ),
        ];
    }

    private static string Figure(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Halved(string head) =>
        head.Length switch
        {
            < 3 => head,
            3 => $"{head[..1]}\n{head[1..]}",
            _ => $"{head[..2]}\n{head[2..]}",
        };
}
