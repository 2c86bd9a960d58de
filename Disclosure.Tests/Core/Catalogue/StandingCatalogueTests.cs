using System.Text;
using Disclosure.Core.Catalogue;
using Disclosure.Core.Common;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Core.Forms;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Catalogue;

public sealed class StandingCatalogueTests
{
    [Fact]
    public async Task Version_ComesIntoForceOnItsDay_AndTheFormerOneStays()
    {
        await using var given = await Given.BureauAsync();
        var queries = given.Get<StandingCatalogueQueries>();
        Assert.Null(await queries.FindAsync(null, given.By("nobody"), given.Now));
        await GivenCatalogue.EnforceAsync(given);
        var next = given.Today.AddDays(10);
        await GivenCatalogue.EnforceAsync(
            given,
            "统计数据\t工业生产情况\t增加值和增速\t统计法\t每月，月后10日内\t工业能源科\n法治\t执法检查\t结果\t机制\t及时\t综合科",
            next
        );
        Assert.Equal(1, (await queries.FindAsync(null, given.By("nobody"), given.Now))!.Number);
        given.WaitUntil(next.ToDateTime(new TimeOnly(9, 0)));
        var versions = await queries.HistoryAsync(given.By("nobody"), given.Now);
        Assert.Equal([(2, true, "新增 1 项，修改 1 项"), (1, false, "新增 2 项")], versions.Select(v => (v.Number, v.InForce, v.Changes)));
        var changes = StandingComparison.Of(versions[1].Rows, versions[0].Rows);
        Assert.Equal(
            ["公开内容", "公开时限", "时限计算"],
            changes.Single(c => c.Kind == StandingChangeKind.Changed).Fields.Select(f => f.Name)
        );
        // A matter keeps its key through the versions.
        Assert.Equal(versions[1].Rows[0].EntryId, versions[0].Rows[0].EntryId);
        Assert.Empty(await queries.HistoryAsync(given.By("closed"), given.Now));
        Assert.Null(await queries.FindAsync(3, given.By("office.1"), given.Now));
    }

    [Fact]
    public async Task Draft_IsEditedStepByStep_AndEveryStepCanBeUndone()
    {
        await using var given = await Given.BureauAsync();
        var (drafts, queries, by) = (given.Get<StandingDraftService>(), given.Get<StandingCatalogueQueries>(), given.By("office.1"));
        async Task<string> Now() => string.Join(' ', (await queries.DraftAsync(by, given.Now))!.Rows.Select(r => r.Matter));
        var state = Given.Must(await drafts.BeginAsync(Guid.NewGuid(), by, given.Now));
        var section = await given.UnitIdAsync("zonghe");
        var states = new Stack<(int State, string Matters)>();
        foreach (var matter in (string[])["公报", "年鉴", "月报"])
        {
            states.Push((state, await Now()));
            state = Given.Must(await drafts.SaveAsync(state, Row(matter, section), by, given.Now));
        }
        var last = (await queries.DraftAsync(by, given.Now))!.Rows[2].EntryId;
        states.Push((state, await Now()));
        state = Given.Must(await drafts.MoveAsync(state, last, true, by, given.Now));
        Assert.Equal("公报 月报 年鉴", await Now());
        states.Push((state, await Now()));
        state = Given.Must(await drafts.RemoveAsync(state, last, by, given.Now));
        states.Push((state, await Now()));
        state = Given.Must(await drafts.PasteAsync(state, GivenCatalogue.Pasted, by, given.Now));
        Assert.Equal("公报 年鉴 工业生产情况 农牧业生产情况", await Now());
        while (states.TryPop(out var before))
        {
            state = Given.Must(await drafts.UndoAsync(state, by, given.Now));
            Assert.Equal(before, (state, await Now()));
        }
        Assert.IsType<NothingToUndo>((await drafts.UndoAsync(state, by, given.Now)).Problem);
    }

