using Disclosure.Core.Demonstration;
using Disclosure.Tests.Support;
using Microsoft.Playwright;

namespace Disclosure.Tests.Journeys;

/// <summary>
/// After approval by the screens alone: a policy document goes out with its interpretation, is corrected, and comes down.
/// </summary>
[Collection("journeys")]
[Slow]
public sealed class PolicyJourneys(SharedBureau bureau)
{
    private const string Title = "统计资料管理试行规定";

    [Fact]
    public Task APolicyDocument_GoesOutWithItsInterpretation_IsCorrected_AndComesDown() =>
        bureau.Browser.WalkAsync(async () =>
        {
            var editor = await bureau.PersonAsync("hesuan.bianji");
            var address = await editor.WriteAsync(Title, DemonstrationDocument.Docx(Title, "第一条 虚构内容。"));
            var interpretation = await BeginInterpretationAsync(editor);
            await editor.SendAsync();
            await editor.Page.GotoAsync($"{interpretation}/edit");
            await Assertions.Expect(editor.Page.Locator("#field-Title")).ToHaveValueAsync($"《{Title}》政策解读");
            await editor.FillAsync($"《{Title}》政策解读", DemonstrationDocument.Docx(Title, "解读。"), null, "政策解读");
            await Assertions.Expect(editor.Page.Locator("#field-FirstInterpreter")).ToHaveValueAsync("局主要领导");
            await editor.SendAsync();

            var platform = await bureau.PersonAsync("pingtai");
            await SignAsync(address);
            await platform.TakeInAsync(Title);
            await Assertions.Expect(platform.PublishingRow(Title)).ToContainTextAsync("政策文件与解读应一同发布");
            await Assertions
                .Expect(platform.PublishingRow(Title).GetByRole(AriaRole.Button, new() { Name = "发布…", Exact = true }))
                .ToBeDisabledAsync();
            await SignAsync(interpretation);
            await platform.TakeInAsync($"《{Title}》政策解读");
            await platform.FinishPublishingAsync(Title, "发布…", "一同发布");
            await platform.Page.GotoAsync("/interpretations?all=true");
            await Assertions.Expect(platform.Page.Locator("tr", new() { HasText = Title })).ToContainTextAsync("已解读");

            await CorrectAsync(editor, platform, address);
            await TakeDownAsync(editor, platform, address);
        });

    private static async Task<string> BeginInterpretationAsync(Person editor)
    {
        await editor.Page.SelectOptionAsync("#field-Kind", new SelectOptionValue { Label = "政策文件" });
        await Assertions.Expect(editor.Page.Locator(".save-state, .saved, [data-saved]").First).ToContainTextAsync("已自动保存");
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "起草解读稿" }).ClickAsync();
        var link = editor.Page.Locator("#at-LinkedItemId").GetByRole(AriaRole.Link, new() { Name = "打开" });
        return "/" + (await link.GetAttributeAsync("href"))!.TrimStart('/');
    }

    private async Task CorrectAsync(Person editor, Person platform, string address)
    {
        await editor.OpenAsync(address);
        await editor.Page.GetByRole(AriaRole.Tab, new() { Name = "稿件信息" }).ClickAsync();
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "更正…" }).ClickAsync();
        await editor.Page.FillAsync("#field-AmendmentReason", "第一条引用的文号有误。");
        await editor.Page.FillAsync("#field-AmendmentChanges", "原为“第1号”，现为“第2号”。");
        var correction = await SendChangeAsync(editor);
        await SignAsync(correction);
        await platform.PublishAsync($"{Title}（更正）");
        await platform.Page.GotoAsync(address);
        await platform.Page.GetByRole(AriaRole.Tab, new() { Name = "稿件信息" }).ClickAsync();
        await Assertions.Expect(platform.Page.Locator(".item-left")).ToContainTextAsync("更正");
        await platform.Page.GotoAsync($"/catalogue?text={Uri.EscapeDataString(Title)}");
        await Assertions.Expect(platform.Page.Locator("main")).ToContainTextAsync("已更正");
    }

    private async Task TakeDownAsync(Person editor, Person platform, string address)
    {
        await editor.OpenAsync(address);
        await editor.Page.GetByRole(AriaRole.Tab, new() { Name = "稿件信息" }).ClickAsync();
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "下线…", Exact = true }).ClickAsync();
        await editor.Page.CheckAsync("input[name=AmendmentGround][value=Lawful]");
        await editor.Page.FillAsync("#field-AmendmentReason", "新规定已印发，本规定废止。");
        var takeDown = await SendChangeAsync(editor);
        await SignAsync(takeDown);
        await platform.TakeInAsync($"关于下线《{Title}》");
        await platform.FinishPublishingAsync($"关于下线《{Title}》", "下线…", "确认下线");
        await platform.OpenAsync(address);
        await Assertions.Expect(platform.Page.Locator(".item-head")).ToContainTextAsync("已下线");
        await platform.Page.GetByRole(AriaRole.Tab, new() { Name = "稿件信息" }).ClickAsync();
        await Assertions.Expect(platform.Page.Locator(".published-on")).ToContainTextAsync("https://tjj.example.gov.cn/0.html");
    }

    private static async Task<string> SendChangeAsync(Person editor)
    {
        if (await editor.Page.GetByRole(AriaRole.Button, new() { Name = "确认文责" }).CountAsync() > 0)
        {
            await editor.Page.GetByRole(AriaRole.Button, new() { Name = "确认文责" }).First.ClickAsync();
        }
        await editor.MendAsync();
        var address = editor.Page.Url.Replace("/edit", "", StringComparison.Ordinal);
        await editor.SendAsync();
        return address;
    }

    private async Task SignAsync(string address)
    {
        await (await bureau.PersonAsync("hesuan.fuze")).ApproveAsync(address);
        await (await bureau.PersonAsync("gongkaiban.1")).ApproveAsync(address, "应予公开");
        await (await bureau.PersonAsync("fenguan.1")).ApproveAsync(address);
    }
}
