using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Deadlines;

/// <summary>Local days as typed: every day of the range in one go.</summary>
/// <param name="Until">Last day, included.</param>
/// <param name="Worked">True when worked, false when off.</param>
/// <param name="Notice">Number of the notice.</param>
public sealed record LocalEntry(DateOnly From, DateOnly Until, bool Worked, string Name, string Notice);

/// <summary>A national year as typed or imported.</summary>
/// <param name="Text">What <see cref="YearText"/> reads.</param>
/// <param name="Notice">Number of the notice.</param>
/// <param name="Replace">True once the administrator has confirmed that it stands in the place of the one known.</param>
public sealed record YearEntry(int Year, string Text, string Notice, bool Replace);

/// <summary>
/// The system administrator's changes to the calendar. What is due already stays due as it was; every later date is computed anew.
/// </summary>
public sealed class CalendarService(Operations operations)
{
    /// <summary>Most days of one local entry.</summary>
    public const int MostLocalDays = 31;

    private const Duty Office = Duty.SystemAdmin;
    private const int LongestNotice = 40;

    /// <summary>Enters local days; answers how many.</summary>
    public Task<Outcome<int>> AddLocalAsync(LocalEntry entry, Guid commandId, Actor by, DateTime now, CancellationToken ct = default) =>
        operations.ByAsync<int>(
            Office,
            by,
            now,
            commandId,
            async db =>
            {
                if (
                    (Entries.Text(entry.Name, "Name", "名称", 20) ?? Entries.Text(entry.Notice, "Notice", "文号", LongestNotice)) is
                    { } refusal
                )
                {
                    return refusal;
                }
                var count = entry.Until.DayNumber - entry.From.DayNumber + 1;
                if (count is < 1 or > MostLocalDays)
                {
                    return new LocalRangeWrong(MostLocalDays);
                }
                if (
                    await db
                        .LocalDays.AsNoTracking()
                        .Where(d => d.Day >= entry.From && d.Day <= entry.Until)
                        .OrderBy(d => d.Day)
                        .FirstOrDefaultAsync(ct) is
                    { } taken
                )
                {
                    return new LocalDayTaken(taken.Day, taken.Name);
                }
                var calendar = await WorkCalendars.ReadAsync(db, ct);
                var days = Enumerable.Range(0, count).Select(entry.From.AddDays).ToList();
                if (
                    entry.Worked
                    && days.Where(d => calendar.IsWorkDay(d) is { Ok: true, Value: true }).Select(d => (DateOnly?)d).FirstOrDefault()
                        is { } anyway
                )
                {
                    return new LocalDayWorksAnyway(anyway);
                }
                db.LocalDays.AddRange(
                    days.Select(d => new LocalDay
                    {
                        Day = d,
                        EntryId = commandId,
                        Worked = entry.Worked,
                        Name = entry.Name.Trim(),
                        Notice = entry.Notice.Trim(),
                        StaffId = by.StaffId,
                        StaffName = by.Name,
                        EnteredAt = now,
                    })
                );
                var detail =
                    $"录入地方日历“{entry.Name.Trim()}”：{Span(entry.From, entry.Until)}{(entry.Worked ? "上班" : "放假")}，"
                    + $"{entry.Notice.Trim()}";
                await Administration.NoteAsync(db, by, Office, "calendar.local.add", detail, now);
                return count;
            },
            ct
        );

    /// <summary>Removes a local entry with all its days.</summary>
    public Task<Outcome<Done>> RemoveLocalAsync(Guid entryId, Actor by, DateTime now, CancellationToken ct = default) =>
        operations.ByAsync<Done>(
            Office,
            by,
            now,
            null,
            async db =>
            {
                if (await db.LocalDays.Where(d => d.EntryId == entryId).OrderBy(d => d.Day).ToListAsync(ct) is not { Count: > 0 } days)
                {
                    return new NotFound();
                }
                db.LocalDays.RemoveRange(days);
                var detail = $"删除地方日历“{days[0].Name}”：{Span(days[0].Day, days[^1].Day)}，{days[0].Notice}";
                return await Administration.NoteAsync(db, by, Office, "calendar.local.remove", detail, now);
            },
            ct
        );

    /// <summary>
    /// Enters a national year, whole or not at all; answers the days announced. A year that is known is replaced only when confirmed.
    /// </summary>
    public Task<Outcome<int>> EnterYearAsync(YearEntry entry, Guid commandId, Actor by, DateTime now, CancellationToken ct = default) =>
        operations.ByAsync<int>(
            Office,
            by,
            now,
            commandId,
            async db =>
            {
                if (entry.Year is < 2020 or > 2099)
                {
                    return new YearOutOfRange();
                }
                var read = YearText.Read(entry.Year, entry.Text);
                if ((read.Problem ?? Entries.Text(entry.Notice, "Notice", "文号", LongestNotice)) is { } refusal)
                {
                    return refusal;
                }
                var before = (await WorkCalendars.ReadAsync(db, ct)).Find(entry.Year);
                if (before is not null && !entry.Replace)
                {
                    return new YearIsKnown(entry.Year);
                }
                var year = read.Value;
                await db.NationalYears.Where(y => y.Year == entry.Year).ExecuteDeleteAsync(ct);
                db.NationalYears.Add(
                    new NationalYear
                    {
                        Year = entry.Year,
                        Notice = entry.Notice.Trim(),
                        StaffId = by.StaffId,
                        StaffName = by.Name,
                        EnteredAt = now,
                    }
                );
                db.NationalDays.AddRange(
                    year.DaysOff.Concat(year.DaysWorked)
                        .Select(d => new NationalDay
                        {
                            Day = d,
                            Year = entry.Year,
                            Worked = year.DaysWorked.Contains(d),
                            Name = year.Names.GetValueOrDefault(d, ""),
                        })
                );
                var replaced = before is null ? "" : $"，替换原有安排（相差 {year.DifferenceTo(before)} 天）";
                var detail =
                    $"录入{entry.Year}年国家放假安排：放假 {year.DaysOff.Count} 天，调休上班 {year.DaysWorked.Count} 天，"
                    + $"{entry.Notice.Trim()}{replaced}";
                await Administration.NoteAsync(db, by, Office, "calendar.year.enter", detail, now);
                return year.DaysOff.Count + year.DaysWorked.Count;
            },
            ct
        );

    /// <summary>Removes an entered year; the one that comes with the program stands again, or none.</summary>
    public Task<Outcome<Done>> RemoveYearAsync(int year, Actor by, DateTime now, CancellationToken ct = default) =>
        operations.ByAsync<Done>(
            Office,
            by,
            now,
            null,
            async db =>
            {
                if (await db.NationalYears.FirstOrDefaultAsync(y => y.Year == year, ct) is not { } entered)
                {
                    return new NotFound();
                }
                db.NationalYears.Remove(entered);
                var left = NationalHolidays.Embedded.ContainsKey(year) ? "恢复为随程序附带的安排" : "该年不再有工作日历";
                return await Administration.NoteAsync(
                    db,
                    by,
                    Office,
                    "calendar.year.remove",
                    $"删除录入的{year}年国家放假安排（{entered.Notice}），{left}",
                    now
                );
            },
            ct
        );

    private static string Span(DateOnly from, DateOnly until) =>
        from == until ? $"{from:yyyy-MM-dd}" : $"{from:yyyy-MM-dd} 至 {until:yyyy-MM-dd}";
}
