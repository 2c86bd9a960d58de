using Disclosure.Core.Bureau;

namespace Disclosure.Core.Catalogue;

/// <summary>Years that have a catalogue: from 2000 to the present one.</summary>
public static class CatalogueYears
{
    /// <summary>First year that can be asked for.</summary>
    public const int First = 2000;

    /// <summary>True for a year that has begun.</summary>
    public static bool Exists(int year, DateOnly today) => year >= First && year <= today.Year;
}

/// <summary>
/// Who keeps the catalogues (the office, and for the annual one the platform as well), and whose limits are whose to see.
/// </summary>
public static class CatalogueRights
{
    private static readonly Duty[] SeeAll = [Duty.DisclosureOffice, Duty.PlatformHead, Duty.Director];
    private static readonly Duty[] SeeOwn = [Duty.Editor, Duty.SectionHead, Duty.DeputyDirector];

    /// <summary>True for whoever may record where the annual catalogue was published.</summary>
    public static bool MayKeep(Grants by) => by.Has(Duty.DisclosureOffice) || by.Has(Duty.PlatformHead);

    /// <summary>Sections whose matters and limits are theirs to see; null for all of them.</summary>
    public static IReadOnlyCollection<int>? Sections(Grants by) =>
        SeeAll.Any(by.Has)
            ? null
            : by.All.Where(g => SeeOwn.Contains(g.Duty) && g.UnitId is not null).Select(g => g.UnitId!.Value).ToHashSet();
}
