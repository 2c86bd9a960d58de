using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Disclosure.Core.Approval;
using Disclosure.Core.Audit;
using Disclosure.Core.Demonstration;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Bench;

/// <summary>
/// Starts a process that uploads and signs, kills it without warning at a random moment, and looks at the store; again and again on the
/// same store.
/// </summary>
internal static class CrashBench
{
    public static async Task<bool> RunAsync(int times)
    {
        var folder = Directory.CreateTempSubdirectory("disclosure-crash").FullName;
        try
        {
            await using (var store = new BenchStore(folder))
            {
                await store.Get<DemonstrationService>().FillAsync(DateTime.UtcNow);
            }
            var acknowledged = new List<string>();
            for (var i = 1; i <= times; i++)
            {
                await KillOneAsync(folder, acknowledged);
                if (!await IsWholeAsync(folder, acknowledged, i))
                {
                    return false;
                }
            }
            Console.WriteLine($"{times} kills, {acknowledged.Count} acknowledged acts, nothing lost, chain and file whole");
            return true;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task KillOneAsync(string folder, List<string> acknowledged)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet")
        {
            start.ArgumentList.Add(typeof(CrashBench).Assembly.Location);
        }
        start.ArgumentList.Add("crash-child");
        start.ArgumentList.Add(folder);
        using var child = Process.Start(start)!;
        // The first act shows that the child is at work; then it dies within four seconds, in the middle of whatever it does.
        if (await child.StandardOutput.ReadLineAsync() is { } first)
        {
            acknowledged.Add(first);
        }
        var killer = Task.Delay(RandomNumberGenerator.GetInt32(200, 4000)).ContinueWith(_ => child.Kill(), TaskScheduler.Default);
        while (await child.StandardOutput.ReadLineAsync() is { } line)
        {
            acknowledged.Add(line);
        }
        await killer;
        await child.WaitForExitAsync();
    }

    private static async Task<bool> IsWholeAsync(string folder, List<string> acknowledged, int round)
    {
        await using var store = new BenchStore(folder);
        await using var db = await store.Get<IDbContextFactory<DisclosureDb>>().CreateDbContextAsync();
        var integrity = await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").FirstAsync();
        var chain = await store.Get<AuditVerifier>().VerifyAsync();
        var lost = new List<string>();
        foreach (var line in acknowledged)
        {
            if (!await IsThereAsync(store, db, line))
            {
                lost.Add(line);
            }
        }
        Console.WriteLine(
            $"kill {round}: {acknowledged.Count} acknowledged, {lost.Count} lost, integrity {integrity}, chain "
                + $"{(chain.Whole ? "whole" : chain.Faults[0])} with {chain.Entries} entries"
        );
        lost.ForEach(l => Console.WriteLine($"  lost: {l}"));
        return lost.Count == 0 && integrity == "ok" && chain.Whole;
    }

    private static async Task<bool> IsThereAsync(BenchStore store, DisclosureDb db, string line)
    {
        switch (line.Split(' '))
        {
            case ["blob", var sha]:
                var opened = await store.Get<BlobStore>().OpenReadAsync(sha);
                if (!opened.Ok)
                {
                    return false;
                }
                await using (opened.Value)
                {
                    return Convert.ToHexStringLower(await SHA256.HashDataAsync(opened.Value)) == sha;
                }
            case ["signed", var id, var count]:
                var item = int.Parse(id, CultureInfo.InvariantCulture);
                return await db.Set<Signature>().CountAsync(s => s.SubmissionId == item && s.Standing)
                    >= int.Parse(count, CultureInfo.InvariantCulture);
            default:
                return false;
        }
    }
}
