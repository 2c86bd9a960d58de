using Disclosure.Core;
using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Files.Formats;
using Disclosure.Core.Forms;
using Disclosure.Core.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Bench;

/// <summary>A real store in a temporary folder with every module of the core; gone when disposed.</summary>
internal sealed class BenchStore : IAsyncDisposable
{
    private readonly string folder;
    private readonly bool keep;

    public BenchStore(string? existing = null)
    {
        folder = existing ?? Directory.CreateTempSubdirectory("disclosure-bench").FullName;
        keep = existing is not null;
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddDisclosureStore(new Core.Store.StoreOptions { DataFolder = folder, FreeSpaceReserve = 0 }, FileCheck.Incoming);
        collection.AddDisclosureCore();
        collection.AddSingleton<IPasswordHasher<Staff>, PasswordHasher<Staff>>();
        collection.AddSingleton(s => new AuditAnchor(
            s.GetRequiredService<IDbContextFactory<DisclosureDb>>(),
            Path.Combine(folder, "anchor.txt")
        ));
        collection.AddSingleton<FontOptions>();
        collection.AddSingleton<FormPrinter>();
        Services = collection.BuildServiceProvider();
        using var db = Get<IDbContextFactory<DisclosureDb>>().CreateDbContext();
        db.Database.Migrate();
    }

    public ServiceProvider Services { get; }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (!keep)
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

/// <summary>Percentiles of a list of durations.</summary>
internal static class Percentiles
{
    public static string Of(IReadOnlyCollection<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToArray();
        return $"p50 {At(sorted, 0.5):0.0} ms, p95 {At(sorted, 0.95):0.0} ms, max {sorted[^1]:0.0} ms, n {sorted.Length}";
    }

    private static double At(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
}
