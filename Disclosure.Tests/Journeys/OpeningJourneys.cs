using Disclosure.Tests.Support;
using Microsoft.Playwright;

namespace Disclosure.Tests.Journeys;

/// <summary>
/// How a page comes: over the line that was opened ahead, another way, while scripts are late, and in a browser that cannot.
/// </summary>
[Collection("screens")]
[Slow]
public sealed class OpeningJourneys(InstalledBureau bureau)
{
    [Fact]
    public Task Desk_OpensOverOneLine_AndAsksForNoWay() =>
        bureau.Browser.WalkAsync(async () =>
        {
            var page = await bureau.Browser.OpenPageAsync(bureau.Address);
            await SignInAsync(page);
            var asked = new List<string>();
            var lines = 0;
            page.Request += (_, request) => asked.Add(new Uri(request.Url).AbsolutePath);
            page.WebSocket += (_, _) => lines++;
            for (var i = 0; i < 5; i++)
            {
                await page.GotoAsync("/");
                await AtHomeAsync(page);
            }
            Assert.Equal(5, lines);
            Assert.DoesNotContain(asked, a => a.StartsWith("/_blazor", StringComparison.Ordinal) && a != "/_blazor/disconnect");
        });

    [Fact]
    public Task WhereAProxyRefusesWebSockets_ThePageComesAnotherWay() =>
        bureau.Browser.WalkAsync(async () =>
        {
            var page = await bureau.Browser.OpenPageAsync(bureau.Address);
            await page.AddInitScriptAsync(
                "const Real = WebSocket;"
                    + "window.WebSocket = class extends Real { constructor(url) { super(url.replace('_blazor', 'refused')); } };"
            );
            await SignInAsync(page);
            await AtHomeAsync(page);
            await page.GetByRole(AriaRole.Link, new() { Name = "投稿" }).First.ClickAsync();
            await page.GetByRole(AriaRole.Heading, new() { Name = "投稿", Level = 1 }).WaitForAsync();
        });

    [Fact]
    public Task WhileScriptsAreOnTheirWay_TheFrameStands() =>
        bureau.Browser.WalkAsync(async () =>
        {
            var page = await bureau.Browser.OpenPageAsync(bureau.Address);
            await SignInAsync(page);
            await AtHomeAsync(page);
            var come = new TaskCompletionSource();
            await page.RouteAsync(
                "**/_framework/blazor.web.*.js",
                async route =>
                {
                    await come.Task;
                    await route.ContinueAsync();
                }
            );
            await page.GotoAsync("/", new() { WaitUntil = WaitUntilState.Commit });
            var opening = page.GetByText("正在打开…");
            await opening.WaitForAsync();
            Assert.Equal(0, await page.Locator("main").CountAsync());
            come.SetResult();
            await AtHomeAsync(page);
            await opening.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        });

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/")]
    public Task BrowserThatCannotReadTheScripts_IsToldWhichOnesCan(string address) =>
        bureau.Browser.WalkAsync(async () =>
        {
            var page = await bureau.Browser.OpenPageAsync(bureau.Address);
            await SignInAsync(page);
            await AtHomeAsync(page);
            // What a browser without static blocks of classes makes of the first line of frame.js.
            await page.RouteAsync(
                "**/frame.*.js",
                route => route.FulfillAsync(new() { ContentType = "text/javascript", Body = "class Able { static [ } }" })
            );
            await page.GotoAsync(address);
            await page.GetByText("浏览器版本太旧，本系统打不开").WaitForAsync();
            await page.GetByText("您现在的浏览器内核：Chromium").WaitForAsync();
            Assert.False(await page.GetByText("正在打开…").IsVisibleAsync());
            Assert.False(await page.Locator("main").IsVisibleAsync());
        });

    private static async Task SignInAsync(IPage page)
    {
        await page.GotoAsync("/account/sign-in");
        await page.FillAsync("#name", "karuo.bianji");
        await page.FillAsync("#password", Disclosure.Core.Demonstration.DemonstrationAccounts.Password);
        await page.ClickAsync("form button.act");
        await AtHomeAsync(page);
    }

    private static Task AtHomeAsync(IPage page) => page.GetByRole(AriaRole.Heading, new() { Name = "工作台" }).First.WaitForAsync();
}
