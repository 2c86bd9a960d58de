using Disclosure.Core.Deadlines;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Deadlines;

/// <summary>What the page of the calendar shows of the bundled arrangement of 2026 and of what was entered.</summary>
public sealed class CalendarQueriesTests
{
    [Fact]
    public async Task AKnownYear_ShowsEveryDay_WithItsReason()
    {
        await using var given = await Given.BureauAsync();
        var year = await given.Get<CalendarQueries>().YearAsync(2026);

        Assert.True(year is { Known: true, Embedded: true, EnteredAt: null, Notice: "", EnteredBy: "" });
        Assert.Equal(365, year.Months.Sum(m => m.Days.Count));
        Assert.Equal(Enumerable.Range(1, 12), year.Months.Select(m => m.Month));
        Assert.Equal(18, year.Months[9].WorkDays);
        string Why(int month, int day) => year.Months[month - 1].Days[day - 1].Why;
        Assert.StartsWith("国家放假", Why(10, 1), StringComparison.Ordinal);
        Assert.StartsWith("国家调休上班", Why(10, 10), StringComparison.Ordinal);
        Assert.Equal("周末", Why(11, 1));
        Assert.Equal("工作日", Why(11, 2));
    }

    [Fact]
    public async Task AYearNobodyAnnounced_IsUnknown_AndMissedFromOctoberOn()
    {
        await using var given = await Given.BureauAsync();
        var queries = given.Get<CalendarQueries>();

        Assert.True(await queries.YearAsync(2031) is { Known: false, Months: [] });
        Assert.Contains(2026, await queries.YearsAsync());
        Assert.Equal([2031], await queries.MissingAsync(new DateOnly(2031, 9, 30)));
        Assert.Equal([2031, 2032], await queries.MissingAsync(new DateOnly(2031, 10, 1)));
        Assert.Empty(await queries.MissingAsync(new DateOnly(2026, 9, 30)));
    }

    [Fact]
    public async Task ALocalEntryOverTheTurnOfTheYear_StandsWholeInBothYears_AndInNoOther()
    {
        await using var given = await Given.BureauAsync();
        var (service, queries) = (given.Get<CalendarService>(), given.Get<CalendarQueries>());
        async Task AddAsync(DateOnly from, DateOnly until, string name) =>
            Given.Must(
                await service.AddLocalAsync(
                    new LocalEntry(from, until, Worked: false, name, "昌政办发〔2026〕9号"),
                    Guid.NewGuid(),
                    given.By("admin.system"),
                    given.Now
                )
            );
        await AddAsync(new(2026, 12, 30), new(2027, 1, 2), "年末");
        await AddAsync(new(2026, 11, 10), new(2026, 11, 10), "赛马节");

        Assert.Equal(
            [("赛马节", new DateOnly(2026, 11, 10), new DateOnly(2026, 11, 10)), ("年末", new(2026, 12, 30), new(2027, 1, 2))],
            (await queries.LocalAsync(2026)).Select(l => (l.Name, l.From, l.Until))
        );
        Assert.Equal(
            [("年末", new DateOnly(2026, 12, 30), new DateOnly(2027, 1, 2))],
            (await queries.LocalAsync(2027)).Select(l => (l.Name, l.From, l.Until))
        );
        await AddAsync(new(2029, 1, 1), new(2029, 1, 1), "首日");
        await AddAsync(new(2029, 12, 31), new(2029, 12, 31), "末日");
        Assert.Equal(["首日", "末日"], (await queries.LocalAsync(2029)).Select(l => l.Name));
        Assert.Empty(await queries.LocalAsync(2025));
        Assert.Empty(await queries.LocalAsync(2028));
    }

    [Theory]
    [InlineData(DayMark.Work, "", "工作日")]
    [InlineData(DayMark.Weekend, "", "周末")]
    [InlineData(DayMark.NationalOff, "休", "国家放假")]
    [InlineData(DayMark.NationalWorked, "班", "国家调休上班")]
    [InlineData(DayMark.LocalOff, "藏", "地方放假")]
    [InlineData(DayMark.LocalWorked, "班", "地方调休上班")]
    public void ADay_HasALetterBesideItsColour_AndAReason(DayMark mark, string letter, string why)
    {
        var day = new CalendarDay(new(2026, 11, 2), mark, "");
        Assert.Equal((letter, why), (day.Letter, day.Why));
        Assert.Equal($"{why}（年）", (day with { Name = "年" }).Why);
    }

    [Fact]
    public void ADayOffInOneArrangementAndWorkedInTheOther_IsOneDifference()
    {
        DateOnly day = new(2027, 1, 2);
        var (off, worked) = (
            new CalendarYear(2027, new HashSet<DateOnly> { day }, new HashSet<DateOnly>()),
            new CalendarYear(2027, new HashSet<DateOnly>(), new HashSet<DateOnly> { day })
        );
        Assert.Equal((1, 1, 0), (off.DifferenceTo(worked), worked.DifferenceTo(off), off.DifferenceTo(off)));
    }
}
