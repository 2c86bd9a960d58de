using System.Net.Mime;
using Disclosure.Core.Common;
using Disclosure.Core.Files.Formats;
using Disclosure.Core.Printing;
using Disclosure.Core.Publication;
using Disclosure.Core.Review;
using Disclosure.Web.Setup;
using Microsoft.Net.Http.Headers;
using RefusedForm = Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<Disclosure.Web.Components.Shared.RefusedPage>;

namespace Disclosure.Web.Endpoints;

/// <summary>Printed forms as files; every one is drawn for the person who asks.</summary>
internal static class FormEndpoints
{
    /// <summary>Content type of a DOCX.</summary>
    public static string WordDocument { get; } = FileTypes.Of(".docx")!.MediaType;

    public static void MapForms(this WebApplication app)
    {
        app.MapGet("/items/{id:int}/form.pdf", FormAsync).RequireAuthorization(Policies.Staff);
        app.MapGet("/items/{id:int}/consent-letter.pdf", ConsentAsync).RequireAuthorization(Policies.Procedure);
        app.MapGet("/holds/{id:int}/letter.pdf", HoldLetterAsync).RequireAuthorization(Policies.Procedure);
        app.MapGet("/items/{id:int}/form.docx", EditableFormAsync).RequireAuthorization(Policies.Staff);
        app.MapGet("/items/{id:int}/consent-letter.docx", EditableConsentAsync).RequireAuthorization(Policies.Procedure);
        app.MapGet("/holds/{id:int}/letter.docx", EditableLetterAsync).RequireAuthorization(Policies.Procedure);
        app.MapGet("/items/{id:int}/return-notice.pdf", ReturnNoticeAsync).RequireAuthorization(Policies.Staff);
    }

    private static async Task<IResult> FormAsync(
        int id,
        int? print,
        bool? flow,
        bool? files,
        string? pen,
        HttpContext context,
        PrintService prints,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var choice = Choice(flow, files, pen);
        var (by, now) = (await current.GetAsync(), clock.GetUtcNow().UtcDateTime);
        return Answer(
            context,
            print is { } number ? await prints.DrawAsync(id, number, by, now, ct) : await prints.PreviewAsync(id, choice, by, now, ct)
        );
    }

    private static async Task<IResult> EditableFormAsync(
        int id,
        bool? flow,
        bool? files,
        string? pen,
        HttpContext context,
        EditableForms forms,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    ) => Answer(context, await forms.FormAsync(id, Choice(flow, files, pen), await current.GetAsync(), clock.GetUtcNow().UtcDateTime, ct));

    private static async Task<IResult> EditableLetterAsync(
        int id,
        HttpContext context,
        EditableForms forms,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    ) => Answer(context, await forms.LetterAsync(id, await current.GetAsync(), clock.GetUtcNow().UtcDateTime, ct));

    private static async Task<IResult> EditableConsentAsync(
        int id,
        OtherReason? about,
        HttpContext context,
        EditableForms forms,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    ) => Answer(context, await forms.ConsentAsync(id, about, await current.GetAsync(), clock.GetUtcNow().UtcDateTime, ct));

    private static PrintChoice Choice(bool? flow, bool? files, string? pen) =>
        new()
        {
            WithFlow = flow is true,
            WithFiles = files is true,
            PenSteps = pen?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [],
        };

    private static async Task<IResult> HoldLetterAsync(
        int id,
        HttpContext context,
        HoldLetters letters,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    ) => Answer(context, await letters.OfHoldAsync(id, await current.GetAsync(), clock.GetUtcNow().UtcDateTime, ct));

    private static async Task<IResult> ConsentAsync(
        int id,
        OtherReason? about,
        HttpContext context,
        HoldLetters letters,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    ) => Answer(context, await letters.ConsentAsync(id, about, await current.GetAsync(), clock.GetUtcNow().UtcDateTime, ct));

    private static async Task<IResult> ReturnNoticeAsync(
        int id,
        HttpContext context,
        ListPrints prints,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    ) => Answer(context, await prints.ReturnAsync(id, await current.GetAsync(), clock.GetUtcNow().UtcDateTime, ct));

    private static IResult Answer(HttpContext context, Outcome<PrintedForm> drawn)
    {
        if (!drawn.Ok)
        {
            return drawn.Problem is NotFound ? Results.NotFound() : Refused(drawn.Problem!);
        }
        Named(context, "inline", drawn.Value.Name);
        return Results.Bytes(drawn.Value.Pdf, MediaTypeNames.Application.Pdf);
    }

    private static IResult Answer(HttpContext context, Outcome<EditableForm> drawn)
    {
        if (!drawn.Ok)
        {
            return drawn.Problem is NotFound ? Results.NotFound() : Refused(drawn.Problem!);
        }
        Named(context, "attachment", drawn.Value.Name);
        return Results.Bytes(drawn.Value.Docx, WordDocument);
    }

    private static void Named(HttpContext context, string how, string name)
    {
        var disposition = new ContentDispositionHeaderValue(how);
        disposition.SetHttpFileName(name);
        context.Response.Headers.ContentDisposition = disposition.ToString();
    }

    // A whole page and not a bare line: it opens in a window of its own.
    private static RefusedForm Refused(Problem problem) => new(new { Problem = problem }) { StatusCode = StatusCodes.Status409Conflict };
}
