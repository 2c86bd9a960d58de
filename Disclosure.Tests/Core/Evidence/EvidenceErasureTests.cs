using Disclosure.Core.Approval;
using Disclosure.Core.Evidence;
using Disclosure.Core.Review;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Evidence;

/// <summary>Excerpts, places and remarks are content: where content goes they go in the same write, and nothing brings them back.</summary>
public sealed class EvidenceErasureTests
{
    private const string Excerpt = "摘录里的原文甲乙丙";
    private const string Remark = "判断里引用的原文丁戊己";
    private const string FileName = "名字里的原文庚辛壬";
    private const string Body = $"A B3-2 {Excerpt}";

    [Fact]
    public async Task AStop_TakesWhatEarlierSignaturesSaidOfTheEvidence()
    {
        await using var given = await Given.BureauAsync();
        var id = await JudgedAsync(given, "deputy");
        Assert.True(await HoldsAnyAsync(given));

        Given.Must(await given.DoAsync(id, "deputy", MoveKind.Stop));

        Assert.False(await HoldsAnyAsync(given));
        Assert.Equal(3, await given.ReadAsync(db => db.FindingJudgements.CountAsync(j => j.SubmissionId == id && !j.Holds)));
    }

    [Fact]
    public async Task AProcessedVersion_LeavesNothingOfWhatWasSaidOfTheOriginal()
    {
        await using var given = await Given.BureauAsync();
        var id = await JudgedAsync(given, "office");

        Given.Must(
            await given.HoldAsync(
                id,
                "office.1",
                HoldKind.Redaction,
                "",
                Given.AllNo,
                new() { Matters = [RedactedMatter.StateSecret] },
                OfficeFinding.DiscloseInPart
            )
        );

        Assert.False(await HoldsAnyAsync(given));
        var kept = (await given.SignaturesAsync(id)).First(s => s.Step == "section").Particulars.Evidence!;
        Assert.Equal([("X-B3-2", false)], kept.Select(w => (w.Rule, w.Holds)));
    }

    [Fact]
    public async Task AnotherItemWithTheSameFile_LosesItsRemarksOnIt_OnlyOnceTheOfficeHasConfirmed_AndNoOther()
    {
        const string Other = "与此无关的判断";
        await using var given = await Given.BureauAsync();
        var id = await JudgedAsync(given, "section");
        var twin = await given.DraftAsync(RouteCodes.City, body: Body);
        await given.UploadAsync(twin, "附表.txt", "A B3-3 别的", "gongye.editor");
        await ExamineAsync(given, twin);
        var rows = (await given.Get<EvidenceQueries>().ForItemAsync(twin, given.By("gongye.editor"), given.Now))!.Rows;
        await SayAsync(given, twin, [.. rows.Where(r => r.FileName == "附表.txt").Select(r => r.Key)], Other, "gongye.editor");
        await SayAsync(given, twin, [.. rows.Where(r => r.FileName == "正文.txt").Select(r => r.Key)], Remark, "gongye.editor");
        Given.Must(await given.DoAsync(twin, "gongye.editor", MoveKind.Send));

        Given.Must(await given.DoAsync(id, "gongye.head", MoveKind.Stop));

        Assert.Contains(Remark, (await given.SignaturesAsync(twin))[^1].Particulars.Evidence!.Select(w => w.Remark));
        Assert.DoesNotContain(
            (await given.Get<EvidenceQueries>().ForItemAsync(twin, given.By("gongye.editor"), given.Now))!.Rows,
            r => r.FileName == "正文.txt"
        );
        await given.ConfirmAllAsync();

        Assert.False(await HoldsAnyAsync(given));
        Assert.Contains(Other, (await given.SignaturesAsync(twin))[^1].Particulars.Evidence!.Select(w => w.Remark));
        Assert.True(await given.ReadAsync(db => db.FindingJudgements.AnyAsync(j => j.SubmissionId == twin && j.Remark == Other)));
    }

    [Fact]
    public async Task WhatIsErasedWhileItIsExamined_DoesNotComeBack()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, body: Body);
        var told = new ToldExaminer { Before = async _ => Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Stop)) };
        await given.ExaminedBy(told).EnsureAsync(id);
        Assert.False(await HoldsAnyAsync(given));
    }

    [Fact]
    public async Task AnOlderBackup_DoesNotBringExcerptsAndRemarksBack()
    {
        await using var given = await Given.BureauAsync();
        var id = await JudgedAsync(given, "section", sent: false);
        var copy = Path.Combine(given.Options.DataFolder, "备份.db");
        Given.Must(await given.Get<Backup>().SaveAsync(copy));
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Stop));

        Given.Must(await given.Get<Backup>().RestoreAsync(copy, given.Now));

        File.Delete(copy);
        Assert.False(await given.StoreHoldsAsync(Excerpt));
        Assert.False(await given.StoreHoldsAsync(Remark));
    }

    /// <summary>An item whose only finding everybody up to the step has set aside with a remark.</summary>
    private static async Task<int> JudgedAsync(Given given, string until, bool sent = true)
    {
        var id = await given.DraftAsync(RouteCodes.City, body: "不要紧");
        Given.Must(
            await given
                .Get<DraftService>()
                .RemoveFileAsync(
                    id,
                    await given.ReadAsync(db => db.ItemFiles.Where(f => f.SubmissionId == id).Select(f => f.Id).FirstAsync()),
                    given.By("gongye.editor"),
                    given.Now
                )
        );
        await given.UploadAsync(id, FileName + ".txt", Body, "gongye.editor");
        while (await given.SubmissionAsync(id) is var item && item.Step != until)
        {
            var who = Given.HolderOf(item.RouteCode, item.Step);
            await ExamineAsync(given, id);
            var keys = (await given.Get<EvidenceQueries>().ForItemAsync(id, given.By(who), given.Now))!.Rows.Select(r => r.Key).ToList();
            await SayAsync(given, id, keys, Remark, who);
            if (!sent)
            {
                break;
            }
            Given.Must(await given.DoAsync(id, who, Given.ForwardFrom(item.Step)));
        }
        await given.Get<BlobStore>().CheckpointAsync();
        return id;
    }

    private static Task<bool> ExamineAsync(Given given, int id) => given.ExaminedBy(new ToldExaminer()).EnsureAsync(id);

    private static async Task SayAsync(Given given, int id, IReadOnlyList<string> keys, string remark, string who) =>
        Given.Must(await given.Get<EvidenceService>().JudgeAsync(id, keys, false, remark, given.By(who), given.Now));

    private static async Task<bool> HoldsAnyAsync(Given given) =>
        await given.StoreHoldsAsync(Excerpt) || await given.StoreHoldsAsync(Remark) || await given.StoreHoldsAsync(FileName);
}
