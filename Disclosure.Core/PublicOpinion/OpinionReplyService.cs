using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.PublicOpinion;

/// <summary>
/// Ties the reply to its case. The reply is an ordinary item on the ordinary route: it is marked urgent, and skips nothing.
/// </summary>
public sealed class OpinionReplyService(Operations operations, ItemNews news)
{
    /// <summary>Begins a reply for the unit that answers, with its title filled in; answers the key of the item.</summary>
    public async Task<Outcome<int>> BeginAsync(int id, Guid commandId, Actor by, DateTime now, CancellationToken ct = default)
    {
        var outcome = await OpinionChange.RunAsync<int>(
            operations,
            id,
            true,
            commandId,
            by,
            now,
            async c =>
            {
                if (await RefusalAsync(c, ct) is { } refusal)
                {
                    return refusal;
                }
                var begun = await DraftService.BeginAsync(
                    c.Operation,
                    ApprovalRoutes.Newest,
                    c.Case.SectionId,
                    $"关于“{Inner(c.Case.Title)}”的回应",
                    ct
                );
                if (!begun.Ok)
                {
                    return begun.Problem!;
                }
                await TieAsync(c, begun.Value.Id, "起草回应稿件");
                return begun.Value.Id;
            },
            ct
        );
        return Told(outcome, outcome.Ok ? outcome.Value : 0);
    }

    /// <summary>Makes an item of the unit that answers the reply.</summary>
    public async Task<Outcome<Done>> LinkAsync(
        int id,
        int submissionId,
        Guid commandId,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    ) =>
        Told(
            await OpinionChange.RunAsync<Done>(
                operations,
                id,
                true,
                commandId,
                by,
                now,
                async c =>
                {
                    if (await RefusalAsync(c, ct) is { } refusal)
                    {
                        return refusal;
                    }
                    if (
                        await c
                            .Db.Submissions.AsNoTracking()
                            .Where(ReadingRights.Of(c.Db, c.Grants))
                            .FirstOrDefaultAsync(s => s.Id == submissionId && s.UnitId == c.Case.SectionId, ct)
                        is not { } item
                    )
                    {
                        return new NotFound();
                    }
                    if (item.Ended && (item.State != ItemState.Published || item.EndedAt < c.Case.RaisedAt))
                    {
                        return new CannotAnswer();
                    }
                    var cases = c.Db.OpinionCases;
                    if (
                        await c
                            .Db.OpinionReplies.Where(r => r.SubmissionId == submissionId)
                            .Select(r => cases.First(o => o.Id == r.CaseId).Number)
                            .FirstOrDefaultAsync(ct) is
                        { } other
                    )
                    {
                        return new AnswersAnother(other);
                    }
                    await TieAsync(c, submissionId, $"关联已有稿件 {item.Number ?? "（未编号）"}");
                    return Done.It;
                },
                ct
            ),
            submissionId
        );

    /// <summary>Unties an item that was linked by mistake; it goes on as an item like any other.</summary>
    public async Task<Outcome<Done>> UnlinkAsync(
        int id,
        int submissionId,
        string reason,
        Guid commandId,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    ) =>
        Told(
            await OpinionChange.RunAsync<Done>(
                operations,
                id,
                true,
                commandId,
                by,
                now,
                async c =>
                {
                    if (!c.Grants.Has(Duty.DisclosureOffice) && c.Grants.Find(Duty.Editor, c.Case.SectionId) is null)
                    {
                        return new EditorBeginsReply(c.Unit);
                    }
                    if (
                        await c.Db.OpinionReplies.FirstOrDefaultAsync(r => r.CaseId == id && r.SubmissionId == submissionId, ct)
                        is not { } reply
                    )
                    {
                        return new NoSuchReply();
                    }
                    var item = await c.Db.Submissions.FirstAsync(s => s.Id == submissionId, ct);
                    if (item.State == ItemState.Published)
                    {
                        return new PublishedReplyStays();
                    }
                    if (OpinionText.Refusal(reason, "Text", "理由") is { } wrong)
                    {
                        return wrong;
                    }
                    item.Hurry(null);
                    c.Db.OpinionReplies.Remove(reply);
                    await c.KeepAsync(OpinionAct.ReplyUnlinked, reason, item: submissionId);
                    return Done.It;
                },
                ct
            ),
            submissionId
        );

    // Quotation marks inside quotation marks are single ones.
    private static string Inner(string title) => title.Replace('“', '‘').Replace('”', '’');

    private Outcome<T> Told<T>(Outcome<T> outcome, int item)
    {
        if (outcome.Ok)
        {
            news.Tell(item);
        }
        return outcome;
    }

    private static async Task TieAsync(OpinionChange c, int submissionId, string text)
    {
        c.Db.OpinionReplies.Add(
            new OpinionReply
            {
                SubmissionId = submissionId,
                CaseId = c.Case.Id,
                LinkedAt = c.Now,
            }
        );
        await c.KeepAsync(OpinionAct.ReplyLinked, text, item: submissionId);
    }

    private static async Task<Problem?> RefusalAsync(OpinionChange c, CancellationToken ct) =>
        c.Grants.Find(Duty.Editor, c.Case.SectionId) is null ? new EditorBeginsReply(c.Unit)
        : (await OpinionReading.OfAsync(c.Db, c.Case, ct)).UnderWay is { } underWay ? new ReplyUnderWay(underWay.Number ?? "未编号")
        : null;
}
