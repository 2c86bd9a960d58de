using Disclosure.Core.Bureau;
using Disclosure.Core.Store;
using Disclosure.Web.Setup;
using Microsoft.Net.Http.Headers;

namespace Disclosure.Web.Endpoints;

/// <summary>Scans of authorisations, to the administrators and the two people concerned; every reading is written down.</summary>
internal static class DelegationEndpoints
{
    public static void MapDelegations(this WebApplication app) =>
        app.MapGet("/files/delegations/{id:int}", ReadAsync).RequireAuthorization(Policies.Staff);

    private static async Task<IResult> ReadAsync(
        int id,
        HttpContext context,
        DelegationService delegations,
        BlobStore blobs,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var sha = await delegations.OpenScanAsync(id, await current.GetAsync(), clock.GetUtcNow().UtcDateTime, ct);
        if (!sha.Ok)
        {
            return sha.Problem is Core.Common.NotFound
                ? Results.NotFound()
                : Results.Text(sha.Problem!.Text, "text/plain; charset=utf-8", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
        var holder = new Holder(HolderKind.Delegation, id);
        var (blob, bytes) = (await blobs.FindAsync(sha.Value, holder, ct), await blobs.OpenReadAsync(sha.Value, holder, ct));
        if (!blob.Ok || !bytes.Ok)
        {
            return Results.Text(bytes.Problem!.Text, "text/plain; charset=utf-8", statusCode: StatusCodes.Status410Gone);
        }
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"委托书-{id}.{blob.Value.Kind}");
        context.Response.Headers.ContentDisposition = disposition.ToString();
        // Never a type that a browser would show by itself inside this site.
        return Results.Stream(bytes.Value, "application/octet-stream");
    }
}
