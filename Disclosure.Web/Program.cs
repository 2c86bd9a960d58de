using Disclosure.Core;
using Disclosure.Core.Files.Formats;
using Disclosure.Core.Store;
using Disclosure.Web.Commands;
using Disclosure.Web.Components;
using Disclosure.Web.Endpoints;
using Disclosure.Web.Setup;

return await Verbs.RunAsync(args, Compose);

static WebApplication Compose(string[] settings)
{
    var builder = WebApplication.CreateBuilder(Installation.Options(settings));
    builder.AddInstallation();
    builder.AddLogs();
    builder.Services.AddDisclosureStore(Installation.Store(builder.Configuration), FileCheck.Incoming);
    builder.Services.AddDisclosureCore();
    builder.AddServicesOutsideTheStore();
    builder.AddAccounts();
    builder.Services.AddPolicies();
    builder.Services.AddScreens(builder.Configuration);
    builder.Services.AddBackgroundWork();

    var app = builder.Build();
    app.LogWhatNobodyObserved();
    app.UseExceptionHandler("/error", createScopeForErrors: true);
    app.UsePageForWhatIsNotFound();
    app.UseSecurityHeaders();
    app.UseOwnPagesOnly();
    app.UseRouting();
    app.UseRateLimiter();
    app.UseAuthentication();
    app.UseFirstPasswordFirst();
    app.UseAuthorization();
    app.UseItemAccess();
    app.UseAntiforgery();

    app.MapStaticAssets().AllowAnonymous();
    app.MapAccount();
    app.MapUploads();
    app.MapFiles();
    app.MapForms();
    app.MapPapers();
    app.MapPrinting();
    app.MapCatalogue();
    app.MapPackages();
    app.MapArchive();
    app.MapObligations();
    app.MapDelegations();
    app.MapLists();
    app.MapScreens<App>();
    return app;
}
