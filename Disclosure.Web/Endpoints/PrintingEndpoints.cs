using System.Net.Mime;
using Disclosure.Core.Common;
using Disclosure.Core.Forms;
using Disclosure.Core.Printing;
using Disclosure.Web.Setup;
using Microsoft.Net.Http.Headers;
using RefusedForm = Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<Disclosure.Web.Components.Shared.RefusedPage>;

namespace Disclosure.Web.Endpoints;

/// <summary>Blank forms for the pen and the printer's test sheet.</summary>
internal static class PrintingEndpoints
{
    public static void MapPrinting(this WebApplication app)
    {
        app.MapGet("/forms/{key}/blank.pdf", Blank).RequireAuthorization(Policies.Procedure);
        app.MapGet("/forms/{key}/blank.docx", EditableBlank).RequireAuthorization(Policies.Procedure);
        app.MapGet("/print-settings/test.pdf", Test).RequireAuthorization(Policies.Printing);
    }

    private static IResult Blank(string key, HttpContext context, FormPrinter printer) =>
        FormLibrary.All.FirstOrDefault(f => f.Name == key) is { } form
            ? Pdf(context, printer, form.Blank, BlankName(form))
            : Results.NotFound();

    private static IResult EditableBlank(string key, HttpContext context, FormPrinter printer) =>
        FormLibrary.All.FirstOrDefault(f => f.Name == key) is { } form
            ? File(context, printer.Docx(form.Blank), "attachment", $"{BlankName(form)}.docx", FormEndpoints.WordDocument)
            : Results.NotFound();

    private static string BlankName(FormEntry form) => $"{form.Name}（空白）";

    private static IResult Test(HttpContext context, FormPrinter printer) =>
        Pdf(context, printer, PrinterTestSheet.Sheet(printer), PrinterTestSheet.Name);

    private static IResult Pdf(HttpContext context, FormPrinter printer, FormSheet sheet, string name) =>
        File(context, printer.Pdf(sheet), "inline", $"{name}.pdf", MediaTypeNames.Application.Pdf);

    private static IResult File(HttpContext context, Outcome<byte[]> drawn, string how, string name, string type)
    {
        if (!drawn.Ok)
        {
            return new RefusedForm(new { Problem = drawn.Problem! }) { StatusCode = StatusCodes.Status409Conflict };
        }
        var disposition = new ContentDispositionHeaderValue(how);
        disposition.SetHttpFileName(name);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        return Results.Bytes(drawn.Value, type);
    }
}
