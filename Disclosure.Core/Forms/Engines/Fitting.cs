namespace Disclosure.Core.Forms.Engines;

/// <summary>Paragraphs set in a box: lines with their sizes and heights in mm.</summary>
/// <param name="Lines">Lines from the top.</param>
/// <param name="Overflow">Texts that did not fit, for the continuation page.</param>
/// <param name="Paragraphs">The same paragraphs before they were broken into lines, for an engine that breaks lines by itself.</param>
internal sealed record Fitted(IReadOnlyList<SetLine> Lines, IReadOnlyList<Continued> Overflow, IReadOnlyList<SetParagraph> Paragraphs)
{
    /// <summary>Height of all lines, mm.</summary>
    public double HeightMm => Lines.Sum(l => l.HeightMm);
}

/// <summary>A line ready to be drawn.</summary>
/// <param name="Atoms">What stands on it.</param>
/// <param name="SizePt">Type size, points.</param>
/// <param name="HeightMm">Height, mm.</param>
/// <param name="BaselineMm">Baseline from the top, mm.</param>
internal sealed record SetLine(IReadOnlyList<Atom> Atoms, double SizePt, double HeightMm, double BaselineMm);

/// <summary>A paragraph with what was decided about it.</summary>
/// <param name="Pieces">Its pieces, after any shortening.</param>
/// <param name="SizePt">Type size, points.</param>
/// <param name="LineMm">Height of one of its lines, mm; the mean where Tibetan makes some higher.</param>
/// <param name="Lines">The lines it was broken into.</param>
internal sealed record SetParagraph(IReadOnlyList<FormPiece> Pieces, double SizePt, double LineMm, IReadOnlyList<SetLine> Lines);

/// <summary>A text that continues on a page of its own, whole.</summary>
internal sealed record Continued(string Name, string Text);

/// <summary>Fits paragraphs into boxes: smaller first, then 见续页; nothing is ever cut away unsaid.</summary>
internal sealed partial class Fitting(Typesetter typesetter)
{
    /// <summary>Stands where a text goes on elsewhere.</summary>
    public const string SeeContinuation = "（见续页）";

    private const double MmPerPoint = 25.4 / 72;

    /// <summary>Sizes tried in turn. Entered text stops at 10.5; the form's own choices, set at 10.5, may go to 9.</summary>
    private static readonly (double Pt, double Leading)[] Steps =
    [
        (12, 1.25),
        (12, 1.15),
        (11, 1.15),
        (10.5, 1.25),
        (10.5, 1.15),
        (10, 1.2),
        (10, 1.12),
        (9.5, 1.15),
        (9, 1.1),
    ];

    /// <summary>Solid lines, the last way to keep a text in its cell.</summary>
    private static readonly (double Pt, double Leading)[] Solid = [(9, 1.0)];

    /// <summary>三号 as in an official letter, smaller only when it would not fit on its page.</summary>
    private static readonly (double Pt, double Leading)[] LetterSteps =
    [
        (16, 1.75),
        (16, 1.6),
        (15, 1.6),
        (14, 1.6),
        (12, 1.5),
        (12, 1.25),
    ];

    private const double SmallestEnteredPt = 10.5;
    private const int LongestBeside = 24;

    private readonly Dictionary<(FormLine Line, FontRole Role), IReadOnlyList<Atom>> measured = [];

    /// <summary>
    /// Sets paragraphs in a box of width and height in mm; what does not fit at the smallest size is shortened and named in the overflow.
    /// </summary>
    public Fitted Fit(IReadOnlyList<FormLine> lines, FontRole role, double widthMm, double heightMm, string name) =>
        Fit([.. Steps, .. Solid], lines, role, widthMm, heightMm, name);

    /// <summary>Sets the running text of a letter.</summary>
    public Fitted Letter(IReadOnlyList<FormLine> lines, double widthMm, double heightMm, string name) =>
        Fit(LetterSteps, lines, FontRole.Value, widthMm, heightMm, name);

    /// <summary>The same for a signing box, where a short opinion may move up to the end of the line before it.</summary>
    public Fitted Signing(IReadOnlyList<FormLine> lines, string opinion, double widthMm, double heightMm, string name)
    {
        IReadOnlyList<FormLine> apart = [.. lines, .. FormPieces.Text(opinion)];
        if (Whole(Steps, apart, FontRole.Value, widthMm, heightMm) is { } fitted)
        {
            return fitted;
        }

        if (lines.Count > 0 && opinion.Length is > 0 and <= LongestBeside && !opinion.Contains('\n', StringComparison.Ordinal))
        {
            var beside = lines[^1] with { Pieces = [.. lines[^1].Pieces, FormPieces.Space, FormPieces.Space, new Entered(opinion, name)] };
            if (Whole(Steps, [.. lines.SkipLast(1), beside], FontRole.Value, widthMm, heightMm) is { } together)
            {
                return together;
            }
        }

        return Fit(Solid, apart, FontRole.Value, widthMm, heightMm, name);
    }

