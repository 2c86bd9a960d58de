using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Bureau;

/// <summary>Reads who may do what today. Called in every command: a session may be hours old, a duty may be gone.</summary>
public static class DutyBook
{
    /// <summary>The person's grants on a day; nothing at all for an unknown or closed account, or one whose first password still stands.</summary>
    public static async Task<Grants> ReadAsync(DisclosureDb db, int staffId, DateOnly day, CancellationToken ct = default)
    {
        var person = await db.Staff.AsNoTracking().FirstOrDefaultAsync(s => s.Id == staffId, ct);
        if (person is not { Active: true, MustChangePassword: false })
        {
            return Grants.None(staffId);
        }
        var grants = await OwnAsync(db, staffId, null, null, day, ct);
        var delegations = await db.Delegations.AsNoTracking()
            .Where(d => d.DeputyId == staffId && !d.AwaitsConfirmation && d.From <= day && d.Until >= day && (d.RevokedOn == null || d.RevokedOn > day))
            .Join(db.Staff, d => d.PrincipalId, s => s.Id, (d, s) => new { d.PrincipalId, d.Duty, s.Name, s.Active })
            .ToListAsync(ct);
        foreach (var d in delegations.Where(d => d.Active))
        {
            grants.AddRange((await OwnAsync(db, d.PrincipalId, d.PrincipalId, d.Name, day, ct)).Where(g => g.Duty == d.Duty));
        }
        return new Grants(staffId, person.Name, person.UnitId, grants) { ResetAt = person.ResetAt };
    }

    private static async Task<List<Grant>> OwnAsync(
        DisclosureDb db, int holderId, int? actingForId, string? actingForName, DateOnly day, CancellationToken ct)
    {
        var held = await db.DutyAssignments.AsNoTracking()
            .Where(a => a.StaffId == holderId && a.From <= day && (a.Until == null || a.Until >= day))
            .Select(a => new { a.Duty, a.UnitId })
            .ToListAsync(ct);
        var grants = new List<Grant>();
        foreach (var d in held)
        {
            if (d.Duty.ReachOf() == Duties.Reach.Charge)
            {
                var sections = await db.Units.AsNoTracking().Where(u => u.DeputyId == holderId).Select(u => u.Id).ToListAsync(ct);
                grants.AddRange(sections.Select(s => new Grant(d.Duty, s, actingForId, actingForName)));
            }
            else
            {
                grants.Add(new Grant(d.Duty, d.UnitId, actingForId, actingForName));
            }
        }
        return grants;
    }
}
