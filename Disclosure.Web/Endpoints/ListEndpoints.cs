using System.Globalization;
using System.Net.Mime;
using System.Text;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Files.Formats;
using Disclosure.Core.Forms;
using Disclosure.Web.Setup;
using Microsoft.Net.Http.Headers;
using RefusedForm = Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<Disclosure.Web.Components.Shared.RefusedPage>;

namespace Disclosure.Web.Endpoints;

/// <summary>Every list of the program as a workbook, as a printed sheet and as a table for machines (decision 0029).</summary>
internal static class ListEndpoints
{
    private const string TableType = "text/csv; charset=utf-8";
    private const int Flushed = 500;

    public static void MapLists(this WebApplication app)
    {
        foreach (var entry in Lists.All)
        {
            foreach (var path in ListAddress.Formats.Select(f => ListAddress.File(entry.Name, f.Format)).Concat(entry.Former))
            {
                var format = path[(path.LastIndexOf('.') + 1)..];
                app.MapGet(
                        path,
                        (HttpContext context, CurrentActor current, TimeProvider clock) =>
                            AnswerAsync(entry, format, context, current, clock)
                    )
                    .RequireAuthorization(entry.Policy);
            }
        }
    }

    private static async Task<IResult> AnswerAsync(
        ListEntry entry,
        string format,
        HttpContext context,
        CurrentActor current,
        TimeProvider clock
    )
    {
        var asked = new ListAsked(context, format, await current.GetAsync(), clock.GetUtcNow().UtcDateTime);
        if (entry.Noted is { } noted && await noted(asked) is { } unwritten)
        {
            return Results.Text(unwritten.Text, "text/plain; charset=utf-8", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
        if (format == "pdf" && entry.Form is { } form)
        {
            var drawn = await form(asked);
            return drawn.Ok ? Printed(context, Dated(drawn.Value.Name, asked.Today), drawn.Value.Pdf) : Refused(drawn.Problem!);
        }
        var found = await entry.Read(asked);
        if (!found.Ok)
        {
            return Refused(found.Problem!);
        }
        var list = (await asked.Get<BureauQueries>().SignedAsync(found.Value, asked.By, asked.Now, asked.Ct)).Cut(asked.Most);
        return Made(entry, entry.ForPublic ? list with { MadeBy = "" } : list, asked);
    }

    private static IResult Made(ListEntry entry, Listing list, ListAsked asked)
    {
        switch (asked.Format)
        {
            case "pdf":
                var drawn = asked.Get<FormPrinter>().Pdf(ListForm.Sheet(list));
                return drawn.Ok ? Printed(asked.Context, $"{list.FileName}.pdf", drawn.Value) : Refused(drawn.Problem!);
            case "xlsx":
                Name(asked.Context, "attachment", $"{list.FileName}.xlsx");
                return Results.Bytes(ListWorkbook.File(list), Workbook.MediaType);
            default:
                Name(asked.Context, "attachment", $"{list.FileName}.csv");
                return entry.Lines is { } lines
                    ? Results.Stream(body => WriteAsync(lines(asked), body, asked.Ct), TableType)
                    : Results.Bytes(Csv.File(list), TableType);
        }
    }

    private static async Task WriteAsync(IAsyncEnumerable<string> lines, Stream body, CancellationToken ct)
    {
        await using var text = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        var written = 0;
        await foreach (var line in lines.WithCancellation(ct))
        {
            await text.WriteAsync(line);
            if (++written % Flushed == 0)
            {
                await text.FlushAsync(ct);
            }
        }
    }

    private static IResult Printed(HttpContext context, string name, byte[] pdf)
    {
        Name(context, "inline", name);
        return Results.Bytes(pdf, MediaTypeNames.Application.Pdf);
    }

    // A form carries the name of what it is; the day is added as on every list.
    private static string Dated(string name, DateOnly today) =>
        $"{Path.GetFileNameWithoutExtension(name)}{today.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}{Path.GetExtension(name)}";

    private static void Name(HttpContext context, string how, string name)
    {
        var disposition = new ContentDispositionHeaderValue(how);
        disposition.SetHttpFileName(name);
        context.Response.Headers.ContentDisposition = disposition.ToString();
    }

    // A whole page and not a bare line: a printed sheet opens in a window of its own.
    private static IResult Refused(Problem problem) =>
        problem is NotFound
            ? Results.NotFound()
            : new RefusedForm(new { Problem = problem, Title = "不能导出" }) { StatusCode = StatusCodes.Status409Conflict };
}