    [Fact]
    public async Task Draft_RefusesWhatWasSeenOtherwise_AndWhoeverIsNotTheOffice()
    {
        await using var given = await Given.BureauAsync();
        var (drafts, by, section) = (given.Get<StandingDraftService>(), given.By("office.1"), await given.UnitIdAsync("zonghe"));
        Assert.IsType<NoStandingDraft>((await drafts.SaveAsync(1, Row("公报", section), by, given.Now)).Problem);
        var state = Given.Must(await drafts.BeginAsync(Guid.NewGuid(), by, given.Now));
        Assert.IsType<StandingDraftExists>((await drafts.BeginAsync(Guid.NewGuid(), given.By("office.2"), given.Now)).Problem);
        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(1, 8)
                .Select(n => Task.Run(() => drafts.SaveAsync(state, Row($"事项{n}", section), given.By($"office.{n}"), given.Now)))
        );
        Assert.Equal(1, outcomes.Count(o => o.Ok));
        Assert.All(outcomes.Where(o => !o.Ok), o => Assert.IsType<StandingDraftChanged>(o.Problem));
        state = outcomes.Single(o => o.Ok).Value;
        foreach (var who in (string[])["platform.1", "director", "gongye.head", "admin.system"])
        {
            Assert.IsType<OnlyTheOfficeEdits>((await drafts.RemoveAsync(state, -1, given.By(who), given.Now)).Problem);
            Assert.IsType<OnlyTheOfficeEdits>(
                (await drafts.EnforceAsync(state, given.Today, "理由", Guid.NewGuid(), given.By(who), given.Now)).Problem
            );
            Assert.Null(await given.Get<StandingCatalogueQueries>().DraftAsync(given.By(who), given.Now));
        }
        Given.Must(await drafts.DiscardAsync(state, by, given.Now));
        // A new draft never takes the number of a state that an old page still shows.
        Assert.NotEqual(state, Given.Must(await drafts.BeginAsync(Guid.NewGuid(), by, given.Now)));
    }

    [Fact]
    public async Task Enforcing_NeedsMatters_AReason_AChange_AndADayNotBeforeTheLast()
    {
        await using var given = await Given.BureauAsync();
        var (drafts, by) = (given.Get<StandingDraftService>(), given.By("office.1"));
        Task<Outcome<int>> Enforce(int state, DateOnly day, string reason = "理由") =>
            drafts.EnforceAsync(state, day, reason, Guid.NewGuid(), by, given.Now);
        var state = Given.Must(await drafts.BeginAsync(Guid.NewGuid(), by, given.Now));
        Assert.IsType<NoMatters>((await Enforce(state, given.Today)).Problem);
        state = Given.Must(await drafts.PasteAsync(state, GivenCatalogue.Pasted, by, given.Now));
        Assert.IsType<RevisionNeedsReason>((await Enforce(state, given.Today, " ")).Problem);
        Assert.IsType<EffectiveDayWrong>((await Enforce(state, given.Today.AddYears(-6))).Problem);
        Assert.IsType<EffectiveDayWrong>((await Enforce(state, given.Today.AddYears(1).AddDays(1))).Problem);
        Given.Must(await Enforce(state, given.Today));
        state = Given.Must(await drafts.BeginAsync(Guid.NewGuid(), by, given.Now));
        Assert.IsType<NothingChanged>((await Enforce(state, given.Today)).Problem);
        state = Given.Must(await drafts.SaveAsync(state, Row("公报", await given.UnitIdAsync("zonghe")), by, given.Now));
        Assert.IsType<EffectiveTooEarly>((await Enforce(state, given.Today.AddDays(-1))).Problem);
        Assert.Equal(2, Given.Must(await Enforce(state, given.Today)));
        Assert.Equal(2, (await given.Get<StandingCatalogueQueries>().FindAsync(null, by, given.Now))!.Number);
    }

    [Theory]
    [InlineData("", typeof(NoRowsPasted))]
    [InlineData("\n\n", typeof(NoRowsPasted))]
    [InlineData("统计数据\t公报", typeof(PastedLineWrong))]
    [InlineData("统计数据\t公报\t内容\t依据\t及时\t没有的科", typeof(PastedLineWrong))]
    [InlineData("\t公报\t内容\t依据\t及时\t综合科", typeof(PastedLineWrong))]
    public void Paste_SaysWhichLineIsWrong(string text, Type problem) =>
        Assert.IsType(problem, StandingPaste.Read(text, [(1, "综合科", "综合")]).Problem);

    [Fact]
    public void Paste_ReadsQuotedCells_SkipsTheHead_AndTakesTheHeadingFromAbove()
    {
        var rows = Given.Must(
            StandingPaste.Read(
                "一级事项\t二级事项\t内容\t依据\t时限\t主体\n数据\t公报\t\"第一行\n“第二行”\"\"引\"\"\"\t法\t每年，"
                    + "年后6个月内\t综合\n\t年鉴\t内容\t法\t及时\t综合科\n",
                [(7, "综合科", "综合")]
            )
        );
        Assert.Equal(
            [("数据 / 公报", "第一行\n“第二行”\"引\"", "综合科", 7), ("数据 / 年鉴", "内容", "综合科", 7)],
            rows.Select(r => (r.Path, r.Content, r.Section, r.SectionId))
        );
    }

    [Fact]
    public async Task Files_HoldTheMattersInOrder()
    {
        await using var given = await Given.BureauAsync();
        await GivenCatalogue.EnforceAsync(given);
        var queries = given.Get<StandingCatalogueQueries>();
        var version = (await queries.FindAsync(1, given.By("nobody"), given.Now))!;
        var list = StandingFiles.List(version);
        Assert.Equal(["工业生产情况", "农牧业生产情况"], ListBook.Rows(list).Select(r => (string?)r["事项（二级）"]));
        Assert.Equal(3, ListBook.Table(list).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains(
            "<th scope=\"rowgroup\" colspan=\"10\">统计数据</th>",
            Encoding.UTF8.GetString(StandingFiles.Html(version)),
            StringComparison.Ordinal
        );
        var text = FormPrinting.Poppler(Given.Must(await queries.PdfAsync(1, given.By("nobody"), given.Now)).Pdf);
        Assert.Contains("第1版", text, StringComparison.Ordinal);
        Assert.Contains("农牧业生产情况", text, StringComparison.Ordinal);
        Assert.IsType<NotFound>((await queries.PdfAsync(2, given.By("nobody"), given.Now)).Problem);
    }

    [Fact]
    public void ContentWithoutAMatter_KeepsTheTextAndTheFingerprintItHadBefore()
    {
        const string Before =
            """{"Title":"甲","Summary":"","Kind":null,"A8Category":null,"Bylines":[],"Origin":null,"MakingBody":"","FormedOn":null,"Attribute":"Proactive","Ground":null,"LegalBasis":"","Channels":[],"WebsiteColumn":"","OtherChannel":"","PlannedOn":null,"DataStatus":null,"ProvisionalReason":"","Major":false,"CatalogueEntry":"统计数据","LinkedItemId":null,"NoInterpretationReason":"","DecisionNumber":"","CreditCode":"","NoticeFrom":null,"NoticeUntil":null,"BriefIssue":null,"TimeLimitBasis":"","PaperCopies":null,"PaperPages":null,"Phone":"","Remarks":""}""";
        var content = ItemContent.FromJson(Before);
        Assert.Equal(Before, content.ToJson());
        Assert.Equal(Fingerprint.Of(Before, [], "[]"), Fingerprint.Of(content.ToJson(), [], "[]"));
        content.CatalogueEntryId = 3;
        Assert.Equal(3, content.Copy().CatalogueEntryId);
        Assert.NotEqual(Before, content.ToJson());
    }

    [Fact]
    public async Task Publication_HangsOnItsMatter_OrIsHungUpByTheOffice()
    {
        await using var given = await Given.BureauAsync();
        var loose = await given.ItemAsync(RouteCodes.City, "nowhere", c => c.CatalogueEntry = "工业");
        var (queries, service, office) = (
            given.Get<StandingCatalogueQueries>(),
            given.Get<StandingCatalogueService>(),
            given.By("office.1")
        );
        Assert.Equal(0, (await queries.UnhungAsync(office, given.Now)).Total);
        await GivenCatalogue.EnforceAsync(given);
        var matter = await GivenCatalogue.MatterAsync(given, "工业生产情况");
        await given.ItemAsync(RouteCodes.City, "nowhere", c => c.CatalogueEntryId = matter);
        var fingerprint = await given.ReadAsync(db =>
            db.Revisions.Where(r => r.SubmissionId == loose).Select(r => r.Fingerprint).SingleAsync()
        );
        Assert.Equal([(loose, "工业")], (await queries.UnhungAsync(office, given.Now)).Rows.Select(r => (r.Id, r.Words)));
        Task<Outcome<Done>> Hang(int item, int entry, string who) =>
            service.HangAsync(item, entry, Guid.NewGuid(), given.By(who), given.Now);
        Assert.IsType<MatterNotInForce>((await Hang(loose, 99, "office.1")).Problem);
        Assert.IsType<OnlyTheOfficeEdits>((await Hang(loose, matter, "platform.1")).Problem);
        Given.Must(await Hang(loose, matter, "office.1"));
        Assert.Equal(0, (await queries.UnhungAsync(office, given.Now)).Total);
        Assert.Equal(matter, (await given.SubmissionAsync(loose)).CatalogueEntryId);
        Assert.Equal(
            fingerprint,
            await given.ReadAsync(db => db.Revisions.Where(r => r.SubmissionId == loose).Select(r => r.Fingerprint).SingleAsync())
        );
    }

    private static StandingRow Row(string matter, int section) =>
        StandingRow.Blank with
        {
            Group = "统计数据",
            Matter = matter,
            Content = "内容",
            Basis = "依据",
            Time = "及时",
            SectionId = section,
        };
}
