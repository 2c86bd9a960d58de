using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Approval;

/// <summary>Authors are accounts: who stands in the byline answers for it under the own account, and signs no later step.</summary>
public sealed class AuthorTests
{
    [Theory]
    [InlineData("gongye.head", "section")]
    [InlineData("office.1", "office")]
    [InlineData("director", "director")]
    public async Task TypedName_OfAColleague_IsThatAccount_ConfirmsForItself_AndSignsNothing(string who, string step)
    {
        await using var given = await Given.BureauAsync();
        var name = given.By(who).Name;
        var id = await given.DraftAsync(
            RouteCodes.City,
            c =>
            {
                c.Major = true;
                c.Bylines.Add(new Byline { Name = $" {name}\u3000", Confirmed = true });
            }
        );
        var author = (await given.SubmissionAsync(id)).Draft.Bylines[^1];
        Assert.Equal((given.By(who).StaffId, name, false), (author.StaffId, author.Name, author.Confirmed));
        Assert.IsType<ContentIncomplete>((await given.DoAsync(id, "gongye.editor", MoveKind.Send)).Problem);
        await ConfirmAsync(given, id, who);
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Send));
        if (step == "section")
        {
            Assert.IsType<OwnWork>((await given.DoAsync(id, who, MoveKind.Approve)).Problem);
            return;
        }
        await given.WalkAsync(id, step);
        Assert.IsType<OwnWork>((await given.DoAsync(id, who, MoveKind.Approve)).Problem);
    }

    [Fact]
    public async Task TypedName_OfTwoColleagues_AsksWhichOfThem()
    {
        await using var given = await Given.BureauAsync();
        await NameAsync(given, "nongmu.head", "同名");
        await NameAsync(given, "office.2", "同名");
        var id = await given.DraftAsync(RouteCodes.City, c => c.Bylines.Add(new Byline { Name = "同名", Confirmed = true }));
        var problem = Assert.IsType<ContentIncomplete>((await given.DoAsync(id, "gongye.editor", MoveKind.Send)).Problem);
        Assert.Equal("本局有 2 人名为“同名”，请在署名作者中选择是哪一位。", problem.Missing[0].Text);
    }

    [Fact]
    public async Task TypedName_OfTwoColleagues_OneInTheOwnUnit_IsTheOwnUnits()
    {
        await using var given = await Given.BureauAsync();
        await NameAsync(given, "gongye.head", "同名");
        await NameAsync(given, "office.2", "同名");
        var id = await given.DraftAsync(RouteCodes.City, c => c.Bylines.Add(new Byline { Name = "同名" }));
        Assert.Equal(given.By("gongye.head").StaffId, (await given.SubmissionAsync(id)).Draft.Bylines[^1].StaffId);
    }

    [Fact]
    public async Task TypedName_OfAClosedAccount_IsSomebodyOutside()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(
            RouteCodes.City,
            c => c.Bylines.Add(new Byline { Name = given.By("closed").Name, Confirmed = true })
        );
        Assert.Null((await given.SubmissionAsync(id)).Draft.Bylines[^1].StaffId);
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Send));
    }

    [Fact]
    public async Task Account_WithAnotherName_IsPrintedUnderItsOwn()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(
            RouteCodes.City,
            c => c.Bylines.Add(new Byline { Name = "别的名字", StaffId = given.By("gongye.head").StaffId })
        );
        Assert.Equal(given.By("gongye.head").Name, (await given.SubmissionAsync(id)).Draft.Bylines[^1].Name);
    }

    [Fact]
    public async Task NameTyped_UnderAnEarlierProgram_IsCaughtAtSending_AndAtTheJudge()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City);
        await StoreAsync(given, id, given.By("gongye.head").Name);
        Assert.IsType<ContentIncomplete>((await given.DoAsync(id, "gongye.editor", MoveKind.Send)).Problem);

        var sent = await given.ItemAsync(RouteCodes.City, "section");
        await StoreAsync(given, sent, given.By("gongye.head").Name);
        Assert.IsType<OwnWork>((await given.DoAsync(sent, "gongye.head", MoveKind.Approve)).Problem);
        Given.Must(await given.DoAsync(sent, "gongye.editor-head", MoveKind.Approve));
    }

    [Theory]
    [InlineData("title")]
    [InlineData("summary")]
    [InlineData("file")]
    public async Task Confirmation_EndsWhenTheTextChanges(string what)
    {
        await using var given = await Given.BureauAsync();
        var id = await WithHeadAsync(given);
        if (what == "file")
        {
            await given.UploadAsync(id, "附表.txt", "附表", "gongye.editor");
        }
        else
        {
            await given.EditAsync(
                id,
                "gongye.editor",
                c => (c.Title, c.Summary) = what == "title" ? (c.Title + "简况", c.Summary) : (c.Title, c.Summary + "增长。")
            );
        }
        var send = given.Whole(MoveKind.Send, "edit", (await given.SubmissionAsync(id)).Version);
        var problem = Assert.IsType<ContentIncomplete>(
            (await given.Get<ApprovalService>().DecideAsync(id, send, null, given.By("gongye.editor"), given.Now)).Problem
        );
        Assert.Contains("请重新确认", problem.Missing[0].Text, StringComparison.Ordinal);
        Assert.True((await given.Get<ItemQueries>().FindAsync(id, given.By("gongye.head"), given.Now))!.MayConfirm);
        await given.ConfirmAgainAsync(id, "gongye.editor");
        Given.Must(await given.Get<ApprovalService>().DecideAsync(id, send, null, given.By("gongye.editor"), given.Now));
    }

    [Fact]
    public async Task Confirmation_StaysWhenOnlyARemarkChanges()
    {
        await using var given = await Given.BureauAsync();
        var id = await WithHeadAsync(given);
        await given.EditAsync(id, "gongye.editor", c => c.Remarks = "版面已调整");
        Assert.False((await given.Get<ItemQueries>().FindAsync(id, given.By("gongye.head"), given.Now))!.MayConfirm);
    }

    [Fact]
    public async Task Author_ConfirmsNoTextThatChangedWhileReading()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, c => c.Bylines.Add(new Byline { Name = given.By("nongmu.head").Name }));
        var read = (await given.Get<ItemQueries>().FindAsync(id, given.By("nongmu.head"), given.Now))!;
        Assert.True(read.MayConfirm);
        await given.EditAsync(id, "gongye.editor", c => c.Title += "简况");
        var outcome = await given.Get<DraftService>().ConfirmBylineAsync(id, given.By("nongmu.head"), given.Now, read.AuthorshipOver);
        Assert.IsType<TextChangedMeanwhile>(outcome.Problem);
    }

    [Fact]
    public async Task Editor_WhoIsAnAuthor_ConfirmsNoDraftThatWasSavedElsewhereMeanwhile()
    {
        await using var given = await Given.BureauAsync();
        var (who, drafts) = (given.By("gongye.editor"), given.Get<DraftService>());
        var id = await given.DraftAsync(RouteCodes.City, c => c.Bylines.Add(new Byline { Name = who.Name }));
        var shown = (await given.SubmissionAsync(id)).DraftVersion;
        await given.EditAsync(id, "gongye.editor", c => c.Title += "简况");
        var stored = await given.SubmissionAsync(id);

        Assert.IsType<DraftChangedElsewhere>((await drafts.ConfirmBylineAsync(id, who, given.Now, version: shown)).Problem);
        Assert.Equal(stored.DraftJson, (await given.SubmissionAsync(id)).DraftJson);
        Given.Must(await drafts.ConfirmBylineAsync(id, who, given.Now, version: stored.DraftVersion));
    }

    [Fact]
    public async Task Author_OfAnotherUnit_IsReminded_AndReadsTheTextOnlyWhileItIsToBeConfirmed()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, c => c.Bylines.Add(new Byline { Name = given.By("nongmu.head").Name }));
        Assert.Equal(1, await given.RemindedAsync($"byline/{id}/1", "nongmu.head"));
        await ConfirmAsync(given, id, "nongmu.head");
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Send));
        Assert.Null(await given.Get<ItemQueries>().FindAsync(id, given.By("nongmu.head"), given.Now));
    }

    [Fact]
    public async Task SavingTheForm_ConfirmsForNobody_NotEvenForWhoeverSaves()
    {
        await using var given = await Given.BureauAsync();
        var (who, drafts) = (given.By("gongye.editor"), given.Get<DraftService>());
        var id = await given.DraftAsync(
            RouteCodes.City,
            c => c.Bylines = [new Byline { Name = who.Name, StaffId = who.StaffId }, new Byline { Name = "院校专家" }]
        );
        var item = await given.SubmissionAsync(id);
        var content = item.Draft;
        content.Bylines.ForEach(b => (b.Confirmed, b.ConfirmedOver) = (true, null));
        Given.Must(await drafts.SaveAsync(id, content, item.DraftAnswersJson, item.SubjectId, item.DraftVersion, who, given.Now));

        var saved = (await given.SubmissionAsync(id)).Draft.Bylines;
        Assert.False(saved[0].Confirmed);
        // A consent that says not for which text counts for none.
        Assert.Null(saved[1].ConfirmedOver);
        Assert.Equal(
            0,
            await given.ReadAsync(db =>
                db.Set<Disclosure.Core.Audit.AuditEntry>().CountAsync(e => e.SubmissionId == id && e.Action == "item.byline")
            )
        );
        Given.Must(await drafts.ConfirmBylineAsync(id, who, given.Now));
        Assert.True((await given.SubmissionAsync(id)).Draft.Bylines[0].Confirmed);
    }

    [Fact]
    public async Task Author_WhoseConfirmationHasEnded_IsToldAgain_ForEachTextOnce()
    {
        await using var given = await Given.BureauAsync();
        var id = await WithHeadAsync(given);
        var before = await given.RemindedAsync($"byline/{id}/", "gongye.head");
        Assert.Equal(before, await given.RemindedAsync($"byline/{id}/", "gongye.head"));
        await given.EditAsync(id, "gongye.editor", c => c.Title += "简况");
        Assert.Equal(before + 1, await given.RemindedAsync($"byline/{id}/", "gongye.head"));
        await given.UploadAsync(id, "附表.txt", "附表", "gongye.editor");
        Assert.Equal(before + 2, await given.RemindedAsync($"byline/{id}/", "gongye.head"));
        Assert.Equal(before + 2, await given.RemindedAsync($"byline/{id}/", "gongye.head"));
    }

    [Fact]
    public async Task NobodySignsTwoLevels_ForThemselvesAndAsDelegate()
    {
        await using var given = await Given.BureauAsync();
        // The section's head may sign for the director as well.
        await DelegateAsync(given, "director", "gongye.head", Duty.Director);
        var id = await given.ItemAsync(RouteCodes.City, "director", c => c.Major = true);
        Assert.Equal(new TwoLevelsByOnePerson("科室负责人复审"), (await given.DoAsync(id, "gongye.head", MoveKind.Approve)).Problem);
        Assert.Equal(new TwoLevelsByOnePerson("科室负责人复审"), (await given.DoAsync(id, "gongye.head", MoveKind.Decline)).Problem);
        Given.Must(await given.DoAsync(id, "director", MoveKind.Approve));
    }

    [Fact]
    public async Task NobodySignsTwoLevels_AsDelegateForTwo()
    {
        await using var given = await Given.BureauAsync();
        await DelegateAsync(given, "director", "delegate", Duty.Director);
        var id = await given.ItemAsync(RouteCodes.City, "deputy", c => c.Major = true);
        Given.Must(await given.DoAsync(id, "delegate", MoveKind.Approve));
        Assert.IsType<TwoLevelsByOnePerson>((await given.DoAsync(id, "delegate", MoveKind.Approve)).Problem);
        Given.Must(await given.DoAsync(id, "director", MoveKind.Approve));
    }

    [Fact]
    public async Task NobodySignsTwoLevels_NorIsSignedForAtTwo()
    {
        await using var given = await Given.BureauAsync();
        await DelegateAsync(given, "director", "deputy", Duty.Director);
        var id = await given.ItemAsync(RouteCodes.City, "deputy", c => c.Major = true);
        Given.Must(await given.DoAsync(id, "delegate", MoveKind.Approve));
        Assert.IsType<TwoLevelsByOnePerson>((await given.DoAsync(id, "deputy", MoveKind.Approve)).Problem);
    }

    [Fact]
    public async Task SameStep_IsSignedAgainByTheSamePerson_InALaterRound()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        Given.Must(await given.DoAsync(id, "deputy", MoveKind.Return));
        await given.WalkAsync(id, "nowhere");
        Assert.Equal(ItemState.Published, (await given.SubmissionAsync(id)).State);
    }

    private static async Task<int> WithHeadAsync(Given given)
    {
        var id = await given.DraftAsync(RouteCodes.City, c => c.Bylines.Add(new Byline { Name = given.By("gongye.head").Name }));
        await ConfirmAsync(given, id, "gongye.head");
        await given.ConfirmAgainAsync(id, "gongye.editor");
        return id;
    }

    private static async Task ConfirmAsync(Given given, int id, string who) =>
        Given.Must(await given.Get<DraftService>().ConfirmBylineAsync(id, given.By(who), given.Now));

    private static async Task NameAsync(Given given, string who, string name)
    {
        var staff = given.By(who).StaffId;
        Given.Must(
            await given
                .Get<WriteGate>()
                .WriteAsync<int>(async db =>
                {
                    (await db.Staff.FirstAsync(s => s.Id == staff)).Name = name;
                    return 1;
                })
        );
    }

    private static async Task DelegateAsync(Given given, string principal, string deputy, Duty duty)
    {
        var delegation = new Delegation
        {
            PrincipalId = given.By(principal).StaffId,
            DeputyId = given.By(deputy).StaffId,
            Duty = duty,
            From = given.Today.AddDays(-1),
            Until = given.Today.AddYears(1),
            ScanSha256 = new string('0', 64),
        };
        delegation.Confirm(DelegationConfirmation.Principal, given.By(principal).Name, given.Now);
        Given.Must(
            await given
                .Get<WriteGate>()
                .WriteAsync<int>(db =>
                {
                    db.Add(delegation);
                    return Task.FromResult<Disclosure.Core.Common.Outcome<int>>(1);
                })
        );
    }

    // As the version before stored it: a name and nothing else, in the draft and in what was sent.
    private static async Task StoreAsync(Given given, int id, string name) =>
        Given.Must(
            await given
                .Get<WriteGate>()
                .WriteAsync<int>(async db =>
                {
                    var item = await db.Submissions.FirstAsync(s => s.Id == id);
                    var content = item.Draft;
                    content.Bylines.Add(new Byline { Name = name, Confirmed = true });
                    item.SaveDraft(content, item.DraftAnswersJson, given.Now);
                    if (await db.Revisions.FirstOrDefaultAsync(r => r.Id == item.RevisionId) is { } sent)
                    {
                        sent.ContentJson = content.ToJson();
                    }
                    return 1;
                })
        );
}
