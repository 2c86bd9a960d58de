using System.Globalization;
using System.Security.Claims;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Web.Setup;

/// <summary>Who is at the other end, on an open page, a static page or an endpoint alike.</summary>
public sealed class CurrentActor(
    IHttpContextAccessor http,
    AuthenticationStateProvider sessions,
    IDbContextFactory<DisclosureDb> contexts,
    TimeProvider clock
)
{
    private Actor? known;
    private string address = "";

    /// <summary>
    /// The person, for handing to services; somebody not signed in is a bug here and throws, because every page and endpoint asks first.
    /// </summary>
    public async Task<Actor> GetAsync()
    {
        if (known is not null)
        {
            return known;
        }
        var id = StaffId(await PrincipalAsync()) ?? throw new InvalidOperationException("Nobody is signed in.");
        await using var db = await contexts.CreateDbContextAsync();
        var name = await db.Staff.Where(s => s.Id == id).Select(s => s.Name).SingleAsync();
        return known = new Actor(id, name, address.Length > 0 ? address : Address(http.HttpContext));
    }

    /// <summary>What the person may act under today, read afresh; for choosing what to show. Services read it again themselves.</summary>
    public async Task<Grants> GrantsAsync()
    {
        var by = await GetAsync();
        await using var db = await contexts.CreateDbContextAsync();
        return await DutyBook.ReadAsync(db, by.StaffId, BureauTime.Day(clock.GetUtcNow().UtcDateTime));
    }

    /// <summary>Key of the staff record a principal stands for, or null.</summary>
    public static int? StaffId(ClaimsPrincipal principal) =>
        principal.Identity?.IsAuthenticated == true
        && int.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id)
            ? id
            : null;

    /// <summary>Network address of a request, IPv4 in its short form.</summary>
    public static string Address(HttpContext? context) =>
        context?.Connection.RemoteIpAddress switch
        {
            null => "",
            { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
            var plain => plain.ToString(),
        };

    /// <summary>An open page has no request of its own; it tells once where it was asked for.</summary>
    internal void ComesFrom(string from) => address = from;

    private async Task<ClaimsPrincipal> PrincipalAsync() =>
        http.HttpContext is { } context && !context.Request.Path.StartsWithSegments("/_blazor")
            ? context.User
            : (await sessions.GetAuthenticationStateAsync()).User;
}
