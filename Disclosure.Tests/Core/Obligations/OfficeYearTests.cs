using Disclosure.Core.Approval;
using Disclosure.Core.Obligations;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Core.Ledgers;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Obligations;

public sealed class OfficeYearTests
{
    [Fact]
    public async Task Items_AreCountedForTheirUnit_InTheMonthTheyWereFirstSent()
    {
        await using var given = await GivenLedgers.NovemberAsync();
        // Sent in December, and one that stays a draft.
        await given.ItemAsync(RouteCodes.County, "county-chief");
        await given.DraftAsync(RouteCodes.City);
        var year = (await ReadAsync(given, 2026))!;
        Assert.Equal(["工业能源科", "卡若区统计局"], year.Units.Select(u => u.Unit));
        Assert.Equal((5, 0, 5), (year.Units[0].Months[10], year.Units[0].Months[11], year.Units[0].Total));
        Assert.Equal((2, 1, 3), (year.Units[1].Months[10], year.Units[1].Months[11], year.Units[1].Total));
        Assert.Equal((7, 1), (year.Months[10], year.Months[11]));
        Assert.Equal(("合计", 8), ((string?)year.UnitList().Rows[^1][0], (int?)year.UnitList().Rows[^1][^1]));
        Assert.Equal([2026], year.Years);
    }

    [Fact]
    public async Task AStep_HasItsMedianAndItsLongest_InWorkingDays()
    {
        await using var given = await Given.BureauAsync();
        // Sent on Monday 2 November: one signed by the head on that day, one after three working days, one after a weekend more.
        await given.ItemAsync(RouteCodes.City, "office");
        var (slow, slower) = (await given.ItemAsync(RouteCodes.City, "section"), await given.ItemAsync(RouteCodes.City, "section"));
        given.WaitUntil(new DateTime(2026, 11, 5, 10, 0, 0));
        await given.WalkAsync(slow, "office");
        Assert.Equal(("科室复审", 2, 1.5, 3), Of((await ReadAsync(given, 2026))!.Steps[0]));
        given.WaitUntil(new DateTime(2026, 11, 9, 10, 0, 0));
        await given.WalkAsync(slower, "office");
        Assert.Equal(("科室复审", 3, 3.0, 5), Of(Assert.Single((await ReadAsync(given, 2026))!.Steps)));
    }

    [Fact]
    public async Task Returns_AreCountedByWhatStoodInTheWay()
    {
        await using var given = await Given.BureauAsync();
        var asked = Given.With(Criteria.Undecided, a => a with { Yes = true, PublicComment = true, Remark = "公开征求意见" });
        async Task ReturnAsync(Func<Command, Command>? change = null, bool objected = false)
        {
            var id = await given.ItemAsync(RouteCodes.City, "section");
            Given.Must(await given.DoAsync(id, "gongye.head", MoveKind.Approve, c => c with { Answers = objected ? asked : c.Answers }));
            Given.Must(await given.DoAsync(id, "office.1", MoveKind.Return, change));
        }
        await ReturnAsync();
        await ReturnAsync(c => c with { FormatOnly = true }, objected: true);
        await ReturnAsync(objected: true);
        await ReturnAsync(objected: true);
        var year = (await ReadAsync(given, 2026))!;
        Assert.Equal(
            [("未决事项", 2), ($"内容须改·{ApprovalRoutes.For(RouteCodes.City).Step("office").Short}", 1), ("只改格式", 1)],
            year.Reasons.Select(r => (r.Reason, r.Count))
        );
        Assert.Equal(4, year.Returned);
        Assert.StartsWith("共退回 4 次；", Assert.Single(year.ReasonList().Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("office.1", true)]
    [InlineData("deputy", true)]
    [InlineData("director", true)]
    [InlineData("platform.1", false)]
    [InlineData("gongye.head", false)]
    [InlineData("karuo.chief", false)]
    [InlineData("admin.audit", false)]
    [InlineData("closed", false)]
    public async Task Figures_AreForTheOfficeAndTheLeaders(string who, bool sees)
    {
        await using var given = await Given.BureauAsync();
        Assert.Equal(sees, await ReadAsync(given, 2026, who) is not null);
        Assert.Null(await ReadAsync(given, 2027, who));
    }

    [Fact]
    public async Task AYearWithoutAnything_HasEmptyTables_AndItsYearToChoose()
    {
        await using var given = await Given.BureauAsync();
        var year = (await ReadAsync(given, 2025))!;
        Assert.Equal([2026, 2025], year.Years);
        Assert.All([year.UnitList(), year.StepList(), year.ReasonList()], l => Assert.Empty(l.Rows));
    }

    [Fact]
    public void ManyUnits_AreDrawnAsTheLargestAndTheRest()
    {
        var units = Enumerable.Range(1, 8).Select(n => new UnitMonths($"单位{n}", [n, .. Enumerable.Repeat(0, 11)])).ToList();
        var year = new OfficeYear(2026, [2026], units, [], [], 0);
        Assert.Equal(["单位8", "单位7", "其余 6 个单位"], year.Largest(3).Select(u => u.Unit));
        Assert.Equal(21, year.Largest(3)[^1].Total);
        Assert.Equal(8, year.Largest(8).Count);
    }

    private static (string Step, int Signed, double Median, int Longest) Of(StepDays s) => (s.Step, s.Signed, s.Median, s.Longest);

    private static Task<OfficeYear?> ReadAsync(Given given, int year, string who = "office.1") =>
        given.Get<OfficeYearQueries>().ReadAsync(year, given.By(who), given.Now);
}
