using Disclosure.Core.Common;
using Disclosure.Core.Obligations;
using Disclosure.Core.Reminders;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Obligations;

[Slow]
public sealed class ReleaseTests
{
    private static readonly DateOnly Day = new(2026, 11, 20);

    [Fact]
    public async Task APlan_IsTheSections_UntilItIsConfirmed_AndThenEverybodys()
    {
        await using var given = await Given.BureauAsync();
        var id = Given.Must(await given.PlanAsync("三季度工业运行情况", Day));
        Assert.Equal(
            ["gongye.editor", "gongye.head", "office.1", "deputy", "director"],
            await SeenByAsync(
                given,
                "gongye.editor",
                "gongye.head",
                "office.1",
                "deputy",
                "director",
                "nongmu.head",
                "karuo.chief",
                "admin.audit"
            )
        );
        Given.Must(await given.ActAsync(id, ReleaseAct.Confirm));
        Assert.Equal(
            ["nongmu.head", "karuo.chief", "admin.audit"],
            await SeenByAsync(given, "nongmu.head", "karuo.chief", "admin.audit", "closed", "fresh")
        );
        Assert.False((await given.ReleasesAsync("nongmu.head"))[0].MayEdit);
        Assert.True((await given.ReleasesAsync("office.1"))[0].MayEdit);
    }

    [Fact]
    public async Task AMovedDay_KeepsTheOldOneAndTheReason()
    {
        await using var given = await Given.BureauAsync();
        var id = Given.Must(await given.PlanAsync("三季度工业运行情况", Day));
        Given.Must(await given.ActAsync(id, ReleaseAct.Move, Day.AddDays(1), "暂定有误"));
        Assert.Equal(ReleaseState.Provisional, (await given.ReleasesAsync("office.1"))[0].State);
        Given.Must(await given.ActAsync(id, ReleaseAct.Confirm));
        Assert.Equal("Reason", (await given.ActAsync(id, ReleaseAct.Move, Day.AddDays(5))).Problem!.Field);
        Given.Must(await given.ActAsync(id, ReleaseAct.Move, Day.AddDays(5), "数据审核延后", "office.1"));
        var row = (await given.ReleasesAsync("gongye.head"))[0];
        Assert.Equal((ReleaseState.Adjusted, Day.AddDays(5)), (row.State, row.Day));
        Assert.Equal(
            [(Day.AddDays(1), "数据审核延后"), (null, ""), (Day, "暂定有误"), (null, "")],
            row.Changes.Select(c => (c.FromDay, c.Reason))
        );
        // To others it was never provisional.
        Assert.Equal(2, (await given.ReleasesAsync("karuo.editor"))[0].Changes.Count);
        Given.Must(await given.ActAsync(id, ReleaseAct.Cancel, null, "并入下期"));
        Assert.IsType<ReleaseIsOver>((await given.ActAsync(id, ReleaseAct.Move, Day.AddDays(9), "又改")).Problem);
        Assert.Equal(ReleaseState.Cancelled, (await given.ReleasesAsync("karuo.editor"))[0].State);
    }

    [Fact]
    public async Task OnlyTheOfficeAndTheOwnHead_Plan_AndTwoAtOnceAreToldSo()
    {
        await using var given = await Given.BureauAsync();
        foreach (var who in (string[])["nongmu.head", "gongye.editor", "karuo.chief", "director", "admin.security", "closed"])
        {
            Assert.IsType<NotFound>((await given.PlanAsync("三季度工业运行情况", Day, who)).Problem);
        }
        var id = Given.Must(await given.PlanAsync("三季度工业运行情况", Day, "office.1"));
        Assert.IsType<NotFound>((await given.ActAsync(id, ReleaseAct.Confirm, who: "nongmu.head")).Problem);
        Assert.IsType<ReleaseDayIsPast>((await given.PlanAsync("昨天", given.Today.AddDays(-1))).Problem);
        Assert.Equal("Title", (await given.PlanAsync(" ", Day)).Problem!.Field);
        var stale = new ReleaseCommand(ReleaseAct.Confirm, 1);
        Given.Must(await given.Get<ReleaseService>().ActAsync(id, stale, Guid.NewGuid(), given.By("gongye.head"), given.Now));
        Assert.IsType<ReleaseChangedMeanwhile>(
            (await given.Get<ReleaseService>().ActAsync(id, stale, Guid.NewGuid(), given.By("office.1"), given.Now)).Problem
        );
        var other = new ReleaseDraft("另一个标题", ItemKind.Information, await given.UnitIdAsync("gongye"), Day);
        Assert.IsType<ReleaseIsAnnounced>((await given.ActAsync(id, ReleaseAct.Change, draft: other)).Problem);
        Assert.IsType<ReleasedInFuture>((await given.ActAsync(id, ReleaseAct.Release, Day)).Problem);
    }

