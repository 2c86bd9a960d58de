using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Ledgers;
using Disclosure.Core.Review;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Approval;

/// <summary>A return for format carries signatures over only to a text that is equal in everything that was reviewed.</summary>
[Slow]
public sealed class FormatOnlyTests
{
    private static readonly Dictionary<string, Action<ItemContent>> Changes = new()
    {
        ["信息标题"] = c => c.Title += "简况",
        ["内容概述"] = c => c.Summary += "增长较快。",
        ["编辑人员电话"] = c => c.Phone = "0895-4821999",
        ["署名作者"] = c => c.Bylines.Add(new Byline { Name = "院校专家", Confirmed = true }),
        ["信息形成日期"] = c => c.FormedOn = new DateOnly(2026, 10, 29),
        ["信息来源"] = c => (c.Origin, c.MakingBody) = (Origin.Held, "统计局"),
        ["信息类别"] = c => (c.Kind, c.BriefIssue) = (ItemKind.Brief, 3),
        ["主动公开内容"] = c => c.A8Category = 9,
        ["公开属性"] = c => (c.Attribute, c.LegalBasis) = (DisclosureAttribute.OnRequest, "条例第二十七条"),
        ["发布渠道"] = c => c.Channels = [Channel.Website],
        ["外网栏目"] = c => c.WebsiteColumn = "统计公报",
        ["拟发布时间"] = c => c.PlannedOn = new DateOnly(2026, 12, 30),
        ["数据性质"] = c => c.DataStatus = DataStatus.NoFigures,
        ["重大稿件"] = c => c.Major = true,
        ["公开目录事项"] = c => c.CatalogueEntry = "统计数据",
    };

    public static TheoryData<string> Fields => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task ReviewedFieldChanged_AllReviewsRunAnew_AndThePageSaysSoBefore(string label)
    {
        await using var given = await Given.BureauAsync();
        var id = await ReturnedAsync(given);
        await given.EditAsync(id, "gongye.editor", Changes[label]);
        Assert.Contains(label, await ForetoldAsync(given, id));
        await RunsAnewAsync(given, id);
    }

    [Theory]
    [InlineData("replaced")]
    [InlineData("added")]
    [InlineData("reordered")]
    public async Task FilesChanged_AllReviewsRunAnew_AndThePageSaysSoBefore(string how)
    {
        await using var given = await Given.BureauAsync();
        var id = await ReturnedAsync(given, attachments: 2);
        if (how == "replaced")
        {
            await given.ReplaceBodyAsync(id, "gongye.editor", "另一篇正文");
        }
        else if (how == "added")
        {
            await given.UploadAsync(id, "附表.txt", "附表", "gongye.editor");
        }
        else
        {
            var second = await given.ReadAsync(db =>
                db.ItemFiles.Where(f => f.SubmissionId == id && f.RevisionId == null && f.Role == FileRole.Attachment)
                    .Select(f => f.Id)
                    .FirstAsync()
            );
            Given.Must(await given.Get<DraftService>().MakeBodyAsync(id, second, given.By("gongye.editor"), given.Now));
        }
        Assert.NotEmpty(await ForetoldAsync(given, id));
        await RunsAnewAsync(given, id);
    }

