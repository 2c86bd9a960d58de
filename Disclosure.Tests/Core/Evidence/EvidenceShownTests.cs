using Disclosure.Core.Approval;
using Disclosure.Core.Evidence;
using Disclosure.Core.Examiner;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Evidence;

/// <summary>
/// What an item's page shows of the evidence: as it stands while the item is under way, as it was signed once that has ended, new things
/// first.
/// </summary>
public sealed class EvidenceShownTests
{
    [Fact]
    public async Task AnEndedItem_ShowsTheEvidenceAsItWasSigned_WhateverTheRulesHaveBecome()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, body: "B B3-5 甲");
        await given.ExaminedBy(new ToldExaminer()).EnsureAsync(id);
        await given.WalkAsync(id, "never");
        Given.Must(
            await given
                .Get<ExaminerSettingsService>()
                .SaveAsync(ExaminerSettings.Usual with { Persons = 5 }, "试", 1, given.By("admin.security"), given.Now)
        );

        var shown = await ShownAsync(given, id);

        Assert.True(shown.IsReady);
        Assert.Equal((1, "甲"), (shown.RulesVersion, Assert.Single(shown.Rows).Masked));
    }

    [Fact]
    public async Task AnEndedItem_IsNotExaminedAnew()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, body: "B B3-5 甲");
        await given.ExaminedBy(new ToldExaminer()).EnsureAsync(id);
        await given.WalkAsync(id, "never");
        Assert.IsType<ItemHasEnded>((await given.Get<EvidenceService>().RerunAsync(id, given.By("gongye.editor"), given.Now)).Problem);
        Assert.Single((await ShownAsync(given, id)).Rows);
    }

    [Fact]
    public async Task WhatANameGivesAway_IsNotNewBecauseAnotherFileCame()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, body: "甲");
        await given.UploadAsync(id, "内部资料.txt", "乙", "gongye.editor");
        await SayAllAsync(given, id);
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Send));
        Given.Must(await given.DoAsync(id, "gongye.head", MoveKind.Return));
        await given.UploadAsync(id, "附表.txt", "丙", "gongye.editor");
        await given.ExaminedBy(new ToldExaminer()).EnsureAsync(id);
        var rows = (await ShownAsync(given, id)).Rows;
        Assert.Contains(rows, r => r.FileName == "内部资料.txt");
        Assert.DoesNotContain(rows, r => r.IsNew);
    }

    [Fact]
    public async Task AfterTheRulesChanged_WhatTheLastVersionHadIsStillKnown()
    {
        await using var given = await Given.BureauAsync();
        var id = await ReplacedAsync(given);
        Given.Must(
            await given
                .Get<ExaminerSettingsService>()
                .SaveAsync(ExaminerSettings.Usual with { Persons = 5 }, "试", 1, given.By("admin.security"), given.Now)
        );
        await given.ExaminedBy(new ToldExaminer()).EnsureAsync(id);
        Assert.Equal([("乙", true), ("甲", false)], (await ShownAsync(given, id)).Rows.Select(r => (r.Masked, r.IsNew)));
    }

    [Fact]
    public async Task WhereTheLastVersionWasNeverExamined_NothingCountsAsNew()
    {
        await using var given = await Given.BureauAsync();
        var id = await ReplacedAsync(given);
        await given.TamperAsync("DELETE FROM Examinations; DELETE FROM ItemExaminations");
        await given.ExaminedBy(new ToldExaminer()).EnsureAsync(id);
        Assert.DoesNotContain((await ShownAsync(given, id)).Rows, r => r.IsNew);
    }

    [Fact]
    public async Task WhatWasPublishedMeanwhile_IsHeldAgainstTheItemBeforeAnybodySigns()
    {
        await using var given = await Given.BureauAsync();
        var (first, second) = (await given.DraftAsync(RouteCodes.City), await given.DraftAsync(RouteCodes.City));
        await given.WalkAsync(second, "section");
        Assert.True((await ShownAsync(given, second)).IsReady);
        await given.WalkAsync(first, "never");
        Assert.False((await ShownAsync(given, second)).IsReady);
        await given.Get<ExaminationService>().EnsureAsync(second);
        Assert.True((await ShownAsync(given, second)).IsReady);
        await given.WalkAsync(second, "never");
        Assert.True((await ShownAsync(given, first)).IsReady);
    }

    [Fact]
    public async Task APartThatIsNotThere_ShowsTheFirst()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, body: "甲\n乙");
        var file = await given.ReadAsync(db => db.ItemFiles.Where(f => f.SubmissionId == id).Select(f => f.Id).FirstAsync());
        var shown = Given.Must(await given.Get<EvidencePreview>().ReadAsync(file, "没有的部分", 9, given.By("gongye.editor"), given.Now));
        Assert.Equal(shown.Parts[0].Name, shown.Part);
        Assert.Equal(["甲", "乙"], shown.Lines.Select(l => l.Text));
    }

    /// <summary>An item whose only file was replaced after a return: 甲 stays, 乙 is new.</summary>
    private static async Task<int> ReplacedAsync(Given given)
    {
        var id = await given.DraftAsync(RouteCodes.City, body: "B B3-5 甲");
        await given.ExaminedBy(new ToldExaminer()).EnsureAsync(id);
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Send));
        Given.Must(await given.DoAsync(id, "gongye.head", MoveKind.Return));
        var file = await given.ReadAsync(db =>
            db.ItemFiles.Where(f => f.SubmissionId == id && f.RevisionId == null).Select(f => f.Id).FirstAsync()
        );
        Given.Must(await given.Get<DraftService>().RemoveFileAsync(id, file, given.By("gongye.editor"), given.Now));
        await given.UploadAsync(id, "正文.txt", "B B3-5 甲\nB B3-5 乙", "gongye.editor");
        return id;
    }

    private static async Task SayAllAsync(Given given, int id)
    {
        await given.ExaminedBy(new ToldExaminer()).EnsureAsync(id);
        var keys = (await ShownAsync(given, id)).Rows.Select(r => r.Key).ToList();
        Given.Must(await given.Get<EvidenceService>().JudgeAsync(id, keys, false, "只是样稿", given.By("gongye.editor"), given.Now));
    }

    private static async Task<ItemEvidence> ShownAsync(Given given, int id) =>
        (await given.Get<EvidenceQueries>().ForItemAsync(id, given.By("gongye.editor"), given.Now))!;
}
