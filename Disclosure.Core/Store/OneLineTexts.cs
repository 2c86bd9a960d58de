using Disclosure.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Store;

/// <summary>Keeps tabs, breaks and signs without width out of the columns of one line, whichever service writes them.</summary>
/// <param name="columns">Type of the row and name of the column.</param>
public sealed class OneLineTexts(IReadOnlyList<(Type Entity, string Property)> columns)
{
    private readonly ILookup<Type, string> byEntity = columns.ToLookup(c => c.Entity, c => c.Property);

    /// <summary>The columns it looks at.</summary>
    public IReadOnlyList<(Type Entity, string Property)> Columns => columns;

    /// <summary>Puts what the context is about to save in one line.</summary>
    public void Clean(DbContext db)
    {
        foreach (var row in db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified))
        {
            foreach (var column in byEntity[row.Metadata.ClrType].Select(name => row.Property(name)))
            {
                if (
                    (row.State == EntityState.Added || column.IsModified)
                    && column.CurrentValue is string text
                    && OneLine.Of(text) is var clean
                    && clean.Length != text.Length
                )
                {
                    column.CurrentValue = clean;
                }
            }
        }
    }
}
