using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Reminders;

/// <summary>
/// Tells the holders of withdrawn files that nobody reads them now and what was decided, and the office that it must decide.
/// </summary>
public sealed class WithdrawalReminders : IRaisesReminders
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<DueReminder>> DueAsync(DisclosureDb db, DateTime now, CancellationToken ct = default)
    {
        var since = now.AddDays(-DueDates.TellWithdrawnDays);
        var rows = await db
            .Withdrawals.AsNoTracking()
            .Where(w => (w.Holder != HolderKind.Item || w.HolderKey != w.SourceItemId) && (w.Decision == null || w.DecidedAt >= since))
            .ToListAsync(ct);
        if (rows.Count == 0)
        {
            return [];
        }
        var (today, due, asked) = (BureauTime.Day(now), new List<DueReminder>(), new HashSet<(int, DateOnly)>());
        var office = await Recipients.OfAsync(db, Duty.DisclosureOffice, null, today, ct);
        foreach (var row in rows)
        {
            if (row.Decision is null && asked.Add((row.SourceItemId, BureauTime.Day(row.At))))
            {
                // Once for each stop: the page lists every record that it reached.
                due.Add(
                    new DueReminder(
                        $"withdrawn/from/{row.SourceItemId}/{BureauTime.Day(row.At):yyyy-MM-dd}/office",
                        "有文件因与涉密中止的稿件相同而停止查阅，请逐件确认清除或恢复查阅。",
                        "/withdrawn",
                        office
                    )
                );
            }
            due.AddRange(await HoldersAsync(db, row, today, ct));
        }
        return due;
    }

    private static async Task<IReadOnlyList<DueReminder>> HoldersAsync(
        DisclosureDb db,
        Withdrawal row,
        DateOnly today,
        CancellationToken ct
    )
    {
        var (stage, text) = row.Decision switch
        {
            null => ("held", "的一个文件与涉密中止的稿件中的文件相同，已停止查阅，等公开办确认。"),
            WithdrawalDecision.Released => ("released", "停止查阅的文件经公开办认定不涉密，已恢复查阅。"),
            // By name: it was the office, or whoever stopped the item that had the file as well.
            _ => ("destroyed", $"停止查阅的文件经{row.DecidedByName}确认，已按涉密清除。"),
        };
        var key = $"withdrawn/{row.Id}/{stage}";
        if (row.Holder == HolderKind.Delegation)
        {
            return
            [
                new DueReminder(
                    key,
                    $"第 {row.HolderKey} 号委托代签的委托书{text}",
                    "/bureau/delegations",
                    await Recipients.OfAsync(db, Duty.SecurityAdmin, null, today, ct)
                ),
            ];
        }
        if (row.Holder == HolderKind.DutyEntry)
        {
            return
            [
                new DueReminder(
                    key,
                    $"第 {row.HolderKey} 号年度事项登记{text}",
                    "/duties",
                    await Recipients.OfAsync(db, Duty.DisclosureOffice, null, today, ct)
                ),
            ];
        }
        if (await db.Submissions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == row.HolderKey, ct) is not { } item)
        {
            return [];
        }
        IReadOnlyList<int> who =
        [
            item.OwnerId,
            .. await Recipients.OfAsync(db, Duty.Editor, item.UnitId, today, ct),
            .. await Recipients.OfAsync(db, Duty.SectionHead, item.SectionId, today, ct),
            .. await Recipients.OfAsync(db, Duty.CountyChief, item.UnitId, today, ct),
            .. item.State == ItemState.Published ? await Recipients.OfAsync(db, Duty.PlatformHead, null, today, ct) : [],
        ];
        return [new DueReminder(key, $"{item.Number ?? "草稿"}{text}", $"/items/{item.Id}?tab=files", who, item.Id)];
    }
}
