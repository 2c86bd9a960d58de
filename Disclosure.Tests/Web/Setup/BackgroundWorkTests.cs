using System.Collections.Concurrent;
using System.Threading.Channels;
using Disclosure.Tests.Support;
using Disclosure.Web.Setup;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Disclosure.Tests.Web.Setup;

/// <summary>Work nobody asks for comes again after it failed, and never ends the program.</summary>
public sealed class BackgroundWorkTests
{
    private readonly WaitedClock clock = new();
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
        // A failure is not left for an hour.
        await clock.WaitedForAsync();
        clock.Advance(TimeSpan.FromMinutes(1));
        await work.RoundAsync(2);
        Assert.Equal(("It failed; the next round comes", "damaged"), log.Lines.Select(l => (l.Text, l.Cause?.Message)).Single());
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
        await clock.WaitedForAsync();
        clock.Advance(TimeSpan.FromMinutes(1));
        await work.RoundAsync(2);
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

    // Says when somebody has begun to wait on it; a clock that moves before is not heard.
    private sealed class WaitedClock : FakeTimeProvider
    {
        private readonly Channel<bool> waited = Channel.CreateUnbounded<bool>();

        public ValueTask<bool> WaitedForAsync() => waited.Reader.ReadAsync(TestContext.Current.CancellationToken);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            waited.Writer.TryWrite(true);
            return timer;
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

        protected override string Failure => "It failed";

        protected override TimeSpan? Every => Time;

        public Task RoundAsync(int number) =>
            rounds
                .GetOrAdd(number, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))
                .Task.WaitAsync(TestContext.Current.CancellationToken);

        protected override async Task RoundAsync(CancellationToken ct)
        {
            var number = ++count;
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
