using static Disclosure.Core.Forms.FormPieces;

namespace Disclosure.Core.Forms;

/// <summary>Parts that all letters share: the address, paragraphs, the place for seal and day.</summary>
internal static class LetterPieces
{
    private const double LetterPt = 16;

    /// <summary>A letter on one page: its running text fills what its foot leaves.</summary>
    public static FormPage Page(string title, LetterRecord letter, IReadOnlyList<FormLine> body, params IReadOnlyList<FormRow> foot) =>
        new()
        {
            Title = title,
            HeadRight = [Fill(letter.Number, 46)],
            ColumnsMm = [FormPage.WidthMm],
            Ruled = false,
            Rows = [new(FormPage.TextHeightMm - 24 - foot.Sum(r => r.HeightMm), Running(title, body)), .. foot],
        };

    /// <summary>To whom, flush left.</summary>
    public static FormLine Address(LetterRecord letter) => new([Fill(letter.To, 70), new Words("：")], LetterPt);

    /// <summary>A paragraph, two characters in.</summary>
    public static FormLine Paragraph(params IReadOnlyList<FormPiece> pieces) => new([new Words("　　"), .. pieces], LetterPt);

    /// <summary>A line as it stands.</summary>
    public static FormLine Plain(params IReadOnlyList<FormPiece> pieces) => new(pieces, LetterPt);

    /// <summary>《title》（number）, or room for both.</summary>
    public static IReadOnlyList<FormPiece> Named(LetterRecord letter) =>
        [new Words("《"), Fill(letter.Title, 60), new Words("》（编号："), Fill(letter.ItemNumber, 40), new Words("）")];

    /// <summary>Bureau, seal and day at the right.</summary>
    public static FormRow Seal(LetterRecord letter) =>
        new(
            34,
            Running(
                "落款",
                [
                    Plain(new Gap(78, Ruled: false), new Words($"{letter.Bureau}（印章）")),
                    Plain([new Gap(84, Ruled: false), .. Day(letter.Day)]),
                ]
            )
        );

    /// <summary>Running text across the page.</summary>
    public static ValueCell Running(string name, IReadOnlyList<FormLine> lines) => new(1, name, lines) { Running = true };
}
