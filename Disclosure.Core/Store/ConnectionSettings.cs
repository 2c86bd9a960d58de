using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Disclosure.Core.Store;

/// <summary>Gives every connection the settings the store relies on, once per native connection.</summary>
public sealed class ConnectionSettings(StoreOptions options) : DbConnectionInterceptor
{
    /// <summary>Bytes per page, fixed when the file is created.</summary>
    public const int PageSize = 8192;

    // The driver's pool hands the same native handle out again and again; its settings are still on it.
    private readonly ConditionalWeakTable<SQLitePCL.sqlite3, object> prepared = [];

    /// <summary>Each setting: its name, the value set and the value it must read back as.</summary>
    public IReadOnlyList<(string Name, string Set, string Reads)> Settings { get; } = Build(options);

    /// <summary>Connection string of the store.</summary>
    public static string ConnectionString(StoreOptions options) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = options.FilePath,
            Mode = SqliteOpenMode.ReadWriteCreate,
            // The driver itself retries a busy store until this many seconds have passed.
            DefaultTimeout = Math.Max(1, (int)options.BusyTimeout.TotalSeconds),
        }.ToString();

    /// <inheritdoc/>
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply((SqliteConnection)connection);

    /// <inheritdoc/>
    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Apply((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    private static List<(string, string, string)> Build(StoreOptions options)
    {
        var busy = ((long)options.BusyTimeout.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        return
        [
            ("busy_timeout", busy, busy),
            ("page_size", "8192", "8192"),
            ("journal_mode", "WAL", "wal"),
            ("synchronous", "FULL", "2"),
            ("secure_delete", "ON", "1"),
            ("foreign_keys", "ON", "1"),
            ("trusted_schema", "OFF", "0"),
            ("journal_size_limit", "67108864", "67108864"),
            ("cache_size", "-65536", "-65536"),
            ("mmap_size", "268435456", "268435456"),
            ("temp_store", "MEMORY", "2"),
        ];
    }

    private void Apply(SqliteConnection connection)
    {
        if (prepared.TryGetValue(connection.Handle!, out _))
        {
            return;
        }
        var readOnly = new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly;
        var pragmas = Settings.Where(s => !(readOnly && s.Name == "journal_mode")).Select(s => $"PRAGMA {s.Name}={s.Set};");
        if (options.MaxStoreSize is { } most)
        {
            pragmas = pragmas.Append(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count={most / PageSize};"));
        }
        using var command = connection.CreateCommand();
        command.CommandText = string.Concat(pragmas);
        command.ExecuteNonQuery();
        prepared.AddOrUpdate(connection.Handle!, this);
    }
}
