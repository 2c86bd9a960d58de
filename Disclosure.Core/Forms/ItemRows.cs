using static Disclosure.Core.Forms.FormPieces;

namespace Disclosure.Core.Forms;

/// <summary>Cells that the city's and the counties' form share.</summary>
internal static class ItemRows
{
    /// <summary>Columns of both forms, mm.</summary>
    public static readonly IReadOnlyList<double> ColumnsMm = [26, 52, 26, 52];

    /// <summary>Label of one column, value of the next.</summary>
    public static IReadOnlyList<FormCell> Field(string label, string value) =>
        [new LabelCell(1, label), new ValueCell(1, Plain(label), Text(value))];

    /// <summary>Label and a value across the rest of the row.</summary>
    public static FormRow Wide(double heightMm, string label, params IReadOnlyList<FormLine> lines) =>
        new(heightMm, new LabelCell(1, label), new ValueCell(3, Plain(label), lines));

    /// <summary>Label and a signing box across the rest of the row.</summary>
    public static FormRow Signing(
        double heightMm,
        string label,
        SignatureBox box,
        string responsibility,
        string signatureWord = "签名",
        params IReadOnlyList<FormLine> lines
    ) => new(heightMm, new LabelCell(1, label), new SigningCell(3, Plain(label), lines, box, responsibility, signatureWord));

    /// <summary>The boxes of the steps, one row each.</summary>
    public static IEnumerable<FormRow> Signing(IEnumerable<SigningRow> steps) =>
        steps.Select(s => Signing(s.HeightMm, s.Label, s.Signature, s.Responsibility, s.SignatureWord, s.Lines));

    /// <summary>Name and telephone of the editor.</summary>
    public static string EditorAndTelephone(FormItem item) =>
        string.Join("  ", new[] { item.Editor, item.Telephone }.Where(s => s.Length > 0));

    /// <summary>信息类别.</summary>
    public static FormLine Kind(FormItem item) =>
        Line(
            Choice(
                FormWording.Kinds,
                item.Kind,
                option =>
                    option switch
                    {
                        "法规执法" =>
                        [
                            new Words("（"),
                            .. Choice(FormWording.EnforcementKinds, item.Kind == option ? item.KindDetail : ""),
                            new Words("）"),
                        ],
                        "其他" => [Fill(item.Kind == option ? item.KindDetail : "", 16, "信息类别：其他")],
                        _ => [],
                    }
            )
        );

    /// <summary>公开属性 (C3).</summary>
    public static FormLine Attribute(FormItem item) =>
        Line(
            Choice(
                FormWording.Attributes,
                item.Attribute,
                option =>
                    option == "不予公开"
                        ? [new Words("（理由及依据："), Fill(item.WithholdingGround, 30, "不予公开的理由及依据"), new Words("）")]
                        : []
            )
        );

    /// <summary>发布渠道.</summary>
    public static IReadOnlyList<FormPiece> Channels(FormItem item) =>
        Choices(
            FormWording.Channels,
            item.Channels,
            option =>
                option switch
                {
                    "外网" => [new Words("（栏目："), Fill(item.ExternalColumn, 12, "外网栏目"), new Words("）")],
                    "其他" => [Fill(item.OtherChannel, 8, "发布渠道：其他")],
                    _ => [],
                }
        );

    /// <summary>数据性质 (D5).</summary>
    public static IReadOnlyList<FormPiece> DataStatus(FormItem item) =>
        Choice(
            FormWording.DataStatuses,
            item.DataStatus,
            option => option == "非定案" ? [new Words("（说明："), Fill(item.DataStatusNote, 8, "非定案说明"), new Words("）")] : []
        );

    /// <summary>备注.</summary>
    public static FormRow Remarks(FormItem item) => Wide(9, "备注", Text(item.Remarks));

    /// <summary>The label as one line, for the continuation page.</summary>
    private static string Plain(string label) => label.Replace("\n", "", StringComparison.Ordinal);
}
