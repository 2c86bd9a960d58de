using System.Globalization;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Deadlines;
using Disclosure.Core.Reminders;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Obligations;

/// <summary>
/// Recalls yearly duties 60, 30 and 10 days before their last day and once it is over; only the stage that runs, so that nobody hears three
/// at once.
/// </summary>
public sealed class DutyReminders : IRaisesReminders
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<DueReminder>> DueAsync(DisclosureDb db, DateTime now, CancellationToken ct = default)
    {
        var today = BureauTime.Day(now);
        var owed = await DutyReading.OwedAsync(db, today, ct);
        if (owed.Count == 0)
        {
            return [];
        }
        var owners = await DutyReading.OwnersAsync(db, ct);
        var due = new List<DueReminder>();
        foreach (var (c, stage) in owed)
        {
            var left = c.Due.DayNumber - today.DayNumber;
            var when =
                stage == 0 ? $"已超过期限（{Day(c.Due)}）"
                : left == 0 ? "今天到期"
                : $"还有 {left} 天到期（{Day(c.Due)}）";
            due.Add(
                new DueReminder(
                    $"duty/{c.Duty.Code}/{c.Year}/{(stage == 0 ? "late" : stage)}",
                    $"{c.Name}{when}，请{Act(c.Duty.Proof)}。",
                    $"/duties?year={c.Year}#{c.Duty.Code}",
                    await ConcernedAsync(db, c.Duty, owners[c.Duty.Code], today, ct)
                )
            );
        }
        return due;
    }

    /// <summary>The office, whoever answers for it, and for the hearing the leaders.</summary>
    private static async Task<IReadOnlyList<int>> ConcernedAsync(
        DisclosureDb db,
        YearlyDuty duty,
        DutyOwnerView owner,
        DateOnly today,
        CancellationToken ct
    )
    {
        var office = await Recipients.OfAsync(db, Duty.DisclosureOffice, null, today, ct);
        var found = new List<int>(office);
        found.AddRange(await Recipients.OfAsync(db, owner.Post, owner.UnitId, today, ct));
        if (owner.UnitId is { } unit)
        {
            found.AddRange(await Recipients.OfAsync(db, Duty.Editor, unit, today, ct));
        }
        if (duty.Proof == DutyProof.Hearing)
        {
            found.AddRange(await Recipients.OfAsync(db, Duty.Director, null, today, ct));
            // In charge is whoever is in charge of the section that answers for it; of the office, where that is the office.
            var units = owner.UnitId is { } one
                ? [one]
                : await db.Staff.Where(s => office.Contains(s.Id)).Select(s => s.UnitId).Distinct().ToListAsync(ct);
            foreach (var id in units)
            {
                found.AddRange(await Recipients.OfAsync(db, Duty.DeputyDirector, id, today, ct));
            }
        }
        return [.. found.Distinct()];
    }

    private static string Act(DutyProof proof) =>
        proof switch
        {
            DutyProof.Publication => "抓紧送审发布，或登记已发布的情况",
            DutyProof.Hearing => "安排主要领导听取汇报并登记纪要",
            _ => "编制公布并登记日期和地址",
        };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
