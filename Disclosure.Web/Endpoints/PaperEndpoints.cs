using Disclosure.Core.Common;
using Disclosure.Core.Files.Formats;
using Disclosure.Core.Printing;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Net.Http.Headers;

namespace Disclosure.Web.Endpoints;

/// <summary>Handwriting on its way in, and the ledger of originals as a file.</summary>
internal static class PaperEndpoints
{
    private static readonly string[] Head =
    [
        "编号",
        "标题",
        "打印次数",
        "打印人",
        "打印时间",
        "有效",
        "原件",
        "盒号",
        "原因",
        "登记人",
        "登记时间",
        "扫描件",
    ];

    public static void MapPapers(this WebApplication app)
    {
        app.MapPost("/api/handwriting", SetHandwritingAsync)
            .RequireAuthorization(Policies.Procedure)
            .WithMetadata(new UploadEndpoints.SizeLimit(HandwritingService.LargestPicture));
        app.MapGet("/originals.xlsx", OriginalsAsync).RequireAuthorization(Policies.Procedure);
    }

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

    private static async Task<IResult> OriginalsAsync(
        OriginalsFilter? worklist,
        HttpContext context,
        PrintQueries prints,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var wanted = worklist ?? OriginalsFilter.Out;
        var page = await prints.PageAsync(wanted, "", null, await current.GetAsync(), clock.GetUtcNow().UtcDateTime, ct);
        var bytes = Workbook.File(new WorkbookSheet(wanted.Name(), Head, [.. page.Rows.Select(Cells)]));
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"原件台账_{wanted.Name()}.xlsx");
        context.Response.Headers.ContentDisposition = disposition.ToString();
        return Results.Bytes(bytes, Workbook.MediaType);
    }

    private static IReadOnlyList<object?> Cells(PrintRow r) =>
        [
            r.ItemNumber,
            r.Title,
            r.Number,
            r.By,
            BureauTime.Show(r.At),
            r.IsVoid ? "已作废" : "有效",
            Core.Approval.OriginalWords.Name(r.Place),
            r.Box,
            r.Note,
            r.PlacedBy,
            r.PlacedAt is { } at ? BureauTime.Show(at) : "",
            r.Scans.Count(s => s.Withdrawn.Length == 0),
        ];
}
