using System.Globalization;

namespace Disclosure.Core.Forms;

/// <summary>
/// 打印测试页: every role at its sizes, names and scripts that fonts tend to lack, and a frame to be measured with a ruler.
/// </summary>
public static class PrinterTestSheet
{
    /// <summary>Name of the sheet.</summary>
    public const string Name = "打印测试页";

    /// <summary>What is written in forms and what fonts tend to lack, with the word it stands under.</summary>
    public static readonly IReadOnlyList<(string Name, string Text)> Samples =
    [
        ("公文用字", "昌都市统计局信息发布审批表"),
        ("生僻字", "喆堃珺赟"),
        ("藏文", "བཀྲ་ཤིས་བདེ་ལེགས།"),
        ("文号", "〔2026〕"),
        ("序号", "①②③"),
        ("西文", "GDP 7.2% www.gov.cn"),
    ];

    private const double SmallPt = 9;
    private const double StepMm = 10;
    private const int NamedAtMost = 3;

    /// <summary>
    /// The sheet for the fonts that the printer has; what none of them draws is named in its place, so that the sheet comes out whatever is
    /// missing.
    /// </summary>
    public static FormSheet Sheet(FormPrinter printer) =>
        new()
        {
            Name = Name,
            QrText = Name,
            Pages = [Fonts(printer, printer.Fonts()), Frame()],
        };

    private static FormPage Fonts(FormPrinter printer, FontReport report)
    {
        IReadOnlyList<FormRow> rows =
        [
            Wide(11, "小标宋", Line($"标题 22 磅，{By(report, FontRole.Title)}")),
            Wide(11, "黑体", Line($"栏目名 12 磅，{By(report, FontRole.Label)}")),
            new(
                14,
                new LabelCell(1, "黑体\n生僻字"),
                new LabelCell(1, Shown(printer, "喆堃珺赟", FontRole.Label)),
                new LabelCell(1, "黑体\n藏文"),
                new LabelCell(1, Shown(printer, "བཀྲ་ཤིས", FontRole.Label))
            ),
            Wide(11, "仿宋", Line($"填写内容 12 磅，{By(report, FontRole.Value)}")),
            new(
                12,
                new LabelCell(1, "16 磅"),
                new ValueCell(3, "16 磅", [new FormLine([new Words("　中华人民共和国政府信息公开条例")], 16)]) { Running = true }
            ),
            Wide(9, "12 磅", Line("中华人民共和国政府信息公开条例")),
            Wide(8, "10.5 磅", Line("中华人民共和国政府信息公开条例", 10.5)),
            Wide(7, "9 磅", Line("中华人民共和国政府信息公开条例", SmallPt)),
            .. Samples.Select(s => Wide(10, s.Name, Line(Shown(printer, s.Text, FontRole.Value)))),
            Wide(
                9,
                "选择框",
                new FormLine([new Tick("已选", true), new Words("　"), new Tick("未选", false), new Words("　　签字线"), new Gap(30)])
            ),
            new(24, new LabelCell(1, "楷体\n签名"), Signing(printer, report)),
        ];
        const double head = 24;
        return new FormPage
        {
            Title = $"{Name}（{Shown(printer, "喆堃珺赟", FontRole.Title)}）",
            HeadMm = head,
            HeadLeft = [new Words("第一页：字体与字号")],
            HeadRight = [new Words("第二页：尺寸")],
            ColumnsMm = [26, 52, 26, 52],
            Rows = rows,
            Qr = QrPlace.Notes,
            NotesMm = FormPage.TextHeightMm - head - rows.Sum(r => r.HeightMm),
            Notes =
            [
                "注：此行 7.5 磅。用手机扫右侧二维码，应读出“打印测试页”；扫不出的，请更换墨盒或调高打印质量。字迹应为黑色，线条应完整。",
            ],
        };
    }

    private static SigningCell Signing(FormPrinter printer, FontReport report) =>
        new(
            3,
            "签名",
            [Line(By(report, FontRole.Kai))],
            new SignatureBox
            {
                Name = Shown(printer, "喆堃珺赟", FontRole.Kai),
                Day = new DateOnly(2026, 1, 5),
                SignedOnPrint = 1,
            },
            "此行 7 磅，为各环节责任说明的字号。"
        );

    /// <summary>
    /// A grid of ten millimetres over the whole text area; every figure is the distance of the line behind it from the upper left corner.
    /// </summary>
    private static FormPage Frame()
    {
        // The last column takes the odd millimetres: alone they are too narrow for their figure.
        IReadOnlyList<double> columns = [.. Enumerable.Repeat(StepMm, 14), FormPage.WidthMm - (14 * StepMm)];
        IReadOnlyList<double> rows = [.. Enumerable.Repeat(StepMm, 22), FormPage.TextHeightMm - (22 * StepMm)];
        var (across, down) = (Sums(columns), Sums(rows));
        return new FormPage
        {
            Title = "",
            HeadMm = 0,
            ColumnsMm = columns,
            Rows =
            [
                new(rows[0], [.. across.Select(mm => new LabelCell(1, mm))]),
                .. rows.Skip(1)
                    .Select(
                        (height, i) =>
                            new FormRow(
                                height,
                                new LabelCell(1, down[i + 1]),
                                new ValueCell(columns.Count - 1, "说明", Said(i), Centred: true)
                            )
                    ),
            ],
        };
    }

    private static IReadOnlyList<FormLine> Said(int row) =>
        row switch
        {
            5 => [Line("用直尺量外框，应为 156 毫米 × 225 毫米；每行 10 毫米")],
            7 => [Line("不符的，请在打印对话框中选“实际大小”（100%），不要选“适合页面”")],
            9 => [Line("外框到纸边：上 37、左 28、右 26、下 35 毫米；纸张为 A4")],
            _ => [],
        };

    private static IReadOnlyList<string> Sums(IReadOnlyList<double> steps) =>
        [.. steps.Select((_, i) => steps.Take(i + 1).Sum().ToString(CultureInfo.InvariantCulture))];

    private static FormRow Wide(double heightMm, string label, FormLine line) =>
        new(heightMm, new LabelCell(1, label), new ValueCell(3, label, [line]));

    private static FormLine Line(string text, double sizePt = 12) => new([new Words(text)], sizePt);

    private static string By(FontReport report, FontRole role) =>
        report.Roles.First(r => r.Role == role) is { Chain: [var first, ..] } fonts
            ? $"字体为 {first.Name}{(fonts.Substitute ? "（代用）" : "")}"
            : "没有专用字体";

    private static string Shown(FormPrinter printer, string text, FontRole role)
    {
        var drawn = printer.Drawn(text, role);
        var missing = drawn.Where(d => d.Font is null).Select(d => d.Codes).Distinct().ToList();
        var said = (missing.Count, role) switch
        {
            (0, _) => "",
            (_, not FontRole.Value) => "（缺字）",
            _ => $"（缺 {missing.Count} 字：{string.Join('、', missing.Take(NamedAtMost))}{(missing.Count > NamedAtMost ? "等" : "")}）",
        };
        return string.Concat(drawn.Where(d => d.Font is not null).Select(d => d.Text)) + said;
    }
}
