using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Obligations;

/// <summary>One change of a planned release as shown.</summary>
public sealed record ReleaseChangeView(ReleaseState State, DateOnly? FromDay, DateOnly Day, string Reason, string By, DateTime At);

/// <summary>One line of the release calendar.</summary>
/// <param name="State">已发布 as soon as the linked item is published.</param>
/// <param name="SubmissionId">The linked item, for whoever may read it; otherwise null.</param>
/// <param name="MayEdit">True for the office and the section's head while it is not over.</param>
/// <param name="Changes">How it changed, newest first.</param>
public sealed record ReleaseRow(
    int Id,
    string Title,
    ItemKind Kind,
    int UnitId,
    string Unit,
    DateOnly Day,
    ReleaseState State,
    bool Announced,
    int? SubmissionId,
    bool MayEdit,
    int Version,
    IReadOnlyList<ReleaseChangeView> Changes
)
{
    /// <summary>True while it is still to come.</summary>
    public bool Open => State is ReleaseState.Provisional or ReleaseState.Confirmed or ReleaseState.Adjusted;
}

/// <summary>One page of the calendar.</summary>
public sealed record ReleasePage(IReadOnlyList<ReleaseRow> Rows, int Total);

/// <summary>
/// Reads the release calendar: announced ones for everybody with an open account, provisional ones for the section, the office and the
/// leaders.
/// </summary>
public sealed class ReleaseQueries(Operations operations)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    /// <summary>What is planned from one day to another, by day.</summary>
    /// <param name="page">From 0; null for all.</param>
    public async Task<ReleasePage> PageAsync(
        DateOnly from,
        DateOnly until,
        int? page,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        var found = ReleaseReading.Visible(db, grants).Where(r => r.Day >= from && r.Day <= until).OrderBy(r => r.Day).ThenBy(r => r.Id);
        var shown = page is { } p ? found.Skip(p * PageSize).Take(PageSize) : found;
        var (units, items) = (db.Units, db.Submissions);
        var readable = items.Where(ReadingRights.Of(db, grants));
        var rows = await shown
            .Select(r => new
            {
                Release = r,
                Unit = units.First(u => u.Id == r.UnitId).Name,
                Published = items.Any(s => s.Id == r.SubmissionId && s.State == ItemState.Published),
                Readable = readable.Any(s => s.Id == r.SubmissionId),
            })
            .ToListAsync(ct);
        var ids = rows.Select(r => r.Release.Id).ToList();
        var changes = (
            await db.ReleaseChanges.AsNoTracking().Where(c => ids.Contains(c.ReleaseId)).OrderByDescending(c => c.Id).ToListAsync(ct)
        ).ToLookup(c => c.ReleaseId, c => new ReleaseChangeView(c.State, c.FromDay, c.Day, c.Reason, c.StaffName, c.At));
        return new ReleasePage(
            [.. rows.Select(x => Row(x.Release, x.Unit, x.Published, x.Readable, grants, [.. changes[x.Release.Id]]))],
            await found.CountAsync(ct)
        );
    }

    /// <summary>Sections this person may plan for.</summary>
    public async Task<IReadOnlyList<ChoiceRow>> SectionsAsync(Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        var (office, own) = (grants.Has(Duty.DisclosureOffice), grants.UnitsOf(Duty.SectionHead));
        return await db
            .Units.AsNoTracking()
            .Where(u =>
                u.Active
                && (u.Kind == UnitKind.Section || u.Kind == UnitKind.Center || u.Kind == UnitKind.Institution)
                && (office || own.Contains(u.Id))
            )
            .OrderBy(u => u.Order)
            .Select(u => new ChoiceRow(u.Id, u.Name))
            .ToListAsync(ct);
    }

    /// <summary>Items of a section that the person may read and that may still be released, newest first; at most 50.</summary>
    public async Task<IReadOnlyList<ChoiceRow>> LinkableAsync(int unitId, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        return await op
            .Items.AsNoTracking()
            .Where(s =>
                (s.UnitId == unitId || s.SectionId == unitId) && s.Number != null && (s.EndedAt == null || s.State == ItemState.Published)
            )
            .OrderByDescending(s => s.Id)
            .Take(50)
            .Select(s => new ChoiceRow(s.Id, s.Number + " " + s.Title))
            .ToListAsync(ct);
    }

    // Who moved a plan and why is the section's, the office's and the leaders' to see; everybody sees that it moved.
    private static ReleaseRow Row(
        PlannedRelease r,
        string unit,
        bool published,
        bool readable,
        Grants grants,
        IReadOnlyList<ReleaseChangeView> changes
    )
    {
        var state = published && r.State != ReleaseState.Cancelled ? ReleaseState.Released : r.State;
        var over = state is ReleaseState.Released or ReleaseState.Cancelled;
        return new ReleaseRow(
            r.Id,
            r.Title,
            r.Kind,
            r.UnitId,
            unit,
            r.Day,
            state,
            r.Announced,
            readable ? r.SubmissionId : null,
            !over && ReleaseService.MayEdit(grants, r.UnitId),
            r.Version,
            ReleaseReading.IsInside(grants, r.UnitId) ? changes : [.. changes.Where(c => c.State != ReleaseState.Provisional)]
        );
    }
}

/// <summary>Which planned releases somebody sees.</summary>
internal static class ReleaseReading
{
    /// <summary>True for the office, the leaders, and whoever works for the section.</summary>
    public static bool IsInside(Grants by, int unitId) =>
        by.Has(Duty.DisclosureOffice) || by.Has(Duty.Director) || by.Has(Duty.DeputyDirector) || Own(by).Contains(unitId);

    public static IQueryable<PlannedRelease> Visible(DisclosureDb db, Grants by)
    {
        var (open, all, own) = (by.UnitId != 0, IsInside(by, 0), Own(by));
        return db.PlannedReleases.AsNoTracking().Where(r => open && (r.Announced || all || own.Contains(r.UnitId)));
    }

    /// <summary>How many are announced for each month of a year and not cancelled.</summary>
    public static async Task<IReadOnlyDictionary<int, int>> ByMonthAsync(DisclosureDb db, int year, CancellationToken ct)
    {
        var (from, until) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var days = await db
            .PlannedReleases.Where(r => r.Announced && r.State != ReleaseState.Cancelled && r.Day >= from && r.Day <= until)
            .Select(r => r.Day)
            .ToListAsync(ct);
        return days.GroupBy(d => d.Month).ToDictionary(g => g.Key, g => g.Count());
    }

    /// <summary>Those still to come up to a day, and those whose day went by.</summary>
    public static async Task<List<PlannedRelease>> OpenUntilAsync(DisclosureDb db, DateOnly until, CancellationToken ct)
    {
        var items = db.Submissions;
        return await db
            .PlannedReleases.AsNoTracking()
            .Where(r =>
                r.State != ReleaseState.Released
                && r.State != ReleaseState.Cancelled
                && r.Day <= until
                && !items.Any(s => s.Id == r.SubmissionId && s.State == ItemState.Published)
            )
            .OrderBy(r => r.Day)
            .ThenBy(r => r.Id)
            .ToListAsync(ct);
    }

    private static IReadOnlyList<int> Own(Grants by) => [.. by.UnitsOf(Duty.Editor), .. by.UnitsOf(Duty.SectionHead)];
}
