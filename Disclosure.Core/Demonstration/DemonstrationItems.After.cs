using Disclosure.Core.Common;
using Disclosure.Core.Publication;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Demonstration;

/// <content>What goes on after approval: a policy document with its interpretation, a correction under way, an hour planned.</content>
internal sealed partial class DemonstrationItems
{
    private const string Policy = "昌都市统计数据质量责任办法";
    private const string Corrected = "昌都市2026年9月社会消费品零售总额";
    private const string Planned = "昌都市2026年前三季度地区生产总值简况";

    /// <summary>Walks the three; the items of the plan must have been walked before.</summary>
    public async Task WalkAfterAsync(AmendmentService amendments)
    {
        (clock, pace) = (now.Date.AddDays(-20).AddHours(1.5), TimeSpan.FromMinutes(30));
        await WalkPairAsync("zonghe.bianji");
        clock = now.Date.AddDays(-2).AddHours(1.5);
        await WalkCorrectionAsync(amendments, "maoyi.bianji");
        clock = now;
        var ahead = BureauTime.ToUtc(BureauTime.Day(now).AddDays(4).ToDateTime(new TimeOnly(9, 30)));
        Must(await publication.PlanAsync(await NamedAsync(Planned), ahead, "按发布日程", Guid.NewGuid(), By("pingtai"), now));
    }

    private async Task WalkPairAsync(string by)
    {
        var document = Must(await drafts.BeginAsync(people[by].UnitId, Guid.NewGuid(), By(by), Tick()));
        var interpretation = Must(await drafts.BeginAsync(people[by].UnitId, Guid.NewGuid(), By(by), Tick()));
        await FillAsync(document, by, Policy, ItemKind.PolicyDocument, 1, "platform", c => c.LinkedItemId = interpretation);
        await FillAsync(
            interpretation,
            by,
            $"《{Policy}》政策解读",
            ItemKind.Interpretation,
            1,
            "platform",
            c => (c.LinkedItemId, c.FirstInterpreter) = (document, "局主要领导")
        );
        await WalkOnAsync(document, by, "platform");
        await WalkOnAsync(interpretation, by, "platform");
        Must(await publication.PublishPairAsync(await EntryAsync(document), await EntryAsync(interpretation), By("pingtai"), Tick()));
    }

    private async Task WalkCorrectionAsync(AmendmentService amendments, string by)
    {
        var id = Must(await amendments.BeginAsync(await NamedAsync(Corrected), AmendmentKind.Correction, Guid.NewGuid(), By(by), Tick()));
        var item = await ItemAsync(id);
        var content = item.Draft;
        (content.Amendment!.Reason, content.Amendment.Changes) = ("第二段增速与附表不一致。", "原为“增长6.1%”，现为“增长6.3%”。");
        Must(await drafts.SaveAsync(id, content, Answers.ToJson(Nothing), item.SubjectId, item.DraftVersion, By(by), Tick()));
        Must(await drafts.ConfirmBylineAsync(id, By(by), Tick()));
        await WalkOnAsync(id, by, "office");
    }

    private async Task<int> NamedAsync(string title)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Submissions.Where(s => s.Title == title).Select(s => s.Id).FirstAsync();
    }
}
