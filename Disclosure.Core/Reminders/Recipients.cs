using Disclosure.Core.Bureau;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

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
        var (staff, held, delegations) = (db.Staff, db.DutyAssignments, db.Delegations);
        var candidates = await staff
            .AsNoTracking()
            .Where(s =>
                s.Active
                && !s.MustChangePassword
                && (
                    held.Any(a => a.StaffId == s.Id && a.Duty == duty && a.From <= day && (a.Until == null || a.Until >= day))
                    || delegations.Any(d =>
                        d.DeputyId == s.Id && d.Duty == duty && !d.AwaitsConfirmation && d.From <= day && d.Until >= day
                    )
                )
            )
            .Select(s => s.Id)
            .ToListAsync(ct);
        var found = new List<int>();
        foreach (var id in candidates)
        {
            var grants = await DutyBook.ReadAsync(db, id, day, ct);
            if (unitId is null ? grants.Has(duty) : grants.Find(duty, unitId) is not null)
            {
                found.Add(id);
            }
        }
        return found;
    }
}
