namespace Disclosure.Core.Forms.Engines;

/// <content>Labels, and cells of lists, which grow instead of shrinking.</content>
internal sealed partial class Fitting
{
    private const double ListLeading = 1.2;
    private const double SmallestListLabelPt = 9;

    private readonly Dictionary<(string Text, double WidthMm, double Pt), (IReadOnlyList<SetLine> Set, bool Broken)> labels = [];

    /// <summary>A label in its box: explicit breaks kept, smaller until it fits.</summary>
    public IReadOnlyList<SetLine> Label(string text, double widthMm, double heightMm)
    {
        var oneLine = !text.Contains('\n', StringComparison.Ordinal);
        for (var pt = 12.0; ; pt -= 0.5)
        {
            var (set, broken) = LabelAt(text, widthMm, pt);
            if ((!broken || (oneLine && pt <= 9)) && set.Sum(l => l.HeightMm) <= heightMm)
            {
                return set;
            }

            if (pt < 6)
            {
                throw new InvalidOperationException($"The label 「{text}」 does not fit {widthMm:F1} by {heightMm:F1} mm.");
            }
        }
    }

    /// <summary>Lines of a list's cell, as many as its text takes. Not remembered: a list measures each text once.</summary>
    public IReadOnlyList<SetLine> Grown(IReadOnlyList<FormLine> lines, double widthMm) =>
        [
            .. lines.SelectMany(l =>
                typesetter.Lines(typesetter.Atoms(l.Pieces, FontRole.Value), l.SizePt, widthMm).Select(a => Line(a, l.SizePt, ListLeading))
            ),
        ];

    /// <summary>A paragraph of a list's cell for an engine that breaks lines by itself.</summary>
    public SetParagraph GrownParagraph(FormLine line, double widthMm) =>
        new(line.Pieces, line.SizePt, line.SizePt * MmPerPoint * ListLeading, Grown([line], widthMm));

    /// <summary>A label in a list: smaller for a while, then on as many lines as it takes.</summary>
    public IReadOnlyList<SetLine> GrownLabel(string text, double widthMm, double heightMm)
    {
        for (var pt = 12.0; pt >= SmallestListLabelPt; pt -= 0.5)
        {
            if (LabelAt(text, widthMm, pt) is var (set, broken) && !broken && set.Sum(l => l.HeightMm) <= heightMm)
            {
                return set;
            }
        }

        return LabelAt(text, widthMm, SmallestListLabelPt).Set;
    }

    private (IReadOnlyList<SetLine> Set, bool Broken) LabelAt(string text, double widthMm, double pt)
    {
        var key = (text, widthMm, pt);
        if (!labels.TryGetValue(key, out var label))
        {
            var lines = text.Split('\n');
            var set = lines
                .SelectMany(t =>
                    typesetter.Lines(typesetter.Atoms([new Words(t)], FontRole.Label), pt, widthMm).Select(a => Line(a, pt, 1.12))
                )
                .ToList();
            labels[key] = label = (set, set.Count > lines.Length);
        }

        return label;
    }
}
