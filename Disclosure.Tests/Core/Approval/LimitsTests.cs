using Disclosure.Core.Approval;
using Disclosure.Core.Audit;
using Disclosure.Core.Common;
using Disclosure.Core.Deadlines;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Approval;

public sealed class LimitsTests
{
    [Fact]
    public async Task AChangedLimit_HoldsForWhatArrivesFromThenOn()
    {
        await using var given = await Given.BureauAsync();
        var before = await given.ItemAsync(RouteCodes.City, "office");
        Given.Must(await SetAsync(given, RouteCodes.City, "office", 5));
        var (after, county) = (await given.ItemAsync(RouteCodes.City, "office"), await given.ItemAsync(RouteCodes.County, "office"));
        Assert.Equal(new DateOnly(2026, 11, 4), (await given.SubmissionAsync(before)).StepDue);
        Assert.Equal(new DateOnly(2026, 11, 9), (await given.SubmissionAsync(after)).StepDue);
        // The other route has a limit of its own.
        Assert.Equal(new DateOnly(2026, 11, 4), (await given.SubmissionAsync(county)).StepDue);
        Assert.Equal(2, ApprovalRoutes.For(RouteCodes.City).Step("office").WorkDays);
        Assert.Contains(
            "“市局科室（中心）发布流程”的“领导小组办公室保密复核”时限由 2 个工作日改为 5 个工作日",
            await given.ReadAsync(db => db.Audit.Select(a => a.Detail).ToListAsync())
        );

        Given.Must(await SetAsync(given, RouteCodes.City, "office", 2));
        Assert.Equal(0, await given.ReadAsync(db => db.StepLimits.CountAsync()));
        Assert.Equal(new DateOnly(2026, 11, 4), (await given.SubmissionAsync(await given.ItemAsync(RouteCodes.City, "office"))).StepDue);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    public async Task ALimit_HasItsBounds(int days)
    {
        await using var given = await Given.BureauAsync();
        Assert.IsType<StepLimitWrong>((await SetAsync(given, RouteCodes.City, "office", days)).Problem);
        Assert.IsType<NotFound>((await SetAsync(given, RouteCodes.City, "edit", 3)).Problem);
        Assert.IsType<NotFound>((await SetAsync(given, "none", "office", 3)).Problem);
    }

    [Fact]
    public async Task TheOffice_SeesWhatIsLateAnywhere_WorstFirst_AndOnlyWhatItMayRead()
    {
        await using var given = await Given.BureauAsync();
        var worst = await given.ItemAsync(RouteCodes.City, "deputy");
        given.WaitUntil(new DateTime(2026, 11, 3, 9, 0, 0));
        var next = await given.ItemAsync(RouteCodes.County, "platform");
        var own = await given.ItemAsync(RouteCodes.City, "office");
        var unread = await given.ItemAsync(RouteCodes.City, "section");
        given.WaitUntil(new DateTime(2026, 11, 6, 9, 0, 0));
        await given.ItemAsync(RouteCodes.City, "director", c => c.Major = true);

        Assert.Equal([worst, next, own], await IdsAsync(given, Worklist.Overdue, "office.1"));
        Assert.DoesNotContain(unread, await IdsAsync(given, Worklist.Overdue, "office.1"));
        Assert.Empty(await IdsAsync(given, Worklist.Overdue, "deputy"));
    }

    [Fact]
    public async Task TheOffice_IsWarnedOfPublication_FromTheFifteenthDayOn_UntilItIsPublished()
    {
        await using var given = await Given.BureauAsync();
        // Monday 2 November 2026: Oct 12: 15 used (13–16: 4, 19–23: 9, 26–30: 14, Nov 2: 15); Oct 13: 14.
        var first = await given.ItemAsync(RouteCodes.City, "deputy", c => c.FormedOn = new DateOnly(2026, 10, 12));
        await given.ItemAsync(RouteCodes.City, "deputy", c => c.FormedOn = new DateOnly(2026, 10, 13));
        var late = await given.ItemAsync(RouteCodes.City, "platform", c => c.FormedOn = new DateOnly(2026, 9, 1));
        await given.ItemAsync(RouteCodes.City, "section", c => c.FormedOn = new DateOnly(2026, 9, 1));

        Assert.Equal([late, first], await IdsAsync(given, Worklist.Clock, "office.1"));
        var rows = (await given.Get<InboxQueries>().PageAsync(Worklist.Clock, "", 0, given.By("office.1"), given.Now)).Rows;
        Assert.Equal([ClockLevel.Overdue, ClockLevel.First], rows.Select(r => r.Clocks.Publication!.Level));
        Assert.Empty(await IdsAsync(given, Worklist.Clock, "platform.1"));

        await given.WalkAsync(late, "published");
        Assert.Equal([first], await IdsAsync(given, Worklist.Clock, "office.1"));
    }

    [Fact]
    public async Task NoPublicationClock_RunsWhereNothingIsPublishedOfOnesOwnAccord()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(
            RouteCodes.City,
            "office",
            c =>
            {
                c.Attribute = DisclosureAttribute.OnRequest;
                c.LegalBasis = "《政府信息公开条例》第二十七条";
                c.Channels = [Channel.Intranet];
                c.FormedOn = new DateOnly(2026, 9, 1);
            }
        );
        Assert.Null((await given.SubmissionAsync(id)).FormedOn);
        Assert.Null((await given.Get<ItemQueries>().FindAsync(id, given.By("office.1"), given.Now))!.Clocks.Publication);
    }

    private static Task<Outcome<Done>> SetAsync(Given given, string route, string step, int days) =>
        given.Get<StepLimitService>().SetAsync(route, step, days, given.By("admin.system"), given.Now);

    private static async Task<IEnumerable<int>> IdsAsync(Given given, Worklist worklist, string who) =>
        (await given.Get<InboxQueries>().PageAsync(worklist, "", 0, given.By(who), given.Now)).Rows.Select(r => r.Id);
}
