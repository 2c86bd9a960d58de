using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Disclosure.Core.Uploads;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Antiforgery;

namespace Disclosure.Web.Endpoints;

/// <summary>Resumable upload: start, bodies at their offset, finish. The page's circuit only learns the result.</summary>
internal static class UploadEndpoints
{
    private const long LargestBody = 8L << 20;
    private const long LargestQuestion = 16 << 10;

    /// <summary>What a page says when it begins.</summary>
    /// <param name="ItemId">The item the file is for; 0 for an authorisation.</param>
    /// <param name="Name">Name of the file.</param>
    /// <param name="Size">Bytes.</param>
    /// <param name="Purpose">Code of a kind of upload; what there is stands in <see cref="UploadKinds"/>.</param>
    internal sealed record Start(int ItemId, string Name, long Size, string Purpose = "file");

    /// <summary>How far it has come.</summary>
    internal sealed record Progress(Guid Id, string Name, long Size, long Received);

    public static void MapUploads(this WebApplication app)
    {
        var uploads = app.MapGroup("/api/uploads").RequireAuthorization(Policies.Staff).AddEndpointFilter(FormHeaderAsync);
        uploads.MapPost("", StartAsync).WithMetadata(new SizeLimit(LargestQuestion));
        uploads.MapPost("together", SmallFiles.TakeAsync).WithMetadata(new SizeLimit(SmallFiles.LargestBody));
        uploads.MapGet("{id:guid}", StatusAsync);
        uploads.MapPut("{id:guid}", AppendAsync).WithMetadata(new SizeLimit(LargestBody));
        uploads.MapPost("{id:guid}/finish", FinishAsync).WithMetadata(new SizeLimit(LargestQuestion));
        uploads.MapDelete("{id:guid}", AbortAsync);
    }

    private static async Task<IResult> StartAsync(
        Start start,
        UploadService uploads,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var started = await uploads.BeginAsync(
            start.Purpose,
            start.ItemId,
            start.Name,
            start.Size,
            await current.GetAsync(),
            clock.GetUtcNow().UtcDateTime,
            ct
        );
        return started.Ok ? Results.Ok(new Progress(started.Value, start.Name, start.Size, 0)) : Refuse(started.Problem!);
    }

    private static async Task<IResult> StatusAsync(Guid id, BlobStore blobs, CurrentActor current, CancellationToken ct) =>
        Answer(await blobs.StatusAsync(id, (await current.GetAsync()).StaffId, ct));

    private static async Task<IResult> AppendAsync(
        Guid id,
        long offset,
        HttpRequest request,
        BlobStore blobs,
        CurrentActor current,
        CancellationToken ct
    ) => Answer(await blobs.AppendAsync(id, (await current.GetAsync()).StaffId, offset, request.Body, ct));

    private static async Task<IResult> AbortAsync(Guid id, BlobStore blobs, CurrentActor current, CancellationToken ct)
    {
        var aborted = await blobs.AbortAsync(id, (await current.GetAsync()).StaffId, ct);
        return aborted.Ok ? Results.NoContent() : Refuse(aborted.Problem!);
    }

    private static async Task<IResult> FinishAsync(
        Guid id,
        UploadService uploads,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var finished = await uploads.FinishAsync(id, await current.GetAsync(), clock.GetUtcNow().UtcDateTime, ct);
        return finished.Ok ? Results.Ok(finished.Value) : Refuse(finished.Problem!);
    }

    private static IResult Answer(Outcome<UploadStatus> outcome) =>
        outcome.Ok
            ? Results.Ok(new Progress(outcome.Value.Id, outcome.Value.Name, outcome.Value.Size, outcome.Value.Received))
            : Refuse(outcome.Problem!);

    private static IResult Refuse(Problem problem) =>
        problem switch
        {
            NotFound => Results.Json(new { text = problem.Text }, statusCode: StatusCodes.Status404NotFound),
            UploadOffsetMismatch m => Results.Json(new { text = m.Text, expected = m.Expected }, statusCode: StatusCodes.Status409Conflict),
            StoreIsBusy => Results.Json(new { text = problem.Text }, statusCode: StatusCodes.Status503ServiceUnavailable),
            _ => Results.Json(new { text = problem.Text }, statusCode: StatusCodes.Status422UnprocessableEntity),
        };

    private static async ValueTask<object?> FormHeaderAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        HttpMethods.IsGet(context.HttpContext.Request.Method)
        || await context.HttpContext.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context.HttpContext)
            ? await next(context)
            : Results.Json(new { text = "页面已过期，请刷新后再试。" }, statusCode: StatusCodes.Status400BadRequest);

    internal sealed record SizeLimit(long? MaxRequestBodySize) : Microsoft.AspNetCore.Http.Metadata.IRequestSizeLimitMetadata;
}
