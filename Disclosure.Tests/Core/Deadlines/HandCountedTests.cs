using Disclosure.Core.Deadlines;

namespace Disclosure.Tests.Core.Deadlines;

/// <summary>Due days counted by hand on paper; every count is written out beside its case.</summary>
public sealed class HandCountedTests
{
    private static readonly WorkCalendar National = WorkCalendar.National;

    // 藏历新年 Friday 28 February to Thursday 6 March 2025, Saturday 8 March worked: an invented notice.
    private static readonly WorkCalendar WithLosar = new(
        NationalHolidays.Embedded.Values,
        [
            .. Enumerable.Range(0, 7).Select(i => new LocalMark(new DateOnly(2025, 2, 28).AddDays(i), Worked: false, "藏历新年")),
            new LocalMark(new DateOnly(2025, 3, 8), Worked: true, "藏历新年"),
        ]
    );

    [Theory]
    // 春节 2026. Feb 3–6: 1–4; 9–13: 5–9; Saturday 14 worked: 10; 15–23 off; 24–27: 11–14; Saturday 28 worked: 15; Mar 2–6: 16–20.
    [InlineData("2026-02-02", "2026-03-06")]
    // 国庆 2025. Sep 23–26: 1–4; Sunday 28 worked: 5; 29, 30: 6, 7; Oct 1–8 off; 9, 10: 8, 9; Saturday 11 worked: 10; 13–17: 11–15; 20–24:
    // 16–20.
    [InlineData("2025-09-22", "2025-10-24")]
    // 中秋 and 国庆 2026. Sep 15–18: 1–4; Sunday 20 worked: 5; 21–24: 6–9; 25–27 off; 28–30: 10–12; Oct 1–7 off; 8, 9: 13, 14; Saturday 10
    // worked: 15; 12–16: 16–20.
    [InlineData("2026-09-14", "2026-10-16")]
    // The year's end: Dec 4: 1; 7–11: 2–6; 14–18: 7–11; 21–25: 12–16; 28–31: 17–20.
    [InlineData("2026-12-03", "2026-12-31")]
    public void TwentyWorkingDays_EndOn(string formed, string due) => Assert.Equal(Day(due), National.After(Day(formed), 20).Value);

    [Fact]
    public void LosarAsALocalLayer_MovesTheDayOn()
    {
        // Without: Feb 21: 1; 24–28: 2–6; Mar 3–7: 7–11; 10–14: 12–16; 17–20: 17–20.
        Assert.Equal(new DateOnly(2025, 3, 20), National.After(new DateOnly(2025, 2, 20), 20).Value);
        // With: Feb 21: 1; 24–27: 2–5; Feb 28–Mar 6 off; 7: 6; Saturday 8 worked: 7; 10–14: 8–12; 17–21: 13–17; 24–26: 18–20.
        Assert.Equal(new DateOnly(2025, 3, 26), WithLosar.After(new DateOnly(2025, 2, 20), 20).Value);
        // A step of two days begun on the eve.
        Assert.Equal(new DateOnly(2025, 3, 8), WithLosar.After(new DateOnly(2025, 2, 27), 2).Value);
        Assert.Equal("地方放假（藏历新年）", WithLosar.Look(new DateOnly(2025, 3, 1)).Value.Why);
        Assert.Equal("藏", WithLosar.Look(new DateOnly(2025, 3, 1)).Value.Letter);
    }

    [Fact]
    public void ALocalDay_StandsOverTheNationalArrangement()
    {
        // Saturday 10 October 2026 is worked in the country; the county closes its offices.
        var closed = new WorkCalendar(
            NationalHolidays.Embedded.Values,
            [new LocalMark(new DateOnly(2026, 10, 10), Worked: false, "昌都解放纪念")]
        );
        Assert.False(closed.IsWorkDay(new DateOnly(2026, 10, 10)).Value);
        Assert.Equal(new DateOnly(2026, 10, 12), closed.After(new DateOnly(2026, 10, 9), 1).Value);
    }

    [Fact]
    public void AYear_IsKnownByItsNationalLayerOnly()
    {
        var local = new WorkCalendar(NationalHolidays.Embedded.Values, [new LocalMark(new DateOnly(2027, 1, 4), Worked: true, "补班")]);
        Assert.Equal(new YearWithoutCalendar(2027), local.After(new DateOnly(2026, 12, 31), 1).Problem);
        Assert.Equal(
            new YearWithoutCalendar(2027),
            PublicationClock.Read(National, new DateOnly(2026, 12, 4), new DateOnly(2026, 12, 8)).Problem
        );
        Assert.Equal("2027年没有工作日历，时限未计算", new YearWithoutCalendar(2027).Short);
    }

    [Theory]
    // Formed on Monday 2 February 2026, due on Friday 6 March; the counts are those of 春节 2026 above.
    [InlineData("2026-02-02", 0, ClockLevel.None)]
    [InlineData("2026-02-23", 10, ClockLevel.None)] // last day of 春节
    [InlineData("2026-02-27", 14, ClockLevel.None)]
    [InlineData("2026-02-28", 15, ClockLevel.First)] // the worked Saturday
    [InlineData("2026-03-01", 15, ClockLevel.First)]
    [InlineData("2026-03-03", 17, ClockLevel.First)]
    [InlineData("2026-03-04", 18, ClockLevel.Second)]
    [InlineData("2026-03-06", 20, ClockLevel.Second)] // the last day is still in time
    [InlineData("2026-03-07", 20, ClockLevel.Overdue)] // the Saturday after it is not
    [InlineData("2026-03-09", 21, ClockLevel.Overdue)]
    public void PublicationClock_WarnsAtFifteenAndEighteen(string today, int used, ClockLevel level) =>
        Assert.Equal(
            new ClockReading(Day("2026-02-02"), Day("2026-03-06"), used, level),
            PublicationClock.Read(National, Day("2026-02-02"), Day(today)).Value
        );

    [Theory]
    [InlineData("2026-02-27", "2026-02-01")]
    [InlineData("2026-02-28", "2026-02-02")]
    [InlineData("2026-03-01", "2026-02-02")]
    [InlineData("2026-10-10", "2026-09-14")]
    public void Before_IsTheLastDayFromWhichSoManyArePast(string until, string day)
    {
        Assert.Equal(Day(day), National.Before(Day(until), 15).Value);
        Assert.True(National.Between(Day(day), Day(until)).Value >= 15);
        Assert.True(National.Between(Day(day).AddDays(1), Day(until)).Value < 15);
    }

    [Fact]
    public void AReckoning_SaysWhatWasPassedOver()
    {
        var path = Reckoning.Of(WithLosar, new DateOnly(2025, 2, 27), 3).Value;
        Assert.Equal(new DateOnly(2025, 3, 10), path.Due);
        Assert.Equal(
            [
                "2025-02-28 7 地方放假（藏历新年） False",
                "2025-03-07 1 工作日 True",
                "2025-03-08 1 地方调休上班（藏历新年） True",
                "2025-03-09 1 周末 False",
                "2025-03-10 1 工作日 True",
            ],
            path.Path.Select(s => $"{s.From:yyyy-MM-dd} {s.Days} {s.Why} {s.Counted}")
        );
        Assert.Equal(new YearWithoutCalendar(2027), Reckoning.Of(National, new DateOnly(2026, 12, 30), 2).Problem);
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");
}
