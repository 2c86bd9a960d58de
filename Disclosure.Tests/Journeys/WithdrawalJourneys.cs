using Disclosure.Core.Demonstration;
using Disclosure.Tests.Support;
using Microsoft.Playwright;

namespace Disclosure.Tests.Journeys;

/// <summary>A stopped draft holds the same bytes as another unit's published item; walked over a line with 800 ms (ADR 0021).</summary>
[Collection("journeys")]
[Slow]
public sealed class WithdrawalJourneys(SharedBureau bureau)
{
    private const string Title = "已发布的月度公报（停查试验）";
    private const string Words = "两处相同的一段话寅卯辰巳";

    [Fact]
    public Task AStoppedTwin_LeavesThePublishedFile_ToTheOffice() =>
        bureau.Browser.WalkAsync(async () =>
        {
            var file = DemonstrationDocument.Docx(Title, Words);
            var address = await PublishedAsync(file);
            var county = await bureau.PersonAsync("karuo.bianji");
            var twin = await county.WriteAsync("误传的草稿（停查试验）", file, "工业");
            await StopAsync(county, twin);

            await using var line = new SlowLine(bureau.Address, TimeSpan.FromMilliseconds(800));
            var editor = await Person.SignInAsync(bureau.Browser, line.Address, "gongye.bianji");
            await editor.OpenAsync(address);
            await Assertions.Expect(editor.Page.Locator("[data-withdrawn]")).ToContainTextAsync("停止查阅，等公开办确认");
            await Assertions.Expect(editor.Page.Locator(".body-file a")).ToHaveCountAsync(0);
            await SeeAsync(editor.Page, "item");

            var office = await Person.SignInAsync(bureau.Browser, line.Address, "gongkaiban.1");
            await office.OpenAsync(address);
            await office.Page.Locator("[data-withdrawn]").GetByRole(AriaRole.Link, new() { Name = "去确认" }).ClickAsync();
            var row = office.Page.Locator("[data-withdrawal]", new() { HasText = Title });
            await row.GetByRole(AriaRole.Button, new() { Name = "确认清除…" }).ClickAsync();
            await Assertions.Expect(row.Locator("[data-asks]")).ToContainTextAsync("文件内容随即从库中删除，不能恢复");
            await Assertions.Expect(row.Locator("[data-asks]")).ToContainTextAsync("泄密紧急下线");
            await SeeAsync(office.Page, "office");
            await row.GetByRole(AriaRole.Button, new() { Name = "确认清除", Exact = true }).ClickAsync();
            await Assertions.Expect(office.Page.Locator(".notice.good")).ToContainTextAsync("文件内容已从库中删除");
            await SeeAsync(office.Page, "office-done");

            await Assertions.Expect(editor.Page.Locator("[data-withdrawn]")).ToContainTextAsync("已按涉密清除");
        });

    private async Task<string> PublishedAsync(byte[] file)
    {
        var editor = await bureau.PersonAsync("gongye.bianji");
        var address = await editor.WriteAsync(Title, file);
        var link = (await editor.Page.Locator(".files li a").First.GetAttributeAsync("href"))!;
        await editor.SendAsync();
        await (await bureau.PersonAsync("gongye.fuze")).ApproveAsync(address);
        await (await bureau.PersonAsync("gongkaiban.1")).ApproveAsync(address, "应予公开");
        await (await bureau.PersonAsync("fenguan.1")).ApproveAsync(address);
        await (await bureau.PersonAsync("pingtai")).PublishAsync(Title);
        Assert.Equal(200, (await editor.Page.APIRequest.GetAsync($"/{link}")).Status);
        return address;
    }

    private static async Task StopAsync(Person editor, string address)
    {
        await editor.Page.GotoAsync($"{address}/edit");
        await editor.SayAsync(1, true);
        await editor.MarkAsync("机密", "2020-05-06", 20);
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "涉密中止…" }).First.ClickAsync();
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "立即清除文件并中止" }).ClickAsync();
        await Assertions.Expect(editor.Page.Locator("main")).ToContainTextAsync("涉密中止");
    }

    // Left beside the tests for whoever wants to look at the screens.
    private static async Task SeeAsync(IPage page, string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "TestResults", "journeys")).FullName;
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"withdrawal-{name}.png") });
        await page.SetViewportSizeAsync(390, 844);
        var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"withdrawal-{name}-390.png"), FullPage = true });
        Assert.True(wide <= 390, $"{name} is {wide} pixels wide on a telephone.");
        await page.SetViewportSizeAsync(1366, 768);
    }
}
