using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Publication;

/// <summary>How far publication has come (发布状态).</summary>
public enum PublicationStage
{
    /// <summary>待发.</summary>
    Waiting,

    /// <summary>部分渠道已发.</summary>
    Partly,

    /// <summary>已发.</summary>
    Whole,

    /// <summary>发布失败: the last attempt on a channel failed and nothing stands there.</summary>
    Failed,

    /// <summary>已下线.</summary>
    Down,
}

/// <summary>
/// What publishing asks beside the judge: the planned hour, the pair of document and interpretation, and what an amendment
/// changes.
/// </summary>
public static class PublishingRules
{
    /// <summary>Refuses before the planned hour; the page asks the same.</summary>
    public static Problem? TooEarly(DateTime? plannedAt, DateTime now) => plannedAt is { } at && now < at ? new NotBeforePlanned(at) : null;

    /// <summary>Refuses a time of publication at which the item did not exist: a slip of the hand in the year or the day.</summary>
    public static Problem? BeforeItBegan(Submission item, IReadOnlyList<ChannelEntry> entries) =>
        entries.FirstOrDefault(e => e.At < Minute(item.CreatedAt)) is { } before
            ? new PublishedBeforeItBegan(before.Channel, item.CreatedAt)
            : null;

    // Times of publication are entered by the minute.
    private static DateTime Minute(DateTime at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMinute));

    /// <summary>The stage an item is in.</summary>
    /// <param name="allowed">Channels it may stand on.</param>
    /// <param name="published">Channels it was published on.</param>
    /// <param name="failed">Channels whose last attempt failed.</param>
    /// <param name="down">True when it came down.</param>
    public static PublicationStage Stage(
        IReadOnlyCollection<Channel> allowed,
        IReadOnlyCollection<Channel> published,
        IReadOnlyCollection<Channel> failed,
        bool down
    ) =>
        down ? PublicationStage.Down
        : failed.Except(published).Any() ? PublicationStage.Failed
        : published.Count == 0 ? PublicationStage.Waiting
        : allowed.Except(published).Any() ? PublicationStage.Partly
        : PublicationStage.Whole;

    /// <summary>Chinese name.</summary>
    public static string Name(this PublicationStage stage) =>
        stage switch
        {
            PublicationStage.Waiting => "待发",
            PublicationStage.Partly => "部分渠道已发",
            PublicationStage.Whole => "已发",
            PublicationStage.Failed => "发布失败",
            PublicationStage.Down => "已下线",
        };

    /// <summary>The other half of a pair: what the item links to, or what links to it; null when it stands alone.</summary>
    public static async Task<Submission?> PairOfAsync(DisclosureDb db, Submission item, CancellationToken ct = default)
    {
        if (item.Kind is not (ItemKind.PolicyDocument or ItemKind.Interpretation) || item.AmendsId is not null)
        {
            return null;
        }
        var other = item.Kind == ItemKind.PolicyDocument ? ItemKind.Interpretation : ItemKind.PolicyDocument;
        return await db
            .Submissions.Where(s =>
                s.Kind == other
                && s.AmendsId == null
                && (s.Id == item.LinkedItemId || s.LinkedItemId == item.Id)
                && s.State != ItemState.Withdrawn
                && s.State != ItemState.Declined
                && s.State != ItemState.Stopped
            )
            .OrderByDescending(s => s.Id == item.LinkedItemId)
            .FirstOrDefaultAsync(ct);
    }

    /// <summary>
    /// What keeps this half of a pair from being published now (C2): the other must have all its signatures too, and the document goes
    /// first.
    /// </summary>
    public static Problem? PairInTheWay(Submission item, Submission? pair) =>
        (item.Kind, pair) switch
        {
            (ItemKind.PolicyDocument, { State: ItemState.Published } or { AtPlatform: true }) => null,
            (ItemKind.PolicyDocument, { } other) => new PairNotReady(
                $"关联的政策解读{other.Number ?? "（草稿）"}还没有审签到发布平台，政策文件与解读应一同发布。"
            ),
            (ItemKind.Interpretation, { State: ItemState.Published } or null) => null,
            (ItemKind.Interpretation, { } other) => new PairNotReady(
                $"所解读的政策文件{other.Number ?? "（草稿）"}尚未发布，请先发布文件，随即发布解读。"
            ),
            _ => null,
        };

    /// <summary>Everything that stands in the way of publishing, or null.</summary>
    internal static async Task<Problem?> InTheWayAsync(
        DisclosureDb db,
        Submission item,
        IReadOnlyList<ChannelEntry> entries,
        DateTime now,
        CancellationToken ct
    )
    {
        if (TooEarly(item.PlannedAt, now) is { } early)
        {
            return early;
        }
        if (item.PlannedAt is { } at && entries.FirstOrDefault(e => e.At < at) is { } before && item.Amendment != AmendmentKind.TakeDown)
        {
            return new PublishedBeforePlanned(before.Channel, at);
        }
        if (item.Amendment != AmendmentKind.TakeDown && BeforeItBegan(item, entries) is { } impossible)
        {
            return impossible;
        }
        return PairInTheWay(item, await PairOfAsync(db, item, ct)) ?? await AmendmentInTheWayAsync(db, item, entries, now, ct);
    }

    private static async Task<Problem?> AmendmentInTheWayAsync(
        DisclosureDb db,
        Submission item,
        IReadOnlyList<ChannelEntry> entries,
        DateTime now,
        CancellationToken ct
    )
    {
        if (item.AmendsId is not { } amended)
        {
            return null;
        }
        var emergency = await db.TakeDowns.AnyAsync(t => t.SubmissionId == amended && t.AmendmentId == item.Id, ct);
        if (!emergency && await db.Submissions.AnyAsync(s => s.Id == amended && s.TakenDownAt != null, ct))
        {
            return new AlreadyDown();
        }
        if (item.Amendment != AmendmentKind.TakeDown || emergency)
        {
            return null;
        }
        return TakeDowns.Check(
            await db.Publications.Where(p => p.SubmissionId == amended && p.DownAt == null).ToListAsync(ct),
            entries,
            now
        );
    }
}

/// <summary>Carries a take-down out inside the caller's transaction.</summary>
internal static class TakeDowns
{
    /// <summary>Every channel it stands on must come down, at a time after its publication and not ahead.</summary>
    public static Problem? Check(IReadOnlyList<ChannelPublication> standing, IReadOnlyList<ChannelEntry> entries, DateTime now)
    {
        var missing = standing.Where(p => entries.All(e => e.Channel != p.Channel)).Select(p => p.Channel.Name()).ToList();
        if (missing.Count > 0)
        {
            return new ChannelsStillUp(string.Join("、", missing));
        }
        return standing.FirstOrDefault(p => entries.Any(e => e.Channel == p.Channel && (e.At < p.At || e.At > now))) is { } wrong
            ? new DownTimeWrong(wrong.Channel)
            : null;
    }

    /// <summary>Notes the channels and the item as down and keeps why.</summary>
    public static async Task CarryOutAsync(DisclosureDb db, TakeDown takeDown, IReadOnlyList<ChannelEntry> entries, CancellationToken ct)
    {
        foreach (
            var publication in await db.Publications.Where(p => p.SubmissionId == takeDown.SubmissionId && p.DownAt == null).ToListAsync(ct)
        )
        {
            publication.TakeDown(entries.First(e => e.Channel == publication.Channel).At);
        }
        (await db.Submissions.FirstAsync(s => s.Id == takeDown.SubmissionId, ct)).TakeDown(takeDown.At);
        db.TakeDowns.Add(takeDown);
    }
}
