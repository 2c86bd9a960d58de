using Disclosure.Core.Audit;
using Disclosure.Core.Common;
using Disclosure.Core.Participation;
using Disclosure.Core.Reminders;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Participation;

[Slow]
public sealed class ConsultationTests
{
    private static readonly DateOnly From = new(2026, 11, 5);
    private static readonly DateOnly Until = new(2026, 11, 20);

    [Fact]
    public async Task AConsultation_OpensByItself_TakesOpinions_AndIsAnsweredOneByOne()
    {
        await using var given = await Given.BureauAsync();
        var id = Given.Must(await BeginAsync(given));
        Assert.Equal(ConsultationState.Ahead, (await FindAsync(given, id)).Row.State);
        Assert.IsType<FeedbackNotNow>((await ReceiveAsync(given, id, given.Today)).Problem);
        given.WaitUntil(new DateTime(2026, 11, 20, 9, 0, 0));
        Assert.Equal(ConsultationState.Open, (await FindAsync(given, id)).Row.State);
        Given.Must(await ReceiveAsync(given, id, From));
        Given.Must(await ReceiveAsync(given, id, given.Today));
        Assert.IsType<ReceivedOnWrong>((await ReceiveAsync(given, id, From.AddDays(-1))).Problem);
        Assert.IsType<NotOverYet>((await AnswerAsync(given, id, given.Today)).Problem);

        given.WaitUntil(new DateTime(2026, 11, 23, 9, 0, 0));
        var view = await FindAsync(given, id);
        Assert.Equal((ConsultationState.Unanswered, 2, 2), (view.Row.State, view.Row.Received, view.Row.Undecided));
        Assert.Equal(2, Assert.IsType<FeedbackUndecided>((await AnswerAsync(given, id, given.Today)).Problem).Count);
        Given.Must(await DecideAsync(given, id, view.Feedback[0].Id, FeedbackDecision.Adopted, ""));
        Assert.IsType<DecisionNeedsReason>((await DecideAsync(given, id, view.Feedback[1].Id, FeedbackDecision.Rejected, " ")).Problem);
        Given.Must(await DecideAsync(given, id, view.Feedback[1].Id, FeedbackDecision.Rejected, "超出统计制度"));
        Assert.IsType<SummaryDayWrong>((await AnswerAsync(given, id, Until)).Problem);
        Given.Must(await AnswerAsync(given, id, given.Today));

        view = await FindAsync(given, id);
        Assert.Equal(
            (ConsultationState.Answered, 0, "https://tjj.example.cn/zj/1"),
            (view.Row.State, view.Row.Undecided, view.Row.SummaryPlace)
        );
        Assert.IsType<AlreadyAnswered>((await DecideAsync(given, id, view.Feedback[0].Id, FeedbackDecision.Partly, "改")).Problem);
        Assert.IsType<FeedbackNotNow>((await ReceiveAsync(given, id, given.Today)).Problem);
        Assert.Equal(6, await given.ReadAsync(db => db.Set<AuditEntry>().CountAsync(e => e.Action.StartsWith("consultation."))));
    }

    [Fact]
    public async Task WhatHasBegun_IsOnlyProlonged_AndWithAReason()
    {
        await using var given = await Given.BureauAsync();
        var id = Given.Must(await BeginAsync(given));
        var draft = await DraftAsync(given);
        Given.Must(await ChangeAsync(given, id, draft with { Title = "改了标题" }, ""));
        given.WaitUntil(new DateTime(2026, 11, 10, 9, 0, 0));
        Assert.IsType<ConsultationHasBegun>((await ChangeAsync(given, id, draft, "")).Problem);
        draft = draft with { Title = "改了标题" };
        Assert.IsType<OnlyLater>((await ChangeAsync(given, id, draft with { Until = Until.AddDays(-1) }, "提前")).Problem);
        Assert.Equal("Reason", (await ChangeAsync(given, id, draft with { Until = Until.AddDays(5) }, " ")).Problem!.Field);
        Given.Must(await ChangeAsync(given, id, draft with { Until = Until.AddDays(5) }, "意见较少"));
        Assert.Contains(
            "截止 2026-11-20 → 2026-11-25，原因：意见较少",
            await given.ReadAsync(db => db.Set<AuditEntry>().OrderByDescending(e => e.Seq).Select(e => e.Detail).FirstAsync()),
            StringComparison.Ordinal
        );
        Assert.IsType<ConsultationChangedMeanwhile>(
            (await given.Get<ConsultationService>().ChangeAsync(id, 0, draft, "", Guid.NewGuid(), given.By("office.1"), given.Now)).Problem
        );
    }

