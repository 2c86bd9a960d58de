using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Files.Formats;
using Disclosure.Core.Search;
using Disclosure.Web.Components.Search;
using Disclosure.Web.Setup;
using Microsoft.Net.Http.Headers;
using RefusedForm = Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<Disclosure.Web.Components.Publication.RefusedPage>;

namespace Disclosure.Web.Endpoints;

/// <summary>Lists of items as files, with the filters of the page they stand on.</summary>
internal static class ListEndpoints
{
    internal const string Kinds = "{kind:regex(^(csv|xlsx)$)}";

    public static void MapLists(this WebApplication app)
    {
        foreach (var pile in Enum.GetValues<Pile>())
        {
            var policy = pile == Pile.Readable ? Policies.Staff : Policies.Procedure;
            app.MapGet($"/lists/{Name(pile)}.{Kinds}", (string kind, string? text, string? sort, HttpContext context, SearchFiles files, CurrentActor current, TimeProvider clock, CancellationToken ct) =>
                PileAsync(pile, kind, text, sort, context, files, current, clock, ct)).RequireAuthorization(policy);
        }
        app.MapGet($"/lists/holds.{Kinds}", HoldsAsync).RequireAuthorization(Policies.Procedure);
        app.MapGet($"/lists/search.{Kinds}", SearchAsync).RequireAuthorization(Policies.Staff);
    }

    /// <summary>What a pile is called in an address.</summary>
    public static string Name(Pile pile) => pile.ToString().ToLowerInvariant();

    /// <summary>The order an address names, e.g. -due; null for the pile's own.</summary>
    public static ItemOrder? Order(string? sort) =>
        Enum.TryParse<ItemColumn>(sort?.TrimStart('-'), ignoreCase: true, out var by) && Enum.IsDefined(by) ? new ItemOrder(by, sort!.StartsWith('-')) : null;

    private static async Task<IResult> PileAsync(
        Pile pile, string kind, string? text, string? sort, HttpContext context, SearchFiles files, CurrentActor current, TimeProvider clock, CancellationToken ct) =>
        File(context, kind, await files.PileAsync(pile, text ?? "", Order(sort), await current.GetAsync(), clock.GetUtcNow().UtcDateTime, ct));

    private static async Task<IResult> HoldsAsync(string kind, bool? ended, HttpContext context, SearchFiles files, CurrentActor current, TimeProvider clock, CancellationToken ct) =>
        File(context, kind, await files.HoldsAsync(ended ?? false, await current.GetAsync(), clock.GetUtcNow().UtcDateTime, ct));

    private static async Task<IResult> SearchAsync(
        string kind, [AsParameters] SearchAddress address, HttpContext context, SearchFiles files, CurrentActor current, TimeProvider clock, CancellationToken ct)
    {
        var made = await files.SearchAsync(address.Asked, await current.GetAsync(), clock.GetUtcNow().UtcDateTime, ct);
        return made.Ok ? File(context, kind, made.Value) : new RefusedForm(new { made.Problem }) { StatusCode = StatusCodes.Status409Conflict };
    }

    internal static IResult File(HttpContext context, string kind, ListFile file)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"{file.Name}.{kind}");
        context.Response.Headers.ContentDisposition = disposition.ToString();
        return kind == "csv" ? Results.Bytes(file.Csv(), "text/csv; charset=utf-8") : Results.Bytes(file.Xlsx(), Workbook.MediaType);
    }
}
