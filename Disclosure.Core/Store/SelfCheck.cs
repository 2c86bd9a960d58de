using System.Data.Common;
using System.Globalization;
using Disclosure.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Store;

/// <summary>Looks the store over before the program answers anybody.</summary>
public sealed class SelfCheck(IDbContextFactory<DisclosureDb> contexts, StoreOptions options, ConnectionSettings settings)
{
    // Earlier versions can lose pages when a WAL is reset.
    private static readonly Version Oldest = new(3, 51, 3);

    /// <summary>
    /// Everything that is wrong, empty when the program may start: SQLite's version, settings, free disk, integrity of all tables but the
    /// file chunks, then the modules' own checks.
    /// </summary>
    /// <param name="now">UTC.</param>
    /// <param name="checks">What modules want looked at, such as "the clock is not behind the last audit entry".</param>
    /// <param name="ct">Gives up between checks.</param>
    public async Task<IReadOnlyList<Problem>> RunAsync(
        DateTime now,
        IReadOnlyList<Func<DisclosureDb, DateTime, Task<Problem?>>> checks,
        CancellationToken ct = default
    )
    {
        var found = new List<Problem>();
        try
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            await db.Database.OpenConnectionAsync(ct);
            var connection = db.Database.GetDbConnection();
            found.AddRange(await SettingsAsync(connection, ct));
            if (!options.HasRoomFor(0))
            {
                found.Add(new DiskBelowReserve(options.FreeSpace(), options.FreeSpaceReserve));
            }
            found.AddRange(await TablesAsync(connection, ct));
            foreach (var check in checks)
            {
                if (await check(db, now) is { } problem)
                {
                    found.Add(problem);
                }
            }
        }
        catch (Exception e) when (SqliteErrors.Refusal(e) is { } refusal)
        {
            found.Add(refusal);
        }
        return found;
    }

    /// <summary>Reads every page of the store; for the verb that verifies, too slow for a start with gigabytes of files.</summary>
    public async Task<Outcome<Done>> WholeAsync(CancellationToken ct = default)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            await db.Database.OpenConnectionAsync(ct);
            return await AskAsync(db.Database.GetDbConnection(), "PRAGMA integrity_check(1);", ct) is var answer && answer == "ok"
                ? Done.It
                : new IntegrityBroken(answer);
        }
        catch (Exception e) when (SqliteErrors.Refusal(e) is { } refusal)
        {
            return refusal;
        }
    }

    private async Task<List<Problem>> SettingsAsync(DbConnection connection, CancellationToken ct)
    {
        var found = new List<Problem>();
        var version = await AskAsync(connection, "SELECT sqlite_version();", ct);
        if (Version.Parse(version) < Oldest)
        {
            found.Add(new SqliteTooOld(version));
        }
        foreach (var (name, _, wanted) in settings.Settings)
        {
            var value = await AskAsync(connection, $"PRAGMA {name};", ct);
            if (value != wanted)
            {
                found.Add(new SettingNotTaken(name, wanted, value));
            }
        }
        return found;
    }

    private static async Task<List<Problem>> TablesAsync(DbConnection connection, CancellationToken ct)
    {
        var names = new List<string>();
        await using (var list = connection.CreateCommand())
        {
            list.CommandText = """
                SELECT name FROM sqlite_schema
                WHERE type = 'table' AND rootpage > 0 AND name <> 'BlobChunks' AND name NOT LIKE 'sqlite\_%' ESCAPE '\';
                """;
            await using var rows = await list.ExecuteReaderAsync(ct);
            while (await rows.ReadAsync(ct))
            {
                names.Add(rows.GetString(0));
            }
        }
        foreach (var name in names)
        {
            var answer = await AskAsync(connection, $"PRAGMA quick_check('{name.Replace("'", "''", StringComparison.Ordinal)}');", ct);
            if (answer != "ok")
            {
                return [new IntegrityBroken(answer)];
            }
        }
        return [];
    }

    private static async Task<string> AskAsync(DbConnection connection, string question, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = question;
        return Convert.ToString(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture) ?? "";
    }
}
