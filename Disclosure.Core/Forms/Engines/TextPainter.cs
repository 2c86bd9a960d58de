using System.Text;

namespace Disclosure.Core.Forms.Engines;

/// <summary>Puts set lines and single words on a page.</summary>
internal sealed class TextPainter(FontStack fonts, DrawnPage page)
{
    /// <summary>The page painted on.</summary>
    public DrawnPage Page => page;

    /// <summary>Words on a baseline; returns the x where they end.</summary>
    public double Words(string text, FontRole role, double sizePt, double x, double baseline)
    {
        if (text.Length == 0)
        {
            return x;
        }

        foreach (var shaped in fonts.Shape(text, role))
        {
            page.Texts.Add(new(shaped, x, baseline, sizePt));
            x += shaped.Width * sizePt;
        }

        return x;
    }

    /// <summary>Width of words, mm.</summary>
    public double Width(string text, FontRole role, double sizePt) =>
        text.Length == 0 ? 0 : fonts.Shape(text, role).Sum(s => s.Width) * sizePt;

    /// <summary>Lines from a top edge, left-aligned or centred in a width; returns the y below them.</summary>
    public double Lines(IEnumerable<SetLine> lines, double x, double top, double widthMm, bool centred = false)
    {
        foreach (var line in lines)
        {
            var start = centred ? x + ((widthMm - Typesetter.Visible(line.Atoms, line.SizePt)) / 2) : x;
            Line(line.Atoms, line.SizePt, start, top + line.BaselineMm);
            top += line.HeightMm;
        }

        return top;
    }

    /// <summary>Atoms of one line on a baseline; returns the x where they end.</summary>
    public double Line(IReadOnlyList<Atom> atoms, double sizePt, double x, double baseline)
    {
        var words = new StringBuilder();
        var role = FontRole.Value;
        foreach (var atom in atoms)
        {
            if (atom is TextAtom text)
            {
                role = text.Role;
                words.Append(text.Text);
                continue;
            }

            x = Words(words.ToString(), role, sizePt, x, baseline);
            words.Clear();
            x = atom is TickAtom tick ? Tick(tick, sizePt, x, baseline) : Gap((GapAtom)atom, x, baseline);
        }

        return Words(words.ToString().TrimEnd(), role, sizePt, x, baseline);
    }

    private double Tick(TickAtom atom, double sizePt, double x, double baseline)
    {
        var box = fonts.Shape(TickAtom.Open, FontRole.Value)[0];
        if (atom.Tick.Ticked)
        {
            page.Outlines.Add(new(box, x, baseline, sizePt));
            Words(TickAtom.Ticked, FontRole.Value, sizePt, x, baseline);
        }
        else
        {
            page.Texts.Add(new(box, x, baseline, sizePt));
        }

        return Words(atom.Tick.Text, FontRole.Value, sizePt, x + (atom.BoxMmPerPt * sizePt), baseline);
    }

    private double Gap(GapAtom atom, double x, double baseline)
    {
        var end = x + atom.Gap.WidthMm;
        if (atom.Gap.Ruled)
        {
            page.Line(x + 0.3, baseline + 0.7, end - 0.3, baseline + 0.7, 0.4);
        }

        return end;
    }
}
