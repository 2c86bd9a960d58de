using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Deadlines;
using Disclosure.Core.Review;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Approval;

/// <summary>
/// Reads holds: what waits, since when, and what came of those that have ended. Whoever may read the item may read its hold.
/// </summary>
public sealed class HoldQueries(Operations operations, ReadingLog readings)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 30;

    /// <summary>Open holds, overdue first and then the oldest; or ended ones, newest first.</summary>
    /// <param name="page">From 0.</param>
    public Task<HoldList> PageAsync(bool ended, int page, Actor by, DateTime now, CancellationToken ct = default) =>
        ReadAsync(ended, page * PageSize, PageSize, by, now, ct);

    /// <summary>All of them for a file, as far as <see cref="Listing.MostRows"/>.</summary>
    public Task<HoldList> AllAsync(bool ended, Actor by, DateTime now, CancellationToken ct = default) =>
        ReadAsync(ended, 0, Listing.MostRows, by, now, ct);

    private async Task<HoldList> ReadAsync(bool ended, int skip, int take, Actor by, DateTime now, CancellationToken ct)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var db = op.Db;
        var today = BureauTime.Day(now);
        var readable = op.Items;
        var all = db.Holds.AsNoTracking().Where(h => h.ClosedAt != null == ended && readable.Any(s => s.Id == h.SubmissionId));
        var rows = await Rows(db, all, ended).Skip(skip).Take(take).ToListAsync(ct);
        return new HoldList(rows, await all.CountAsync(ct), ended ? 0 : await all.CountAsync(h => h.DueOn < today, ct));
    }

    /// <summary>How many are open that this reader may read, for the menu.</summary>
    public async Task<HoldCounts> CountAsync(Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var db = op.Db;
        var today = BureauTime.Day(now);
        var readable = op.Items;
        var open = db.Holds.Where(h => h.ClosedAt == null && readable.Any(s => s.Id == h.SubmissionId));
        return new HoldCounts(await open.CountAsync(ct), await open.CountAsync(h => h.DueOn < today, ct));
    }

    /// <summary>The first open ones that this reader is to handle, overdue first and then the oldest.</summary>
    /// <param name="most">Rows at most.</param>
    public async Task<HoldList> ToHandleAsync(int most, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        var today = BureauTime.Day(now);
        var readable = op.Items;
        // A processed version is the editors' to make; every other hold waits for whoever halted the item, and for the office.
        var editing = grants.UnitsOf(Duty.Editor);
        var (held, withEditors) = (
            readable.Where(ReadingRights.HeldFor(grants)),
            readable.Where(s => (s.State == ItemState.Draft || s.State == ItemState.Returned) && editing.Contains(s.UnitId))
        );
        var open = db
            .Holds.AsNoTracking()
            .Where(h =>
                h.ClosedAt == null
                && (held.Any(s => s.Id == h.SubmissionId) || (h.Kind == HoldKind.Redaction && withEditors.Any(s => s.Id == h.SubmissionId)))
            );
        var rows = await Rows(db, open, false).Take(most).ToListAsync(ct);
        return new HoldList(rows, await open.CountAsync(ct), await open.CountAsync(h => h.DueOn < today, ct));
    }

    /// <summary>True when there is such a hold and the reader may read its item.</summary>
    public async Task<bool> MayReadAsync(int holdId, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, readable) = (op.Db, op.Items);
        return await db.Holds.AnyAsync(h => h.Id == holdId && readable.Any(s => s.Id == h.SubmissionId), ct);
    }

    /// <summary>One hold with its item and what happened since it opened; null when there is none for this reader.</summary>
    public async Task<HoldCase?> FindAsync(int holdId, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        if (await CaseAsync(op, holdId, ct) is not { } file)
        {
            return null;
        }
        var (item, id) = (file.Item, file.Item.Id);
        await readings.NoteAsync(item, "暂停事由页", by, now, ct);
        var (calendar, today) = (await WorkCalendars.ReadAsync(db, ct), BureauTime.Day(now));
        var hold = HoldView.Of(file, file.Holds.First(h => h.Id == holdId), grants, calendar, today);
        var until = hold.ClosedAt ?? now;
        var history = await db
            .Audit.AsNoTracking()
            .Where(e =>
                e.SubmissionId == id
                && e.At >= hold.OpenedAt
                && e.At <= until
                && (e.Action.StartsWith("hold.") || e.Action == "item.hold" || e.Action == "item.resume" || e.Action == BroughtFiles.Paper)
            )
            .OrderBy(e => e.Seq)
            .Take(200)
            .Select(e => new HoldEvent(e.At, e.StaffName, e.Duty, e.Detail))
            .ToListAsync(ct);
        return new HoldCase(hold, await op.RecordAsync(file, null, ct), history)
        {
            Open = file.OpenHold is { } open ? HoldView.Of(file, open, grants, calendar, today) : null,
            Papers =
            [
                .. (
                    await db
                        .ItemFiles.Where(f => f.SubmissionId == id && f.Role == FileRole.ReviewPaper)
                        .OrderBy(f => f.Order)
                        .ToListAsync(ct)
                ).Select(ItemFileRow.Of),
            ],
            ForOffice = Judge.HasReachedTheOffice(file),
            MayEdit = grants.MayEdit(item.State, item.UnitId),
            MayStop = Judge.May(file, MoveKind.Stop, grants).Ok,
        };
    }

    /// <summary>A hold and its item for a letter, which names title and number only; null when there is none for this reader.</summary>
    internal async Task<(Hold Hold, CaseRecord Item)?> LetterAsync(int holdId, Actor by, DateTime now, CancellationToken ct)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        return await CaseAsync(op, holdId, ct) is { } file
            ? (file.Holds.First(h => h.Id == holdId), await op.RecordAsync(file, null, ct))
            : null;
    }

    private static async Task<CaseFile?> CaseAsync(Operation op, int holdId, CancellationToken ct)
    {
        var db = op.Db;
        return await db.Holds.Where(h => h.Id == holdId).Select(h => (int?)h.SubmissionId).FirstOrDefaultAsync(ct) is { } id
            ? await op.CaseAsync(id, ct)
            : null;
    }

    private static IQueryable<HoldRow> Rows(DisclosureDb db, IQueryable<Hold> holds, bool ended)
    {
        var (submissions, units) = (db.Submissions, db.Units);
        var all = holds.Join(submissions, h => h.SubmissionId, s => s.Id, (h, s) => new { Hold = h, Item = s });
        var ordered = ended
            ? all.OrderByDescending(x => x.Hold.ClosedAt).ThenByDescending(x => x.Hold.Id)
            : all.OrderBy(x => x.Item.UrgentUntil == null)
                .ThenBy(x => x.Item.UrgentUntil)
                .ThenBy(x => x.Hold.DueOn == null)
                .ThenBy(x => x.Hold.DueOn)
                .ThenBy(x => x.Hold.OpenedAt)
                .ThenBy(x => x.Hold.Id);
        return ordered.Select(x => new HoldRow(
            x.Hold.Id,
            x.Item.Id,
            x.Item.Number,
            x.Item.Title,
            units.First(u => u.Id == x.Item.UnitId).ShortName,
            x.Hold.Kind,
            x.Item.RouteCode,
            x.Hold.Step,
            x.Hold.Reason,
            x.Hold.OpenedByName,
            x.Hold.OpenedAt,
            x.Hold.DueOn,
            x.Hold.RemindedAt,
            x.Hold.ClosedAt,
            x.Hold.Outcome
        ));
    }
}
