using Disclosure.Core.Approval;

namespace Disclosure.Web.Setup;

/// <summary>How lists of items stand in an address: the same for the page of a list and for its file.</summary>
internal static class ListAddress
{
    /// <summary>What a worklist is called in an address.</summary>
    public static string Name(Worklist worklist) => worklist.ToString().ToLowerInvariant();

    /// <summary>The order an address names, e.g. -due; null for the worklist's own.</summary>
    public static ItemOrder? Order(string? sort) =>
        Enum.TryParse<ItemColumn>(sort?.TrimStart('-'), ignoreCase: true, out var by) && Enum.IsDefined(by)
            ? new ItemOrder(by, sort!.StartsWith('-'))
            : null;
}
