namespace Disclosure.Core.Examiner.Words;

/// <summary>The one pass over a text: hands every word and every number to its rule.</summary>
internal sealed class Pass(Vocabulary vocabulary, Notes notes)
{
    private readonly Runs runs = new();

    /// <summary>True once a pattern of the administrator did not end in time.</summary>
    public bool RanOut { get; private set; }

    /// <summary>Reads a text; answers what heading words were seen.</summary>
    public Holds Read(ExaminedText text)
    {
        var (words, holds) = (text.Text, Holds.Nothing);
        for (var i = 0; i < words.Length;)
        {
            var kind = vocabulary[words[i]];
            if (kind == 0)
            {
                i++;
                continue;
            }
            if ((kind & Vocabulary.Begins) != 0)
            {
                holds |= Words(text, i);
            }
            if ((kind & Vocabulary.At) != 0)
            {
                Addresses.Mail(text, i, notes);
            }
            i = (kind & Vocabulary.Solid) != 0 ? Chain(text, i) : i + 1;
        }
        if (!vocabulary.Patterns.IsEmpty && !vocabulary.Patterns.Match(words, at => Own(text, at)))
        {
            RanOut = true;
        }
        return holds;
    }

    private int Chain(ExaminedText text, int at)
    {
        var end = runs.Take(text.Text, vocabulary, at);
        for (var i = at + 1; i < end; i++)
        {
            if ((vocabulary[text.Text[i]] & Vocabulary.Begins) != 0)
            {
                Words(text, i);
            }
        }
        if (runs.Matters)
        {
            Numbers.Look(text, runs.All, notes);
        }
        return end;
    }

    private Holds Words(ExaminedText text, int at)
    {
        var holds = Holds.Nothing;
        var rest = text.Text.AsSpan(at);
        var longest = 0;
        foreach (var word in vocabulary.Beginning(rest[0]))
        {
            if (!rest.StartsWith(word.Text))
            {
                continue;
            }
            holds |= word.Holds;
            if (word.Kind != WordKind.Heading && (word.Kind == WordKind.Own || longest <= word.Text.Length))
            {
                longest = word.Kind == WordKind.Own ? longest : word.Text.Length;
                Hand(word, text, at);
            }
        }
        return holds;
    }

    private void Hand(Word word, ExaminedText text, int at)
    {
        var length = word.Text.Length;
        switch (word.Kind)
        {
            case WordKind.Level:
                Markings.Look(text, at, notes);
                break;
            case WordKind.Caution:
                Cautions.Caution(text, at, length, notes);
                break;
            case WordKind.Draft:
                Cautions.Draft(text, at, length, notes);
                break;
            case WordKind.NameLabel:
                NameColumns.Label(text, at, length, notes);
                break;
            case WordKind.Firm:
                Enterprises.Named(text, at, length, notes);
                break;
            case WordKind.Sole:
                Enterprises.Sole(text, at, length, notes);
                break;
            case WordKind.Share:
                Enterprises.Share(text, at, length, notes);
                break;
            case WordKind.HouseNumber:
                Addresses.House(text, at, notes);
                break;
            default:
                Own(text, new(at, length));
                break;
        }
    }

    private void Own(ExaminedText text, TextSpan at) =>
        notes.Add(WordRules.Own, text, at, Confidence.Medium, "含有本单位设置的关注内容", sensitive: false);
}
