using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace Disclosure.Web.Components.Account;

/// <summary>Changes the own password; before the first change nothing else opens.</summary>
public partial class PasswordPage(
    AccountService people,
    UserManager<Staff> users,
    SignInManager<Staff> signIn,
    CurrentActor current,
    IdentityQueries identity,
    TimeProvider clock
)
{
    private bool done;
    private bool first;
    private string? reset;
    private Problem? problem;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "password")]
    private Form? Typed { get; set; }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (await users.GetUserAsync(HttpContext.User) is { MustChangePassword: true } person)
        {
            first = true;
            reset = (await identity.ResetsOfAsync(person.Id))
                .FirstOrDefault(r => r.ReleasedAt is not null)
                ?.Words(clock.GetUtcNow().UtcDateTime);
        }
    }

    private async Task ChangeAsync()
    {
        var now = clock.GetUtcNow();
        var changed = await people.ChangePasswordAsync(
            Typed?.Old ?? "",
            Typed?.New ?? "",
            Typed?.Again ?? "",
            await current.GetAsync(),
            now.UtcDateTime
        );
        problem = changed.Problem;
        if (changed.Ok && await users.GetUserAsync(HttpContext.User) is { } person)
        {
            // The stamp has changed; this session alone goes on with the new one.
            await signIn.SignInWithClaimsAsync(
                person,
                isPersistent: false,
                HttpContext.User.Claims.Where(c => c.Type == Accounts.SignedInAt)
            );
            done = true;
        }
    }

    private sealed class Form
    {
        public string? Old { get; set; }

        public string? New { get; set; }

        public string? Again { get; set; }
    }
}
