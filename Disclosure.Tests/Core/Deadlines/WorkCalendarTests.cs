using Disclosure.Core.Deadlines;

namespace Disclosure.Tests.Core.Deadlines;

/// <summary>Counted by hand from the State Council's announcement for 2026.</summary>
public sealed class WorkCalendarTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.National;

    [Theory]
    [InlineData("2026-10-01", false)] // 国庆节, Thursday
    [InlineData("2026-10-07", false)]
    [InlineData("2026-10-08", true)]
    [InlineData("2026-09-20", true)] // Sunday worked
    [InlineData("2026-10-10", true)] // Saturday worked
    [InlineData("2026-10-11", false)] // Sunday
    [InlineData("2026-02-14", true)] // Saturday worked
    [InlineData("2026-02-23", false)] // 春节, Monday
    [InlineData("2026-11-02", true)]
    public void Day_IsWorkedAsAnnounced(string day, bool worked) => Assert.Equal(worked, Calendar.IsWorkDay(Day(day)).Value);

    [Theory]
    // 30 Sep (Wed) + 2: 1–7 Oct off, so the 8th and the 9th.
    [InlineData("2026-09-30", 2, "2026-10-09")]
    // + 3 is the worked Saturday.
    [InlineData("2026-09-30", 3, "2026-10-10")]
    [InlineData("2026-09-30", 4, "2026-10-12")]
    // Thu 24 Sep + 1: 中秋 25–27 off, so Monday.
    [InlineData("2026-09-24", 1, "2026-09-28")]
    // Fri 13 Feb + 2: worked Saturday 14th, then 15–23 off, so Tuesday 24th.
    [InlineData("2026-02-13", 2, "2026-02-24")]
    [InlineData("2026-11-02", 0, "2026-11-02")]
    [InlineData("2026-11-02", 20, "2026-11-30")]
    // From a holiday on.
    [InlineData("2026-10-03", 1, "2026-10-08")]
    public void WorkDays_EndWhereTheyAreCountedByHand(string from, int days, string until)
    {
        Assert.Equal(Day(until), Calendar.After(Day(from), days).Value);
        Assert.Equal(days, Calendar.Between(Day(from), Day(until)).Value);
    }

    [Fact]
    public void Between_CountsBackwardsAsNegative()
    {
        Assert.Equal(-3, Calendar.Between(new DateOnly(2026, 10, 10), new DateOnly(2026, 9, 30)).Value);
        Assert.Equal(0, Calendar.Between(new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 7)).Value);
    }

    [Fact]
    public void YearWithoutAnnouncement_IsNotGuessed()
    {
        Assert.Equal(new YearWithoutCalendar(2027), Calendar.IsWorkDay(new DateOnly(2027, 1, 4)).Problem);
        Assert.Equal(new YearWithoutCalendar(2027), Calendar.After(new DateOnly(2026, 12, 31), 1).Problem);
        Assert.Equal(new YearWithoutCalendar(2027), Calendar.Between(new DateOnly(2026, 12, 31), new DateOnly(2027, 1, 5)).Problem);
        Assert.True(Calendar.After(new DateOnly(2026, 12, 30), 1).Ok);
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");
}
