using System.Net.Mime;
using Disclosure.Core.Catalogue;
using Disclosure.Web.Setup;
using Microsoft.Net.Http.Headers;

namespace Disclosure.Web.Endpoints;

/// <summary>The catalogues as web pages for the bureau's site; their other files are lists like every other.</summary>
internal static class CatalogueEndpoints
{
    private const string Page = $"{MediaTypeNames.Text.Html}; charset=utf-8";

    public static void MapCatalogue(this WebApplication app)
    {
        app.MapGet("/catalogue/annual/{year:int}.html", AnnualPageAsync).RequireAuthorization(Policies.Staff);
        app.MapGet("/catalogue/standing/{number:int}.html", StandingPageAsync).RequireAuthorization(Policies.Staff);
    }

    private static async Task<IResult> AnnualPageAsync(
        int year,
        HttpContext context,
        AnnualCatalogueQueries catalogue,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var found = await catalogue.ReadAsync(year, await current.GetAsync(), clock.GetUtcNow().UtcDateTime, ct);
        return found.Ok ? Made(context, AnnualFiles.Name(year), AnnualFiles.Html(found.Value)) : Results.NotFound();
    }

    private static async Task<IResult> StandingPageAsync(
        int number,
        HttpContext context,
        StandingCatalogueQueries catalogue,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        await catalogue.FindAsync(number, await current.GetAsync(), clock.GetUtcNow().UtcDateTime, ct) is { } version
            ? Made(context, StandingFiles.Name(version), StandingFiles.Html(version))
            : Results.NotFound();

    private static IResult Made(HttpContext context, string name, byte[] page)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"{name}.html");
        context.Response.Headers.ContentDisposition = disposition.ToString();
        return Results.Bytes(page, Page);
    }
}
