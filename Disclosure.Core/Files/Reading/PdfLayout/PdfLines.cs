using System.Text;

namespace Disclosure.Core.Files.Reading;

/// <summary>Sets letters of one direction in lines: letters on one height make a line, wide gaps part it.</summary>
internal sealed class PdfLines
{
    private const double SameLine = 0.5;
    private const double PieceGap = 0.12;
    private const double CellGap = 0.6;
    private const double NumberGap = 0.3;
    private const double SpacedOut = 2.6;

    private readonly StringBuilder text = new();
    private readonly List<PdfPiece> pieces = [];
    private readonly List<PdfPlaced> recent = [];
    private Box box = new(0, 0, 0, 0);
    private (double Left, double Right) reach;
    private double size;
    private bool isApart;
    private bool isBlank;

    /// <summary>Sets the letters; the first line is the topmost.</summary>
    public static IReadOnlyList<PdfLine> Of(IEnumerable<PdfLetter> letters, int angle)
    {
        var (sin, cos) = Math.SinCos(angle * Math.PI / 180);
        var placed = letters
            .Select((l, n) => new PdfPlaced(l, (l.X * cos) + (l.Y * sin), (l.Y * cos) - (l.X * sin), n))
            .OrderByDescending(p => p.Height)
            .ThenBy(p => p.Order)
            .ToList();
        var lines = new List<PdfLine>();
        for (var (first, at) = (0, 0); first < placed.Count; first = at)
        {
            // The largest letter says where the line is: notes above it belong to it.
            var (height, size) = (placed[first].Height, placed[first].Letter.Size);
            for (at = first + 1; at < placed.Count && height - placed[at].Height <= Math.Max(size, placed[at].Letter.Size) * SameLine; at++)
            {
                (height, size) =
                    placed[at].Letter.Size > size && !placed[at].IsBlank ? (placed[at].Height, placed[at].Letter.Size) : (height, size);
            }
            if (new PdfLines().Segments(placed[first..at]) is { Count: > 0 } segments)
            {
                lines.Add(new PdfLine(height, size, segments));
            }
        }
        return lines;
    }

    private List<PdfSegment> Segments(List<PdfPlaced> line)
    {
        foreach (var letter in line.OrderBy(l => l.Along).ThenBy(l => l.Order))
        {
            if (letter.IsBlank)
            {
                isBlank = true;
            }
            else if (!recent.Exists(letter.IsOn))
            {
                Add(letter);
            }
        }
        End();
        return Joined(Parted());
    }

    private void Add(PdfPlaced letter)
    {
        var (b, end) = (letter.Letter.Box, letter.Along + letter.Letter.Width);
        if (text.Length > 0 && (isBlank || letter.Along - reach.Right > PieceGap * letter.Letter.Size))
        {
            End();
        }
        if (text.Length == 0)
        {
            (box, reach, size) = (b, (letter.Along, end), letter.Letter.Size);
        }
        else
        {
            box = new Box(
                Math.Min(box.Left, b.Left),
                Math.Min(box.Bottom, b.Bottom),
                Math.Max(box.Right, b.Right),
                Math.Max(box.Top, b.Top)
            );
            (reach, size) = ((reach.Left, Math.Max(reach.Right, end)), Math.Max(size, letter.Letter.Size));
        }
        text.Append(letter.Letter.Value);
        recent.Add(letter);
        if (recent.Count > 4)
        {
            recent.RemoveAt(0);
        }
    }

    private void End()
    {
        if (PdfRadicals.Replaced(text.ToString()).Trim() is { Length: > 0 } words)
        {
            var whole = new Box(Math.Round(box.Left, 1), Math.Round(box.Bottom, 1), Math.Round(box.Right, 1), Math.Round(box.Top, 1));
            pieces.Add(new PdfPiece(words, reach.Left, reach.Right, size, whole) { IsApart = isApart });
        }
        (isApart, isBlank) = (isBlank, false);
        text.Clear();
    }

    /// <summary>Pieces with narrow gaps are one stretch.</summary>
    private List<PdfSegment> Parted()
    {
        var segments = new List<PdfSegment>();
        foreach (var piece in pieces)
        {
            if (
                segments is [.., var last]
                && last.Pieces[^1].GapTo(piece) <= (!piece.IsApart && last.Pieces[^1].IsNumberUpTo(piece) ? NumberGap : CellGap)
            )
            {
                segments[^1] = new PdfSegment([.. last.Pieces, piece]);
            }
            else
            {
                segments.Add(new PdfSegment([piece]));
            }
        }
        return segments;
    }

    /// <summary>Words set wide (合　计) are one; so are the number of a paragraph and its text.</summary>
    private static List<PdfSegment> Joined(List<PdfSegment> segments)
    {
        var joined = new List<PdfSegment>();
        var isSingle = false;
        foreach (var segment in segments)
        {
            var isHere = segment.Text.Length == 1 && PdfPiece.IsHan(segment.Text[0]);
            if (joined is [.., var last] && isSingle && isHere && segment.Left - last.Right < SpacedOut * segment.Length)
            {
                joined[^1] = new PdfSegment([
                    new PdfPiece(
                        last.Text + segment.Text,
                        last.Left,
                        segment.Right,
                        segment.Pieces[0].Size,
                        PdfSegment.Around([last, segment])
                    ),
                ]);
            }
            else if (joined is [var mark] && mark.IsMark)
            {
                joined[0] = new PdfSegment([.. mark.Pieces, .. segment.Pieces]);
            }
            else
            {
                joined.Add(segment);
            }
            isSingle = isHere;
        }
        return joined;
    }
}

/// <summary>A letter where it stands along its line.</summary>
/// <param name="Letter">The letter.</param>
/// <param name="Along">Along the line.</param>
/// <param name="Height">Across the lines, higher is nearer the top.</param>
/// <param name="Order">In which order it was written.</param>
internal sealed record PdfPlaced(PdfLetter Letter, double Along, double Height, int Order)
{
    private const double Near = 0.2;

    /// <summary>True for white space.</summary>
    public bool IsBlank => Letter.Value == " ";

    /// <summary>Bold is often the same letter drawn twice.</summary>
    public bool IsOn(PdfPlaced other) =>
        Letter.Value == other.Letter.Value
        && Math.Abs(Along - other.Along) < Letter.Size * Near
        && Math.Abs(Height - other.Height) < Letter.Size * Near;
}
