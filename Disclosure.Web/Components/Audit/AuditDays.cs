using Disclosure.Core.Audit;
using Disclosure.Core.Common;

namespace Disclosure.Web.Components.Audit;

/// <summary>Turns what stands in the address into a filter, for the page and the export alike.</summary>
internal static class AuditDays
{
    /// <summary>Days are the bureau's and both count.</summary>
    internal static AuditFilter Filter(string? words, DateOnly? from, DateOnly? until, int? item) =>
        new(words ?? "", from is { } f ? Begin(f) : null, until is { } u && u < DateOnly.MaxValue ? Begin(u.AddDays(1)) : null, item);

    private static DateTime Begin(DateOnly day) => BureauTime.ToUtc(day.ToDateTime(TimeOnly.MinValue));
}
