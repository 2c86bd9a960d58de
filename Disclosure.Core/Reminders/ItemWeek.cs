using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Deadlines;
using Disclosure.Core.Review;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Reminders;

/// <summary>
/// What the office's week shows of items: steps past or near their last day with who holds them, holds, and the publication clock.
/// Items that the reader may not read are told of by number of pieces and step alone, as the monthly ledger does.
/// </summary>
public sealed class ItemWeek : IWeekRows
{
    private const int Most = 50;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WeekRow>> RowsAsync(DisclosureDb db, Grants grants, DateOnly today, CancellationToken ct = default)
    {
        var (sunday, holders) = (WeekRow.SundayOf(today), await StepHolders.ReadAsync(db, today, ct));
        var readable = db.Submissions.AsNoTracking().Where(ReadingRights.Of(db, grants));
        return
        [
            .. await StepsAsync(readable, holders, today, sunday, ct),
            .. await HiddenAsync(db, readable, holders, today, ct),
            .. await HoldsAsync(db, readable, holders, today, sunday, ct),
            .. await ClocksAsync(db, readable, holders, today, sunday, ct),
        ];
    }

    private static async Task<IEnumerable<WeekRow>> StepsAsync(
        IQueryable<Submission> readable,
        StepHolders holders,
        DateOnly today,
        DateOnly sunday,
        CancellationToken ct
    )
    {
        var items = await readable
            .Where(s => s.State == ItemState.UnderWay && s.StepDue <= sunday)
            .OrderBy(s => s.StepDue)
            .ThenBy(s => s.Id)
            .Take(Most)
            .Select(s => new
            {
                s.Id,
                s.Number,
                s.Title,
                s.RouteCode,
                s.Step,
                s.UnitId,
                s.SectionId,
                s.StepDue,
            })
            .ToListAsync(ct);
        return items.Select(i => new WeekRow(
            $"{(i.StepDue < today ? "环节超期" : "环节到期")} · {ApprovalRoutes.For(i.RouteCode).Step(i.Step).Short}",
            $"{i.Number} {i.Title}".Trim(),
            holders.At(i.RouteCode, i.Step, i.UnitId, i.SectionId),
            i.StepDue!.Value,
            i.StepDue < today,
            $"/items/{i.Id}"
        ));
    }

    private static async Task<IEnumerable<WeekRow>> HiddenAsync(
        DisclosureDb db,
        IQueryable<Submission> readable,
        StepHolders holders,
        DateOnly today,
        CancellationToken ct
    )
    {
        var hidden = await db
            .Submissions.AsNoTracking()
            .Where(s => s.State == ItemState.UnderWay && s.StepDue < today && !readable.Any(r => r.Id == s.Id))
            .Select(s => new
            {
                s.RouteCode,
                s.Step,
                s.UnitId,
                s.SectionId,
                s.StepDue,
            })
            .ToListAsync(ct);
        return hidden
            .Select(h => new
            {
                Place = ApprovalRoutes.For(h.RouteCode).Step(h.Step).Short,
                Who = holders.At(h.RouteCode, h.Step, h.UnitId, h.SectionId),
                Due = h.StepDue!.Value,
            })
            .GroupBy(h => (h.Place, h.Who))
            .Select(g => new WeekRow(
                $"环节超期 · {g.Key.Place}",
                $"{g.Count()} 件，尚未到您的环节，不列内容",
                g.Key.Who,
                g.Min(h => h.Due),
                true,
                "/ledgers"
            ));
    }

    private static async Task<IEnumerable<WeekRow>> HoldsAsync(
        DisclosureDb db,
        IQueryable<Submission> readable,
        StepHolders holders,
        DateOnly today,
        DateOnly sunday,
        CancellationToken ct
    )
    {
        var holds = await db
            .Holds.AsNoTracking()
            .Where(h => h.ClosedAt == null && h.DueOn <= sunday)
            .Join(
                readable,
                h => h.SubmissionId,
                s => s.Id,
                (h, s) =>
                    new
                    {
                        h.Id,
                        h.Kind,
                        h.DueOn,
                        h.Step,
                        s.Number,
                        s.Title,
                        s.RouteCode,
                        s.UnitId,
                        s.SectionId,
                    }
            )
            .OrderBy(x => x.DueOn)
            .Take(Most)
            .ToListAsync(ct);
        return holds.Select(h => new WeekRow(
            $"{(h.DueOn < today ? "暂停超期" : "暂停到期")} · {h.Kind.Name()}",
            $"{h.Number} {h.Title}".Trim(),
            holders.At(h.RouteCode, h.Step, h.UnitId, h.SectionId),
            h.DueOn!.Value,
            h.DueOn < today,
            $"/holds/{h.Id}"
        ));
    }

    private static async Task<IEnumerable<WeekRow>> ClocksAsync(
        DisclosureDb db,
        IQueryable<Submission> readable,
        StepHolders holders,
        DateOnly today,
        DateOnly sunday,
        CancellationToken ct
    )
    {
        var calendar = await WorkCalendars.ReadAsync(db, ct);
        if (calendar.Before(sunday, DueDates.PublishWithin) is not { Ok: true, Value: var formed })
        {
            // The desk says elsewhere which year is missing.
            return [];
        }
        var items = await readable
            .Where(s =>
                (s.State == ItemState.UnderWay || s.State == ItemState.Returned || s.State == ItemState.Held) && s.FormedOn <= formed
            )
            .OrderBy(s => s.FormedOn)
            .ThenBy(s => s.Id)
            .Take(Most)
            .Select(s => new
            {
                s.Id,
                s.Number,
                s.Title,
                s.RouteCode,
                s.Step,
                s.UnitId,
                s.SectionId,
                s.FormedOn,
            })
            .ToListAsync(ct);
        return items
            .Select(i => (Item: i, Clock: PublicationClock.Read(calendar, i.FormedOn!.Value, today)))
            .Where(x => x.Clock.Ok)
            .Select(x => new WeekRow(
                x.Clock.Value.Level == ClockLevel.Overdue ? "公开超期" : "公开到期",
                $"{x.Item.Number} {x.Item.Title}".Trim(),
                holders.At(x.Item.RouteCode, x.Item.Step, x.Item.UnitId, x.Item.SectionId),
                x.Clock.Value.Due,
                x.Clock.Value.Level == ClockLevel.Overdue,
                $"/items/{x.Item.Id}"
            ));
    }
}
