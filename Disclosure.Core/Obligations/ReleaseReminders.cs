using System.Globalization;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Reminders;
using Disclosure.Core.Store;

namespace Disclosure.Core.Obligations;

/// <summary>Reminds the section's head and editors 10, 3 and 1 days before a planned release; a moved day is reminded of anew.</summary>
public sealed class ReleaseReminders : IRaisesReminders
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<DueReminder>> DueAsync(DisclosureDb db, DateTime now, CancellationToken ct = default)
    {
        var today = BureauTime.Day(now);
        var due = new List<DueReminder>();
        foreach (
            var r in (await ReleaseReading.OpenUntilAsync(db, today.AddDays(DueDates.RecallRelease[0]), ct)).Where(r => r.Day >= today)
        )
        {
            var left = r.Day.DayNumber - today.DayNumber;
            var stage = DueDates.RecallRelease.Where(d => left <= d).Min();
            var day = r.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            IReadOnlyList<int> concerned =
            [
                .. await Recipients.OfAsync(db, Duty.SectionHead, r.UnitId, today, ct),
                .. await Recipients.OfAsync(db, Duty.Editor, r.UnitId, today, ct),
            ];
            due.Add(
                new DueReminder(
                    $"release/{r.Id}/{day}/{stage}",
                    $"发布日历：“{r.Title}”计划于 {day} 发布，{(left == 0 ? "就在今天" : $"还有 {left} 天")}。",
                    $"/releases?month={day[..7]}",
                    concerned
                )
            );
        }
        return due;
    }
}
