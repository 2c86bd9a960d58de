using System.Diagnostics;
using Disclosure.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Store;

/// <summary>Brings the tables up to date before anything else touches them.</summary>
public sealed class StoreStartup(IDbContextFactory<DisclosureDb> contexts, StoreOptions options)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Runs outstanding migrations, one process at a time; creates the store when there is none. Refuses while another process migrates, or after a restore that was cut.</summary>
    public async Task<Outcome<Done>> MigrateAsync(CancellationToken ct = default)
    {
        await using var held = await TakeLockAsync(ct);
        if (held is null)
        {
            return new MigrationUnderWay();
        }
        if (!File.Exists(options.FilePath) && File.Exists(Backup.Incoming(options)))
        {
            return new RestoreUnfinished();
        }
        try
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            await ClearStaleLockAsync(db, ct);
            await db.Database.MigrateAsync(ct);
            await SearchIndex.EnsureAsync(db, ct);
            return Done.It;
        }
        catch (Exception e) when (SqliteErrors.Refusal(e) is { } refusal)
        {
            return refusal;
        }
    }

    /// <summary>The lock shared by migrating and restoring.</summary>
    internal static FileStream? TryTakeMigrationLock(StoreOptions options) => FolderLock.TryTake(options, "migrate.lock");

    private async Task<FileStream?> TakeLockAsync(CancellationToken ct)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            if (TryTakeMigrationLock(options) is { } held)
            {
                return held;
            }
            if (waited.Elapsed >= options.MigrationWait)
            {
                return null;
            }
            await Task.Delay(Pause, ct);
        }
    }

    /// <summary>A process killed while migrating leaves EF's lock row behind, and every later start would wait for it for ever. We hold the file lock, so the row is nobody's.</summary>
    private async Task ClearStaleLockAsync(DisclosureDb db, CancellationToken ct)
    {
        if (!File.Exists(options.FilePath))
        {
            return;
        }
        var tables = await db.Database
            .SqlQueryRaw<int>("SELECT count(*) AS Value FROM sqlite_schema WHERE name = '__EFMigrationsLock'").SingleAsync(ct);
        if (tables > 0)
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock", ct);
        }
    }
}
