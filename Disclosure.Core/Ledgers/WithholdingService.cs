using Disclosure.Core.Approval;
using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Ledgers;

/// <summary>Judges again, once a year, whether what is not public still has to be (条例 art. 18).</summary>
public sealed class WithholdingService(Operations operations)
{
    /// <summary>Longest reason, characters.</summary>
    public const int ReasonLength = 500;

    /// <summary>Judges one item for the year that runs.</summary>
    public Task<Outcome<Done>> JudgeAsync(
        int id,
        WithholdingDecision decision,
        string reason,
        Guid commandId,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    ) =>
        operations.WriteAsync<Done>(
            by,
            now,
            async op =>
            {
                var (db, grants) = op;
                var today = op.Today;
                var readable = op.Items;
                if (
                    !WithheldQueries.MaySee(grants)
                    || await readable.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, ct) is not { } item
                )
                {
                    return new NotFound();
                }
                if (grants.Find(Duty.DisclosureOffice, null) is not { } under)
                {
                    return new OnlyTheOffice("年度复核");
                }
                if (await RefusalAsync(db, id, reason, today.Year, ct) is { } refusal)
                {
                    return refusal;
                }
                var grounds = await WithheldReading.GroundsAsync(db, readable, id, WithheldWords.EndOf(today.Year), ct);
                var freed = await db.WithholdingReviews.AnyAsync(
                    r => r.SubmissionId == id && r.Decision == WithholdingDecision.MayDisclose,
                    ct
                );
                if (freed || !grounds[id].Any(g => g.Stands))
                {
                    return new NothingWithheld();
                }
                db.WithholdingReviews.Add(
                    new WithholdingReview
                    {
                        SubmissionId = id,
                        Year = today.Year,
                        Decision = decision,
                        Reason = reason.Trim(),
                        StaffId = by.StaffId,
                        StaffName = grants.Name,
                        ActingForName = under.ActingForName ?? "",
                        At = now,
                    }
                );
                var number = item.Number is { } n ? $"{n}：" : "";
                await AuditTrail.AppendAsync(
                    db,
                    new AuditFact(by, "withheld.judge", $"{number}{today.Year}年复核，{decision.Name()}", now)
                    {
                        Duty = under.Duty.Name(),
                        ActingFor = under.ActingForName ?? "",
                        SubmissionId = id,
                    }
                );
                return Done.It;
            },
            commandId,
            ct
        );

    private static async Task<Problem?> RefusalAsync(DisclosureDb db, int id, string reason, int year, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return new JudgementNeedsReason();
        }
        if (reason.Trim().Length > ReasonLength)
        {
            return new RemarkTooLong(ReasonLength);
        }
        return
            await db.WithholdingReviews.AsNoTracking().FirstOrDefaultAsync(r => r.SubmissionId == id && r.Year == year, ct) is { } earlier
            ? new JudgedThisYear(earlier.StaffName)
            : null;
    }
}
