using System.Text.RegularExpressions;

namespace Disclosure.Core.Examiner.Words;

/// <summary>Patterns that an administrator added. They run without going back, so that none can hang.</summary>
public sealed class OwnPatterns
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(200);
    private readonly List<Regex> patterns = [];

    private OwnPatterns() { }

    /// <summary>How many patterns cannot be used; shown, so that nobody relies on them.</summary>
    public int Unusable { get; private set; }

    /// <summary>True when there is none.</summary>
    public bool IsEmpty => patterns.Count == 0;

    /// <summary>The patterns of settings.</summary>
    public static OwnPatterns Of(ExaminerSettings settings)
    {
        var made = new OwnPatterns();
        foreach (var pattern in settings.OwnPatterns.Where(p => p.Length > 0))
        {
            if (Problem(pattern) is null)
            {
                made.patterns.Add(Made(pattern));
            }
            else
            {
                made.Unusable++;
            }
        }
        return made;
    }

    /// <summary>Why a pattern cannot be used, in a Chinese sentence; null when it can.</summary>
    public static string? Problem(string pattern)
    {
        try
        {
            return Made(pattern).IsMatch("") ? "该格式会匹配空白文字，请写得更具体。" : null;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return "该格式不是可用的正则表达式（不支持反向引用和环视）。";
        }
    }

    /// <summary>Stretches that match; false when the time ran out.</summary>
    public bool Match(string text, Action<TextSpan> found)
    {
        try
        {
            foreach (var pattern in patterns)
            {
                foreach (var match in pattern.EnumerateMatches(text))
                {
                    found(new(match.Index, match.Length));
                }
            }
            return true;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static Regex Made(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Limit);
}
