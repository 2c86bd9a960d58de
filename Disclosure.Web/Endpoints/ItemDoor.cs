using System.Globalization;
using Disclosure.Core.Approval;
using Disclosure.Web.Setup;

namespace Disclosure.Web.Endpoints;

/// <summary>
/// Pages come alive only on their circuit, after the answer has gone out. So that an address of an item that is not there, or not
/// theirs, answers 404 all the same, it is asked for here.
/// </summary>
internal static class ItemDoor
{
    public static void UseItemDoor(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (HttpMethods.IsGet(context.Request.Method)
            && context.User.Identity?.IsAuthenticated == true
            && ItemId(context.Request.Path) is { } id
            && !await MayReadAsync(context.RequestServices, id, context.RequestAborted))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        await next(context);
    });

    private static int? ItemId(PathString path) =>
        path.StartsWithSegments("/items", out var rest)
        && int.TryParse(rest.Value?.Split('/').ElementAtOrDefault(1), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static async Task<bool> MayReadAsync(IServiceProvider services, int id, CancellationToken ct)
    {
        var by = await services.GetRequiredService<CurrentActor>().GetAsync();
        return await services.GetRequiredService<ItemQueries>().MayReadAsync(id, by, services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, ct);
    }
}
