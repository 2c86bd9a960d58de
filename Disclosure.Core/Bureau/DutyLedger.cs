using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Bureau;

/// <summary>Questions about duties that several commands ask inside their transaction.</summary>
internal static class DutyLedger
{
    /// <summary>Duties of the person in force on the day or later.</summary>
    internal static IQueryable<DutyAssignment> LiveDuties(this DisclosureDb db, int staffId, DateOnly day) =>
        db.DutyAssignments.Where(a =>
            a.StaffId == staffId && a.From <= (a.Until ?? DateOnly.MaxValue) && (a.Until == null || a.Until >= day)
        );

    /// <summary>Delegations by or to the person in force on the day or later.</summary>
    internal static IQueryable<Delegation> LiveDelegations(this DisclosureDb db, int staffId, DateOnly day) =>
        db.Delegations.Where(d => (d.PrincipalId == staffId || d.DeputyId == staffId) && d.Until >= day && d.RevokedOn == null);

    /// <summary>The office when nobody but this person could do its work from that day on; otherwise null.</summary>
    internal static async Task<LastAdministrator?> LastOfAsync(
        DisclosureDb db,
        int staffId,
        IEnumerable<Duty> offices,
        DateOnly day,
        CancellationToken ct
    )
    {
        var staff = db.Staff;
        foreach (var office in offices.Where(o => o is Duty.SystemAdmin or Duty.SecurityAdmin).Distinct())
        {
            // Somebody who never signed in, or whose duty ends some day, does not keep the office alive.
            if (
                !await db.DutyAssignments.AnyAsync(
                    a =>
                        a.Duty == office
                        && a.StaffId != staffId
                        && a.From <= day
                        && a.Until == null
                        && staff.Any(s => s.Id == a.StaffId && s.Active && !s.MustChangePassword),
                    ct
                )
            )
            {
                return new LastAdministrator(office);
            }
        }
        return null;
    }
}
