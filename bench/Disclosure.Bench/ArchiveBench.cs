using System.Diagnostics;
using Disclosure.Core.Approval;
using Disclosure.Core.Archive;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Demonstration;
using Disclosure.Core.Publication;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Bench;

/// <summary>
/// The archive package of a year with 500 more items, copied with signatures, channels and files from one published county item; written to
/// a file, form drawn for each.
/// </summary>
internal static class ArchiveBench
{
    private const int Items = 500;

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
        var person = await db.Staff.Where(s => s.SignInName == "gongkaiban.1").Select(s => new { s.Id, s.Name }).FirstAsync();
        var by = new Actor(person.Id, person.Name, "");
        var file = Path.GetTempFileName();
        try
        {
            var before = Environment.WorkingSet;
            var clock = Stopwatch.StartNew();
            await using (var into = File.Create(file))
            {
                await store.Get<ArchivePackages>().WriteAsync((await store.Get<ArchivePackages>().OfYearAsync(2026, by, now)).Value, into);
            }
            var size = new FileInfo(file).Length / 1048576.0;
            Console.WriteLine(
                $"archive of a year, {Items} items and the demonstration's: {clock.Elapsed.TotalSeconds:0.0} s, {size:0.0} MB, working set "
                    + $"+{(Environment.WorkingSet - before) / 1048576.0:0} MB"
            );
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task CopyAsync(DisclosureDb db, int template)
    {
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
            string.Join(", ", Columns(entity).Split(", ").Select(c => changed.GetValueOrDefault(c.Trim('"'), $"t.{c}")));
        var numbers = $"WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {Items})";
        var item = Values(typeof(Submission), new() { ["Number"] = "'测' || n", ["CatalogueIndex"] = "'2026-' || printf('%05d', 50 + n)" });
        var sql =
            $"INSERT INTO Submissions (Id, {Columns(typeof(Submission))}) {numbers} SELECT {highest} + n, {item} FROM c, Submissions t WHERE t.Id = {template};";
        foreach (
            var (entity, table) in new[]
            {
                (typeof(ChannelPublication), "Publications"),
                (typeof(Signature), "Signatures"),
                (typeof(ItemFile), "ItemFiles"),
            }
        )
        {
            var values = Values(entity, new() { ["SubmissionId"] = $"{highest} + n" });
            sql +=
                $"INSERT INTO {table} ({Columns(entity)}) {numbers} SELECT {values} FROM c, {table} t WHERE t.SubmissionId = {template};";
        }
        await db.Database.ExecuteSqlRawAsync(sql);
    }
}
