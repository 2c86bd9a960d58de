using Disclosure.Core.Approval;
using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Publication;

/// <content>What is noted beside the publication itself: further channels, failures, planned hours.</content>
public sealed partial class PublicationService
{
    /// <summary>Notes that publishing on a channel failed; the item stays where it is and the reason is kept.</summary>
    public Task<Outcome<Done>> FailAsync(
        int id,
        Channel channel,
        string reason,
        Guid commandId,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    ) =>
        operations.WriteAsync<Done>(
            by,
            now,
            async op =>
            {
                var (db, grants) = op;
                if (
                    !grants.Has(Duty.PlatformHead)
                    || await CaseFile.LoadAsync(db, id, ct) is not { Item: { State: ItemState.Published } or { AtPlatform: true } } file
                )
                {
                    return new NotFound();
                }
                if (string.IsNullOrWhiteSpace(reason) || reason.Length > ContentRules.TextLength)
                {
                    return new WhyNeeded("失败的原因");
                }
                if (!file.AllowedChannels.Contains(channel))
                {
                    return new ChannelNotAllowed(channel.Name());
                }
                if (await db.Publications.AnyAsync(p => p.SubmissionId == id && p.Channel == channel, ct))
                {
                    return new ChannelAlreadyEntered(channel);
                }
                db.ChannelFailures.Add(
                    new ChannelFailure
                    {
                        SubmissionId = id,
                        Channel = channel,
                        Reason = reason.Trim(),
                        StaffName = by.Name,
                        At = now,
                    }
                );
                await AuditTrail.AppendAsync(
                    db,
                    new AuditFact(by, "publish.fail", $"发布失败：{channel.Name()}", now)
                    {
                        SubmissionId = id,
                        Duty = Duty.PlatformHead.Name(),
                    }
                );
                return Done.It;
            },
            commandId,
            ct
        );

    /// <summary>
    /// Sets, moves or lifts the hour before which an item may not be published; the reason is kept, and so is every earlier
    /// hour.
    /// </summary>
    /// <param name="plannedAt">UTC, ahead of now; null lifts it.</param>
    public async Task<Outcome<Done>> PlanAsync(
        int id,
        DateTime? plannedAt,
        string reason,
        Guid commandId,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        var outcome = await operations.WriteAsync<Done>(
            by,
            now,
            async op =>
            {
                var db = op.Db;
                var opened = await AtPlatformAsync(op, id, ct);
                if (!opened.Ok)
                {
                    return opened.Problem!;
                }
                if (plannedAt <= now)
                {
                    return new PlanLiesBehind();
                }
                if (string.IsNullOrWhiteSpace(reason) || reason.Length > ContentRules.TextLength)
                {
                    return new WhyNeeded("计划时间的理由");
                }
                opened.Value.Item.Plan(plannedAt);
                opened.Value.Item.Open(now);
                db.PlannedTimes.Add(
                    new PlannedTime
                    {
                        SubmissionId = id,
                        PlannedAt = plannedAt,
                        Reason = reason.Trim(),
                        StaffName = by.Name,
                        At = now,
                    }
                );
                var detail = plannedAt is { } at ? $"计划发布时间：{BureauTime.Show(at)}" : "取消计划发布时间";
                await AuditTrail.AppendAsync(
                    db,
                    new AuditFact(by, "publish.plan", detail, now) { SubmissionId = id, Duty = Duty.PlatformHead.Name() }
                );
                return Done.It;
            },
            commandId,
            ct
        );
        if (outcome.Ok)
        {
            await approval.AfterwardsAsync(id, false, ct);
        }
        return outcome;
    }

    /// <summary>Records a further channel of an item already published, within what was allowed.</summary>
    public async Task<Outcome<Done>> RecordAsync(
        int id,
        ChannelEntry entry,
        Guid commandId,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        if (Check(entry, now) is { } wrong)
        {
            return wrong;
        }
        // A further channel is another publication: what is stored is held against what was signed once more.
        var verified = await content.VerifyAsync(id, ct);
        return await operations.WriteAsync<Done>(
            by,
            now,
            async op =>
            {
                var (db, grants) = op;
                if (
                    !grants.Has(Duty.PlatformHead)
                    || await CaseFile.LoadAsync(db, id, ct)
                        is not { Item: { State: ItemState.Published, Amendment: not AmendmentKind.TakeDown } } file
                )
                {
                    return new NotFound();
                }
                if (file.Item.TakenDownAt is not null)
                {
                    return new AlreadyDown();
                }
                if (PublishingRules.BeforeItBegan(file.Item, [entry]) is { } impossible)
                {
                    return impossible;
                }
                if (file.ReviewFor(by.StaffId).ClosedFile is { } closed)
                {
                    return new FileIsWithdrawn(closed);
                }
                if (verified is null || verified != file.Item.RevisionId)
                {
                    return new FingerprintBroken();
                }
                if (!file.AllowedChannels.Contains(entry.Channel))
                {
                    return new ChannelNotAllowed(entry.Channel.Name());
                }
                if (await db.Publications.AnyAsync(p => p.SubmissionId == id && p.Channel == entry.Channel, ct))
                {
                    return new ChannelAlreadyEntered(entry.Channel);
                }
                db.Publications.Add(Record(id, entry, by, now));
                await AuditTrail.AppendAsync(
                    db,
                    new AuditFact(by, "publish.channel", $"登记发布渠道：{entry.Channel.Name()}", now)
                    {
                        SubmissionId = id,
                        Duty = Duty.PlatformHead.Name(),
                        Fingerprint = file.Revision?.Fingerprint ?? "",
                    }
                );
                return Done.It;
            },
            commandId,
            ct
        );
    }
}
