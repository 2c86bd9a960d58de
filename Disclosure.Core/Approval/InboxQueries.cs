using System.Linq.Expressions;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Deadlines;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Approval;

/// <summary>One line of a list of items.</summary>
/// <param name="Due">Last working day of the step, or null.</param>
/// <param name="Since">UTC of arrival at the step.</param>
public sealed record ItemRow(
    int Id,
    string? Number,
    string Title,
    string Unit,
    string Section,
    ItemState State,
    string Route,
    string Step,
    DateTime Since,
    DateOnly? Due,
    int Round,
    bool Major
)
{
    /// <summary>Day the information was formed, where the publication clock runs.</summary>
    public DateOnly? FormedOn { get; init; }

    /// <summary>Kind, or null while not chosen.</summary>
    public ItemKind? Kind { get; init; }

    /// <summary>What it does to a published item, or null.</summary>
    public AmendmentKind? Amendment { get; init; }

    /// <summary>The limits that run on it, or why they could not be computed.</summary>
    public ItemClocks Clocks { get; init; } = ItemClocks.None;

    /// <summary>
    /// UTC moment by which it must be public, for a reply to public opinion that is still on its way (C2); null for every other.
    /// </summary>
    public DateTime? UrgentUntil { get; init; }

    /// <summary>Name of the step.</summary>
    public string StepName => ApprovalRoutes.For(Route).Step(Step).Short;

    /// <summary>Title, or what stands for one that is still empty.</summary>
    public string ShownTitle => Title.Length > 0 ? Title : NoTitle;

    internal const string NoTitle = "（未填标题）";
}

/// <summary>How much stands in the four worklists of a person.</summary>
/// <param name="Overdue">Of the waiting ones, those past their last day.</param>
public sealed record WorklistCounts(int Waiting, int Overdue, int Returned, int Drafts, int Handled);

/// <summary>One page of a list and how many there are in all.</summary>
public sealed record ItemList(IReadOnlyList<ItemRow> Rows, int Total);

/// <summary>The worklists of a person.</summary>
public enum Worklist
{
    /// <summary>待办文件: waits for me.</summary>
    Waiting,

    /// <summary>退回我的: back with my unit.</summary>
    Returned,

    /// <summary>草稿.</summary>
    Drafts,

    /// <summary>已办文件: I signed it.</summary>
    Handled,

    /// <summary>Everything I may read.</summary>
    Readable,

    /// <summary>待发文件: waits for publishing, and I head the platform.</summary>
    Platform,

    /// <summary>超期稿件: past the last day of its step, wherever it waits; for the disclosure office.</summary>
    Overdue,

    /// <summary>公开时限预警: 15 of the 20 working days are used; for the disclosure office.</summary>
    Clock,
}

/// <summary>What a list may be sorted by.</summary>
public enum ItemColumn
{
    /// <summary>编号.</summary>
    Number,

    /// <summary>标题.</summary>
    Title,

    /// <summary>报送单位.</summary>
    Unit,

    /// <summary>Arrival at the step.</summary>
    Since,

    /// <summary>Last day of the step.</summary>
    Due,
}

/// <summary>A column and its direction.</summary>
public sealed record ItemOrder(ItemColumn By, bool Descending);

/// <summary>A waiting item beside the one on the screen.</summary>
public sealed record Neighbour(int Id, string Title)
{
    /// <summary>Title, or what stands for one that is still empty.</summary>
    public string ShownTitle => Title.Length > 0 ? Title : ItemRow.NoTitle;
}

/// <summary>The waiting items before and after one, for turning pages by keyboard; null at either end.</summary>
public sealed record Neighbours(Neighbour? Previous, Neighbour? Next, int Waiting);

