using System.Net;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Web.Publication;

/// <summary>The addresses of checks, packages and the archive as a browser asks for them.</summary>
[Slow]
public sealed class PackageAddressTests(SharedProgram program)
{
    [Theory]
    [InlineData("pingtai", "/platform/checks.xlsx", HttpStatusCode.OK)]
    [InlineData("pingtai", "/platform/checks.csv", HttpStatusCode.OK)]
    [InlineData("gongkaiban.1", "/platform/checks.xlsx", HttpStatusCode.NotFound)]
    [InlineData("pingtai", "/platform/checks/1", HttpStatusCode.OK)]
    [InlineData("pingtai", "/platform/checks/999", HttpStatusCode.NotFound)]
    [InlineData("gongkaiban.1", "/items/1/package.zip", HttpStatusCode.Conflict)]
    [InlineData("karuo.bianji", "/items/1/package.zip", HttpStatusCode.NotFound)]
    [InlineData("gongkaiban.1", "/archive/items/999.zip", HttpStatusCode.NotFound)]
    [InlineData("gongye.bianji", "/archive/2026.zip", HttpStatusCode.NotFound)]
    [InlineData("gongkaiban.1", "/archive/2001.zip", HttpStatusCode.Conflict)]
    public async Task Address_Answers(string who, string address, HttpStatusCode expected)
    {
        using var client = await program.SignInAsync(who);
        using var answer = await client.GetAsync(address);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("pingtai", "/items/1/package.zip")]
    [InlineData("gongkaiban.1", "/archive/items/1.zip")]
    [InlineData("gongkaiban.1", "/archive/2026.zip")]
    public async Task APackage_ComesWholeOverTheWire(string who, string address)
    {
        using var client = await program.SignInAsync(who);
        var zip = new OpenedZip(await client.GetByteArrayAsync(new Uri(address, UriKind.Relative)));
        Assert.Contains(zip.Entries.Keys, k => k.EndsWith("SHA256SUMS", StringComparison.Ordinal));
    }
}
