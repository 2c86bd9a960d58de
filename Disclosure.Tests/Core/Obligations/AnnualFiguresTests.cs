using Disclosure.Core.Approval;
using Disclosure.Core.Ledgers;
using Disclosure.Core.Obligations;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Core.Ledgers;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Obligations;

public sealed class AnnualFiguresTests
{
    [Fact]
    public async Task Figures_AreThoseOfTheStore()
    {
        await using var given = await GivenLedgers.NovemberAsync();
        await given.ItemAsync(RouteCodes.City, "", c => (c.Attribute, c.LegalBasis) = (DisclosureAttribute.OnRequest, "条例第二十七条"));
        var seen = (await given.LedgerAsync(GivenLedgers.November, "office.1"))!;
        Given.Must(
            await given
                .Get<LedgerService>()
                .ConfirmAsync(GivenLedgers.November, seen.Sha256, "", Guid.NewGuid(), given.By("office.1"), given.Now)
        );
        var report = (await given.Get<AnnualFigures>().ReadAsync(2026, given.By("office.1"), given.Now))!;

        Assert.Equal(
            [
                ["统计信息", 2],
                ["合计", 2],
            ],
            Rows(report, "kinds")
        );
        Assert.Equal(
            [
                ["内网", 2],
                ["外网", 1],
            ],
            Rows(report, "channels")
        );
        Assert.Equal(
            [
                ["工业能源科", 2],
                ["合计", 2],
            ],
            Rows(report, "units")
        );
        Assert.Equal(
            [
                ["商业秘密", "A9（二），条例§15", 1],
                ["合计", null, 1],
            ],
            Rows(report, "withheld")
        );
        Assert.Equal(
            [
                ["依申请公开", 1],
                ["暂缓公开", 1],
                ["报请确定", 0],
            ],
            Rows(report, "limited")
        );
        Assert.Equal(
            [
                ["县区 · 办公室复核", 1],
                ["合计", 1],
            ],
            Rows(report, "returns")
        );
        Assert.Equal(
            [
                ["11月", "已确认", given.By("office.1").Name, "2026-12-01", 7],
            ],
            Rows(report, "months").Where(r => (string)r[1]! != "未确认")
        );
        Assert.Contains(
            "2026年，昌都市统计局经“自审、送审、终审”三审发布政务信息2件，其中统计信息2件。",
            report.Draft,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "经审查不予公开1件（商业秘密1件）。依申请公开1件，暂缓公开1件，报请有关部门确定0件，审查中退回修改1次。",
            report.Draft,
            StringComparison.Ordinal
        );
        Assert.False(report.Over);
    }

    [Fact]
    public async Task WorkingDays_AreCountedFromArrivalToSignature()
    {
        await using var given = await Given.BureauAsync();
        // Sent on Monday 2 November, signed by the head on Thursday: three working days; the rest on the same day.
        var id = await given.ItemAsync(RouteCodes.City, "section");
        given.WaitUntil(new DateTime(2026, 11, 5, 10, 0, 0));
        await given.WalkAsync(id, "");
        Given.Must(await given.DoAsync(await given.ItemAsync(RouteCodes.City, "office"), "office.1", MoveKind.Return));
        var report = (await given.Get<AnnualFigures>().ReadAsync(2026, given.By("director"), given.Now))!;
        Assert.Equal(
            [
                ["市局", "科室复审", 2, 1.5, 3],
                ["市局", "办公室复核", 2, 0.0, 0],
                ["市局", "分管领导", 1, 0.0, 0],
                ["市局", "发布平台", 1, 0.0, 0],
            ],
            Rows(report, "steps")
        );
    }

    [Theory]
    [InlineData("office.1", true)]
    [InlineData("deputy", true)]
    [InlineData("director", true)]
    [InlineData("platform.1", true)]
    [InlineData("gongye.head", false)]
    [InlineData("karuo.chief", false)]
    [InlineData("admin.audit", false)]
    [InlineData("closed", false)]
    public async Task Figures_AreForThoseWhoSeeAllUnits(string who, bool sees)
    {
        await using var given = await Given.BureauAsync();
        Assert.Equal(sees, await given.Get<AnnualFigures>().ReadAsync(2026, given.By(who), given.Now) is not null);
        Assert.Equal(sees, await given.Get<AnnualFigures>().FileAsync(2026, given.By(who), given.Now) is not null);
        Assert.Null(await given.Get<AnnualFigures>().ReadAsync(2027, given.By(who), given.Now));
    }

    [Fact]
    public async Task AnEmptyYear_SaysSo()
    {
        await using var given = await Given.BureauAsync();
        var report = (await given.Get<AnnualFigures>().ReadAsync(2026, given.By("office.1"), given.Now))!;
        Assert.Contains("没有经审签发布的政务信息。没有不予公开的信息。", report.Draft, StringComparison.Ordinal);
        Assert.Empty(Rows(report, "kinds"));
        Assert.NotNull(await given.Get<AnnualFigures>().FileAsync(2026, given.By("office.1"), given.Now));
    }

    private static IEnumerable<object?[]> Rows(AnnualReport report, string code) =>
        report.Tables.Single(t => t.Code == code).Rows.Select(r => r.ToArray());
}
