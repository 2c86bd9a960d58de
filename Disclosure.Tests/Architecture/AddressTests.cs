using System.Reflection;
using Disclosure.Tests.Support;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Tests.Architecture;

[Slow]
public sealed class AddressTests(SharedProgram program)
{
    // Open to whoever asks: signing in, and what must show where nothing else may.
    private static readonly string[] OpenPages = ["/account/sign-in", "/error", "/not-found"];

    private static readonly string[] Names =
    [
        .. typeof(Policies).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!),
    ];

    [Fact]
    public void EveryPage_NamesItsPolicy()
    {
        var pages = typeof(Program).Assembly.GetTypes().Where(t => t.GetCustomAttributes<RouteAttribute>(false).Any()).ToList();
        Assert.NotEmpty(pages);
        Assert.All(
            pages,
            page =>
            {
                var routes = page.GetCustomAttributes<RouteAttribute>(false).Select(r => r.Template);
                Assert.True(
                    page.GetCustomAttribute<AllowAnonymousAttribute>() is not null
                        ? routes.All(OpenPages.Contains)
                        : page.GetCustomAttributes<AuthorizeAttribute>().Any(a => Names.Contains(a.Policy)),
                    $"{page.Name} ({string.Join(", ", routes)}) names no policy."
                );
            }
        );
    }

    [Fact]
    public void EveryEndpoint_NamesItsPolicyOrFallsToTheStrictOne()
    {
        var endpoints = program.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        Assert.NotEmpty(endpoints);
        Assert.All(
            endpoints.Where(e => !IsAsset(e)),
            endpoint =>
            {
                var path = "/" + endpoint.RoutePattern.RawText?.TrimStart('/');
                var named = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => Names.Contains(a.Policy));
                var open = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
                Assert.True(named || (open && OpenPages.Contains(path)) || (!open && IsFramework(path)), $"{path} names no policy.");
            }
        );
    }

    [Fact]
    public async Task TheStrictOne_AsksForMoreThanASignedInPerson()
    {
        var fallback = await program.Services.GetRequiredService<IAuthorizationPolicyProvider>().GetFallbackPolicyAsync();

        Assert.NotNull(fallback);
        Assert.Equal(2, fallback.Requirements.Count);
    }

    // The second is how assets are served while they still lie in the projects.
    private static bool IsAsset(RouteEndpoint endpoint) =>
        endpoint.Metadata.Any(m => m.GetType().Name == "StaticAssetDescriptor") || endpoint.RoutePattern.RawText == "{**path:file}";

    // The circuit's own endpoints come from the framework without metadata of ours.
    private static bool IsFramework(string path) =>
        path.StartsWith("/_blazor", StringComparison.Ordinal) || path.StartsWith("/_framework", StringComparison.Ordinal);
}
