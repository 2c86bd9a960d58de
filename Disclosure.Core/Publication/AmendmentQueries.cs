using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Publication;

/// <summary>A change of a published item, as far as the reader may read it.</summary>
/// <param name="At">UTC of its end, or of its beginning while it is under way.</param>
public sealed record AmendmentRow(int Id, string? Number, AmendmentKind Kind, ItemState State, string StepName, DateTime At);

/// <summary>Why and when an item came down.</summary>
/// <param name="SignedAt">UTC of the last signature under it; null while it waits to be countersigned.</param>
public sealed record TakeDownView(TakeDownGround Ground, string Reason, string By, DateTime At, DateTime? SignedAt, int? AmendmentId);

/// <summary>What became of a published item.</summary>
/// <param name="Amends">The item this one changes, where the reader may open it.</param>
/// <param name="MayBegin">True when the reader edits for the unit.</param>
/// <param name="Refusal">Why no change can be begun now, or null.</param>
/// <param name="Expired">True when it is a notice whose last day has passed and which still stands.</param>
public sealed record AmendmentsView(
    IReadOnlyList<AmendmentRow> Rows,
    TakeDownView? Down,
    int? Amends,
    bool MayBegin,
    Problem? Refusal,
    bool Expired
);

/// <summary>A published item that must come down, or came down and waits for signatures.</summary>
/// <param name="ItemId">The item; the amendment where it waits for signatures.</param>
/// <param name="Since">Day since which it is due.</param>
public sealed record ComingDownRow(int ItemId, string Number, string Title, string What, DateOnly Since, string WaitsAt);

/// <summary>Reads what changes published items.</summary>
public sealed class AmendmentQueries(Operations operations)
{
    /// <summary>Changes of one item; null when it is not readable.</summary>
    public async Task<AmendmentsView?> OfItemAsync(int id, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        var readable = op.Items.AsNoTracking();
        if (await readable.FirstOrDefaultAsync(s => s.Id == id, ct) is not { } item)
        {
            return null;
        }
        var found = await readable.Where(s => s.AmendsId == id).OrderBy(s => s.Id).ToListAsync(ct);
        var down = await db.TakeDowns.AsNoTracking().FirstOrDefaultAsync(t => t.SubmissionId == id, ct);
        return new AmendmentsView(
            [
                .. found.Select(s => new AmendmentRow(
                    s.Id,
                    s.Number,
                    s.Amendment!.Value,
                    s.State,
                    ApprovalRoutes.For(s.RouteCode).Step(s.Step).Short,
                    s.EndedAt ?? s.CreatedAt
                )),
            ],
            down is null ? null : new TakeDownView(down.Ground, down.Reason, down.StaffName, down.At, down.SignedAt, down.AmendmentId),
            item.AmendsId is { } amended && await readable.AnyAsync(s => s.Id == amended, ct) ? amended : null,
            grants.Find(Duty.Editor, item.UnitId) is not null,
            await AmendmentService.RefuseAsync(db, item, ct),
            item is { State: ItemState.Published, TakenDownAt: null } && await ExpiredAsync(db, item, BureauTime.Day(now), ct)
        );
    }

    /// <summary>
    /// For the platform and the office: emergencies that wait for signatures, and notices that have ended and still stand.
    /// </summary>
    public async Task<IReadOnlyList<ComingDownRow>> ComingDownAsync(Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        var today = BureauTime.Day(now);
        if (!grants.Has(Duty.PlatformHead) && !grants.Has(Duty.DisclosureOffice))
        {
            return [];
        }
        var rows = new List<ComingDownRow>();
        var takeDowns = db.TakeDowns;
        var readable = op.Items.AsNoTracking();
        foreach (var s in await readable.Where(s => takeDowns.Any(t => t.SubmissionId == s.Id && t.SignedAt == null)).ToListAsync(ct))
        {
            var takeDown = await takeDowns.AsNoTracking().FirstAsync(t => t.SubmissionId == s.Id, ct);
            var amendment = await db.Submissions.AsNoTracking().FirstAsync(a => a.Id == takeDown.AmendmentId, ct);
            rows.Add(
                new ComingDownRow(
                    s.Id,
                    s.Number!,
                    s.Title,
                    "紧急下线待补签",
                    BureauTime.Day(takeDown.At),
                    amendment.Editable ? "编辑送审" : ApprovalRoutes.For(amendment.RouteCode).Step(amendment.Step).Short
                )
            );
        }
        foreach (var s in await EndedNoticesAsync(db, readable, today, ct))
        {
            rows.Add(new ComingDownRow(s.Item.Id, s.Item.Number!, s.Item.Title, "公示期满待下线", s.Until, "发布平台"));
        }
        return rows;
    }

    /// <summary>Notices whose last day has passed and which still stand.</summary>
    internal static async Task<IReadOnlyList<(Submission Item, DateOnly Until)>> EndedNoticesAsync(
        DisclosureDb db,
        IQueryable<Submission> items,
        DateOnly today,
        CancellationToken ct
    )
    {
        var standing = await items
            .Where(s =>
                s.Kind == ItemKind.DiscreditedList
                && s.State == ItemState.Published
                && s.TakenDownAt == null
                && s.Amendment != AmendmentKind.TakeDown
            )
            .ToListAsync(ct);
        var revisions = standing.Select(s => s.RevisionId).ToList();
        var contents = await db
            .Revisions.AsNoTracking()
            .Where(r => revisions.Contains(r.Id))
            .ToDictionaryAsync(r => r.Id, r => r.ContentJson, ct);
        return
        [
            .. standing
                .Select(s => (Item: s, Until: ItemContent.FromJson(contents[s.RevisionId!.Value]).NoticeUntil))
                .Where(x => x.Until < today)
                .Select(x => (x.Item, x.Until!.Value)),
        ];
    }

    private static async Task<bool> ExpiredAsync(DisclosureDb db, Submission item, DateOnly today, CancellationToken ct) =>
        (await EndedNoticesAsync(db, db.Submissions.AsNoTracking().Where(s => s.Id == item.Id), today, ct)).Count > 0;
}
