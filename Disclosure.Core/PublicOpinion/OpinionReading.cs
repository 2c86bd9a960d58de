using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Deadlines;
using Disclosure.Core.Publication;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.PublicOpinion;

/// <summary>An item that answers a case, without a word of its content.</summary>
internal sealed record ReplyFacts(
    int CaseId,
    int Id,
    string? Number,
    int UnitId,
    int SectionId,
    string Route,
    string Step,
    ItemState State,
    DateTime? EndedAt
)
{
    public bool Ended => EndedAt is not null;
}

/// <summary>A case with its clocks and its replies as they stand.</summary>
internal sealed record OpinionFacts(
    OpinionCase Case,
    IReadOnlyDictionary<int, string> Units,
    IReadOnlyList<ClockState> Clocks,
    IReadOnlyList<ReplyFacts> Replies
)
{
    /// <summary>The next limit that is not met; null once closed or all are met.</summary>
    public ClockState? Next => Case.ClosedAt is null ? Clocks.FirstOrDefault(c => c.MetAt is null) : null;

    /// <summary>The reply on its way, or null.</summary>
    public ReplyFacts? UnderWay => Replies.LastOrDefault(r => !r.Ended);
}

/// <summary>
/// Reads cases with their clocks, in six questions whatever their number. That a reply was published is read from its publications: the
/// record of the platform is the one truth, and no second copy of it can go stale.
/// </summary>
internal static class OpinionReading
{
    public static async Task<List<OpinionFacts>> OfAsync(DisclosureDb db, IReadOnlyList<OpinionCase> cases, CancellationToken ct)
    {
        var ids = cases.Select(c => c.Id).ToList();
        var (links, submissions, signatures) = (db.OpinionReplies, db.Submissions, db.Signatures);
        var units = await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Id, u => u.ShortName, ct);
        var met = (
            await db
                .OpinionEvents.AsNoTracking()
                .Where(e => ids.Contains(e.CaseId) && (e.Act == OpinionAct.Met || e.Act == OpinionAct.MetWithdrawn))
                .OrderBy(e => e.Id)
                .ToListAsync(ct)
        ).ToLookup(e => e.CaseId);
        var replies = (
            await links
                .AsNoTracking()
                .Where(r => ids.Contains(r.CaseId))
                .OrderBy(r => r.LinkedAt)
                .Join(
                    submissions,
                    r => r.SubmissionId,
                    s => s.Id,
                    (r, s) => new ReplyFacts(r.CaseId, s.Id, s.Number, s.UnitId, s.SectionId, s.RouteCode, s.Step, s.State, s.EndedAt)
                )
                .ToListAsync(ct)
        ).ToLookup(r => r.CaseId);
        var items = replies.SelectMany(r => r).Select(r => r.Id).ToList();
        var published = (
            await db.Publications.AsNoTracking().Where(p => items.Contains(p.SubmissionId)).OrderBy(p => p.At).ToListAsync(ct)
        ).ToLookup(p => p.SubmissionId);
        var approved = await signatures
            .AsNoTracking()
            .Where(s => items.Contains(s.SubmissionId) && s.Kind == MoveKind.Approve)
            .GroupBy(s => s.SubmissionId)
            .Select(g => new { g.Key, At = g.Max(s => s.At) })
            .ToDictionaryAsync(g => g.Key, g => g.At, ct);
        return
        [
            .. cases.Select(c =>
            {
                var own = replies[c.Id].ToList();
                var outside = own.SelectMany(r =>
                        published[r.Id].Select(p => (Publication: p, At: Latest(p.At, approved.GetValueOrDefault(r.Id))))
                    )
                    .OrderBy(p => p.At)
                    .ToList();
                return new OpinionFacts(
                    c,
                    units,
                    [.. OpinionClocks.Of(c.Level).Select(k => State(c, k.Clock, k.Hours, [.. met[c.Id]], outside))],
                    own
                );
            }),
        ];
    }

    public static async Task<OpinionFacts> OfAsync(DisclosureDb db, OpinionCase one, CancellationToken ct) =>
        (await OfAsync(db, [one], ct))[0];

    private static ClockState State(
        OpinionCase c,
        OpinionClock clock,
        int hours,
        IReadOnlyList<OpinionEvent> met,
        IReadOnlyList<(ChannelPublication Publication, DateTime At)> published
    )
    {
        var state = new ClockState(clock, hours, new NaturalClock(c.RaisedAt, hours));
        var entered = met.LastOrDefault(e => e.Clock == clock) is { Act: OpinionAct.Met } e ? e : null;
        var found = published
            .Where(p => Answers(p.Publication.Channel, clock))
            .Select(p => ((ChannelPublication, DateTime At)?)p)
            .FirstOrDefault();
        return (entered, found) switch
        {
            ({ } by, var p) when p is null || (by.SubmissionId is null && by.MetAt <= p.Value.At) => state with
            {
                MetAt = by.MetAt,
                MetBy = by.StaffName,
                MetText = by.Text,
                SubmissionId = by.SubmissionId,
                ByHand = by.SubmissionId is null,
            },
            (_, var (publication, at)) => state with
            {
                MetAt = at,
                MetBy = publication.StaffName,
                MetText = $"{publication.Channel.Name()}发布：{publication.Place}",
                SubmissionId = publication.SubmissionId,
            },
            _ => state,
        };
    }

    // The intranet informs nobody outside.
    private static bool Answers(Channel channel, OpinionClock clock) =>
        clock == OpinionClock.PressConference ? channel == Channel.PressConference : channel != Channel.Intranet;

    // The time of publication is typed; nothing stands outside before its last signature.
    private static DateTime Latest(DateTime a, DateTime b) => a > b ? a : b;
}
