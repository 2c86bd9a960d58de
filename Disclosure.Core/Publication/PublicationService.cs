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

/// <summary>One item to publish.</summary>
/// <param name="Id">The item.</param>
/// <param name="Command">The decision as typed.</param>
/// <param name="Entries">Where it stands.</param>
public sealed record PublishEntry(int Id, Command Command, IReadOnlyList<ChannelEntry> Entries);

/// <summary>What the head of the platform does: takes in the three things, publishes, records where it stands (D3, D10, D11).</summary>
public sealed partial class PublicationService(Operations operations, ApprovalService approval, StoredContent content)
{
    /// <summary>
    /// Publishes: recomputes the fingerprint from what is stored, asks the judge, records every channel, enters the annual catalogue (A11).
    /// </summary>
    public Task<Outcome<Move>> PublishAsync(
        int id,
        Command command,
        IReadOnlyList<ChannelEntry> entries,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    ) => PublishAsync([new(id, command, entries)], by, now, ct);

    /// <summary>Publishes a policy document and its interpretation together (C2): both or neither.</summary>
    public Task<Outcome<Move>> PublishPairAsync(
        PublishEntry document,
        PublishEntry interpretation,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    ) => PublishAsync([document, interpretation], by, now, ct);

    private async Task<Outcome<Move>> PublishAsync(IReadOnlyList<PublishEntry> together, Actor by, DateTime now, CancellationToken ct)
    {
        var verified = new Dictionary<int, int?>();
        foreach (var (id, _, entries) in together)
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
            verified[id] = await content.VerifyAsync(id, ct);
        }
        var outcome = await operations.WriteAsync<Move>(
            by,
            now,
            async op =>
            {
                var db = op.Db;
                var moves = new List<Move>();
                foreach (var one in together)
                {
                    var move = await PublishOneAsync(op, one, verified[one.Id], ct);
                    if (!move.Ok)
                    {
                        return move;
                    }
                    await db.SaveChangesAsync(ct);
                    moves.Add(move.Value);
                }
                return moves[0];
            },
            together[0].Command.Id,
            ct
        );
        if (outcome.Ok)
        {
            foreach (var one in together)
            {
                await approval.AfterwardsAsync(one.Id, false, ct);
            }
        }
        return outcome;
    }

    private static async Task<Outcome<Move>> PublishOneAsync(Operation op, PublishEntry one, int? verified, CancellationToken ct)
    {
        var (db, by, now) = (op.Db, op.By, op.Now);
        var (id, command, entries) = one;
        var item = await db.Submissions.FirstOrDefaultAsync(s => s.Id == id, ct);
        var ticks = await db.DeskReceipts.CountAsync(r => r.SubmissionId == id && item != null && r.RevisionId == item.RevisionId, ct);
        var c = command with
        {
            Kind = MoveKind.Publish,
            PublishedOn = [.. entries.Select(e => e.Channel)],
            ReceiptsComplete = ticks == Enum.GetValues<DeskTick>().Length,
            FingerprintHolds = verified is not null && verified == item?.RevisionId,
            InTheWay = item is null ? null : await PublishingRules.InTheWayAsync(db, item, entries, now, ct),
        };
        var move = await ApprovalService.CarryOutAsync(op, id, c, ct);
        if (!move.Ok)
        {
            return move;
        }
        if (item!.Amendment == AmendmentKind.TakeDown)
        {
            await ComeDownAsync(db, item, entries, by, now, ct);
            return move;
        }
        db.Publications.AddRange(entries.Select(e => Record(id, e, by, now)));
        var year = BureauTime.Day(now).Year;
        item.Index($"{year}-{await NumberCounter.NextAsync(db, "catalogue", year):00000}");
        return move;
    }

    // The last signature under a take-down: it comes down now, or what came down in an emergency is countersigned.
    private static async Task ComeDownAsync(
        DisclosureDb db,
        Submission item,
        IReadOnlyList<ChannelEntry> entries,
        Actor by,
        DateTime now,
        CancellationToken ct
    )
    {
        var amended = item.AmendsId!.Value;
        if (await db.TakeDowns.FindAsync([amended], ct) is { } emergency)
        {
            emergency.Sign(now);
            return;
        }
        var a = (await db.Revisions.FirstAsync(r => r.Id == item.RevisionId, ct)).Content.Amendment!;
        var takeDown = new TakeDown
        {
            SubmissionId = amended,
            Ground = a.Ground!.Value,
            Reason = a.Reason,
            AmendmentId = item.Id,
            StaffId = by.StaffId,
            StaffName = by.Name,
            At = now,
        };
        takeDown.Sign(now);
        await TakeDowns.CarryOutAsync(db, takeDown, entries, ct);
        await AuditTrail.AppendAsync(
            db,
            new AuditFact(by, "publish.down", $"下线（{a.Ground.Value.Name()}）", now)
            {
                SubmissionId = amended,
                Duty = Duty.PlatformHead.Name(),
            }
        );
    }

    private static Problem? Check(ChannelEntry e, DateTime now) =>
        e switch
        {
            _ when e.At > now => new NotYetPublished(e.Channel),
            { Channel: Channel.Website or Channel.Intranet or Channel.SocialMedia }
                when !(Uri.TryCreate(e.Place.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https") => new PlaceNeeded(
                e.Channel
            ),
            _ when string.IsNullOrWhiteSpace(e.Place) || e.Place.Length > 500 => new PlaceNeeded(e.Channel),
            _ => null,
        };

    private static ChannelPublication Record(int id, ChannelEntry e, Actor by, DateTime now) =>
        new()
        {
            SubmissionId = id,
            Channel = e.Channel,
            Place = e.Place.Trim(),
            At = e.At,
            StaffId = by.StaffId,
            StaffName = by.Name,
            EnteredAt = now,
        };

    private static async Task<Outcome<CaseFile>> AtPlatformAsync(Operation op, int id, CancellationToken ct)
    {
        var grants = op.Grants;
        if (await op.CaseAsync(id, ct) is not { } file)
        {
            return new NotFound();
        }
        return Judge.May(file, MoveKind.Publish, grants) is { Ok: false, Problem: { } problem } ? problem : file;
    }
}
