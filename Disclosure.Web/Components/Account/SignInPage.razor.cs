using System.Globalization;
using System.Security.Claims;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Demonstration;
using Disclosure.Core.Store;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Web.Components.Account;

/// <summary>Signing in: a plain form, so that it works before anything else does.</summary>
public partial class SignInPage(
    AccountService people,
    SignInManager<Staff> signIn,
    DemonstrationAccounts demonstration,
    IDbContextFactory<DisclosureDb> contexts,
    IConfiguration settings,
    NavigationManager navigation,
    TimeProvider clock
)
{
    private IReadOnlyList<DemonstrationAccount> accounts = [];
    private string bureau = "";
    private Problem? problem;

    /// <summary>Where the person wanted to go.</summary>
    [SupplyParameterFromQuery(Name = "back")]
    public string? Back { get; set; }

    /// <summary>True after signing out.</summary>
    [SupplyParameterFromQuery(Name = "left")]
    public bool Left { get; set; }

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "sign-in")]
    private Form? Typed { get; set; }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        await using var db = await contexts.CreateDbContextAsync();
        bureau = (await BureauProfile.ReadAsync(db)).Name;
        if (Installation.IsDemonstration(settings))
        {
            accounts = await demonstration.AllAsync();
        }
    }

    private async Task SignInAsync()
    {
        var now = clock.GetUtcNow();
        var person = await people.SignInAsync(Typed?.Name ?? "", Typed?.Password ?? "", CurrentActor.Address(HttpContext), now.UtcDateTime);
        if (!person.Ok)
        {
            problem = person.Problem;
            return;
        }
        await signIn.SignInWithClaimsAsync(
            person.Value,
            isPersistent: false,
            [new Claim(Accounts.SignedInAt, now.UtcTicks.ToString(CultureInfo.InvariantCulture))]
        );
        navigation.NavigateTo(person.Value.MustChangePassword ? Accounts.PasswordPath : Local(Back));
    }

    // Only a path of this site: a link from elsewhere must not lead away after the password was typed.
    private static string Local(string? back) => back is ['/', ..] and not ['/', '/' or '\\', ..] && !back.Any(char.IsControl) ? back : "/";

    private sealed class Form
    {
        public string? Name { get; set; }

        public string? Password { get; set; }
    }
}
