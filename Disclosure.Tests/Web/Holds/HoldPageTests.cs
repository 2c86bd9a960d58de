using Bunit;
using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Disclosure.Web.Components.Approval;
using Disclosure.Web.Components.Holds;
using Disclosure.Web.Components.Shared;

namespace Disclosure.Tests.Web.Holds;

public sealed class HoldPageTests
{
    [Fact]
    public async Task Declassification_TakesUpTheMarking_AsksForTheRest_AndEnds()
    {
        await using var given = await Given.BureauAsync();
        var id = await HeldAsync(given, HoldKind.Declassification);
        var scan = await given.PaperAsync(id, "gongye.head", "解密决定");
        await using var screen = new Screen(given, "gongye.head");
        var page = await screen.HoldAsync(given, id);
        page.HoldsEveryField();

        Assert.Contains("还缺：原密级、定密日期", page.Markup, StringComparison.Ordinal);
        await page.Find("[data-paper=former-level]").ChangeAsync(nameof(SecrecyLevel.Confidential));
        await page.Find("[data-paper=made-on]").ChangeAsync("2010-05-06");
        await page.Find("[data-paper=expired-on]").ChangeAsync("2020-05-06");
        await page.Find("[data-paper=body]").ChangeAsync("原定密机关");
        await page.Find("[data-paper=number]").ChangeAsync("解密〔2026〕3号");
        await page.Find("[data-paper=day]").ChangeAsync("2026-10-30");
        await page.InvokeAsync(() => page.FindComponent<ScanUpload>().Instance.ArrivedAsync(scan.Sha256, scan.Name));
        Assert.DoesNotContain("还缺", page.Markup, StringComparison.Ordinal);
        Choose(page, HoldOutcome.Cleared);
        Assert.Contains(HoldOutcome.Cleared.WhatHappens("科室负责人复审"), page.Markup, StringComparison.Ordinal);
        await page.Find(".opinion textarea").ChangeAsync("已办理解密手续。");
        await page.Button("办结…").ClickAsync(new());
        await page.Button("确认办结").ActAsync();

        page.Says("稿件现在在“科室负责人复审”");
        var hold = (await given.HoldsAsync(id))[0];
        Assert.Equal(
            (HoldOutcome.Cleared, "解密〔2026〕3号", new DateOnly(2020, 5, 6)),
            (hold.Outcome!.Value, hold.Papers.Number, hold.Papers.ExpiredOn!.Value)
        );
    }

    [Fact]
    public async Task ANewHold_KnowsTheMarkingThatTheAnswerNames()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section");
        await given.TypedAsync(id, "gongye.head", Given.Declassifiable);
        await using var screen = new Screen(given, "gongye.head");
        var page = screen.Item(id);
        page.Button("暂停：待解密…").Click();
        await page.Button("确认暂停").ActAsync();
        page.Says("办结“待解密”");

