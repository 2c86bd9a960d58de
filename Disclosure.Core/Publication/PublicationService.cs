using Disclosure.Core.Approval;
using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Publication;

/// <summary>Publication on one channel as typed.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Place">Address, ISBN and printing, or where it hangs.</param>
/// <param name="At">UTC of publication there.</param>
public sealed record ChannelEntry(Channel Channel, string Place, DateTime At);

/// <summary>The place of publication is missing or does not fit the channel.</summary>
public sealed record PlaceNeeded(Channel Where) : Problem(Where switch
{
    Channel.Website or Channel.Intranet or Channel.SocialMedia => $"请填写{Where.Name()}的网址（以 http:// 或 https:// 开头）。",
    Channel.Book => "请填写书号（ISBN）或印次。",
    _ => $"请写明在{Where.Name()}发布的地点或方式。",
})
{
    /// <inheritdoc/>
    public override string? Field => Where.ToString();
}

/// <summary>A time of publication that lies ahead.</summary>
public sealed record NotYetPublished(Channel Where) : Problem($"{Where.Name()}的发布时间不能晚于现在。")
{
    /// <inheritdoc/>
    public override string? Field => Where.ToString();
}

/// <summary>The channel is already on record.</summary>
public sealed record ChannelAlreadyEntered(Channel Where) : Problem($"{Where.Name()}的发布情况已经登记过。");

/// <summary>One channel stands twice in the same registration.</summary>
public sealed record ChannelEnteredTwice(Channel Where) : Problem($"{Where.Name()}填写了两次，请合并为一条。")
{
    /// <inheritdoc/>
    public override string? Field => Where.ToString();
}

/// <summary>What the head of the platform does: takes in the three things, publishes, records where it stands (D3, D10, D11).</summary>
public sealed class PublicationService(WriteGate store, ApprovalService approval, StoredContent content)
{
    /// <summary>Ticks one of the three, or takes the tick back.</summary>
    /// <param name="received">True to tick.</param>
    /// <param name="copies">Copies, for paper; at least 1.</param>
    /// <param name="pages">Pages, for paper; at least 1.</param>
    public async Task<Outcome<Done>> TickAsync(
        int id, DeskTick tick, bool received, int? copies, int? pages, Actor by, DateTime now, CancellationToken ct = default)
    {
        var outcome = await store.WriteAsync<Done>(async db =>
        {
            var opened = await AtDeskAsync(db, id, by, now, ct);
            if (!opened.Ok)
            {
                return opened.Problem!;
            }
            if (tick == DeskTick.Paper && received && (copies is null or < 1 or > 999 || pages is null or < 1 or > 99999))
            {
                return new DeliveryIncomplete("请填写收到纸质文稿的份数和页数（正整数）。");
            }
            // Whoever ticks has acted: the one before can no longer take the item back.
            opened.Value.Item.Open(now);
            var revision = opened.Value.Item.RevisionId!.Value;
            var present = await db.DeskReceipts.FindAsync([id, revision, tick], ct);
            if (received == present is not null)
            {
                return Done.It;
            }
            if (present is not null)
            {
                db.DeskReceipts.Remove(present);
            }
            else
            {
                db.DeskReceipts.Add(new DeskReceipt
                {
                    SubmissionId = id,
                    RevisionId = revision,
                    Tick = tick,
                    StaffId = by.StaffId,
                    StaffName = by.Name,
                    At = now,
                    Copies = tick == DeskTick.Paper ? copies : null,
                    Pages = tick == DeskTick.Paper ? pages : null,
                });
            }
            await AuditTrail.AppendAsync(db, new AuditFact(by, "desk.tick", $"{(received ? "收到" : "取消收到")}{tick.Name()}", now)
            {
                SubmissionId = id,
                Duty = Duty.PlatformHead.Name(),
                Fingerprint = opened.Value.Revision!.Fingerprint,
            });
            return Done.It;
        }, null, ct);
        if (outcome.Ok)
        {
            await approval.AfterwardsAsync(id, false, ct);
        }
        return outcome;
    }

