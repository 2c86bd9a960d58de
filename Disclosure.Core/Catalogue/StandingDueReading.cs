using Disclosure.Core.Common;
using Disclosure.Core.Deadlines;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Catalogue;

/// <summary>
/// Reads what was published under the matters and reckons what they owe. That something was published, everybody may know; titles and what
/// is still on its way come from what the reader may read.
/// </summary>
internal sealed class StandingDueReading(DisclosureDb db, IReadOnlyList<StandingRow> rows, WorkCalendar calendar, DateOnly today)
{
    public async Task<IReadOnlyList<StandingDueRow>> ReadAsync(IQueryable<Submission> readable, CancellationToken ct)
    {
        var ids = rows.Select(r => (int?)r.EntryId).ToList();
        var published = (
            await db
                .Submissions.AsNoTracking()
                .Where(s => s.State == ItemState.Published && ids.Contains(s.CatalogueEntryId))
                .Select(s => new Published(s.Id, s.CatalogueEntryId!.Value, s.EndedAt!.Value, s.FormedOn))
                .ToListAsync(ct)
        ).ToLookup(p => p.EntryId);
        var under = (
            await readable
                .Where(s =>
                    (s.State == ItemState.UnderWay || s.State == ItemState.Held || s.State == ItemState.Returned)
                    && s.FormedOn != null
                    && ids.Contains(s.CatalogueEntryId)
                )
                .Select(s => new { Entry = s.CatalogueEntryId!.Value, Formed = s.FormedOn!.Value })
                .ToListAsync(ct)
        ).ToLookup(u => u.Entry, u => u.Formed);
        var lasts = rows.Select(r => published[r.EntryId].OrderBy(p => p.At).ThenBy(p => p.Id).LastOrDefault()?.Id).OfType<int>().ToList();
        var titles = await readable
            .Where(s => lasts.Contains(s.Id))
            .Select(s => new { s.Id, s.Title })
            .ToDictionaryAsync(s => s.Id, s => s.Title, ct);
        var entered = await EnteredAsync(ct);
        return
        [
            .. rows.Select(r => Row(r, entered[r.EntryId], [.. published[r.EntryId]], [.. under[r.EntryId]], titles))
                .OrderByDescending(r => r.Overdue)
                .ThenBy(r => r.NextDue ?? DateOnly.MaxValue),
        ];
    }

    private StandingDueRow Row(
        StandingRow row,
        DateOnly entered,
        List<Published> published,
        List<DateOnly> under,
        Dictionary<int, string> titles
    )
    {
        var last = published.OrderBy(p => p.At).ThenBy(p => p.Id).LastOrDefault();
        var (owed, note) = row.Limit.IsPeriodic
            ? (StandingDue.Of(row.Limit, entered, [.. published.Select(p => BureauTime.Day(p.At))], today), "")
            : Irregular(row.Limit.Days, entered, published, under);
        var mayRead = last is not null && titles.ContainsKey(last.Id);
        return new StandingDueRow(
            row.EntryId,
            row.Path,
            row.SectionId,
            row.Section,
            row.Time,
            last is null ? null : BureauTime.Day(last.At),
            mayRead ? titles[last!.Id] : "",
            mayRead ? last!.Id : null,
            owed.NextDue,
            owed.Overdue,
            owed.Missed,
            note
        );
    }

    // Nothing is owed by the calendar: what is on its way has its own day, counted from when it was formed.
    private (StandingOwed Owed, string Note) Irregular(int workDays, DateOnly entered, List<Published> published, List<DateOnly> under)
    {
        if (workDays == 0)
        {
            return (new StandingOwed(null, false, 0), "不定期，没有固定时限");
        }
        var late = published.Count(p =>
            BureauTime.Day(p.At) >= entered
            && p.FormedOn is { } formed
            && calendar.After(formed, workDays) is { Ok: true } due
            && BureauTime.Day(p.At) > Later(due.Value, entered)
        );
        if (under.Count == 0)
        {
            return (new StandingOwed(null, false, late), "没有在办的稿件");
        }
        var dues = under.Select(f => calendar.After(f, workDays)).ToList();
        if (dues.FirstOrDefault(d => !d.Ok).Problem is YearWithoutCalendar unknown)
        {
            return (new StandingOwed(null, false, late), unknown.Short);
        }
        var next = dues.Select(d => Later(d.Value, entered)).Min();
        return (new StandingOwed(next, next < today, late), $"在办稿件 {under.Count} 件，自形成之日起算");
    }

    // A matter owes nothing before the day it was entered.
    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private async Task<Dictionary<int, DateOnly>> EnteredAsync(CancellationToken ct)
    {
        var entered = new Dictionary<int, DateOnly>();
        foreach (var version in await db.StandingVersions.AsNoTracking().OrderBy(v => v.Number).ToListAsync(ct))
        {
            foreach (var row in version.Rows)
            {
                entered.TryAdd(row.EntryId, Later(version.EffectiveOn, BureauTime.Day(version.At)));
            }
        }
        return entered;
    }

    private sealed record Published(int Id, int EntryId, DateTime At, DateOnly? FormedOn);
}
