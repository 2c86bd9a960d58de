using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Evidence;

/// <summary>Published files that those of an item are held against: of the item it amends, and of what the same unit published of the same kind.</summary>
internal static class EarlierVersions
{
    /// <summary>Most files, of the newest items.</summary>
    public const int Most = 20;

    /// <summary>The files, of the newest items first.</summary>
    public static async Task<List<ItemFile>> FilesAsync(DisclosureDb db, int itemId, CancellationToken ct)
    {
        if (await db.Submissions.AsNoTracking().Where(s => s.Id == itemId).Select(s => new { s.AmendsId, s.UnitId, s.Kind }).FirstOrDefaultAsync(ct) is not { } item)
        {
            return [];
        }
        var published = db.Submissions.Where(s => s.Id != itemId && s.State == ItemState.Published && (s.Id == item.AmendsId || (s.UnitId == item.UnitId && s.Kind == item.Kind)));
        return await db.ItemFiles.AsNoTracking()
            .Where(f => f.RevisionId == null && (f.Role == FileRole.Body || f.Role == FileRole.Attachment) && published.Any(s => s.Id == f.SubmissionId))
            .OrderByDescending(f => f.SubmissionId == item.AmendsId).ThenByDescending(f => f.SubmissionId).ThenBy(f => f.Order).Take(Most).ToListAsync(ct);
    }

    /// <summary>Those that nobody ever examined, published before there was an examiner.</summary>
    public static async Task<List<ItemFile>> NeverExaminedAsync(DisclosureDb db, List<ItemFile> files, CancellationToken ct)
    {
        var hashes = files.Select(f => f.Sha256).ToList();
        var known = await db.Examinations.Where(e => hashes.Contains(e.Sha256)).Select(e => new { e.Sha256, e.Extension }).ToListAsync(ct);
        return [.. files.Where(f => !known.Exists(e => e.Sha256 == f.Sha256 && e.Extension == Examination.ExtensionOf(f.Name)))];
    }

    /// <summary>Forgets what the item's files gave away together but for its sent versions: what is new is told by holding them against each other.</summary>
    /// <param name="present">Digest of the files it has now; an older examination of these goes too.</param>
    public static async Task ForgetOthersAsync(DisclosureDb db, int itemId, string present, CancellationToken ct)
    {
        var sent = (await db.ItemFiles.AsNoTracking().Where(f => f.SubmissionId == itemId && f.RevisionId != null && (f.Role == FileRole.Body || f.Role == FileRole.Attachment)).OrderBy(f => f.Order).ToListAsync(ct))
            .GroupBy(f => f.RevisionId).Select(r => EvidenceFile.DigestOf(r)).ToHashSet();
        var kept = await db.ItemExaminations.Where(e => e.SubmissionId == itemId).Select(e => new { e.Id, e.Digest }).ToListAsync(ct);
        var gone = kept.Where(e => EvidenceFile.FilesOf(e.Digest) is var files && (files == present || !sent.Contains(files))).Select(e => e.Id).ToList();
        await db.ItemExaminations.Where(e => gone.Contains(e.Id)).ExecuteDeleteAsync(ct);
    }
}
