using Microsoft.Data.Sqlite;

namespace Disclosure.Core.Store;

/// <summary>Keeps erasures erased: an older backup must not bring content back that had to go since.</summary>
internal static class ErasureRecord
{
    // By name: the store knows no feature, and yet what was drawn from contents must go with them. A word on a finding begins with its
    // content's hash.
    private static readonly (string Table, string Forget)[] Found =
    [
        ("Examinations", "DELETE FROM Examinations;"),
        ("ItemExaminations", "DELETE FROM ItemExaminations;"),
        (
            "FindingJudgements",
            "UPDATE FindingJudgements SET Remark = '（已清除）' WHERE Remark <> '' AND instr($erased, substr(Key, 1, 16)) > 0;"
        ),
    ];

    /// <summary>
    /// Repeats in <paramref name="incoming"/> every erasure <paramref name="current"/> knows of. A current store that is missing or can no
    /// longer be read has nothing to say.
    /// </summary>
    public static async Task CarryOverAsync(string current, string incoming, CancellationToken ct)
    {
        var erased = await ReadAsync(current, ct);
        await using var store = new SqliteConnection(ConnectionString(incoming, SqliteOpenMode.ReadWrite));
        await store.OpenAsync(ct);
        await using var command = store.CreateCommand();
        command.CommandText = "PRAGMA secure_delete=ON; PRAGMA journal_mode=MEMORY;";
        await command.ExecuteNonQueryAsync(ct);
        foreach (var row in erased)
        {
            await EraseAsync(store, row, ct);
        }
        // The index may still know words of what was erased, and so may what the examiner found; both are made again from what remains.
        command.CommandText = SearchIndex.Drop;
        await command.ExecuteNonQueryAsync(ct);
        foreach (var table in Found)
        {
            await ForgetAsync(store, table, erased, ct);
        }
        await WithdrawalRecord.CarryOverAsync(current, store, ct);
        // Into service as every store is; closing leaves no log behind.
        command.CommandText = "PRAGMA journal_mode=WAL;";
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>
    /// Repeats every erasure the store knows of in a copy that lies beside it, such as a backup; a copy that holds nothing erased is not
    /// touched.
    /// </summary>
    public static async Task RepeatInAsync(string current, string copy, CancellationToken ct)
    {
        var erased = await ReadAsync(current, ct);
        if (erased.Count == 0 || !await HoldsAnyAsync(copy, erased, ct))
        {
            return;
        }
        await using var store = new SqliteConnection(ConnectionString(copy, SqliteOpenMode.ReadWrite));
        await store.OpenAsync(ct);
        await using var command = store.CreateCommand();
        // A kill must not cost the backup, so the old pages may not be kept in a journal that stays, nor in memory alone.
        command.CommandText = "PRAGMA secure_delete=ON; PRAGMA journal_mode=WAL;";
        await command.ExecuteNonQueryAsync(ct);
        // Before the bytes: they are what tells that the work is not done.
        command.CommandText = SearchIndex.Drop;
        await command.ExecuteNonQueryAsync(ct);
        foreach (var table in Found)
        {
            await ForgetAsync(store, table, erased, ct);
        }
        foreach (var row in erased)
        {
            await EraseAsync(store, row, ct);
        }
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode=DELETE;";
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task<bool> HoldsAnyAsync(string copy, List<object[]> erased, CancellationToken ct)
    {
        await using var store = new SqliteConnection(ConnectionString(copy, SqliteOpenMode.ReadWrite));
        await store.OpenAsync(ct);
        await using var ask = store.CreateCommand();
        ask.CommandText =
            "SELECT count(*) FROM Blobs b WHERE instr($erased, b.Sha256) > 0 AND EXISTS (SELECT 1 FROM BlobChunks c WHERE c.ChunkSet = b.ChunkSet);";
        ask.Parameters.AddWithValue("$erased", string.Join(',', erased.Select(r => (string)r[0])));
        return (long)(await ask.ExecuteScalarAsync(ct))! > 0;
    }

    private static async Task ForgetAsync(
        SqliteConnection store,
        (string Table, string Forget) found,
        List<object[]> erased,
        CancellationToken ct
    )
    {
        await using var command = store.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = $table;";
        command.Parameters.AddWithValue("$table", found.Table);
        if ((long)(await command.ExecuteScalarAsync(ct))! == 0)
        {
            // A backup of before the examiner.
            return;
        }
        command.CommandText = found.Forget;
        command.Parameters.AddWithValue("$erased", string.Join(',', erased.Select(r => (string)r[0])));
        await command.ExecuteNonQueryAsync(ct);
    }

    internal static async Task EraseAsync(SqliteConnection store, object[] row, CancellationToken ct)
    {
        await using var erase = store.CreateCommand();
        erase.CommandText = """
            BEGIN IMMEDIATE;
            DELETE FROM BlobChunks WHERE ChunkSet IN (
                SELECT ChunkSet FROM Blobs WHERE Sha256 = $sha UNION SELECT Id FROM Uploads WHERE Sha256 = $sha);
            DELETE FROM Uploads WHERE Sha256 = $sha;
            INSERT INTO Blobs (Sha256, Size, Kind, StoredAt, ChunkSet, ErasedAt, EraseReason)
                VALUES ($sha, $size, $kind, $stored, $set, $at, $reason)
                ON CONFLICT (Sha256) DO UPDATE SET ErasedAt = excluded.ErasedAt, EraseReason = excluded.EraseReason;
            COMMIT;
            """;
        string[] names = ["$sha", "$size", "$kind", "$stored", "$set", "$at", "$reason"];
        foreach (var (name, value) in names.Zip(row))
        {
            erase.Parameters.AddWithValue(name, value);
        }
        await erase.ExecuteNonQueryAsync(ct);
    }

    private static async Task<List<object[]>> ReadAsync(string current, CancellationToken ct)
    {
        var rows = new List<object[]>();
        if (!File.Exists(current))
        {
            return rows;
        }
        try
        {
            await using var store = new SqliteConnection(ConnectionString(current, SqliteOpenMode.ReadWrite));
            await store.OpenAsync(ct);
            await using var ask = store.CreateCommand();
            ask.CommandText = "SELECT Sha256, Size, Kind, StoredAt, ChunkSet, ErasedAt, EraseReason FROM Blobs WHERE ErasedAt IS NOT NULL;";
            await using var found = await ask.ExecuteReaderAsync(ct);
            while (await found.ReadAsync(ct))
            {
                var row = new object[found.FieldCount];
                found.GetValues(row);
                rows.Add(row);
            }
        }
        catch (SqliteException)
        {
            // A damaged store is why one restores; what could be read of it still counts.
        }
        return rows;
    }

    internal static string ConnectionString(string file, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = mode,
            Pooling = false,
        }.ToString();
}
