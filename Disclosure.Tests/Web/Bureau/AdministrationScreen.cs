using System.Security.Claims;
using Bunit;
using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Disclosure.Tests.Core.Bureau;
using Disclosure.Tests.Support;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace Disclosure.Tests.Web.Bureau;

/// <summary>An administrator's browser in front of a small bureau; only the browser itself is played.</summary>
internal sealed class AdministrationScreen : BunitContext
{
    public AdministrationScreen(GivenBureau given, Duty duty)
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        AddAuthorization().SetAuthorized(duty.Name()).SetClaims(new Claim(ClaimTypes.NameIdentifier, $"{given.Person(duty)}"));
        Services.AddMudServices();
        Services.AddSingleton<IHttpContextAccessor>(new HttpContextAccessor());
        Services.AddScoped<CurrentActor>();
        Services.AddSingleton<TimeProvider>(given.Store.Clock);
        Services.AddSingleton(given.Store.Get<IDbContextFactory<DisclosureDb>>());
        Services.AddSingleton(given.Store.Blobs);
        Services.AddSingleton(given.Bureau);
        Services.AddSingleton(given.Staff);
        Services.AddSingleton(given.Duties);
        Services.AddSingleton(given.Delegations);
        Services.AddSingleton(given.Resets);
        Services.AddSingleton(given.Confirming);
        Services.AddSingleton(given.Identity);
        Services.AddSingleton(given.Queries);
        Services.AddSingleton(given.Store.Get<FormDraftService>());
        Services.AddSingleton<IDrawsText>(OpenFonts.Printer());
        Services.AddSingleton(given.People);
        var anchor = new AuditAnchor(given.Store.Get<IDbContextFactory<DisclosureDb>>(), Path.Combine(given.Store.Folder, "anchor.txt"));
        Services.AddSingleton(anchor);
        Services.AddSingleton(new AuditQueries(given.Store.Get<IDbContextFactory<DisclosureDb>>()));
        Services.AddSingleton(new AuditVerifier(given.Store.Get<IDbContextFactory<DisclosureDb>>(), anchor, []));
    }

    /// <summary>The button with exactly these words.</summary>
    public static AngleSharp.Dom.IElement Button(IRenderedComponent<IComponent> page, string words) =>
        page.FindAll("button").First(b => b.TextContent.Trim() == words);
}
