using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Deadlines;
using Disclosure.Core.Review;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Ledgers;

/// <summary>Who sees which lines: the office, the leaders and the platform see all, heads and chiefs their own unit's.</summary>
public static class LedgerRights
{
    private static readonly Duty[] SeeAll = [Duty.DisclosureOffice, Duty.DeputyDirector, Duty.Director, Duty.PlatformHead];
    private static readonly Duty[] SeeOwn = [Duty.SectionHead, Duty.CountyChief];

    /// <summary>True when any line is theirs to see.</summary>
    public static bool MaySee(Grants by) => SeeAll.Concat(SeeOwn).Any(by.Has);

    /// <summary>True when every line is theirs to see, the publication ledger with them.</summary>
    public static bool MaySeeAll(Grants by) => SeeAll.Any(by.Has);

    /// <summary>The units whose lines they see; null for all.</summary>
    public static IReadOnlyList<int>? Units(Grants by) => SeeAll.Any(by.Has) ? null : [.. SeeOwn.SelectMany(by.UnitsOf).Distinct()];
}

/// <summary>Reads one month from the store, in four questions whatever the number of items.</summary>
internal static class LedgerReading
{
    public static async Task<(MonthLedger Ledger, IReadOnlyList<LedgerFact> Facts)> MonthAsync(
        DisclosureDb db,
        LedgerMonth month,
        DateOnly today,
        CancellationToken ct
    )
    {
        var clock = new StepClock(await WorkCalendars.ReadAsync(db, ct), await StepLimits.ReadAsync(db, ct));
        var facts = SecrecyLedger.Facts(await MovesAsync(db, month, ct), await HoldsAsync(db, month, ct), month, today, clock);
        var units = await db.Units.AsNoTracking().Where(u => u.Kind != UnitKind.Leadership).ToListAsync(ct);
        var ordered = units.OrderBy(u => u.Kind == UnitKind.County).ThenBy(u => u.Order).ThenBy(u => u.Code, StringComparer.Ordinal);
        return (MonthLedger.Of(month, ordered, facts), facts);
    }

    private static Task<List<LedgerMove>> MovesAsync(DisclosureDb db, LedgerMonth month, CancellationToken ct)
    {
        var (from, until) = (month.FromUtc, month.UntilUtc);
        var finding = ApprovalRoutes.CodesWhere(s => s.AsksFinding);
        var alive = db.Submissions.Where(s => s.CreatedAt < until && (s.EndedAt == null || s.EndedAt >= from));
        return db
            .Signatures.AsNoTracking()
            .Where(g => g.At < until)
            .Join(
                alive,
                g => g.SubmissionId,
                s => s.Id,
                (g, s) =>
                    new
                    {
                        g,
                        s.UnitId,
                        s.RouteCode,
                    }
            )
            .OrderBy(x => x.g.SubmissionId)
            .ThenBy(x => x.g.Id)
            .Select(x => new LedgerMove(
                x.g.SubmissionId,
                x.UnitId,
                x.RouteCode,
                x.g.Step,
                x.g.ToStep,
                x.g.Kind,
                x.g.Tier,
                x.g.Round,
                x.g.At >= from && x.g.AnsweredYes ? x.g.AnswersJson : "",
                x.g.Kind == MoveKind.Resume ? x.g.ParticularsJson : "",
                finding.Contains(x.g.Step) && x.g.Standing && x.g.Finding == OfficeFinding.Withhold,
                x.g.At
            ))
            .ToListAsync(ct);
    }

    private static Task<List<LedgerHold>> HoldsAsync(DisclosureDb db, LedgerMonth month, CancellationToken ct)
    {
        var (from, until) = (month.FromUtc, month.UntilUtc);
        return db
            .Holds.AsNoTracking()
            .Where(h => h.OpenedAt >= from && h.OpenedAt < until)
            .Join(db.Submissions, h => h.SubmissionId, s => s.Id, (h, s) => new LedgerHold(s.Id, s.UnitId, h.Kind))
            .ToListAsync(ct);
    }
}
