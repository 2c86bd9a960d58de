using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Ledgers;

/// <summary>Confirms the monthly ledger: the figures are frozen with their hash, a nil report like any other.</summary>
public sealed class LedgerService(Operations operations)
{
    /// <summary>Longest remark, characters.</summary>
    public const int RemarkLength = 500;

    /// <summary>Confirms a month that is over, once; answers the hash of the frozen figures.</summary>
    /// <param name="seen">Hash of the figures that were looked at; others refuse.</param>
    public Task<Outcome<string>> ConfirmAsync(
        LedgerMonth month,
        string seen,
        string remark,
        Guid commandId,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    ) =>
        operations.WriteAsync<string>(
            by,
            now,
            async op =>
            {
                var (db, grants) = op;
                var today = op.Today;
                if (await RefusalAsync(db, month, remark, grants, today, ct) is { } refusal)
                {
                    return refusal;
                }
                var under = grants.Find(Duty.DisclosureOffice, null)!;
                var (ledger, _) = await LedgerReading.MonthAsync(db, month, today, ct);
                var figures = ledger.ToJson();
                var hash = MonthLedger.HashOf(figures);
                if (hash != seen)
                {
                    return new FiguresChanged();
                }
                db.MonthlyReports.Add(
                    new MonthlyReport
                    {
                        Year = month.Year,
                        Month = month.Month,
                        FiguresJson = figures,
                        Sha256 = hash,
                        Remark = remark.Trim(),
                        ConfirmedBy = by.StaffId,
                        ConfirmedByName = grants.Name,
                        ActingForName = under.ActingForName ?? "",
                        ConfirmedAt = now,
                    }
                );
                var what = ledger.Nil ? "零报告" : $"审查 {ledger.Total[LedgerColumn.Items]} 件";
                await AuditTrail.AppendAsync(
                    db,
                    new AuditFact(by, "ledger.confirm", $"确认{month.Name}保密审查台账，{what}，数字校验码 {hash[..16]}", now)
                    {
                        Duty = under.Duty.Name(),
                        ActingFor = under.ActingForName ?? "",
                    }
                );
                return hash;
            },
            commandId,
            ct
        );

    private static async Task<Problem?> RefusalAsync(
        DisclosureDb db,
        LedgerMonth month,
        string remark,
        Grants grants,
        DateOnly today,
        CancellationToken ct
    ) =>
        grants switch
        {
            _ when !LedgerRights.MaySee(grants) => new NotFound(),
            _ when !grants.Has(Duty.DisclosureOffice) => new OnlyTheOffice("确认台账"),
            _ when !month.Over(today) => new MonthNotOver(month),
            _ when remark.Trim().Length > RemarkLength => new RemarkTooLong(RemarkLength),
            _ => await db.MonthlyReports.FirstOrDefaultAsync(r => r.Year == month.Year && r.Month == month.Month, ct) is { } earlier
                ? new MonthConfirmed(earlier.ConfirmedByName)
                : null,
        };
}
