using System.Collections.Concurrent;
using System.Diagnostics;
using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Store;

namespace Disclosure.Bench;

/// <summary>Save and audit with 64 writers, together 100 transactions a second, for ten seconds.</summary>
internal static class SaveBench
{
    private const int Writers = 64;
    private const double PerSecond = 100;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(10);

    public static async Task RunAsync()
    {
        await using var store = new BenchStore();
        var gate = store.Get<WriteGate>();
        // The first saves build the model and compile; they are not what a day at the bureau looks like.
        for (var i = 0; i < 50; i++)
        {
            await SaveAsync(gate, i);
        }
        var durations = new ConcurrentBag<double>();
        var end = Stopwatch.StartNew();
        await Task.WhenAll(
            Enumerable
                .Range(0, Writers)
                .Select(async writer =>
                {
                    await Task.Delay(TimeSpan.FromSeconds(writer / PerSecond));
                    while (end.Elapsed < Length)
                    {
                        var watch = Stopwatch.StartNew();
                        await SaveAsync(gate, writer);
                        durations.Add(watch.Elapsed.TotalMilliseconds);
                        var rest = TimeSpan.FromSeconds(Writers / PerSecond) - watch.Elapsed;
                        await Task.Delay(rest > TimeSpan.Zero ? rest : TimeSpan.Zero);
                    }
                })
        );
        Console.WriteLine($"save + audit, {Writers} writers, {durations.Count / Length.TotalSeconds:0} tx/s: {Percentiles.Of(durations)}");

        var most = Stopwatch.StartNew();
        var count = 0;
        await Task.WhenAll(
            Enumerable
                .Range(0, Writers)
                .Select(async writer =>
                {
                    while (most.Elapsed < TimeSpan.FromSeconds(5))
                    {
                        await SaveAsync(gate, writer);
                        Interlocked.Increment(ref count);
                    }
                })
        );
        Console.WriteLine($"save + audit, {Writers} writers as fast as they can: {count / most.Elapsed.TotalSeconds:0} tx/s");
    }

    private static Task<Outcome<Done>> SaveAsync(WriteGate gate, int writer) =>
        gate.WriteAsync<Done>(
            async db =>
            {
                db.Units.Add(
                    new Unit
                    {
                        Code = Guid.NewGuid().ToString("N"),
                        Name = Guid.NewGuid().ToString("N"),
                        ShortName = "测",
                        Kind = UnitKind.Section,
                    }
                );
                await AuditTrail.AppendAsync(db, new AuditFact(Actor.System, "bench.save", $"写入者 {writer}", DateTime.UtcNow));
                return Done.It;
            },
            new CommandKey(Guid.NewGuid(), "bench", Actor.System.StaffId)
        );
}
