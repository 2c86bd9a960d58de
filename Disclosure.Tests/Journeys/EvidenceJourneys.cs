using Disclosure.Tests.Core.Files.Reading;
using Disclosure.Tests.Support;
using Microsoft.Playwright;

namespace Disclosure.Tests.Journeys;

/// <summary>What the files give away stands beside the questions, from the upload to the signature, by the screens alone.</summary>
[Collection("screens")]
[Slow]
public sealed class EvidenceJourneys(InstalledBureau bureau)
{
    private const string Id = "11010519491231002X";

    [Fact]
    public Task AFlawedFile_ShowsItsEvidence_BeforeSending_AndTheSectionCannotSignPastIt() =>
        bureau.Browser.WalkAsync(async () =>
        {
            const string Title = "规模以上工业生产情况试验稿";
            var file = OfficeFiles.Docx(
                "内部资料　注意保存",
                "机密★5年",
                Title,
                new[] { "行业", "企业数（家）", "总产值（万元）" },
                new[] { "采矿业", "1", "52340" },
                new[] { "水泥制造", "6", "18760" },
                new[] { "电力生产", "7", "30411" },
                new[] { "食品加工", "5", "*" },
                new[] { "合计", "19", "110325" },
                $"联系人身份证号{Id}，手机13800138000。"
            );
            var editor = await bureau.PersonAsync("gongye.bianji");
            var address = await editor.WriteAsync(Title, file);

            // The submitter sees the same before sending, and is told what is owed.
            var before = editor.Page.Locator(".evidence-before");
            await Assertions.Expect(before.Locator(".finding.sev-a").First).ToBeVisibleAsync();
            await Assertions.Expect(before).ToContainTextAsync("已检查");
            await Assertions.Expect(before).Not.ToContainTextAsync(Id);
            await SayAllAsync(editor.Page, before, "虚构的样稿");
            await editor.SendAsync();

            var head = await bureau.PersonAsync("gongye.fuze");
            var page = head.Page;
            await head.OpenAsync(address);
            await head.AnswerAsync("input[data-answer=n]");
            await Assertions.Expect(page.Locator("#why")).ToContainTextAsync("没有判断");
            await Assertions.Expect(page.Locator("[data-sign]")).ToBeDisabledAsync();

            // By keyboard: the fifth question, its evidence, the first finding said to hold.
            await page.Locator("[data-criterion='5']").FocusAsync();
            await page.Keyboard.PressAsync("e");
            var finding = page.Locator("[data-criterion='5'] .finding", new() { HasText = "食品加工" });
            await Assertions.Expect(finding).ToContainTextAsync("食品加工 = 合计 − 采矿业 − 水泥制造 − 电力生产");
            await Assertions.Expect(finding).Not.ToContainTextAsync("8814");
            await finding.GetByRole(AriaRole.Button, new() { Name = "打开" }).ClickAsync();
            await Assertions.Expect(finding).ToContainTextAsync("推算值：8814");

            await finding.GetByTitle("在文件中查看").ClickAsync();
            await Assertions.Expect(page.Locator(".text-pane .sought")).ToContainTextAsync("食品加工");
            await page.Locator(".item-page").WaitForAsync();

            await page.GetByRole(AriaRole.Button, new() { Name = "与先前判断一致" }).ClickAsync();
            await Assertions.Expect(page.Locator(".coverage")).Not.ToContainTextAsync("待您判断");
            await head.AnswerAsync("input[data-answer=n]");
            await page.Locator("[data-sign]").ClickAsync();
            await Assertions.Expect(page.Locator(".notice.good")).ToContainTextAsync("已同意");
            await page.GetByRole(AriaRole.Tab, new() { Name = "意见与流转" }).ClickAsync();
            await Assertions.Expect(page.Locator(".timeline")).ToContainTextAsync("不属实");
            await page.GetByRole(AriaRole.Tab, new() { Name = "证据" }).ClickAsync();
        });

    private static async Task SayAllAsync(IPage page, ILocator list, string why)
    {
        while (await list.Locator(".finding.sev-a:not(.said)").CountAsync() is > 0 and var left)
        {
            var next = list.Locator(".finding.sev-a:not(.said)").First;
            await next.GetByRole(AriaRole.Button, new() { Name = "不属实", Exact = true }).ClickAsync();
            await page.Locator(".remark input").FillAsync(why);
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(list.Locator(".finding.sev-a:not(.said)")).ToHaveCountAsync(left - 1);
        }
    }
}