    [Fact]
    public async Task SameBytesUnderTheSameRole_AreNoChange()
    {
        await using var given = await Given.BureauAsync();
        var id = await ReturnedAsync(given, body: "一字不改");
        await given.ReplaceBodyAsync(id, "gongye.editor", "一字不改");
        Assert.Empty(await ForetoldAsync(given, id));
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Send));
        Assert.Equal("deputy", (await given.SubmissionAsync(id)).Step);
    }

    [Fact]
    public async Task EditorsAnswerChanged_AllReviewsRunAnew()
    {
        await using var given = await Given.BureauAsync();
        var id = await ReturnedAsync(given);
        var answers = Given.With(Criteria.Undecided, a => a with { Remark = "另有说明" });
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Send, c => c with { Answers = answers }));
        Assert.Equal("section", (await given.SubmissionAsync(id)).Step);
    }

    [Fact]
    public async Task RemarksCopiesAndPages_AreFormat_AndTheEarlierSignaturesAreCarriedOver()
    {
        await using var given = await Given.BureauAsync();
        var id = await ReturnedAsync(given);
        await given.EditAsync(id, "gongye.editor", c => (c.Remarks, c.PaperCopies, c.PaperPages) = ("版面已调整", 2, 5));
        Assert.Empty(await ForetoldAsync(given, id));
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Send));
        var signed = (await given.CaseAsync(id)).Standing.Where(s => s.CarriedOver).ToList();
        Assert.Equal(["section", "office"], signed.Select(s => s.Step));
        var item = (await given.Get<ItemQueries>().FindAsync(id, given.By("deputy"), given.Now))!;
        Assert.NotEqual(item.Fingerprint, signed[0].Fingerprint);
        Assert.Equal(["沿用第1轮", "沿用第1轮"], item.Line.Where(s => s.Code is "section" or "office").Select(s => s.Carried));
        Assert.Equal(2, item.Signatures.Count(s => s.Carried == "沿用第1轮"));
        var trace = (await given.Get<TraceQueries>().FindAsync(id, given.By("deputy"), given.Now))!;
        Assert.Equal(2, trace.Signatures.Count(s => s.Effect == "有效（沿用第1轮）" && s.Fingerprint == signed[0].Fingerprint));
        await given.WalkAsync(id, "nowhere");
        Assert.Equal(ItemState.Published, (await given.SubmissionAsync(id)).State);
    }

    [Fact]
    public async Task SignatureThatAnEarlierProgramCarriedOverToAnotherText_IsNowhereCalledCarriedOver()
    {
        const string Changed = "第1轮签署，所审内容已改";
        await using var given = await Given.BureauAsync();
        var id = await ReturnedAsync(given);
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Send));
        await given.TamperAsync(
            $"UPDATE Revisions SET Fingerprint = 'ff' || substr(Fingerprint, 3), ContentJson = json_set(ContentJson, '$.Summary', '另一段概述。') WHERE Id = (SELECT RevisionId FROM Submissions WHERE Id = {id})"
        );

        var item = (await given.Get<ItemQueries>().FindAsync(id, given.By("deputy"), given.Now))!;
        Assert.Equal([Changed, Changed], item.Line.Where(s => s.Code is "section" or "office").Select(s => s.Carried));
        Assert.Equal(2, item.Signatures.Count(s => s.Carried == Changed));
        Assert.Equal(
            2,
            (await given.Get<TraceQueries>().FindAsync(id, given.By("deputy"), given.Now))!.Signatures.Count(s =>
                s.Effect == $"有效（{Changed}）"
            )
        );
    }

    [Fact]
    public async Task WhileTheEditorHasIt_NothingIsCarriedOverYet_AndNoFormBearsTheNames()
    {
        await using var given = await Given.BureauAsync();
        var id = await ReturnedAsync(given);
        var item = (await given.Get<ItemQueries>().FindAsync(id, given.By("gongye.editor"), given.Now))!;
        Assert.DoesNotContain(item.Signatures, s => s.Carried.StartsWith("沿用", StringComparison.Ordinal));
        Assert.Empty(Disclosure.Core.Printing.FormRecords.SignedBoxes(item.Record));
    }

    [Fact]
    public async Task SentEqual_TakenBack_AndChanged_AllReviewsRunAnew()
    {
        await using var given = await Given.BureauAsync();
        var id = await ReturnedAsync(given);
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Send));
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Retract));
        await given.EditAsync(id, "gongye.editor", c => c.Title += "简况");
        await RunsAnewAsync(given, id);
    }

    [Fact]
    public async Task CountySubjectChanged_AllReviewsRunAnew()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.County, "office");
        Given.Must(await given.DoAsync(id, "office.1", MoveKind.Return, c => c with { FormatOnly = true }));
        var (item, other) = (
            await given.SubmissionAsync(id),
            await given.ReadAsync(db => db.Subjects.Where(s => s.Name == "农牧业").Select(s => s.Id).FirstAsync())
        );
        Given.Must(
            await given
                .Get<DraftService>()
                .SaveAsync(id, item.Draft, item.DraftAnswersJson, other, item.DraftVersion, given.By("karuo.editor"), given.Now)
        );
        Given.Must(await given.DoAsync(id, "karuo.editor", MoveKind.Send));
        Assert.DoesNotContain((await given.CaseAsync(id)).Standing, s => s.CarriedOver);
        Assert.Null((await given.SubmissionAsync(id)).ResumeAt);
    }

    [Fact]
    public async Task CarriedOverByAnEarlierProgram_ToAnotherText_IsNotPublished()
    {
        await using var given = await Given.BureauAsync();
        var id = await ReturnedAsync(given);
        await given.EditAsync(id, "gongye.editor", c => c.Remarks = "版面已调整");
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Send));
        await given.WalkAsync(id, "platform");
        // The earlier program compared nothing: what was signed in the first round is another text than the one under review.
        Given.Must(
            await given
                .Get<WriteGate>()
                .WriteAsync<int>(async db =>
                {
                    var first = await db.Revisions.FirstAsync(r => r.SubmissionId == id && r.Number == 1);
                    var content = first.Content;
                    content.Title = "另一个标题";
                    first.ContentJson = content.ToJson();
                    return 1;
                })
        );
        Assert.Equal(new SignatureMissing("科室负责人复审"), (await given.DoAsync(id, "platform.1", MoveKind.Publish)).Problem);
    }

    private static async Task<int> ReturnedAsync(Given given, int attachments = 0, string? body = null)
    {
        var id = await given.DraftAsync(RouteCodes.City, body: body);
        for (var i = 0; i < attachments; i++)
        {
            await given.UploadAsync(id, $"附件{i}.txt", $"附件 {i} {Guid.NewGuid()}", "gongye.editor");
        }
        await given.WalkAsync(id, "deputy");
        Given.Must(await given.DoAsync(id, "deputy", MoveKind.Return, c => c with { FormatOnly = true }));
        return id;
    }

    private static async Task<IReadOnlyList<string>> ForetoldAsync(Given given, int id)
    {
        var item = (await given.Get<ItemQueries>().FindAsync(id, given.By("gongye.editor"), given.Now))!;
        return [.. item.Review.Anew(item.EditorAnswers).Select(d => d.Label)];
    }

    private static async Task RunsAnewAsync(Given given, int id)
    {
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Send));
        var item = await given.SubmissionAsync(id);
        Assert.Equal(("section", null), (item.Step, item.ResumeAt));
        Assert.Equal(["edit"], (await given.CaseAsync(id)).Standing.Select(s => s.Step));
    }
}