    private Fitted Fit(
        (double Pt, double Leading)[] steps,
        IReadOnlyList<FormLine> lines,
        FontRole role,
        double widthMm,
        double heightMm,
        string name
    ) => Whole(steps, lines, role, widthMm, heightMm) ?? Shorten(lines, role, widthMm, heightMm, name);

    private Fitted? Whole(
        (double Pt, double Leading)[] steps,
        IReadOnlyList<FormLine> lines,
        FontRole role,
        double widthMm,
        double heightMm
    ) => steps.Select(step => Try(lines, role, widthMm, heightMm, step)).FirstOrDefault(fitted => fitted is not null);

    /// <summary>Lines of paragraphs at one size, without limit of height.</summary>
    public IReadOnlyList<SetLine> Set(IReadOnlyList<FormLine> lines, FontRole role, double widthMm, double pt, double leading) =>
        Whole(lines, role, widthMm, pt, leading).Lines;

    /// <summary>Lines and paragraphs at one size, without limit of height.</summary>
    public Fitted Whole(IReadOnlyList<FormLine> lines, FontRole role, double widthMm, double pt, double leading)
    {
        var set = new List<SetLine>();
        var paragraphs = new List<SetParagraph>();
        foreach (var line in lines)
        {
            var floor = line.SizePt > SmallestEnteredPt && line.Pieces.Any(p => p is Entered) ? SmallestEnteredPt : 0;
            var size = Math.Min(line.SizePt, Math.Max(pt, floor));
            var broken = typesetter.Lines(Atoms(line, role), size, widthMm).Select(atoms => Line(atoms, size, leading)).ToList();
            set.AddRange(broken);
            paragraphs.Add(
                new(line.Pieces, size, broken.Count > 0 ? broken.Average(l => l.HeightMm) : size * MmPerPoint * leading, broken)
            );
        }

        return new(set, [], paragraphs);
    }

    /// <summary>
    /// Chinese type hangs 0.88 em above its baseline and 0.12 below; Tibetan stacks reach further down and need a higher line.
    /// </summary>
    private static SetLine Line(IReadOnlyList<Atom> atoms, double sizePt, double leading)
    {
        var em = sizePt * MmPerPoint;
        return atoms.Any(a => a is TextAtom { Text: [>= '\u0f00' and <= '\u0fff', ..] })
            ? new(atoms, sizePt, em * Math.Max(leading, 1.8), em)
            : new(atoms, sizePt, em * leading, em * (((leading - 1) / 2) + 0.88));
    }

    /// <summary>A paragraph is measured once, however many sizes are tried.</summary>
    private IReadOnlyList<Atom> Atoms(FormLine line, FontRole role)
    {
        if (!measured.TryGetValue((line, role), out var atoms))
        {
            measured[(line, role)] = atoms = typesetter.Atoms(line.Pieces, role);
        }

        return atoms;
    }

    private Fitted? Try(IReadOnlyList<FormLine> lines, FontRole role, double widthMm, double heightMm, (double Pt, double Leading) step)
    {
        var fitted = Whole(lines, role, widthMm, step.Pt, step.Leading);
        return fitted.HeightMm <= heightMm + 0.01 ? fitted : null;
    }

    private Fitted Shorten(IReadOnlyList<FormLine> lines, FontRole role, double widthMm, double heightMm, string name)
    {
        var overflow = new List<Continued>();
        while (Longest(lines) is { } longest)
        {
            overflow.Add(new(longest.Name.Length > 0 ? longest.Name : name, longest.Text));
            var opening = Opening(longest, count => Some(count) is not null);
            if (Some(opening) is { } fitted)
            {
                return fitted with { Overflow = overflow };
            }

            lines = With(lines, longest, 0);

            Fitted? Some(int count)
            {
                var shorter = With(lines, longest, count);
                return Try(shorter, role, widthMm, heightMm, (SmallestEnteredPt, 1.15)) ?? Try(shorter, role, widthMm, heightMm, Solid[0]);
            }
        }

        throw new InvalidOperationException($"The form's own words in 「{name}」 do not fit {widthMm:F1} by {heightMm:F1} mm.");
    }

    /// <summary>
    /// How many units of a text can stand before 见续页; 0 when none. Units, because half a number would be a wrong number.
    /// </summary>
    private static int Opening(Entered text, Func<int, bool> fits)
    {
        var (good, bad) = (0, LineBreaks.Units(text.Text).Count());
        while (bad - good > 1)
        {
            var middle = (good + bad) / 2;
            (good, bad) = fits(middle) ? (middle, bad) : (good, middle);
        }

        return good;
    }

    private static Entered? Longest(IReadOnlyList<FormLine> lines) =>
        lines.SelectMany(l => l.Pieces).OfType<Entered>().OrderByDescending(e => e.Text.Length).FirstOrDefault();

    private static IReadOnlyList<FormLine> With(IReadOnlyList<FormLine> lines, Entered text, int count)
    {
        var opening = string.Concat(LineBreaks.Units(text.Text).Take(count));
        var words = new Words(count > 0 ? $"{opening}……{SeeContinuation}" : SeeContinuation);
        return [.. lines.Select(l => l with { Pieces = [.. l.Pieces.Select(p => ReferenceEquals(p, text) ? words : p)] })];
    }
}
