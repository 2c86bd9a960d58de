using System.Net.Mime;
using Disclosure.Core.Catalogue;
using Disclosure.Core.Common;
using Disclosure.Core.Files.Formats;
using Disclosure.Core.Publication;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using RefusedForm = Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<Disclosure.Web.Components.Shared.RefusedPage>;

namespace Disclosure.Web.Endpoints;

/// <summary>The catalogues as files.</summary>
internal static class CatalogueEndpoints
{
    private const string Table = "text/csv; charset=utf-8";
    private const string Page = "text/html; charset=utf-8";

    public static void MapCatalogue(this WebApplication app)
    {
        // The addresses before the catalogue had pages of its own are kept.
        foreach (var path in (string[])["/catalogue/annual/", "/published/"])
        {
            app.MapGet(path + "{year:int}.pdf", AnnualSheetAsync).RequireAuthorization(Policies.Staff);
            app.MapGet(path + "{year:int}.csv", AnnualTableAsync).RequireAuthorization(Policies.Staff);
        }
        app.MapGet("/catalogue/annual/{year:int}.xlsx", AnnualWorkbookAsync).RequireAuthorization(Policies.Staff);
        app.MapGet("/catalogue/annual/{year:int}.html", AnnualPageAsync).RequireAuthorization(Policies.Staff);
        app.MapGet("/catalogue/standing/{number:int}.pdf", StandingSheetAsync).RequireAuthorization(Policies.Staff);
        app.MapGet("/catalogue/standing/{number:int}.xlsx", StandingWorkbookAsync).RequireAuthorization(Policies.Staff);
        app.MapGet("/catalogue/standing/{number:int}.html", StandingPageAsync).RequireAuthorization(Policies.Staff);
        app.MapGet("/catalogue/standing/{number:int}.csv", StandingTableAsync).RequireAuthorization(Policies.Staff);
    }

    private static async Task<IResult> AnnualSheetAsync(
        int year,
        HttpContext context,
        AnnualCatalogueQueries catalogue,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    ) => Drawn(context, await catalogue.PdfAsync(year, await current.GetAsync(), Now(clock), ct));

    private static async Task<IResult> AnnualTableAsync(
        int year,
        HttpContext context,
        AnnualCatalogueQueries catalogue,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        Made(
            context,
            $"{AnnualFiles.Name(year)}.csv",
            Table,
            await catalogue.ReadAsync(year, await current.GetAsync(), Now(clock), ct),
            AnnualFiles.Csv
        );

    private static async Task<IResult> AnnualPageAsync(
        int year,
        HttpContext context,
        AnnualCatalogueQueries catalogue,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        Made(
            context,
            $"{AnnualFiles.Name(year)}.html",
            Page,
            await catalogue.ReadAsync(year, await current.GetAsync(), Now(clock), ct),
            AnnualFiles.Html
        );

    private static async Task<IResult> AnnualWorkbookAsync(
        int year,
        HttpContext context,
        AnnualCatalogueQueries catalogue,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var found = await catalogue.ReadAsync(year, await current.GetAsync(), Now(clock), ct);
        if (!found.Ok)
        {
            return Refused(found.Problem!);
        }
        Named(context, "attachment", $"{AnnualFiles.Name(year)}.xlsx");
        return Streamed(target => AnnualFiles.WriteWorkbook(found.Value, target));
    }

    private static async Task<IResult> StandingSheetAsync(
        int number,
        HttpContext context,
        StandingCatalogueQueries catalogue,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    ) => Drawn(context, await catalogue.PdfAsync(number, await current.GetAsync(), Now(clock), ct));

    private static async Task<IResult> StandingTableAsync(
        int number,
        HttpContext context,
        StandingCatalogueQueries catalogue,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        Made(
            context,
            $"主动公开基本目录（第{number}版）.csv",
            Table,
            await StandingAsync(number, catalogue, current, clock, ct),
            StandingFiles.Csv
        );

    private static async Task<IResult> StandingPageAsync(
        int number,
        HttpContext context,
        StandingCatalogueQueries catalogue,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        Made(
            context,
            $"主动公开基本目录（第{number}版）.html",
            Page,
            await StandingAsync(number, catalogue, current, clock, ct),
            StandingFiles.Html
        );

    private static async Task<IResult> StandingWorkbookAsync(
        int number,
        HttpContext context,
        StandingCatalogueQueries catalogue,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var found = await StandingAsync(number, catalogue, current, clock, ct);
        if (!found.Ok)
        {
            return Refused(found.Problem!);
        }
        Named(context, "attachment", $"{StandingFiles.Name(found.Value)}.xlsx");
        return Streamed(target => StandingFiles.WriteWorkbook(found.Value, target));
    }

    private static async Task<Outcome<StandingVersionView>> StandingAsync(
        int number,
        StandingCatalogueQueries catalogue,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    ) => await catalogue.FindAsync(number, await current.GetAsync(), Now(clock), ct) is { } version ? version : new NotFound();

    // The writer of workbooks knows no asynchronous stream: it writes into a buffer that goes to disk when it grows, and from there out.
    private static IResult Streamed(Action<Stream> write) =>
        Results.Stream(
            async body =>
            {
                await using var buffer = new FileBufferingWriteStream();
                write(buffer);
                await buffer.DrainBufferAsync(body);
            },
            Workbook.MediaType
        );

    private static IResult Made<T>(HttpContext context, string name, string kind, Outcome<T> found, Func<T, byte[]> make)
    {
        if (!found.Ok)
        {
            return Refused(found.Problem!);
        }
        Named(context, "attachment", name);
        return Results.Bytes(make(found.Value), kind);
    }

    private static IResult Drawn(HttpContext context, Outcome<PrintedForm> drawn)
    {
        if (!drawn.Ok)
        {
            return Refused(drawn.Problem!);
        }
        Named(context, "inline", drawn.Value.Name);
        return Results.Bytes(drawn.Value.Pdf, MediaTypeNames.Application.Pdf);
    }

    private static void Named(HttpContext context, string how, string name)
    {
        var disposition = new ContentDispositionHeaderValue(how);
        disposition.SetHttpFileName(name);
        context.Response.Headers.ContentDisposition = disposition.ToString();
    }

    private static DateTime Now(TimeProvider clock) => clock.GetUtcNow().UtcDateTime;

    // A whole page and not a bare line: it opens in a window of its own.
    private static IResult Refused(Problem problem) =>
        problem is NotFound
            ? Results.NotFound()
            : new RefusedForm(new { Problem = problem }) { StatusCode = StatusCodes.Status409Conflict };
}
