using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Support;

public sealed partial class Given
{
    /// <summary>Makes many rows out of one, so that a store with a year's items costs no year of signatures.</summary>
    /// <param name="table">The table.</param>
    /// <param name="id">Key of the row that is copied.</param>
    /// <param name="count">How many more.</param>
    /// <param name="different">Columns that differ, with their SQL over n, which runs from 1; the key is given by the store.</param>
    public async Task CopiesAsync(string table, int id, int count, params (string Column, string Sql)[] different)
    {
        var columns = await ReadAsync(db =>
            db.Database.SqlQuery<string>($"SELECT name AS Value FROM pragma_table_info({table}) WHERE name <> 'Id'").ToListAsync()
        );
        var values = columns.Select(c => different.Where(d => d.Column == c).Select(d => d.Sql).FirstOrDefault() ?? $"\"{c}\"");
        await TamperAsync(
            $"""
            WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < {count})
            INSERT INTO "{table}" ({string.Join(',', columns.Select(c => $"\"{c}\""))})
            SELECT {string.Join(',', values)} FROM "{table}", counted WHERE Id = {id}
            """
        );
    }
}
