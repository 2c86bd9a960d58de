using System.Text;

namespace Disclosure.Core.Examiner.Reading;

/// <summary>A stretch of letters on one line without a wide gap.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Left">Where it begins, along the line.</param>
/// <param name="Right">Where it ends.</param>
/// <param name="Box">Box on the page.</param>
internal sealed record PdfSegment(string Text, double Left, double Right, Box Box)
{
    /// <summary>Length along the line.</summary>
    public double Length => Right - Left;

    /// <summary>How far it lies beside another stretch of the line.</summary>
    public double Overlap(double left, double right) => Math.Min(Right, right) - Math.Max(Left, left);

    /// <summary>One box around all.</summary>
    public static Box Around(IEnumerable<PdfSegment> segments) =>
        segments.Select(s => s.Box).Aggregate((a, b) => new Box(Math.Min(a.Left, b.Left), Math.Min(a.Bottom, b.Bottom), Math.Max(a.Right, b.Right), Math.Max(a.Top, b.Top)));
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

/// <summary>Sets letters of one direction in lines: letters on one height make a line, wide gaps part it.</summary>
internal sealed class PdfLines
{
    private const double SameLine = 0.5;
    private const double CellGap = 0.6;
    private const double NumberGap = 0.45;
    private const double WordGap = 0.3;
    private const double SpacedOut = 2.6;
    private const double Double = 0.2;

    private readonly StringBuilder text = new();
    private readonly List<PdfSegment> segments = [];
    private readonly List<Placed> recent = [];
    private Box box = new(0, 0, 0, 0);
    private (double Left, double Right) reach;
    private bool isBlank;

    /// <summary>Sets the letters; the first line is the topmost.</summary>
    public static IReadOnlyList<PdfLine> Of(IEnumerable<PdfLetter> letters, int angle)
    {
        var (sin, cos) = Math.SinCos(angle * Math.PI / 180);
        var placed = letters.Select((l, n) => new Placed(l, (l.X * cos) + (l.Y * sin), (l.Y * cos) - (l.X * sin), n)).OrderByDescending(p => p.Height).ThenBy(p => p.Order).ToList();
        var lines = new List<PdfLine>();
        for (var (first, at) = (0, 0); first < placed.Count; first = at)
        {
            // The largest letter says where the line is: notes above it belong to it.
            var (height, size) = (placed[first].Height, placed[first].Letter.Size);
            for (at = first + 1; at < placed.Count && height - placed[at].Height <= Math.Max(size, placed[at].Letter.Size) * SameLine; at++)
            {
                (height, size) = placed[at].Letter.Size > size && !placed[at].IsBlank ? (placed[at].Height, placed[at].Letter.Size) : (height, size);
            }
            if (new PdfLines().Segments(placed[first..at]) is { Count: > 0 } segments)
            {
                lines.Add(new PdfLine(height, size, segments));
            }
        }
        return lines;
    }

    private List<PdfSegment> Segments(List<Placed> line)
    {
        foreach (var letter in line.OrderBy(l => l.Along).ThenBy(l => l.Order))
        {
            if (letter.IsBlank)
            {
                isBlank = true;
            }
            else if (!recent.Exists(letter.IsOn))
            {
                Step(letter);
                Add(letter);
            }
        }
        End();
        return Joined(segments);
    }

    private void Step(Placed letter)
    {
        if (text.Length == 0)
        {
            return;
        }
        var (gap, size) = ((letter.Along - reach.Right) / Math.Max(letter.Letter.Size, 1), letter.Letter.Value[0]);
        var isBetweenNumbers = !isBlank && IsOfNumber(text[^1]) && IsOfNumber(size);
        if (gap > (isBetweenNumbers ? NumberGap : CellGap))
        {
            End();
        }
        else if (isBlank || (gap > WordGap && !(IsHan(text[^1]) && IsHan(size))))
        {
            text.Append(' ');
        }
    }

    private void Add(Placed letter)
    {
        var (b, end) = (letter.Letter.Box, letter.Along + letter.Letter.Width);
        (box, reach) = text.Length == 0 ? (b, (letter.Along, end))
            : (new Box(Math.Min(box.Left, b.Left), Math.Min(box.Bottom, b.Bottom), Math.Max(box.Right, b.Right), Math.Max(box.Top, b.Top)), (reach.Left, Math.Max(reach.Right, end)));
        text.Append(letter.Letter.Value);
        isBlank = false;
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
            segments.Add(new PdfSegment(words, reach.Left, reach.Right, new Box(Math.Round(box.Left, 1), Math.Round(box.Bottom, 1), Math.Round(box.Right, 1), Math.Round(box.Top, 1))));
        }
        text.Clear();
    }

    /// <summary>Words set wide (合　计) are one; so are the number of a paragraph and its text.</summary>
    private static List<PdfSegment> Joined(List<PdfSegment> segments)
    {
        var joined = new List<PdfSegment>();
        var isSingle = false;
        foreach (var segment in segments)
        {
            var isHere = segment.Text.Length == 1 && IsHan(segment.Text[0]);
            if (joined is [.., var last] && ((isSingle && isHere && segment.Left - last.Right < SpacedOut * segment.Length) || (joined.Count == 1 && IsMark(last.Text))))
            {
                joined[^1] = new PdfSegment(isSingle && isHere ? last.Text + segment.Text : $"{last.Text} {segment.Text}", last.Left, segment.Right, PdfSegment.Around([last, segment]));
            }
            else
            {
                joined.Add(segment);
            }
            isSingle = isHere;
        }
        return joined;
    }

    private static bool IsMark(string text) => text.Length <= 5 && (text is "•" or "·" or "●" or "■" or "◆" or "➢" or "-" or "—"
        || (text[^1] is '.' or '、' or '．' or ')' or '）' && text.Any(char.IsLetterOrDigit) && !text.Any(IsWordLetter)));

    // 一、 and (3) number a paragraph; 户) does not.
    private static bool IsWordLetter(char c) => char.IsLetter(c) && !"一二三四五六七八九十".Contains(c, StringComparison.Ordinal) && !char.IsAsciiLetter(c);

    private static bool IsOfNumber(char c) => char.IsAsciiDigit(c) || c is '.' or ',' or '-' or '+' or '%' or '*' or '…' or '—' or '×';

    private static bool IsHan(char c) => c is >= '\u2E80' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or >= '\uFF00' and <= '\uFFEF' or >= '\uD840' and <= '\uDFFF';

    private sealed record Placed(PdfLetter Letter, double Along, double Height, int Order)
    {
        public bool IsBlank => Letter.Value == " ";

        /// <summary>Bold is often the same letter drawn twice.</summary>
        public bool IsOn(Placed other) => Letter.Value == other.Letter.Value && Math.Abs(Along - other.Along) < Letter.Size * Double && Math.Abs(Height - other.Height) < Letter.Size * Double;
    }
}
