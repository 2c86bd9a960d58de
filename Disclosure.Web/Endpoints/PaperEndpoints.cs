using Disclosure.Core.Printing;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Antiforgery;

namespace Disclosure.Web.Endpoints;

/// <summary>Handwriting on its way in.</summary>
internal static class PaperEndpoints
{
    public static void MapPapers(this WebApplication app) =>
        app.MapPost("/api/handwriting", SetHandwritingAsync)
            .RequireAuthorization(Policies.Procedure)
            .WithMetadata(new UploadEndpoints.SizeLimit(HandwritingService.LargestPicture));

    private static async Task<IResult> SetHandwritingAsync(
        HttpContext context,
        IAntiforgery antiforgery,
        HandwritingService hands,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.Json(new { text = "页面已过期，请刷新后再试。" }, statusCode: StatusCodes.Status400BadRequest);
        }
        using var picture = new MemoryStream();
        await context.Request.Body.CopyToAsync(picture, ct);
        var set = await hands.SetAsync(
            picture.GetBuffer().AsMemory(0, (int)picture.Length),
            await current.GetAsync(),
            clock.GetUtcNow().UtcDateTime,
            ct
        );
        return set.Ok
            ? Results.NoContent()
            : Results.Json(new { text = set.Problem!.Text }, statusCode: StatusCodes.Status422UnprocessableEntity);
    }
}
