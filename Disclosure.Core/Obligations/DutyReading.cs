using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Publication;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Obligations;

/// <summary>Who answers for a duty, as of now.</summary>
/// <param name="Name">The unit or the post in words.</param>
public sealed record DutyOwnerView(Duty Post, int? UnitId, string Name);

/// <summary>Reads yearly duties from the store; several years in three questions.</summary>
internal static class DutyReading
{
    /// <summary>Item kinds whose publication fulfils a duty, by the duty's code.</summary>
    public static readonly IReadOnlyDictionary<string, ItemKind> Kinds = new Dictionary<string, ItemKind>
    {
        ["communique"] = ItemKind.Communique,
        ["yearbook"] = ItemKind.Yearbook,
    };

    /// <summary>Day on which the program came into use; a store in which nothing happened begins today.</summary>
    public static async Task<DateOnly> BeganAsync(DisclosureDb db, DateOnly today, CancellationToken ct) =>
        await db.Audit.OrderBy(e => e.Seq).Select(e => (DateTime?)e.At).FirstOrDefaultAsync(ct) is { } at ? BureauTime.Day(at) : today;

    /// <summary>Every duty whose last day falls into one of these years, by that day.</summary>
    public static async Task<IReadOnlyList<DutyCase>> CasesAsync(DisclosureDb db, int from, int until, CancellationToken ct)
    {
        var entries = (
            await db.DutyEntries.AsNoTracking().Where(e => e.Year >= from && e.Year <= until).OrderBy(e => e.Id).ToListAsync(ct)
        ).ToLookup(e => (e.DutyCode, e.Year));
        var published = await PublishedAsync(db, from, until, ct);
        return
        [
            .. Enumerable
                .Range(from, until - from + 1)
                .SelectMany(year =>
                    DueDates.Yearly.Select(d => new DutyCase(
                        d,
                        year,
                        published.GetValueOrDefault((d.Code, year)),
                        [.. entries[(d.Code, year)]]
                    ))
                )
                .OrderBy(c => c.Due),
        ];
    }

    /// <summary>
    /// The duties that are owed on a day and not done: near their last day or past it, from the day the program came into use.
    /// </summary>
    public static async Task<IReadOnlyList<(DutyCase Case, int Stage)>> OwedAsync(DisclosureDb db, DateOnly today, CancellationToken ct)
    {
        var began = await BeganAsync(db, today, ct);
        var last = today.AddDays(DueDates.RecallDuty[0]);
        var cases = await CasesAsync(db, Math.Min(began.Year, today.Year), last.Year, ct);
        return [.. cases.Where(c => c.StageOn(today, began) is not null).Select(c => (c, c.StageOn(today, began)!.Value))];
    }

    /// <summary>Who answers for each duty; the office where nobody was chosen.</summary>
    public static async Task<IReadOnlyDictionary<string, DutyOwnerView>> OwnersAsync(DisclosureDb db, CancellationToken ct)
    {
        var chosen = (await db.DutyOwners.AsNoTracking().OrderBy(o => o.Id).ToListAsync(ct))
            .GroupBy(o => o.DutyCode)
            .ToDictionary(g => g.Key, g => g.Last());
        var ids = chosen.Values.Select(o => o.UnitId).OfType<int>().ToList();
        var names = await db.Units.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        return DueDates.Yearly.ToDictionary(
            d => d.Code,
            d =>
                chosen.TryGetValue(d.Code, out var o)
                    ? new DutyOwnerView(o.Post, o.UnitId, o.UnitId is { } unit ? names[unit] : o.Post.Name())
                    : new DutyOwnerView(Duty.DisclosureOffice, null, Duty.DisclosureOffice.Name())
        );
    }

    // A communiqué that stands on the intranet only, or has come down, is not released (D4); a correction is no second one.
    private static async Task<Dictionary<(string Code, int Year), DutyPublication>> PublishedAsync(
        DisclosureDb db,
        int from,
        int until,
        CancellationToken ct
    )
    {
        var (begin, end) = (BureauTime.ToUtc(new DateTime(from, 1, 1)), BureauTime.ToUtc(new DateTime(until + 1, 1, 1)));
        var publications = db.Publications;
        var found = new Dictionary<(string, int), DutyPublication>();
        foreach (var (code, kind) in Kinds)
        {
            var items = await db
                .Submissions.AsNoTracking()
                .Where(s =>
                    s.Kind == kind
                    && s.AmendsId == null
                    && s.State == ItemState.Published
                    && s.TakenDownAt == null
                    && publications.Any(p => p.SubmissionId == s.Id && p.Channel != Channel.Intranet && p.At >= begin && p.At < end)
                )
                .Select(s => new
                {
                    s.Id,
                    s.Number,
                    s.Title,
                    At = publications.Where(p => p.SubmissionId == s.Id && p.Channel != Channel.Intranet).Min(p => (DateTime?)p.At),
                })
                .Where(s => s.At >= begin && s.At < end)
                .ToListAsync(ct);
            foreach (var item in items.OrderBy(i => i.At))
            {
                var on = BureauTime.Day(item.At!.Value);
                found.TryAdd((code, on.Year), new DutyPublication(item.Id, item.Number ?? "", item.Title, on));
            }
        }
        return found;
    }
}
