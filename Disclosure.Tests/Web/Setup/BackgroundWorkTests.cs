using System.Collections.Concurrent;
using Disclosure.Tests.Support;
using Disclosure.Web.Setup;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Disclosure.Tests.Web.Setup;

/// <summary>Work nobody asks for comes again after it failed, and never ends the program.</summary>
public sealed class BackgroundWorkTests
{
    private readonly FakeTimeProvider clock = new();
    private readonly HeardLog log = new();

    [Fact]
    public async Task ARoundThatFails_IsLoggedWithItsCause_AndTheNextOneComes()
    {
        using var work = new Work(clock, log)
        {
            Time = TimeSpan.FromHours(1),
            Next = n => n == 1 ? throw new InvalidDataException("damaged") : Task.CompletedTask,
        };
        await work.StartAsync(TestContext.Current.CancellationToken);
        await work.RoundAsync(1);
        await AdvanceUntilAsync(work, 2, TimeSpan.FromSeconds(10));
        Assert.Equal(("It failed; the next round comes", "damaged"), log.Lines.Select(l => (l.Text, l.Cause?.Message)).Single());
        Assert.True(clock.GetUtcNow() - work.Begun < TimeSpan.FromMinutes(30), "A failure is not left for an hour.");
        await work.StopAsync(TestContext.Current.CancellationToken);
        Assert.True(work.ExecuteTask!.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task WhatAnybodyThrows_EvenACancellationOfItsOwn_DoesNotEndTheWork()
    {
        using var work = new Work(clock, log)
        {
            Time = TimeSpan.FromHours(1),
            Next = n => n == 1 ? throw new TaskCanceledException("its own limit") : Task.CompletedTask,
        };
        await work.StartAsync(TestContext.Current.CancellationToken);
        await AdvanceUntilAsync(work, 2, TimeSpan.FromSeconds(10));
        Assert.IsType<TaskCanceledException>(log.Lines.Single().Cause);
        await work.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task WithoutATimeOfItsOwn_ItWaitsForASignal()
    {
        using var work = new Work(clock, log);
        await work.StartAsync(TestContext.Current.CancellationToken);
        await work.RoundAsync(1);
        clock.Advance(TimeSpan.FromDays(30));
        work.Wake();
        await work.RoundAsync(2);
        await work.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, work.Rounds);
    }

    [Fact]
    public async Task ASignalDuringARound_IsFollowedByAnother()
    {
        using var work = new Work(clock, log);
        var (begun, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        work.Next = async n =>
        {
            if (n == 1)
            {
                begun.SetResult();
                await goOn.Task;
            }
        };
        await work.StartAsync(TestContext.Current.CancellationToken);
        await begun.Task;
        work.Wake();
        work.Wake();
        goOn.SetResult();
        await work.RoundAsync(2);
        await work.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task WhatIsUnderWay_IsStoppedAndNotCalledAFailure_AndTheLastThingIsDone()
    {
        using var work = new Work(clock, log) { Hangs = true };
        await work.StartAsync(TestContext.Current.CancellationToken);
        await work.RoundAsync(1);
        await work.StopAsync(TestContext.Current.CancellationToken);
        Assert.Empty(log.Lines);
        Assert.True(work.Last);
        Assert.True(work.ExecuteTask!.IsCompletedSuccessfully);
    }

    // Whether the work already waits on the clock cannot be seen, so the clock moves on until it has.
    private async Task AdvanceUntilAsync(Work work, int round, TimeSpan step)
    {
        var reached = work.RoundAsync(round);
        while (!reached.IsCompleted)
        {
            Assert.False(work.ExecuteTask!.IsCompleted, "The work has ended.");
            clock.Advance(step);
            await Task.Yield();
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }

    private sealed class Work(FakeTimeProvider clock, ILogger log) : BackgroundWork(clock, log)
    {
        private readonly ConcurrentDictionary<int, TaskCompletionSource> rounds = new();
        private int count;

        public TimeSpan? Time { get; init; }

        public Func<int, Task> Next { get; set; } = _ => Task.CompletedTask;

        public bool Hangs { get; init; }

        public bool Last { get; private set; }

        public int Rounds => count;

        public DateTimeOffset Begun { get; private set; }

        protected override string Failure => "It failed";

        protected override TimeSpan? Every => Time;

        public Task RoundAsync(int number) =>
            rounds
                .GetOrAdd(number, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))
                .Task.WaitAsync(TestContext.Current.CancellationToken);

        protected override async Task RoundAsync(CancellationToken ct)
        {
            var number = ++count;
            Begun = number == 1 ? clock.GetUtcNow() : Begun;
            rounds.GetOrAdd(number, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
            await (Hangs ? Task.Delay(Timeout.InfiniteTimeSpan, clock, ct) : Next(number));
        }

        protected override Task LastAsync(CancellationToken ct)
        {
            Last = true;
            return Task.CompletedTask;
        }
    }
}
