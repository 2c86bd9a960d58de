using System.Globalization;
using static Disclosure.Core.Forms.FormPieces;

namespace Disclosure.Core.Forms;

/// <summary>A file of an item.</summary>
/// <param name="Name">File name.</param>
/// <param name="Role">「正文」, 「附件」.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">SHA-256, 64 hexadecimal digits; the list prints the first 16.</param>
public sealed record AttachmentLine(string Name, string Role, long Size, string Sha256);

/// <summary>What the 附件清单 is printed from; all defaults give the blank form.</summary>
public sealed record AttachmentListRecord
{
    /// <summary>The blank form.</summary>
    public static readonly AttachmentListRecord Blank = new();

    /// <summary>Number of the item.</summary>
    public string Number { get; init; } = "";

    /// <summary>Title of the item.</summary>
    public string Title { get; init; } = "";

    /// <summary>Submitting unit.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Files in order; null leaves lines for the pen, an empty list says that there are none.</summary>
    public IReadOnlyList<AttachmentLine>? Files { get; init; }

    /// <summary>Print number, fingerprint and warning.</summary>
    public PrintMark Print { get; init; } = PrintMark.None;
}

/// <summary>附件清单: every file that belongs to an item, with what tells it from any other.</summary>
public static class AttachmentListForm
{
    /// <summary>Name of the list.</summary>
    public const string Name = "附件清单";

    private const double SizePt = 10;
    private static readonly IReadOnlyList<double> ColumnsMm = [14, 66, 16, 22, 38];

    /// <summary>The list for a record.</summary>
    public static FormSheet Sheet(AttachmentListRecord r) =>
        new()
        {
            Name = Name,
            Number = r.Number,
            PrintLine = r.Print.Line,
            Status = r.Print.Status,
            Pages =
            [
                new FormPage
                {
                    Title = Name,
                    HeadLeft = [new Words("编号："), Fill(r.Number, 40)],
                    HeadRight = r.Unit.Length > 0 ? [new Entered(r.Unit)] : [],
                    ColumnsMm = ColumnsMm,
                    HeadRows = 2,
                    Rows =
                    [
                        new(11, new LabelCell(1, "标题"), new ValueCell(4, "标题", Text(r.Title))),
                        new(
                            9,
                            new LabelCell(1, "序号"),
                            new LabelCell(1, "文件名称"),
                            new LabelCell(1, "类别"),
                            new LabelCell(1, "大小"),
                            new LabelCell(1, "校验码")
                        ),
                        .. Rows(r.Files),
                    ],
                    NotesMm = 6,
                    Notes = ["注：校验码为文件 SHA-256 摘要的前十六位；内容有任何改动，校验码即不同。"],
                },
            ],
        };

    private static IEnumerable<FormRow> Rows(IReadOnlyList<AttachmentLine>? files) =>
        files switch
        {
            null => [.. FormTable.Empty(15, 10.5, ColumnsMm.Count), Sum("")],
            { Count: 0 } => [new(10, new LabelCell(ColumnsMm.Count, "本稿件没有文件。"))],
            _ =>
            [
                .. files.Select((f, i) => Row(f, i) with { WithNext = i == files.Count - 1 }),
                Sum(string.Create(CultureInfo.InvariantCulture, $"{files.Count}件，{Size(files.Sum(f => f.Size))}")),
            ],
        };

    private static FormRow Row(AttachmentLine file, int i) =>
        new(
            9,
            FormTable.Cell("序号", string.Create(CultureInfo.InvariantCulture, $"{i + 1}"), SizePt),
            FormTable.Cell("文件名称", file.Name, SizePt, centred: false),
            FormTable.Cell("类别", file.Role, SizePt),
            FormTable.Cell("大小", Size(file.Size), SizePt),
            FormTable.Cell("校验码", new PrintMark(0, file.Sha256).Digits, SizePt)
        );

    private static FormRow Sum(string sum) =>
        new(9, new LabelCell(1, "合计"), FormTable.Cell("合计", sum, 10.5, centred: false, ColumnsMm.Count - 1));

    private static string Size(long bytes) =>
        bytes switch
        {
            < 1 << 10 => string.Create(CultureInfo.InvariantCulture, $"{bytes} 字节"),
            < 1 << 20 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.0} KB"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.0} MB"),
        };
}
