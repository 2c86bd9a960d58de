using Disclosure.Core.Reminders;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Core.Ledgers;
using Disclosure.Tests.Core.Obligations;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Reminders;

public sealed class WeekTests
{
    [Fact]
    public async Task TheOffice_SeesWhatIsLate_AndWhoHoldsIt()
    {
        await using var given = await Given.BureauAsync();
        var mine = await given.ItemAsync(RouteCodes.City, "office", c => c.Title = "到了办公室的稿件");
        await given.ItemAsync(RouteCodes.City, "section", c => c.Title = "还在科室的稿件");
        await GivenLedgers.PostponedAsync(given);
        given.WaitUntil(new DateTime(2026, 12, 4, 9, 0, 0));
        var week = (await WeekAsync(given, "office.1"))!;

        var step = week.Late.Single(r => r.Kind == "环节超期 · 办公室复核");
        Assert.Equal(($"/items/{mine}", true, new DateOnly(2026, 11, 4)), (step.Link, step.Late, step.Due));
        Assert.EndsWith("到了办公室的稿件", step.What, StringComparison.Ordinal);
        Assert.EndsWith("等 10 人", step.Who, StringComparison.Ordinal);
        // What never came to the office is told of without its title.
        var hidden = week.Late.Single(r => r.Kind == "环节超期 · 科室复审");
        Assert.Equal("1 件，尚未到您的环节，不列内容", hidden.What);
        Assert.Contains("gongye.head", hidden.Who, StringComparison.Ordinal);
        Assert.Single(week.Late, r => r.Kind == "暂停超期 · 暂缓公开");
        Assert.Contains(week.Late, r => r.Kind == "公开超期" && r.Due == new DateOnly(2026, 11, 27));
        Assert.DoesNotContain(
            "还在科室的稿件",
            string.Join('|', week.Late.Concat(week.Coming).Select(r => r.What)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task WhatIsDueBySunday_StandsWithWhoOwesIt_AndTheRestWaits()
    {
        await using var given = await Given.BureauAsync();
        Given.Must(await given.PlanAsync("本周发布", new DateOnly(2026, 11, 8)));
        Given.Must(await given.PlanAsync("下周发布", new DateOnly(2026, 11, 9)));
        await given.ItemAsync(RouteCodes.City, "office");
        var week = (await WeekAsync(given, "director"))!;
        Assert.Equal((new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 8)), (week.Monday, week.Sunday));
        Assert.Empty(week.Late);
        Assert.Equal([("发布日历", "本周发布", "工业能源科")], week.Coming.Select(r => (r.Kind, r.What, r.Who)));
        Assert.Equal(["环节到期 · 办公室复核", "发布日历"], (await WeekAsync(given, "office.1"))!.Coming.Select(r => r.Kind));

        given.WaitUntil(new DateTime(2026, 12, 28, 9, 0, 0));
        Assert.Equal(
            ["2025年统计年鉴", "2026年主要领导听取政务公开工作汇报"],
            (await WeekAsync(given, "office.1"))!.Coming.Where(r => r.Kind == "年度事项").Select(r => r.What).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("gongye.head")]
    [InlineData("karuo.chief")]
    [InlineData("platform.1")]
    [InlineData("admin.security")]
    [InlineData("closed")]
    public async Task NobodyButTheOfficeAndTheLeaders_SeesTheWeek(string who)
    {
        await using var given = await Given.BureauAsync();
        Assert.Null(await WeekAsync(given, who));
    }

    [Theory]
    [InlineData("2026-11-02", "2026-11-08")]
    [InlineData("2026-11-07", "2026-11-08")]
    [InlineData("2026-11-08", "2026-11-08")]
    public void Week_EndsOnSunday(string day, string sunday) =>
        Assert.Equal(sunday, $"{WeekRow.SundayOf(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)):yyyy-MM-dd}");

    private static Task<WeekView?> WeekAsync(Given given, string who) => given.Get<WeekQueries>().ReadAsync(given.By(who), given.Now);
}
