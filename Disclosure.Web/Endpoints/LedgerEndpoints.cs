using System.Net.Mime;
using Disclosure.Core.Common;
using Disclosure.Core.Files.Formats;
using Disclosure.Core.Ledgers;
using Disclosure.Web.Setup;
using Microsoft.Net.Http.Headers;
using RefusedForm = Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<Disclosure.Web.Components.Shared.RefusedPage>;

namespace Disclosure.Web.Endpoints;

/// <summary>The monthly ledger, the publication ledger, the yearly list and the trace of an item as files.</summary>
internal static class LedgerEndpoints
{
    public static void MapLedgers(this WebApplication app)
    {
        app.MapGet("/ledgers/{month}.xlsx", MonthWorkbookAsync).RequireAuthorization(Policies.Ledger);
        app.MapGet("/ledgers/{month}.pdf", MonthSheetAsync).RequireAuthorization(Policies.Ledger);
        app.MapGet("/ledgers/publications/{period}.xlsx", PublicationWorkbookAsync).RequireAuthorization(Policies.PublicationLedger);
        app.MapGet("/ledgers/publications/{period}.csv", PublicationTableAsync).RequireAuthorization(Policies.PublicationLedger);
        app.MapGet("/withheld/{year:int:range(2000,8999)}.xlsx", WithheldWorkbookAsync).RequireAuthorization(Policies.Withheld);
        app.MapGet("/items/{id:int}/trace.pdf", TraceSheetAsync).RequireAuthorization(Policies.Staff);
        app.MapGet("/items/{id:int}/trace.csv", TraceTableAsync).RequireAuthorization(Policies.Staff);
    }

    private static async Task<IResult> MonthWorkbookAsync(
        string month,
        HttpContext context,
        LedgerQueries ledgers,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        LedgerMonth.Read(month) is { } wanted && await ledgers.WorkbookAsync(wanted, await current.GetAsync(), Now(clock), ct) is { } bytes
            ? File(context, "attachment", $"{wanted.Name}保密审查台账.xlsx", bytes, Workbook.MediaType)
            : Results.NotFound();

    private static async Task<IResult> MonthSheetAsync(
        string month,
        HttpContext context,
        LedgerQueries ledgers,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (LedgerMonth.Read(month) is not { } wanted)
        {
            return Results.NotFound();
        }
        var drawn = await ledgers.PdfAsync(wanted, await current.GetAsync(), Now(clock), ct);
        return drawn.Ok
            ? File(context, "inline", $"{wanted.Name}保密审查台账.pdf", drawn.Value, MediaTypeNames.Application.Pdf)
            : Refused(drawn.Problem!);
    }

    private static async Task<IResult> PublicationWorkbookAsync(
        string period,
        HttpContext context,
        PublicationLedgerQueries ledger,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (
            PublicationPeriod.Read(period) is not { } wanted
            || await ledger.PageAsync(wanted, null, await current.GetAsync(), Now(clock), ct) is not { } view
        )
        {
            return Results.NotFound();
        }
        using var book = new MemoryStream();
        PublicationLedgerFiles.WriteWorkbook(view, book);
        return File(context, "attachment", $"{PublicationLedgerFiles.Name(wanted)}.xlsx", book.ToArray(), Workbook.MediaType);
    }

    private static async Task<IResult> PublicationTableAsync(
        string period,
        HttpContext context,
        PublicationLedgerQueries ledger,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        PublicationPeriod.Read(period) is { } wanted
        && await ledger.PageAsync(wanted, null, await current.GetAsync(), Now(clock), ct) is { } view
            ? File(
                context,
                "attachment",
                $"{PublicationLedgerFiles.Name(wanted)}.csv",
                PublicationLedgerFiles.Csv(view),
                "text/csv; charset=utf-8"
            )
            : Results.NotFound();

    private static async Task<IResult> WithheldWorkbookAsync(
        int year,
        HttpContext context,
        WithheldQueries withheld,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        await withheld.WorkbookAsync(year, await current.GetAsync(), Now(clock), ct) is { } bytes
            ? File(context, "attachment", $"{year}年不予公开复核清单.xlsx", bytes, Workbook.MediaType)
            : Results.NotFound();

    private static async Task<IResult> TraceSheetAsync(
        int id,
        HttpContext context,
        TraceQueries traces,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var drawn = await traces.PdfAsync(id, await current.GetAsync(), Now(clock), ct);
        return drawn.Ok
            ? File(context, "inline", drawn.Value.Name, drawn.Value.Bytes, MediaTypeNames.Application.Pdf)
            : Refused(drawn.Problem!);
    }

    private static async Task<IResult> TraceTableAsync(
        int id,
        HttpContext context,
        TraceQueries traces,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var made = await traces.CsvAsync(id, await current.GetAsync(), Now(clock), ct);
        return made.Ok ? File(context, "attachment", made.Value.Name, made.Value.Bytes, "text/csv; charset=utf-8") : Refused(made.Problem!);
    }

    private static DateTime Now(TimeProvider clock) => clock.GetUtcNow().UtcDateTime;

    private static IResult File(HttpContext context, string how, string name, byte[] bytes, string kind)
    {
        var disposition = new ContentDispositionHeaderValue(how);
        disposition.SetHttpFileName(name);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        return Results.Bytes(bytes, kind);
    }

    // A whole page and not a bare line: it opens in a window of its own.
    private static IResult Refused(Problem problem) =>
        problem is NotFound
            ? Results.NotFound()
            : new RefusedForm(new { Problem = problem }) { StatusCode = StatusCodes.Status409Conflict };
}
