using AngleSharp.Dom;
using Bunit;
using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Disclosure.Web.Components.Submissions;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Web.Submissions;

[Slow]
public sealed class EditPageTests : IAsyncLifetime
{
    private FormBench bench = null!;

    public async ValueTask InitializeAsync() => bench = await FormBench.OpenAsync();

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Theory]
    [InlineData(ItemKind.DiscreditedList, nameof(ItemContent.CreditCode), true)]
    [InlineData(ItemKind.DiscreditedList, nameof(ItemContent.BriefIssue), false)]
    [InlineData(ItemKind.Brief, nameof(ItemContent.BriefIssue), true)]
    [InlineData(ItemKind.Brief, nameof(ItemContent.CreditCode), false)]
    [InlineData(ItemKind.PolicyDocument, nameof(ItemContent.LinkedItemId), true)]
    [InlineData(ItemKind.PolicyDocument, nameof(ItemContent.NoInterpretationReason), true)]
    [InlineData(ItemKind.Interpretation, nameof(ItemContent.NoInterpretationReason), false)]
    [InlineData(ItemKind.Other, nameof(ItemContent.TimeLimitBasis), true)]
    [InlineData(ItemKind.Analysis, nameof(ItemContent.TimeLimitBasis), false)]
    public async Task Field_ThatConcernsOneKind_StandsOnlyThere(ItemKind kind, string field, bool stands)
    {
        var form = bench.Edit(await bench.BegunAsync("gongye.bianji"), "gongye.bianji");

        form.Find("#field-Kind").Change(kind.ToString());

        Assert.Equal(stands, form.FindAll($"#at-{field}").Count == 1);
    }

    [Fact]
    public async Task Form_JustBegun_ReproachesNobody()
    {
        var form = bench.Edit(await bench.BegunAsync("gongye.bianji"), "gongye.bianji");

        Assert.Empty(form.FindAll(".field .problem"));
    }

    [Fact]
    public async Task Field_LeftWrong_CarriesItsOneSentenceAndOthersStayCalm()
    {
        var form = bench.Edit(await bench.FilledAsync("gongye.bianji"), "gongye.bianji");

        form.Find("#field-Title").Change("");

        Assert.Equal("请填写标题。", form.Find("#field-Title-wrong").TextContent.Trim());
        Assert.Single(form.FindAll(".field .problem"));
        Assert.Equal("true", form.Find("#field-Title").GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task CheckAndSend_WithGaps_ListsThemAsLinksAndAsksNothing()
    {
        var form = bench.Edit(await bench.BegunAsync("gongye.bianji"), "gongye.bianji");

        Check(form);

        var links = form.FindAll("#missing a").Select(a => (a.TextContent, a.GetAttribute("href")!.Split('#')[1])).ToList();
        Assert.Contains(("请填写标题。", "field-Title"), links);
        Assert.Contains(("请上传正文文件。", "field-Files"), links);
        Assert.Contains(
            links,
            l => l.TextContent.StartsWith("保密审查还有 5 项没有答完", StringComparison.Ordinal) && l.Item2 == "field-Review"
        );
        Assert.Empty(form.FindAll("dialog"));
    }

    [Fact]
    public async Task CheckAndSend_WhenWhole_NamesTheNextStepAndSendsOnYes()
    {
        var id = await bench.FilledAsync("gongye.bianji");
        var form = bench.Edit(id, "gongye.bianji");

        Check(form);
        Assert.Contains("科室负责人复审", form.Find("dialog").TextContent);
        Button(form, "dialog button", "送审").Act();

        form.WaitForAssertion(() => Assert.EndsWith($"/items/{id}", bench.Address));
        Assert.Equal(ItemState.UnderWay, bench.Item(id).State);
        Assert.NotNull(bench.Item(id).Number);
    }

    [Fact]
    public async Task CheckAndSend_SendsWhatStandsOnThePageEvenBeforeItRested()
    {
        var id = await bench.FilledAsync("gongye.bianji");
        var form = bench.Edit(id, "gongye.bianji");

        form.Find("#field-Remarks").Change("附纸质稿一份。");
        Check(form);
        Button(form, "dialog button", "送审").Act();

        form.WaitForAssertion(() => Assert.Equal(ItemState.UnderWay, bench.Item(id).State));
        Assert.Equal("附纸质稿一份。", bench.Item(id).Draft.Remarks);
    }

    [Fact]
    public async Task Draft_WhenTypingRests_IsSavedAndSaysWhen()
    {
        var id = await bench.BegunAsync("gongye.bianji");
        var form = bench.Edit(id, "gongye.bianji");

        form.Find("#field-Title").Change("昌都市统计公报");
        Assert.Contains("正在保存", form.Find(".save-state").TextContent);
        bench.Store.Clock.Advance(DraftKeeper.Rest);

        form.WaitForAssertion(() => Assert.Contains("已自动保存 10:00", form.Find(".save-state").TextContent));
        Assert.Equal("昌都市统计公报", bench.Item(id).Title);
    }

    [Fact]
    public async Task ATitleThatCannotBePrinted_IsRefusedBesideItsField_AndNothingIsCalledSaved()
    {
        var id = await bench.BegunAsync("gongye.bianji");
        var form = bench.Edit(id, "gongye.bianji");

        form.Find("#field-Title").Change("三季度季报👍");
        bench.Store.Clock.Advance(DraftKeeper.Rest);
        form.WaitForAssertion(() => Assert.Contains("“👍”（U+1F44D）无法打印", form.Find("#field-Title-wrong").TextContent));
        Assert.DoesNotContain("已自动保存", form.Find(".save-state").TextContent);
        Assert.Equal("三季度季报👍", form.Find("#field-Title").GetAttribute("value"));

        form.Find("#field-Title").Change("三季度季报");
        bench.Store.Clock.Advance(DraftKeeper.Rest);
        form.WaitForAssertion(() => Assert.Equal("三季度季报", bench.Item(id).Title));
        Assert.Empty(form.FindAll("#field-Title-wrong"));
    }

    [Fact]
    public async Task AnInterpretation_IsBegunOnTheKindThatWasJustChosen()
    {
        var id = await bench.FilledAsync("gongye.bianji");
        var form = bench.Edit(id, "gongye.bianji");

        form.Find("#field-Kind").Change(nameof(ItemKind.PolicyDocument));
        await form.FindAll("button").Single(b => b.TextContent == "起草解读稿").ClickAsync(new());

        form.WaitForAssertion(() => Assert.Contains("政策解读", form.Find("#at-LinkedItemId strong").TextContent));
    }

    [Fact]
    public async Task Draft_SavedElsewhere_OffersTheChoiceAndLosesNothingByItself()
    {
        var id = await bench.FilledAsync("gongye.bianji");
        var form = bench.Edit(id, "gongye.bianji");
        await bench.SaveAsync(id, "gongye.tongshi", c => c.Title = "同事改的标题");

        form.Find("#field-Summary").Change("我写的概述");
        bench.Store.Clock.Advance(DraftKeeper.Rest);
        form.WaitForElement(".save-state .problem");
        Assert.Equal("同事改的标题", bench.Item(id).Title);

        Button(form, ".save-state button", "用我的覆盖").Click();
        form.WaitForAssertion(() => Assert.Equal("我写的概述", bench.Item(id).Draft.Summary));
        Assert.Equal("三季度经济运行分析", bench.Item(id).Title);
    }

    [Fact]
    public async Task Draft_SavedElsewhere_CanBeTakenUpInstead()
    {
        var id = await bench.FilledAsync("gongye.bianji");
        var form = bench.Edit(id, "gongye.bianji");
        await bench.SaveAsync(id, "gongye.tongshi", c => c.Title = "同事改的标题");

        form.Find("#field-Summary").Change("我写的概述");
        bench.Store.Clock.Advance(DraftKeeper.Rest);
        form.WaitForElement(".save-state .problem");
        Button(form, ".save-state button", "载入最新").Click();

        form.WaitForAssertion(() => Assert.Equal("同事改的标题", form.Find("h1").TextContent));
        Assert.Equal("反映三季度主要指标。", form.Find("#field-Summary").GetAttribute("value"));
    }

    [Fact]
    public async Task CountyItem_ChoosesItsSubjectAndSeesWhoWillReview()
    {
        var form = bench.Edit(await bench.BegunAsync("karuo.bianji"), "karuo.bianji");
        var subject = form.Find("#field-SubjectId option:nth-child(2)").GetAttribute("value")!;

        form.Find("#field-SubjectId").Change(subject);

        Assert.Contains("工业能源科", form.Find(".matching").TextContent);
    }

    [Fact]
    public async Task CityItem_HasNoSubject()
    {
        var form = bench.Edit(await bench.BegunAsync("gongye.bianji"), "gongye.bianji");

        Assert.Empty(form.FindAll("#field-SubjectId"));
    }

    [Fact]
    public async Task Byline_WithAnAccount_IsConfirmedByThatPersonOnly()
    {
        var id = await bench.BegunAsync("gongye.bianji");
        var form = bench.Edit(id, "gongye.bianji");
        var colleague = bench.By("gongye.tongshi");

        form.Find("#at-Bylines select").Change(colleague.StaffId.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains("待本人登录后在稿件页确认", form.Find(".bylines li:nth-child(2)").TextContent);
        Button(form, ".bylines li:nth-child(1) button", "我确认文责").Click();

        form.WaitForAssertion(() => Assert.Contains("本人已确认文责", form.Find(".bylines li:nth-child(1)").TextContent));
        Assert.Equal([true, false], bench.Item(id).Draft.Bylines.Select(b => b.Confirmed));
    }

    [Fact]
    public async Task Byline_WithoutAnAccount_IsVouchedForAnewAfterARename()
    {
        var form = bench.Edit(await bench.BegunAsync("gongye.bianji"), "gongye.bianji");

        Button(form, "#at-Bylines button", "添加其他作者").Click();
        form.Find(".bylines li:nth-child(2) input[type=text]").Change("外单位作者");
        form.Find(".bylines li:nth-child(2) input[type=checkbox]").Change(true);
        Assert.True(form.Find(".bylines li:nth-child(2) input[type=checkbox]").IsChecked());
        form.Find(".bylines li:nth-child(2) input[type=text]").Change("另一作者");

        Assert.False(form.Find(".bylines li:nth-child(2) input[type=checkbox]").IsChecked());
    }

    [Fact]
    public async Task Byline_IsNotConfirmed_OverAColleaguesNewerText()
    {
        var id = await bench.BegunAsync("gongye.bianji");
        var form = bench.Edit(id, "gongye.bianji");
        await bench.SaveAsync(id, "gongye.tongshi", c => c.Title = "同事改的标题");

        Button(form, ".bylines li:nth-child(1) button", "我确认文责").Click();

        form.WaitForAssertion(() => Assert.NotNull(Button(form, ".save-state button", "载入最新")));
        Assert.False(bench.Item(id).Draft.Bylines.Single().Confirmed);
        Assert.DoesNotContain("本人已确认文责", form.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Byline_IsNotConfirmed_OverAFileThatThePageHasNotShown_WhichIsThenShown()
    {
        var id = await bench.BegunAsync("gongye.bianji");
        var form = bench.Edit(id, "gongye.bianji");
        await bench.UploadAsync(id, "同事上传的正文.txt", "gongye.tongshi");

        Button(form, ".bylines li:nth-child(1) button", "我确认文责").Click();

        form.WaitForAssertion(() =>
            Assert.Contains("同事上传的正文.txt", form.Find("#section-files").TextContent, StringComparison.Ordinal)
        );
        Assert.False(bench.Item(id).Draft.Bylines.Single().Confirmed);
        Button(form, ".bylines li:nth-child(1) button", "我确认文责").Click();
        form.WaitForAssertion(() => Assert.Contains("本人已确认文责", form.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Byline_IsConfirmedForWhatStoodThereAtTheClick_ThoughTypingGoesOn()
    {
        var id = await bench.BegunAsync("gongye.bianji");
        var form = bench.Edit(id, "gongye.bianji");
        form.Find("#field-Title").Change("昌都市统计公报");

        // Not saved yet at the click: it is saved with it.
        Button(form, ".bylines li:nth-child(1) button", "我确认文责").Click();
        form.WaitForAssertion(() => Assert.Contains("本人已确认文责", form.Markup, StringComparison.Ordinal));
        form.Find("#field-Summary").Change("概述");
        bench.Store.Clock.Advance(DraftKeeper.Rest);

        form.WaitForAssertion(() => Assert.Equal("概述", bench.Item(id).Draft.Summary));
        Assert.Contains("我重新确认文责", form.Markup, StringComparison.Ordinal);
        Assert.True(bench.Item(id).Draft.Bylines.Single().Confirmed);
    }

    [Fact]
    public async Task Byline_BecomesAnAccount_OnlyOnceTheNameIsTypedToItsEnd()
    {
        var form = bench.Edit(await bench.BegunAsync("gongye.bianji"), "gongye.bianji");
        Button(form, "#at-Bylines button", "添加其他作者").Click();

        // A pause after what happens to be a colleague's name; the rest of the name is still to come.
        form.Find(".bylines li:nth-child(2) input[type=text]").Change("工业科负责人");
        form.Find(".bylines li:nth-child(2) input[type=text]").Change("工业科负责人（外聘）");
        form.Find(".bylines li:nth-child(2) input[type=text]").Blur();
        Assert.Equal("工业科负责人（外聘）", form.Find(".bylines li:nth-child(2) input[type=text]").GetAttribute("value"));

        form.Find(".bylines li:nth-child(2) input[type=text]").Change("工业科负责人");
        form.Find(".bylines li:nth-child(2) input[type=text]").Blur();
        form.WaitForAssertion(() =>
            Assert.Contains("待本人登录后在稿件页确认", form.Find(".bylines li:nth-child(2)").TextContent, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task ARefusalToSendWhatWasNotReceived_IsNotHiddenBehindTheQuestion()
    {
        var id = await bench.FilledAsync("gongye.bianji");
        var form = bench.Edit(id, "gongye.bianji");
        Check(form);

        await form.Find("dialog button.act").ActAsync(shown => shown[nameof(ItemContent.Summary)] = "没有送到的概述");

        Assert.Empty(form.FindAll("dialog"));
        Assert.Contains("没有送到的概述", form.Find("[data-differs]").TextContent, StringComparison.Ordinal);
        Assert.Equal("edit", bench.Item(id).Step);
    }

    [Fact]
    public async Task CountyItem_ThatGivesUpItsSubject_HasNoneInTheStoreEither()
    {
        var id = await bench.FilledAsync("karuo.bianji");
        var form = bench.Edit(id, "karuo.bianji");
        Assert.NotNull(bench.Item(id).SubjectId);

        form.Find("#field-SubjectId").Change("");
        bench.Store.Clock.Advance(DraftKeeper.Rest);

        form.WaitForAssertion(() => Assert.Contains("已自动保存", form.Find(".save-state").TextContent));
        Assert.Equal((null, bench.UnitOf("karuo.bianji")), (bench.Item(id).SubjectId, bench.Item(id).SectionId));
    }

    [Fact]
    public async Task ASubjectThatWasClosedMeanwhile_StandsOnTheScreenAsClosed()
    {
        var id = await bench.FilledAsync("karuo.bianji");
        await bench.Store.GivenAsync(async db => (await db.Subjects.SingleAsync()).Active = false);
        var form = bench.Edit(id, "karuo.bianji");

        Assert.Equal("原来所选的已停用，请重新选择", form.Find("#field-SubjectId option").TextContent);
        Check(form);
        Assert.Contains(new SubjectClosed().Text, form.Find("#missing").TextContent, StringComparison.Ordinal);
        form.HoldsEveryField();
    }

    [Fact]
    public async Task Review_WithAMarkingThatHasNotExpired_LeavesOnlyTheStop()
    {
        var id = await bench.FilledAsync("gongye.bianji");
        var form = bench.Edit(id, "gongye.bianji");

        form.Find("input[name='B3-1'][value=Y]").Change(true);
        form.Find(".marking [data-draft=level]").Change(nameof(SecrecyLevel.Confidential));
        form.Find(".marking [data-draft=marked-on]").Change("2024-05-06");
        form.Find(".marking [data-draft=term]").Change(nameof(MarkingTerm.Unmarked));
        Button(form, ".halt button", "涉密中止…").Click();
        Assert.Contains("立即清除，不能恢复", form.Find("dialog").TextContent);
        Button(form, "dialog button", "立即清除文件并中止").Act();

        form.WaitForAssertion(() => Assert.Equal(ItemState.Stopped, bench.Item(id).State));
        Assert.DoesNotContain("三季度", bench.Item(id).DraftJson);
    }

    [Fact]
    public async Task File_RemovedByMistake_ComesBack()
    {
        var id = await bench.FilledAsync("gongye.bianji");
        var form = bench.Edit(id, "gongye.bianji");

        Button(form, ".files button", "移除").Click();
        form.WaitForAssertion(() => Assert.Empty(form.FindAll(".files li")));
        Button(form, ".undo button", "撤销").Click();

        form.WaitForAssertion(() => Assert.Contains("正文.txt", form.Find(".files li").TextContent));
        Assert.Contains("正文", form.Find(".files .role").TextContent);
    }

    [Fact]
    public async Task Upload_LeftUnfinished_IsNamedAndCanBeGivenUp()
    {
        var id = await bench.FilledAsync("gongye.bianji");
        await bench.BeginUploadAsync(id, "附表.xlsx", 1000, "gongye.bianji");
        var form = bench.Edit(id, "gongye.bianji");

        form.WaitForAssertion(() => Assert.Contains("附表.xlsx", form.Find(".leftover").TextContent));
        Check(form);
        Assert.Contains("还有文件没有传完", form.Find("#missing").TextContent);
        Button(form, ".leftover button", "取消上传").Click();

        form.WaitForAssertion(() => Assert.Empty(form.FindAll(".leftover")));
    }

    [Fact]
    public async Task ReturnedItem_ShowsTheReasonFirstWithItsRound()
    {
        var id = await bench.FilledAsync("gongye.bianji");
        await bench.MoveAsync(id, "gongye.bianji", c => c);
        await bench.MoveAsync(id, "gongye.fuze", c => c with { Kind = MoveKind.Return, Text = "请核对第二段增速。", FormatOnly = true });
        var form = bench.Edit(id, "gongye.bianji");

        var notice = form.Find(".returned");
        Assert.Contains("第 1 轮被退回", notice.TextContent);
        Assert.Contains("请核对第二段增速。", notice.TextContent);
        Assert.Contains("送审后直接送回“科室负责人复审”", notice.TextContent);
    }

    [Fact]
    public async Task Form_OfAnotherUnit_LooksLikeNothing()
    {
        bench.Edit(await bench.BegunAsync("gongye.bianji"), "karuo.bianji");

        Assert.True(bench.FoundNothing);
    }

    [Fact]
    public async Task Form_OfASentItem_SaysThatItIsLocked()
    {
        var id = await bench.FilledAsync("gongye.bianji");
        await bench.MoveAsync(id, "gongye.bianji", c => c);

        Assert.Contains("稿件已送审", bench.Edit(id, "gongye.bianji").Find(".problem").TextContent);
    }

    [Fact]
    public void NewForm_IsInNoStore_BeforeItsFirstWord_AndInItWithThat()
    {
        var form = bench.New("karuo.bianji");
        Assert.DoesNotContain("已自动保存", form.Markup, StringComparison.Ordinal);
        Assert.Empty(Stored());

        form.Find("#field-Title").Change("昌都市\t统计\u200b公报");

        form.WaitForAssertion(() => Assert.Contains("已自动保存", form.Find(".save-state").TextContent));
        // What nobody sees stands in the box still, and is no difference.
        form.HoldsEveryField();
        Assert.Equal(("昌都市统计公报", bench.UnitOf("karuo.bianji")), Assert.Single(Stored()));
        form.Find("#field-Summary").Change("概述");
        bench.Store.Clock.Advance(DraftKeeper.Rest);
        form.WaitForAssertion(() => Assert.Equal("概述", bench.Item(1).Draft.Summary));
        Assert.Single(Stored());
    }

    [Fact]
    public void NewForm_WhoseAuthorConfirmsFirst_BeginsItsItem()
    {
        var form = bench.New("gongye.bianji");

        Button(form, ".bylines button", "我确认文责").Click();

        form.WaitForAssertion(() => Assert.Contains("本人已确认文责", form.Markup, StringComparison.Ordinal));
        Assert.True(bench.Item(1).Draft.Bylines.Single().Confirmed);
    }

    [Fact]
    public void NewForm_ForAUnitOfOthers_LooksLikeNothing()
    {
        bench.New("gongye.fuze");

        Assert.True(bench.FoundNothing);
    }

    [Fact]
    public async Task NewForm_FromAnEarlierItem_BearsItsWords_AndNeitherItsFilesNorItsAnswers()
    {
        var earlier = await bench.FilledAsync("gongye.bianji");
        await bench.SaveAsync(earlier, "gongye.bianji", c => c.Title = "2026年9月工业运行");
        await bench.MoveAsync(earlier, "gongye.bianji", c => c);

        var form = bench.New("gongye.bianji", from: earlier);

        form.WaitForAssertion(() => Assert.Equal("2026年10月工业运行", form.Find("h1").TextContent));
        Assert.Contains("文件、自查、确认、日期和编号没有带来", form.Find(".copied").TextContent, StringComparison.Ordinal);
        Assert.Empty(form.FindAll(".files li"));
        Assert.Empty(form.FindAll("[data-criterion] input:checked"));
        form.WaitForAssertion(() => Assert.Equal(2, Stored().Count));
        var begun = bench.Item(Newest());
        Assert.Equal(("反映三季度主要指标。", null, null), (begun.Draft.Summary, begun.Draft.FormedOn, begun.Number));
        Assert.All(Answers.FromJson(begun.DraftAnswersJson), a => Assert.Null(a.Yes));
        Assert.False(begun.Draft.Bylines.Single().Confirmed);
    }

    [Fact]
    public async Task AForm_IsKeptAsATemplate_AndBeginsTheNextOne()
    {
        var id = await bench.FilledAsync("gongye.bianji");
        var form = bench.Edit(id, "gongye.bianji");
        Button(form, ".template-saver button", "存为模板…").Click();
        form.Find(".template-saver input").Change("季度分析");
        form.Find(".template-saver form").Submit();
        form.WaitForAssertion(() => Assert.Contains("已存为模板“季度分析”", form.Find(".template-saver").TextContent));
        var template = Assert.Single(await bench.Store.Get<DraftTemplateService>().AllAsync(bench.By("gongye.bianji"), bench.Now));

        var next = bench.New("gongye.bianji", template: template.Id);

        next.WaitForAssertion(() => Assert.Equal("反映三季度主要指标。", next.Find("#field-Summary").GetAttribute("value")));
        Assert.Contains("模板“季度分析”", next.Find(".copied").TextContent, StringComparison.Ordinal);
    }

    private List<(string Title, int Unit)> Stored()
    {
        using var db = bench.Store.Look();
        return [.. db.Submissions.AsNoTracking().AsEnumerable().Select(s => (s.Title, s.UnitId))];
    }

    private int Newest()
    {
        using var db = bench.Store.Look();
        return db.Submissions.Max(s => s.Id);
    }

    private static void Check(IRenderedComponent<EditPage> form) =>
        Button(form, ".send-bar button", "检查并送审").Click(new MouseEventArgs());

    private static IElement Button(IRenderedComponent<EditPage> form, string where, string words) =>
        form.FindAll(where).First(b => b.TextContent.Trim() == words);
}
