using System.Diagnostics;
using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Demonstration;
using Disclosure.Core.Ledgers;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Bench;

/// <summary>The monthly ledger and the yearly list on three years of 10,000 items each, copied from one published county item.</summary>
internal static class LedgerBench
{
    private const int Items = 30_000;
    private const int Days = 3 * 365;

    public static async Task RunAsync()
    {
        await using var store = new BenchStore();
        var now = new DateTime(2026, 11, 20, 7, 0, 0, DateTimeKind.Utc);
        _ = (await store.Get<DemonstrationService>().FillAsync(now)).Value;
        await using var db = await store.Get<IDbContextFactory<DisclosureDb>>().CreateDbContextAsync();
        var template = await db
            .Submissions.Where(s => s.State == ItemState.Published && s.RouteCode == RouteCodes.County)
            .Select(s => s.Id)
            .FirstAsync();
        await CopyAsync(db, template);
        var person = await db.Signatures.Where(g => g.Step == "office").Select(g => new { g.StaffId, g.StaffName }).FirstAsync();
        var by = new Actor(person.StaffId, person.StaffName, "");
        var ledgers = store.Get<LedgerQueries>();
        foreach (var month in new[] { new LedgerMonth(2026, 10), new LedgerMonth(2024, 5) })
        {
            var reviewed = (await ledgers.MonthAsync(month, by, now))!.Ledger.Total[LedgerColumn.Items];
            Console.WriteLine(
                $"ledger of {month} ({reviewed} items reviewed, {Items} in the store): "
                    + $"{await TimeAsync(() => ledgers.MonthAsync(month, by, now))}"
            );
        }
        Console.WriteLine($"ledger as PDF: {await TimeAsync(() => ledgers.PdfAsync(new LedgerMonth(2026, 10), by, now))}");
        var withheld = store.Get<WithheldQueries>();
        Console.WriteLine($"yearly list of what is withheld: {await TimeAsync(() => withheld.PageAsync(2026, 0, by, now))}");
    }

    private static async Task<string> TimeAsync<T>(Func<Task<T>> read)
    {
        var durations = new List<double>();
        for (var i = 0; i < 20; i++)
        {
            var one = Stopwatch.StartNew();
            await read();
            durations.Add(one.Elapsed.TotalMilliseconds);
        }
        return Percentiles.Of(durations);
    }

    // Spread evenly over the days; every copy keeps its hours.
    private static async Task CopyAsync(DisclosureDb db, int template)
    {
        string Columns(Type entity, params string[] without) =>
            string.Join(", ", db.Model.FindEntityType(entity)!.GetProperties().Select(p => p.GetColumnName()).Except(without));
        string Values(Type entity, Dictionary<string, string> changed) =>
            string.Join(", ", Columns(entity, "Id").Split(", ").Select(c => changed.GetValueOrDefault(c, $"t.{c}")));
        string Moved(string column) => $"strftime('%Y-%m-%d %H:%M:%f', t.{column}, '-' || (n % {Days}) || ' days')";
        var highest = await db.Submissions.MaxAsync(s => s.Id);
        var numbers = $"WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {Items})";
        var item = Values(
            typeof(Submission),
            new()
            {
                ["Number"] = "'测' || n",
                ["CatalogueIndex"] = "'测' || n",
                ["CreatedAt"] = Moved("CreatedAt"),
                ["FirstSentAt"] = Moved("FirstSentAt"),
                ["EndedAt"] = Moved("EndedAt"),
                ["StepSince"] = Moved("StepSince"),
            }
        );
        var signature = Values(typeof(Signature), new() { ["SubmissionId"] = $"{highest} + n", ["At"] = Moved("At") });
        var sql = $"""
            INSERT INTO Submissions (Id, {Columns(
                typeof(Submission),
                "Id"
            )}) {numbers} SELECT {highest} + n, {item} FROM c, Submissions t WHERE t.Id = {template};
            INSERT INTO Signatures ({Columns(
                typeof(Signature),
                "Id"
            )}) {numbers} SELECT {signature} FROM c, Signatures t WHERE t.SubmissionId = {template} ORDER BY n, t.Id;
            """;
        await db.Database.ExecuteSqlRawAsync(sql);
    }
}
