using System.Linq.Expressions;
using Disclosure.Core.Bureau;

namespace Disclosure.Core.PublicOpinion;

/// <summary>
/// Who reads a case: the office, the director and the head of the platform every one, a deputy those of the sections in charge, everybody
/// else those their own unit answers for or has registered.
/// </summary>
public static class OpinionRights
{
    private static readonly Duty[] SeeAll = [Duty.DisclosureOffice, Duty.Director, Duty.PlatformHead];
    private static readonly Duty[] OwnUnit = [Duty.Editor, Duty.SectionHead, Duty.CountyChief];

    /// <summary>True for the cases these grants open; for use inside a query.</summary>
    public static Expression<Func<OpinionCase, bool>> Of(Grants by)
    {
        if (SeeAll.Any(by.Has))
        {
            return _ => true;
        }
        var (own, charge) = (Own(by), by.UnitsOf(Duty.DeputyDirector));
        return c =>
            own.Contains(c.SectionId)
            || charge.Contains(c.SectionId)
            || (c.RegisteredUnitId != null && own.Contains(c.RegisteredUnitId.Value));
    }

    /// <summary>Units these grants may register for; null for every unit, empty for none.</summary>
    public static IReadOnlyList<int>? RegistersFor(Grants by) => by.Has(Duty.DisclosureOffice) ? null : Own(by);

    /// <summary>True for those who answer for the unit: its editors and its head, or the office.</summary>
    public static bool AnswersFor(Grants by, int unitId) => by.Has(Duty.DisclosureOffice) || Own(by).Contains(unitId);

    /// <summary>The duty acted under, office first.</summary>
    internal static Grant Under(Grants by, int unitId) =>
        by.Find(Duty.DisclosureOffice, null)
        ?? OwnUnit.Append(Duty.DeputyDirector).Select(d => by.Find(d, unitId)).FirstOrDefault(g => g is not null)
        ?? by.All.First(g => !g.Duty.IsAdministrator());

    private static List<int> Own(Grants by) => [.. OwnUnit.SelectMany(by.UnitsOf).Distinct()];
}
