namespace Disclosure.Core.Examiner.Words;

/// <summary>Letters and digits in a row, bounded by something else on both sides.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">One behind the last.</param>
/// <param name="Digits">How many digits.</param>
internal readonly record struct Run(int Start, int End, int Digits)
{
    public int Length => End - Start;

    public bool IsDigits => Digits == Length;
}

/// <summary>Runs with single separators between them: 110105-19491231-002X, 138 0013 8000, 1,234.5.</summary>
internal sealed class Runs
{
    /// <summary>Longer chains are rows of figures; their runs are looked at one by one all the same.</summary>
    public const int Most = 24;

    private readonly List<Run> runs = new(Most);

    /// <summary>The runs of the chain last taken.</summary>
    public IReadOnlyList<Run> All => runs;

    /// <summary>True when the chain is long enough for a number that matters.</summary>
    public bool Matters { get; private set; }

    /// <summary>Takes the chain that begins at a place and says where it ends.</summary>
    public int Take(string text, Vocabulary vocabulary, int at)
    {
        runs.Clear();
        var (length, i) = (0, at);
        var digits = 0;
        while (true)
        {
            var run = One(text, vocabulary, i);
            runs.Add(run);
            digits += run.Digits;
            length += run.Length;
            i = run.End;
            if (runs.Count >= Most || i + 1 >= text.Length || !IsSeparator(text[i]) || (vocabulary[text[i + 1]] & Vocabulary.Solid) == 0)
            {
                break;
            }
            i++;
        }
        Matters = length >= 5 && digits >= 3;
        return i;
    }

    /// <summary>True for what may stand between groups of one number.</summary>
    public static bool IsSeparator(char c) => c is ' ' or '-' or '.' or '·';

    private static Run One(string text, Vocabulary vocabulary, int start)
    {
        var (i, digits) = (start, 0);
        for (; i < text.Length && (vocabulary[text[i]] & Vocabulary.Solid) != 0; i++)
        {
            digits += text[i] <= '9' ? 1 : 0;
        }
        return new(start, i, digits);
    }
}
