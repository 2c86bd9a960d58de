using System.Globalization;
using Disclosure.Core.Common;
using Disclosure.Core.Demonstration;
using Disclosure.Tests.Support;
using Microsoft.Playwright;

namespace Disclosure.Tests.Journeys;

/// <summary>A case of public opinion by the screens alone (C2): from the call to the reply on top of the chief's worklist.</summary>
[Collection("journeys")]
[Slow]
public sealed class OpinionJourneys(SharedBureau bureau)
{
    [Fact]
    public Task ACase_IsEntered_ItsReplyBegun_AndLiesOnTopOfTheHeadsPile() =>
        bureau.Browser.WalkAsync(async () =>
        {
            const string Title = "网传本地用电量数据有误";
            var office = await bureau.PersonAsync("gongkaiban.2");
            await office.Page.GotoAsync("/opinions");
            await office.Page.GetByRole(AriaRole.Link, new() { Name = "登记舆情" }).ClickAsync();
            await office
                .Page.GetByPlaceholder("把帖子、报道或来电记录粘贴到这里")
                .FillAsync($"{Title}\nhttps://weibo.com/1/demo\n转发两千余次");
            await Assertions.Expect(office.Page.Locator("#title")).ToHaveValueAsync(Title);
            await Assertions.Expect(office.Page.Locator("#source")).ToHaveValueAsync("微博");
            await office.Page.FillAsync(
                "#raised",
                BureauTime.Local(DateTime.UtcNow.AddMinutes(-30)).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture)
            );
            await office.Page.SelectOptionAsync("#section-id", new SelectOptionValue { Label = "工业能源科" });
            await office.Page.GetByLabel("重大", new() { Exact = true }).CheckAsync();
            await Assertions.Expect(office.Page.Locator(".consequence")).ToContainTextAsync("前发布权威信息（5 小时）");
            await office.Page.GetByRole(AriaRole.Button, new() { Name = "登记并开始计时" }).ClickAsync();
            await Assertions.Expect(office.Page.Locator(".face").First).ToContainTextAsync("还剩 4 小时");
            var address = office.Page.Url;

            var editor = await bureau.PersonAsync("gongye.bianji");
            await editor.Page.GotoAsync(address);
            await editor.Page.GetByRole(AriaRole.Button, new() { Name = "起草回应" }).ClickAsync();
            await Assertions.Expect(editor.Page.Locator("#field-Title")).ToHaveValueAsync($"关于“{Title}”的回应");
            await Assertions.Expect(editor.Page.Locator(".urgent")).ToContainTextAsync("紧急");
            await editor.FillAsync($"关于“{Title}”的回应", DemonstrationDocument.Docx(Title, "虚构内容。"));
            await editor.SendAsync();

            var head = await bureau.PersonAsync("gongye.fuze");
            await head.Page.GotoAsync("/inbox");
            var first = head.Page.Locator("table.items tbody tr").First;
            await Assertions.Expect(first).ToContainTextAsync(Title);
            await Assertions.Expect(first).ToContainTextAsync("紧急");
            await first.Locator("a.row-link").ClickAsync();
            await Assertions.Expect(head.Page.Locator(".item-head")).ToContainTextAsync("紧急");
            await office.Page.GotoAsync(address);
            await Assertions.Expect(office.Page.Locator(".owes")).ToContainTextAsync("工业能源科 科室(中心)负责人");

            // The wall knows as well, without the menu.
            await office.Page.GotoAsync("/opinions/board");
            await Assertions.Expect(office.Page.Locator("[data-board] li", new() { HasText = Title })).ToContainTextAsync("还剩");
            await Assertions.Expect(office.Page.Locator("#menu")).ToHaveCountAsync(0);
            // A section to whom it is nothing finds nothing.
            var stranger = await bureau.PersonAsync("touzi.bianji");
            Assert.Equal(404, (await stranger.Page.APIRequest.GetAsync(address)).Status);
        });
}
