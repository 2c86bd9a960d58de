using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Evidence;

/// <summary>
/// Published files that those of an item are held against: of the item it amends, and of what the same unit published of the same kind.
/// </summary>
internal static class EarlierVersions
{
    /// <summary>Most files, of the newest items.</summary>
    public const int Most = 20;

    /// <summary>
    /// The files, of the newest items first, without those withdrawn from reading: what is found with them shows their figures.
    /// </summary>
    public static async Task<List<ItemFile>> FilesAsync(DisclosureDb db, int itemId, CancellationToken ct)
    {
        var amends = await db.Submissions.Where(s => s.Id == itemId).Select(s => s.AmendsId).FirstOrDefaultAsync(ct);
        var files = await Published(db, itemId)
            .OrderByDescending(f => f.SubmissionId == amends)
            .ThenByDescending(f => f.SubmissionId)
            .ThenBy(f => f.Order)
            .Take(Most)
            .ToListAsync(ct);
        var closed = await ContentAccess.ClosedAsync(db, files.Select(Held), ct);
        return [.. files.Where(f => !closed.ContainsKey(Held(f)))];
    }

    /// <summary>
    /// True when a file that the item may have been held against was withdrawn from reading at that moment or later, and still is.
    /// </summary>
    /// <param name="at">When it was held against them, UTC.</param>
    public static async Task<bool> WithdrawnSinceAsync(DisclosureDb db, int itemId, DateTime at, CancellationToken ct) =>
        (await ContentAccess.ClosedAsync(db, (await Published(db, itemId).ToListAsync(ct)).Select(Held), ct)).Values.Any(since =>
            since >= at
        );

    /// <summary>
    /// Takes the findings away that items have from being held against a file whose bytes are destroyed, inside the caller's transaction.
    /// </summary>
    public static async Task EraseFoundAsync(DisclosureDb db, string sha256, CancellationToken ct)
    {
        var (items, files) = (db.Submissions, db.ItemFiles);
        var sources = items.Where(s => s.State == ItemState.Published && files.Any(f => f.SubmissionId == s.Id && f.Sha256 == sha256));
        var against = items.Where(i =>
            sources.Any(s => s.Id != i.Id && (s.Id == i.AmendsId || (s.UnitId == i.UnitId && s.Kind == i.Kind)))
        );
        await db
            .ItemExaminations.Where(e => against.Any(i => i.Id == e.SubmissionId))
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.Json, ItemExamination.NotDone), ct);
    }

    private static IQueryable<ItemFile> Published(DisclosureDb db, int itemId)
    {
        var items = db.Submissions;
        var published = items.Where(s =>
            s.Id != itemId
            && s.State == ItemState.Published
            && items.Any(i => i.Id == itemId && (s.Id == i.AmendsId || (s.UnitId == i.UnitId && s.Kind == i.Kind)))
        );
        return db
            .ItemFiles.AsNoTracking()
            .Where(f =>
                f.RevisionId == null
                && (f.Role == FileRole.Body || f.Role == FileRole.Attachment)
                && published.Any(s => s.Id == f.SubmissionId)
            );
    }

    private static (string Sha256, Holder By) Held(ItemFile file) => (file.Sha256, Holder.Item(file.SubmissionId));

    /// <summary>Those that nobody ever examined, published before there was an examiner.</summary>
    public static async Task<List<ItemFile>> NeverExaminedAsync(DisclosureDb db, List<ItemFile> files, CancellationToken ct)
    {
        var hashes = files.Select(f => f.Sha256).ToList();
        var known = await db.Examinations.Where(e => hashes.Contains(e.Sha256)).Select(e => new { e.Sha256, e.Extension }).ToListAsync(ct);
        return [.. files.Where(f => !known.Exists(e => e.Sha256 == f.Sha256 && e.Extension == Examination.ExtensionOf(f.Name)))];
    }

    /// <summary>
    /// Forgets what the item's files gave away together but for its sent versions: what is new is told by holding them against each other.
    /// </summary>
    /// <param name="present">Digest of the files it has now; an older examination of these goes too.</param>
    public static async Task ForgetOthersAsync(DisclosureDb db, int itemId, string present, CancellationToken ct)
    {
        var sent = (
            await db
                .ItemFiles.AsNoTracking()
                .Where(f => f.SubmissionId == itemId && f.RevisionId != null && (f.Role == FileRole.Body || f.Role == FileRole.Attachment))
                .OrderBy(f => f.Order)
                .ToListAsync(ct)
        )
            .GroupBy(f => f.RevisionId)
            .Select(r => EvidenceFile.DigestOf(r))
            .ToHashSet();
        var kept = await db.ItemExaminations.Where(e => e.SubmissionId == itemId).Select(e => new { e.Id, e.Digest }).ToListAsync(ct);
        var gone = kept.Where(e => EvidenceFile.FilesOf(e.Digest) is var files && (files == present || !sent.Contains(files)))
            .Select(e => e.Id)
            .ToList();
        await db.ItemExaminations.Where(e => gone.Contains(e.Id)).ExecuteDeleteAsync(ct);
    }
}
