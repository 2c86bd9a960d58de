using Disclosure.Core.Audit;
using Disclosure.Core.Common;
using Disclosure.Core.Evidence;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Approval;

/// <summary>Somebody opened the text of an item.</summary>
/// <param name="StaffId">Who.</param>
/// <param name="Name">Name at the time.</param>
/// <param name="At">UTC; the latest time.</param>
public sealed record TextReading(int StaffId, string Name, DateTime At);

/// <summary>
/// When people opened the text of an item, from the audit trail (B8): whoever signs answers for what they read. A reading counts for the
/// versions that have the very bytes which were opened. A text that is published is open to everybody, and opening it is not written down.
/// </summary>
internal sealed class TextReadings
{
    private readonly List<(TextReading Who, string Detail)> opened;
    private readonly ILookup<int, string> bodies;

    private TextReadings(List<(TextReading, string)> opened, ILookup<int, string> bodies)
    {
        this.opened = opened;
        this.bodies = bodies;
    }

    /// <summary>The readings of one item.</summary>
    public static async Task<TextReadings> OfAsync(DisclosureDb db, int id, CancellationToken ct)
    {
        var opened = await db
            .Audit.AsNoTracking()
            .Where(e => e.SubmissionId == id && OpenFiles.Opened.Contains(e.Action))
            .OrderBy(e => e.Seq)
            .Select(e => new { Who = new TextReading(e.StaffId, e.StaffName, e.At), e.Detail })
            .ToListAsync(ct);
        var bodies = await db
            .ItemFiles.AsNoTracking()
            .Where(f => f.SubmissionId == id && f.RevisionId != null && f.Role == FileRole.Body)
            .Select(f => new { Revision = f.RevisionId!.Value, f.Sha256 })
            .ToListAsync(ct);
        return new TextReadings(
            [.. opened.Select(o => (o.Who, o.Detail))],
            bodies.ToLookup(b => b.Revision, b => b.Sha256)
        );
    }

    /// <summary>UTC of the last time before the signature at which its signer opened the text it stands under; null for never.</summary>
    public DateTime? Before(Signature signature) =>
        signature.RevisionId is { } revision
            ? Of(revision).LastOrDefault(r => r.StaffId == signature.StaffId && r.At < signature.At)?.At
            : null;

    /// <summary>Who has opened the text of a version, each once with the latest time, newest first.</summary>
    public IReadOnlyList<TextReading> By(int revision) =>
        [.. Of(revision).GroupBy(r => r.StaffId).Select(g => g.Last()).OrderByDescending(r => r.At)];

    /// <summary>
    /// What is said beside a signature that answers for a text which somebody else has written; empty for every other.
    /// </summary>
    /// <param name="opened">UTC, or null for never.</param>
    public static string Said(MoveKind kind, DateTime? opened) =>
        kind is not (MoveKind.Approve or MoveKind.Decline or MoveKind.Return) ? ""
        : opened is { } at ? $"签署前打开正文：{BureauTime.Show(at)}"
        : "签署前没有在本系统打开正文";

    private IEnumerable<TextReading> Of(int revision) =>
        opened.Where(o => bodies[revision].Any(b => OpenFiles.IsOf(o.Detail, b))).Select(o => o.Who);
}
