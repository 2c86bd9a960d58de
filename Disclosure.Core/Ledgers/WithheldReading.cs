using Disclosure.Core.Approval;
using Disclosure.Core.Review;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Ledgers;

/// <summary>
/// Finds what is or was withheld, postponed or limited among the items handed in. What was stopped as a state secret is no business of this
/// list: it is handled on paper.
/// </summary>
internal static class WithheldReading
{
    /// <summary>Grounds by item, of those that arose before the moment.</summary>
    /// <param name="items">The items that may be read.</param>
    /// <param name="id">One item only, or null for all.</param>
    public static async Task<ILookup<int, WithheldGround>> GroundsAsync(
        DisclosureDb db,
        IQueryable<Submission> items,
        int? id,
        DateTime until,
        CancellationToken ct
    )
    {
        var some = items.Where(s => s.State != ItemState.Stopped && (id == null || s.Id == id));
        var grounds = await WithheldAsync(db, some, until, ct);
        grounds.AddRange(await PostponedAsync(db, some, until, ct));
        grounds.AddRange(await LimitedAsync(db, some, until, ct));
        return grounds
            .OrderBy(g => !g.Ground.Stands)
            .ThenBy(g => g.Ground.Kind)
            .ThenBy(g => g.Ground.Since)
            .ToLookup(g => g.Item, g => g.Ground);
    }

    private static async Task<List<(int Item, WithheldGround Ground)>> WithheldAsync(
        DisclosureDb db,
        IQueryable<Submission> items,
        DateTime until,
        CancellationToken ct
    )
    {
        var finding = ApprovalRoutes.CodesWhere(s => s.AsksFinding);
        var withheld = db.Signatures.Where(g => g.Standing && finding.Contains(g.Step) && g.Finding == OfficeFinding.Withhold);
        var found = await items
            .Where(s => s.State == ItemState.Declined && s.EndedAt < until && withheld.Any(g => g.SubmissionId == s.Id))
            .Select(s => new
            {
                s.Id,
                s.EndedAt,
                Ground = withheld.Where(g => g.SubmissionId == s.Id).OrderByDescending(g => g.Id).Select(g => g.Ground).FirstOrDefault(),
            })
            .ToListAsync(ct);
        return [.. found.Select(f => (f.Id, WithheldWords.Of(f.Ground ?? WithholdingGround.ForbiddenByLaw, f.EndedAt!.Value)))];
    }

    private static async Task<List<(int Item, WithheldGround Ground)>> PostponedAsync(
        DisclosureDb db,
        IQueryable<Submission> items,
        DateTime until,
        CancellationToken ct
    )
    {
        var holds = await db
            .Holds.AsNoTracking()
            .Where(h =>
                h.OpenedAt < until
                && (h.Kind == HoldKind.Postponement || h.Kind == HoldKind.Referral)
                && items.Any(s => s.Id == h.SubmissionId)
            )
            .Select(h => new
            {
                h.SubmissionId,
                h.Kind,
                h.OpenedAt,
                h.ClosedAt,
            })
            .ToListAsync(ct);
        return [.. holds.Select(h => (h.SubmissionId, WithheldWords.Of(h.Kind, h.OpenedAt, h.ClosedAt is null)))];
    }

    // Approved to the end: what still waits for publishing is limited as well.
    private static async Task<List<(int Item, WithheldGround Ground)>> LimitedAsync(
        DisclosureDb db,
        IQueryable<Submission> items,
        DateTime until,
        CancellationToken ct
    )
    {
        var (revisions, publications) = (db.Revisions, db.Set<Publication.ChannelPublication>());
        var limited = await items
            .Where(s =>
                (s.State == ItemState.Published && s.EndedAt < until)
                || (s.State == ItemState.UnderWay && s.Step == RouteCodes.Platform && s.StepSince < until)
            )
            .Join(
                revisions,
                s => s.RevisionId,
                r => r.Id,
                (s, r) =>
                    new
                    {
                        s.Id,
                        s.State,
                        s.CountyChoice,
                        Since = s.EndedAt ?? s.StepSince,
                        OnRequest = r.Attribute == DisclosureAttribute.OnRequest,
                        Website = r.AsksWebsite,
                        OnWebsite = publications.Any(p => p.SubmissionId == s.Id && p.Channel == Channel.Website),
                    }
            )
            .Where(x =>
                x.OnRequest || x.CountyChoice == CountyChoice.IntranetOnly || (x.State == ItemState.Published && x.Website && !x.OnWebsite)
            )
            .ToListAsync(ct);
        return [.. limited.Select(x => (x.Id, WithheldWords.Of(x.OnRequest, x.CountyChoice, x.Since)))];
    }
}
