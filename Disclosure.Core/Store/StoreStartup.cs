using System.Diagnostics;
using Disclosure.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Store;

/// <summary>Brings the tables up to date before anything else touches them.</summary>
public sealed class StoreStartup(IDbContextFactory<DisclosureDb> contexts, StoreOptions options)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// Runs outstanding migrations, one process at a time; creates the store when there is none. Refuses while another process migrates, or
    /// after a restore that was cut.
    /// </summary>
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
        if (await RefusalAsync(ct) is { } standing)
        {
            return standing;
        }
        try
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            await ClearStaleLockAsync(db, ct);
            await db.Database.MigrateAsync(ct);
            await WithdrawalRecord.AdoptAsync(db, ct);
            await SearchIndex.EnsureAsync(db, ct);
            return Done.It;
        }
        catch (Exception e) when (SqliteErrors.Refusal(e) is { } refusal)
        {
            return refusal;
        }
    }

    /// <summary>
    /// Why the store may not be opened at all, or null: it is gone from beside its traces, or newer than the program. Changes nothing.
    /// </summary>
    public async Task<Problem?> RefusalAsync(CancellationToken ct = default)
    {
        try
        {
            if (!File.Exists(options.FilePath) || new FileInfo(options.FilePath).Length == 0)
            {
                return HasTraces(options.Traces) ? new StoreIsMissing(options.DataFolder) : null;
            }
            await using var db = await contexts.CreateDbContextAsync(ct);
            var applied = await db.Database.GetAppliedMigrationsAsync(ct);
            if (applied.Except(db.Database.GetMigrations()).FirstOrDefault() is { } unknown)
            {
                return new StoreIsNewer(unknown);
            }
            return await IsEmptyAsync(db, ct) ? new StoreIsMissing(options.DataFolder) : null;
        }
        catch (Exception e) when (SqliteErrors.Refusal(e) is { } refusal)
        {
            return refusal;
        }
    }

    // Keys are made by the first start; an anchor is written only once something was done.
    private async Task<bool> IsEmptyAsync(DisclosureDb db, CancellationToken ct)
    {
        var tables = await db.Database.SqlQueryRaw<int>("SELECT count(*) AS Value FROM sqlite_schema WHERE name = 'Audit'").SingleAsync(ct);
        if (tables == 0)
        {
            return HasTraces(options.Traces);
        }
        return HasTraces(options.Traces.Where(File.Exists))
            && await db.Database.SqlQueryRaw<int>("SELECT count(*) AS Value FROM (SELECT 1 FROM Audit LIMIT 1)").SingleAsync(ct) == 0;
    }

    private static bool HasTraces(IEnumerable<string> traces) =>
        traces.Any(t => File.Exists(t) ? new FileInfo(t).Length > 0 : Directory.Exists(t) && Directory.EnumerateFiles(t).Any());

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

    /// <summary>
    /// A process killed while migrating leaves EF's lock row behind, and every later start would wait for it for ever. We hold the file
    /// lock, so the row is nobody's.
    /// </summary>
    private async Task ClearStaleLockAsync(DisclosureDb db, CancellationToken ct)
    {
        if (!File.Exists(options.FilePath))
        {
            return;
        }
        var tables = await db
            .Database.SqlQueryRaw<int>("SELECT count(*) AS Value FROM sqlite_schema WHERE name = '__EFMigrationsLock'")
            .SingleAsync(ct);
        if (tables > 0)
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock", ct);
        }
    }
}
