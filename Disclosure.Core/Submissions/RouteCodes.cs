using Disclosure.Core.Bureau;

namespace Disclosure.Core.Submissions;

/// <summary>
/// Permanent codes of routes and of the two steps that every route has. A route's code is its family and its version, e.g. city-1:
/// a published route is never edited, a change is the next version beside it.
/// </summary>
public static class RouteCodes
{
    /// <summary>City sections (D10), first version.</summary>
    public const string City = "city-1";

    /// <summary>Counties (D11), first version.</summary>
    public const string County = "county-1";

    /// <summary>The step at which every route begins: the item is with its editor.</summary>
    public const string Editor = "edit";

    /// <summary>The step at which every route ends: the publication platform.</summary>
    public const string Platform = "platform";

    /// <summary>True for a county's item, whichever version of the route it takes (D11).</summary>
    public static bool IsCounty(string route) => FamilyOf(route) == FamilyOf(County);

    /// <summary>The first version of the route that an item of this unit takes.</summary>
    public static string First(UnitKind kind) => kind == UnitKind.County ? County : City;

    /// <summary>The code without its version.</summary>
    public static string FamilyOf(string route) => route[..route.LastIndexOf('-')];
}

/// <summary>Says which route a new item of a unit takes: the newest version of its family.</summary>
/// <param name="For">Answers the route's code.</param>
public sealed record NewestRoute(Func<UnitKind, string> For);
