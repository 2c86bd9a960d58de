using System.Data.Common;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Disclosure.Tests.Support;

/// <summary>Contexts as the program has them, and something that happens just before the first reading of a table.</summary>
/// <param name="read">Part of the statement that reads it.</param>
public sealed class Meanwhile(StoreOptions options, string read, Func<Task> act) : DbCommandInterceptor, IDbContextFactory<DisclosureDb>
{
    /// <summary>True once it has happened.</summary>
    public bool Done { get; private set; }

    /// <inheritdoc/>
    public DisclosureDb CreateDbContext() =>
        new(
            new DbContextOptionsBuilder<DisclosureDb>()
                .UseSqlite(ConnectionSettings.ConnectionString(options))
                .AddInterceptors(new ConnectionSettings(options), this)
                .Options
        );

    /// <inheritdoc/>
    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        if (!Done && command.CommandText.Contains(read, StringComparison.Ordinal))
        {
            Done = true;
            await act();
        }
        return result;
    }
}
