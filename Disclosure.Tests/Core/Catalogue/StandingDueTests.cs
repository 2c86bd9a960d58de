using System.Globalization;
using Disclosure.Core.Catalogue;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Catalogue;

public sealed class StandingDueTests
{
    [Theory]
    // What was due before the matter was entered is not owed.
    [InlineData("Month 0 15", "2026-11-16", "", "2026-11-20", "2026-12-15", false, 0)]
    [InlineData("Month 0 15", "2026-11-10", "", "2026-11-12", "2026-11-15", false, 0)]
    [InlineData("Month 0 15", "2026-11-10", "", "2026-11-15", "2026-11-15", false, 0)]
    [InlineData("Month 0 15", "2026-11-10", "", "2026-11-16", "2026-11-15", true, 1)]
    // In time, late, twice in one period.
    [InlineData("Month 0 15", "2026-10-01", "2026-10-14", "2026-10-20", "2026-11-15", false, 0)]
    [InlineData("Month 0 15", "2026-10-01", "2026-10-15 2026-11-10", "2026-11-12", "2026-12-15", false, 0)]
    [InlineData("Month 0 15", "2026-10-01", "2026-10-20", "2026-11-12", "2026-11-15", false, 1)]
    // What came late for one period is not the next one's.
    [InlineData("Year 4 0", "2026-08-27", "2026-09-26", "2026-11-25", "2027-04-30", false, 0)]
    [InlineData("Month 0 45", "2026-10-01", "2026-11-14 2026-12-15", "2026-12-16", "2027-01-14", false, 1)]
    [InlineData("Month 0 0", "2026-10-01", "2026-10-03", "2026-11-02", "2026-11-30", false, 0)]
    [InlineData("Month 0 15", "2026-10-01", "2026-10-12 2026-10-13", "2026-11-16", "2026-11-15", true, 1)]
    [InlineData("Month 0 15", "2026-09-01", "", "2026-11-16", "2026-11-15", true, 3)]
    [InlineData("Quarter 1 0", "2026-09-01", "2026-10-31", "2026-11-02", "2027-01-31", false, 0)]
    [InlineData("HalfYear 0 20", "2026-01-01", "2026-01-20", "2026-07-20", "2026-07-20", false, 0)]
    // The communiqué by 30 June, the yearbook by 31 December (D4).
    [InlineData("Year 6 0", "2026-03-01", "", "2026-06-30", "2026-06-30", false, 0)]
    [InlineData("Year 6 0", "2026-03-01", "", "2026-07-01", "2026-06-30", true, 1)]
    [InlineData("Year 12 0", "2026-03-01", "2026-12-31", "2027-01-05", "2027-12-31", false, 0)]
    [InlineData("Year 0 0", "2024-02-29", "", "2024-02-29", "2024-12-31", false, 0)]
    public void Matter_OwesItsNextDay(string limit, string entered, string published, string today, string next, bool overdue, int missed)
    {
        var parts = limit.Split(' ');
        var rule = new StandingLimit(
            Enum.Parse<LimitPeriod>(parts[0]),
            int.Parse(parts[1], CultureInfo.InvariantCulture),
            int.Parse(parts[2], CultureInfo.InvariantCulture)
        );
        var days = published.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Day).ToList();
        Assert.Equal(new StandingOwed(Day(next), overdue, missed), StandingDue.Of(rule, Day(entered), days, Day(today)));
    }

    [Theory]
    [InlineData("每月，月后15日内", LimitPeriod.Month, 0, 15)]
    [InlineData("每季度，季后1个月内", LimitPeriod.Quarter, 1, 0)]
    [InlineData("每半年，期满后2个月零10天内", LimitPeriod.HalfYear, 2, 10)]
    [InlineData("每年，年后6个月内", LimitPeriod.Year, 6, 0)]
    [InlineData("自形成之日起20个工作日内", LimitPeriod.Irregular, 0, 20)]
    [InlineData("及时", LimitPeriod.Irregular, 0, 0)]
    [InlineData("每年99999999999个月", LimitPeriod.Irregular, 0, 0)]
    [InlineData("", LimitPeriod.Irregular, 0, 0)]
    public void Limit_IsReadOutOfItsWords(string words, LimitPeriod period, int months, int days) =>
        Assert.Equal(new StandingLimit(period, months, days), StandingLimit.Guess(words));

    [Fact]
    public async Task DueList_ShowsTheOfficeAll_TheSectionsTheirOwn_AndTitlesToReaders()
    {
        await using var given = await Given.BureauAsync();
        await GivenCatalogue.EnforceAsync(given);
        var matter = await GivenCatalogue.MatterAsync(given, "工业生产情况");
        var id = await given.ItemAsync(RouteCodes.City, "nowhere", c => c.CatalogueEntryId = matter);
        var queries = given.Get<StandingCatalogueQueries>();
        var rows = await queries.DueAsync(given.By("office.1"), given.Now);
        Assert.Equal(["工业生产情况", "农牧业生产情况"], rows.Select(r => r.Matter.Split(" / ")[1]));
        Assert.Equal(
            (id, "昌都市规模以上工业运行情况", given.Today, new DateOnly(2026, 12, 15)),
            (rows[0].LastItemId, rows[0].LastTitle, rows[0].LastPublished, rows[0].NextDue)
        );
        Assert.Equal(("没有在办的稿件", (DateOnly?)null), (rows[1].Note, rows[1].NextDue));
        Assert.Equal(matter, Assert.Single(await queries.DueAsync(given.By("gongye.editor"), given.Now)).EntryId);
        Assert.NotEqual(matter, Assert.Single(await queries.DueAsync(given.By("nongmu.head"), given.Now)).EntryId);
        Assert.Empty(await queries.DueAsync(given.By("karuo.editor"), given.Now));
        Assert.Empty(await queries.DueAsync(given.By("admin.audit"), given.Now));
    }

    [Fact]
    public async Task IrregularMatter_CountsFromWhatIsOnItsWay_AsFarAsTheReaderMayRead()
    {
        await using var given = await Given.BureauAsync();
        await GivenCatalogue.EnforceAsync(given, "法治\t执法检查\t结果\t机制\t自形成之日起5个工作日内\t工业能源科");
        var matter = await GivenCatalogue.MatterAsync(given, "执法检查");
        await given.ItemAsync(RouteCodes.City, "section", c => (c.CatalogueEntryId, c.FormedOn) = (matter, new DateOnly(2026, 11, 2)));
        var queries = given.Get<StandingCatalogueQueries>();
        var row = Assert.Single(await queries.DueAsync(given.By("gongye.head"), given.Now));
        Assert.Equal((new DateOnly(2026, 11, 9), false), (row.NextDue, row.Overdue));
        // The office does not read it before it comes there.
        Assert.Null(Assert.Single(await queries.DueAsync(given.By("office.1"), given.Now)).NextDue);
        given.WaitUntil(new DateTime(2026, 11, 10, 9, 0, 0));
        Assert.True(Assert.Single(await queries.DueAsync(given.By("gongye.head"), given.Now)).Overdue);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
