using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Evidence;
using Disclosure.Core.Examiner;
using Disclosure.Core.Files.Reading;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Evidence;

/// <summary>
/// What the files give away stands beside the questions, is judged by each step for itself, and never answers a question.
/// </summary>
public sealed class EvidenceTests
{
    private const string Id = "11010519491231002X";
    private const string Grave = $"机密★5年\n规模以上工业简况\n联系人身份证号{Id}";

    [Theory]
    [InlineData("edit", "gongye.editor")]
    [InlineData("section", "gongye.head")]
    [InlineData("office", "office.1")]
    [InlineData("deputy", "deputy")]
    public async Task AStepThatReviews_OwesAWordOnWhatMayDisclose(string step, string who)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, body: Grave);
        await WalkAsync(given, id, step);

        Assert.Equal(1, Assert.IsType<EvidenceUnanswered>((await given.DoAsync(id, who, Given.ForwardFrom(step))).Problem).Count);

        var key = (await GraveOfAsync(given, id, who)).Key;
        Assert.IsType<EvidenceRemarkNeeded>(
            (await given.Get<EvidenceService>().JudgeAsync(id, [key], false, " ", given.By(who), given.Now)).Problem
        );
        Given.Must(await given.Get<EvidenceService>().JudgeAsync(id, [key], true, "", given.By(who), given.Now));
        Assert.Equal("B3-1", Assert.IsType<EvidenceContradicts>((await given.DoAsync(id, who, Given.ForwardFrom(step))).Problem).Criterion);

        Given.Must(await given.Get<EvidenceService>().JudgeAsync(id, [key], false, "只是样稿", given.By(who), given.Now));
        Given.Must(await given.DoAsync(id, who, Given.ForwardFrom(step)));
        var kept = (await given.SignaturesAsync(id))[^1].Particulars.Evidence!;
        Assert.Equal([("M-01", false, "只是样稿")], kept.Select(w => (w.Rule, w.Holds, w.Remark)));
    }

    [Fact]
    public async Task WhatOnlyConcernsPeople_HoldsNothingUp_ReturnsAreNeverHeldUp()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, body: $"一般内容\n联系人身份证号{Id}");
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Send));
        var grave = await given.DraftAsync(RouteCodes.City, body: Grave);
        await WalkAsync(given, grave, "section");
        Given.Must(await given.DoAsync(grave, "gongye.head", MoveKind.Return));
    }

    [Fact]
    public async Task TheNextStep_SeesTheWordsBefore_AndMayAgreeWithAllOfThem()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, body: Grave);
        await WalkAsync(given, id, "section");
        var row = await GraveOfAsync(given, id, "gongye.head");
        Assert.Null(row.Own);
        Assert.Equal((false, "只是样稿"), (Assert.Single(row.Others).Holds, row.Others[0].Remark));
        Assert.Equal(1, Given.Must(await given.Get<EvidenceService>().AgreeAsync(id, given.By("gongye.head"), given.Now)));
        Given.Must(await given.DoAsync(id, "gongye.head", MoveKind.Approve));
    }

    [Fact]
    public async Task WhoMayNotSign_MayNotJudge()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, body: Grave);
        await WalkAsync(given, id, "section");
        var key = (await GraveOfAsync(given, id, "gongye.editor")).Key;
        Assert.False((await given.Get<EvidenceQueries>().ForItemAsync(id, given.By("gongye.editor"), given.Now))!.MayJudge);
        Assert.IsType<NotYourStep>(
            (await given.Get<EvidenceService>().JudgeAsync(id, [key], true, "", given.By("gongye.editor"), given.Now)).Problem
        );
        Assert.IsType<EvidenceGone>(
            (await given.Get<EvidenceService>().JudgeAsync(id, ["0"], true, "", given.By("gongye.head"), given.Now)).Problem
        );
    }

    [Fact]
    public async Task WhatIsMasked_IsOpenedOnTheRecord_AndNeverStandsInIt()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, body: Grave);
        await given.Get<ExaminationService>().EnsureAsync(id);
        var evidence = (await given.Get<EvidenceQueries>().ForItemAsync(id, given.By("gongye.editor"), given.Now))!;
        var row = evidence.Rows.Single(r => r.Rule.Code == "P-01");
        Assert.DoesNotContain(Id, row.Masked, StringComparison.Ordinal);
        Assert.Contains(
            Id,
            Given.Must(await given.Get<EvidenceService>().OpenAsync(id, row.Key, given.By("gongye.editor"), given.Now)).Excerpt,
            StringComparison.Ordinal
        );
        var audit = await given.ReadAsync(db =>
            db.Set<Disclosure.Core.Audit.AuditEntry>()
                .Where(e => e.SubmissionId == id)
                .Select(e => new { e.Action, e.Detail })
                .ToListAsync()
        );
        Assert.Contains(audit, e => e.Action == "evidence.open" && e.Detail.Contains("P-01", StringComparison.Ordinal));
        Assert.DoesNotContain(audit, e => e.Detail.Contains(Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task EqualBytes_AreExaminedOnce_AndAgainWhenTheRulesChange()
    {
        await using var given = await Given.BureauAsync();
        var (first, second) = (await given.DraftAsync(RouteCodes.City, body: Grave), await given.DraftAsync(RouteCodes.City, body: Grave));
        var examinations = given.Get<ExaminationService>();
        while (await examinations.RunNextAsync() is not null) { }
        Assert.Equal(1, await given.ReadAsync(db => db.Examinations.CountAsync()));
        Assert.Equal(2, await given.ReadAsync(db => db.ItemExaminations.CountAsync()));

        Given.Must(
            await given
                .Get<ExaminerSettingsService>()
                .SaveAsync(ExaminerSettings.Usual with { OwnWords = ["工业简况"] }, "按通知增加", 1, given.By("admin.security"), given.Now)
        );
        Assert.Equal(second, await examinations.RunNextAsync());
        Assert.Equal(first, await examinations.RunNextAsync());
        Assert.Null(await examinations.RunNextAsync());
        var evidence = (await given.Get<EvidenceQueries>().ForItemAsync(first, given.By("gongye.editor"), given.Now))!;
        Assert.Equal(2, evidence.RulesVersion);
        Assert.Contains(evidence.Rows, r => r.Rule.Code == "M-09");
    }

    [Fact]
    public async Task WhatWaits_WaitsAfterARestartToo()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, body: Grave);
        await using var later = await given.CopyAsync();
        Assert.Equal(id, await later.Get<ExaminationService>().RunNextAsync());
        Assert.Null(await later.Get<ExaminationService>().RunNextAsync());
    }

    [Fact]
    public async Task ANewVersion_ShowsFirstWhatItBringsAnew()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, body: Grave);
        await WalkAsync(given, id, "section");
        Given.Must(await given.DoAsync(id, "gongye.head", MoveKind.Return));
        await given.UploadAsync(id, "附表.txt", "内部资料\n注意保存", "gongye.editor");
        await given.Get<ExaminationService>().EnsureAsync(id);
        var rows = (await given.Get<EvidenceQueries>().ForItemAsync(id, given.By("gongye.editor"), given.Now))!.Rows;
        Assert.Equal(["附表.txt", "附表.txt"], rows.TakeWhile(r => r.IsNew).Select(r => r.FileName));
        Assert.DoesNotContain(rows.Where(r => r.FileName == "正文.txt"), r => r.IsNew);
    }

    [Fact]
    public async Task AStop_TakesExcerptsAndRemarksToo()
    {
        const string Secret = "绝不能留下的摘录";
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, body: $"{Secret}机密★5年");
        await given.Get<ExaminationService>().EnsureAsync(id);
        var key = (await GraveOfAsync(given, id, "gongye.editor")).Key;
        Given.Must(await given.Get<EvidenceService>().JudgeAsync(id, [key], true, Secret + "理由", given.By("gongye.editor"), given.Now));
        Assert.True(await given.StoreHoldsAsync(Secret));
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Stop));
        Assert.False(await given.StoreHoldsAsync(Secret));
        Assert.True(await given.ReadAsync(db => db.FindingJudgements.AnyAsync(j => j.SubmissionId == id && j.Holds)));
    }

    [Fact]
    public async Task ADiscardedDraft_LeavesNoExaminationBehind()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, body: Grave);
        await given.Get<ExaminationService>().EnsureAsync(id);
        Given.Must(await given.Get<DraftService>().DiscardAsync(id, given.By("gongye.editor"), given.Now));
        Assert.Equal(1, await given.Get<ExaminationService>().ForgetGoneAsync());
        Assert.Equal(0, await given.ReadAsync(db => db.Examinations.CountAsync()));
        Assert.Equal(0, await given.ReadAsync(db => db.ItemExaminations.CountAsync()));
    }

    [Fact]
    public async Task SettingsThatMakeNoSense_AreRefusedBesideTheirField()
    {
        await using var given = await Given.BureauAsync();
        var service = given.Get<ExaminerSettingsService>();
        foreach (
            var (settings, field) in new (ExaminerSettings, string)[]
            {
                (ExaminerSettings.Usual with { Enterprises = 1 }, "Enterprises"),
                (ExaminerSettings.Usual with { DominanceShare = 100 }, "DominanceShare"),
                (ExaminerSettings.Usual with { OwnWords = ["密"] }, "OwnWords"),
                (ExaminerSettings.Usual with { OwnPatterns = ["(a"] }, "OwnPatterns"),
                (ExaminerSettings.Usual with { OwnPatterns = [@"(a)\1"] }, "OwnPatterns"),
                (ExaminerSettings.Usual with { CautionWords = [new string('长', 61)] }, "CautionWords"),
            }
        )
        {
            Assert.Equal(field, (await service.SaveAsync(settings, "试", 1, given.By("admin.security"), given.Now)).Problem?.Field);
        }
        Assert.Equal(
            "Note",
            (await service.SaveAsync(ExaminerSettings.Usual with { Persons = 5 }, " ", 1, given.By("admin.security"), given.Now))
                .Problem
                ?.Field
        );
        Assert.IsType<NotThisAdministrator>(
            (await service.SaveAsync(ExaminerSettings.Usual, "试", 1, given.By("admin.system"), given.Now)).Problem
        );
        Assert.Equal(
            2,
            Given.Must(await service.SaveAsync(ExaminerSettings.Usual with { Persons = 5 }, "试", 1, given.By("admin.security"), given.Now))
        );
        Assert.IsType<ExaminerSettingsMovedOn>(
            (await service.SaveAsync(ExaminerSettings.Usual, "试", 1, given.By("admin.security"), given.Now)).Problem
        );
        Assert.Equal([2, 1], (await service.HistoryAsync()).Select(v => v.Number));
    }

    [Fact]
    public void AnExamination_IsKeptWhole()
    {
        var finding = new Finding
        {
            Rule = "T-06",
            Criterion = "D2",
            Severity = Severity.A,
            Confidence = Confidence.High,
            Place = new Place
            {
                Part = "第 1 页",
                Page = 1,
                Line = 3,
                Box = new Box(1, 2, 3, 4),
                Inside = ["a.xlsx"],
            },
            Excerpt = "甲 | *",
            Sensitive = [new TextSpan(0, 1)],
            Why = "因为。",
            Action = "去。",
            Recovered = "998",
            Measure = "3",
        };
        var kept = FileExamination.FromJson(
            new FileExamination(new Coverage([new CoveragePart("页", 1, 2, "坏")], null, "看"), [finding])
            {
                Omitted = new Dictionary<string, int> { ["P-01"] = 3 },
            }.ToJson()
        );
        Assert.Equal((finding.Key, finding.Masked, "998"), (kept.Findings[0].Key, kept.Findings[0].Masked, kept.Findings[0].Recovered));
        Assert.Equal(("部分检查：1/2 页（坏）", "看", 3), (kept.Coverage.Line, kept.Coverage.Advice, kept.Omitted["P-01"]));
    }

    [Fact]
    public async Task APreview_ShowsThePlace_AndIsARead()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, body: string.Join('\n', Enumerable.Range(1, 900).Select(i => $"第{i}行")));
        var file = await given.ReadAsync(db => db.ItemFiles.Where(f => f.SubmissionId == id).Select(f => f.Id).FirstAsync());
        var shown = Given.Must(await given.Get<EvidencePreview>().ReadAsync(file, "正文", 500, given.By("gongye.editor"), given.Now));
        Assert.Equal((900, EvidencePreview.Window), (shown.Total, shown.Lines.Count));
        Assert.Contains(shown.Lines, l => l is { Number: 500, Text: "第500行" });
        Assert.True(
            await given.ReadAsync(db =>
                db.Set<Disclosure.Core.Audit.AuditEntry>().AnyAsync(e => e.SubmissionId == id && e.Action == "file.preview")
            )
        );
    }

    /// <summary>Walks on by the usual people, each of whom says of grave evidence that it does not hold.</summary>
    private static async Task WalkAsync(Given given, int id, string until)
    {
        while (await given.SubmissionAsync(id) is var item && item.Step != until)
        {
            var who = Given.HolderOf(item.RouteCode, item.Step);
            await SayAsync(given, id, who);
            Given.Must(await given.DoAsync(id, who, Given.ForwardFrom(item.Step)));
        }
        await given.Get<ExaminationService>().EnsureAsync(id);
    }

    private static async Task SayAsync(Given given, int id, string who)
    {
        await given.Get<ExaminationService>().EnsureAsync(id);
        var owed = (await given.Get<EvidenceQueries>().ForItemAsync(id, given.By(who), given.Now))!
            .Rows.Where(r => r.IsOwed)
            .Select(r => r.Key)
            .ToList();
        Given.Must(await given.Get<EvidenceService>().JudgeAsync(id, owed, false, "只是样稿", given.By(who), given.Now));
    }

    private static async Task<EvidenceRow> GraveOfAsync(Given given, int id, string who)
    {
        await given.Get<ExaminationService>().EnsureAsync(id);
        return (await given.Get<EvidenceQueries>().ForItemAsync(id, given.By(who), given.Now))!.Rows.Single(r => r.Severity == Severity.A);
    }
}