        var papers = (await given.OpenHoldAsync(id)).Papers;
        Assert.Equal(
            (SecrecyLevel.Confidential, new DateOnly(2010, 5, 6), new DateOnly(2020, 5, 6)),
            (papers.FormerLevel!.Value, papers.MadeOn!.Value, papers.ExpiredOn!.Value)
        );
    }

    [Fact]
    public async Task Referral_ProposesWhoMayDecide_AndAnOwnAddresseeStays()
    {
        await using var given = await Given.BureauAsync();
        var id = await HeldAsync(given, HoldKind.Referral);
        await using var screen = new Screen(given, "office.1");
        var page = await screen.HoldAsync(given, id);

        await page.Find($"input[value={ReferralQuestion.Secrecy}]").ChangeAsync("on");
        Assert.Equal("西藏自治区保密行政管理部门", page.Find("[data-paper=body]").GetAttribute("value"));
        Assert.Contains("市国家保密局无权确定", page.Markup, StringComparison.Ordinal);
        await page.Find("[data-paper=drafted-level]").ChangeAsync(nameof(SecrecyLevel.TopSecret));
        Assert.Equal("国家保密行政管理部门", page.Find("[data-paper=body]").GetAttribute("value"));
        await page.Find($"input[value={ReferralQuestion.Disclosure}]").ChangeAsync("on");
        Assert.Equal("有关主管部门", page.Find("[data-paper=body]").GetAttribute("value"));
        await page.Find("[data-paper=body]").ChangeAsync("市发展和改革委员会");
        await page.Find($"input[value={ReferralQuestion.Secrecy}]").ChangeAsync("on");
        Assert.Equal("市发展和改革委员会", page.Find("[data-paper=body]").GetAttribute("value"));
        given.Wait(TimeSpan.FromSeconds(1));
        page.Says("已自动保存");
        Assert.Equal("市发展和改革委员会", (await given.OpenHoldAsync(id)).Papers.Body);
    }

    [Fact]
    public async Task TwoWindows_DoNotOverwriteEachOtherUnseen()
    {
        await using var given = await Given.BureauAsync();
        var id = await HeldAsync(given, HoldKind.Postponement);
        await using var screen = new Screen(given, "gongye.head");
        var page = await screen.HoldAsync(given, id);
        await page.Find("[data-paper=measures]").ChangeAsync("我写的措施");
        Given.Must(await given.EnterAsync(id, "office.1", p => p with { Measures = "别人写的措施" }));

        given.Wait(TimeSpan.FromSeconds(1));
        page.Says(new HoldChanged().Text);
        Assert.Equal("我写的措施", page.Find("[data-paper=measures]").GetAttribute("value"));
        await page.Button("用我的覆盖").ClickAsync(new());
        page.Says("已自动保存");
        Assert.Equal("我写的措施", (await given.OpenHoldAsync(id)).Papers.Measures);
    }

    [Fact]
    public async Task APostponementThatNobodyCanDecide_BecomesAReferral_AndThePageLeadsThere()
    {
        await using var given = await Given.BureauAsync();
        var id = await HeldAsync(given, HoldKind.Postponement);
        await using var screen = new Screen(given, "gongye.head");
        var page = await screen.HoldAsync(given, id);
        Choose(page, HoldOutcome.Referred);
        await page.Button("办结…").ClickAsync(new());
        await page.Button("确认办结").ActAsync();
        page.Says(new ReasonNeeded("恢复办理").Text);
        await page.Find(".opinion textarea").ChangeAsync("本局不能确定。");
        await page.Button("办结…").ClickAsync(new());
        await page.Button("确认办结").ActAsync();

        page.Says("办理“报请确定”");
        var next = await given.OpenHoldAsync(id);
        Assert.Equal(HoldKind.Referral, next.Kind);
        Assert.NotNull(page.Find($".ended a[href='/holds/{next.Id}']"));
    }

    [Fact]
    public async Task AReplyThatItIsASecret_NamesWhatIsErased_AndErasesIt()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, body: "不该在这里的话");
        await given.WalkAsync(id, "office");
        Given.Must(await given.HoldAsync(id, "office.1", HoldKind.Referral, "", Given.AllNo, finding: OfficeFinding.Refer));
        var scan = await given.PaperAsync(id, "office.1", "复函");
        Given.Must(await given.EnterAsync(id, "office.1", _ => Given.Answered(scan)));
        await using var screen = new Screen(given, "office.1");
        var page = await screen.HoldAsync(given, id);
        Choose(page, HoldOutcome.Classified);
        await page.Find(".opinion textarea").ChangeAsync("答复属于国家秘密。");
        page.Button("办结…").Click();
        Assert.Contains("不可恢复", page.Find("[data-asks]").TextContent, StringComparison.Ordinal);
        await page.Button("确认清除并办结").ActAsync();

        page.Says("请按保密规定在纸质渠道办理");
        Assert.Equal(ItemState.Stopped, (await given.SubmissionAsync(id)).State);
        Assert.False(await given.StoreHoldsAsync("不该在这里的话"));
    }

    [Fact]
    public async Task InPart_AsksWhatIsToBeTakenOut()
    {
        await using var given = await Given.BureauAsync();
        var id = await HeldAsync(given, HoldKind.Postponement);
        await using var screen = new Screen(given, "gongye.head");
        var page = await screen.HoldAsync(given, id);
        Choose(page, HoldOutcome.InPart);
        Assert.True(page.Button("办结…").HasAttribute("disabled"));
        Assert.Contains(new HoldIncomplete(HoldKind.Redaction, ["需要处理的内容"]).Text, page.Markup, StringComparison.Ordinal);
        await page.Find($"input[value={RedactedMatter.Other}]").ChangeAsync(true);
        await page.Find(".opinion textarea").ChangeAsync("删除未定部分。");
        await page.Button("办结…").ClickAsync(new());
        await page.Button("确认办结").ActAsync();

        page.Says("稿件回到编辑人员手中");
        Assert.Equal([RedactedMatter.Other], (await given.OpenHoldAsync(id)).Papers.Matters);
    }

    [Fact]
    public async Task AMarkingFoundOnAHeldItem_StopsItFromHere()
    {
        await using var given = await Given.BureauAsync();
        var id = await HeldAsync(given, HoldKind.Declassification);
        await using var screen = new Screen(given, "gongye.head");
        var page = await screen.HoldAsync(given, id);
        Assert.True(page.Button("涉密中止…").HasAttribute("disabled"));
        await page.Find(".stop-held [data-draft=level]").ChangeAsync(nameof(SecrecyLevel.Secret));
        await page.Find(".stop-held [data-draft=marked-on]").ChangeAsync("2024-05-06");
        await page.Find(".stop-held [data-draft=term]").ChangeAsync(nameof(MarkingTerm.Unmarked));
        page.Button("涉密中止…").Click();
        await page.Button("确认清除并中止").ActAsync();

        page.WaitForAssertion(() => Assert.Contains("已办结", page.Markup, StringComparison.Ordinal));
        Assert.Equal(ItemState.Stopped, (await given.SubmissionAsync(id)).State);
    }

    [Fact]
    public async Task Reminding_IsNoted_AndOncePerHour()
    {
        await using var given = await Given.BureauAsync();
        var id = await HeldAsync(given, HoldKind.Referral);
        await using var screen = new Screen(given, "office.1");
        var page = await screen.HoldAsync(given, id);
        await page.Button("提醒").ClickAsync(new());
        page.Says("上次提醒");
        await page.Button("提醒").ClickAsync(new());
        page.Says(new RemindedJustNow().Text);
        Assert.Contains("提醒办理“报请确定”", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsTypedForTheEnding_StandsThereAgain_UntilItIsEnded()
    {
        await using var given = await Given.BureauAsync();
        var id = await HeldAsync(given, HoldKind.Postponement);
        await using (var first = new Screen(given, "gongye.head"))
        {
            var left = await first.HoldAsync(given, id);
            Choose(left, HoldOutcome.Referred);
            await left.Find(".opinion textarea").ChangeAsync("本局不能确定。");
            await left.LeaveAsync();
        }
        var hold = await given.OpenHoldAsync(id);
        await using var screen = new Screen(given, "gongye.head");
        var page = await screen.HoldAsync(given, id);
        Assert.Equal("本局不能确定。", page.Find(".opinion textarea").GetAttribute("value"));
        await page.Button("办结…").ClickAsync(new());
        await page.Button("确认办结").ActAsync();

        page.Says("办理“报请确定”");
        Assert.Null(await given.Get<FormDraftService>().FindAsync($"holds/{hold.Id}/ending", given.By("gongye.head"), given.Now));
    }

    [Fact]
    public async Task AReader_SeesTheHoldAndNoButton()
    {
        await using var given = await Given.BureauAsync();
        var id = await HeldAsync(given, HoldKind.Postponement);
        await using var screen = new Screen(given, "gongye.editor");
        var page = await screen.HoldAsync(given, id);

        Assert.Contains("等待批复", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-paper], [data-sign], input[name=outcome]"));
        Assert.Contains("由“科室负责人复审”环节的办理人员或者领导小组办公室办结", page.Markup, StringComparison.Ordinal);
    }

    // The item was sent and taken back before it reached the office, which may neither read it nor end the hold.
    [Fact]
    public async Task AReader_IsNotSentToAnOfficeThatMayNotEndTheHold()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.County, "county-chief");
        Given.Must(await given.DoAsync(id, "karuo.editor", MoveKind.Retract));
        Given.Must(
            await given.DoAsync(
                id,
                "karuo.editor",
                MoveKind.Hold,
                c => c with { Answers = Given.Declassifiable, Hold = HoldKind.Declassification, HoldCriterion = Criteria.Marked }
            )
        );
        await using var screen = new Screen(given, "karuo.chief");
        var page = await screen.HoldAsync(given, id);

        Assert.Contains("环节的办理人员办结，您可以查看", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheList_ShowsWhatWaitsAndWhatHasEnded_OverdueMarked()
    {
        await using var given = await Given.BureauAsync();
        var id = await HeldAsync(given, HoldKind.Postponement);
        given.Wait(TimeSpan.FromDays(21));
        await using var screen = new Screen(given, "gongye.head");
        var page = screen.Render<HoldsPage>();
        Assert.Equal("late", page.Find("tbody tr").ClassName);
        Assert.Contains("超期 1", page.Markup, StringComparison.Ordinal);
        var desk = screen.Render<HomePage>();
        Assert.NotNull(desk.Find("[aria-labelledby=held] tr.late"));

        Given.Must(await given.ResumeAsync(id, "gongye.head", HoldOutcome.Cleared));
        given.Wait(TimeSpan.FromSeconds(1));
        page.Says("可以公开，继续办理");
        Assert.Contains("没有暂停中的稿件", page.Markup, StringComparison.Ordinal);
        desk.WaitForAssertion(() => Assert.Empty(desk.FindAll("[aria-labelledby=held]")));
    }

    [Fact]
    public async Task TheDesk_OfSomebodyWhoMayOnlyRead_ShowsNoHold()
    {
        await using var given = await Given.BureauAsync();
        await HeldAsync(given, HoldKind.Postponement);
        await using var screen = new Screen(given, "gongye.editor");
        Assert.Empty(screen.Render<HomePage>().FindAll("[aria-labelledby=held]"));
        Assert.Equal(new HoldCounts(1, 0), await given.Get<HoldQueries>().CountAsync(given.By("gongye.editor"), given.Now));
    }

    // Opened by the section, by answers that lead to it.
    private static async Task<int> HeldAsync(Given given, HoldKind kind)
    {
        var id = await given.ItemAsync(RouteCodes.City, "section");
        var (criterion, answers) = HoldScreen.LeadingTo(kind);
        Given.Must(await given.HoldAsync(id, "gongye.head", kind, criterion, answers, new() { Measures = "等待批复" }));
        return id;
    }

    private static void Choose(IRenderedComponent<HoldPage> page, HoldOutcome outcome) => page.Find($"input[value={outcome}]").Change("on");
}
