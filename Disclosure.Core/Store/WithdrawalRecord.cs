using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Store;

/// <summary>
/// Keeps withdrawals standing over a restore: an older backup must not open what waits for the office, nor bring back what a holder gave
/// up.
/// </summary>
internal static class WithdrawalRecord
{
    private const string Table = "Withdrawals";

    // A backup of before this table cannot take the rows; they wait under this name until it is migrated.
    private const string Carried = "CarriedWithdrawals";

    private const string Names =
        "Sha256, Holder, HolderKey, SourceItemId, Reason, StoppedBy, StoppedByName, At, Decision, DecidedBy, DecidedByName, DecidedAt, "
        + "Words";

    private static readonly string[] Columns = Names.Split(", ");

    /// <summary>
    /// Puts into the incoming store the withdrawals that <paramref name="current"/> knows of, for the holders it has; destroys what all of
    /// these have given up.
    /// </summary>
    public static async Task CarryOverAsync(string current, SqliteConnection incoming, CancellationToken ct)
    {
        var rows = await ReadAsync(current, ct);
        if (rows.Count == 0)
        {
            return;
        }
        var present = await HoldersAsync(incoming, ct);
        var table = await HasAsync(incoming, Table, ct) ? Table : Carried;
        await using var command = incoming.CreateCommand();
        command.CommandText = $"CREATE TABLE IF NOT EXISTS {Carried} ({Names});";
        await (table == Carried ? command.ExecuteNonQueryAsync(ct) : Task.FromResult(0));
        foreach (var content in rows.GroupBy(r => (string)r[0]))
        {
            var here = present.Where(p => p.Sha256 == content.Key).ToList();
            command.CommandText = $"DELETE FROM {table} WHERE Sha256 = $sha;";
            command.Parameters.Clear();
            command.Parameters.AddWithValue("$sha", content.Key);
            await command.ExecuteNonQueryAsync(ct);
            var kept = content
                .Where(r =>
                    IsSource(r) || here.Exists(h => h.Kind == (string)r[1] && h.Key == Convert.ToInt64(r[2], CultureInfo.InvariantCulture))
                )
                .ToList();
            // Who referred to it when the backup was made and no more when it was withdrawn is asked now.
            kept.AddRange(
                here.Where(h => !kept.Exists(r => h.Kind == (string)r[1] && h.Key == Convert.ToInt64(r[2], CultureInfo.InvariantCulture)))
                    .Select(h => Asked(content.Last(), h.Kind, h.Key))
            );
            foreach (var row in kept)
            {
                await InsertAsync(incoming, table, row, ct);
            }
            if (
                here.Count > 0
                && here.TrueForAll(h =>
                    kept.FindLast(r => h.Kind == (string)r[1] && h.Key == Convert.ToInt64(r[2], CultureInfo.InvariantCulture))![8]
                        is nameof(WithdrawalDecision.Destroyed)
                )
            )
            {
                await DestroyAsync(incoming, content.Last(), ct);
            }
        }
    }

    /// <summary>Takes up rows that a restore of an older backup left waiting; inside the start, after the tables are up to date.</summary>
    public static async Task AdoptAsync(DisclosureDb db, CancellationToken ct)
    {
        if (await db.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM sqlite_schema WHERE name = {Carried}").SingleAsync(ct) == 0)
        {
            return;
        }
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlRawAsync(
            $"INSERT INTO {Table} ({Names}) SELECT {Names} FROM {Carried} ORDER BY rowid; DROP TABLE {Carried};",
            ct
        );
        await transaction.CommitAsync(ct);
    }

    private static bool IsSource(object[] row) => (string)row[1] == nameof(HolderKind.Item) && Equals(row[2], row[3]);

    private static object[] Asked(object[] like, string kind, long key) =>
        [like[0], kind, key, like[3], like[4], like[5], like[6], like[7], DBNull.Value, DBNull.Value, "", DBNull.Value, ""];

    private static async Task<List<object[]>> ReadAsync(string current, CancellationToken ct)
    {
        var rows = new List<object[]>();
        if (!File.Exists(current))
        {
            return rows;
        }
        try
        {
            await using var store = new SqliteConnection(ErasureRecord.ConnectionString(current, SqliteOpenMode.ReadWrite));
            await store.OpenAsync(ct);
            // A store that itself came from an older backup and was not started since holds its rows under the other name.
            foreach (var table in (string[])[Table, Carried])
            {
                if (await HasAsync(store, table, ct))
                {
                    await using var ask = store.CreateCommand();
                    ask.CommandText = $"SELECT {Names} FROM {table} ORDER BY rowid;";
                    rows.AddRange(await RowsAsync(ask, ct));
                }
            }
        }
        catch (SqliteException)
        {
            // A damaged store is why one restores; what could be read of it still counts.
        }
        return rows;
    }

    private static async Task<List<(string Sha256, string Kind, long Key)>> HoldersAsync(SqliteConnection store, CancellationToken ct)
    {
        var there = new List<(HolderKind, string, string, string)>();
        foreach (var reference in ContentHolders.All)
        {
            if (await HasAsync(store, reference.Table, ct))
            {
                there.Add(reference);
            }
        }
        if (there.Count == 0)
        {
            return [];
        }
        await using var ask = store.CreateCommand();
        ask.CommandText = ContentHolders.Sql(there) + ";";
        return
        [
            .. (await RowsAsync(ask, ct)).Select(r => ((string)r[0], (string)r[1], Convert.ToInt64(r[2], CultureInfo.InvariantCulture))),
        ];
    }

    private static async Task<List<object[]>> RowsAsync(DbCommand ask, CancellationToken ct)
    {
        var rows = new List<object[]>();
        await using var found = await ask.ExecuteReaderAsync(ct);
        while (await found.ReadAsync(ct))
        {
            var row = new object[found.FieldCount];
            found.GetValues(row);
            rows.Add(row);
        }
        return rows;
    }

    private static async Task InsertAsync(SqliteConnection store, string table, object[] row, CancellationToken ct)
    {
        await using var insert = store.CreateCommand();
        insert.CommandText = $"INSERT INTO {table} ({Names}) VALUES ({string.Join(", ", Columns.Select(c => "$" + c))});";
        foreach (var (name, value) in Columns.Zip(row))
        {
            insert.Parameters.AddWithValue("$" + name, value);
        }
        await insert.ExecuteNonQueryAsync(ct);
    }

    // Size and kind stand in the backup's own row already.
    private static Task DestroyAsync(SqliteConnection store, object[] row, CancellationToken ct) =>
        ErasureRecord.EraseAsync(store, [row[0], 0L, "", row[7], Guid.NewGuid().ToString().ToUpperInvariant(), row[7], row[4]], ct);

    private static async Task<bool> HasAsync(SqliteConnection store, string table, CancellationToken ct)
    {
        await using var ask = store.CreateCommand();
        ask.CommandText = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = $table;";
        ask.Parameters.AddWithValue("$table", table);
        return (long)(await ask.ExecuteScalarAsync(ct))! > 0;
    }
}
