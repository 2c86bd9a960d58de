using System.Globalization;
using Disclosure.Core.Search;
using Disclosure.Core.Submissions;

namespace Disclosure.Web.Components.Search;

/// <summary>A search as it stands in an address, for the page and for its files.</summary>
public sealed record SearchAddress
{
    /// <summary>What is searched.</summary>
    public string? Text { get; init; }

    /// <summary>State, e.g. Published.</summary>
    public string? State { get; init; }

    /// <summary>Kind, e.g. Analysis.</summary>
    public string? Kind { get; init; }

    /// <summary>Key of a unit.</summary>
    public int? Unit { get; init; }

    /// <summary>Year.</summary>
    public int? Year { get; init; }

    /// <summary>Group, e.g. Title.</summary>
    public string? In { get; init; }

    /// <summary>newest, or nothing for the nearest first.</summary>
    public string? Sort { get; init; }

    /// <summary>What the core is asked; a word it does not know is no filter.</summary>
    public SearchAsked Asked =>
        new(Text ?? "")
        {
            State = Read<ItemState>(State),
            Kind = Read<ItemKind>(Kind),
            UnitId = Unit,
            Year = Year,
            Group = Read<SearchGroup>(In),
            Newest = Sort == "newest",
        };

    /// <summary>The filters alone, as they are remembered; empty when there are none.</summary>
    public string Filters => Query(("state", State), ("kind", Kind), ("unit", Number(Unit)), ("year", Number(Year)), ("sort", Sort));

    /// <summary>The same part by part, for the address of a file.</summary>
    public IReadOnlyList<(string Name, string? Value)> Parts =>
        [("text", Text), ("state", State), ("kind", Kind), ("unit", Number(Unit)), ("year", Number(Year)), ("sort", Sort), ("in", In)];

    /// <summary>Everything behind the question mark but the page.</summary>
    public string All => Joined(Query(("text", Text)), Filters, Query(("in", In)));

    /// <summary>Parts of an address, the empty ones left out.</summary>
    public static string Joined(params string[] parts) => string.Join('&', parts.Where(p => p.Length > 0));

    private static string Query(params (string Name, string? Value)[] parts) =>
        string.Join('&', parts.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));

    private static string? Number(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static T? Read<T>(string? name)
        where T : struct, Enum => Enum.TryParse<T>(name, ignoreCase: true, out var read) && Enum.IsDefined(read) ? read : null;
}
