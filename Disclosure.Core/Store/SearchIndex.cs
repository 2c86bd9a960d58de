using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Store;

/// <summary>What a text of an item is; the number is part of the key in the index.</summary>
public enum SearchPlace
{
    /// <summary>编号 and 索引号.</summary>
    Number,

    /// <summary>标题.</summary>
    Title,

    /// <summary>摘要.</summary>
    Summary,

    /// <summary>署名 and whoever signed.</summary>
    People,

    /// <summary>意见.</summary>
    Opinion,

    /// <summary>Text of the files.</summary>
    Body,

    /// <summary>Pinyin initials of the title.</summary>
    TitleInitials,

    /// <summary>Pinyin initials of the people.</summary>
    PeopleInitials,
}

/// <summary>State of an item as its texts were read.</summary>
/// <param name="Stamp">Changes with everything that is searched.</param>
/// <param name="Files">Hashes of the files whose text was read, in order.</param>
public sealed record SearchState(int ItemId, string Stamp, string Files);

/// <summary>
/// The index of what is searched, inside the one store: words as they stand, every pair of neighbouring characters, and every character
/// once. Full-text tables cannot be mapped, so they are made here where they are missing, whichever way the other tables came to be. The
/// index knows no item, only keys; whoever asks it joins the items and asks the rights in the same query.
/// </summary>
public static class SearchIndex
{
    /// <summary>Places for one item; a row's key is the item's key times this and the place.</summary>
    public const int Places = 8;

    private static readonly string[] Tables =
    [
        "CREATE TABLE IF NOT EXISTS SearchItems (ItemId INTEGER PRIMARY KEY, Stamp TEXT NOT NULL, Files TEXT NOT NULL)",
        "CREATE TABLE IF NOT EXISTS SearchTexts (Id INTEGER PRIMARY KEY, Text TEXT NOT NULL)",
        "CREATE VIRTUAL TABLE IF NOT EXISTS SearchPairs USING fts5(words, content='', columnsize=0, detail=full, tokenize='ascii')",
        "CREATE VIRTUAL TABLE IF NOT EXISTS SearchCharacters USING fts5(words, content='', columnsize=0, detail=none, tokenize='ascii')",
        // Without it a deleted word would stay in its segment behind a mark.
        "INSERT INTO SearchPairs (SearchPairs, rank) VALUES ('secure-delete', 1)",
        "INSERT INTO SearchCharacters (SearchCharacters, rank) VALUES ('secure-delete', 1)",
    ];

    /// <summary>What takes the whole index away; it is built again from what is in the store.</summary>
    internal const string Drop =
        "DROP TABLE IF EXISTS SearchPairs; DROP TABLE IF EXISTS SearchCharacters; DROP TABLE IF EXISTS SearchTexts; DROP TABLE IF EXISTS SearchItems;";

    /// <summary>True when the tables are there.</summary>
    public static async Task<bool> ExistsAsync(DisclosureDb db, CancellationToken ct = default) =>
        await db.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM sqlite_schema WHERE name = 'SearchCharacters'").SingleAsync(ct) > 0;

    /// <summary>Makes the tables where they are missing; inside a write.</summary>
    public static async Task EnsureAsync(DisclosureDb db, CancellationToken ct = default)
    {
        if (await ExistsAsync(db, ct))
        {
            return;
        }
        foreach (var table in Tables)
        {
            await db.Database.ExecuteSqlRawAsync(table, ct);
        }
    }

    /// <summary>Puts the texts of an item in the place of those it had; what has not changed is not touched. Inside a write.</summary>
    /// <param name="state">State of the item these texts were read from.</param>
    /// <param name="texts">Texts by place; an empty one is left out, null stands for the one that is there.</param>
    public static async Task PutAsync(
        DisclosureDb db,
        SearchState state,
        IReadOnlyDictionary<SearchPlace, string?> texts,
        CancellationToken ct = default
    )
    {
        await EnsureAsync(db, ct);
        var first = (long)state.ItemId * Places;
        var old = await RowsAsync(db, state.ItemId, ct);
        foreach (var row in old.Where(r => texts.GetValueOrDefault((SearchPlace)(r.Id - first), "") is { } text && text != r.Text))
        {
            await DeleteAsync(db, row, ct);
        }
        foreach (var (place, text) in texts.Where(t => t.Value is { Length: > 0 }))
        {
            if (!old.Exists(r => r.Id == first + (int)place && r.Text == text))
            {
                await InsertAsync(db, first + (int)place, text!, ct);
            }
        }
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO SearchItems (ItemId, Stamp, Files) VALUES ({state.ItemId}, {state.Stamp}, {state.Files}) ON CONFLICT (ItemId) DO UPDATE SET Stamp = excluded.Stamp, Files = excluded.Files",
            ct
        );
    }

    /// <summary>Takes every word of an item out, overwriting it; inside the write that erases or discards the item.</summary>
    public static async Task ForgetAsync(DisclosureDb db, int itemId, CancellationToken ct = default)
    {
        if (!await ExistsAsync(db, ct))
        {
            return;
        }
        foreach (var row in await RowsAsync(db, itemId, ct))
        {
            await DeleteAsync(db, row, ct);
        }
        await db.Database.ExecuteSqlAsync($"DELETE FROM SearchItems WHERE ItemId = {itemId}", ct);
    }

    /// <summary>From which state of an item its texts in the index were read; null when they are not there.</summary>
    public static Task<SearchState?> StateAsync(DisclosureDb db, int itemId, CancellationToken ct = default) =>
        db.Database.SqlQuery<SearchState>($"SELECT ItemId, Stamp, Files FROM SearchItems WHERE ItemId = {itemId}").FirstOrDefaultAsync(ct);

    private static Task<List<SearchRow>> RowsAsync(DisclosureDb db, int itemId, CancellationToken ct)
    {
        var (first, last) = ((long)itemId * Places, ((long)itemId * Places) + Places - 1);
        return db.Database.SqlQuery<SearchRow>($"SELECT Id, Text FROM SearchTexts WHERE Id BETWEEN {first} AND {last}").ToListAsync(ct);
    }

    private static async Task InsertAsync(DisclosureDb db, long id, string text, CancellationToken ct)
    {
        var folded = SearchText.Of(text);
        await db.Database.ExecuteSqlAsync($"INSERT INTO SearchTexts (Id, Text) VALUES ({id}, {text})", ct);
        await db.Database.ExecuteSqlAsync($"INSERT INTO SearchPairs (rowid, words) VALUES ({id}, {folded.Pairs()})", ct);
        await db.Database.ExecuteSqlAsync($"INSERT INTO SearchCharacters (rowid, words) VALUES ({id}, {folded.Characters()})", ct);
    }

    // The full-text tables keep no text of their own: to take a word out they must be told it once more.
    private static async Task DeleteAsync(DisclosureDb db, SearchRow row, CancellationToken ct)
    {
        var folded = SearchText.Of(row.Text);
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO SearchPairs (SearchPairs, rowid, words) VALUES ('delete', {row.Id}, {folded.Pairs()})",
            ct
        );
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO SearchCharacters (SearchCharacters, rowid, words) VALUES ('delete', {row.Id}, {folded.Characters()})",
            ct
        );
        await db.Database.ExecuteSqlAsync($"DELETE FROM SearchTexts WHERE Id = {row.Id}", ct);
    }

    private sealed record SearchRow(long Id, string Text);
}
