using System.Linq.Expressions;
using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Publication;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Search;

/// <summary>
/// Searches. Whoever may read an item finds it by every word; everybody with an open account finds what is published by number, title and
/// summary, as the catalogue shows them, and what came down in an emergency by its number alone. Searching reads nothing: opening does.
/// </summary>
public sealed class SearchQueries(Operations operations, IDbContextFactory<DisclosureDb> contexts)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 20;

    /// <summary>Rows in a file.</summary>
    public const int Most = 5000;

    /// <summary>One page of what is found.</summary>
    /// <param name="page">From 0.</param>
    public Task<Outcome<SearchResults>> PageAsync(SearchAsked asked, int page, Actor by, DateTime now, CancellationToken ct = default) =>
        FindAsync(asked, page * PageSize, PageSize, by, now, ct);

    /// <summary>Everything found, as far as <see cref="Most"/>, for a file.</summary>
    public Task<Outcome<SearchResults>> AllAsync(SearchAsked asked, Actor by, DateTime now, CancellationToken ct = default) =>
        FindAsync(asked, 0, Most, by, now, ct);

    /// <summary>Units to choose from.</summary>
    public async Task<IReadOnlyList<(int Id, string Name)>> UnitsAsync(CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return
        [
            .. (
                await db.Units.AsNoTracking().OrderBy(u => u.Order).ThenBy(u => u.Id).Select(u => new { u.Id, u.ShortName }).ToListAsync(ct)
            ).Select(u => (u.Id, u.ShortName)),
        ];
    }

    private async Task<Outcome<SearchResults>> FindAsync(
        SearchAsked asked,
        int skip,
        int take,
        Actor by,
        DateTime now,
        CancellationToken ct
    )
    {
        var words = SearchWords.Read(asked.Text);
        if (!words.Ok)
        {
            return words.Problem!;
        }
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        if (grants.UnitId == 0 || !await SearchIndex.ExistsAsync(db, ct))
        {
            return SearchResults.None;
        }
        // What looks like a number is one, unless there is no such number.
        if (
            SearchWords.Number(asked.Text) is { } number
            && await FindAsync(db, [number], asked, skip, take, grants, ct) is { Groups.Count: > 0 } numbered
        )
        {
            return numbered;
        }
        return await FindAsync(db, words.Value, asked, skip, take, grants, ct);
    }

    private static async Task<SearchResults> FindAsync(
        DisclosureDb db,
        IReadOnlyList<SearchWord> words,
        SearchAsked asked,
        int skip,
        int take,
        Grants grants,
        CancellationToken ct
    )
    {
        var found = SearchHits
            .Of(db, words)
            .Join(db.Submissions.AsNoTracking(), h => h.Id, s => s.Id, (h, s) => new FoundItem { Hit = h, Item = s })
            .Where(Visible(db, grants));
        found = Filtered(found, asked);
        // Once for counts and page together: gathering the hits is what costs.
        var all = await (
            asked.Newest
                ? found
                    .OrderByDescending(f => f.Item.DraftSavedAt > f.Item.StepSince ? f.Item.DraftSavedAt : f.Item.StepSince)
                    .ThenByDescending(f => f.Item.Id)
                : found
        )
            .Select(f => new PlacedHit(f.Item.Id, f.Hit.Place))
            .ToListAsync(ct);
        var groups = all.CountBy(h => (SearchGroup)h.Place).ToDictionary();
        var chosen = all.Where(h => asked.Group is null || h.Place == (int)asked.Group);
        var page = (asked.Newest ? chosen : chosen.OrderBy(h => h.Place).ThenByDescending(h => h.Id)).Skip(skip).Take(take).ToList();
        var total = asked.Group is { } only ? groups.GetValueOrDefault(only) : all.Count;
        return new SearchResults(await ShownAsync(db, page, words, grants, ct), total, groups);
    }

    private static IQueryable<FoundItem> Filtered(IQueryable<FoundItem> found, SearchAsked asked)
    {
        var (state, kind, unit) = (asked.State, asked.Kind, asked.UnitId);
        found = state is null ? found : found.Where(f => f.Item.State == state);
        found = kind is null ? found : found.Where(f => f.Item.Kind == kind);
        found = unit is null ? found : found.Where(f => f.Item.UnitId == unit);
        if (asked.Year is not { } year || year is < 2000 or > 8999)
        {
            return found;
        }
        var (from, until) = (BureauTime.ToUtc(new DateTime(year, 1, 1)), BureauTime.ToUtc(new DateTime(year + 1, 1, 1)));
        return found.Where(f => f.Item.CreatedAt >= from && f.Item.CreatedAt < until);
    }

    private static Expression<Func<FoundItem, bool>> Visible(DisclosureDb db, Grants grants)
    {
        var takeDowns = db.TakeDowns;
        Expression<Func<FoundItem, bool>> open = f =>
            f.Item.State == ItemState.Published
            && f.Item.Amendment != AmendmentKind.TakeDown
            && (f.Hit.Numbered || (f.Hit.Open && !takeDowns.Any(t => t.SubmissionId == f.Item.Id && t.Ground == TakeDownGround.Secrecy)));
        var readable = ReadingRights.Of(db, grants);
        var item = Expression.Property(open.Parameters[0], nameof(FoundItem.Item));
        return Expression.Lambda<Func<FoundItem, bool>>(
            Expression.OrElse(new ParameterReplacement(readable.Parameters[0], item).Visit(readable.Body), open.Body),
            open.Parameters
        );
    }

    private static async Task<IReadOnlyList<SearchFound>> ShownAsync(
        DisclosureDb db,
        List<PlacedHit> hits,
        IReadOnlyList<SearchWord> words,
        Grants grants,
        CancellationToken ct
    )
    {
        if (hits.Count == 0)
        {
            return [];
        }
        var rows = await RowsAsync(db, hits, ct);
        var ids = hits.ConvertAll(h => h.Id);
        var readable = (
            await db.Submissions.Where(ReadingRights.Of(db, grants)).Where(s => ids.Contains(s.Id)).Select(s => s.Id).ToListAsync(ct)
        ).ToHashSet();
        var texts = await SearchHits.TextsAsync(
            db,
            [.. rows.Where(r => r.Place != (int)SearchGroup.Title).Select(r => ((long)r.Id * SearchIndex.Places) + r.Place)],
            ct
        );
        return
        [
            .. rows.Select(r =>
            {
                var (opens, group) = (readable.Contains(r.Id), (SearchGroup)r.Place);
                var hidden = r.Secret && !opens;
                var title =
                    hidden ? PublishedRow.Hidden
                    : r.Title.Length > 0 ? r.Title
                    : "（未填标题）";
                var text = texts.GetValueOrDefault(((long)r.Id * SearchIndex.Places) + r.Place, "");
                return new SearchFound(
                    r.Id,
                    r.Number,
                    group == SearchGroup.Title || !hidden ? Snippets.Whole(title, words) : [new SnippetPart(title, false)],
                    r.Unit,
                    r.State,
                    r.Down,
                    r.Kind,
                    r.At,
                    opens,
                    group,
                    text.Length > 0 ? Snippets.Around(text, words, group == SearchGroup.People) : []
                );
            }),
        ];
    }

    private static async Task<List<FoundRow>> RowsAsync(DisclosureDb db, List<PlacedHit> hits, CancellationToken ct)
    {
        var ids = hits.ConvertAll(h => h.Id);
        var (units, takeDowns) = (db.Units, db.TakeDowns);
        var rows = await db
            .Submissions.AsNoTracking()
            .Where(s => ids.Contains(s.Id))
            .Select(s => new FoundRow
            {
                Id = s.Id,
                Number = s.Number ?? "",
                Title = s.Title,
                Unit = units.First(u => u.Id == s.UnitId).ShortName,
                State = s.State,
                Down = s.TakenDownAt != null,
                Kind = s.Kind,
                At = s.DraftSavedAt > s.StepSince ? s.DraftSavedAt : s.StepSince,
                Secret = takeDowns.Any(t => t.SubmissionId == s.Id && t.Ground == TakeDownGround.Secrecy),
            })
            .ToDictionaryAsync(r => r.Id, ct);
        return [.. hits.Where(h => rows.ContainsKey(h.Id)).Select(h => rows[h.Id] with { Place = h.Place })];
    }

    private sealed record PlacedHit(int Id, int Place);

    private sealed record FoundRow
    {
        public required int Id { get; init; }

        public int Place { get; init; }

        public required string Number { get; init; }

        public required string Title { get; init; }

        public required string Unit { get; init; }

        public required ItemState State { get; init; }

        public required bool Down { get; init; }

        public required ItemKind? Kind { get; init; }

        public required DateTime At { get; init; }

        public required bool Secret { get; init; }
    }
}
