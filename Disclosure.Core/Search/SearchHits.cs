using System.Text.Json;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Search;

/// <summary>An item in which every word was found, before anybody's rights are asked.</summary>
internal sealed class SearchHit
{
    /// <summary>Key of the item.</summary>
    public int Id { get; init; }

    /// <summary>The nearest place, as a number of <see cref="SearchGroup"/>.</summary>
    public int Place { get; init; }

    /// <summary>True when every word was found in what the catalogue shows.</summary>
    public bool Open { get; init; }

    /// <summary>True when every word was found in the numbers.</summary>
    public bool Numbered { get; init; }
}

/// <summary>A hit and its item.</summary>
internal sealed class FoundItem
{
    /// <summary>The hit.</summary>
    public required SearchHit Hit { get; init; }

    /// <summary>The item.</summary>
    public required Submission Item { get; init; }
}

/// <summary>Asks the full-text tables; what comes back is part of a larger query.</summary>
internal static class SearchHits
{
    // Bits of the places that the catalogue shows: number, title, summary, initials of the title.
    private const int Shown =
        (1 << (int)SearchPlace.Number)
        | (1 << (int)SearchPlace.Title)
        | (1 << (int)SearchPlace.Summary)
        | (1 << (int)SearchPlace.TitleInitials);

    /// <summary>Items in which every word was found somewhere.</summary>
    public static IQueryable<SearchHit> Of(DisclosureDb db, IReadOnlyList<SearchWord> words)
    {
        var parts = words.Select(
            (w, i) =>
            {
                var table = w.Single ? "SearchCharacters" : "SearchPairs";
                var only = w.OnlyNumber ? $" AND rowid % {SearchIndex.Places} = {(int)SearchPlace.Number}" : "";
                return $"(SELECT rowid / {SearchIndex.Places} AS ItemId, sum(1 << (rowid % {SearchIndex.Places})) AS Mask FROM {table} WHERE {table} MATCH {{{i}}}{only} GROUP BY rowid / {SearchIndex.Places}) w{i}";
            }
        );
        string Each(Func<string, string> what, string between) => string.Join(between, words.Select((_, i) => what($"w{i}.Mask")));
        var all = Each(m => m, " | ");
        var sql = $"""
            SELECT w0.ItemId AS Id, {Nearest($"({all})")} AS Place, ({Each(m => $"({m} & {Shown}) <> 0", " AND ")}) AS Open, ({Each(
                m => $"({m} & 1) <> 0",
                " AND "
            )}) AS Numbered
            FROM {string.Join(" JOIN ", parts.Select((p, i) => i == 0 ? p : $"{p} ON w{i}.ItemId = w0.ItemId"))}
            """;
        return db.Database.SqlQueryRaw<SearchHit>(sql, [.. words.Select(w => (object)w.Match)]);
    }

    /// <summary>Texts by their key in the index.</summary>
    public static async Task<Dictionary<long, string>> TextsAsync(DisclosureDb db, IReadOnlyCollection<long> keys, CancellationToken ct)
    {
        if (keys.Count == 0)
        {
            return [];
        }
        var list = JsonSerializer.Serialize(keys);
        return await db
            .Database.SqlQuery<SearchedText>($"SELECT Id, Text FROM SearchTexts WHERE Id IN (SELECT value FROM json_each({list}))")
            .ToDictionaryAsync(t => t.Id, t => t.Text, ct);
    }

    private static string Nearest(string mask)
    {
        (int Bits, SearchGroup Group)[] order =
        [
            (Bit(SearchPlace.Number), SearchGroup.Number),
            (Bit(SearchPlace.Title) | Bit(SearchPlace.TitleInitials), SearchGroup.Title),
            (Bit(SearchPlace.Summary), SearchGroup.Summary),
            (Bit(SearchPlace.People) | Bit(SearchPlace.PeopleInitials), SearchGroup.People),
            (Bit(SearchPlace.Opinion), SearchGroup.Opinion),
        ];
        return $"CASE {string.Join(' ', order.Select(o => $"WHEN {mask} & {o.Bits} THEN {(int)o.Group}"))} ELSE {(int)SearchGroup.Body} "
            + $"END";
    }

    private static int Bit(SearchPlace place) => 1 << (int)place;

    private sealed record SearchedText(long Id, string Text);
}
