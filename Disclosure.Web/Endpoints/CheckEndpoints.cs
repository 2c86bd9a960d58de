using Disclosure.Core.Files.Formats;
using Disclosure.Core.Publication;
using Disclosure.Web.Setup;
using Microsoft.Net.Http.Headers;

namespace Disclosure.Web.Endpoints;

/// <summary>The list of publications that were never checked, as files.</summary>
internal static class CheckEndpoints
{
    public static void MapChecks(this WebApplication app)
    {
        app.MapGet("/platform/checks.xlsx", WorkbookAsync).RequireAuthorization(Policies.Platform);
        app.MapGet("/platform/checks.csv", CsvAsync).RequireAuthorization(Policies.Platform);
    }

    private static async Task<IResult> WorkbookAsync(
        HttpContext context,
        ConsistencyQueries checks,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        File(
            context,
            "未核对发布件清单.xlsx",
            await checks.NeverWorkbookAsync(await current.GetAsync(), clock.GetUtcNow().UtcDateTime, ct),
            Workbook.MediaType
        );

    private static async Task<IResult> CsvAsync(
        HttpContext context,
        ConsistencyQueries checks,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        File(
            context,
            "未核对发布件清单.csv",
            await checks.NeverCsvAsync(await current.GetAsync(), clock.GetUtcNow().UtcDateTime, ct),
            "text/csv; charset=utf-8"
        );

    private static IResult File(HttpContext context, string name, byte[]? bytes, string kind)
    {
        if (bytes is null)
        {
            return Results.NotFound();
        }
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        return Results.Bytes(bytes, kind);
    }
}
