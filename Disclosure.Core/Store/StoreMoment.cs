using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Store;

/// <summary>
/// One moment of the store: everything read through the context until this ends is read as it stood at the first reading, whoever writes
/// meanwhile. Writers do not wait for it, nor it for them (WAL).
/// </summary>
public sealed class StoreMoment : IAsyncDisposable
{
    private readonly DisclosureDb db;
    private readonly SqliteTransaction transaction;

    private StoreMoment(DisclosureDb db, SqliteTransaction transaction) => (this.db, this.transaction) = (db, transaction);

    /// <summary>Begins it; the context must not be in a transaction.</summary>
    public static async Task<StoreMoment> BeginAsync(DisclosureDb db, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        // Deferred: the driver's plain transaction would take the one place of a writer.
        var transaction = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(transaction, ct);
        return new StoreMoment(db, transaction);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await db.Database.UseTransactionAsync(null);
        await transaction.DisposeAsync();
        await db.Database.CloseConnectionAsync();
    }
}
