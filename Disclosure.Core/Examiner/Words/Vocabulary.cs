using System.Runtime.CompilerServices;

namespace Disclosure.Core.Examiner.Words;

/// <summary>What a word makes a rule look at.</summary>
internal enum WordKind
{
    Level,
    Caution,
    Draft,
    Own,
    NameLabel,
    Firm,
    Sole,
    Share,
    HouseNumber,
    Heading,
}

/// <summary>What a column or a label says it holds.</summary>
[Flags]
internal enum Holds
{
    Nothing = 0,
    Resident = 1,
    Credit = 2,
    Organisation = 4,
    Phone = 8,
    Card = 16,
    Passport = 32,
    Name = 64,
    Figure = 128,
    Level = 256,
    Code = 512,
}

/// <summary>A word and what it is for.</summary>
internal sealed record Word(string Text, WordKind Kind, Holds Holds = Holds.Nothing);

/// <summary>
/// All words of one pass, found by their first character: a byte for every character says whether a word, a number or a mail address may
/// begin there, so that most characters cost one look.
/// </summary>
internal sealed class Vocabulary
{
    /// <summary>A letter or digit of ASCII.</summary>
    public const byte Solid = 1;

    /// <summary>A word may begin.</summary>
    public const byte Begins = 2;

    /// <summary>The sign of a mail address.</summary>
    public const byte At = 4;

    private static readonly ConditionalWeakTable<ExaminerSettings, Vocabulary> Made = [];
    private readonly byte[] classes = new byte[char.MaxValue + 1];
    private readonly Dictionary<char, Word[]> words;

    private Vocabulary(ExaminerSettings settings)
    {
        words = Words(settings)
            .Where(w => w.Text.Length > 0)
            .GroupBy(w => w.Text[0])
            .ToDictionary(g => g.Key, g => g.OrderByDescending(w => w.Text.Length).ToArray());
        foreach (var first in words.Keys)
        {
            classes[first] |= Begins;
        }
        for (var c = '0'; c <= 'z'; c++)
        {
            classes[c] |= char.IsAsciiLetterOrDigit(c) ? Solid : (byte)0;
        }
        classes['@'] |= At;
        Labels = [.. settings.CautionWords, .. settings.DraftWords, "绝密", "机密", "秘密"];
        Patterns = OwnPatterns.Of(settings);
    }

    /// <summary>Words that stand in labels.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>Patterns of the administrator.</summary>
    public OwnPatterns Patterns { get; }

    /// <summary>The vocabulary of settings; made once for each.</summary>
    public static Vocabulary Of(ExaminerSettings settings) => Made.GetValue(settings, s => new Vocabulary(s));

    /// <summary>What may begin with a character.</summary>
    public byte this[char c] => classes[c];

    /// <summary>Words that begin with a character, longest first.</summary>
    public Word[] Beginning(char c) => words[c];

    private static IEnumerable<Word> Words(ExaminerSettings settings) =>
        [
            .. Of(WordKind.Level, Holds.Nothing, "绝密", "机密", "秘密"),
            .. Of(WordKind.Caution, Holds.Nothing, [.. settings.CautionWords.Select(Plain), "密级:内部", "密级：内部"]),
            .. Of(WordKind.Draft, Holds.Nothing, [.. settings.DraftWords.Select(Plain)]),
            .. Of(WordKind.Own, Holds.Nothing, [.. settings.OwnWords.Select(Plain)]),
            .. Of(WordKind.NameLabel, Holds.Name, NameColumns.Headings),
            .. Of(WordKind.Firm, Holds.Nothing, Enterprises.Endings),
            .. Of(WordKind.Sole, Holds.Nothing, Enterprises.Few),
            .. Of(WordKind.Share, Holds.Nothing, "占比", "占全", "占总", "份额", "比重", "占到", "占了"),
            .. Of(WordKind.HouseNumber, Holds.Nothing, "号"),
            .. Of(WordKind.Heading, Holds.Resident, Context.Resident),
            .. Of(WordKind.Heading, Holds.Credit, Context.Credit),
            .. Of(WordKind.Heading, Holds.Organisation, Context.Organisation),
            .. Of(WordKind.Heading, Holds.Phone, Context.Phone),
            .. Of(WordKind.Heading, Holds.Card, Context.Card),
            .. Of(WordKind.Heading, Holds.Passport, Context.Passport),
            .. Of(WordKind.Heading, Holds.Figure, Context.Figure),
            .. Of(WordKind.Heading, Holds.Code, Context.Code),
            .. Of(WordKind.Heading, Holds.Level, "密级"),
        ];

    private static IEnumerable<Word> Of(WordKind kind, Holds holds, params string[] words) => words.Select(w => new Word(w, kind, holds));

    private static string Plain(string word) => Normalised.Of(word.Trim()).Text;
}
