using System.Text;

namespace Disclosure.Core.Files.Reading;

/// <summary>Letters without any gap between.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Left">Where it begins, along the line.</param>
/// <param name="Right">Where it ends.</param>
/// <param name="Size">Height of its type.</param>
/// <param name="Box">Box on the page.</param>
internal sealed record PdfPiece(string Text, double Left, double Right, double Size, Box Box)
{
    private const double WordGap = 0.3;

    /// <summary>True when a blank is written before it.</summary>
    public bool IsApart { get; init; }

    /// <summary>Gap to the next piece in heights of type.</summary>
    public double GapTo(PdfPiece next) => (next.Left - Right) / Math.Max(Math.Max(Size, next.Size), 1);

    /// <summary>True when a gap behind it lies between two numbers.</summary>
    public bool IsNumberUpTo(PdfPiece next) => IsOfNumber(Text[^1]) && IsOfNumber(next.Text[0]);

    /// <summary>True when a blank belongs between it and the next.</summary>
    public bool IsWordUpTo(PdfPiece next) => next.IsApart || (GapTo(next) > WordGap && !(IsHan(Text[^1]) && IsHan(next.Text[0])));

    /// <summary>True for a Chinese character or sign.</summary>
    public static bool IsHan(char c) =>
        c
            is (>= '\u2E80' and <= '\u9FFF')
                or (>= '\uF900' and <= '\uFAFF')
                or (>= '\uFF00' and <= '\uFFEF')
                or (>= '\uD840' and <= '\uDFFF');

    private static bool IsOfNumber(char c) => char.IsAsciiDigit(c) || c is '.' or ',' or '-' or '+' or '%' or '*' or '…' or '—' or '×';
}

/// <summary>A stretch of pieces on one line without a wide gap.</summary>
/// <param name="Pieces">From left to right, at least one.</param>
internal sealed record PdfSegment(IReadOnlyList<PdfPiece> Pieces)
{
    private string? text;

    /// <summary>Where it begins, along the line.</summary>
    public double Left => Pieces[0].Left;

    /// <summary>Where it ends.</summary>
    public double Right => Pieces[^1].Right;

    /// <summary>Length along the line.</summary>
    public double Length => Right - Left;

    /// <summary>Box on the page.</summary>
    public Box Box => Around(Pieces.Select(p => p.Box));

    /// <summary>Its text.</summary>
    public string Text => text ??= Joined();

    /// <summary>True for the number or the dot before a paragraph: 一、 and (3) are, 户) is not.</summary>
    public bool IsMark =>
        Text.Length <= 5
        && (
            Text is "•" or "·" or "●" or "■" or "◆" or "➢" or "-" or "—"
            || (
                Text[^1] is '.' or '、' or '．' or ')' or '）'
                && Text.Any(char.IsLetterOrDigit)
                && Text.All(c => !char.IsLetter(c) || char.IsAsciiLetter(c) || "一二三四五六七八九十".Contains(c, StringComparison.Ordinal))
            )
        );

    /// <summary>How far it lies beside another stretch of the line.</summary>
    public double Overlap(double left, double right) => Math.Min(Right, right) - Math.Max(Left, left);

    /// <summary>One box around all.</summary>
    public static Box Around(IEnumerable<PdfSegment> segments) => Around(segments.Select(s => s.Box));

    private static Box Around(IEnumerable<Box> boxes) =>
        boxes.Aggregate(
            (a, b) => new Box(Math.Min(a.Left, b.Left), Math.Min(a.Bottom, b.Bottom), Math.Max(a.Right, b.Right), Math.Max(a.Top, b.Top))
        );

    private string Joined()
    {
        if (Pieces.Count == 1)
        {
            return Pieces[0].Text;
        }
        var joined = new StringBuilder(Pieces[0].Text);
        for (var i = 1; i < Pieces.Count; i++)
        {
            joined.Append(Pieces[i - 1].IsWordUpTo(Pieces[i]) ? " " : "").Append(Pieces[i].Text);
        }
        return joined.ToString();
    }
}

/// <summary>A line of a page.</summary>
/// <param name="Height">Its baseline, higher is nearer the top.</param>
/// <param name="Size">Height of its type.</param>
/// <param name="Segments">From left to right, at least one.</param>
internal sealed record PdfLine(double Height, double Size, IReadOnlyList<PdfSegment> Segments)
{
    /// <summary>Its text; wide gaps are tabs.</summary>
    public string Text => string.Join('\t', Segments.Select(s => s.Text));
}
