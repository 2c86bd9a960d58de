using Disclosure.Core.Bureau;

namespace Disclosure.Web.Components.Bureau;

/// <summary>A person as being typed.</summary>
public sealed class StaffDraft
{
    /// <summary>Sign-in name.</summary>
    public string SignInName { get; set; } = "";

    /// <summary>Name as signed.</summary>
    public string Name { get; set; } = "";

    /// <summary>Unit, or 0 while none is chosen.</summary>
    public int UnitId { get; set; }

    /// <summary>Telephone.</summary>
    public string Phone { get; set; } = "";

    /// <summary>What goes to the service.</summary>
    public StaffEntry Entry => new(SignInName, Name, UnitId, Phone);
}
