using System.Net;
using Disclosure.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Tests.Web.Endpoints;

/// <summary>A page of another site, or of another port of this host, reaches no circuit and changes nothing.</summary>
[Slow]
public sealed class ForeignOriginTests(ProgramInProcess program) : IClassFixture<ProgramInProcess>
{
    private const string Own = "http://localhost";
    private const string Refusal = "这个请求来自别的网站或端口，已拒绝；请从本系统自己的页面办理。";

    private static readonly string[] Changing = ["POST", "PUT", "DELETE", "PATCH"];

    [Theory]
    [InlineData("http://localhost:5081")]
    [InlineData("http://evil.example")]
    [InlineData("http://localhost.evil.example")]
    [InlineData("http://localhost@evil.example")]
    [InlineData("null")]
    [InlineData("localhost")]
    [InlineData("file://")]
    public async Task EveryChangingEndpoint_RefusesAnotherOrigin(string origin)
    {
        using var client = program.CreateClient(new() { AllowAutoRedirect = false });
        var endpoints = Endpoints();
        Assert.Contains(endpoints, e => e.Path.StartsWith("/_blazor/negotiate", StringComparison.Ordinal));
        foreach (var (method, path) in endpoints)
        {
            using var answer = await SendAsync(client, method, path, ("Origin", origin));
            Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{method} {path} answers {(int)answer.StatusCode} to {origin}.");
            Assert.Equal(Refusal, await answer.Content.ReadAsStringAsync());
        }
    }

    [Theory]
    [InlineData("http://localhost:5081", true)]
    [InlineData("http://evil.example", true)]
    [InlineData("null", true)]
    [InlineData(Own, false)]
    public async Task TheCircuit_OpensToItsOwnPagesOnly(string origin, bool refused)
    {
        var sockets = program.Server.CreateWebSocketClient();
        sockets.ConfigureRequest = request => request.Headers.Origin = origin;
        var opened = await Record.ExceptionAsync(async () =>
        {
            using var socket = await sockets.ConnectAsync(new Uri("ws://localhost/_blazor?id=x"), TestContext.Current.CancellationToken);
        });

        // Whoever is let through meets the hub, which asks who it is.
        Assert.Equal(refused, opened!.Message.Contains("403", StringComparison.Ordinal));
        Assert.Contains(refused ? "403" : "401", opened.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    public async Task WithoutAnOrigin_TheBrowsersWordOnTheSiteDecides(string site)
    {
        using var client = program.CreateClient(new() { AllowAutoRedirect = false });
        foreach (var (method, path) in Endpoints())
        {
            using var answer = await SendAsync(client, method, path, ("Sec-Fetch-Site", site));
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
        using var circuit = await SendAsync(client, "GET", "/_blazor?id=x", ("Sec-Fetch-Site", site));
        Assert.Equal(HttpStatusCode.Forbidden, circuit.StatusCode);
    }

    [Theory]
    [InlineData("localhost", "Origin", "http://localhost")]
    [InlineData("localhost", "Origin", "HTTP://LOCALHOST")]
    [InlineData("localhost:80", "Origin", "http://localhost")]
    [InlineData("10.54.0.8:5080", "Origin", "http://10.54.0.8:5080")]
    // Behind a proxy that ends TLS: the public name in Host, http on this side.
    [InlineData("gongkai.tj.example", "Origin", "https://gongkai.tj.example")]
    [InlineData("gongkai.tj.example:8443", "Origin", "https://gongkai.tj.example:8443")]
    [InlineData("localhost", "Sec-Fetch-Site", "same-origin")]
    [InlineData("localhost", "Sec-Fetch-Site", "none")]
    [InlineData("localhost", "User-Agent", "curl/8")]
    public async Task OwnPagesAndProgramsThatAreNoBrowser_GoOn(string host, string header, string value)
    {
        using var client = program.CreateClient(new() { AllowAutoRedirect = false });
        using var answer = await SendAsync(client, "POST", "/account/sign-in", ("Host", host), (header, value));

        // Past this check the form's own token is missed.
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("gongkai.tj.example:8443", "https://gongkai.tj.example")]
    [InlineData("gongkai.tj.example", "https://gongkai.tj.example:8443")]
    [InlineData("localhost:80", "https://localhost")]
    [InlineData("localhost", "ftp://localhost")]
    public async Task AnotherPortOrScheme_IsAnotherSite(string host, string origin)
    {
        using var client = program.CreateClient(new() { AllowAutoRedirect = false });
        using var answer = await SendAsync(client, "POST", "/account/sign-in", ("Host", host), ("Origin", origin));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task APageOfAnotherSite_MayStillLinkHere()
    {
        using var client = program.CreateClient(new() { AllowAutoRedirect = false });
        using var answer = await SendAsync(client, "GET", "/account/sign-in", ("Sec-Fetch-Site", "cross-site"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    // Every route with a method that changes something; a page counts, because forms are posted to it.
    private List<(string Method, string Path)> Endpoints() =>
        [
            .. from endpoint in program.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            let methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? Changing
            from method in methods.Intersect(Changing)
            select (method, Filled(endpoint.RoutePattern)),
        ];

    private static string Filled(Microsoft.AspNetCore.Routing.Patterns.RoutePattern pattern) =>
        "/"
        + string.Join(
            '/',
            pattern.PathSegments.Select(s =>
                string.Concat(
                    s.Parts.Select(p => p is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : "1")
                )
            )
        );

    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient client,
        string method,
        string path,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }
        return await client.SendAsync(request);
    }
}
