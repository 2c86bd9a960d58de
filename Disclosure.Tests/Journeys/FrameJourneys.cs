using Disclosure.Tests.Support;
using Microsoft.Playwright;

namespace Disclosure.Tests.Journeys;

/// <summary>The frame as people meet it.</summary>
[Collection("screens")]
[Slow]
public sealed class FrameJourneys(InstalledBureau bureau)
{
    [Theory]
    [InlineData(1366, 768)]
    [InlineData(390, 844)]
    public Task APersonSignsInByOneClickAndLeavesAgain(int width, int height) =>
        bureau.Browser.WalkAsync(
            async () =>
            {
                var page = await bureau.Browser.OpenPageAsync(bureau.Address, width, height);
                await page.GotoAsync("/");
                await page.GetByRole(AriaRole.Button, new() { Name = "卡若区编辑员" }).ClickAsync();
                await LookAsync(page, $"sign-in-{width}");
                await page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();

                await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
                if (width < 768)
                {
                    await page.GetByRole(AriaRole.Button, new() { Name = "菜单" }).ClickAsync();
                }
                await page.GetByRole(AriaRole.Link, new() { Name = "投稿" }).First.WaitForAsync();
                await LookAsync(page, $"frame-{width}");
                Assert.Equal(0, await page.GetByRole(AriaRole.Link, new() { Name = "发布台" }).CountAsync());
                Assert.True(
                    await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"),
                    "The page is wider than the screen."
                );

                await page.Locator("details.person > summary").ClickAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "大字" }).ClickAsync();
                Assert.True(await page.EvaluateAsync<bool>("document.documentElement.classList.contains('large')"));
                await page.ReloadAsync();
                Assert.True(await page.EvaluateAsync<bool>("document.documentElement.classList.contains('large')"));
                await page.Locator("details.person > summary").ClickAsync();
                await LookAsync(page, $"large-{width}");
                await page.GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();
                await page.GetByText("您已退出。").WaitForAsync();
            },
            $"frame-{width}"
        );

    [Fact]
    public Task ACutLine_IsSaidAndHealsByItself() =>
        bureau.Browser.WalkAsync(async () =>
        {
            var page = await bureau.Browser.OpenPageAsync(bureau.Address);
            await SignInAsync(page, "karuo.juzhang");
            await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
            await page.EvaluateAsync("Blazor._internal.forceCloseConnection()");
            await page.Locator("#components-reconnect-modal[data-state=hide]")
                .WaitForAsync(new() { State = WaitForSelectorState.Attached });
            await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
        });

    [Fact]
    public Task TheSignInPageAndTheFrame_HaveNothingSeriousForAxe() =>
        bureau.Browser.WalkAsync(async () =>
        {
            var page = await bureau.Browser.OpenPageAsync(bureau.Address);
            await page.GotoAsync("/account/sign-in");
            await CheckAsync(page);
            await SignInAsync(page, "karuo.juzhang");
            await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
            await CheckAsync(page);
            await page.GotoAsync("/account/password");
            await CheckAsync(page);
            await page.GotoAsync("/no-such-page");
            await page.GetByText("没有找到").First.WaitForAsync();
            await LookAsync(page, "not-found");
            await CheckAsync(page);
        });

    private static async Task SignInAsync(IPage page, string name)
    {
        await page.GotoAsync("/account/sign-in");
        await page.GetByLabel("登录名").FillAsync(name);
        await page.GetByLabel("密码").FillAsync("changdu-demo");
        await page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
    }

    private static async Task CheckAsync(IPage page)
    {
        var found = await Deque.AxeCore.Playwright.PageExtensions.RunAxe(page);
        Assert.Empty(
            found
                .Violations.Where(v => v.Impact is "serious" or "critical")
                .Select(v => $"{page.Url} {v.Id}: {string.Join(" | ", v.Nodes.Select(n => n.Html))}")
        );
    }

    private static async Task LookAsync(IPage page, string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "TestResults", "looks"));
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder.FullName, name + ".png") });
    }
}