    [Fact]
    public async Task TheOwnSectionAndTheOffice_Edit_OthersRead_AndTheLinkedItemShowsToItsReadersOnly()
    {
        await using var given = await Given.BureauAsync();
        var item = await given.ItemAsync(RouteCodes.City, "office", c => c.Title = "征求意见的稿件");
        var id = Given.Must(await BeginAsync(given, "gongye.head", item));
        foreach (
            var (who, edits, reads) in new[]
            {
                ("office.1", true, true),
                ("gongye.editor2", true, true),
                ("nongmu.head", false, false),
                ("karuo.chief", false, false),
                ("platform.1", false, false),
            }
        )
        {
            var view = (await given.Get<ConsultationQueries>().FindAsync(id, given.By(who), given.Now))!;
            Assert.Equal((edits, reads), (view.MayEdit, view.SubmissionId is not null));
            Assert.Equal(reads, view.Item.Contains("征求意见的稿件", StringComparison.Ordinal));
            Assert.Equal(edits, (await DecideAsync(given, id, 99, FeedbackDecision.Adopted, "", who)).Problem is NotFound && view.MayEdit);
        }
        Assert.Null(await given.Get<ConsultationQueries>().FindAsync(id, given.By("admin.audit"), given.Now));
        Assert.Null(await given.Get<ConsultationQueries>().PageAsync(0, given.By("admin.system"), given.Now));
        Assert.IsType<NotFound>((await BeginAsync(given, "nongmu.editor")).Problem);
        Assert.IsType<NotFound>((await BeginAsync(given, "director")).Problem);
        Assert.IsType<ConsultedItemUnknown>((await BeginAsync(given, "gongye.head", await given.DraftAsync(RouteCodes.County))).Problem);
        Assert.Empty(
            await given.Get<ConsultationQueries>().LinkableAsync(await given.UnitIdAsync("gongye"), given.By("nongmu.head"), given.Now)
        );
    }

    [Fact]
    public async Task TheSection_IsRemindedAtTheEnd_AndTheOfficeTenDaysLater()
    {
        await using var given = await Given.BureauAsync();
        Given.Must(await BeginAsync(given));
        for (var day = given.Today; day <= new DateOnly(2026, 12, 3); day = day.AddDays(1))
        {
            given.WaitUntil(day.ToDateTime(new TimeOnly(10, 0)));
            Given.Must(await given.Get<ReminderService>().RaiseDueAsync(given.Now));
        }
        Assert.Equal(["2026-11-20/end 11-20", "2026-11-20/late 11-30"], await RaisedAsync(given, "gongye.editor"));
        Assert.Equal(["2026-11-20/late 11-30"], await RaisedAsync(given, "office.1"));
        Assert.Empty(await RaisedAsync(given, "nongmu.head"));
        var week = (await given.Get<WeekQueries>().ReadAsync(given.By("office.1"), given.Now))!;
        Assert.Equal(
            ("征集农牧业普查方案意见（结果待公布）", "工业能源科"),
            week.Late.Single(r => r.Kind == "意见征集") is var late ? (late.What, late.Who) : default
        );
    }

