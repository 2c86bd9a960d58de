using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.WebEncoders;
using MudBlazor;
using MudBlazor.Services;

namespace Disclosure.Web.Setup;

/// <summary>Razor components on live circuits, MudBlazor in Chinese.</summary>
internal static class Screens
{
    // A page's whole text is pasted into one field when what is published is checked: some 2 MB, which grow on the wire.
    private const long LargestMessage = 12 << 20;

    public static void AddScreens(this IServiceCollection services, IConfiguration settings)
    {
        services
            .AddRazorComponents()
            .AddInteractiveServerComponents(o => o.DisconnectedCircuitMaxRetained = settings.GetValue("Disclosure:CircuitsPromised", 1000))
            .AddHubOptions(o => o.MaximumReceiveMessageSize = LargestMessage);
        services.Configure<CircuitOptions>(o => o.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(5));
        services.AddAntiforgery(o =>
        {
            o.HeaderName = Antiforgery.Header;
            o.Cookie.Name = "disclosure-form";
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // The headers here are stricter already.
            o.SuppressXFrameOptionsHeader = true;
        });
        // Chinese as Chinese: escaped, every page would be twice as long.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddTransient<MudLocalizer, ChineseWords>();
        services.AddMudServices(o => o.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomCenter);
        services.AddScoped<Menu>();
    }

    /// <summary>A page in place of an empty 404, for people; scripts and forms keep the bare status.</summary>
    public static void UsePageForWhatIsNotFound(this WebApplication app) =>
        app.UseWhen(
            context => HttpMethods.IsGet(context.Request.Method) && !context.Request.Path.StartsWithSegments("/api"),
            pages => pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true)
        );

    public static void MapScreens<TApp>(this WebApplication app) =>
        app.MapRazorComponents<TApp>().AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = null);
}

/// <summary>The header that scripts send with a change.</summary>
internal static class Antiforgery
{
    public const string Header = "X-Disclosure-Form";
}
