using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Ledgers;

/// <summary>
/// Reads the yearly list of what was withheld, postponed or limited (条例 art. 18): for the office and the leaders, and of it the items
/// they may read.
/// </summary>
public sealed class WithheldQueries(Operations operations)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 30;

    private static readonly Duty[] SeeIt = [Duty.DisclosureOffice, Duty.DeputyDirector, Duty.Director];

    /// <summary>True for the office and the leaders.</summary>
    public static bool MaySee(Grants by) => SeeIt.Any(by.Has);

    /// <summary>
    /// One page of the list as of a year, those still to be judged first and the oldest of them before; null for everybody else.
    /// </summary>
    /// <param name="page">From 0; null for the whole list.</param>
    public async Task<WithheldList?> PageAsync(int year, int? page, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        if (!MaySee(grants))
        {
            return null;
        }
        var readable = op.Items.AsNoTracking();
        var grounds = await WithheldReading.GroundsAsync(db, readable, null, WithheldWords.EndOf(year), ct);
        var reviews = (await db.WithholdingReviews.AsNoTracking().Where(r => r.Year <= year).OrderBy(r => r.Year).ToListAsync(ct)).ToLookup(
            r => r.SubmissionId,
            View
        );
        var ordered = grounds
            .Select(g => Row(g.Key, [.. g], [.. reviews[g.Key]], year))
            .OrderBy(r => r.Due is null)
            .ThenBy(r => r.Judged is not null)
            .ThenBy(r => r.Since)
            .ThenBy(r => r.Id)
            .ToList();
        var shown = page is { } p ? ordered.Skip(p * PageSize).Take(PageSize).ToList() : ordered;
        return new WithheldList(
            year,
            await NamedAsync(db, readable, shown, ct),
            ordered.Count,
            ordered.Count(r => r.Due is not null),
            grants.Has(Duty.DisclosureOffice) && year == BureauTime.Day(now).Year
        );
    }

    /// <summary>
    /// A row without the item's names. Owed: a ground stands, nobody judged it this year, and nobody found it free in an earlier one.
    /// </summary>
    private static WithheldRow Row(int id, IReadOnlyList<WithheldGround> grounds, IReadOnlyList<JudgementView> judged, int year)
    {
        var last = judged.Count > 0 ? judged[^1] : null;
        var owed = grounds.Any(g => g.Stands) && last?.Year != year && last?.Decision != WithholdingDecision.MayDisclose;
        return new WithheldRow(
            id,
            null,
            "",
            "",
            ItemState.Draft,
            grounds,
            last?.Year == year ? last : null,
            last,
            owed ? WithheldWords.DueIn(year) : null
        );
    }

    private static async Task<List<WithheldRow>> NamedAsync(
        DisclosureDb db,
        IQueryable<Submission> readable,
        List<WithheldRow> rows,
        CancellationToken ct
    )
    {
        var (ids, units) = (rows.Select(r => r.Id).ToList(), db.Units);
        var names = await readable
            .Where(s => ids.Contains(s.Id))
            .Select(s => new
            {
                s.Id,
                s.Number,
                s.Title,
                Unit = units.First(u => u.Id == s.UnitId).ShortName,
                s.State,
            })
            .ToDictionaryAsync(s => s.Id, ct);
        return
        [
            .. rows.Select(r => names[r.Id] is var n ? r with { Number = n.Number, Title = n.Title, Unit = n.Unit, State = n.State } : r),
        ];
    }

    private static JudgementView View(WithholdingReview r) => new(r.Year, r.Decision, r.Reason, r.StaffName, r.ActingForName, r.At);
}
