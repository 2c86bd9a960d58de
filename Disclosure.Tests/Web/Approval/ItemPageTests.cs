using AngleSharp.Dom;
using Bunit;
using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Disclosure.Tests.Web.Holds;
using Disclosure.Web.Components.Approval;

namespace Disclosure.Tests.Web.Approval;

public sealed class ItemPageTests
{
    [Fact]
    public async Task GreyButton_SaysWhyInTheJudgesWords()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, editor: "gongye.editor-head");
        Assert.True((await given.DoAsync(id, "gongye.editor-head", MoveKind.Send)).Ok);
        await using var screen = new Screen(given, "gongye.editor-head");
        var page = Open(screen, id);

        Assert.True(Button(page, "同意").HasAttribute("disabled"));
        Assert.Contains(new OwnWork().Text, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Return_SaysWhatFollows_AndAsksForAReason()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        await using var screen = new Screen(given, "office.1");
        var page = Open(screen, id);

        Button(page, "退回…").Click();
        Assert.Contains("退回后编辑人员修改，三审重新进行。", page.Markup, StringComparison.Ordinal);
        await Button(page, "确认退回").ActAsync();
        page.WaitForAssertion(() =>
            Assert.Contains(new ReasonNeeded("退回").Text, page.Find(".opinion .problem").TextContent, StringComparison.Ordinal)
        );
        Assert.Equal("office", (await given.SubmissionAsync(id)).Step);

        page.Find("textarea").Change("第三部分数据与季报不一致。");
        await Button(page, "确认退回").ActAsync();
        page.WaitForAssertion(() => Assert.Contains("稿件回到编辑人员手中", page.Markup, StringComparison.Ordinal));
        Assert.Equal(ItemState.Returned, (await given.SubmissionAsync(id)).State);
    }

    [Fact]
    public async Task AReasonTypedAwayFromTheOwnStep_IsSaidToBeKeptOnlyOnConfirming_AndNothingComplains()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        await using var screen = new Screen(given, "gongye.editor");
        var page = Open(screen, id);

        Button(page, "撤回…").Click();
        page.Find("[data-draft=reason]").Change("数据有误，重新核实。");
        given.Wait(TimeSpan.FromSeconds(2));

        Assert.Empty(page.FindAll(".save-state"));
        Assert.Contains("在确认以后才保存", page.Markup, StringComparison.Ordinal);
        await Button(page, "确认撤回").ActAsync();
        page.WaitForAssertion(() => Assert.Equal(ItemState.Withdrawn, given.SubmissionAsync(id).GetAwaiter().GetResult().State));
    }

    [Fact]
    public async Task AnOpinionThatCannotBePrinted_IsSaidBelowTheBox_WhileItIsTyped()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        await using var screen = new Screen(given, "office.1");
        var page = Open(screen, id);

        page.Find(".opinion textarea").Change("同意👍");
        Assert.Contains("“👍”（U+1F44D）无法打印", page.Find(".opinion [data-unprintable]").TextContent, StringComparison.Ordinal);
        page.Find("[data-draft=basis]").Change("条例👍");
        Assert.Equal(2, page.FindAll("[data-unprintable]").Count);
        page.Find(".opinion textarea").Change("同意。");
        Assert.Single(page.FindAll("[data-unprintable]"));
    }

    [Fact]
    public async Task CountyChief_SeesTheEditorsAnswersAndTheThreeChoicesOfD11()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.County, "county-chief");
        await using var screen = new Screen(given, "karuo.chief");
        var page = Open(screen, id);

        Assert.Equal(
            ["同意在外网发布", "仅限内网发布", "不同意发布"],
            page.FindAll("input[name=county-choice]").Select(i => i.ParentElement!.TextContent.Trim())
        );
        Assert.Equal(5, page.FindAll(".criterion .earlier").Count);
        Assert.Empty(page.FindAll("[data-answer]"));
        Assert.NotNull(page.Find("input[type=password]"));
        page.FindAll("input[name=county-choice]")[2].Change("on");
        Assert.Contains(new RefusalEndsTheItem().Text, page.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RouteCodes.County, 2)]
    [InlineData(RouteCodes.City, 0)]
    public async Task Section_SaysWhetherItIsWorthPublishing_ForCountyItemsOnly(string route, int choices)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(route, "section");
        await using var screen = new Screen(given, "gongye.head");
        var page = Open(screen, id);

        Assert.Equal(choices, page.FindAll("input[name=worth]").Count);
        Assert.Equal(choices, page.FindAll("input[name=advice]").Count);
    }

    [Fact]
    public async Task Reviewer_SeesWhatEarlierTiersAnswered()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        await using var screen = new Screen(given, "office.1");
        var page = Open(screen, id);

        var beside = page.FindAll("[data-criterion='1'] .earlier").Select(e => e.TextContent).ToList();
        Assert.Equal([$"编辑初审 {given.By("gongye.editor").Name}：否", $"科室复审 {given.By("gongye.head").Name}：否"], beside);
    }

    [Fact]
    public async Task TypedText_SurvivesNewsOfTheSameItem_AndIsThereAgainOnANewPage()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        await using var screen = new Screen(given, "office.1");
        var page = Open(screen, id);
        page.Find(".opinion textarea").Change("经复核，第二节措辞宜再斟酌");

        given.Get<ItemNews>().Tell(id);
        given.Wait(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => Assert.Contains("已自动保存", page.Markup, StringComparison.Ordinal));
        Assert.Equal("经复核，第二节措辞宜再斟酌", page.Find(".opinion textarea").GetAttribute("value"));

        await using var another = new Screen(given, "office.1");
        Assert.Equal("经复核，第二节措辞宜再斟酌", Open(another, id).Find(".opinion textarea").GetAttribute("value"));
    }

    [Fact]
    public async Task WhenSomebodyElseSigns_ALineSaysWho_AndTypedTextStaysInSight()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        await using var screen = new Screen(given, "office.1");
        var page = Open(screen, id);
        page.Find(".opinion textarea").Change("还要再看附表");

        Assert.True((await given.DoAsync(id, "office.2", MoveKind.Approve)).Ok);
        given.Wait(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() =>
            Assert.Contains($"{given.By("office.2").Name}已同意，稿件现在在“分管领导审核签字”。", page.Markup, StringComparison.Ordinal)
        );
        Assert.Equal("还要再看附表", page.Find(".left-words").TextContent);
        Assert.Empty(page.FindAll("[data-sign]"));
    }

    [Fact]
    public async Task WrongPassword_IsSaidBesideTheField_AndTheOpinionStays()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        await using var screen = new Screen(given, "deputy");
        var page = Open(screen, id);
        AnswerNo(page);
        page.Find(".opinion textarea").Change("同意发布。");
        page.Find("input[type=password]").Change("不是这个");

        await Button(page, "同意").ActAsync();
        page.WaitForAssertion(() =>
            Assert.Contains(new PasswordWrong().Text, page.Find(".password .problem").TextContent, StringComparison.Ordinal)
        );
        Assert.Equal("同意发布。", page.Find(".opinion textarea").GetAttribute("value"));
        Assert.Equal("deputy", (await given.SubmissionAsync(id)).Step);
    }

    [Fact]
    public async Task UnansweredQuestions_AreNamedAndMarked()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section");
        await using var screen = new Screen(given, "gongye.head");
        var page = Open(screen, id);
        page.Find("[data-criterion='2'] [data-answer=n]").Change("on");

        await Button(page, "同意").ActAsync();
        page.WaitForAssertion(() =>
            Assert.Equal(["1", "3", "4", "5"], page.FindAll(".criterion.open").Select(c => c.GetAttribute("data-criterion")!))
        );
        Assert.Contains("保密审查还有 4 项没有答完", page.Find(".problem").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMarkingThatStillHolds_StopsEverything_AfterOneConfirmation()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section");
        await using var screen = new Screen(given, "gongye.head");
        var page = Open(screen, id);
        AnswerNo(page);
        page.Find("[data-criterion='1'] [data-answer=y]").Change("on");
        page.Find(".marking [data-draft=level]").Change(nameof(SecrecyLevel.Secret));
        page.Find(".marking [data-draft=marked-on]").Change("2020-05-06");
        page.Find(".marking [data-draft=term]").Change(nameof(MarkingTerm.Unmarked));

        Assert.True(Button(page, "同意").HasAttribute("disabled"));
        Assert.Contains(new MustStop().Text, page.Markup, StringComparison.Ordinal);
        Button(page, "涉密中止…").Click();
        Assert.Contains("不可恢复", page.Find(".consequence").TextContent, StringComparison.Ordinal);
        await Button(page, "确认涉密中止").ActAsync();

        page.WaitForAssertion(() =>
            Assert.Contains("请按保密规定在纸质渠道办理", page.Find(".notice.stop").TextContent, StringComparison.Ordinal)
        );
        Assert.Equal(ItemState.Stopped, (await given.SubmissionAsync(id)).State);
    }

    [Fact]
    public async Task AfterSigning_TheNextWaitingItemIsOffered()
    {
        await using var given = await Given.BureauAsync();
        var first = await given.ItemAsync(RouteCodes.City, "section");
        var second = await given.ItemAsync(RouteCodes.City, "section");
        await using var screen = new Screen(given, "gongye.head");
        var page = Open(screen, first);
        AnswerNo(page);

        await Button(page, "同意").ActAsync();
        page.WaitForAssertion(() => Assert.Equal($"/items/{second}", page.Find(".notice.good a").GetAttribute("href")));
    }

    [Fact]
    public async Task Receipt_ByFax_NeedsTheScan()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.County, "receipt");
        await using var screen = new Screen(given, "gongye.editor");
        var page = Open(screen, id);
        page.FindAll("input[name=way]")[2].Change("on");
        page.Find("input[type=number]").Change("4");

        await Button(page, "签收").ActAsync();
        page.WaitForAssertion(() => Assert.Contains("请上传签字页扫描件", page.Find(".problem").TextContent, StringComparison.Ordinal));
        Assert.NotNull(page.Find("input[type=file]"));
    }

    [Fact]
    public async Task OpeningByAHolder_EndsTheRightToRetract_ReadingByOthersDoesNot()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        await using var reader = new Screen(given, "gongye.editor");
        Open(reader, id);
        Assert.Null((await given.SubmissionAsync(id)).OpenedAt);

        await using var holder = new Screen(given, "office.1");
        Open(holder, id);
        Assert.NotNull((await given.SubmissionAsync(id)).OpenedAt);
    }

    private static IRenderedComponent<ItemPage> Open(Screen screen, int id) => screen.Item(id);

    private static IElement Button(IRenderedComponent<ItemPage> page, string name) =>
        page.FindAll("button").Single(b => b.TextContent.Trim() == name);

    private static void AnswerNo(IRenderedComponent<ItemPage> page)
    {
        for (var i = 1; i <= Criteria.All.Count; i++)
        {
            page.Find($"[data-criterion='{i}'] [data-answer=n]").Change("on");
        }
    }
}
