using System.Net;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Web.Ledgers;

/// <summary>The addresses of ledgers, lists and notices as a browser asks for them.</summary>
[Slow]
public sealed class LedgerAddressTests(SharedProgram program)
{
    [Theory]
    [InlineData("gongkaiban.1", "/ledgers/2026-10.xlsx", HttpStatusCode.OK)]
    [InlineData("karuo.juzhang", "/ledgers/2026-10.pdf", HttpStatusCode.OK)]
    [InlineData("gongkaiban.1", "/ledgers/2026-13.xlsx", HttpStatusCode.NotFound)]
    [InlineData("gongkaiban.1", "/ledgers/2999-01.pdf", HttpStatusCode.NotFound)]
    [InlineData("gongye.bianji", "/ledgers/2026-10.xlsx", HttpStatusCode.NotFound)]
    [InlineData("zhuyao", "/withheld/2026.xlsx", HttpStatusCode.OK)]
    [InlineData("pingtai", "/withheld/2026.xlsx", HttpStatusCode.NotFound)]
    [InlineData("karuo.bianji", "/published/2026.pdf", HttpStatusCode.OK)]
    [InlineData("karuo.bianji", "/published/1999.pdf", HttpStatusCode.NotFound)]
    [InlineData("shenji", "/items/1/return-notice.pdf", HttpStatusCode.NotFound)]
    [InlineData("shenji", "/items/1/trace", HttpStatusCode.OK)]
    [InlineData("shenji", "/items/1/trace.pdf", HttpStatusCode.OK)]
    [InlineData("shenji", "/items/1/trace.csv", HttpStatusCode.OK)]
    [InlineData("shenji", "/items/1", HttpStatusCode.NotFound)]
    [InlineData("shenji", "/items/1/form.pdf", HttpStatusCode.NotFound)]
    [InlineData("shenji", "/items/1/trace/edit", HttpStatusCode.NotFound)]
    [InlineData("shenji", "/items/999/trace", HttpStatusCode.NotFound)]
    [InlineData("xitong", "/items/1/trace", HttpStatusCode.NotFound)]
    [InlineData("karuo.bianji", "/items/1/trace.pdf", HttpStatusCode.NotFound)]
    [InlineData("pingtai", "/ledgers/publications", HttpStatusCode.OK)]
    [InlineData("pingtai", "/ledgers/publications/2026.xlsx", HttpStatusCode.OK)]
    [InlineData("zhuyao", "/ledgers/publications/2026-10.csv", HttpStatusCode.OK)]
    [InlineData("gongkaiban.1", "/ledgers/publications/2026-13.csv", HttpStatusCode.NotFound)]
    [InlineData("gongkaiban.1", "/ledgers/publications/1999.xlsx", HttpStatusCode.NotFound)]
    [InlineData("gongkaiban.1", "/ledgers/publications/8999.xlsx", HttpStatusCode.NotFound)]
    [InlineData("gongye.fuze", "/ledgers/publications", HttpStatusCode.NotFound)]
    [InlineData("karuo.juzhang", "/ledgers/publications/2026.xlsx", HttpStatusCode.NotFound)]
    public async Task Address_Answers(string who, string address, HttpStatusCode expected)
    {
        using var client = await program.SignInAsync(who);
        using var answer = await client.GetAsync(address);
        Assert.Equal(expected, answer.StatusCode);
    }
}
