using System.Globalization;
using System.Text.RegularExpressions;
using Disclosure.Core.Common;
using Disclosure.Core.Store;

namespace Disclosure.Core.Search;

/// <summary>One word that must be found.</summary>
/// <param name="Folded">The word as the index sees it; several where one of them is enough.</param>
/// <param name="OnlyNumber">True when it must be found in the number.</param>
public sealed record SearchWord(IReadOnlyList<string> Folded, bool OnlyNumber = false)
{
    /// <summary>True when one character is asked for.</summary>
    internal bool Single => Folded.All(f => SearchText.Of(f).Length == 1);

    /// <summary>What the full-text table is asked.</summary>
    internal string Match => string.Join(" OR ", Folded.Select(f => $"\"{(Single ? f : SearchText.Of(f).Pairs())}\""));
}

/// <summary>What a person typed, taken apart: words with spaces between must all be found, anywhere in the same item.</summary>
public static partial class SearchWords
{
    /// <summary>Characters that may be typed.</summary>
    public const int MostCharacters = 50;

    /// <summary>Words that may be typed.</summary>
    public const int MostWords = 5;

    /// <summary>The words.</summary>
    public static Outcome<IReadOnlyList<SearchWord>> Read(string typed)
    {
        if (typed.Trim().Length > MostCharacters)
        {
            return new SearchTooLong();
        }
        var words = typed
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(w => SearchText.Of(w).Text.Trim(SearchText.Gap))
            .Where(w => w.Length > 0)
            .Distinct()
            .ToList();
        return words.Count switch
        {
            0 => new NothingToSearch(),
            > MostWords => new TooManyWords(),
            _ => words.ConvertAll(w => new SearchWord([w])),
        };
    }

    /// <summary>The number meant by 昌统发审〔2026〕12号, 2026 12 or 2026-12; null when it looks like none.</summary>
    public static SearchWord? Number(string typed)
    {
        if (
            NumberShape().Match(typed.Trim()) is not { Success: true } m
            || !int.TryParse(m.Groups["n"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
        )
        {
            return null;
        }
        var (series, year) = (m.Groups["series"].Value, m.Groups["year"].Value);
        var form = SearchText.Of($"{series}〔{year}〕{n}号").Text;
        return new SearchWord(
            series.Length > 0 ? [form] : [form, SearchText.Of(string.Create(CultureInfo.InvariantCulture, $"{year}-{n:D5}")).Text],
            true
        );
    }

    [GeneratedRegex(
        @"^(?<series>\p{Lo}{0,12})\s*[〔\[(（【]?\s*(?<year>20\d\d)\s*[〕\])）】\s\-–—－/／#]+\s*(第\s*)?(?<n>\d{1,5})\s*号?$",
        RegexOptions.CultureInvariant,
        200
    )]
    private static partial Regex NumberShape();
}
