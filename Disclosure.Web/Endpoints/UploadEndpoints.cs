using System.Globalization;
using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Printing;
using Disclosure.Core.Publication;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;

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
    /// <param name="Purpose">"file" for the draft, "scan" for the signed page at receipt, "paper" for a paper the secrecy review rests on, "sheet" for a signed sheet, or "check" for a file found on a channel, which their pages finish, "delegation" for a written authorisation.</param>
    internal sealed record Start(int ItemId, string Name, long Size, string Purpose = "file");

    /// <summary>How far it has come.</summary>
    internal sealed record Progress(Guid Id, string Name, long Size, long Received);

    /// <summary>The finished file; FileId is 0 where it belongs to no item.</summary>
    internal sealed record Finished(int FileId, string Sha256, string Note);

    public static void MapUploads(this WebApplication app)
    {
        var uploads = app.MapGroup("/api/uploads").RequireAuthorization(Policies.Staff).AddEndpointFilter(FormHeaderAsync);
        uploads.MapPost("", StartAsync).WithMetadata(new SizeLimit(LargestQuestion));
        uploads.MapGet("{id:guid}", StatusAsync);
        uploads.MapPut("{id:guid}", AppendAsync).WithMetadata(new SizeLimit(LargestBody));
        uploads.MapPost("{id:guid}/finish", FinishAsync).WithMetadata(new SizeLimit(LargestQuestion));
        uploads.MapDelete("{id:guid}", AbortAsync);
    }

    private static async Task<IResult> StartAsync(
        Start start, BlobStore blobs, CurrentActor current, IDbContextFactory<DisclosureDb> contexts, TimeProvider clock, CancellationToken ct)
    {
        var by = await current.GetAsync();
        if (await MayBringAsync(start, by, contexts, clock.GetUtcNow().UtcDateTime, ct) is { } refusal)
        {
            return Refuse(refusal);
        }
        var started = await blobs.StartAsync(start.Name, start.Size, by.StaffId, PurposeOf(start), ct);
        return started.Ok ? Results.Ok(new Progress(started.Value, start.Name, start.Size, 0)) : Refuse(started.Problem!);
    }

    private static async Task<IResult> StatusAsync(Guid id, BlobStore blobs, CurrentActor current, CancellationToken ct) =>
        Answer(await blobs.StatusAsync(id, (await current.GetAsync()).StaffId, ct));

    private static async Task<IResult> AppendAsync(Guid id, long offset, HttpRequest request, BlobStore blobs, CurrentActor current, CancellationToken ct) =>
        Answer(await blobs.AppendAsync(id, (await current.GetAsync()).StaffId, offset, request.Body, ct));

    private static async Task<IResult> AbortAsync(Guid id, BlobStore blobs, CurrentActor current, CancellationToken ct)
    {
        var aborted = await blobs.AbortAsync(id, (await current.GetAsync()).StaffId, ct);
        return aborted.Ok ? Results.NoContent() : Refuse(aborted.Problem!);
    }

    private static async Task<IResult> FinishAsync(Guid id, BlobStore blobs, CurrentActor current, ItemNews news, TimeProvider clock, CancellationToken ct)
    {
        var by = await current.GetAsync();
        var status = await blobs.StatusAsync(id, by.StaffId, ct);
        if (!status.Ok)
        {
            return Refuse(status.Problem!);
        }
        if (status.Value.Purpose.StartsWith(SignedSheet.PurposeStart, StringComparison.Ordinal)
            || status.Value.Purpose.StartsWith(ConsistencyService.PurposeStart, StringComparison.Ordinal))
        {
            // A sheet is read before it counts, a found file compared, and their own pages do that.
            return Refuse(new NotFound());
        }
        var now = clock.GetUtcNow().UtcDateTime;
        var item = ItemOf(status.Value.Purpose);
        var finished = await blobs.FinishAsync<Finished>(id, by.StaffId, async (db, blob) =>
        {
            var linked = await LinkAsync(db, status.Value, item, blob, by, now, ct);
            return linked.Ok ? new Finished(linked.Value, blob.Sha256, blob.Note ?? "") : linked.Problem!;
        }, id, ct);
        if (!finished.Ok)
        {
            return Refuse(finished.Problem!);
        }
        if (item != 0)
        {
            news.Tell(item);
        }
        return Results.Ok(finished.Value);
    }

    private static async Task<Outcome<int>> LinkAsync(DisclosureDb db, UploadStatus upload, int item, StoredBlob blob, Actor by, DateTime now, CancellationToken ct) =>
        upload.Purpose switch
        {
            // The authorisation itself is entered by the page afterwards and names the hash.
            DelegationService.UploadPurpose => 0,
            var purpose when purpose == DraftService.UploadPurpose(item) =>
                await DraftService.LinkFileAsync(db, item, upload.Name, blob.Size, blob.Sha256, blob.Note ?? "", by, now, ct),
            var purpose when purpose == ReviewPapers.UploadPurpose(item) => await ReviewPapers.LinkAsync(db, item, upload.Name, blob, by, now, ct),
            _ => await SignedPages.LinkAsync(db, item, upload.Name, blob.Size, blob.Sha256, blob.Note ?? "", by, now, ct),
        };

    private static string PurposeOf(Start start) => start.Purpose switch
    {
        "delegation" => DelegationService.UploadPurpose,
        "scan" => SignedPages.UploadPurpose(start.ItemId),
        "paper" => ReviewPapers.UploadPurpose(start.ItemId),
        "check" => ConsistencyService.UploadPurpose(start.ItemId),
        "sheet" => SignedSheet.UploadPurpose(start.ItemId),
        _ => DraftService.UploadPurpose(start.ItemId),
    };

    private static int ItemOf(string purpose) => int.TryParse(purpose.Split(':')[1], CultureInfo.InvariantCulture, out var item) ? item : 0;

    // Asked before the first byte, so that nobody waits for 200 MB to be refused; asked again when the file is linked.
    private static async Task<Problem?> MayBringAsync(Start start, Actor by, IDbContextFactory<DisclosureDb> contexts, DateTime now, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var grants = await DutyBook.ReadAsync(db, by.StaffId, BureauTime.Day(now), ct);
        if (start.Purpose == "delegation")
        {
            return grants.Has(Duty.SecurityAdmin) ? null : new NotFound();
        }
        if (start.Purpose == "sheet")
        {
            return await SignedSheetService.RefusalAsync(db, start.ItemId, start.Size, grants, ct);
        }
        if (start.Purpose == "check")
        {
            return await ConsistencyService.MayCheckAsync(db, start.ItemId, grants, ct) ? null : new NotFound();
        }
        var item = await db.Submissions.AsNoTracking().Where(ReadingRights.Of(db, grants)).FirstOrDefaultAsync(s => s.Id == start.ItemId, ct);
        return (item, start.Purpose) switch
        {
            (null, _) => new NotFound(),
            (_, "file") when grants.Find(Duty.Editor, item.UnitId) is null => new NotFound(),
            (_, "file") => item.Editable ? null : new NotEditable(),
            (_, "paper") => await ReviewPapers.MayBringAsync(db, start.ItemId, grants, ct) ? null : new NotFound(),
            (_, "scan") => await db.Submissions.Where(ReadingRights.WaitingFor(grants)).AnyAsync(s => s.Id == start.ItemId, ct) ? null : new NotFound(),
            _ => new NotFound(),
        };
    }

    private static IResult Answer(Outcome<UploadStatus> outcome) => outcome.Ok
        ? Results.Ok(new Progress(outcome.Value.Id, outcome.Value.Name, outcome.Value.Size, outcome.Value.Received))
        : Refuse(outcome.Problem!);

    private static IResult Refuse(Problem problem) => problem switch
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
