namespace Disclosure.Core.Catalogue;

/// <summary>What a matter owes on a day.</summary>
/// <param name="NextDue">The day that is owed: one that has passed while it is overdue; null where nothing follows from the
/// calendar.</param>
/// <param name="Overdue">True while the last day owed has passed and nothing was published since the one before.</param>
/// <param name="Missed">Periods since the matter was entered in which nothing was published in time.</param>
public sealed record StandingOwed(DateOnly? NextDue, bool Overdue, int Missed);

/// <summary>
/// Reckons what matters owe (C4). A period is kept when something was published between its end and its due day; where it is due by its
/// end, within the period. A day counts for one period only, so that none begins before the due day of the one before.
/// </summary>
public static class StandingDue
{
    /// <summary>What a periodic matter owes.</summary>
    /// <param name="entered">Day the matter was entered; what was due before it is not owed.</param>
    /// <param name="published">Days of its publications, in any order.</param>
    public static StandingOwed Of(StandingLimit limit, DateOnly entered, IReadOnlyCollection<DateOnly> published, DateOnly today)
    {
        var end = limit.EndOf(entered);
        while (limit.Due(limit.EndBefore(end)) >= entered)
        {
            end = limit.EndBefore(end);
        }
        var (missed, owed) = (0, (DateOnly?)null);
        for (; limit.Due(end) < today; end = limit.EndAfter(end))
        {
            var kept = Kept(limit, end, published);
            missed += kept ? 0 : 1;
            owed = kept || published.Any(d => d > limit.Due(end)) ? null : limit.Due(end);
        }
        if (owed is { } late)
        {
            return new StandingOwed(late, true, missed);
        }
        return new StandingOwed(limit.Due(Kept(limit, end, published) ? limit.EndAfter(end) : end), false, missed);
    }

    private static bool Kept(StandingLimit limit, DateOnly end, IReadOnlyCollection<DateOnly> published)
    {
        var (before, by) = (limit.Due(limit.EndBefore(end)), limit.Due(end));
        var after = by > end && end > before ? end : before;
        return published.Any(d => d > after && d <= by);
    }
}
