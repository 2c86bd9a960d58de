using Disclosure.Core.Approval;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Approval;

public sealed class ReturnTests
{
    [Fact]
    public async Task ReturnInFull_OpensANewRound_AndEverySignatureIsGivenAgain()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        var number = (await given.SubmissionAsync(id)).Number;
        Given.Must(await given.DoAsync(id, "deputy", MoveKind.Return, c => c with { Text = "第三部分数据与季报不一致。" }));
        var item = await given.SubmissionAsync(id);
        Assert.Equal((ItemState.Returned, "edit", 2, null), (item.State, item.Step, item.Round, item.ResumeAt));
        Assert.DoesNotContain(await given.SignaturesAsync(id), s => s.Standing);
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Send));
        Assert.Equal("section", (await given.SubmissionAsync(id)).Step);
        await given.WalkAsync(id, "nowhere");
        item = await given.SubmissionAsync(id);
        Assert.Equal((ItemState.Published, number), (item.State, item.Number));
    }

    [Fact]
    public async Task Return_ReopensTheAnswers_AndKeepsTheRemarks()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City);
        var item = await given.SubmissionAsync(id);
        var remarked = Answers.ToJson(Given.With("B3-5", a => a with { Remark = "已汇总到县，不能识别单个企业" }));
        Given.Must(
            await given
                .Get<DraftService>()
                .SaveAsync(id, item.Draft, remarked, null, item.DraftVersion, given.By("gongye.editor"), given.Now)
        );
        await given.WalkAsync(id, "section");
        Given.Must(await given.DoAsync(id, "gongye.head", MoveKind.Return));
        var answers = (await given.CaseAsync(id)).EditorAnswers;
        Assert.All(answers, a => Assert.Null(a.Yes));
        Assert.Equal("已汇总到县，不能识别单个企业", answers.Single(a => a.Criterion == "B3-5").Remark);
    }

    [Fact]
    public async Task ReturnForFormat_ComesStraightBack_AndCarriesTheOthersOver()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        Given.Must(await given.DoAsync(id, "deputy", MoveKind.Return, c => c with { FormatOnly = true }));
        await given.EditAsync(id, "gongye.editor", c => c.Remarks = "版面已调整");
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Send));
        var item = await given.SubmissionAsync(id);
        Assert.Equal(("deputy", 2), (item.Step, item.Round));
        Given.Must(await given.DoAsync(id, "deputy", MoveKind.Approve));
        var standing = (await given.CaseAsync(id)).Standing.ToList();
        Assert.Equal(["section", "office"], standing.Where(s => s.CarriedOver).Select(s => s.Step));
        Assert.Equal(["edit", "deputy"], standing.Where(s => s.Round == 2).Select(s => s.Step));
        await given.WalkAsync(id, "nowhere");
        Assert.Equal(ItemState.Published, (await given.SubmissionAsync(id)).State);
    }

    [Fact]
    public async Task ReturnForFormat_OfACountyItem_IsSignedByTheCountyChiefAgain()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.County, "office");
        Given.Must(await given.DoAsync(id, "office.1", MoveKind.Return, c => c with { FormatOnly = true }));
        Given.Must(await given.DoAsync(id, "karuo.editor", MoveKind.Send));
        Assert.Equal("county-chief", (await given.SubmissionAsync(id)).Step);
        Given.Must(await given.DoAsync(id, "karuo.chief", MoveKind.Approve));
        Assert.Equal("office", (await given.SubmissionAsync(id)).Step);
    }

    [Fact]
    public async Task ReturnInFull_OnTheStraightWayBack_ClosesTheShortWay()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        Given.Must(await given.DoAsync(id, "deputy", MoveKind.Return, c => c with { FormatOnly = true }));
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Send));
        Given.Must(await given.DoAsync(id, "deputy", MoveKind.Return, c => c with { ReturnTo = "section" }));
        Given.Must(await given.DoAsync(id, "gongye.head", MoveKind.Approve));
        Assert.Equal("office", (await given.SubmissionAsync(id)).Step);
        await given.WalkAsync(id, "nowhere");
        Assert.Equal(ItemState.Published, (await given.SubmissionAsync(id)).State);
    }

    [Fact]
    public async Task ReturnForFormat_MendedByTheReviewer_IsReviewedBySomebodyElse()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section");
        Given.Must(await given.DoAsync(id, "gongye.editor-head", MoveKind.Approve));
        await given.WalkAsync(id, "deputy");
        Given.Must(await given.DoAsync(id, "deputy", MoveKind.Return, c => c with { FormatOnly = true }));
        await given.EditAsync(id, "gongye.editor-head", c => c.Remarks = "版面已调整");
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Send));
        Assert.Equal("section", (await given.SubmissionAsync(id)).Step);
        Assert.IsType<OwnWork>((await given.DoAsync(id, "gongye.editor-head", MoveKind.Approve)).Problem);
        Given.Must(await given.DoAsync(id, "gongye.head", MoveKind.Approve));
        Assert.Equal("deputy", (await given.SubmissionAsync(id)).Step);
    }

    [Fact]
    public async Task ReturnForFormat_SentByTheReviewer_IsReviewedBySomebodyElse()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section");
        Given.Must(await given.DoAsync(id, "gongye.editor-head", MoveKind.Approve));
        Given.Must(await given.DoAsync(id, "office.1", MoveKind.Return, c => c with { FormatOnly = true }));
        Given.Must(await given.DoAsync(id, "gongye.editor-head", MoveKind.Send));
        Assert.Equal("section", (await given.SubmissionAsync(id)).Step);
    }

    [Theory]
    [InlineData("platform", true, "edit", typeof(FormatOnlyNotHere))]
    [InlineData("deputy", true, "section", typeof(FormatOnlyNotHere))]
    [InlineData("deputy", false, "deputy", typeof(CannotReturnThere))]
    [InlineData("deputy", false, "platform", typeof(CannotReturnThere))]
    [InlineData("deputy", false, "receipt", typeof(CannotReturnThere))]
    [InlineData("platform", false, "director", typeof(CannotReturnThere))]
    public async Task Return_ToWhereItMayNotGo_IsRefused(string from, bool formatOnly, string to, Type problem)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, from);
        var outcome = await given.DoAsync(
            id,
            Given.HolderOf(RouteCodes.City, from),
            MoveKind.Return,
            c => c with { FormatOnly = formatOnly, ReturnTo = to }
        );
        Assert.IsType(problem, outcome.Problem);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \u3000\n")]
    public async Task Return_WithoutAReason_IsRefused(string reason)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        Assert.IsType<ReasonNeeded>((await given.DoAsync(id, "office.1", MoveKind.Return, c => c with { Text = reason })).Problem);
    }

    [Fact]
    public async Task Typed_ButNotSigned_IsKeptThroughARefusal_AndGoneAfterTheSignature()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        var typing = given.Get<TypingService>();
        Given.Must(await typing.SaveAsync(id, "office", 1, "{\"text\":\"已核\"}", given.By("office.1"), given.Now));
        Assert.False((await given.DoAsync(id, "office.1", MoveKind.Approve, c => c with { Finding = null })).Ok);
        var items = given.Get<ItemQueries>();
        Assert.Equal("{\"text\":\"已核\"}", (await items.FindAsync(id, given.By("office.1"), given.Now))!.TypedJson);
        Given.Must(await given.DoAsync(id, "office.1", MoveKind.Approve));
        Assert.Equal(0, await given.ReadAsync(db => Task.FromResult(db.DecisionDrafts.Count())));
    }
}
