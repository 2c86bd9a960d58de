namespace Disclosure.Core.Bureau;

/// <summary>What kind of unit.</summary>
public enum UnitKind
{
    /// <summary>科室.</summary>
    Section,

    /// <summary>中心.</summary>
    Center,

    /// <summary>事业单位.</summary>
    Institution,

    /// <summary>县区统计局.</summary>
    County,

    /// <summary>局领导.</summary>
    Leadership,
}

/// <summary>What stands on screen for each kind.</summary>
public static class UnitKinds
{
    /// <summary>Chinese name.</summary>
    public static string Name(this UnitKind kind) =>
        kind switch
        {
            UnitKind.Section => "科室",
            UnitKind.Center => "中心",
            UnitKind.Institution => "事业单位",
            UnitKind.County => "县区统计局",
            UnitKind.Leadership => "局领导",
        };
}

/// <summary>A section, center, institution, county bureau, or the leadership.</summary>
public sealed class Unit
{
    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>Permanent code; for a county its six-digit region code.</summary>
    public required string Code { get; init; }

    /// <summary>Full name, at most 40 characters.</summary>
    public required string Name { get; set; }

    /// <summary>Short name; for a county the word inside its numbers (卡若).</summary>
    public required string ShortName { get; set; }

    /// <summary>Kind.</summary>
    public required UnitKind Kind { get; init; }

    /// <summary>The deputy director in charge of this section, or null while nobody is.</summary>
    public int? DeputyId { get; set; }

    /// <summary>False once the unit no longer takes items.</summary>
    public bool Active { get; set; } = true;

    /// <summary>Place in lists.</summary>
    public int Order { get; set; }

    /// <summary>True for the units of the city bureau that can send and review items.</summary>
    public bool IsSection => Kind is UnitKind.Section or UnitKind.Center or UnitKind.Institution;
}

/// <summary>A subject (专业) a county reports on and the city section that matches it (对口专业科室, D11).</summary>
public sealed class Subject
{
    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>Name shown to the county, e.g. 工业.</summary>
    public required string Name { get; set; }

    /// <summary>The matching section.</summary>
    public required int SectionId { get; set; }

    /// <summary>Place in lists.</summary>
    public int Order { get; set; }

    /// <summary>False once no longer offered.</summary>
    public bool Active { get; set; } = true;
}
