using System.Globalization;
using Disclosure.Core.Common;
using Disclosure.Core.Publication;
using Disclosure.Web.Setup;

namespace Disclosure.Web.Endpoints;

/// <summary>A list of the program: who may ask for it, and how it is read under their rights.</summary>
/// <param name="Policy">The policy of its page.</param>
/// <param name="Read">Reads it by the query of its page, narrowed by what stands in the address.</param>
internal sealed record ListEntry(ListName Name, string Policy, Func<ListAsked, Task<Outcome<Listing>>> Read)
{
    /// <summary>A form of its own, for what is more on paper than its rows; null for the form of all lists.</summary>
    public Func<ListAsked, Task<Outcome<PrintedForm>>>? Form { get; init; }

    /// <summary>Rows for machines, one by one, where there may be more than memory holds; null for the rows of the list.</summary>
    public Func<ListAsked, IAsyncEnumerable<string>>? Lines { get; init; }

    /// <summary>Asked before anything leaves: writes down that it was taken; null where nothing is written.</summary>
    public Func<ListAsked, Task<Problem?>>? Noted { get; init; }

    /// <summary>True for what the public gets: no name stands under it.</summary>
    public bool ForPublic { get; init; }

    /// <summary>Addresses it had before all lists stood in one family; they are kept.</summary>
    public IReadOnlyList<string> Former { get; init; } = [];
}

/// <summary>What is asked of a list: by whom, when, and what stands in the address.</summary>
/// <param name="Format">xlsx, pdf or csv.</param>
internal sealed record ListAsked(HttpContext Context, string Format, Actor By, DateTime Now)
{
    /// <summary>Ends with the request.</summary>
    public CancellationToken Ct => Context.RequestAborted;

    /// <summary>The bureau's day.</summary>
    public DateOnly Today => BureauTime.Day(Now);

    /// <summary>Most rows of this kind of file.</summary>
    public int Most => Format == "pdf" ? Listing.MostPrinted : Listing.MostRows;

    /// <summary>A service.</summary>
    public T Get<T>()
        where T : class => Context.RequestServices.GetRequiredService<T>();

    /// <summary>Words in the address; empty for none.</summary>
    public string Text(string name) => Context.Request.RouteValues[name]?.ToString() ?? Context.Request.Query[name].ToString();

    /// <summary>A whole number; null for none, and for what is no number.</summary>
    public int? Number(string name) => int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    /// <summary>A calendar year, the present one for none; null for what is no year of the program.</summary>
    public int? Year => Text("year") is { Length: > 0 } ? (Number("year") is { } year and >= 2000 and <= 8998 ? year : null) : Today.Year;

    /// <summary>A day; null for none.</summary>
    public DateOnly? Day(string name) =>
        DateOnly.TryParseExact(Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>True where the address says true.</summary>
    public bool Flag(string name) => string.Equals(Text(name), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>A value by its name; null for none, and for a name nobody has.</summary>
    public T? Named<T>(string name)
        where T : struct, Enum => Enum.TryParse<T>(Text(name), ignoreCase: true, out var read) && Enum.IsDefined(read) ? read : null;
}
