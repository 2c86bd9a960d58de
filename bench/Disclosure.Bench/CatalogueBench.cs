using System.Diagnostics;
using Disclosure.Core.Bureau;
using Disclosure.Core.Catalogue;
using Disclosure.Core.Common;
using Disclosure.Core.Demonstration;
using Disclosure.Core.Files.Formats;
using Disclosure.Core.Publication;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Bench;

/// <summary>
/// The annual catalogue of a year with 10,000 publications, copied from one published county item: from the store to each file.
/// </summary>
internal static class CatalogueBench
{
    private const int Items = 10_000;

    public static async Task RunAsync(string? folder)
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
        var person = await db.Staff.Where(s => s.SignInName == "gongkaiban.1").Select(s => new { s.Id, s.Name }).FirstAsync();
        var (by, catalogue) = (new Actor(person.Id, person.Name, ""), store.Get<AnnualCatalogueQueries>());
        var into = folder is null ? null : Directory.CreateDirectory(folder).FullName;
        await TimeAsync("page", null, async _ => await catalogue.FindAsync(2026, by, now));
        await TimeAsync(
            "xlsx",
            into,
            async file => file.Write(ListWorkbook.File(AnnualFiles.List((await catalogue.ReadAsync(2026, by, now)).Value)))
        );
        await TimeAsync("pdf", into, async file => file.Write((await catalogue.PdfAsync(2026, by, now)).Value.Pdf));
        await TimeAsync("html", into, async file => file.Write(AnnualFiles.Html((await catalogue.ReadAsync(2026, by, now)).Value)));
        await TimeAsync(
            "csv",
            into,
            async file => file.Write(Csv.File(AnnualFiles.List((await catalogue.ReadAsync(2026, by, now)).Value)))
        );
    }

    private static async Task TimeAsync(string kind, string? folder, Func<Stream, Task> make)
    {
        var durations = new List<double>();
        long size = 0;
        for (var i = 0; i < 5; i++)
        {
            await using Stream file = folder is null ? new MemoryStream() : File.Create(Path.Combine(folder, $"catalogue.{kind}"));
            var one = Stopwatch.StartNew();
            await make(file);
            durations.Add(one.Elapsed.TotalMilliseconds);
            size = file.Length;
        }
        Console.WriteLine($"annual catalogue of {Items} entries, {kind}: {Percentiles.Of(durations)}, {size / 1024.0:0} KB");
    }

    private static async Task CopyAsync(DisclosureDb db, int template)
    {
        var highest = await db.Submissions.MaxAsync(s => s.Id);
        string Columns(Type entity) =>
            string.Join(", ", db.Model.FindEntityType(entity)!.GetProperties().Select(p => p.GetColumnName()).Where(c => c != "Id"));
        string Values(Type entity, Dictionary<string, string> changed) =>
            string.Join(", ", Columns(entity).Split(", ").Select(c => changed.GetValueOrDefault(c, $"t.{c}")));
        var numbers = $"WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {Items})";
        var item = Values(
            typeof(Submission),
            new()
            {
                ["Number"] = "'测' || n",
                ["CatalogueIndex"] = "'2026-' || printf('%05d', 10 + n)",
                ["EndedAt"] = "strftime('%Y-%m-%d %H:%M:%f', '2026-01-02', '+' || (n % 300) || ' days')",
            }
        );
        var place = Values(typeof(ChannelPublication), new() { ["SubmissionId"] = $"{highest} + n" });
        var sql = $"""
            INSERT INTO Submissions (Id, {Columns(
                typeof(Submission)
            )}) {numbers} SELECT {highest} + n, {item} FROM c, Submissions t WHERE t.Id = {template};
            INSERT INTO Publications ({Columns(
                typeof(ChannelPublication)
            )}) {numbers} SELECT {place} FROM c, Publications t WHERE t.SubmissionId = {template};
            """;
        await db.Database.ExecuteSqlRawAsync(sql);
    }
}
