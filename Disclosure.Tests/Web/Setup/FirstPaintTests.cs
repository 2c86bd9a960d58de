using System.Text.RegularExpressions;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Web.Setup;

/// <summary>
/// What a browser has in hand before the circuit comes: the frame at once, nothing that holds it back, no word of the store.
/// </summary>
public sealed partial class FirstPaintTests(SharedProgram program)
{
    [Fact]
    public async Task Page_ShowsTheFrameAtOnce_AndNoWordOfTheStore()
    {
        var page = await PageAsync("karuo.bianji", "/");
        Assert.Contains("正在打开…", page, StringComparison.Ordinal);
        foreach (var word in (string[])["卡若", "昌统", "编辑", "工作台", "待办"])
        {
            Assert.DoesNotContain(word, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Page_IsDrawnBeforeStylesAndScriptsHaveCome()
    {
        var page = await PageAsync("karuo.bianji", "/");
        Assert.Equal(4, Sheets().Count(page));
        Assert.All(Sheets().Matches(page), m => Assert.Contains("media=\"print\"", m.Value, StringComparison.Ordinal));
        Assert.True(
            page.IndexOf("<script", StringComparison.Ordinal) > page.IndexOf("正在打开…", StringComparison.Ordinal),
            "A script stands before what is to be seen at once."
        );
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/account/sign-in")]
    [InlineData("/account/password")]
    [InlineData("/not-found")]
    public async Task EveryPage_CanTellWhichBrowsersToUse_BeforeAnyModernScriptRuns(string address)
    {
        var page = await PageAsync("karuo.bianji", address);
        Assert.Contains("<div id=\"too-old\" style=\"display: none;", page, StringComparison.Ordinal);
        Assert.Contains("Chrome）94 或更新版本", page, StringComparison.Ordinal);
        var scripts = Scripts().Matches(page).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(["browser", "frame"], scripts.Where(s => s != "line").Take(2));
    }

    [Theory]
    [InlineData("1", " class=\"large\"")]
    [InlineData("0", "")]
    public async Task LargeType_ComesWithThePage(string cookie, string mark)
    {
        using var client = await program.SignInAsync("karuo.bianji");
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/account/sign-in");
        asked.Headers.Add("Cookie", $"disclosure-large={cookie}");
        using var answer = await client.SendAsync(asked, TestContext.Current.CancellationToken);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains($"<html lang=\"zh-CN\"{mark}>", page, StringComparison.Ordinal);
    }

    private async Task<string> PageAsync(string name, string address)
    {
        using var client = await program.SignInAsync(name);
        using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("<link[^>]*rel=\"stylesheet\"[^>]*>")]
    private static partial Regex Sheets();

    [GeneratedRegex("<script src=\"[^\"]*?([\\w-]+)(?:\\.[\\w.]+)?\\.js\"")]
    private static partial Regex Scripts();
}
