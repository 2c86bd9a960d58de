using Disclosure.Core.Bureau;

namespace Disclosure.Core.Deadlines;

/// <summary>A line of an arrangement is wrong; nothing of it is taken.</summary>
public sealed record YearLineWrong(int Line, string Why) : EntryProblem("Text", $"第 {Line} 行：{Why}整份没有录入。");

/// <summary>Nothing in it.</summary>
public sealed record YearIsEmpty() : EntryProblem("Text", "没有任何放假日，请粘贴或选择放假安排。");

/// <summary>An arrangement is a page, not a book.</summary>
public sealed record YearTooLong(int MostKilobytes) : EntryProblem("Text", $"文件超过 {MostKilobytes} KB，不是一年的放假安排。");

/// <summary>Neither UTF-8 nor GB18030.</summary>
public sealed record YearUnreadable() : EntryProblem("Text", "文件不是 UTF-8 或 GB18030 编码的文本，请另存为 CSV 或 JSON 后再选。");

/// <summary>No year to enter.</summary>
public sealed record YearOutOfRange() : EntryProblem("Year", "年份应在 2020 至 2099 之间。");

/// <summary>The year has an arrangement already; putting another in its place is asked once.</summary>
public sealed record YearIsKnown(int Year) : EntryProblem("Year", $"{Year}年已有国家放假安排，确认替换后才能录入。");

/// <summary>Days the wrong way round, or more than a holiday has.</summary>
public sealed record LocalRangeWrong(int Most) : EntryProblem("Until", $"止日不能早于起日，一次最多录入 {Most} 天。");

/// <summary>One day, one local entry.</summary>
public sealed record LocalDayTaken(DateOnly Day, string Name)
    : EntryProblem("From", $"{Day:yyyy-MM-dd} 已录入为“{Name}”，请先删除原来的。");

/// <summary>A day that is worked anyway needs no entry.</summary>
public sealed record LocalDayWorksAnyway(DateOnly Day) : EntryProblem("From", $"{Day:yyyy-MM-dd} 本来就是工作日，不必录为上班。");
