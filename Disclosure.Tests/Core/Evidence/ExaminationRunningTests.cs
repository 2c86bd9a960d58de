using Disclosure.Core.Approval;
using Disclosure.Core.Evidence;
using Disclosure.Core.Examiner;
using Disclosure.Core.Files.Reading;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Evidence;

/// <summary>
/// What waits is found whatever happened to the files meanwhile, once for each content, and a file that fails costs nobody else anything.
/// </summary>
public sealed class ExaminationRunningTests
{
    [Fact]
    public async Task AfterAFileWasTakenOut_TheOthersAreLookedAtTogetherAgain()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, body: "甲");
        var file = await given.UploadAsync(id, "附表.txt", "乙", "gongye.editor");
        var (told, examinations) = Examiner(given);
        await RunAsync(examinations);
        Given.Must(await given.Get<DraftService>().RemoveFileAsync(id, file, given.By("gongye.editor"), given.Now));
        Assert.False((await ShownAsync(given, id)).IsReady);
        await RunAsync(examinations);
        Assert.True((await ShownAsync(given, id)).IsReady);
        Assert.Equal(["正文.txt", "附表.txt"], told.Seen);
    }

    [Fact]
    public async Task AFileThatWasExaminedElsewhere_WaitsForItsPlaceBesideTheOthers()
    {
        await using var given = await Given.BureauAsync();
        var (_, examinations) = Examiner(given);
        await given.DraftAsync(RouteCodes.City, body: "两处都有");
        var id = await given.DraftAsync(RouteCodes.City, body: "甲");
        await RunAsync(examinations);
        // The file was begun before the others were looked at together and finished after.
        await given.UploadAsync(id, "附表.txt", "两处都有", "gongye.editor");
        await given.TamperAsync("UPDATE ItemFiles SET AddedAt = '2026-01-01 00:00:00' WHERE Name = '附表.txt'");
        Assert.Equal(id, await examinations.RunNextAsync());
        Assert.True((await ShownAsync(given, id)).IsReady);
    }

    [Fact]
    public async Task EqualBytesUnderAnotherExtension_AreExaminedForThemselves()
    {
        await using var given = await Given.BureauAsync();
        var (told, examinations) = Examiner(given);
        var id = await given.DraftAsync(RouteCodes.City, body: "一,二");
        await RunAsync(examinations);
        var other = await given.DraftAsync(RouteCodes.City, body: "别的");
        await given.UploadAsync(other, "表.csv", "一,二", "gongye.editor");
        await RunAsync(examinations);
        Assert.Contains("表.csv", told.Seen);
        Assert.Equal(
            [".CSV", ".TXT"],
            await given.ReadAsync(db =>
                db.Examinations.Join(db.ItemFiles.Where(f => f.SubmissionId == id), e => e.Sha256, f => f.Sha256, (e, _) => e.Extension)
                    .Order()
                    .ToListAsync()
            )
        );
    }

    [Fact]
    public async Task AFileThatFailsTwice_IsNotExamined_AndNobodyWaitsBehindIt()
    {
        await using var given = await Given.BureauAsync();
        var earlier = await given.DraftAsync(RouteCodes.City, body: "好的");
        var id = await given.DraftAsync(RouteCodes.City, body: "坏的");
        await given.UploadAsync(id, "坏.txt", "坏", "gongye.editor");
        var (told, examinations) = Examiner(given);
        told.Before = name => name == "坏.txt" ? throw new ArithmeticException() : Task.CompletedTask;
        await RunAsync(examinations);
        Assert.Equal(2, told.Seen.Count(n => n == "坏.txt"));
        var file = (await ShownAsync(given, id)).Files.Single(f => f.Name == "坏.txt");
        Assert.Equal((CoverageState.NotExamined, true), (file.State, file.IsReady));
        Assert.StartsWith("未能检查：", file.Line, StringComparison.Ordinal);
        Assert.NotEmpty(file.Advice);
        Assert.True((await ShownAsync(given, earlier)).IsReady);
    }

    [Fact]
    public async Task AFileThatFailsOnce_IsTriedAgainAtOnce()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, body: "A B3-1 甲");
        var (told, examinations) = Examiner(given);
        told.Before = _ => told.Seen.Count == 1 ? throw new IOException() : Task.CompletedTask;
        await RunAsync(examinations);
        Assert.Single((await ShownAsync(given, id)).Rows);
    }

    [Fact]
    public async Task WhoMayNotReadAnItem_LetsNothingBeExamined()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City);
        Assert.False((await given.DoAsync(id, "karuo.editor", MoveKind.Send)).Ok);
        Assert.Equal(0, await given.ReadAsync(db => db.Examinations.CountAsync()));
    }

    [Fact]
    public async Task AStepWithoutReview_WaitsForNoExamination()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.County, "county-chief");
        await given.TamperAsync("DELETE FROM Examinations; DELETE FROM ItemExaminations");
        Given.Must(await given.DoAsync(id, "karuo.chief", MoveKind.Approve));
        Assert.Equal(0, await given.ReadAsync(db => db.Examinations.CountAsync()));
    }

    [Fact]
    public async Task TwoWhoWantTheSameFile_KeepOneExamination()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City);
        var (_, examinations) = Examiner(given);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => examinations.EnsureAsync(id))));
        Assert.Equal(
            (1, 1),
            (await given.ReadAsync(db => db.Examinations.CountAsync()), await given.ReadAsync(db => db.ItemExaminations.CountAsync()))
        );
    }

    [Fact]
    public async Task FilesAreTakenOneByOne_SoThatAPageShowsHowFarItHasCome()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, body: "甲");
        await given.UploadAsync(id, "附表.txt", "乙", "gongye.editor");
        var (_, examinations) = Examiner(given);
        Assert.Equal(id, await examinations.RunNextAsync());
        Assert.Equal([true, false], (await ShownAsync(given, id)).Files.Select(f => f.IsReady));
        Assert.Equal(id, await examinations.RunNextAsync());
        Assert.True((await ShownAsync(given, id)).IsReady);
        Assert.Null(await examinations.RunNextAsync());
    }

    [Fact]
    public async Task APatternThatMatchesNothingAtAll_IsRefused()
    {
        await using var given = await Given.BureauAsync();
        var refused = await given
            .Get<ExaminerSettingsService>()
            .SaveAsync(ExaminerSettings.Usual with { OwnPatterns = ["甲*"] }, "试", 1, given.By("admin.security"), given.Now);
        Assert.Equal("OwnPatterns", refused.Problem?.Field);
    }

    private static (ToldExaminer Told, ExaminationService Examinations) Examiner(Given given)
    {
        var told = new ToldExaminer();
        return (told, given.ExaminedBy(told));
    }

    private static async Task RunAsync(ExaminationService examinations)
    {
        for (var left = 20; await examinations.RunNextAsync() is not null; left--)
        {
            Assert.True(left > 0, "It never ends.");
        }
    }

    private static async Task<ItemEvidence> ShownAsync(Given given, int id) =>
        (await given.Get<EvidenceQueries>().ForItemAsync(id, given.By("gongye.editor"), given.Now))!;
}
