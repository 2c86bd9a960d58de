using Disclosure.Core.Audit;
using Disclosure.Core.Common;
using Disclosure.Core.Ledgers;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Ledgers;

[Slow]
public sealed class WithheldTests
{
    [Fact]
    public async Task List_HoldsWhatIsWithheldPostponedAndLimited_WithGroundAndArticles()
    {
        await using var given = await Given.BureauAsync();
        var (withheld, postponed, onRequest, inside) = await FourAsync(given);
        var list = (await ListAsync(given, 2026, "office.1"))!;

        WithheldGround Ground(int id) => Assert.Single(list.Rows.Single(r => r.Id == id).Grounds);
        Assert.Equal(
            (WithheldKind.Withheld, "商业秘密", "A9（二）", "条例§15"),
            Ground(withheld) is var w ? (w.Kind, w.Words, w.Place, w.Law) : default
        );
        Assert.Equal((WithheldKind.Postponed, "A10", "条例§16"), Ground(postponed) is var p ? (p.Kind, p.Place, p.Law) : default);
        Assert.Equal((WithheldKind.Limited, "依申请公开"), Ground(onRequest) is var o ? (o.Kind, o.Words) : default);
        Assert.Equal((WithheldKind.Limited, "D11"), Ground(inside) is var i ? (i.Kind, i.Place) : default);
        Assert.Equal((4, 4), (list.Total, list.Owed));
        Assert.All(list.Rows, r => Assert.Equal(new DateOnly(2026, 12, 31), r.Due));
        Assert.Null(await ListAsync(given, 2026, "platform.1"));
        Assert.Null(await ListAsync(given, 2026, "gongye.head"));
        Assert.Null(await ListAsync(given, 2026, "admin.audit"));
        Assert.Equal(0, (await ListAsync(given, 2026, "deputy.other"))!.Total);
        Assert.Empty((await ListAsync(given, 2025, "office.1"))!.Rows);
    }

    [Fact]
    public async Task Judgement_IsAskedOnceAYear_AndWhatIsFreedIsNotAskedAgain()
    {
        await using var given = await Given.BureauAsync();
        var (withheld, postponed, onRequest, _) = await FourAsync(given);
        Given.Must(await JudgeAsync(given, withheld, WithholdingDecision.Continue, "商业秘密仍未解除"));
        Given.Must(await JudgeAsync(given, onRequest, WithholdingDecision.MayDisclose, "情势已经变化"));
        Assert.IsType<JudgedThisYear>((await JudgeAsync(given, withheld, WithholdingDecision.MayDisclose, "改主意")).Problem);

        var list = (await ListAsync(given, 2026, "office.1"))!;
        Assert.Equal(2, list.Owed);
        // Those still to be judged stand first.
        Assert.Equal([false, false, true, true], list.Rows.Select(r => r.Judged is not null));
        var entry = (
            await given.ReadAsync(async db =>
                await Task.FromResult(db.Set<AuditEntry>().Where(e => e.Action == "withheld.judge").OrderBy(e => e.Seq).ToList())
            )
        )[1];
        Assert.EndsWith("2026年复核，可以公开", entry.Detail, StringComparison.Ordinal);
        Assert.Equal(onRequest, entry.SubmissionId);

        given.WaitUntil(new DateTime(2027, 3, 1, 9, 0, 0));
        list = (await ListAsync(given, 2027, "office.1"))!;
        Assert.Equal(3, list.Owed);
        Assert.Equal(
            (2026, WithholdingDecision.Continue),
            list.Rows.Single(r => r.Id == withheld).Last is var l ? (l!.Year, l.Decision) : default
        );
        Assert.Null(list.Rows.Single(r => r.Id == onRequest).Due);
        Assert.IsType<NothingWithheld>((await JudgeAsync(given, onRequest, WithholdingDecision.Continue, "再看")).Problem);
        Given.Must(await JudgeAsync(given, postponed, WithholdingDecision.Continue, "仍未决定"));
        // The year before still shows what was decided then.
        Assert.Null((await ListAsync(given, 2026, "office.1"))!.Rows.Single(r => r.Id == postponed).Judged);
    }

    [Fact]
    public async Task Judgement_IsRefused_ByEveryRuleItRestsOn()
    {
        await using var given = await Given.BureauAsync();
        var (withheld, _, _, _) = await FourAsync(given);
        var open = await given.ItemAsync(RouteCodes.City, "");
        Assert.IsType<NotFound>((await JudgeAsync(given, withheld, WithholdingDecision.Continue, "x", "gongye.head")).Problem);
        Assert.IsType<NotFound>((await JudgeAsync(given, withheld, WithholdingDecision.Continue, "x", "deputy.other")).Problem);
        // The item never came to the director.
        Assert.IsType<NotFound>((await JudgeAsync(given, withheld, WithholdingDecision.Continue, "x", "director")).Problem);
        Assert.IsType<OnlyTheOffice>((await JudgeAsync(given, withheld, WithholdingDecision.Continue, "x", "deputy")).Problem);
        Assert.IsType<JudgementNeedsReason>((await JudgeAsync(given, withheld, WithholdingDecision.Continue, " ")).Problem);
        Assert.IsType<RemarkTooLong>((await JudgeAsync(given, withheld, WithholdingDecision.Continue, new string('字', 501))).Problem);
        Assert.IsType<NothingWithheld>((await JudgeAsync(given, open, WithholdingDecision.Continue, "全部公开了")).Problem);
        Assert.IsType<NotFound>((await JudgeAsync(given, 99, WithholdingDecision.Continue, "x")).Problem);
    }

    private static async Task<(int Withheld, int Postponed, int OnRequest, int Inside)> FourAsync(Given given)
    {
        var withheld = await given.ItemAsync(RouteCodes.City, "office");
        await GivenLedgers.WithholdAsync(given, withheld);
        var postponed = await GivenLedgers.PostponedAsync(given);
        var onRequest = await given.ItemAsync(
            RouteCodes.City,
            "",
            c => (c.Attribute, c.LegalBasis) = (DisclosureAttribute.OnRequest, "政府信息公开条例第二十七条")
        );
        var inside = await given.ItemAsync(RouteCodes.County, "county-chief");
        Given.Must(
            await given.DoAsync(
                inside,
                "karuo.chief",
                Disclosure.Core.Approval.MoveKind.Approve,
                c => c with { CountyChoice = CountyChoice.IntranetOnly }
            )
        );
        await given.WalkAsync(inside, "");
        // In the list nothing stands that is wholly public.
        await given.ItemAsync(RouteCodes.City, "");
        return (withheld, postponed, onRequest, inside);
    }

    private static Task<WithheldList?> ListAsync(Given given, int year, string who) =>
        given.Get<WithheldQueries>().PageAsync(year, 0, given.By(who), given.Now);

    private static Task<Outcome<Done>> JudgeAsync(
        Given given,
        int id,
        WithholdingDecision decision,
        string reason,
        string who = "office.1"
    ) => given.Get<WithholdingService>().JudgeAsync(id, decision, reason, Guid.NewGuid(), given.By(who), given.Now);
}
