using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Publication;

/// <summary>One check as shown.</summary>
public sealed record CheckView(
    int Id,
    Channel Channel,
    string FileName,
    CheckWay Way,
    string FoundName,
    CheckResult Result,
    string Note,
    int Total,
    IReadOnlyList<TextDifference> Differences,
    string By,
    DateTime At
)
{
    /// <summary>What of the page stands before and after the text.</summary>
    public IEnumerable<TextDifference> Around => Differences.Where(IsAround);

    /// <summary>What differs in the text itself.</summary>
    public IReadOnlyList<TextDifference> InText => [.. Differences.Where(d => !IsAround(d))];

    private static bool IsAround(TextDifference d) => d.Kind is DifferenceKind.Before or DifferenceKind.After;
}

/// <summary>Which publications a list shows.</summary>
public enum CheckFilter
{
    /// <summary>未核对.</summary>
    Never,

    /// <summary>最近一次不一致.</summary>
    Different,

    /// <summary>最近一次一致.</summary>
    Same,
}

/// <summary>An item on a channel, with its newest check.</summary>
public sealed record CheckRow(
    int ItemId,
    string Number,
    string Title,
    string Unit,
    Channel Channel,
    string Place,
    DateTime At,
    CheckResult? Result,
    DateTime? CheckedAt
);

/// <summary>Reads the checks of what is published.</summary>
public sealed class ConsistencyQueries(Operations operations)
{
    /// <summary>Checks of an item the reader may read, newest first.</summary>
    public async Task<IReadOnlyList<CheckView>> OfItemAsync(int id, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var db = op.Db;
        if (!await op.MayReadAsync(id, ct))
        {
            return [];
        }
        var checks = await db
            .ConsistencyChecks.AsNoTracking()
            .Where(c => c.SubmissionId == id)
            .OrderByDescending(c => c.Id)
            .Take(100)
            .ToListAsync(ct);
        var closed = await ContentAccess.ClosedAsync(
            db,
            [.. checks.SelectMany(c => (string[])[c.FileSha256, c.FoundSha256]).Distinct()],
            Holder.Item(id),
            ct
        );
        // Differences quote both texts.
        return
        [
            .. checks.Select(c => new CheckView(
                c.Id,
                c.Channel,
                c.FileName,
                c.Way,
                c.FoundName,
                c.Result,
                c.Note,
                c.Total,
                closed.ContainsKey(c.FileSha256) || closed.ContainsKey(c.FoundSha256) ? [] : ConsistencyCheck.FromJson(c.DifferencesJson),
                c.StaffName,
                c.At
            )),
        ];
    }

    /// <summary>
    /// One page of publications by their newest check, and how many there are; empty for everybody but the head of the platform.
    /// </summary>
    /// <param name="page">From 0; null for all.</param>
    public async Task<(IReadOnlyList<CheckRow> Rows, int Total)> PageAsync(
        CheckFilter filter,
        int? page,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        if (!grants.Has(Duty.PlatformHead))
        {
            return ([], 0);
        }
        var (units, checks) = (db.Units, db.ConsistencyChecks);
        var items = op.Items.Where(s => s.State == ItemState.Published);
        var found =
            from p in db.Publications
            join s in items on p.SubmissionId equals s.Id
            let newest = checks
                .Where(c => c.SubmissionId == p.SubmissionId && c.Channel == p.Channel)
                .OrderByDescending(c => c.Id)
                .FirstOrDefault()
            select new
            {
                p,
                s,
                Result = (CheckResult?)newest!.Result,
                CheckedAt = (DateTime?)newest.At,
            };
        found = filter switch
        {
            CheckFilter.Never => found.Where(x => x.Result == null),
            CheckFilter.Different => found.Where(x => x.Result == CheckResult.Different),
            _ => found.Where(x => x.Result != null && x.Result != CheckResult.Different),
        };
        var total = await found.CountAsync(ct);
        var ordered = found.OrderBy(x => x.p.At).ThenBy(x => x.p.Id).AsQueryable();
        if (page is { } number)
        {
            ordered = ordered.Skip(number * InboxQueries.PageSize).Take(InboxQueries.PageSize);
        }
        return (
            await ordered
                .Select(x => new CheckRow(
                    x.s.Id,
                    x.s.Number ?? "",
                    x.s.Title,
                    units.First(u => u.Id == x.s.UnitId).Name,
                    x.p.Channel,
                    x.p.Place,
                    x.p.At,
                    x.Result,
                    x.CheckedAt
                ))
                .ToListAsync(ct),
            total
        );
    }
}
