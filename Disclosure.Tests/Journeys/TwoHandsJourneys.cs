using Disclosure.Tests.Support;
using Microsoft.Playwright;

namespace Disclosure.Tests.Journeys;

/// <summary>Nobody gets into another's account or signs for another by the word of one administrator.</summary>
[Collection("screens")]
[Slow]
public sealed class TwoHandsJourneys(InstalledBureau bureau)
{
    private const string Chosen = "澜沧江边的早晨-7";

    [Fact]
    public Task ALeadersPassword_IsAskedForByOne_ShownToAnother_AndTheLeaderIsTold() =>
        bureau.Browser.WalkAsync(async () =>
        {
            var first = await SignInAsync("anquan");
            await first.GotoAsync("/bureau/staff?q=分管领导乙");
            await first.GetByRole(AriaRole.Link, new() { Name = "分管领导乙", Exact = true }).ClickAsync();
            await first.GetByRole(AriaRole.Button, new() { Name = "申请重置密码…" }).ClickAsync();
            await LookAsync(first, "reset-ask");
            await first.GetByRole(AriaRole.Button, new() { Name = "申请重置", Exact = true }).ClickAsync();
            await first.GetByText("申请人不能自己放行").WaitForAsync();
            await LookAsync(first, "reset-asked");

            var second = await SignInAsync("xitong");
            await second.GetByText("“分管领导乙”的密码重置等您放行").WaitForAsync();
            await LookAsync(second, "reset-desk");
            await second.GetByText("“分管领导乙”的密码重置等您放行").GetByRole(AriaRole.Link).ClickAsync();
            await second.GetByRole(AriaRole.Button, new() { Name = "放行…" }).ClickAsync();
            await second.GetByRole(AriaRole.Button, new() { Name = "放行并重置" }).ClickAsync();
            var password = await second.Locator(".slip code").TextContentAsync();
            await LookAsync(second, "reset-released");

            var leader = await SignInAsync("fenguan.2", password!);
            await leader.GetByText("系统管理员 于").WaitForAsync();
            await LookAsync(leader, "reset-told");
            await leader.GetByLabel("原密码").FillAsync(password!);
            await leader.GetByLabel("新密码", new() { Exact = true }).FillAsync(Chosen);
            await leader.GetByLabel("再输一次新密码").FillAsync(Chosen);
            await leader.GetByRole(AriaRole.Button, new() { Name = "修改密码" }).ClickAsync();
            await leader.GetByRole(AriaRole.Link, new() { Name = "进入工作台" }).ClickAsync();
            await leader.GetByText("您的密码被重置过").WaitForAsync();
            await LookAsync(leader, "reset-leader");
        });

    [Fact]
    public Task ADelegation_StandsWaiting_UntilTheLeaderConfirmsIt() =>
        bureau.Browser.WalkAsync(async () =>
        {
            var security = await SignInAsync("anquan");
            await security.GotoAsync("/bureau/delegations");
            await security.GetByRole(AriaRole.Button, new() { Name = "登记委托" }).ClickAsync();
            await security.GetByLabel("委托的职责").SelectOptionAsync("Director");
            await security.GetByLabel("委托人", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "主要领导" });
            await security.GetByLabel("受托人所在单位").SelectOptionAsync(new SelectOptionValue { Label = "局领导" });
            await security.GetByLabel("受托人", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "分管领导甲" });
            await security
                .Locator("#scan")
                .SetInputFilesAsync(
                    new FilePayload
                    {
                        Name = "委托书.pdf",
                        MimeType = "application/pdf",
                        Buffer = "%PDF-1.7\ntrailer\n%%EOF\n"u8.ToArray(),
                    }
                );
            await security.GetByText("已上传：委托书.pdf").WaitForAsync();
            await security.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
            await security.GetByText("待确认", new() { Exact = true }).WaitForAsync();
            await LookAsync(security, "delegation-waits");

            var leader = await SignInAsync("zhuyao");
            await leader.GetByText("已登记由“分管领导甲”代您行使“主要领导”，尚未生效。").WaitForAsync();
            await LookAsync(leader, "delegation-desk");
            await leader.GetByRole(AriaRole.Link, new() { Name = "去确认或终止" }).ClickAsync();
            await leader.GetByRole(AriaRole.Button, new() { Name = "确认…" }).ClickAsync();
            await leader.GetByLabel("输入本人密码，确认这项委托").FillAsync("不是这个密码");
            await leader.GetByRole(AriaRole.Button, new() { Name = "确认委托" }).ClickAsync();
            await leader.GetByText("密码不正确，委托没有确认。").WaitForAsync();
            await LookAsync(leader, "delegation-wrong");
            await leader.GetByLabel("输入本人密码，确认这项委托").FillAsync("changdu-demo");
            await leader.GetByRole(AriaRole.Button, new() { Name = "确认委托" }).ClickAsync();
            await leader.GetByText("委托人本人确认").WaitForAsync();
            await LookAsync(leader, "delegation-confirmed");
            var found = await Deque.AxeCore.Playwright.PageExtensions.RunAxe(leader);
            Assert.Empty(
                found
                    .Violations.Where(v => v.Impact is "serious" or "critical")
                    .Select(v => $"{v.Id}: {string.Join(" | ", v.Nodes.Select(n => n.Html))}")
            );
        });

    private async Task<IPage> SignInAsync(string name, string password = "changdu-demo")
    {
        var page = await bureau.Browser.OpenPageAsync(bureau.Address);
        await page.GotoAsync("/account/sign-in");
        await page.GetByLabel("登录名").FillAsync(name);
        await page.GetByLabel("密码").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
        return page;
    }

    // The picture on a desk's screen and on a telephone's, which must not scroll sideways.
    private static async Task LookAsync(IPage page, string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "TestResults", "looks"));
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder.FullName, name + "-1366.png"), FullPage = true });
        await page.SetViewportSizeAsync(390, 844);
        Assert.True(
            await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"),
            $"{name} is wider than a telephone."
        );
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder.FullName, name + "-390.png"), FullPage = true });
        await page.SetViewportSizeAsync(1366, 768);
    }
}
