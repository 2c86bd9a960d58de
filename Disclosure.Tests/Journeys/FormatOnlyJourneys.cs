using Disclosure.Core.Demonstration;
using Disclosure.Tests.Support;
using Microsoft.Playwright;
using UglyToad.PdfPig;

namespace Disclosure.Tests.Journeys;

/// <summary>
/// A return for format by the screens alone: what is equal is carried over and says so, what differs is reviewed anew and says so before.
/// </summary>
[Collection("journeys")]
[Slow]
public sealed class FormatOnlyJourneys(SharedBureau bureau)
{
    [Fact]
    public Task MendedInFormatOnly_TheSignaturesAreCarriedOver_OnScreenAndOnPaper() =>
        bureau.Browser.WalkAsync(async () =>
        {
            var (editor, address) = await ReturnedAsync("仅改格式试验稿");
            await editor.Page.FillAsync("#field-Remarks", "版面已调整。");
            await Assertions.Expect(editor.Page.Locator("#reviews-anew")).ToBeEmptyAsync();
            await editor.SendAsync();
            await Assertions.Expect(editor.Page.Locator(".step-line")).ToContainTextAsync("沿用第1轮");
            await editor.Page.GetByRole(AriaRole.Tab, new() { Name = "意见与流转" }).ClickAsync();
            await Assertions.Expect(editor.Page.Locator(".timeline .mark", new() { HasText = "沿用第1轮" })).ToHaveCountAsync(2);
            await (await bureau.PersonAsync("fenguan.1")).ApproveAsync(address);
            Assert.Contains("沿用第1轮，校验码", Text(await editor.PrintAsync(address)), StringComparison.Ordinal);
            await editor.Page.GotoAsync($"{address}/trace");
            await Assertions.Expect(editor.Page.GetByText("有效（沿用第1轮）")).ToHaveCountAsync(2);
        });

    [Fact]
    public Task ABodyChangedOnTheWay_IsForetold_AndReviewedAnew() =>
        bureau.Browser.WalkAsync(async () =>
        {
            var (editor, address) = await ReturnedAsync("改了正文的试验稿");
            await editor.Page.FillAsync("#field-Title", "改了正文和标题的试验稿");
            await Assertions
                .Expect(editor.Page.Locator("#reviews-anew"))
                .ToContainTextAsync("信息标题与已签署的内容不同，送审后三审重新进行");
            await editor.UploadAsync("新的附表.txt", "另外的数字");
            await Assertions.Expect(editor.Page.Locator("#reviews-anew")).ToContainTextAsync("新的附表.txt");
            await editor.ConfirmAuthorshipAsync();
            await editor.Page.GetByRole(AriaRole.Button, new() { Name = "检查并送审" }).First.ClickAsync();
            await Assertions.Expect(editor.Page.Locator("dialog.confirm")).ToContainTextAsync("三审重新进行");
            await editor.Page.Locator("dialog.confirm").GetByRole(AriaRole.Button, new() { Name = "取消" }).ClickAsync();
            await editor.SendAsync();
            await Assertions.Expect(editor.Page.Locator(".item-facts")).ToContainTextAsync("等待 科室");
            await editor.Page.GetByRole(AriaRole.Tab, new() { Name = "意见与流转" }).ClickAsync();
            await Assertions.Expect(editor.Page.Locator(".timeline .mark", new() { HasText = "已失效" })).ToHaveCountAsync(3);
            await (await bureau.PersonAsync("gongye.fuze")).ApproveAsync(address);
        });

    private async Task<(Person Editor, string Address)> ReturnedAsync(string title)
    {
        var editor = await bureau.PersonAsync("gongye.bianji");
        var address = await editor.WriteAsync(title, DemonstrationDocument.Docx(title, "虚构内容。"));
        await editor.SendAsync();
        await (await bureau.PersonAsync("gongye.fuze")).ApproveAsync(address);
        await (await bureau.PersonAsync("gongkaiban.1")).ApproveAsync(address, "应予公开");
        await (await bureau.PersonAsync("fenguan.1")).ReturnAsync(address, "字号不对。", formatOnly: true);
        await editor.Page.GotoAsync($"{address}/edit");
        await editor.Page.Locator("#field-Title").WaitForAsync();
        await editor.MendAsync();
        return (editor, address);
    }

    private static string Text(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return string.Concat(document.GetPages().Select(p => p.Text)).Replace(" ", "", StringComparison.Ordinal);
    }
}
