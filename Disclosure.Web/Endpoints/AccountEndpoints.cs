using Disclosure.Core.Bureau;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace Disclosure.Web.Endpoints;

/// <summary>Leaving, and the sign of life that an open page gives while somebody works on it.</summary>
internal static class AccountEndpoints
{
    public static void MapAccount(this WebApplication app)
    {
        app.MapPost("/account/sign-out", LeaveAsync).RequireAuthorization(Policies.OwnAccount);
        // Reaching it is all: the cookie slides on.
        app.MapGet("/account/alive", () => Results.NoContent()).RequireAuthorization(Policies.Staff);
    }

    private static async Task<IResult> LeaveAsync(
        HttpContext context,
        IAntiforgery forms,
        SignInManager<Staff> signIn,
        AccountService people,
        CurrentActor current,
        TimeProvider clock
    )
    {
        if (!await forms.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }
        await people.SignOutAsync(await current.GetAsync(), "退出", clock.GetUtcNow().UtcDateTime);
        await signIn.SignOutAsync();
        return Results.Redirect($"{Accounts.SignInPath}?left=true");
    }
}
