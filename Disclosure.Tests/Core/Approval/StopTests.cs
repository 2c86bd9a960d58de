using System.Text;
using Disclosure.Core.Approval;
using Disclosure.Core.Review;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Approval;

public sealed class StopTests
{
    private const string Title = "某地区机密会议纪要甲乙丙";
    private const string Body = "绝不能留下的正文内容丁戊己";
    private const string Removed = "先传后删的附件内容庚辛壬";
    private const string FileName = "不能留下的文件名癸子丑";
    private const string Halfway = "只传了一半的内容寅卯辰";

    [Theory]
    [InlineData("edit")]
    [InlineData("section")]
    [InlineData("office")]
    [InlineData("deputy")]
    public async Task Stop_LeavesNothingOfTheContent_AnywhereInTheStore(string step)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, c => (c.Title, c.Summary) = (Title, Title + "概述"), body: Body);
        await given.UploadAsync(id, FileName + ".txt", Removed + "存", "gongye.editor");
        var removed = await given.UploadAsync(id, "附件.txt", Removed, "gongye.editor");
        Given.Must(await given.Get<DraftService>().RemoveFileAsync(id, removed, given.By("gongye.editor"), given.Now));
        await given.WalkAsync(id, step);
        if (step == "edit")
        {
            await UploadHalfAsync(given, id);
        }
        else
        {
            Given.Must(
                await given
                    .Get<TypingService>()
                    .SaveAsync(id, step, 1, $"{{\"text\":\"{Title}\"}}", given.By(Given.HolderOf(RouteCodes.City, step)), given.Now)
            );
        }
        Assert.True(await HoldsAnyAsync(given));
        var before = await given.SignaturesAsync(id);

        Given.Must(await given.DoAsync(id, Given.HolderOf(RouteCodes.City, step), MoveKind.Stop));

        Assert.False(await HoldsAnyAsync(given));
        var item = await given.SubmissionAsync(id);
        Assert.Equal(ItemState.Stopped, item.State);
        Assert.Equal(step == "edit" ? null : "昌统发审〔2026〕1号", item.Number);
        Assert.Equal(
            before.Select(s => (s.Step, s.StaffId, s.Fingerprint)),
            (await given.SignaturesAsync(id)).SkipLast(1).Select(s => (s.Step, s.StaffId, s.Fingerprint))
        );
    }

    [Fact]
    public async Task Stop_TakesTheWordsOfAHoldThatEndedBefore()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, c => (c.Title, c.Summary) = (Title, Title + "概述"), body: Body);
        await given.WalkAsync(id, "office");
        var undecided = Given.With(Criteria.Undecided, a => a with { Yes = true, Remark = Title, PublicComment = false });
        Given.Must(
            await given.DoAsync(
                id,
                "office.1",
                MoveKind.Hold,
                c =>
                    c with
                    {
                        Hold = HoldKind.Referral,
                        HoldCriterion = Criteria.Undecided,
                        Answers = undecided,
                        Text = $"报请确定：{Title}",
                    }
            )
        );
        var scan = await given.PaperAsync(id, "office.1", "答复");
        Given.Must(await given.EnterAsync(id, "office.1", _ => Given.Answered(scan)));
        var opened = await given.OpenHoldAsync(id);
        Given.Must(
            await given.DoAsync(id, "office.1", MoveKind.Resume, c => c with { Outcome = HoldOutcome.Cleared, Text = $"可以公开：{Title}" })
        );
        var closed = Assert.Single(await given.HoldsAsync(id));
        Assert.Equal((opened.Version + 1, $"报请确定：{Title}"), (closed.Version, closed.Reason));

        Given.Must(await given.DoAsync(id, "office.1", MoveKind.Stop));

        var erased = Assert.Single(await given.HoldsAsync(id));
        Assert.Equal(("（已清除）", "（已清除）", "{}"), (erased.Reason, erased.OutcomeText, erased.PapersJson));
        Assert.False(await HoldsAnyAsync(given));
    }

    [Fact]
    public async Task Stop_OfACountyItem_TakesTheScansOfTheSignedPageToo()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.County, "receipt");
        await given.ScanAsync(id, Body);
        await given.WalkAsync(id, "section");
        Given.Must(await given.DoAsync(id, "gongye.head", MoveKind.Stop));
        Assert.False(await given.StoreHoldsAsync(Body));
    }

    [Fact]
    public async Task Stop_TakesWhatReviewersWroteToo_AndLeavesWhatTheyDecided()
    {
        const string Words = "引用了涉密原文的一句话";
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        Given.Must(
            await given.DoAsync(
                id,
                "office.1",
                MoveKind.Approve,
                c => c with { Text = Words, FindingBasis = Words, Answers = [.. Given.AllNo.Select(a => a with { Remark = Words })] }
            )
        );
        Assert.True(await given.StoreHoldsAsync(Words));
        Given.Must(await given.DoAsync(id, "deputy", MoveKind.Stop));
        Assert.False(await given.StoreHoldsAsync(Words));
        var office = (await given.SignaturesAsync(id)).Single(s => s.Step == "office");
        Assert.Equal((OfficeFinding.Disclose, 5), (office.Particulars.Finding, office.Answers.Count(a => a.Yes == false)));
    }

    [Fact]
    public async Task SameBytes_AreRefusedEverAfter_InEveryItem()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, body: Body);
        var row = (await given.Get<ItemQueries>().FindAsync(id, given.By("gongye.editor"), given.Now))!.Files[0];
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Stop));
        var other = await given.DraftAsync(RouteCodes.County);
        Assert.IsType<ContentErasedBefore>((await given.TryUploadAsync(other, "换个名字.txt", Body, "karuo.editor")).Problem);
        Assert.False((await given.Get<DraftService>().RestoreFileAsync(other, row, given.By("karuo.editor"), given.Now)).Ok);
        Assert.False(await given.StoreHoldsAsync(Body));
    }

    [Fact]
    public async Task Stop_NeedsTheAnswerItRestsOn()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        Assert.IsType<NothingToStop>((await given.DoAsync(id, "office.1", MoveKind.Stop, c => c with { Answers = Given.AllNo })).Problem);
        Assert.IsType<NothingToStop>(
            (await given.DoAsync(id, "office.1", MoveKind.Stop, c => c with { Answers = Given.Declassifiable })).Problem
        );
    }

    [Theory]
    [InlineData("edit", MoveKind.Send)]
    [InlineData("section", MoveKind.Approve)]
    [InlineData("office", MoveKind.Approve)]
    [InlineData("deputy", MoveKind.Approve)]
    public async Task UnexpiredMarking_MovesNothingForward(string step, MoveKind kind)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, step);
        Assert.IsType<MustStop>(
            (await given.DoAsync(id, Given.HolderOf(RouteCodes.City, step), kind, c => c with { Answers = Given.StillClassified })).Problem
        );
        Assert.Equal(step, (await given.SubmissionAsync(id)).Step);
    }

    private static async Task UploadHalfAsync(Given given, int id)
    {
        var (blobs, owner) = (given.Get<BlobStore>(), given.By("gongye.editor").StaffId);
        var bytes = Encoding.UTF8.GetBytes(Halfway);
        var upload = Given.Must(await blobs.StartAsync("未完.txt", bytes.Length + 100, owner, DraftService.UploadPurpose(id)));
        Given.Must(await blobs.AppendAsync(upload, owner, 0, new MemoryStream(bytes)));
    }

    private static async Task<bool> HoldsAnyAsync(Given given)
    {
        foreach (var text in (string[])[Title, Body, Removed, FileName, Halfway])
        {
            if (await given.StoreHoldsAsync(text))
            {
                return true;
            }
        }
        return false;
    }
}
