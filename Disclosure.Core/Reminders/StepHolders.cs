using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Reminders;

/// <summary>
/// Who holds an item at a step, by name; three questions for any number of items. Delegates are left out: the duty is not theirs.
/// </summary>
internal sealed class StepHolders
{
    private const int Named = 2;

    private readonly ILookup<(Duty Duty, int UnitId), string> inUnits;
    private readonly ILookup<Duty, string> everywhere;
    private readonly Dictionary<int, string> deputies;

    private StepHolders(ILookup<(Duty, int), string> inUnits, ILookup<Duty, string> everywhere, Dictionary<int, string> deputies) =>
        (this.inUnits, this.everywhere, this.deputies) = (inUnits, everywhere, deputies);

    public static async Task<StepHolders> ReadAsync(DisclosureDb db, DateOnly today, CancellationToken ct)
    {
        var held = await db
            .DutyAssignments.AsNoTracking()
            .Where(a => a.From <= today && (a.Until == null || a.Until >= today))
            .Join(
                db.Staff.Where(s => s.Active && !s.MustChangePassword),
                a => a.StaffId,
                s => s.Id,
                (a, s) =>
                    new
                    {
                        a.Duty,
                        a.UnitId,
                        s.Id,
                        s.Name,
                    }
            )
            .OrderBy(x => x.Name)
            .ToListAsync(ct);
        var leaders = held.Where(h => h.Duty == Duty.DeputyDirector).DistinctBy(h => h.Id).ToDictionary(h => h.Id, h => h.Name);
        var charges = await db
            .Units.AsNoTracking()
            .Where(u => u.DeputyId != null)
            .Select(u => new { u.Id, Deputy = u.DeputyId!.Value })
            .ToListAsync(ct);
        return new StepHolders(
            held.Where(h => h.UnitId is not null).ToLookup(h => (h.Duty, h.UnitId!.Value), h => h.Name),
            held.Where(h => h.UnitId is null).ToLookup(h => h.Duty, h => h.Name),
            charges.Where(c => leaders.ContainsKey(c.Deputy)).ToDictionary(c => c.Id, c => leaders[c.Deputy])
        );
    }

    /// <summary>Names of the holders; the duty in words where nobody holds it.</summary>
    public string At(string route, string step, int unitId, int sectionId)
    {
        var at = ApprovalRoutes.For(route).Step(step);
        var unit = at.Seat == Seat.OwnUnit ? unitId : sectionId;
        var names = at
            .Duties.SelectMany(d =>
                d.ReachOf() switch
                {
                    Duties.Reach.Charge => deputies.TryGetValue(unit, out var name) ? [name] : [],
                    Duties.Reach.Unit => inUnits[(d, unit)],
                    _ => everywhere[d],
                }
            )
            .Distinct()
            .ToList();
        return names.Count switch
        {
            0 => $"{at.Duties[0].Name()}（暂缺）",
            <= Named => string.Join("、", names),
            _ => $"{string.Join("、", names.Take(Named))}等 {names.Count} 人",
        };
    }
}
