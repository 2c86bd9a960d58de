using Disclosure.Core.Demonstration;
using Disclosure.Tests.Support;
using Microsoft.Playwright;

namespace Disclosure.Tests.Journeys;

/// <summary>A colleague typed in as author, by the screens alone: becomes the account, confirms for itself, signs nothing.</summary>
[Collection("journeys")]
[Slow]
public sealed class AuthorJourneys(SharedBureau bureau)
{
    [Fact]
    public Task ASectionHeadTypedInAsAuthor_ConfirmsPersonally_AndCannotSign() =>
        bureau.Browser.WalkAsync(async () =>
        {
            var head = await bureau.PersonAsync("gongye.fuze");
            var editor = await bureau.PersonAsync("gongye.bianji");
            const string Title = "负责人署名的试验稿";
            var address = await editor.WriteAsync(Title, DemonstrationDocument.Docx(Title, "虚构内容。"));
            await editor.Page.GetByRole(AriaRole.Button, new() { Name = "添加其他作者" }).ClickAsync();
            await editor.Page.GetByLabel("第 2 作者姓名").FillAsync("工业能源科负责人");
            await editor.Page.Keyboard.PressAsync("Tab");
            await Assertions.Expect(editor.Page.Locator(".bylines li").Last).ToContainTextAsync("待本人登录后在稿件页确认");
            await editor.Page.GetByRole(AriaRole.Button, new() { Name = "检查并送审" }).First.ClickAsync();
            await Assertions.Expect(editor.Page.Locator("#missing")).ToContainTextAsync("尚未确认文责");

            await editor.Page.Locator(".save-state .done").WaitForAsync();
            await head.OpenAsync(address);
            await head.Page.GetByRole(AriaRole.Button, new() { Name = "我确认文责" }).ClickAsync();
            await Assertions.Expect(head.Page.GetByRole(AriaRole.Button, new() { Name = "我确认文责" })).ToHaveCountAsync(0);

            // The confirmation is for the text as it was: one word more, and it has ended.
            await editor.Page.GotoAsync($"{address}/edit");
            await editor.Page.FillAsync("#field-Title", Title + "（修改）");
            await Assertions.Expect(editor.Page.Locator(".bylines li").Last).ToContainTextAsync("待本人登录后在稿件页重新确认");
            await editor.ConfirmAuthorshipAsync();
            await head.OpenAsync(address);
            await head.Page.GetByRole(AriaRole.Button, new() { Name = "我确认文责" }).ClickAsync();
            await Assertions.Expect(head.Page.GetByRole(AriaRole.Button, new() { Name = "我确认文责" })).ToHaveCountAsync(0);
            await editor.Page.ReloadAsync();
            await editor.Page.Locator("#field-Title").WaitForAsync();
            await editor.SendAsync();

            await head.OpenAsync(address);
            await Assertions.Expect(head.Page.Locator("[data-decision]")).ToContainTextAsync("本人参与编写的稿件不能由本人审批");
        });
}
