using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UglyToad.PdfPig;

namespace Disclosure.Tests.Web;

/// <summary>
/// An item that waits for its hour: every page and every address the program has is asked for it by people outside its route, with its
/// keys in every place where a key may stand, and nobody reads its title. The commands behind the pages are walked by OutsiderTests.
/// </summary>
[Slow]
public sealed partial class EmbargoAddressTests(ProgramInProcess program) : IClassFixture<ProgramInProcess>
{
    private const string Title = "昌都市2026年前三季度地区生产总值简况";

    [Theory]
    [InlineData("karuo.bianji")]
    [InlineData("karuo.juzhang")]
    [InlineData("nongmu.bianji")]
    [InlineData("nongmu.fuze")]
    [InlineData("xitong")]
    [InlineData("anquan")]
    [InlineData("shenji")]
    public async Task Outsider_ReadsItsTitle_ThroughNoAddress(string who)
    {
        using var client = await program.SignInAsync(who);
        var told = new List<string>();
        var asked = 0;
        foreach (var address in await AddressesAsync())
        {
            using var answer = await client.GetAsync(address);
            asked++;
            if ((await TextAsync(answer)).Contains(Title, StringComparison.Ordinal))
            {
                told.Add(address);
            }
        }
        Assert.Empty(told);
        Assert.True(asked > 100, $"{asked} addresses were asked for");
    }

    [Fact]
    public async Task WhoeverIsOfTheRoute_ReadsItsTitle_ThroughManyOfThem()
    {
        // Without this the walk above could pass by asking for nothing.
        using var client = await program.SignInAsync("pingtai");
        var told = 0;
        foreach (var address in await AddressesAsync())
        {
            using var answer = await client.GetAsync(address);
            told += (await TextAsync(answer)).Contains(Title, StringComparison.Ordinal) ? 1 : 0;
        }
        Assert.True(told > 8, $"only {told} addresses tell the platform's head");
    }

    private async Task<IReadOnlyList<string>> AddressesAsync()
    {
        await using var db = await program.Services.GetRequiredService<IDbContextFactory<DisclosureDb>>().CreateDbContextAsync();
        var item = await db.Submissions.SingleAsync(s => s.Title == Title);
        Assert.True(item.PlannedAt > item.CreatedAt);
        var file = await db.ItemFiles.Where(f => f.SubmissionId == item.Id).MaxAsync(f => f.Id);
        var patterns = program
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>() is not { } methods || methods.HttpMethods.Contains("GET"))
            .Select(e => "/" + e.RoutePattern.RawText?.TrimStart('/'))
            .Where(p =>
                !p.StartsWith("/_", StringComparison.Ordinal) && !p.Contains("**", StringComparison.Ordinal) && !Assets().IsMatch(p)
            )
            .Distinct();
        string[] months = ["2026-11", $"{Disclosure.Core.Common.BureauTime.Local(DateTime.UtcNow):yyyy-MM}"];
        string[] years = ["2026", $"{Disclosure.Core.Common.BureauTime.Local(DateTime.UtcNow):yyyy}"];
        return
        [
            .. patterns
                .SelectMany(p =>
                    Parameter().IsMatch(p)
                        ? new[] { $"{item.Id}", $"{file}", "1" }
                            .Concat(months)
                            .Concat(years)
                            // Where the address takes a number only, anything else is no address of the program.
                            .Where(value => !p.Contains(":int}", StringComparison.Ordinal) || int.TryParse(value, out _))
                            .Select(value => Parameter().Replace(p, value))
                        : [p]
                )
                .SelectMany(a => (string[])[a, $"{a}?text={Uri.EscapeDataString("地区生产总值")}&all=true&open={item.Id}&year={years[1]}"])
                .Distinct(),
        ];
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var kind = answer.Content.Headers.ContentType?.MediaType ?? "";
        if (kind.EndsWith("/pdf", StringComparison.Ordinal))
        {
            using var pdf = PdfDocument.Open(bytes);
            return string.Concat(pdf.GetPages().Select(p => p.Text)).Replace(" ", "", StringComparison.Ordinal);
        }
        return bytes.AsSpan().StartsWith("PK"u8) ? Unpacked(bytes) : System.Net.WebUtility.HtmlDecode(Encoding.UTF8.GetString(bytes));
    }

    private static string Unpacked(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var text = new StringBuilder();
        foreach (var entry in zip.Entries)
        {
            text.Append(entry.FullName);
            using var content = new MemoryStream();
            using (var stream = entry.Open())
            {
                stream.CopyTo(content);
            }
            text.Append(
                content.ToArray().AsSpan().StartsWith("PK"u8) ? Unpacked(content.ToArray()) : Encoding.UTF8.GetString(content.ToArray())
            );
        }
        return text.ToString();
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\.(css|js|svg|png|ico|woff2?|map|gz|br)$|account/sign-out")]
    private static partial Regex Assets();
}
