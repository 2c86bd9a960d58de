using Disclosure.Core.Approval;

namespace Disclosure.Web.Setup;

/// <summary>How lists of items stand in an address: the same for the page of a list and for its file.</summary>
internal static class ListAddress
{
    /// <summary>What a pile is called in an address.</summary>
    public static string Name(Pile pile) => pile.ToString().ToLowerInvariant();

    /// <summary>The order an address names, e.g. -due; null for the pile's own.</summary>
    public static ItemOrder? Order(string? sort) =>
        Enum.TryParse<ItemColumn>(sort?.TrimStart('-'), ignoreCase: true, out var by) && Enum.IsDefined(by)
            ? new ItemOrder(by, sort!.StartsWith('-'))
            : null;
}
