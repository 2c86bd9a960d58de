using System.Diagnostics;
using Disclosure.Core.Common;
using Disclosure.Core.Examiner;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Evidence;

/// <summary>
/// Examines files once for each content and version of the rules. What waits is what lacks an examination, so the queue is never lost:
/// after a restart the same files wait again.
/// </summary>
public sealed class ExaminationService(WriteGate store, IDbContextFactory<DisclosureDb> contexts, BlobStore blobs, IExaminesFiles examiner, TimeProvider clock)
{
    private static readonly ItemState[] Open = [ItemState.Draft, ItemState.Returned, ItemState.UnderWay, ItemState.Held];

    /// <summary>Examines what is not examined yet of the files that an item has now.</summary>
    public async Task EnsureAsync(int itemId, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var files = await FilesAsync(db, itemId, ct);
        var settings = (await ExaminerSettingsService.CurrentAsync(db, ct)).Settings;
        var examined = new List<ExaminedFile>();
        foreach (var file in files)
        {
            examined.Add(new ExaminedFile(file.Name, await ExamineAsync(db, file, settings, ct)));
        }
        await TogetherAsync(db, itemId, files, examined, settings, ct);
    }

    /// <summary>Takes the newest item with something to examine; answers its key, or null when nothing waits.</summary>
    public async Task<int?> RunNextAsync(CancellationToken ct = default)
    {
        int? next;
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            next = await NextAsync(db, ct);
        }
        if (next is { } id)
        {
            await EnsureAsync(id, ct);
        }
        return next;
    }

    /// <summary>Forgets examinations of contents that no item holds any more: their excerpts are content.</summary>
    public async Task<int> ForgetGoneAsync(CancellationToken ct = default)
    {
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            var files = db.ItemFiles;
            if (!await db.Examinations.AnyAsync(e => !files.Any(f => f.Sha256 == e.Sha256), ct))
            {
                return 0;
            }
        }
        var gone = await store.WriteAsync<int>(async db =>
        {
            var files = db.ItemFiles;
            return await db.Examinations.Where(e => !files.Any(f => f.Sha256 == e.Sha256)).ExecuteDeleteAsync(ct);
        }, null, ct);
        return gone.Ok ? gone.Value : 0;
    }

    /// <summary>Files of an item that are examined: those of the draft, which are those under review as well.</summary>
    internal static Task<List<ItemFile>> FilesAsync(DisclosureDb db, int itemId, CancellationToken ct) => db.ItemFiles.AsNoTracking()
        .Where(f => f.SubmissionId == itemId && f.RevisionId == null && (f.Role == FileRole.Body || f.Role == FileRole.Attachment)).OrderBy(f => f.Order).ToListAsync(ct);

    private static async Task<int?> NextAsync(DisclosureDb db, CancellationToken ct)
    {
        var mark = (await ExaminerSettingsService.CurrentAsync(db, ct)).Settings.Mark;
        var (examinations, files, together) = (db.Examinations, db.ItemFiles, db.ItemExaminations);
        return await db.Submissions
            .Where(s => Open.Contains(s.State) && files.Any(f => f.SubmissionId == s.Id && f.RevisionId == null && (f.Role == FileRole.Body || f.Role == FileRole.Attachment)
                && (!examinations.Any(e => e.Sha256 == f.Sha256 && e.Mark == mark) || !together.Any(t => t.SubmissionId == s.Id && t.Mark == mark && t.At >= f.AddedAt))))
            .OrderByDescending(s => s.Id).Select(s => (int?)s.Id).FirstOrDefaultAsync(ct);
    }

    private async Task<FileExamination> ExamineAsync(DisclosureDb db, ItemFile file, ExaminerSettings settings, CancellationToken ct)
    {
        var (extension, mark) = (Examination.ExtensionOf(file.Name), settings.Mark);
        if (await db.Examinations.AsNoTracking().FirstOrDefaultAsync(e => e.Sha256 == file.Sha256 && e.Extension == extension && e.Mark == mark, ct) is { } known)
        {
            return FileExamination.FromJson(known.Json);
        }
        var watch = Stopwatch.StartNew();
        var made = await ReadAsync(file, settings, ct);
        var took = (int)watch.ElapsedMilliseconds;
        var now = clock.GetUtcNow().UtcDateTime;
        await store.WriteAsync<Done>(async write =>
        {
            // Erased meanwhile, or examined by somebody who waited for it: nothing of it may come in twice, or again.
            if (await write.ItemFiles.AnyAsync(f => f.Sha256 == file.Sha256, ct) && !await write.Examinations.AnyAsync(e => e.Sha256 == file.Sha256 && e.Extension == extension && e.Mark == mark, ct))
            {
                write.Examinations.Add(new Examination { Sha256 = file.Sha256, Extension = extension, Mark = mark, Json = made.ToJson(), Milliseconds = took, At = now });
            }
            return Done.It;
        }, null, ct);
        return made;
    }

    private async Task<FileExamination> ReadAsync(ItemFile file, ExaminerSettings settings, CancellationToken ct)
    {
        var opened = await blobs.OpenReadAsync(file.Sha256, ct);
        if (!opened.Ok)
        {
            return new FileExamination(new Coverage([], opened.Problem!.Text, "请人工检查这个文件。"), []);
        }
        await using var content = opened.Value;
        return await examiner.ExamineAsync(file.Name, content, settings, ct);
    }

    private async Task TogetherAsync(DisclosureDb db, int itemId, List<ItemFile> files, List<ExaminedFile> examined, ExaminerSettings settings, CancellationToken ct)
    {
        var (digest, mark) = (EvidenceFile.DigestOf(files), settings.Mark);
        if (files.Count == 0 || await db.ItemExaminations.AnyAsync(e => e.SubmissionId == itemId && e.Digest == digest && e.Mark == mark, ct))
        {
            return;
        }
        var earlier = await EarlierAsync(db, itemId, mark, ct);
        var found = await Task.Run(() => ItemExaminer.Examine(examined, earlier, settings, ct), ct);
        var now = clock.GetUtcNow().UtcDateTime;
        await store.WriteAsync<Done>(async write =>
        {
            if (await write.Submissions.AnyAsync(s => s.Id == itemId, ct) && EvidenceFile.DigestOf(await FilesAsync(write, itemId, ct)) == digest)
            {
                await write.ItemExaminations.Where(e => e.SubmissionId == itemId).ExecuteDeleteAsync(ct);
                write.ItemExaminations.Add(new ItemExamination { SubmissionId = itemId, Digest = digest, Mark = mark, Json = FileExamination.ToJson(found), At = now });
            }
            return Done.It;
        }, null, ct);
    }

    /// <summary>Published files that an item may be held against: what it amends, and what the same unit published of the same kind.</summary>
    private static async Task<List<ExaminedFile>> EarlierAsync(DisclosureDb db, int itemId, string mark, CancellationToken ct)
    {
        const int Most = 20;
        var item = await db.Submissions.AsNoTracking().FirstAsync(s => s.Id == itemId, ct);
        var published = db.Submissions.Where(s => s.Id != itemId && s.State == ItemState.Published && (s.Id == item.AmendsId || (s.UnitId == item.UnitId && s.Kind == item.Kind)));
        var files = await db.ItemFiles.AsNoTracking()
            .Where(f => f.RevisionId == null && (f.Role == FileRole.Body || f.Role == FileRole.Attachment) && published.Any(s => s.Id == f.SubmissionId))
            .OrderByDescending(f => f.SubmissionId).Take(Most).ToListAsync(ct);
        var found = new List<ExaminedFile>();
        foreach (var file in files)
        {
            var extension = Examination.ExtensionOf(file.Name);
            if (await db.Examinations.AsNoTracking().FirstOrDefaultAsync(e => e.Sha256 == file.Sha256 && e.Extension == extension && e.Mark == mark, ct) is { } known)
            {
                found.Add(new ExaminedFile(file.Name, FileExamination.FromJson(known.Json)));
            }
        }
        return found;
    }
}
