using Disclosure.Core.Bureau;
using Disclosure.Core.Store;

namespace Disclosure.Core.Reminders;

/// <summary>Whom a reminder reaches: holders of a duty today, with those who act for them.</summary>
public static class Recipients
{
    /// <summary>Staff keys of everybody with an open account who holds the duty today, in that unit where it is given.</summary>
    /// <param name="unitId">The unit, or null for the whole bureau.</param>
    public static async Task<IReadOnlyList<int>> OfAsync(
        DisclosureDb db,
        Duty duty,
        int? unitId,
        DateOnly day,
        CancellationToken ct = default
    )
    {
        var (held, delegations) = (db.DutyAssignments, db.Delegations);
        var grants = await DutyBook.ReadAsync(
            db,
            s =>
                held.Any(a => a.StaffId == s.Id && a.Duty == duty && a.From <= day && (a.Until == null || a.Until >= day))
                || delegations.Any(d => d.DeputyId == s.Id && d.Duty == duty && !d.AwaitsConfirmation && d.From <= day && d.Until >= day),
            day,
            ct
        );
        return [.. grants.Where(g => unitId is null ? g.Has(duty) : g.Find(duty, unitId) is not null).Select(g => g.StaffId)];
    }
}