    /// <summary>Publishes: recomputes the fingerprint from what is stored, asks the judge, records every channel, enters the annual catalogue (A11).</summary>
    public async Task<Outcome<Move>> PublishAsync(
        int id, Command command, IReadOnlyList<ChannelEntry> entries, Actor by, DateTime now, CancellationToken ct = default)
    {
        if (entries.Select(e => Check(e, now)).FirstOrDefault(p => p is not null) is { } wrong)
        {
            return wrong;
        }
        if (entries.GroupBy(e => e.Channel).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            return new ChannelEnteredTwice(twice.Key);
        }
        // Reading every byte again may take seconds for large files: done before the gate, and bound to the revision judged inside it.
        var verified = await content.VerifyAsync(id, ct);
        var outcome = await store.WriteAsync<Move>(async db =>
        {
            var item = await db.Submissions.FirstOrDefaultAsync(s => s.Id == id, ct);
            var ticks = await db.DeskReceipts.CountAsync(r => r.SubmissionId == id && item != null && r.RevisionId == item.RevisionId, ct);
            var c = command with
            {
                Kind = MoveKind.Publish,
                PublishedOn = [.. entries.Select(e => e.Channel)],
                DeskComplete = ticks == Enum.GetValues<DeskTick>().Length,
                FingerprintHolds = verified is not null && verified == item?.RevisionId,
            };
            var move = await ApprovalService.CarryOutAsync(db, id, c, by, now, ct);
            if (!move.Ok)
            {
                return move;
            }
            db.Publications.AddRange(entries.Select(e => Record(id, e, by, now)));
            var year = BureauTime.Day(now).Year;
            item!.Index($"{year}-{await NumberCounter.NextAsync(db, "catalogue", year):00000}");
            return move;
        }, command.Id, ct);
        if (outcome.Ok)
        {
            await approval.AfterwardsAsync(id, false, ct);
        }
        return outcome;
    }

    /// <summary>Records a further channel of an item already published, within what was allowed.</summary>
    public async Task<Outcome<Done>> RecordAsync(int id, ChannelEntry entry, Guid commandId, Actor by, DateTime now, CancellationToken ct = default)
    {
        if (Check(entry, now) is { } wrong)
        {
            return wrong;
        }
        return await store.WriteAsync<Done>(async db =>
        {
            var grants = await DutyBook.ReadAsync(db, by.StaffId, BureauTime.Day(now), ct);
            if (!grants.Has(Duty.PlatformHead) || await CaseFile.LoadAsync(db, id, ct) is not { Item.State: ItemState.Published } file)
            {
                return new NotFound();
            }
            if (!file.AllowedChannels(file.Item.CountyChoice).Contains(entry.Channel))
            {
                return new ChannelNotAllowed(entry.Channel.Name());
            }
            if (await db.Publications.AnyAsync(p => p.SubmissionId == id && p.Channel == entry.Channel, ct))
            {
                return new ChannelAlreadyEntered(entry.Channel);
            }
            db.Publications.Add(Record(id, entry, by, now));
            await AuditTrail.AppendAsync(db, new AuditFact(by, "publish.channel", $"登记发布渠道：{entry.Channel.Name()}", now)
            {
                SubmissionId = id,
                Duty = Duty.PlatformHead.Name(),
                Fingerprint = file.Revision?.Fingerprint ?? "",
            });
            return Done.It;
        }, commandId, ct);
    }

    private static Problem? Check(ChannelEntry e, DateTime now) => e switch
    {
        _ when e.At > now => new NotYetPublished(e.Channel),
        { Channel: Channel.Website or Channel.Intranet or Channel.SocialMedia }
            when !(Uri.TryCreate(e.Place.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https") => new PlaceNeeded(e.Channel),
        _ when string.IsNullOrWhiteSpace(e.Place) || e.Place.Length > 500 => new PlaceNeeded(e.Channel),
        _ => null,
    };

    private static ChannelPublication Record(int id, ChannelEntry e, Actor by, DateTime now) => new()
    {
        SubmissionId = id,
        Channel = e.Channel,
        Place = e.Place.Trim(),
        At = e.At,
        StaffId = by.StaffId,
        StaffName = by.Name,
        EnteredAt = now,
    };

    private static async Task<Outcome<CaseFile>> AtDeskAsync(DisclosureDb db, int id, Actor by, DateTime now, CancellationToken ct)
    {
        var grants = await DutyBook.ReadAsync(db, by.StaffId, BureauTime.Day(now), ct);
        if (!await db.Submissions.Where(ReadingRights.Of(db, grants)).AnyAsync(s => s.Id == id, ct)
            || await CaseFile.LoadAsync(db, id, ct) is not { } file)
        {
            return new NotFound();
        }
        return Judge.May(file, MoveKind.Publish, grants) is { Ok: false, Problem: { } problem } ? problem : file;
    }
}