/// <summary>Reads the worklists: what waits for a person, what came back, what went through the hands.</summary>
public sealed class InboxQueries(Operations operations)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 30;

    /// <summary>Counts for 工作台 and the menu.</summary>
    public async Task<WorklistCounts> CountAsync(Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        var today = BureauTime.Day(now);
        var waiting = InWorklist(db, grants, Worklist.Waiting, today);
        return new WorklistCounts(
            await waiting.CountAsync(ct),
            await waiting.CountAsync(s => s.StepDue < today, ct),
            await InWorklist(db, grants, Worklist.Returned, today).CountAsync(ct),
            await InWorklist(db, grants, Worklist.Drafts, today).CountAsync(ct),
            await InWorklist(db, grants, Worklist.Handled, today).CountAsync(ct)
        );
    }

    /// <summary>
    /// One page of a worklist; urgent replies lie on top (C2), then what waits comes overdue first, then oldest; the others newest first.
    /// </summary>
    /// <param name="text">Part of title or number; empty for all.</param>
    /// <param name="page">From 0.</param>
    public Task<ItemList> PageAsync(Worklist worklist, string text, int page, Actor by, DateTime now, CancellationToken ct = default) =>
        PageAsync(worklist, text, page, null, by, now, ct);

    /// <summary>One page of a worklist in the order asked for; null for the worklist's own.</summary>
    public Task<ItemList> PageAsync(
        Worklist worklist,
        string text,
        int page,
        ItemOrder? order,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    ) => ReadAsync(worklist, text, page * PageSize, PageSize, order, by, now, ct);

    /// <summary>The whole worklist for a file, as far as <see cref="Listing.MostRows"/>.</summary>
    public Task<ItemList> AllAsync(
        Worklist worklist,
        string text,
        ItemOrder? order,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    ) => ReadAsync(worklist, text, 0, Listing.MostRows, order, by, now, ct);

    private async Task<ItemList> ReadAsync(
        Worklist worklist,
        string text,
        int skip,
        int take,
        ItemOrder? order,
        Actor by,
        DateTime now,
        CancellationToken ct
    )
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        var today = BureauTime.Day(now);
        var (calendar, limits) = (await WorkCalendars.ReadAsync(db, ct), await StepLimits.ReadAsync(db, ct));
        var warned = calendar.Before(today, DueDates.FirstWarning);
        var items = InWorklist(db, grants, worklist, today, warned.Ok ? warned.Value : null);
        if (text.Trim() is { Length: > 0 } part)
        {
            items = items.Where(s => s.Title.Contains(part) || (s.Number != null && s.Number.Contains(part)));
        }
        var ordered = Ordered(db, items, worklist, order);
        // An extension property may not stand inside an expression; a captured set may.
        var units = db.Units;
        var rows = await ordered
            .Skip(skip)
            .Take(take)
            .Select(s => new ItemRow(
                s.Id,
                s.Number,
                s.Title,
                units.First(u => u.Id == s.UnitId).ShortName,
                units.First(u => u.Id == s.SectionId).ShortName,
                s.State,
                s.RouteCode,
                s.Step,
                s.StepSince == default ? s.CreatedAt : s.StepSince,
                s.StepDue,
                s.Round,
                s.DirectorRequired
            )
            {
                FormedOn = s.FormedOn,
                Kind = s.Kind,
                Amendment = s.Amendment,
                UrgentUntil = s.EndedAt == null ? s.UrgentUntil : null,
            })
            .ToListAsync(ct);
        return new ItemList([.. rows.Select(r => ItemClocks.On(r, calendar, limits, today))], await items.CountAsync(ct));
    }

    /// <summary>
    /// Policy documents, interpretations and other items of the units this editor works for, to link to; at most 50, newest first.
    /// </summary>
    public async Task<IReadOnlyList<ItemRow>> LinkableAsync(
        int itemId,
        string text,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    ) => [.. (await PageAsync(Worklist.Readable, text, 0, by, now, ct)).Rows.Where(r => r.Id != itemId)];

    /// <summary>
    /// What waits before and after one item in the worklist's own order; the first that waits when the item itself no longer does.
    /// </summary>
    public async Task<Neighbours> NeighboursAsync(int id, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        var waiting = InWorklist(db, grants, Worklist.Waiting, op.Today);
        var total = await waiting.CountAsync(ct);
        var place = await waiting
            .Where(s => s.Id == id)
            .Select(s => new Place(s.UrgentUntil, s.StepDue, s.StepSince, s.Id))
            .FirstOrDefaultAsync(ct);
        return place is null
            ? new Neighbours(null, await FirstAsync(Ordered(db, waiting, Worklist.Waiting, null), ct), total)
            : new Neighbours(
                await FirstAsync(FromTheEnd(Before(waiting, place)), ct),
                await FirstAsync(Ordered(db, After(waiting, place), Worklist.Waiting, null), ct),
                total
            );
    }

    private static Task<Neighbour?> FirstAsync(IQueryable<Submission> items, CancellationToken ct) =>
        items.Select(s => new Neighbour(s.Id, s.Title)).FirstOrDefaultAsync(ct);

    // Where an item stands in the order of what waits; the three functions below are that order seen from one place in it.
    private sealed record Place(DateTime? Urgent, DateOnly? Due, DateTime Since, int Id);

    private static IQueryable<Submission> After(IQueryable<Submission> items, Place p) =>
        items.Where(s =>
            (p.Urgent != null && (s.UrgentUntil == null || s.UrgentUntil > p.Urgent))
            || (
                s.UrgentUntil == p.Urgent
                && (
                    (p.Due != null && (s.StepDue == null || s.StepDue > p.Due))
                    || (s.StepDue == p.Due && (s.StepSince > p.Since || (s.StepSince == p.Since && s.Id > p.Id)))
                )
            )
        );

    private static IQueryable<Submission> Before(IQueryable<Submission> items, Place p) =>
        items.Where(s =>
            (p.Urgent == null && s.UrgentUntil != null)
            || s.UrgentUntil < p.Urgent
            || (
                s.UrgentUntil == p.Urgent
                && (
                    (p.Due == null && s.StepDue != null)
                    || s.StepDue < p.Due
                    || (s.StepDue == p.Due && (s.StepSince < p.Since || (s.StepSince == p.Since && s.Id < p.Id)))
                )
            )
        );

    private static IQueryable<Submission> FromTheEnd(IQueryable<Submission> items) =>
        items
            .OrderByDescending(s => s.UrgentUntil == null)
            .ThenByDescending(s => s.UrgentUntil)
            .ThenByDescending(s => s.StepDue == null)
            .ThenByDescending(s => s.StepDue)
            .ThenByDescending(s => s.StepSince)
            .ThenByDescending(s => s.Id);

    private static IOrderedQueryable<Submission> Ordered(DisclosureDb db, IQueryable<Submission> items, Worklist worklist, ItemOrder? order)
    {
        var units = db.Units;
        var down = order?.Descending == true;
        return order?.By switch
        {
            ItemColumn.Number => By(items, s => s.Number, down),
            ItemColumn.Title => By(items, s => s.Title, down),
            ItemColumn.Unit => By(items, s => units.First(u => u.Id == s.UnitId).Order, down),
            ItemColumn.Since => By(items, s => s.StepSince, down),
            // Without a limit comes last in either direction.
            ItemColumn.Due when down => items.OrderBy(s => s.StepDue == null).ThenByDescending(s => s.StepDue).ThenByDescending(s => s.Id),
            ItemColumn.Due => items.OrderBy(s => s.StepDue == null).ThenBy(s => s.StepDue).ThenByDescending(s => s.Id),
            _ when worklist == Worklist.Clock => items.OrderBy(s => s.FormedOn).ThenBy(s => s.Id),
            _ when worklist is Worklist.Waiting or Worklist.Platform or Worklist.Overdue => UrgentFirst(items)
                .ThenBy(s => s.StepDue == null)
                .ThenBy(s => s.StepDue)
                .ThenBy(s => s.StepSince)
                .ThenBy(s => s.Id),
            _ when worklist is Worklist.Returned or Worklist.Drafts => UrgentFirst(items)
                .ThenByDescending(s => s.DraftSavedAt > s.StepSince ? s.DraftSavedAt : s.StepSince)
                .ThenByDescending(s => s.Id),
            _ => items.OrderByDescending(s => s.DraftSavedAt > s.StepSince ? s.DraftSavedAt : s.StepSince).ThenByDescending(s => s.Id),
        };
    }

    // A reply to public opinion skips nobody; it only lies on top (C2).
    private static IOrderedQueryable<Submission> UrgentFirst(IQueryable<Submission> items) =>
        items.OrderBy(s => s.UrgentUntil == null).ThenBy(s => s.UrgentUntil);

    private static IOrderedQueryable<Submission> By<T>(IQueryable<Submission> items, Expression<Func<Submission, T>> key, bool down) =>
        (down ? items.OrderByDescending(key) : items.OrderBy(key)).ThenByDescending(s => s.Id);

    private static IQueryable<Submission> InWorklist(
        DisclosureDb db,
        Grants grants,
        Worklist worklist,
        DateOnly today,
        DateOnly? warned = null
    )
    {
        var me = grants.StaffId;
        var units = grants.UnitsOf(Duty.Editor);
        var signatures = db.Signatures;
        var readable = db.Submissions.AsNoTracking().Where(ReadingRights.Of(db, grants));
        return worklist switch
        {
            Worklist.Waiting => db.Submissions.AsNoTracking().Where(ReadingRights.WaitingFor(grants)),
            Worklist.Platform => db
                .Submissions.AsNoTracking()
                .Where(ReadingRights.WaitingFor(grants))
                .Where(s => s.Step == RouteCodes.Platform),
            Worklist.Returned => db.Submissions.AsNoTracking().Where(s => s.State == ItemState.Returned && units.Contains(s.UnitId)),
            Worklist.Drafts => db.Submissions.AsNoTracking().Where(s => s.State == ItemState.Draft && units.Contains(s.UnitId)),
            Worklist.Handled => readable.Where(s => signatures.Any(g => g.SubmissionId == s.Id && g.StaffId == me)),
            Worklist.Overdue or Worklist.Clock when !grants.Has(Duty.DisclosureOffice) => db.Submissions.AsNoTracking().Where(_ => false),
            Worklist.Overdue => readable.Where(s => s.State == ItemState.UnderWay && s.StepDue < today),
            Worklist.Clock => readable.Where(s =>
                (s.State == ItemState.UnderWay || s.State == ItemState.Returned || s.State == ItemState.Held) && s.FormedOn <= warned
            ),
            _ => readable,
        };
    }
}