    [Fact]
    public async Task ALinkedItem_ShowsToItsReadersOnly_AndItsPublicationReleasesThePlan()
    {
        await using var given = await Given.BureauAsync();
        var item = await given.ItemAsync(RouteCodes.City, "office", c => c.Title = "尚未发布的稿件标题");
        var foreign = await given.DraftAsync(RouteCodes.County);
        Assert.IsType<ReleaseItemUnknown>((await given.PlanAsync("三季度工业运行情况", Day, item: foreign)).Problem);
        var id = Given.Must(await given.PlanAsync("三季度工业运行情况", Day, item: item));
        Given.Must(await given.ActAsync(id, ReleaseAct.Confirm));
        Assert.Equal(item, (await given.ReleasesAsync("office.1"))[0].SubmissionId);
        Assert.Null((await given.ReleasesAsync("nongmu.head"))[0].SubmissionId);
        var year = await given
            .Get<ReleaseQueries>()
            .PageAsync(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), null, given.By("nongmu.head"), given.Now);
        var csv = ListBook.Table(ReleaseFiles.List("2026年", year));
        Assert.Contains("三季度工业运行情况", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("尚未发布的稿件标题", csv, StringComparison.Ordinal);
        Assert.Empty(
            await given.Get<ReleaseQueries>().LinkableAsync(await given.UnitIdAsync("gongye"), given.By("nongmu.head"), given.Now)
        );

        await given.WalkAsync(item, "");
        Assert.Equal(ReleaseState.Released, (await given.ReleasesAsync("karuo.editor"))[0].State);
        Assert.IsType<ReleaseIsOver>((await given.ActAsync(id, ReleaseAct.Cancel, null, "晚了")).Problem);
    }

    [Fact]
    public async Task TheSection_IsRemindedTenThreeAndOneDaysBefore_AndAnewOfAMovedDay()
    {
        await using var given = await Given.BureauAsync();
        var id = Given.Must(await given.PlanAsync("三季度工业运行情况", Day));
        Given.Must(await given.ActAsync(id, ReleaseAct.Confirm));
        for (var day = given.Today; day <= new DateOnly(2026, 11, 26); day = day.AddDays(1))
        {
            given.WaitUntil(day.ToDateTime(new TimeOnly(10, 0)));
            if (day == new DateOnly(2026, 11, 18))
            {
                Given.Must(await given.ActAsync(id, ReleaseAct.Move, new DateOnly(2026, 11, 25), "数据审核延后"));
            }
            Given.Must(await given.Get<ReminderService>().RaiseDueAsync(given.Now));
        }
        var editor = given.By("gongye.editor").StaffId;
        var raised = await given.ReadAsync(db =>
            db.Reminders.Where(r => r.StaffId == editor && r.Key.StartsWith("release/")).OrderBy(r => r.RaisedAt).ToListAsync()
        );
        Assert.Equal(
            [
                ("2026-11-20/10", "11-10"),
                ("2026-11-20/3", "11-17"),
                ("2026-11-25/10", "11-18"),
                ("2026-11-25/3", "11-22"),
                ("2026-11-25/1", "11-24"),
            ],
            raised.Select(r => (string.Join('/', r.Key.Split('/')[2..]), $"{BureauTime.Day(r.RaisedAt):MM-dd}"))
        );
        var outside = given.By("nongmu.editor").StaffId;
        Assert.False(await given.ReadAsync(db => db.Reminders.AnyAsync(r => r.StaffId == outside && r.Key.StartsWith("release/"))));
    }

    private static async Task<List<string>> SeenByAsync(Given given, params string[] people)
    {
        var seen = new List<string>();
        foreach (var who in people)
        {
            if ((await given.ReleasesAsync(who)).Count > 0)
            {
                seen.Add(who);
            }
        }
        return seen;
    }
}
