namespace Disclosure.Core.Review;

/// <summary>密级 (保密法 art. 14).</summary>
public enum SecrecyLevel
{
    /// <summary>秘密.</summary>
    Confidential,

    /// <summary>机密.</summary>
    Secret,

    /// <summary>绝密.</summary>
    TopSecret,
}

/// <summary>How the end of the period is set (保密法 art. 20).</summary>
public enum MarkingTerm
{
    /// <summary>No period is marked: the longest that the level allows counts.</summary>
    Unmarked,

    /// <summary>A number of years from the day it was made.</summary>
    Years,

    /// <summary>A day of declassification.</summary>
    Until,

    /// <summary>A condition of declassification.</summary>
    Condition,
}

/// <summary>A marking found on the content (B3-1).</summary>
public sealed record Marking
{
    /// <summary>Level, or null while not chosen.</summary>
    public SecrecyLevel? Level { get; init; }

    /// <summary>Day it was made (制发日), or null.</summary>
    public DateOnly? MarkedOn { get; init; }

    /// <summary>How the period ends, or null while not chosen.</summary>
    public MarkingTerm? Term { get; init; }

    /// <summary>Years, where the term is <see cref="MarkingTerm.Years"/>.</summary>
    public int? Years { get; init; }

    /// <summary>Day of declassification, where the term is <see cref="MarkingTerm.Until"/>.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The condition, where the term is <see cref="MarkingTerm.Condition"/>.</summary>
    public string Condition { get; init; } = "";

    /// <summary>Whether the condition is met, or null while not said.</summary>
    public bool? ConditionMet { get; init; }

    /// <summary>Last day of the period; null for a condition, or while something is missing.</summary>
    public DateOnly? LastDay =>
        (Term, MarkedOn, Level) switch
        {
            (MarkingTerm.Until, _, _) => Until,
            (MarkingTerm.Years, { } made, _) when Years is > 0 and <= DueDates.MostSecrecyYears => AddYears(made, Years.Value),
            (MarkingTerm.Unmarked, { } made, { } level) => AddYears(made, level.LongestYears()),
            _ => null,
        };

    /// <summary>
    /// True once the period has run out, false while it runs, null while something is missing. The last day itself still counts as secret.
    /// </summary>
    /// <param name="today">The bureau's day.</param>
    public bool? ExpiredOn(DateOnly today) =>
        this switch
        {
            { Level: null } => null,
            { Term: MarkingTerm.Condition } => string.IsNullOrWhiteSpace(Condition) ? null : ConditionMet,
            _ => LastDay is { } last ? today > last : null,
        };

    // A period that would end beyond the calendar has certainly not run out.
    private static DateOnly AddYears(DateOnly from, int years) =>
        from.Year + years > DateOnly.MaxValue.Year ? DateOnly.MaxValue : from.AddYears(years);
}

/// <summary>Names and longest periods of the levels.</summary>
public static class SecrecyLevels
{
    /// <summary>Chinese name.</summary>
    public static string Name(this SecrecyLevel level) =>
        level switch
        {
            SecrecyLevel.Confidential => "秘密",
            SecrecyLevel.Secret => "机密",
            SecrecyLevel.TopSecret => "绝密",
        };

    /// <summary>Longest period in years unless otherwise ruled (保密法 art. 20).</summary>
    public static int LongestYears(this SecrecyLevel level) =>
        level switch
        {
            SecrecyLevel.Confidential => DueDates.ConfidentialYears,
            SecrecyLevel.Secret => DueDates.SecretYears,
            _ => DueDates.TopSecretYears,
        };

    /// <summary>Chinese name.</summary>
    public static string Name(this MarkingTerm term) =>
        term switch
        {
            MarkingTerm.Unmarked => "未标期限（按最长期限）",
            MarkingTerm.Years => "年数",
            MarkingTerm.Until => "解密日期",
            MarkingTerm.Condition => "解密条件",
        };
}
