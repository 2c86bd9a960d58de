using System.Globalization;
using System.Security.Claims;
using Disclosure.Core.Bureau;
using Microsoft.AspNetCore.Identity;

namespace Disclosure.Web.Setup;

/// <summary>
/// Says whether a session may go on: the account is open, its stamp unchanged, and the session not older than a working day.
/// </summary>
public sealed class SessionGuard(SignInManager<Staff> signIn, TimeProvider clock)
{
    /// <summary>True while the principal still stands for an open account.</summary>
    public async Task<bool> HoldsAsync(ClaimsPrincipal? principal) =>
        clock.GetUtcNow().UtcTicks - SignedInAt(principal) is >= 0 and var age
        && age <= Accounts.Longest.Ticks
        && await signIn.ValidateSecurityStampAsync(principal) is { Active: true };

    private static long SignedInAt(ClaimsPrincipal? principal) =>
        long.TryParse(principal?.FindFirstValue(Accounts.SignedInAt), CultureInfo.InvariantCulture, out var at) ? at : 0;
}
