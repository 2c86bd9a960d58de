using Disclosure.Core.Approval;
using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Evidence;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Disclosure.Web.Setup;
using Microsoft.Net.Http.Headers;

namespace Disclosure.Web.Endpoints;

/// <summary>Files of items, to those who may read the item; everybody else finds nothing.</summary>
internal static class FileEndpoints
{
    public static void MapFiles(this WebApplication app)
    {
        // Whoever stands in the byline reads what they are to confirm, with a duty in the procedure or without; ReadAsync asks the rights.
        app.MapGet("/files/{id:int}", ReadAsync).RequireAuthorization(Policies.Staff);
        app.MapGet("/delegations/{id:int}/scan", ReadScanAsync).RequireAuthorization(Policies.Staff);
    }

    private static async Task<IResult> ReadAsync(
        int id,
        HttpContext context,
        ItemQueries items,
        BlobStore blobs,
        WriteGate store,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var by = await current.GetAsync();
        var now = clock.GetUtcNow().UtcDateTime;
        if (await items.FileAsync(id, by, now, ct) is not { } found)
        {
            return Results.NotFound();
        }
        var bytes = await blobs.OpenReadAsync(found.File.Sha256, Holder.Item(found.SubmissionId), ct);
        if (!bytes.Ok)
        {
            var status = bytes.Problem is ContentIsDamaged ? StatusCodes.Status500InternalServerError : StatusCodes.Status410Gone;
            return Results.Text(bytes.Problem!.Text, "text/plain; charset=utf-8", statusCode: status);
        }
        // Written down before the first byte leaves; when it cannot be written, nothing leaves.
        if (!found.Published && await NoteAsync(store, found.SubmissionId, found.File, by, now, ct) is { Ok: false } refused)
        {
            await bytes.Value.DisposeAsync();
            return Results.Text(refused.Problem!.Text, "text/plain; charset=utf-8", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
        return Attach(context, bytes.Value, found.File.Name);
    }

    private static async Task<IResult> ReadScanAsync(
        int id,
        HttpContext context,
        DelegationService delegations,
        BlobStore blobs,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var opened = await delegations.OpenScanAsync(id, await current.GetAsync(), clock.GetUtcNow().UtcDateTime, ct);
        if (!opened.Ok)
        {
            return Results.NotFound();
        }
        var holder = new Holder(HolderKind.Delegation, id);
        var (scan, bytes) = (await blobs.FindAsync(opened.Value, holder, ct), await blobs.OpenReadAsync(opened.Value, holder, ct));
        return scan.Ok && bytes.Ok
            ? Attach(context, bytes.Value, $"委托书{id}.{scan.Value.Kind}")
            : Results.Text((scan.Problem ?? bytes.Problem)!.Text, "text/plain; charset=utf-8", statusCode: StatusCodes.Status410Gone);
    }

    // Never a type that a browser would show by itself inside this site.
    private static IResult Attach(HttpContext context, Stream bytes, string name)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        return Results.Stream(bytes, "application/octet-stream");
    }

    private static Task<Outcome<Done>> NoteAsync(
        WriteGate store,
        int item,
        ItemFileRow file,
        Actor by,
        DateTime now,
        CancellationToken ct
    ) =>
        store.WriteAsync<Done>(
            async db =>
            {
                await AuditTrail.AppendAsync(
                    db,
                    new AuditFact(by, OpenFiles.TakenAway, $"下载未发布稿件的文件，校验码 {Fingerprint.Short(file.Sha256)}", now)
                    {
                        SubmissionId = item,
                    }
                );
                return Done.It;
            },
            null,
            ct
        );
}
