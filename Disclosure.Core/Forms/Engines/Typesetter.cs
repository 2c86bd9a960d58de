namespace Disclosure.Core.Forms.Engines;

/// <summary>Turns pieces into atoms and atoms into lines.</summary>
internal sealed class Typesetter(FontStack fonts)
{
    /// <summary>Atoms of a paragraph in reading order.</summary>
    public IReadOnlyList<Atom> Atoms(IEnumerable<FormPiece> pieces, FontRole role)
    {
        var atoms = new List<Atom>();
        foreach (var piece in pieces)
        {
            switch (piece)
            {
                case Words words: AddText(atoms, words.Text, role); break;
                case Entered entered: AddText(atoms, entered.Text, role); break;
                case Tick tick: Add(atoms, Box(tick, role)); break;
                case Gap gap: Add(atoms, new GapAtom(gap)); break;
            }
        }

        return atoms;
    }

    /// <summary>Atoms set in lines no wider than the width in mm; an atom wider than a line is cut between characters.</summary>
    public IReadOnlyList<IReadOnlyList<Atom>> Lines(IReadOnlyList<Atom> atoms, double sizePt, double widthMm)
    {
        var lines = new List<IReadOnlyList<Atom>>();
        var line = new List<Atom>();
        var used = 0.0;
        foreach (var group in Groups(atoms))
        {
            if (group is [TextAtom { Text: LineFeed }])
            {
                lines.Add(line);
                (line, used) = ([], 0);
                continue;
            }

            var needed = Visible(group, sizePt);
            if (line.Count > 0 && used + needed > widthMm + Tolerance)
            {
                lines.Add(line);
                (line, used) = ([], 0);
            }

            foreach (var atom in needed > widthMm + Tolerance ? group.SelectMany(Smaller) : group)
            {
                if (line.Count > 0 && used + atom.Width(sizePt) > widthMm + Tolerance && !IsSpace(atom))
                {
                    lines.Add(line);
                    (line, used) = ([], 0);
                }

                line.Add(atom);
                used += atom.Width(sizePt);
            }
        }

        if (line.Count > 0)
        {
            lines.Add(line);
        }

        return lines;
    }

    /// <summary>Width of a line in mm without the room hanging past its end.</summary>
    public static double Visible(IReadOnlyList<Atom> line, double sizePt)
    {
        var end = line.Count;
        while (end > 0 && IsSpace(line[end - 1]))
        {
            end--;
        }

        return line.Take(end).Sum(a => a.Width(sizePt));
    }

    private const double Tolerance = 0.01;
    private const string LineFeed = "\n";

    private static bool IsSpace(Atom atom) => atom is TextAtom { Text: var text } && LineBreaks.IsSpace(text);

    /// <summary>Atoms between two places where a line may end; trailing room belongs to the group before it.</summary>
    private static IEnumerable<IReadOnlyList<Atom>> Groups(IReadOnlyList<Atom> atoms)
    {
        var start = 0;
        for (var i = 1; i <= atoms.Count; i++)
        {
            if (i == atoms.Count || atoms[i].MayBreakBefore)
            {
                yield return [.. atoms.Skip(start).Take(i - start)];
                start = i;
            }
        }
    }

    private static void Add(List<Atom> atoms, Atom atom) =>
        atoms.Add(atom with { MayBreakBefore = atoms.Count > 0 && MayBreak(atoms[^1], atom) });

    private static bool MayBreak(Atom before, Atom after) => (before, after) switch
    {
        (TextAtom { Text: LineFeed }, _) or (_, TextAtom { Text: LineFeed }) => true,
        (_, _) when IsSpace(after) => false,
        (_, _) when IsSpace(before) => true,
        (GapAtom, _) or (_, GapAtom) => false,
        (TextAtom b, TextAtom a) => !LineBreaks.Together(b.Text, a.Text),
        (TextAtom b, TickAtom) => !LineBreaks.Together(b.Text, AnyWord),
        (TickAtom, TextAtom a) => !LineBreaks.Together(AnyWord, a.Text) && a.Text[0] != '（',
        _ => true,
    };

    private const string AnyWord = "字";

    private void AddText(List<Atom> atoms, string text, FontRole role)
    {
        foreach (var unit in LineBreaks.Units(text))
        {
            Add(atoms, new TextAtom(unit, role, unit == LineFeed ? 0 : fonts.Width(unit, role)));
        }
    }

    private TickAtom Box(Tick tick, FontRole role) =>
        new(tick, fonts.Width(TickAtom.Open, role), tick.Text.Length == 0 ? 0 : fonts.Width(tick.Text, role));

    private IEnumerable<Atom> Smaller(Atom atom) => atom is TextAtom { Text.Length: > 1 } text
        ? FontStack.Characters(text.Text).Select(c => new TextAtom(c, text.Role, fonts.Width(c, text.Role)))
        : [atom];
}
