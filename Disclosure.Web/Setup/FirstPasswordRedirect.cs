using Disclosure.Core.Bureau;
using Disclosure.Core.Store;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Web.Setup;

/// <summary>Leads everybody whose first password still stands to the page that changes it, before any other page is tried.</summary>
internal static class FirstPasswordRedirect
{
    public static void UseFirstPasswordFirst(this WebApplication app) =>
        app.Use(
            async (context, next) =>
            {
                if (CurrentActor.StaffId(context.User) is { } id && NeedsMore(context.GetEndpoint()) && await StillStandsAsync(context, id))
                {
                    context.Response.Redirect(Accounts.PasswordPath);
                    return;
                }
                await next();
            }
        );

    private static bool NeedsMore(Endpoint? endpoint) =>
        endpoint is not null
        && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
        && !endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => a.Policy == Policies.OwnAccount);

    private static async Task<bool> StillStandsAsync(HttpContext context, int id)
    {
        await using var db = await context.RequestServices.GetRequiredService<IDbContextFactory<DisclosureDb>>().CreateDbContextAsync();
        return await db.Staff.AnyAsync(s => s.Id == id && s.MustChangePassword);
    }
}
