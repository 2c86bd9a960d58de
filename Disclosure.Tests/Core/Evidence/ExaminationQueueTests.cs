using Disclosure.Core.Common;
using Disclosure.Core.Evidence;
using Disclosure.Core.Examiner;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Evidence;

/// <summary>
/// The examiner is told of a changed file once it is committed; while none changes it asks the store nothing, and a long queue costs each
/// file the same.
/// </summary>
public sealed class ExaminationQueueTests
{
    [Fact]
    public async Task WhileNoFileChanges_TheStoreIsAskedNothing()
    {
        await using var given = await Given.BureauAsync();
        await given.DraftAsync(RouteCodes.City, body: "甲");
        var examinations = given.ExaminedBy(new ToldExaminer());
        await RunAsync(examinations);
        await examinations.ForgetWhatLeftAsync();
        using var asked = new Asked(given);
        await given.SubmissionAsync(1);
        Assert.NotEqual(0, asked.Take());
        for (var round = 0; round < 30; round++)
        {
            Assert.Null(await examinations.RunNextAsync());
            await examinations.ForgetWhatLeftAsync();
        }
        Assert.Equal(0, asked.Take());
    }

    [Fact]
    public async Task AnUploadWakesTheExaminer_AfterItIsCommitted()
    {
        await using var given = await Given.BureauAsync();
        var (queue, woken) = (given.Get<ExaminationQueue>(), 0);
        var examinations = given.ExaminedBy(new ToldExaminer());
        await RunAsync(examinations);
        queue.Woken += () => woken++;
        var id = await given.DraftAsync(RouteCodes.City);
        Assert.True(woken > 0);
        Assert.Equal(id, await examinations.RunNextAsync());
    }

    [Fact]
    public async Task AChangeThatIsRefused_WakesNobody()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City);
        var (queue, woken) = (given.Get<ExaminationQueue>(), 0);
        await RunAsync(given.ExaminedBy(new ToldExaminer()));
        queue.Woken += () => woken++;
        var refused = await given
            .Get<WriteGate>()
            .WriteAsync<Done>(async db =>
            {
                db.ItemFiles.First(f => f.SubmissionId == id).Name = "别的.txt";
                await db.SaveChangesAsync();
                return new NotFound();
            });
        Assert.False(refused.Ok);
        Assert.Equal((0, false), (woken, queue.Any));
    }

    [Fact]
    public async Task OfALongQueue_EachFileCostsTheSame_TheNewestItemFirst()
    {
        await using var given = await Given.BureauAsync();
        var ids = new List<int>();
        for (var n = 0; n < 12; n++)
        {
            ids.Add(await given.DraftAsync(RouteCodes.City, body: $"第 {n} 件"));
        }
        var examinations = given.ExaminedBy(new ToldExaminer());
        using var asked = new Asked(given);
        var (taken, costs) = (new List<int>(), new List<int>());
        while (await examinations.RunNextAsync() is { } id)
        {
            taken.Add(id);
            costs.Add(asked.Take());
        }
        Assert.Equal(Enumerable.Reverse(ids), taken);
        // The first looks through the store as well, and no other does.
        Assert.Single(costs.Skip(1).Distinct());
        Assert.True(costs[0] > costs[1]);
    }

    [Fact]
    public async Task WhatCouldNotBeWrittenDown_WaitsForTheNextRound()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City);
        var told = new ToldExaminer();
        using var stopped = new CancellationTokenSource();
        var examinations = given.ExaminedBy(told);
        told.Before = async _ =>
        {
            await stopped.CancelAsync();
            stopped.Token.ThrowIfCancellationRequested();
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => examinations.RunNextAsync(stopped.Token));
        Assert.True(given.Get<ExaminationQueue>().Any);
        told.Before = _ => Task.CompletedTask;
        Assert.Equal(id, await examinations.RunNextAsync());
    }

    [Fact]
    public async Task ItemsThatHaveEnded_AreNotExamined_WhateverHappensToTheirFiles()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City);
        await given.TamperAsync($"UPDATE Submissions SET State = 'Stopped' WHERE Id = {id}");
        Assert.Null(await given.ExaminedBy(new ToldExaminer()).RunNextAsync());
    }

    [Fact]
    public async Task NewSettings_LetEveryOpenItemWaitAgain()
    {
        await using var given = await Given.BureauAsync();
        await given.DraftAsync(RouteCodes.City);
        var examinations = given.ExaminedBy(new ToldExaminer());
        await RunAsync(examinations);
        var woken = 0;
        given.Get<ExaminationQueue>().Woken += () => woken++;
        Given.Must(
            await given
                .Get<ExaminerSettingsService>()
                .SaveAsync(ExaminerSettings.Usual with { OwnWords = ["简况"] }, "试", 1, given.By("admin.security"), given.Now)
        );
        Assert.Equal(1, woken);
        Assert.NotNull(await examinations.RunNextAsync());
    }

    private static async Task RunAsync(ExaminationService examinations)
    {
        while (await examinations.RunNextAsync() is not null) { }
    }
}
