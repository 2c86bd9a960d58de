using Disclosure.Core.Bureau;

namespace Disclosure.Web.Components.Bureau;

/// <summary>A unit as being typed.</summary>
public sealed class UnitDraft
{
    /// <summary>Code; given once.</summary>
    public string Code { get; set; } = "";

    /// <summary>Full name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Name in lists and numbers.</summary>
    public string ShortName { get; set; } = "";

    /// <summary>Place in lists.</summary>
    public int Order { get; set; }

    /// <summary>Who is in charge, or 0 for nobody.</summary>
    public int DeputyId { get; set; }

    /// <summary>Kind; given once.</summary>
    public UnitKind Kind { get; set; } = UnitKind.Section;
}
