using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Disclosure.Core.Demonstration;
using Disclosure.Core.Evidence;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Disclosure.Web.Setup;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;

namespace Disclosure.Bench;

/// <summary>
/// What the examiner costs while nothing changes, and how a backlog is worked off, with 5,000 open items. The files lie nowhere, so that
/// nothing but the bookkeeping is measured.
/// </summary>
internal static class WaitingBench
{
    private const int Items = 5_000;
    private const int Some = 200;
    private const int Most = 1000;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(60);

    public static async Task RunAsync()
    {
        await using var store = new BenchStore();
        _ = (await store.Get<DemonstrationService>().FillAsync(new DateTime(2026, 11, 20, 7, 0, 0, DateTimeKind.Utc))).Value;
        var examinations = store.Get<ExaminationService>();
        while (await examinations.RunNextAsync() is not null) { }
        await using var db = await store.Get<IDbContextFactory<DisclosureDb>>().CreateDbContextAsync();
        var first = await CopyAsync(db);
        await ExaminedAsync(db, first);
        // As after a start: what waits is not known yet.
        await using (var started = new BenchStore(Path.GetDirectoryName(store.Get<Disclosure.Core.Store.StoreOptions>().FilePath)))
        {
            await IdleAsync(started);
        }
        await db.Database.ExecuteSqlAsync(
            $"DELETE FROM ItemExaminations WHERE SubmissionId >= {first}; DELETE FROM Examinations WHERE Sha256 LIKE 'bench%'"
        );
        await BacklogAsync(store);
    }

    private static async Task IdleAsync(BenchStore store)
    {
        using var count = new Counter();
        using var keeper = new ExaminationKeeper(
            store.Get<ExaminationService>(),
            store.Get<ExaminationQueue>(),
            store.Get<ItemNews>(),
            TimeProvider.System,
            NullLogger<ExaminationKeeper>.Instance
        );
        var (watch, before) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        await keeper.StartAsync(CancellationToken.None);
        await Task.Delay(TimeSpan.FromSeconds(10));
        var (queries, cpu) = (count.Commands, Process.GetCurrentProcess().TotalProcessorTime);
        Console.WriteLine(
            $"examiner, first 10 s after start with {Items} open items: {queries} queries, {(cpu - before).TotalMilliseconds:0} ms CPU"
        );
        await Task.Delay(Idle);
        Console.WriteLine(
            $"examiner idle over {Idle.TotalSeconds:0} s with {Items} open items: {count.Commands - queries} queries, "
                + $"{(Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds:0} ms CPU"
        );
        watch.Restart();
        await keeper.StopAsync(CancellationToken.None);
        Console.WriteLine($"stopped after {watch.Elapsed.TotalMilliseconds:0} ms");
        cpu = Process.GetCurrentProcess().TotalProcessorTime;
        await Task.Delay(Idle);
        Console.WriteLine(
            $"for comparison, the process without it: {(Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds:0} ms CPU"
        );
    }

    private static async Task BacklogAsync(BenchStore store)
    {
        await using var again = new BenchStore(Path.GetDirectoryName(store.Get<Disclosure.Core.Store.StoreOptions>().FilePath));
        var examinations = again.Get<ExaminationService>();
        using var count = new Counter();
        var (all, cpu) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        for (var done = 1; await examinations.RunNextAsync() is not null && (done <= Most || all.Elapsed < TimeSpan.FromMinutes(1)); done++)
        {
            if (done % Some == 0)
            {
                var now = Process.GetCurrentProcess().TotalProcessorTime;
                Console.WriteLine(
                    $"backlog of {Items}: {done} files; each of the last {Some} took {(now - cpu).TotalMilliseconds / Some:0.0} ms CPU and "
                        + $"{count.Commands / (double)Some:0.0} queries"
                );
                cpu = now;
                count.Reset();
            }
        }
    }

    // Each with a file of its own beside nothing else.
    private static async Task<int> CopyAsync(DisclosureDb db)
    {
        var held = db.ItemFiles;
        var template = await db
            .Submissions.Where(s => s.State == ItemState.UnderWay && held.Any(f => f.SubmissionId == s.Id && f.RevisionId == null))
            .Select(s => s.Id)
            .FirstAsync();
        var highest = await db.Submissions.MaxAsync(s => s.Id);
        string Columns(Type entity) =>
            string.Join(
                ", ",
                db.Model.FindEntityType(entity)!
                    .GetProperties()
                    .Select(p => p.GetColumnName())
                    .Where(c => c != "Id")
                    .Select(c => $"\"{c}\"")
            );
        string Values(Type entity, Dictionary<string, string> changed) =>
            string.Join(
                ", ",
                db.Model.FindEntityType(entity)!
                    .GetProperties()
                    .Select(p => p.GetColumnName())
                    .Where(c => c != "Id")
                    .Select(c => changed.GetValueOrDefault(c, $"t.\"{c}\""))
            );
        var numbers = $"WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {Items})";
        var item = Values(typeof(Submission), new() { ["Number"] = "'测' || n", ["CatalogueIndex"] = "'测' || n" });
        var file = Values(typeof(ItemFile), new() { ["SubmissionId"] = $"{highest} + n", ["Sha256"] = "'bench' || printf('%059d', n)" });
        var sql = $"""
            INSERT INTO Submissions (Id, {Columns(
                typeof(Submission)
            )}) {numbers} SELECT {highest} + n, {item} FROM c, Submissions t WHERE t.Id = {template};
            INSERT INTO ItemFiles ({Columns(
                typeof(ItemFile)
            )}) {numbers} SELECT {file} FROM c, (SELECT * FROM ItemFiles WHERE SubmissionId = {template} AND RevisionId IS NULL LIMIT 1) t;
            """;
        await db.Database.ExecuteSqlRawAsync(sql);
        return highest + 1;
    }

    private static async Task ExaminedAsync(DisclosureDb db, int first)
    {
        var mark = await db.Examinations.OrderByDescending(e => e.Id).Select(e => e.Mark).FirstAsync();
        var files = await db.ItemFiles.AsNoTracking().Where(f => f.SubmissionId >= first).ToListAsync();
        var at = new DateTime(2026, 11, 20, 7, 0, 0, DateTimeKind.Utc);
        var json = (await db.Examinations.OrderByDescending(e => e.Id).FirstAsync()).Json;
        db.AddRange(
            files.Select(f => new Examination
            {
                Sha256 = f.Sha256,
                Extension = Examination.ExtensionOf(f.Name),
                Mark = mark,
                Json = json,
                Milliseconds = 1,
                At = at,
            })
        );
        db.AddRange(
            files.Select(f => new ItemExamination
            {
                SubmissionId = f.SubmissionId,
                Digest = Digest(f) + "/0000000000000000",
                Mark = mark,
                Json = "[]",
                At = at,
            })
        );
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    private static string Digest(ItemFile file) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{file.Sha256} {file.Name}")))
        );

    private sealed class Counter : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly List<IDisposable> open = [];
        private int commands;

        public Counter() => open.Add(DiagnosticListener.AllListeners.Subscribe(this));

        public int Commands => Volatile.Read(ref commands);

        public void Reset() => Volatile.Write(ref commands, 0);

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
            {
                open.Add(value.Subscribe(this));
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == RelationalEventId.CommandExecuted.Name)
            {
                Interlocked.Increment(ref commands);
            }
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }

        public void Dispose() => open.ForEach(o => o.Dispose());
    }
}
