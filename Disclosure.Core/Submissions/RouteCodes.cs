using Disclosure.Core.Bureau;

namespace Disclosure.Core.Submissions;

/// <summary>Codes of the routes a new item begins with; a changed route gets a new code and items under way keep theirs.</summary>
public static class RouteCodes
{
    /// <summary>City sections (D10).</summary>
    public const string City = "city-1";

    /// <summary>Counties (D11).</summary>
    public const string County = "county-1";

    /// <summary>The route a new item of this unit takes.</summary>
    public static string For(UnitKind kind) => kind == UnitKind.County ? County : City;
}
