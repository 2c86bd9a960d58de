using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Deadlines;
using Disclosure.Core.Reminders;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.PublicOpinion;

/// <summary>
/// Reminds at half of every clock, in its last hour and once it is over (C2): the unit that answers, the office, and whoever holds the
/// reply. A person hears of each stage once, whichever way it concerns them; whoever takes the reply over later hears it then.
/// </summary>
public sealed class OpinionReminders : IRaisesReminders
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<DueReminder>> DueAsync(DisclosureDb db, DateTime now, CancellationToken ct = default)
    {
        var open = await db.OpinionCases.AsNoTracking().Where(c => c.ClosedAt == null).ToListAsync(ct);
        if (open.Count == 0)
        {
            return [];
        }
        var (due, today) = (new List<DueReminder>(), BureauTime.Day(now));
        foreach (var facts in await OpinionReading.OfAsync(db, open, ct))
        {
            foreach (var clock in facts.Clocks.Where(c => c.MetAt is null && c.Limit.StageAt(now) != NaturalStage.Early))
            {
                due.AddRange(await OfAsync(db, facts, clock, now, today, ct));
            }
        }
        return due;
    }

    /// <summary>Everybody who holds one of these duties today.</summary>
    internal static async Task<IReadOnlyList<int>> PeopleAsync(
        DisclosureDb db,
        IEnumerable<(Duty Duty, int? Unit)> seats,
        DateOnly today,
        CancellationToken ct
    )
    {
        var found = new List<int>();
        foreach (var (duty, unit) in seats)
        {
            found.AddRange(await Recipients.OfAsync(db, duty, unit, today, ct));
        }
        return [.. found.Distinct()];
    }

    private static async Task<IReadOnlyList<DueReminder>> OfAsync(
        DisclosureDb db,
        OpinionFacts facts,
        ClockState clock,
        DateTime now,
        DateOnly today,
        CancellationToken ct
    )
    {
        var (c, stage) = (facts.Case, clock.Limit.StageAt(now));
        var key = $"opinion/{c.Id}/{clock.Clock}/{stage}".ToLowerInvariant();
        var limit = $"{clock.Hours} 小时内{clock.Clock.Name()}的时限（{BureauTime.Show(clock.Limit.Due)}）{Words(stage)}";
        var found = new List<DueReminder>();
        IReadOnlyList<int> holders = [];
        if (facts.UnderWay is { } reply && clock == facts.Next)
        {
            holders = await PeopleAsync(db, NextAct.Of(facts).Seats, today, ct);
            found.Add(
                new DueReminder(key, $"紧急稿件（{reply.Number ?? "未编号"}）等您办理：{limit}。", $"/items/{reply.Id}", holders, reply.Id)
            );
        }
        var answering = await PeopleAsync(
            db,
            [(Duty.Editor, c.SectionId), (Duty.SectionHead, c.SectionId), (Duty.CountyChief, c.SectionId), (Duty.DisclosureOffice, null)],
            today,
            ct
        );
        // One sentence a stage: whoever holds the reply was told of the reply.
        found.Add(
            new DueReminder(
                key,
                $"{c.Number}（{c.Level.Name()}）：{limit}，等待{NextAct.Of(facts).Who}。",
                $"/opinions/{c.Id}",
                [.. answering.Except(holders)]
            )
        );
        return found;
    }

    private static string Words(NaturalStage stage) =>
        stage switch
        {
            NaturalStage.Half => "已过半",
            NaturalStage.LastHour => "只剩最后一小时",
            _ => "已超时",
        };
}
