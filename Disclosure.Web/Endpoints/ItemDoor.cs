using System.Globalization;
using Disclosure.Core.Approval;
using Disclosure.Core.Ledgers;
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
            && Item(context.Request.Path) is { } item
            && !await MayReadAsync(context.RequestServices, item.Id, item.Trace, context.RequestAborted))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        await next(context);
    });

    // The trace alone is wider than the item: the audit administrator sees it without content.
    private static (int Id, bool Trace)? Item(PathString path) =>
        path.StartsWithSegments("/items", out var rest) && rest.Value?.Split('/') is [_, var number, .. var more]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? (id, more is ["trace" or "trace.pdf" or "trace.csv"]) : null;

    private static async Task<bool> MayReadAsync(IServiceProvider services, int id, bool trace, CancellationToken ct)
    {
        var by = await services.GetRequiredService<CurrentActor>().GetAsync();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        return trace
            ? await services.GetRequiredService<TraceQueries>().MaySeeAsync(id, by, now, ct)
            : await services.GetRequiredService<ItemQueries>().MayReadAsync(id, by, now, ct);
    }
}
