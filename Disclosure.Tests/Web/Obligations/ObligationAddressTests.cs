using System.Net;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Web.Obligations;

/// <summary>The addresses of duties, figures, plans and consultations as a browser asks for them.</summary>
[Slow]
public sealed class ObligationAddressTests(SharedProgram program)
{
    [Theory]
    [InlineData("karuo.bianji", "/duties", HttpStatusCode.OK)]
    [InlineData("shenji", "/duties", HttpStatusCode.NotFound)]
    [InlineData("gongkaiban.1", "/duties/2026.xlsx", HttpStatusCode.OK)]
    [InlineData("karuo.bianji", "/duties/2026.csv", HttpStatusCode.OK)]
    [InlineData("shenji", "/duties/2026.csv", HttpStatusCode.NotFound)]
    [InlineData("zhuyao", "/duties/annual-report/2026", HttpStatusCode.OK)]
    [InlineData("gongye.fuze", "/duties/annual-report/2026", HttpStatusCode.NotFound)]
    [InlineData("pingtai", "/duties/annual-report/2026.xlsx", HttpStatusCode.OK)]
    [InlineData("pingtai", "/duties/annual-report/2026/steps.csv", HttpStatusCode.OK)]
    [InlineData("pingtai", "/duties/annual-report/2026/nothing.csv", HttpStatusCode.NotFound)]
    [InlineData("gongye.fuze", "/duties/annual-report/2026/kinds.xlsx", HttpStatusCode.NotFound)]
    [InlineData("gongkaiban.1", "/duties/entries/1/file", HttpStatusCode.NotFound)]
    [InlineData("shenji", "/releases", HttpStatusCode.OK)]
    [InlineData("shenji", "/releases/2026.csv", HttpStatusCode.OK)]
    [InlineData("karuo.bianji", "/consultations/1", HttpStatusCode.OK)]
    [InlineData("karuo.bianji", "/consultations.xlsx", HttpStatusCode.OK)]
    [InlineData("karuo.bianji", "/consultations/2.csv", HttpStatusCode.OK)]
    [InlineData("karuo.bianji", "/consultations/99.csv", HttpStatusCode.NotFound)]
    [InlineData("xitong", "/consultations/1.csv", HttpStatusCode.NotFound)]
    public async Task Address_Answers(string who, string address, HttpStatusCode expected)
    {
        using var client = await program.SignInAsync(who);
        using var answer = await client.GetAsync(address);
        Assert.Equal(expected, answer.StatusCode);
    }
}
