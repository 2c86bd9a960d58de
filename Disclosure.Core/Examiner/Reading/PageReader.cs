using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Colors;

namespace Disclosure.Core.Examiner.Reading;

/// <summary>A stretch of letters on one line without a gap.</summary>
/// <param name="Joined">True when only a small gap parts it from the one before: the same cell, unless other lines say otherwise.</param>
internal sealed record PageSegment(string Text, double Left, double Bottom, double Right, double Top, bool Joined = false)
{
    /// <summary>Its box.</summary>
    public Box Box => new(Math.Round(Left, 1), Math.Round(Bottom, 1), Math.Round(Right, 1), Math.Round(Top, 1));
}

/// <summary>
/// The text of one page in the order in which it is written: letters on one height make a line, wide gaps make cells, neighbouring lines
/// of cells make a table. Letters that nobody sees come after the line that they interrupt.
/// </summary>
internal sealed class PageReader(Page page, IContentSink sink, Place place)
{
    private const double CellGap = 0.6;
    private const double WordGap = 0.3;
    private const double SmallestSize = 1.5;
    private const double Garbage = 0.1;

    private readonly List<PageSegment> line = [];
    private readonly StringBuilder text = new();
    private readonly Dictionary<string, StringBuilder> unseen = [];
    private readonly PageTables tables = new(sink, place);
    private (double Left, double Bottom, double Right, double Top) box;
    private int garbage;
    private bool joined;

    /// <summary>Letters with a sign of their own.</summary>
    public int Letters { get; private set; }

    /// <summary>True when so many letters are no characters that the text cannot be trusted.</summary>
    public bool IsUnreliable => Letters > 20 && garbage > Letters * Garbage;

    /// <summary>Reads the page.</summary>
    public void Read()
    {
        Letter? last = null;
        foreach (var letter in page.Letters)
        {
            if (string.IsNullOrEmpty(letter.Value) || IsDouble(letter, last))
            {
                continue;
            }
            if (string.IsNullOrWhiteSpace(letter.Value))
            {
                Blank(letter, last);
                last = letter;
                continue;
            }
            Letters++;
            garbage += IsGarbage(letter.Value) ? 1 : 0;
            if (HiddenBy(letter) is { } why)
            {
                Unseen(why, letter);
                continue;
            }
            Step(letter, last);
            text.Append(letter.Value);
            var glyph = letter.BoundingBox;
            box = text.Length == letter.Value.Length ? (glyph.Left, letter.StartBaseLine.Y, glyph.Right, glyph.Top)
                : (Math.Min(box.Left, glyph.Left), box.Bottom, Math.Max(Math.Max(box.Right, glyph.Right), letter.EndBaseLine.X), Math.Max(box.Top, glyph.Top));
            last = letter;
        }
        EndLine();
        tables.End();
        Tell();
    }

    // One blank parts words, several part cells.
    private void Blank(Letter letter, Letter? last)
    {
        Step(letter, last);
        if (text.Length > 0 && text[^1] == ' ')
        {
            EndSegment();
        }
        else if (text.Length > 0)
        {
            text.Append(' ');
        }
    }

    private void Step(Letter letter, Letter? last)
    {
        if (last is null)
        {
            return;
        }
        var size = Math.Max(letter.PointSize, 1);
        var gap = letter.StartBaseLine.X - last.EndBaseLine.X;
        if (Math.Abs(letter.StartBaseLine.Y - last.StartBaseLine.Y) > size * 0.5)
        {
            EndLine();
        }
        else if (gap > size * CellGap || gap < -size * 2)
        {
            EndSegment();
        }
        else if (gap > size * WordGap && text.Length > 0)
        {
            EndSegment();
            joined = true;
        }
    }

    private void EndSegment()
    {
        if (text.ToString().Trim() is { Length: > 0 } words)
        {
            line.Add(new PageSegment(Plain(words), box.Left, box.Bottom, box.Right, box.Top, joined && line.Count > 0));
            joined = false;
        }
        text.Clear();
    }

    private void EndLine()
    {
        EndSegment();
        if (line.Count > 0)
        {
            tables.Line([.. line.OrderBy(s => s.Left)]);
            line.Clear();
        }
    }

    private void Unseen(string why, Letter letter)
    {
        if (!unseen.TryGetValue(why, out var words))
        {
            unseen[why] = words = new StringBuilder();
        }
        words.Append(letter.Value);
    }

    private void Tell()
    {
        foreach (var (why, words) in unseen)
        {
            sink.Passage(new Passage(place, PassageKind.Body, Plain(words.ToString())) { HiddenBy = why });
            sink.Observe(new Observation(ObservationKind.InvisibleText, place, $"{why} {words.Length} 个字符", words.Length));
        }
        if (IsUnreliable)
        {
            sink.Observe(new Observation(ObservationKind.UnreliableText, place, $"{garbage} 个字符无法识别", garbage));
        }
    }

    private string? HiddenBy(Letter letter)
    {
        if (letter.RenderingMode is TextRenderingMode.Neither or TextRenderingMode.NeitherClip)
        {
            return "不显示的文字";
        }
        var bounds = page.CropBox.Bounds;
        var at = letter.StartBaseLine;
        if (at.X < bounds.Left - 1 || at.X > bounds.Right + 1 || at.Y < bounds.Bottom - 1 || at.Y > bounds.Top + 1)
        {
            return "页面之外的文字";
        }
        return letter.PointSize < SmallestSize ? "极小的文字" : IsWhite(letter.FillColor) ? "白色文字" : null;
    }

    private static bool IsWhite(IColor? color) => color?.ToRGBValues() is { r: > 0.99, g: > 0.99, b: > 0.99 };

    // Bold is often the same letter drawn twice.
    private static bool IsDouble(Letter letter, Letter? last) => last is not null && last.Value == letter.Value
        && Math.Abs(last.StartBaseLine.X - letter.StartBaseLine.X) < letter.PointSize * 0.15 && Math.Abs(last.StartBaseLine.Y - letter.StartBaseLine.Y) < letter.PointSize * 0.15;

    private static bool IsGarbage(string value) => value[0] is '\uFFFD' or < ' ' or (>= '\uE000' and <= '\uF8FF');

    /// <summary>Radicals that fonts without a proper map give back for whole characters, as those characters.</summary>
    private static string Plain(string words) => words.AsSpan().ContainsAnyInRange('\u2E80', '\u2FDF') ? words.Normalize(NormalizationForm.FormKC) : words;
}
