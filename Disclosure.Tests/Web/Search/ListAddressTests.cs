using System.Net;
using System.Text;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Web.Search;

/// <summary>The addresses of lists as a browser asks for them.</summary>
[Slow]
public sealed class ListAddressTests(SharedProgram program)
{
    [Theory]
    [InlineData("gongye.fuze", "/lists/waiting.csv", HttpStatusCode.OK)]
    [InlineData("gongye.fuze", "/lists/handled.xlsx?sort=-title", HttpStatusCode.OK)]
    [InlineData("gongkaiban.1", "/lists/overdue.csv", HttpStatusCode.OK)]
    [InlineData("gongkaiban.1", "/lists/clock.xlsx", HttpStatusCode.OK)]
    [InlineData("gongkaiban.1", "/lists/holds.csv?ended=true", HttpStatusCode.OK)]
    [InlineData("xitong", "/lists/waiting.csv", HttpStatusCode.NotFound)]
    [InlineData("shenji", "/lists/holds.csv", HttpStatusCode.NotFound)]
    [InlineData("xitong", "/lists/readable.csv", HttpStatusCode.OK)]
    [InlineData("xitong", "/search?text=%E5%B7%A5", HttpStatusCode.OK)]
    [InlineData("gongkaiban.1", "/lists/search.xlsx?text=%E5%B7%A5&state=Published&year=2026", HttpStatusCode.OK)]
    [InlineData("gongkaiban.1", "/lists/search.csv?text=%EF%BC%8C", HttpStatusCode.Conflict)]
    [InlineData("gongkaiban.1", "/lists/search.csv", HttpStatusCode.Conflict)]
    [InlineData("gongkaiban.1", "/lists/search.pdf?text=%E5%B7%A5", HttpStatusCode.OK)]
    [InlineData("gongkaiban.1", "/lists/nothing.csv", HttpStatusCode.NotFound)]
    public async Task Address_Answers(string who, string address, HttpStatusCode expected)
    {
        using var client = await program.SignInAsync(who);
        using var answer = await client.GetAsync(address);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task List_HoldsWhatItsReaderMayRead_AndNothingElse()
    {
        async Task<string[]> LinesAsync(string who)
        {
            using var client = await program.SignInAsync(who);
            return Encoding
                .UTF8.GetString(await client.GetByteArrayAsync("/lists/readable.csv"))
                .Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        }
        var (office, administrator, county) = (
            await LinesAsync("gongkaiban.1"),
            await LinesAsync("xitong"),
            await LinesAsync("karuo.bianji")
        );
        Assert.Single(administrator);
        Assert.True(office.Length > county.Length && county.Length > 1);
        Assert.All(county.Skip(1), l => Assert.Contains("卡若", l, StringComparison.Ordinal));
    }
}
