using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Disclosure.Tests.Support;

/// <summary>
/// Counts the commands that a test sends to the store, and the rows that come back; what other tests do at the same time is not counted.
/// </summary>
public sealed class ReadCount
{
    private static readonly AsyncLocal<ReadCount?> Present = new();
    private readonly Lock gate = new();
    private readonly List<(string Sql, int Rows)> read = [];

    /// <summary>Listens in every bureau of the tests.</summary>
    public static IInterceptor Listener { get; } = new Listening();

    /// <summary>Commands sent.</summary>
    public int Commands => All.Count;

    /// <summary>Rows that came back.</summary>
    public int Rows => All.Sum(r => r.Rows);

    private List<(string Sql, int Rows)> All
    {
        get
        {
            lock (gate)
            {
                return [.. read];
            }
        }
    }

    /// <summary>Counts from here on, for this test.</summary>
    public static ReadCount Begin() => Present.Value = new ReadCount();

    /// <summary>Rows that came back from commands that read first of all from the table.</summary>
    public int RowsOf(string table) => Of(table).Sum(r => r.Rows);

    /// <summary>Most rows that one command brought from the table.</summary>
    public int MostOf(string table) => Of(table).Select(r => r.Rows).DefaultIfEmpty().Max();

    /// <summary>Rows that came back from commands whose words hold the text, e.g. a column of content.</summary>
    public int RowsWith(string text) => All.Where(r => r.Sql.Contains(text, StringComparison.Ordinal)).Sum(r => r.Rows);

    /// <inheritdoc/>
    public override string ToString() => $"{Commands} commands, {Rows} rows";

    private IEnumerable<(string Sql, int Rows)> Of(string table) =>
        All.Where(r =>
            r.Sql.IndexOf("FROM \"", StringComparison.Ordinal) is >= 0 and var at
            && r.Sql.AsSpan(at + 6).StartsWith($"{table}\"", StringComparison.Ordinal)
        );

    private void Add(string sql, int rows)
    {
        lock (gate)
        {
            read.Add((sql, rows));
        }
    }

    private sealed class Listening : DbCommandInterceptor
    {
        public override InterceptionResult DataReaderDisposing(
            DbCommand command,
            DataReaderDisposingEventData eventData,
            InterceptionResult result
        )
        {
            Present.Value?.Add(command.CommandText, eventData.ReadCount);
            return result;
        }

        public override ValueTask<int> NonQueryExecutedAsync(
            DbCommand command,
            CommandExecutedEventData eventData,
            int result,
            CancellationToken cancellationToken = default
        )
        {
            Present.Value?.Add(command.CommandText, 0);
            return ValueTask.FromResult(result);
        }
    }
}
