using System.Globalization;
using Disclosure.Core.Approval;
using Disclosure.Core.Ledgers;
using Disclosure.Core.PublicOpinion;
using Disclosure.Web.Setup;

namespace Disclosure.Web.Endpoints;

/// <summary>
/// Pages come alive only on their circuit, after the answer has gone out. So that an address of an item, of its hold, or of a case of
/// public opinion that is not there, or not theirs, answers 404 all the same, it is asked for here.
/// </summary>
internal static class ItemAccess
{
    public static void UseItemAccess(this WebApplication app) =>
        app.Use(
            async (context, next) =>
            {
                if (
                    HttpMethods.IsGet(context.Request.Method)
                    && context.User.Identity?.IsAuthenticated == true
                    && !await MayReadAsync(context.RequestServices, context.Request.Path, context.RequestAborted)
                )
                {
                    context.Response.StatusCode = StatusCodes.Status404NotFound;
                    return;
                }
                await next(context);
            }
        );

    private static int? Key(PathString path, string folder) =>
        path.StartsWithSegments(folder, out var rest)
        && int.TryParse(rest.Value?.Split('/').ElementAtOrDefault(1), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;

    // The trace alone is wider than the item: the audit administrator sees it without content.
    private static bool IsTrace(PathString path) => path.Value?.Split('/') is [_, "items", _, "trace" or "trace.pdf" or "trace.csv"];

    // True for every address that names neither an item nor a hold nor a case.
    private static async Task<bool> MayReadAsync(IServiceProvider services, PathString path, CancellationToken ct)
    {
        var (item, hold, opinion) = (Key(path, "/items") ?? Key(path, "/platform/checks"), Key(path, "/holds"), Key(path, "/opinions"));
        if ((item ?? hold ?? opinion) is not { } id)
        {
            return true;
        }
        var by = await services.GetRequiredService<CurrentActor>().GetAsync();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        return (item, IsTrace(path)) switch
        {
            (null, _) when opinion is not null => await services.GetRequiredService<OpinionQueries>().MayReadAsync(id, by, now, ct),
            (null, _) => await services.GetRequiredService<HoldQueries>().MayReadAsync(id, by, now, ct),
            (_, true) => await services.GetRequiredService<TraceQueries>().MaySeeAsync(id, by, now, ct),
            _ => await services.GetRequiredService<ItemQueries>().MayReadAsync(id, by, now, ct),
        };
    }
}
