using Disclosure.Core.Archive;
using Disclosure.Core.Common;
using Disclosure.Web.Setup;

namespace Disclosure.Web.Endpoints;

/// <summary>Packages of the archive, of one item or of a year.</summary>
internal static class ArchiveEndpoints
{
    public static void MapArchive(this WebApplication app)
    {
        app.MapGet("/archive/items/{id:int}.zip", ItemAsync).RequireAuthorization(Policies.Archive);
        app.MapGet("/archive/{year:int:range(2000,8999)}.zip", YearAsync).RequireAuthorization(Policies.Archive);
    }

    private static async Task<IResult> ItemAsync(
        int id,
        HttpContext context,
        ArchivePackages packages,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    ) => Sent(await packages.OfItemAsync(id, await current.GetAsync(), clock.GetUtcNow().UtcDateTime, ct), context, packages);

    private static async Task<IResult> YearAsync(
        int year,
        HttpContext context,
        ArchivePackages packages,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    ) => Sent(await packages.OfYearAsync(year, await current.GetAsync(), clock.GetUtcNow().UtcDateTime, ct), context, packages);

    private static IResult Sent(Outcome<ArchiveOrder> order, HttpContext context, ArchivePackages packages) =>
        order.Ok
            ? PackageEndpoints.Sent(context, order.Value.Name, (into, aborted) => packages.WriteAsync(order.Value, into, aborted))
            : PackageEndpoints.Refused(order.Problem!, "不能归档");
}
