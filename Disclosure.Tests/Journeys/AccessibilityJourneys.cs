using Disclosure.Tests.Core.Files.Reading;
using Disclosure.Tests.Support;
using Microsoft.Playwright;

namespace Disclosure.Tests.Journeys;

/// <summary>Every page that people work on, each opened by somebody whose page it is, looked over by axe.</summary>
[Collection("screens")]
[Slow]
public sealed class AccessibilityJourneys(InstalledBureau bureau)
{
    [Theory]
    [InlineData(
        "gongkaiban.1",
        "/inbox",
        "/handled",
        "/items/7",
        "/routes",
        "/published",
        "/calendar",
        "/overdue",
        "/holds",
        "/review-rules",
        "/articles",
        "/forms",
        "/print-settings"
    )]
    [InlineData(
        "gongkaiban.2",
        "/ledgers?month=2026-10&column=Items&block=All",
        "/withheld",
        "/items/1/trace",
        "/originals",
        "/verify",
        "/account/handwriting",
        "/items/8?tab=print"
    )]
    [InlineData("touzi.bianji", "/submit", "/items/14/edit")]
    [InlineData("pingtai", "/platform")]
    [InlineData("xitong", "/bureau/units", "/bureau/staff", "/calendar", "/print-settings")]
    [InlineData("anquan", "/bureau/delegations")]
    [InlineData("shenji", "/audit", "/items/1/trace")]
    public Task AWorkingPage_HasNothingSeriousForAxe(string name, params string[] pages) =>
        bureau.Browser.WalkAsync(async () =>
        {
            var person = await bureau.PersonAsync(name);
            var found = new List<string>();
            foreach (var page in pages)
            {
                await person.Page.GotoAsync(page);
                await person.Page.Locator("main h1").First.WaitForAsync();
                found.AddRange(await LookAsync(person.Page, page));
            }
            Assert.Empty(found);
        });

    [Fact]
    public Task AChecklistWithEverythingItAsks_HasNothingSeriousForAxe() =>
        bureau.Browser.WalkAsync(async () =>
        {
            var page = (await bureau.PersonAsync("gongkaiban.1")).Page;
            await page.GotoAsync("/items/7");
            var yes = page.Locator("[data-criterion] [data-answer=y]");
            await yes.First.WaitForAsync();
            for (var i = 0; i < 5; i++)
            {
                await yes.Nth(i).CheckAsync();
                await page.Locator($"[data-criterion='{i + 1}'] [data-asked]").WaitForAsync();
            }
            await page.CheckAsync("input[name='B3-2-approved'][value=True]");
            await page.SelectOptionAsync("#asked-term", "Condition");
            await page.CheckAsync("input[name='B3-5-reason'][value=TradeSecret]");
            await page.CheckAsync("input[name='B3-5-exception'][value=PublicInterest]");
            await page.Locator("#asked-B3-5-notice").WaitForAsync();
            var found = await LookAsync(page, "checklist");
            await page.GetByRole(AriaRole.Tab, new() { Name = "三审对照" }).ClickAsync();
            await page.Locator(".matrix tr.differs").First.WaitForAsync();
            Assert.Empty(found.Concat(await LookAsync(page, "comparison")));
        });

    [Fact]
    public Task EvidenceAndItsRules_HaveNothingSeriousForAxe() =>
        bureau.Browser.WalkAsync(async () =>
        {
            var editor = await bureau.PersonAsync("gongye.bianji");
            var address = await editor.WriteAsync(
                "带有证据的试验稿",
                OfficeFiles.Docx(
                    "机密★5年",
                    new[] { "行业", "企业数（家）", "总产值（万元）" },
                    new[] { "采矿业", "1", "52340" },
                    new[] { "食品加工", "5", "*" },
                    new[] { "合计", "6", "61154" },
                    "联系人手机13800138000。"
                )
            );
            var page = editor.Page;
            await page.Locator(".evidence-before .finding").First.WaitForAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "检查并送审" }).First.ClickAsync();
            await page.Locator("#missing a").First.WaitForAsync();
            await page.Locator(".evidence-before .finding.sev-a")
                .First.GetByRole(AriaRole.Button, new() { Name = "不属实", Exact = true })
                .ClickAsync();
            await page.Locator(".remark input").WaitForAsync();
            var found = (await LookAsync(page, "evidence before sending")).ToList();

            // The link leads to the finding and the keyboard stands on it.
            await page.Locator("#missing a").First.ClickAsync();
            await Assertions.Expect(page.Locator(".evidence-before .finding.sev-a").First).ToBeFocusedAsync();

            await page.GotoAsync(address);
            await page.GetByRole(AriaRole.Tab, new() { Name = "证据" }).ClickAsync();
            await page.Locator("[role=tabpanel] .finding").First.WaitForAsync();
            found.AddRange(await LookAsync(page, "evidence tab"));
            await page.Locator("[role=tabpanel] .finding").First.GetByTitle("在文件中查看").ClickAsync();
            await page.Locator(".text-pane .sought").First.WaitForAsync();
            found.AddRange(await LookAsync(page, "place in the text"));

            var keeper = (await bureau.PersonAsync("anquan")).Page;
            await keeper.GotoAsync("/examiner-rules");
            await keeper.Locator("main h1").First.WaitForAsync();
            found.AddRange(await LookAsync(keeper, "rules"));
            Assert.Empty(found);
        });

    private static async Task<IReadOnlyList<string>> LookAsync(IPage page, string name)
    {
        var looked = await Deque.AxeCore.Playwright.PageExtensions.RunAxe(page);
        return
        [
            .. looked
                .Violations.Where(v => v.Impact is "serious" or "critical")
                .Select(v => $"{name} {v.Id}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"),
        ];
    }
}
