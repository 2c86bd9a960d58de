using Bunit;
using Disclosure.Core.Approval;
using Disclosure.Core.Evidence;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Disclosure.Tests.Web.Review;
using Disclosure.Web.Components.Submissions;
using Disclosure.Web.Setup;

namespace Disclosure.Tests.Web.Evidence;

/// <summary>Evidence in front of the submitter, who can still mend it, and in front of the section, which has to say its word.</summary>
[Slow]
public sealed class EvidencePagesTests
{
    private const string Marked = "机密★5年\n三季度工业生产平稳。\n联系人手机13800138000。\n另一手机13900139000。";

    [Fact]
    public async Task CheckAndSend_NamesEachGraveFinding_AsALinkToIt_AndAsksNothing()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = new Screen(given, "gongye.editor", Policies.Editor).WithForm(given);
        var page = Edit(screen, await DraftAsync(given));

        Press(page, "检查并送审");

        page.WaitForAssertion(() => Assert.Contains("没有判断", page.Find("#missing").TextContent, StringComparison.Ordinal));
        var links = page.FindAll("#missing a");
        Assert.Equal(["密级标志：正文.txt 正文第 1 段", "密级标志：附件.txt 正文第 1 段"], links.Select(l => l.TextContent));
        Assert.All(links, l => Assert.NotNull(page.Find($".evidence-before [id='{l.GetAttribute("href")!.Split('#')[1]}']")));
        Assert.Empty(page.FindAll("dialog"));
        Assert.DoesNotContain("可以送审", page.Find(".side").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenEveryGraveFindingIsAnswered_TheItemGoesOn()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = new Screen(given, "gongye.editor", Policies.Editor).WithForm(given);
        var page = Edit(screen, await DraftAsync(given));

        SayNoToAllAlike(page, ".evidence-before", "行文提到");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".finding.sev-a:not(.said)")));
        Press(page, "检查并送审");

        page.WaitForAssertion(() => Assert.Contains("科室负责人", page.Find("dialog").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("#missing"));
        Assert.Empty(page.FindAll("dialog .problem"));
    }

    [Fact]
    public async Task WhatIsFoundToHold_WhileItsQuestionIsAnsweredNo_IsNamedBeforeSending()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = new Screen(given, "gongye.editor", Policies.Editor).WithForm(given);
        var page = Edit(screen, await DraftAsync(given));

        foreach (var _ in page.FindAll(".finding.sev-a"))
        {
            var before = page.FindAll(".finding.sev-a:not(.said)").Count;
            page.Find(".finding.sev-a:not(.said) [data-true]").Click();
            page.WaitForAssertion(() => Assert.Equal(before - 1, page.FindAll(".finding.sev-a:not(.said)").Count));
        }
        Press(page, "检查并送审");

        page.WaitForAssertion(() =>
            Assert.Contains(
                new EvidenceContradicts(1, "B3-1").Text,
                page.Find("#missing a[href$='#field-Review']").TextContent,
                StringComparison.Ordinal
            )
        );
        Assert.Empty(page.FindAll("dialog"));
    }

    [Fact]
    public async Task ARemarkIsAskedFor_BeforeAGraveFindingIsSetAside()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = new Screen(given, "gongye.editor", Policies.Editor).WithForm(given);
        var page = Edit(screen, await DraftAsync(given));

        page.Find(".finding.sev-a [data-false]").Click();
        page.HoldsEveryField();
        await page.Find("form.remark button.act").ActAsync();

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("form.remark .problem")));
        Assert.Equal(2, page.FindAll(".finding.sev-a:not(.said)").Count);
    }

    [Fact]
    public async Task TheSection_SeesTheEvidenceUnderItsQuestion_MaskedAndFolded()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = new ReviewScreen(given, await SentAsync(given), "gongye.head");

        screen.Page.WaitForAssertion(() =>
            Assert.Equal("证据 2，2 条待判断", screen.Criterion(1).QuerySelector("[data-evidence]")!.TextContent)
        );
        Assert.Null(screen.Criterion(1).QuerySelector(".finding"));
        screen.Criterion(5).QuerySelector("[data-evidence]")!.Click();
        screen.Page.WaitForAssertion(() => Assert.Equal(2, screen.Criterion(5).QuerySelectorAll(".finding").Length));
        Assert.DoesNotContain(screen.Page.FindAll(".finding"), f => f.TextContent.Contains("13800138000", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheSection_SetsAsideFindingsOfOneKind_AtOnce_AndTakesOverTheRest()
    {
        await using var given = await Given.BureauAsync();
        var id = await SentAsync(given);
        await using var screen = new ReviewScreen(given, id, "gongye.head");
        screen.Page.WaitForElement("[data-criterion='5'] [data-evidence]").Click();

        screen.Page.WaitForElement("[data-criterion='5'] .finding .say .link").Click();
        screen.Page.WaitForAssertion(() => Assert.Equal(2, screen.Criterion(5).QuerySelectorAll(".finding.said").Length));
        Assert.False(screen.Criterion(1).QuerySelector("[data-evidence]")!.TextContent == "证据 2");

        screen.Page.FindAll("button").Single(b => b.TextContent == "与先前判断一致").Click();
        screen.Page.WaitForAssertion(() => Assert.Equal("证据 2", screen.Criterion(1).QuerySelector("[data-evidence]")!.TextContent));
        screen.SayNoElsewhere();
        await screen.SignsToAsync("office");
    }

    [Fact]
    public async Task WhatIsOpened_IsShownAndSaidToBeRecorded()
    {
        await using var given = await Given.BureauAsync();
        var id = await SentAsync(given);
        await using var screen = new ReviewScreen(given, id, "gongye.head");
        screen.Page.WaitForElement("[data-criterion='5'] [data-evidence]").Click();

        screen.Page.WaitForElement("[data-criterion='5'] .finding .excerpt .link").Click();

        screen.Page.WaitForAssertion(() =>
            Assert.Contains("13800138000", screen.Criterion(5).QuerySelector(".excerpt")!.TextContent, StringComparison.Ordinal)
        );
        Assert.Contains("打开已记录", screen.Criterion(5).QuerySelector(".excerpt")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFinding_LeadsToItsPlaceInTheTextBesideIt()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = new ReviewScreen(given, await SentAsync(given), "gongye.head");
        screen.Page.WaitForElement("[data-criterion='5'] [data-evidence]").Click();
        Assert.Empty(screen.Page.FindAll(".text-pane .sought"));

        screen.Page.WaitForElement("[data-criterion='5'] .finding a[title=在文件中查看]").Click();
        screen.Page.WaitForElement(".text-pane #sought.sought");
        Assert.Equal("正文", screen.Shown.GetAttribute("aria-label"));
    }

    [Fact]
    public async Task TheTab_ListsAllAndNarrowsByWhatIsChosen()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = new ReviewScreen(given, await SentAsync(given), "gongye.head");
        screen.Page.WaitForElement("[data-evidence]");
        screen.Page.FindAll("[role=tab]").Single(t => t.TextContent.Trim().StartsWith("证据", StringComparison.Ordinal)).Click();
        screen.Page.WaitForAssertion(() => Assert.Equal(4, screen.Page.FindAll("[role=tabpanel] .finding").Count));

        screen.Page.FindAll("[role=tabpanel] .filters select")[0].Change("B");
        Assert.Equal(2, screen.Page.FindAll("[role=tabpanel] .finding").Count);
        screen.Page.FindAll("[role=tabpanel] .filters select")[1].Change("B3-1");
        Assert.Contains("没有符合筛选条件的证据", screen.Shown.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileThatCouldNotBeExamined_SaysWhatToDo_AndNeverThatItPassed()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City);
        await given.UploadAsync(id, "扫描件.pdf", "%PDF-1.7\n", "gongye.editor");
        await given.Get<ExaminationService>().EnsureAsync(id);
        await using var screen = new Screen(given, "gongye.editor", Policies.Editor).WithForm(given);
        var page = Edit(screen, id);

        page.WaitForAssertion(() =>
            Assert.StartsWith(
                "扫描件.pdf 未能检查",
                ReviewScreen.Words(page.Find(".evidence-before .coverage li.not")),
                StringComparison.Ordinal
            )
        );
        Assert.NotEmpty(page.Find(".evidence-before .coverage li.not .soft").TextContent);
        Assert.DoesNotContain("通过", page.Find(".evidence-before").TextContent, StringComparison.Ordinal);
    }

    private static async Task<int> DraftAsync(Given given)
    {
        var id = await given.DraftAsync(RouteCodes.City, body: Marked);
        await given.UploadAsync(id, "附件.txt", "绝密★10年\n附表说明。", "gongye.editor");
        await given.ConfirmAgainAsync(id, "gongye.editor");
        await given.Get<ExaminationService>().EnsureAsync(id);
        return id;
    }

    private static async Task<int> SentAsync(Given given)
    {
        var id = await DraftAsync(given);
        var by = given.By("gongye.editor");
        var grave = (await given.Get<EvidenceQueries>().ForItemAsync(id, by, given.Now))!
            .Rows.Where(r => r.IsOwed)
            .Select(r => r.Key)
            .ToList();
        Given.Must(await given.Get<EvidenceService>().JudgeAsync(id, grave, false, "行文提到", by, given.Now));
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Send));
        return id;
    }

    private static IRenderedComponent<EditPage> Edit(Screen screen, int id)
    {
        var page = screen.Render<EditPage>(p => p.Add(x => x.Id, id));
        page.WaitForElement(".evidence-before .coverage");
        return page;
    }

    private static void Press(IRenderedComponent<EditPage> page, string words) =>
        page.FindAll(".send-bar button").Single(b => b.TextContent.Trim() == words).Click();

    private static void SayNoToAllAlike(IRenderedComponent<EditPage> page, string where, string remark)
    {
        page.Find($"{where} .finding.sev-a [data-false]").Click();
        page.WaitForElement("form.remark input").Change(remark);
        page.FindAll("form.remark button").Single(b => b.TextContent == "同类 2 条均不属实").Act();
    }
}
