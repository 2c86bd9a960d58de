using System.Net;
using System.Text.RegularExpressions;
using Disclosure.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Tests.Web.Setup;

/// <summary>
/// A county's line carries 50 KB a second: the program's own files travel once, compressed, and pages are kept by nobody.
/// </summary>
[Slow]
public sealed partial class StaticFileTests(ProgramInProcess program) : IClassFixture<ProgramInProcess>
{
    private const string KeptForAYear = "public, max-age=31536000, immutable";

    [Fact]
    public async Task FileOfAPage_IsKeptForAYear_AndTravelsCompressed()
    {
        using var client = await program.SignInAsync("xitong");
        var files = await FilesOfAsync(client, "/account/sign-in", "/");
        Assert.Contains(
            files,
            f => f.StartsWith("_content/MudBlazor/MudBlazor.min.", StringComparison.Ordinal) && f.EndsWith(".css", StringComparison.Ordinal)
        );
        Assert.Contains(files, f => f.StartsWith("_framework/blazor.web.", StringComparison.Ordinal));
        var raw = new List<string>();
        foreach (var file in files)
        {
            using var answer = await AskAsync(client, file, "gzip, deflate, br");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal((file, KeptForAYear), (file, Assert.Single(answer.Headers.GetValues("Cache-Control"))));
            Assert.False(answer.Headers.Contains("Pragma"), file);
            if (!answer.Content.Headers.ContentEncoding.SequenceEqual(["br"]))
            {
                raw.Add(file);
            }
        }
        Assert.Empty(raw);
    }

    [Fact]
    public async Task FilesOfADesk_TogetherAreLessThanAFifthOfAMegabyte()
    {
        using var client = await program.SignInAsync("xitong");
        long bytes = 0;
        foreach (var file in await FilesOfAsync(client, "/"))
        {
            using var answer = await AskAsync(client, file, "br");
            bytes += (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
        }
        Assert.InRange(bytes, 1, 200_000);
    }

    [Fact]
    public async Task EveryFile_SaysOneRule_AndTheUnchangingAddressesThatOfAYear()
    {
        using var client = program.CreateClient();
        var files = program
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Select(e => e.Metadata.GetMetadata<StaticAssetDescriptor>())
            .OfType<StaticAssetDescriptor>()
            .DistinctBy(f => f.Route)
            .ToList();
        foreach (var file in files)
        {
            using var answer = await AskAsync(client, file.Route, "identity");
            var expected = file.Properties.Any(p => p.Name == "fingerprint") ? KeptForAYear : "no-cache";
            Assert.Equal((file.Route, expected), (file.Route, Assert.Single(answer.Headers.GetValues("Cache-Control"))));
        }
        Assert.True(files.Count > 30, $"{files.Count} files");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/account/sign-in")]
    [InlineData("/not-found")]
    [InlineData("/app.aaaaaaaaaa.css")]
    [InlineData("/bureau")]
    public async Task Page_IsKeptByNobody_AndTravelsAsItIs(string page)
    {
        using var client = await program.SignInAsync("xitong");
        using var answer = await AskAsync(client, page, "gzip, deflate, br");
        Assert.Equal("no-store, no-cache", string.Join(", ", answer.Headers.GetValues("Cache-Control")));
        Assert.Empty(answer.Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData("/interpretations.csv")]
    [InlineData("/originals.xlsx")]
    [InlineData("/opinions.csv")]
    [InlineData("/items/7/form.pdf")]
    public async Task Download_IsKeptByNobody(string address)
    {
        using var client = await program.SignInAsync("gongkaiban.1");
        using var answer = await AskAsync(client, address, "gzip, deflate, br");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no-store, no-cache", string.Join(", ", answer.Headers.GetValues("Cache-Control")));
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, string address, string encodings)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, address);
        asked.Headers.TryAddWithoutValidation("Accept-Encoding", encodings);
        return await client.SendAsync(asked, TestContext.Current.CancellationToken);
    }

    private static async Task<List<string>> FilesOfAsync(HttpClient client, params string[] pages)
    {
        var files = new List<string>();
        foreach (var page in pages)
        {
            var text = await client.GetStringAsync(page, TestContext.Current.CancellationToken);
            files.AddRange(Referenced().Matches(text).Select(m => m.Groups[1].Value));
        }
        return [.. files.Distinct()];
    }

    [GeneratedRegex("(?:src|href)=\"([^\"]+\\.(?:css|js|svg))\"")]
    private static partial Regex Referenced();
}
