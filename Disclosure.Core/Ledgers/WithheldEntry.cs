using Disclosure.Core.Common;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Ledgers;

/// <summary>In which way information is not, or not wholly, public.</summary>
public enum WithheldKind
{
    /// <summary>不予公开: found by the office, confirmed by a leader (A9).</summary>
    Withheld,

    /// <summary>暂缓公开 (A10): undecided, or referred.</summary>
    Postponed,

    /// <summary>限制公开: only inside, or only on request.</summary>
    Limited,
}

/// <summary>Why, with the places that carry it.</summary>
/// <param name="Words">The ground in words.</param>
/// <param name="Place">Place in the bureau's regulations, e.g. A9（二）.</param>
/// <param name="Law">Article of the 条例, or empty.</param>
/// <param name="Since">UTC since when.</param>
/// <param name="Stands">False once it no longer holds: a hold that has ended.</param>
public sealed record WithheldGround(WithheldKind Kind, string Words, string Place, string Law, DateTime Since, bool Stands);

/// <summary>What was judged in a year.</summary>
public sealed record JudgementView(int Year, WithholdingDecision Decision, string Reason, string By, string ActingFor, DateTime At);

/// <summary>One item of the yearly list.</summary>
/// <param name="Grounds">Grounds, the weightiest first.</param>
/// <param name="Judged">Judgement of the year shown, or null.</param>
/// <param name="Last">The last judgement of all up to that year, or null.</param>
/// <param name="Due">Last day for the judgement of the year; null when none is owed.</param>
public sealed record WithheldRow(
    int Id,
    string? Number,
    string Title,
    string Unit,
    ItemState State,
    IReadOnlyList<WithheldGround> Grounds,
    JudgementView? Judged,
    JudgementView? Last,
    DateOnly? Due
)
{
    /// <summary>UTC of the earliest ground.</summary>
    public DateTime Since => Grounds.Min(g => g.Since);

    /// <summary>True while some ground holds.</summary>
    public bool Stands => Grounds.Any(g => g.Stands);
}

/// <summary>One page of the yearly list.</summary>
/// <param name="Owed">How many are still to be judged in the year.</param>
public sealed record WithheldList(int Year, IReadOnlyList<WithheldRow> Rows, int Total, int Owed, bool MayJudge);

/// <summary>Words of the yearly list.</summary>
public static class WithheldWords
{
    /// <summary>Chinese name.</summary>
    public static string Name(this WithheldKind kind) =>
        kind switch
        {
            WithheldKind.Withheld => "不予公开",
            WithheldKind.Postponed => "暂缓公开",
            WithheldKind.Limited => "限制公开",
        };

    /// <summary>A ground of A9.</summary>
    internal static WithheldGround Of(WithholdingGround ground, DateTime since)
    {
        var law = WithholdingGrounds.Find(ground);
        return new WithheldGround(WithheldKind.Withheld, ground.Name(), law.Place, law.Law, since, true);
    }

    /// <summary>A hold: undecided matters rest on 条例 art. 16, referrals on art. 17.</summary>
    internal static WithheldGround Of(HoldKind kind, DateTime since, bool open) =>
        kind == HoldKind.Postponement
            ? new(WithheldKind.Postponed, "尚未决定的事项", "A10", "条例§16", since, open)
            : new(WithheldKind.Postponed, "报请确定，尚未答复", "A10、B6", "条例§17", since, open);

    /// <summary>A limit on who may see it.</summary>
    internal static WithheldGround Of(bool onRequest, CountyChoice? choice, DateTime since) =>
        (onRequest, choice) switch
        {
            (true, _) => new(WithheldKind.Limited, "依申请公开", "C3", "条例§27", since, true),
            (_, CountyChoice.IntranetOnly) => new(WithheldKind.Limited, "县区统计局限定仅在内网发布", "D11", "", since, true),
            _ => new(WithheldKind.Limited, "申请外网发布，目前未在外网发布", "A8", "条例§20", since, true),
        };

    /// <summary>Day by which a year's judgement is owed.</summary>
    internal static DateOnly DueIn(int year) => new(year, 12, 31);

    /// <summary>UTC of the end of a year of the bureau's time.</summary>
    internal static DateTime EndOf(int year) => BureauTime.ToUtc(new DateTime(year + 1, 1, 1));
}
