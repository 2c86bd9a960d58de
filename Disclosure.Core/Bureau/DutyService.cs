using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Bureau;

/// <summary>
/// The security administrator gives duties and takes them back, from a day on; the person's sessions end with every change.
/// </summary>
public sealed class DutyService(Operations operations)
{
    private const Duty Office = Duty.SecurityAdmin;

    /// <summary>Gives a duty from a day on; answers the key of the assignment.</summary>
    /// <param name="unitId">The unit it reaches, or null where the duty reaches the bureau.</param>
    /// <param name="from">First day; today or later.</param>
    public Task<Outcome<int>> GiveAsync(
        int staffId,
        Duty duty,
        int? unitId,
        DateOnly from,
        Guid commandId,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    ) =>
        operations.ByAsync<int>(
            Office,
            by,
            now,
            commandId,
            async db =>
            {
                if (await db.Staff.FirstOrDefaultAsync(s => s.Id == staffId, ct) is not { } person)
                {
                    return new NotFound();
                }
                var reach = await ReachAsync(db, unitId, ct);
                if (await RefusalAsync(db, person, duty, reach, unitId, from, by, BureauTime.Day(now), ct) is { } refusal)
                {
                    return refusal;
                }
                var given = new DutyAssignment
                {
                    StaffId = staffId,
                    Duty = duty,
                    UnitId = unitId,
                    From = from,
                };
                db.DutyAssignments.Add(given);
                person.EndSessions();
                await db.SaveChangesAsync(ct);
                await Administration.NoteAsync(
                    db,
                    by,
                    Office,
                    "duty.give",
                    $"授予“{person.Name}”{Describe(duty, reach)}，自 {from:yyyy-MM-dd} 起",
                    now
                );
                return given.Id;
            },
            ct
        );

    /// <summary>Takes a duty back.</summary>
    /// <param name="from">First day on which it is no longer held; today or later.</param>
    public Task<Outcome<Done>> TakeAsync(int assignmentId, DateOnly from, Actor by, DateTime now, CancellationToken ct = default) =>
        operations.ByAsync<Done>(
            Office,
            by,
            now,
            null,
            async db =>
            {
                if (await db.DutyAssignments.FirstOrDefaultAsync(a => a.Id == assignmentId, ct) is not { } held)
                {
                    return new NotFound();
                }
                var person = await db.Staff.FirstAsync(s => s.Id == held.StaffId, ct);
                if (held.StaffId == by.StaffId)
                {
                    return new OwnDuties();
                }
                if (from < BureauTime.Day(now))
                {
                    return new DayIsPast("From");
                }
                if (held.Until < from)
                {
                    return new DutyEndedAlready();
                }
                if (await DutyLedger.LastOfAsync(db, held.StaffId, [held.Duty], from, ct) is { } last)
                {
                    return last;
                }
                held.Until = from.AddDays(-1);
                person.EndSessions();
                var detail = $"收回“{person.Name}”{Describe(held.Duty, await ReachAsync(db, held.UnitId, ct))}，自 {from:yyyy-MM-dd} 起";
                return await Administration.NoteAsync(db, by, Office, "duty.take", detail, now);
            },
            ct
        );

    private static string Describe(Duty duty, Unit? reach) => reach is null ? $"“{duty.Name()}”" : $"“{duty.Name()}（{reach.Name}）”";

    private static async Task<Unit?> ReachAsync(DisclosureDb db, int? unitId, CancellationToken ct) =>
        unitId is null ? null : await db.Units.FirstOrDefaultAsync(u => u.Id == unitId, ct);

    private static async Task<Problem?> RefusalAsync(
        DisclosureDb db,
        Staff person,
        Duty duty,
        Unit? reach,
        int? unitId,
        DateOnly from,
        Actor by,
        DateOnly today,
        CancellationToken ct
    )
    {
        if (person.Id == by.StaffId)
        {
            return new OwnDuties();
        }
        if (!person.Active)
        {
            return new StaffIsClosed(person.Name);
        }
        if (from < today)
        {
            return new DayIsPast("From");
        }
        if (unitId is not null && reach is not { Active: true })
        {
            return new UnitNotUsable("UnitId");
        }
        var home = await db.Units.FirstAsync(u => u.Id == person.UnitId, ct);
        var held = await db.LiveDuties(person.Id, from).ToListAsync(ct);
        if ((DutyRules.Refusal(duty, reach, home) ?? DutyRules.Conflict(duty, held.Select(h => h.Duty))) is { } refusal)
        {
            return refusal;
        }
        if (duty.IsAdministrator() && await db.LiveDelegations(person.Id, from).AnyAsync(ct))
        {
            return new AdministratorsDoNotDelegate();
        }
        return held.Any(h => h.Duty == duty && h.UnitId == unitId) ? new DutyHeldAlready(duty) : null;
    }
}
