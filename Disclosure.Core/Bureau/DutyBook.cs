using System.Linq.Expressions;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Bureau;

/// <summary>Reads who may do what today. Called in every command: a session may be hours old, a duty may be gone.</summary>
public static class DutyBook
{
    /// <summary>
    /// The person's grants on a day, in one query; nothing at all for an unknown or closed account, or one whose first password still
    /// stands.
    /// </summary>
    public static async Task<Grants> ReadAsync(DisclosureDb db, int staffId, DateOnly day, CancellationToken ct = default) =>
        (await ReadAsync(db, s => s.Id == staffId, day, ct)) is [var found] ? found : Grants.None(staffId);

    /// <summary>The grants of everybody whom the condition names, in one query, without those who may do nothing at all.</summary>
    public static async Task<IReadOnlyList<Grants>> ReadAsync(
        DisclosureDb db,
        Expression<Func<Staff, bool>> whom,
        DateOnly day,
        CancellationToken ct = default
    )
    {
        var (units, principals) = (db.Units, db.Staff.Where(p => p.Active));
        var duties = db.DutyAssignments.Where(a => a.From <= day && (a.Until == null || a.Until >= day));
        var delegations = db.Delegations.Where(d =>
            !d.AwaitsConfirmation && d.From <= day && d.Until >= day && (d.RevokedOn == null || d.RevokedOn > day)
        );
        var found = await db
            .Staff.AsNoTracking()
            .Where(s => s.Active && !s.MustChangePassword)
            .Where(whom)
            .OrderBy(s => s.Id)
            .Select(s => new
            {
                s.Id,
                s.Name,
                s.UnitId,
                s.ResetAt,
                Own = duties.Where(a => a.StaffId == s.Id).OrderBy(a => a.Id).Select(a => new Held(a.Duty, a.UnitId)).ToList(),
                Sections = units.Where(u => u.DeputyId == s.Id).OrderBy(u => u.Id).Select(u => u.Id).ToList(),
                Given = delegations
                    .Where(d => d.DeputyId == s.Id)
                    .Join(
                        principals,
                        d => d.PrincipalId,
                        p => p.Id,
                        (d, p) =>
                            new
                            {
                                d.Id,
                                d.PrincipalId,
                                p.Name,
                                Held = duties
                                    .Where(a => a.StaffId == d.PrincipalId && a.Duty == d.Duty)
                                    .OrderBy(a => a.Id)
                                    .Select(a => new Held(a.Duty, a.UnitId))
                                    .ToList(),
                                Sections = units.Where(u => u.DeputyId == d.PrincipalId).OrderBy(u => u.Id).Select(u => u.Id).ToList(),
                            }
                    )
                    .OrderBy(d => d.Id)
                    .ToList(),
            })
            .ToListAsync(ct);
        return
        [
            .. found.Select(f => new Grants(
                f.Id,
                f.Name,
                f.UnitId,
                [
                    .. GrantsOf(f.Own, f.Sections, null, null),
                    .. f.Given.SelectMany(d => GrantsOf(d.Held, d.Sections, d.PrincipalId, d.Name)),
                ]
            )
            {
                ResetAt = f.ResetAt,
            }),
        ];
    }

    // A duty in charge of sections reaches each of them, by the units' own record.
    private static IEnumerable<Grant> GrantsOf(IEnumerable<Held> held, List<int> sections, int? actingForId, string? actingForName) =>
        held.SelectMany(h =>
            h.Duty.ReachOf() == Duties.Reach.Charge
                ? sections.Select(s => new Grant(h.Duty, s, actingForId, actingForName))
                : [new Grant(h.Duty, h.UnitId, actingForId, actingForName)]
        );

    private sealed record Held(Duty Duty, int? UnitId);
}
