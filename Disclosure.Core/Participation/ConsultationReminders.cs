using System.Globalization;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Reminders;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Participation;

/// <summary>
/// Reminds the section when a consultation ends and, with the office, ten days later while its result is not published. A new end is
/// reminded of anew.
/// </summary>
public sealed class ConsultationReminders : IRaisesReminders, IWeekRows
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<DueReminder>> DueAsync(DisclosureDb db, DateTime now, CancellationToken ct = default)
    {
        var today = BureauTime.Day(now);
        var due = new List<DueReminder>();
        foreach (
            var c in await db
                .Consultations.AsNoTracking()
                .Where(c => c.SummaryOn == null && c.Until <= today)
                .OrderBy(c => c.Until)
                .ToListAsync(ct)
        )
        {
            var late = today >= c.Until.AddDays(DueDates.SummaryAfter);
            var end = c.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var text = late
                ? $"意见征集“{c.Title}”已于 {end} 截止，过了 {DueDates.SummaryAfter} 天仍未公布结果。"
                : $"意见征集“{c.Title}”{(c.Until == today ? "今天" : $"已于 {end} ")}截止，请逐条处理意见并公布结果。";
            var concerned = new List<int>();
            concerned.AddRange(await Recipients.OfAsync(db, Duty.SectionHead, c.UnitId, today, ct));
            concerned.AddRange(await Recipients.OfAsync(db, Duty.Editor, c.UnitId, today, ct));
            if (late)
            {
                concerned.AddRange(await Recipients.OfAsync(db, Duty.DisclosureOffice, null, today, ct));
            }
            due.Add(new DueReminder($"consultation/{c.Id}/{end}/{(late ? "late" : "end")}", text, $"/consultations/{c.Id}", concerned));
        }
        return due;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WeekRow>> RowsAsync(DisclosureDb db, Grants grants, DateOnly today, CancellationToken ct = default)
    {
        var (sunday, units) = (WeekRow.SundayOf(today), db.Units);
        var open = await db
            .Consultations.AsNoTracking()
            .Where(c => c.SummaryOn == null && c.Until <= sunday)
            .Select(c => new
            {
                c.Id,
                c.Title,
                c.Until,
                Unit = units.First(u => u.Id == c.UnitId).Name,
            })
            .ToListAsync(ct);
        return
        [
            .. open.Select(c =>
                    c.Until < today
                        ? new WeekRow(
                            "意见征集",
                            $"{c.Title}（结果待公布）",
                            c.Unit,
                            c.Until.AddDays(DueDates.SummaryAfter),
                            c.Until.AddDays(DueDates.SummaryAfter) < today,
                            $"/consultations/{c.Id}"
                        )
                        : new WeekRow("意见征集", $"{c.Title}（截止）", c.Unit, c.Until, false, $"/consultations/{c.Id}")
                )
                .Where(r => r.Due <= sunday),
        ];
    }
}
