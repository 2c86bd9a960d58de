namespace Disclosure.Core.Bureau;

/// <summary>One duty a person may act under today.</summary>
/// <param name="Duty">The duty.</param>
/// <param name="UnitId">The unit it reaches; null for the whole bureau. A deputy has one grant for each section in charge.</param>
/// <param name="ActingForId">Whose duty it is when acting under a delegation.</param>
/// <param name="ActingForName">Name of that person.</param>
public sealed record Grant(Duty Duty, int? UnitId, int? ActingForId = null, string? ActingForName = null);

/// <summary>Everything one person may act under on one day, read from the store at the moment of a command.</summary>
public sealed record Grants(int StaffId, string Name, int UnitId, IReadOnlyList<Grant> All)
{
    /// <summary>UTC moment at which the person's reset password came into use, or null.</summary>
    public DateTime? ResetAt { get; init; }

    /// <summary>Somebody without any duty.</summary>
    public static Grants None(int staffId) => new(staffId, "", 0, []);

    /// <summary>Own duties first, so that nobody signs 代 where they could sign themselves.</summary>
    public Grant? Find(Duty duty, int? unitId) =>
        All.Where(g => g.Duty == duty && (g.UnitId is null || g.UnitId == unitId)).OrderBy(g => g.ActingForId is not null).FirstOrDefault();

    /// <summary>True when the duty is held anywhere.</summary>
    public bool Has(Duty duty) => All.Any(g => g.Duty == duty);

    /// <summary>Units in which the duty is held.</summary>
    public IReadOnlyList<int> UnitsOf(Duty duty) =>
        [.. All.Where(g => g.Duty == duty && g.UnitId is not null).Select(g => g.UnitId!.Value).Distinct()];
}