    [Fact]
    public async Task TheListAndTheOpinions_GoOutAsTables()
    {
        await using var given = await Given.BureauAsync();
        var id = Given.Must(await BeginAsync(given));
        given.WaitUntil(new DateTime(2026, 11, 6, 9, 0, 0));
        Given.Must(await ReceiveAsync(given, id, given.Today));
        var queries = given.Get<ConsultationQueries>();
        var list = ListBook.Table(ConsultationFiles.List((await queries.PageAsync(null, given.By("karuo.editor"), given.Now))!));
        Assert.Contains(
            "\"征集农牧业普查方案意见\",\"工业能源科\",\"外网\",\"2026-11-05\",\"2026-11-20\",\"征集中\",\"1\",\"1\"",
            list,
            StringComparison.Ordinal
        );
        var one = ListBook.Table(ConsultationFiles.List((await queries.FindAsync(id, given.By("karuo.editor"), given.Now))!));
        Assert.Contains("\"2026-11-06\",\"企业\",\"建议减少报表\"", one, StringComparison.Ordinal);
        Assert.Null(await queries.FindAsync(99, given.By("office.1"), given.Now));
        Assert.Null(await queries.PageAsync(null, given.By("admin.audit"), given.Now));
    }

    private static async Task<ConsultationDraft> DraftAsync(Given given, int? item = null) =>
        new(
            "征集农牧业普查方案意见",
            "请对方案提出意见。\n可以匿名。",
            From,
            Until,
            await given.UnitIdAsync("gongye"),
            Channel.Website,
            item
        );

    private static async Task<Outcome<int>> BeginAsync(Given given, string who = "gongye.editor", int? item = null) =>
        await given.Get<ConsultationService>().BeginAsync(await DraftAsync(given, item), Guid.NewGuid(), given.By(who), given.Now);

    private static async Task<ConsultationView> FindAsync(Given given, int id) =>
        (await given.Get<ConsultationQueries>().FindAsync(id, given.By("gongye.editor"), given.Now))!;

    private static async Task<Outcome<Done>> ChangeAsync(Given given, int id, ConsultationDraft draft, string reason) =>
        await given
            .Get<ConsultationService>()
            .ChangeAsync(id, (await FindAsync(given, id)).Version, draft, reason, Guid.NewGuid(), given.By("gongye.head"), given.Now);

    private static Task<Outcome<Done>> ReceiveAsync(Given given, int id, DateOnly on) =>
        given
            .Get<ConsultationService>()
            .ReceiveAsync(
                id,
                new FeedbackDraft(on, Voice.Enterprise, "建议减少报表"),
                Guid.NewGuid(),
                given.By("gongye.editor"),
                given.Now
            );

    private static Task<Outcome<Done>> DecideAsync(
        Given given,
        int id,
        int feedback,
        FeedbackDecision decision,
        string reason,
        string who = "gongye.head"
    ) => given.Get<ConsultationService>().DecideAsync(id, feedback, decision, reason, Guid.NewGuid(), given.By(who), given.Now);

    private static Task<Outcome<Done>> AnswerAsync(Given given, int id, DateOnly on) =>
        given
            .Get<ConsultationService>()
            .AnswerAsync(
                id,
                on,
                "https://tjj.example.cn/zj/1",
                "收到两条意见，采纳一条。",
                Guid.NewGuid(),
                given.By("gongye.head"),
                given.Now
            );

    private static async Task<List<string>> RaisedAsync(Given given, string who)
    {
        var staff = given.By(who).StaffId;
        var raised = await given.ReadAsync(db =>
            db.Reminders.Where(r => r.StaffId == staff && r.Key.StartsWith("consultation/")).OrderBy(r => r.RaisedAt).ToListAsync()
        );
        return [.. raised.Select(r => $"{string.Join('/', r.Key.Split('/')[2..])} {BureauTime.Day(r.RaisedAt):MM-dd}")];
    }
}
