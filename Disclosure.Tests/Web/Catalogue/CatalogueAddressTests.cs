using System.Net;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Web.Catalogue;

/// <summary>The addresses of the catalogues as a browser asks for them.</summary>
[Slow]
public sealed class CatalogueAddressTests(SharedProgram program)
{
    [Theory]
    [InlineData("karuo.bianji", "/catalogue", HttpStatusCode.OK)]
    [InlineData("karuo.bianji", "/published?year=2026", HttpStatusCode.OK)]
    [InlineData("shenji", "/catalogue/annual/2026.xlsx", HttpStatusCode.OK)]
    [InlineData("shenji", "/catalogue/annual/2026.html", HttpStatusCode.OK)]
    [InlineData("shenji", "/catalogue/annual/2026.csv", HttpStatusCode.OK)]
    [InlineData("shenji", "/catalogue/annual/2026.pdf", HttpStatusCode.OK)]
    [InlineData("shenji", "/published/2026.csv", HttpStatusCode.OK)]
    [InlineData("shenji", "/catalogue/annual/1999.xlsx", HttpStatusCode.NotFound)]
    [InlineData("shenji", "/catalogue/annual/9998.html", HttpStatusCode.NotFound)]
    [InlineData("shenji", "/catalogue/annual/-1.csv", HttpStatusCode.NotFound)]
    [InlineData("shenji", "/catalogue/annual/99999999999.pdf", HttpStatusCode.NotFound)]
    [InlineData("shenji", "/catalogue/standing", HttpStatusCode.OK)]
    [InlineData("shenji", "/catalogue/standing/history", HttpStatusCode.OK)]
    [InlineData("shenji", "/catalogue/due", HttpStatusCode.NotFound)]
    [InlineData("karuo.bianji", "/catalogue/due", HttpStatusCode.OK)]
    [InlineData("karuo.bianji", "/catalogue/standing/edit", HttpStatusCode.NotFound)]
    [InlineData("pingtai", "/catalogue/standing/edit", HttpStatusCode.NotFound)]
    [InlineData("gongkaiban.1", "/catalogue/standing/edit", HttpStatusCode.OK)]
    [InlineData("shenji", "/catalogue/standing/1.pdf", HttpStatusCode.OK)]
    [InlineData("shenji", "/catalogue/standing/1.xlsx", HttpStatusCode.OK)]
    [InlineData("shenji", "/catalogue/standing/1.html", HttpStatusCode.OK)]
    [InlineData("shenji", "/catalogue/standing/1.csv", HttpStatusCode.OK)]
    [InlineData("shenji", "/catalogue/standing/2.pdf", HttpStatusCode.NotFound)]
    [InlineData("shenji", "/catalogue/standing/0.xlsx", HttpStatusCode.NotFound)]
    public async Task Address_Answers(string who, string address, HttpStatusCode expected)
    {
        using var client = await program.SignInAsync(who);
        using var answer = await client.GetAsync(address);
        Assert.Equal(expected, answer.StatusCode);
    }
}
