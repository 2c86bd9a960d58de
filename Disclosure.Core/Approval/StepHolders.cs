using Disclosure.Core.Bureau;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Approval;

/// <summary>Somebody who may act at a step, and how to reach them.</summary>
public sealed record StepHolder(string Unit, string Name, string Phone);

/// <summary>
/// Who holds an item at a step; three questions for any number of items. Delegates are left out: the duty is not theirs.
/// </summary>
internal sealed class StepHolders
{
    private const int Named = 2;

    private readonly ILookup<(Duty Duty, int UnitId), StepHolder> inUnits;
    private readonly ILookup<Duty, StepHolder> everywhere;
    private readonly Dictionary<int, StepHolder> deputies;

    private StepHolders(
        ILookup<(Duty, int), StepHolder> inUnits,
        ILookup<Duty, StepHolder> everywhere,
        Dictionary<int, StepHolder> deputies
    ) => (this.inUnits, this.everywhere, this.deputies) = (inUnits, everywhere, deputies);

    public static async Task<StepHolders> ReadAsync(DisclosureDb db, DateOnly today, CancellationToken ct)
    {
        var units = db.Units;
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
                        s.Phone,
                        Unit = units.First(u => u.Id == s.UnitId).Name,
                    }
            )
            .OrderBy(x => x.Name)
            .Select(x => new
            {
                x.Duty,
                x.UnitId,
                x.Id,
                Holder = new StepHolder(x.Unit, x.Name, x.Phone),
            })
            .ToListAsync(ct);
        var leaders = held.Where(h => h.Duty == Duty.DeputyDirector).DistinctBy(h => h.Id).ToDictionary(h => h.Id, h => h.Holder);
        var charges = await db
            .Units.AsNoTracking()
            .Where(u => u.DeputyId != null)
            .Select(u => new { u.Id, Deputy = u.DeputyId!.Value })
            .ToListAsync(ct);
        return new StepHolders(
            held.Where(h => h.UnitId is not null).ToLookup(h => (h.Duty, h.UnitId!.Value), h => h.Holder),
            held.Where(h => h.UnitId is null).ToLookup(h => h.Duty, h => h.Holder),
            charges.Where(c => leaders.ContainsKey(c.Deputy)).ToDictionary(c => c.Id, c => leaders[c.Deputy])
        );
    }

    /// <summary>The people who may act; none where nobody holds the duty.</summary>
    public IReadOnlyList<StepHolder> PeopleAt(RouteStep at, int unitId, int sectionId)
    {
        var unit = at.Seat == Seat.OwnUnit ? unitId : sectionId;
        return
        [
            .. at
                .Duties.SelectMany(d =>
                    d.ReachOf() switch
                    {
                        Duties.Reach.Charge => deputies.TryGetValue(unit, out var deputy) ? [deputy] : [],
                        Duties.Reach.Unit => inUnits[(d, unit)],
                        _ => everywhere[d],
                    }
                )
                .Distinct(),
        ];
    }

    /// <summary>Names of the holders; the duty in words where nobody holds it.</summary>
    public string At(string route, string step, int unitId, int sectionId)
    {
        var at = ApprovalRoutes.For(route).Step(step);
        var names = PeopleAt(at, unitId, sectionId).Select(p => p.Name).Distinct().ToList();
        return names.Count switch
        {
            0 => $"{at.Duties[0].Name()}（暂缺）",
            <= Named => string.Join("、", names),
            _ => $"{string.Join("、", names.Take(Named))}等 {names.Count} 人",
        };
    }
}
