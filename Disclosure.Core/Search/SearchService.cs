using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Search;

/// <summary>Keeps the index as the items are. Whatever was missed while nobody kept it is found again by comparing states.</summary>
public sealed class SearchService(WriteGate store, IDbContextFactory<DisclosureDb> contexts, SearchReading reading)
{
    // A writer who waits meanwhile should not notice.
    private const int AtOnce = 10;

    /// <summary>Brings every item up to date and forgets those that are gone; answers how many were changed.</summary>
    public async Task<int> CatchUpAsync(CancellationToken ct = default) => await ForgetGoneAsync(ct) + await UpdateAsync("", ct);

    /// <summary>The same for drafts and what was returned: they change with every saving, and nobody is told.</summary>
    public Task<int> CatchUpDraftsAsync(CancellationToken ct = default) => UpdateAsync("s.State IN ('Draft', 'Returned', 'Held')", ct);

    /// <summary>The same for one item.</summary>
    public Task<int> UpdateAsync(int itemId, CancellationToken ct = default) =>
        UpdateAsync(FormattableString.Invariant($"s.Id = {itemId}"), ct);

    private async Task<int> UpdateAsync(string which, CancellationToken ct)
    {
        if (!await ReadyAsync(ct))
        {
            return 0;
        }
        List<int> old;
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            old = await db.Database.SqlQueryRaw<int>(SearchReading.Outdated(which)).ToListAsync(ct);
        }
        var changed = 0;
        foreach (var ids in old.Chunk(AtOnce))
        {
            var read = new List<SearchEntry>();
            foreach (var id in ids)
            {
                if (await reading.ReadAsync(id, ct) is { } entry)
                {
                    read.Add(entry);
                }
            }
            changed += await PutAsync(read, ct);
        }
        return changed;
    }

    private async Task<int> PutAsync(List<SearchEntry> read, CancellationToken ct)
    {
        var put = await store.WriteAsync<int>(
            async db =>
            {
                var done = 0;
                foreach (var entry in read)
                {
                    // Changed, erased or discarded since it was read: its words must not come in; whoever changed it has told so.
                    if (
                        await SearchReading.StampAsync(db, entry.State.ItemId, ct) == entry.State.Stamp
                        && await SearchIndex.StateAsync(db, entry.State.ItemId, ct) == entry.Before
                    )
                    {
                        await SearchIndex.PutAsync(db, entry.State, entry.Texts, ct);
                        done++;
                    }
                }
                return done;
            },
            null,
            ct
        );
        return put.Ok ? put.Value : 0;
    }

    private async Task<int> ForgetGoneAsync(CancellationToken ct)
    {
        if (!await ReadyAsync(ct))
        {
            return 0;
        }
        var forgotten = await store.WriteAsync<int>(
            async db =>
            {
                var gone = await db
                    .Database.SqlQuery<int>($"SELECT ItemId AS Value FROM SearchItems WHERE ItemId NOT IN (SELECT Id FROM Submissions)")
                    .ToListAsync(ct);
                foreach (var id in gone)
                {
                    await SearchIndex.ForgetAsync(db, id, ct);
                }
                return gone.Count;
            },
            null,
            ct
        );
        return forgotten.Ok ? forgotten.Value : 0;
    }

    private async Task<bool> ReadyAsync(CancellationToken ct)
    {
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            if (await SearchIndex.ExistsAsync(db, ct))
            {
                return true;
            }
        }
        return (
            await store.WriteAsync<bool>(
                async db =>
                {
                    await SearchIndex.EnsureAsync(db, ct);
                    return true;
                },
                null,
                ct
            )
        ).Ok;
    }
}
