using System.Net.Mime;
using Disclosure.Core.Common;
using Disclosure.Core.Publication;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using RefusedForm = Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<Disclosure.Web.Components.Shared.RefusedPage>;

namespace Disclosure.Web.Endpoints;

/// <summary>Packages as they are written, never held in memory.</summary>
internal static class PackageEndpoints
{
    public static void MapPackages(this WebApplication app) =>
        app.MapGet("/items/{id:int}/package.zip", PackageAsync).RequireAuthorization(Policies.Procedure);

    /// <summary>A zip that is written while it is sent.</summary>
    internal static IResult Sent(HttpContext context, string name, Func<Stream, CancellationToken, Task> write)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        // The framework's zip writes the heads of its entries synchronously, a few dozen bytes each; this answer alone may.
        context.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        return Results.Stream(into => write(into, context.RequestAborted), MediaTypeNames.Application.Zip);
    }

    internal static IResult Refused(Problem problem, string what) =>
        problem is NotFound
            ? Results.NotFound()
            : new RefusedForm(new { Problem = problem, Title = what }) { StatusCode = StatusCodes.Status409Conflict };

    private static async Task<IResult> PackageAsync(
        int id,
        HttpContext context,
        PublishingPackage packages,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var prepared = await packages.PrepareAsync(id, await current.GetAsync(), clock.GetUtcNow().UtcDateTime, ct);
        return prepared.Ok
            ? Sent(context, prepared.Value.Name, (into, aborted) => packages.WriteAsync(prepared.Value, into, aborted))
            : Refused(prepared.Problem!, "不能打包");
    }
}
