using Disclosure.Core.Common;

namespace Disclosure.Core.Bureau;

/// <summary>Who may hold which duty where; pure, so that the page greys out by the same sentence by which the service refuses.</summary>
public static class DutyRules
{
    /// <summary>
    /// Why a member of <paramref name="home"/> may not hold the duty for <paramref name="reach"/> (null: the whole bureau), or null when
    /// they may.
    /// </summary>
    public static Problem? Refusal(Duty duty, Unit? reach, Unit home)
    {
        if (duty.ReachOf() != Duties.Reach.Unit)
        {
            return reach is null ? HomeRefusal(duty, home) : new DutyTakesNoUnit(duty);
        }
        return duty switch
        {
            _ when reach is null => new DutyNeedsUnit(duty),
            Duty.CountyChief when reach.Kind != UnitKind.County => new DutyNotForUnit(duty, "县区统计局"),
            Duty.SectionHead when !reach.IsSection => new DutyNotForUnit(duty, "市局的科室、中心、事业单位"),
            Duty.Editor when !reach.IsSection && reach.Kind != UnitKind.County => new DutyNotForUnit(
                duty,
                "科室、中心、事业单位或县区统计局"
            ),
            _ when reach.Kind == UnitKind.County && home.Id != reach.Id => new DutyOutsideOwnBureau(duty),
            _ when reach.Kind != UnitKind.County && home.Kind == UnitKind.County => new DutyOutsideOwnBureau(duty),
            _ => null,
        };
    }

    /// <summary>Why the duty may not be held beside those held already, or null when it may.</summary>
    public static Problem? Conflict(Duty wanted, IEnumerable<Duty> held) =>
        held.Cast<Duty?>().FirstOrDefault(h => h != wanted && (h!.Value.IsAdministrator() || wanted.IsAdministrator())) is { } other
            ? new AdministratorsHoldNothingElse(other, wanted)
            : null;

    /// <summary>True when one may sign for the other: both of the city bureau, or both of one county (D11).</summary>
    public static bool SameSide(Unit a, Unit b) => a.Id == b.Id || (a.Kind != UnitKind.County && b.Kind != UnitKind.County);

    private static EntryProblem? HomeRefusal(Duty duty, Unit home) =>
        duty switch
        {
            Duty.DeputyDirector or Duty.Director when home.Kind != UnitKind.Leadership => new DutyOnlyForLeaders(duty),
            _ when home.Kind == UnitKind.County => new DutyOutsideOwnBureau(duty),
            _ => null,
        };
}
