using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Deadlines;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.PublicOpinion;

/// <summary>Reads cases of public opinion for whoever may (C2); what is not theirs is not there.</summary>
public sealed class OpinionQueries(Operations operations)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 30;

    /// <summary>Most lines of a file.</summary>
    private const int MostLines = 5000;

    /// <summary>Most items offered for linking.</summary>
    private const int MostLinkable = 20;

    /// <summary>Open cases and how many of them are past a limit.</summary>
    public async Task<OpinionCounts> CountAsync(Actor by, DateTime now, CancellationToken ct = default)
    {
        var open = (await PageAsync(OpinionFilter.Open, "", null, by, now, ct)).Rows;
        return new OpinionCounts(open.Count, open.Count(r => r.Late(now)));
    }

    /// <summary>One page: open cases first, the least time left on top; then the closed ones, newest first.</summary>
    /// <param name="text">Part of title, number or source; empty for all.</param>
    /// <param name="page">From 0; null for everything.</param>
    public async Task<OpinionPage> PageAsync(
        OpinionFilter filter,
        string text,
        int? page,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        var mine = Of(db, grants);
        if (text.Trim() is { Length: > 0 } part)
        {
            mine = mine.Where(c => c.Title.Contains(part) || c.Number.Contains(part) || c.Source.Contains(part));
        }
        // Of open cases there are never many, and what is left of their time is not in any column.
        var open = filter == OpinionFilter.Closed ? [] : await RowsAsync(db, await mine.Where(c => c.ClosedAt == null).ToListAsync(ct), ct);
        var first = open.Where(r => filter != OpinionFilter.Late || r.Late(now))
            .OrderBy(r => r.Next is null)
            .ThenBy(r => r.Next?.Limit.Due)
            .ThenBy(r => r.Id)
            .ToList();
        var closed = mine.Where(c => c.ClosedAt != null && (filter == OpinionFilter.All || filter == OpinionFilter.Closed));
        var total = first.Count + await closed.CountAsync(ct);
        var (skip, take) = page is { } p ? (p * PageSize, PageSize) : (0, MostLines);
        var shown = first.Skip(skip).Take(take).ToList();
        if (shown.Count < take)
        {
            var rest = await closed
                .OrderByDescending(c => c.ClosedAt)
                .ThenByDescending(c => c.Id)
                .Skip(Math.Max(0, skip - first.Count))
                .Take(take - shown.Count)
                .ToListAsync(ct);
            shown.AddRange(await RowsAsync(db, rest, ct));
        }
        return new OpinionPage(shown, total);
    }

    /// <summary>The case as its page shows it; null when there is none for this reader.</summary>
    public async Task<OpinionView?> FindAsync(int id, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        var today = BureauTime.Day(now);
        if (await Of(db, grants).FirstOrDefaultAsync(c => c.Id == id, ct) is not { } found)
        {
            return null;
        }
        var facts = await OpinionReading.OfAsync(db, found, ct);
        var row = Row(facts);
        var open = found.ClosedAt is null;
        var answers = OpinionRights.AnswersFor(grants, found.SectionId);
        return new OpinionView(
            row,
            found.SectionId,
            found.Summary,
            found.Link,
            found.RegisteredUnitId is { } unit ? facts.Units[unit] : Duty.DisclosureOffice.Name(),
            found.RegisteredBy,
            found.RegisteredAt,
            await HistoryAsync(db, facts, ct),
            await RepliesAsync(db, facts, grants, ct),
            await NamesAsync(db, row.Owes, today, ct),
            new OpinionActs(
                grants.Has(Duty.DisclosureOffice),
                open && answers,
                open && grants.Find(Duty.Editor, found.SectionId) is not null,
                facts.UnderWay is not null
            )
        );
    }

    /// <summary>True when there is such a case and the reader may read it.</summary>
    public async Task<bool> MayReadAsync(int id, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        return await Of(db, grants).AnyAsync(c => c.Id == id, ct);
    }

    /// <summary>Units this person may register for, in their order; empty for whoever registers nothing.</summary>
    public async Task<IReadOnlyList<AnsweringUnit>> UnitsAsync(Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        var own = OpinionRights.RegistersFor(grants);
        return await db
            .Units.Where(u => u.Active && u.Kind != UnitKind.Leadership && (own == null || own.Contains(u.Id)))
            .OrderBy(u => u.Order)
            .ThenBy(u => u.Id)
            .Select(u => new AnsweringUnit(u.Id, u.Name))
            .ToListAsync(ct);
    }

    /// <summary>Items of the unit that answers which may become the reply, newest first; empty for whoever does not edit for it.</summary>
    /// <param name="text">Part of title or number; empty for all.</param>
    public async Task<IReadOnlyList<LinkableItem>> LinkableAsync(
        int id,
        string text,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        if (
            await Of(db, grants).FirstOrDefaultAsync(c => c.Id == id, ct) is not { } found
            || grants.Find(Duty.Editor, found.SectionId) is null
        )
        {
            return [];
        }
        var (replies, unit, raised, part) = (db.OpinionReplies, found.SectionId, found.RaisedAt, text.Trim());
        return await op
            .Items.AsNoTracking()
            .Where(s =>
                s.UnitId == unit
                && !replies.Any(r => r.SubmissionId == s.Id)
                && (s.EndedAt == null || (s.State == ItemState.Published && s.EndedAt >= raised))
            )
            .Where(s => part.Length == 0 || s.Title.Contains(part) || (s.Number != null && s.Number.Contains(part)))
            .OrderByDescending(s => s.DraftSavedAt)
            .Take(MostLinkable)
            .Select(s => new LinkableItem(s.Id, s.Number, s.Title, s.State))
            .ToListAsync(ct);
    }

    private static IQueryable<OpinionCase> Of(DisclosureDb db, Grants grants) =>
        db.OpinionCases.AsNoTracking().Where(OpinionRights.Of(grants));

    private static async Task<List<OpinionRow>> RowsAsync(DisclosureDb db, List<OpinionCase> cases, CancellationToken ct) =>
        cases.Count == 0 ? [] : [.. (await OpinionReading.OfAsync(db, cases, ct)).Select(Row)];

    private static OpinionRow Row(OpinionFacts f) =>
        new(
            f.Case.Id,
            f.Case.Number,
            f.Case.Title,
            f.Case.Level,
            f.Units[f.Case.SectionId],
            f.Case.Source,
            f.Case.RaisedAt,
            f.Case.ClosedAt,
            f.Case.Result,
            f.Clocks,
            NextAct.Of(f)
        );

    // What a publication met stands in the history from the moment of publication, entered or not.
    private static async Task<IReadOnlyList<OpinionStep>> HistoryAsync(DisclosureDb db, OpinionFacts facts, CancellationToken ct)
    {
        var events = await db.OpinionEvents.AsNoTracking().Where(e => e.CaseId == facts.Case.Id).OrderBy(e => e.Id).ToListAsync(ct);
        var told = events.Where(e => e.Act == OpinionAct.Met).Select(e => (e.Clock, e.MetAt)).ToHashSet();
        var published = facts
            .Clocks.Where(c => c.MetAt is not null && !told.Contains((c.Clock, c.MetAt)))
            .Select(c => new OpinionStep(
                OpinionAct.Met.Name(),
                c.MetText,
                c.MetAt!.Value,
                c.MetBy,
                c.Clock.Name(),
                c.MetAt,
                c.Words(c.MetAt.Value)
            ));
        return [.. events.Select(e => Step(facts, e)).Concat(published).OrderBy(s => s.At)];
    }

    private static OpinionStep Step(OpinionFacts facts, OpinionEvent e)
    {
        var hours = e is { Clock: { } clock, MetAt: not null } ? OpinionClocks.HoursOf(clock) : 0;
        var words =
            hours > 0
                ? new ClockState(e.Clock!.Value, hours, new NaturalClock(facts.Case.RaisedAt, hours)) { MetAt = e.MetAt }.Words(e.At)
                : "";
        return new OpinionStep(e.Act.Name(), e.Text, e.At, e.StaffName, e.Clock?.Name() ?? "", e.MetAt, words);
    }

    private static async Task<IReadOnlyList<ReplyView>> RepliesAsync(
        DisclosureDb db,
        OpinionFacts facts,
        Grants grants,
        CancellationToken ct
    )
    {
        var ids = facts.Replies.Select(r => r.Id).ToList();
        var titles = await db
            .Submissions.AsNoTracking()
            .Where(ReadingRights.Of(db, grants))
            .Where(s => ids.Contains(s.Id))
            .ToDictionaryAsync(s => s.Id, s => s.Title, ct);
        var unlinks =
            facts.Case.ClosedAt is null
            && (grants.Has(Duty.DisclosureOffice) || grants.Find(Duty.Editor, facts.Case.SectionId) is not null);
        return
        [
            .. facts.Replies.Select(r => new ReplyView(
                r.Id,
                r.Number,
                titles.GetValueOrDefault(r.Id, ""),
                titles.ContainsKey(r.Id),
                grants.MayEdit(r.State, r.UnitId),
                r.State,
                r.State == ItemState.UnderWay ? $"{r.State.Name()}，在“{ApprovalRoutes.For(r.Route).Step(r.Step).Name}”" : r.State.Name(),
                r.EndedAt,
                unlinks && r.State != ItemState.Published
            )),
        ];
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(DisclosureDb db, NextAct owes, DateOnly today, CancellationToken ct)
    {
        var ids = await OpinionReminders.PeopleAsync(db, owes.Seats, today, ct);
        return await db.Staff.Where(s => ids.Contains(s.Id)).OrderBy(s => s.Id).Select(s => s.Name).ToListAsync(ct);
    }
}
