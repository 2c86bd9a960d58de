using Disclosure.Core.Approval;
using Disclosure.Core.Files.Formats;
using Disclosure.Core.Search;
using Disclosure.Web.Components.Search;
using Disclosure.Web.Setup;
using Microsoft.Net.Http.Headers;
using RefusedForm = Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<Disclosure.Web.Components.Shared.RefusedPage>;

namespace Disclosure.Web.Endpoints;

/// <summary>Lists of items as files, with the filters of the page they stand on.</summary>
internal static class ListEndpoints
{
    internal const string Kinds = "{kind:regex(^(csv|xlsx)$)}";

    public static void MapLists(this WebApplication app)
    {
        foreach (var worklist in Enum.GetValues<Worklist>())
        {
            var policy = worklist == Worklist.Readable ? Policies.Staff : Policies.Procedure;
            app.MapGet(
                    $"/lists/{ListAddress.Name(worklist)}.{Kinds}",
                    (
                        string kind,
                        string? text,
                        string? sort,
                        HttpContext context,
                        SearchFiles files,
                        CurrentActor current,
                        TimeProvider clock,
                        CancellationToken ct
                    ) => WorklistAsync(worklist, kind, text, sort, context, files, current, clock, ct)
                )
                .RequireAuthorization(policy);
        }
        app.MapGet($"/lists/holds.{Kinds}", HoldsAsync).RequireAuthorization(Policies.Procedure);
        app.MapGet($"/lists/search.{Kinds}", SearchAsync).RequireAuthorization(Policies.Staff);
    }

    private static async Task<IResult> WorklistAsync(
        Worklist worklist,
        string kind,
        string? text,
        string? sort,
        HttpContext context,
        SearchFiles files,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        File(
            context,
            kind,
            await files.WorklistAsync(
                worklist,
                text ?? "",
                ListAddress.Order(sort),
                await current.GetAsync(),
                clock.GetUtcNow().UtcDateTime,
                ct
            )
        );

    private static async Task<IResult> HoldsAsync(
        string kind,
        bool? ended,
        HttpContext context,
        SearchFiles files,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    ) => File(context, kind, await files.HoldsAsync(ended ?? false, await current.GetAsync(), clock.GetUtcNow().UtcDateTime, ct));

    private static async Task<IResult> SearchAsync(
        string kind,
        [AsParameters] SearchAddress address,
        HttpContext context,
        SearchFiles files,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var made = await files.SearchAsync(address.Asked, await current.GetAsync(), clock.GetUtcNow().UtcDateTime, ct);
        return made.Ok
            ? File(context, kind, made.Value)
            : new RefusedForm(new { made.Problem }) { StatusCode = StatusCodes.Status409Conflict };
    }

    internal static IResult File(HttpContext context, string kind, ListFile file)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"{file.Name}.{kind}");
        context.Response.Headers.ContentDisposition = disposition.ToString();
        return kind == "csv" ? Results.Bytes(file.Csv(), "text/csv; charset=utf-8") : Results.Bytes(file.Xlsx(), Workbook.MediaType);
    }
}
