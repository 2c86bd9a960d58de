namespace Disclosure.Core.Forms.Engines;

/// <summary>Turns pieces into atoms and atoms into lines.</summary>
internal sealed class Typesetter(FontStack fonts)
{
    private readonly Dictionary<(string Unit, FontRole Role), TextAtom> known = [];
    private readonly Dictionary<TextAtom, Atom> breaking = [];

    /// <summary>Atoms of a paragraph in reading order.</summary>
    public IReadOnlyList<Atom> Atoms(IEnumerable<FormPiece> pieces, FontRole role)
    {
        var atoms = new List<Atom>();
        foreach (var piece in pieces)
        {
            switch (piece)
            {
                case Words words:
                    AddText(atoms, words.Text, role);
                    break;
                case Entered entered:
                    AddText(atoms, entered.Text, role);
                    break;
                case Tick tick:
                    Add(atoms, Box(tick, role));
                    break;
                case Gap gap:
                    Add(atoms, new GapAtom(gap));
                    break;
            }
        }

        return atoms;
    }

    /// <summary>
    /// Atoms set in lines no wider than the width in mm; what is wider than a line is cut, an address after its slashes and the like,
    /// anything else between characters.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<Atom>> Lines(IReadOnlyList<Atom> atoms, double sizePt, double widthMm)
    {
        var setting = new Setting(sizePt, widthMm + Tolerance);
        Put(atoms, setting);
        setting.End(evenEmpty: false);
        return setting.Lines;
    }

    private void Put(IReadOnlyList<Atom> atoms, Setting setting)
    {
        foreach (var group in Groups(atoms))
        {
            if (group is [TextAtom { Text: LineFeed }])
            {
                setting.End();
                continue;
            }

            var needed = Visible(group, setting.SizePt);
            if (needed <= setting.WidthMm)
            {
                setting.Make(needed);
                setting.Add(group);
            }
            else if (group.Any(CanBeCut))
            {
                Put([.. group.SelectMany(Smaller)], setting);
            }
            else
            {
                foreach (var atom in group)
                {
                    setting.Make(IsSpace(atom) ? 0 : atom.Width(setting.SizePt));
                    setting.Add([atom]);
                }
            }
        }
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

    private void Add(List<Atom> atoms, Atom atom)
    {
        var breaks = atoms.Count > 0 && MayBreak(atoms[^1], atom);
        atoms.Add(
            !breaks ? atom
            : atom is TextAtom text && breaking.TryGetValue(text, out var other) ? other
            : Breaking(atom)
        );
    }

    private Atom Breaking(Atom atom)
    {
        var other = atom with { MayBreakBefore = true };
        if (atom is TextAtom { Text.Length: <= 2 } text)
        {
            breaking[text] = other;
        }

        return other;
    }

    private static bool MayBreak(Atom before, Atom after) =>
        (before, after) switch
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
            Add(atoms, Text(unit, role));
        }
    }

    /// <summary>Chinese lines repeat a few thousand characters: each is measured and kept once.</summary>
    private TextAtom Text(string unit, FontRole role)
    {
        if (known.TryGetValue((unit, role), out var atom))
        {
            return atom;
        }

        atom = new TextAtom(unit, role, unit == LineFeed ? 0 : fonts.Width(unit, role));
        if (unit.Length <= 2)
        {
            known[(unit, role)] = atom;
        }

        return atom;
    }

    private TickAtom Box(Tick tick, FontRole role) =>
        new(tick, fonts.Width(TickAtom.Open, role), tick.Text.Length == 0 ? 0 : fonts.Width(tick.Text, role));

    private static bool CanBeCut(Atom atom) => atom is TextAtom { Text: var text } && LineBreaks.Parts(text).Skip(1).Any();

    private IEnumerable<Atom> Smaller(Atom atom) =>
        atom is TextAtom text && CanBeCut(atom)
            ? LineBreaks.Parts(text.Text).Select((part, i) => Text(part, text.Role) with { MayBreakBefore = i > 0 || atom.MayBreakBefore })
            : [atom];

    /// <summary>The lines being filled.</summary>
    private sealed class Setting(double sizePt, double widthMm)
    {
        private readonly List<IReadOnlyList<Atom>> lines = [];
        private List<Atom> line = [];
        private double used;

        public double SizePt => sizePt;

        public double WidthMm => widthMm;

        public IReadOnlyList<IReadOnlyList<Atom>> Lines => lines;

        /// <summary>Begins a new line when this one has no room for so many mm.</summary>
        public void Make(double needed)
        {
            if (line.Count > 0 && used + needed > widthMm)
            {
                End();
            }
        }

        public void Add(IReadOnlyList<Atom> atoms)
        {
            line.AddRange(atoms);
            used += atoms.Sum(a => a.Width(sizePt));
        }

        public void End(bool evenEmpty = true)
        {
            if (evenEmpty || line.Count > 0)
            {
                lines.Add(line.ToArray());
                (line, used) = ([], 0);
            }
        }
    }
}
