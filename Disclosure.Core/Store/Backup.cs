using System.Globalization;
using Disclosure.Core.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Store;

/// <summary>Copies the living store into one file, and puts such a file back.</summary>
public sealed class Backup(IDbContextFactory<DisclosureDb> contexts, StoreOptions options)
{
    /// <summary>Writes a compact copy while the server runs, checks it, and only then gives it its name. Never replaces a file.</summary>
    /// <param name="file">Full path of the copy.</param>
    /// <param name="ct">Gives up between steps; an unfinished copy is removed.</param>
    public async Task<Outcome<Done>> SaveAsync(string file, CancellationToken ct = default)
    {
        if (Path.Exists(file))
        {
            return new BackupWouldOverwrite();
        }
        var part = $"{file}.{Guid.NewGuid():N}.part";
        try
        {
            await CopyOutAsync(part, ct);
            if (await RefusalOfAsync(part, ct) is { } refusal)
            {
                return refusal;
            }
            // Does not replace: whoever took the name meanwhile keeps it.
            File.Move(part, file, overwrite: false);
            return Done.It;
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException
                || SqliteErrors.Refusal(e) is StoreIsReadOnly or StoreIsFull or StoreDeviceFailed
            )
        {
            return Path.Exists(file) ? new BackupWouldOverwrite() : new BackupNotWritten();
        }
        catch (Exception e) when (SqliteErrors.Refusal(e) is { } refusal)
        {
            return refusal;
        }
        finally
        {
            if (File.Exists(part))
            {
                File.Delete(part);
            }
        }
    }

    /// <summary>
    /// Puts a backup in the store's place; the old store stays beside it under a dated name. Only while no server runs. What was erased
    /// since the backup (B3-1) is erased from it again before it goes into service.
    /// </summary>
    /// <param name="file">Full path of the backup; left as it is.</param>
    /// <param name="at">UTC, part of the old store's new name.</param>
    /// <param name="ct">Gives up before anything is moved.</param>
    /// <returns>Full path of the old store, or "" when there was none.</returns>
    public async Task<Outcome<string>> RestoreAsync(string file, DateTime at, CancellationToken ct = default)
    {
        var running = RunningLock.Take(options);
        if (!running.Ok)
        {
            return running.Problem!;
        }
        using var alone = running.Value;
        await using var migrating = StoreStartup.TryTakeMigrationLock(options);
        if (migrating is null)
        {
            return new MigrationUnderWay();
        }
        if (!File.Exists(file))
        {
            return new NotABackup();
        }
        var incoming = Incoming(options);
        try
        {
            await CopyInAsync(file, incoming, ct);
            if (await RefusalOfAsync(incoming, ct) is { } refusal)
            {
                File.Delete(incoming);
                return refusal;
            }
            await ErasureRecord.CarryOverAsync(options.FilePath, incoming, ct);
            return Exchange(incoming, at);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new StoreDeviceFailed();
        }
        finally
        {
            // Refused or failed: the copy is of no use to anybody. Between the two renames it is the only store and stays.
            Leftovers.DropIncoming(options);
        }
    }

    /// <summary>Where a backup waits, inside the data folder, before it takes the store's place.</summary>
    internal static string Incoming(StoreOptions options) => options.FilePath + ".incoming";

    private static string ReadOnly(string file) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString();

    private async Task CopyOutAsync(string part, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Database.ExecuteSqlAsync($"VACUUM INTO {part}", ct);
        await using var written = new FileStream(part, FileMode.Open, FileAccess.ReadWrite);
        written.Flush(flushToDisk: true);
        PrivateFiles.Close(part);
    }

    private static async Task CopyInAsync(string file, string incoming, CancellationToken ct)
    {
        await using var from = File.OpenRead(file);
        await using var to = new FileStream(incoming, FileMode.Create, FileAccess.Write);
        PrivateFiles.Close(incoming);
        await from.CopyToAsync(to, ct);
        to.Flush(flushToDisk: true);
    }

    private static async Task<Problem?> RefusalOfAsync(string file, CancellationToken ct)
    {
        try
        {
            await using var copy = new SqliteConnection(ReadOnly(file));
            await copy.OpenAsync(ct);
            await using var ask = copy.CreateCommand();
            ask.CommandText = "SELECT count(*) FROM sqlite_schema WHERE name IN ('Blobs', 'CommandReceipts');";
            if ((long)(await ask.ExecuteScalarAsync(ct))! != 2)
            {
                return new NotABackup();
            }
            ask.CommandText = "PRAGMA integrity_check(1);";
            return (string?)await ask.ExecuteScalarAsync(ct) == "ok" ? null : new NotABackup();
        }
        catch (SqliteException)
        {
            return new NotABackup();
        }
    }

    /// <summary>
    /// Two renames. Killed between them, the next start finds no store but the waiting one, and says so instead of beginning an empty one.
    /// </summary>
    private string Exchange(string incoming, DateTime at)
    {
        SqliteConnection.ClearAllPools();
        var aside = options.FilePath + at.ToString("'.replaced-'yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var replaced = File.Exists(options.FilePath);
        MoveIfThere(options.FilePath, aside);
        // After the store, never before it: a store started without its log would have lost what the log alone holds.
        MoveIfThere(options.FilePath + "-wal", aside + "-wal");
        File.Delete(options.FilePath + "-shm");
        File.Move(incoming, options.FilePath);
        return replaced ? aside : "";
    }

    private static void MoveIfThere(string from, string to)
    {
        if (File.Exists(from))
        {
            File.Move(from, to);
        }
    }
}
