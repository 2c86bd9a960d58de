using Disclosure.Core.Files.Formats;
using Disclosure.Core.Obligations;
using Disclosure.Core.Store;
using Disclosure.Web.Setup;
using Microsoft.Net.Http.Headers;

namespace Disclosure.Web.Endpoints;

/// <summary>All tables of the annual report in one workbook, and the files of entries about yearly duties.</summary>
internal static class ObligationEndpoints
{
    public static void MapObligations(this WebApplication app)
    {
        app.MapGet("/duties/annual-report/{year:int:range(2000,8998)}.xlsx", ReportAsync).RequireAuthorization(Policies.Figures);
        app.MapGet("/duties/entries/{id:int}/file", AttachedAsync).RequireAuthorization(Policies.Procedure);
    }

    private static async Task<IResult> ReportAsync(
        int year,
        HttpContext context,
        AnnualFigures figures,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await figures.FileAsync(year, await current.GetAsync(), clock.GetUtcNow().UtcDateTime, ct) is not { } bytes)
        {
            return Results.NotFound();
        }
        Name(context, $"{year}年度报告数据.xlsx");
        return Results.Bytes(bytes, Workbook.MediaType);
    }

    private static async Task<IResult> AttachedAsync(
        int id,
        HttpContext context,
        ObligationQueries duties,
        BlobStore blobs,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await duties.AttachedAsync(id, await current.GetAsync(), clock.GetUtcNow().UtcDateTime, ct) is not { } file)
        {
            return Results.NotFound();
        }
        var bytes = await blobs.OpenReadAsync(file.Sha256, new Holder(HolderKind.DutyEntry, id), ct);
        if (!bytes.Ok)
        {
            return Results.Text(bytes.Problem!.Text, "text/plain; charset=utf-8", statusCode: StatusCodes.Status410Gone);
        }
        Name(context, file.Name);
        // Never a type that a browser would show by itself inside this site.
        return Results.Stream(bytes.Value, "application/octet-stream");
    }

    private static void Name(HttpContext context, string name)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        context.Response.Headers.ContentDisposition = disposition.ToString();
    }
}
