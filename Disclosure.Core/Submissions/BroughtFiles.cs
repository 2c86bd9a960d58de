using Disclosure.Core.Audit;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Submissions;

/// <summary>
/// Which bytes were ever uploaded to an item, also those taken out again; read from the audit chain, which forgets nothing.
/// </summary>
internal static class BroughtFiles
{
    /// <summary>Action of an upload into a draft.</summary>
    public const string Added = "file.add";

    /// <summary>Action of an upload of a signed page at receipt.</summary>
    public const string Scanned = "file.scan";

    /// <summary>Action of an upload of a paper the review rests on.</summary>
    public const string Paper = "file.paper";

    /// <summary>Action of an upload of a signed sheet.</summary>
    public const string Sheet = "file.sheet";

    /// <summary>Every way in.</summary>
    public static readonly IReadOnlyList<string> All = [Added, Scanned, Paper, Sheet];

    private const string Mark = "，校验码 ";

    /// <summary>What the chain says of an upload: the kind of file and the first sixteen digits of its hash.</summary>
    public static string Detail(string what, string sha256) => $"{what}{Mark}{Fingerprint.Short(sha256)}";

    /// <summary>True when exactly these bytes were once uploaded to the item's draft.</summary>
    public static Task<bool> ContainsAsync(DisclosureDb db, int id, string sha256, CancellationToken ct)
    {
        var end = Mark + Fingerprint.Short(sha256);
        return db.Audit.AnyAsync(e => e.SubmissionId == id && e.Action == Added && e.Detail.EndsWith(end), ct);
    }

    /// <summary>True when exactly these bytes were once uploaded to one of the items, in whatever way.</summary>
    public static Task<bool> EverAsync(DisclosureDb db, IReadOnlyCollection<int> items, string sha256, CancellationToken ct)
    {
        var end = Mark + Fingerprint.Short(sha256);
        return db.Audit.AnyAsync(
            e => e.SubmissionId != null && items.Contains(e.SubmissionId.Value) && All.Contains(e.Action) && e.Detail.EndsWith(end),
            ct
        );
    }

    /// <summary>Hashes of stored content that was uploaded to the item and that nothing else refers to.</summary>
    /// <param name="actions">Ways in that count.</param>
    public static async Task<List<string>> OnlyOfAsync(DisclosureDb db, int id, IReadOnlyList<string> actions, CancellationToken ct)
    {
        var details = await db.Audit.Where(e => e.SubmissionId == id && actions.Contains(e.Action)).Select(e => e.Detail).ToListAsync(ct);
        var found = new List<string>();
        foreach (
            var start in details
                .Select(d =>
                    d[(d.LastIndexOf(Mark, StringComparison.Ordinal) + Mark.Length)..]
                        .Replace(" ", "", StringComparison.Ordinal)
                        .ToLowerInvariant()
                )
                .Distinct()
        )
        {
            found.AddRange(await db.Blobs.Where(b => b.Sha256.StartsWith(start)).Select(b => b.Sha256).ToListAsync(ct));
        }
        var elsewhere = (await ContentHolders.OfAsync(db, found, ct))
            .Where(h => h.Holder != Holder.Item(id))
            .Select(h => h.Sha256)
            .ToHashSet();
        return [.. found.Where(sha => !elsewhere.Contains(sha))];
    }
}
