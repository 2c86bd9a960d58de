using System.Data.Common;
using System.Diagnostics;
using Disclosure.Core.Common;
using Disclosure.Core.Examiner;
using Disclosure.Core.Files.Reading;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Evidence;

/// <summary>
/// Examines files once for each content and version of the rules. What waits is what lacks an examination, so the queue is never lost:
/// after a restart the same files wait again.
/// </summary>
public sealed class ExaminationService(
    WriteGate store,
    IDbContextFactory<DisclosureDb> contexts,
    BlobStore blobs,
    IExaminesFiles examiner,
    ExaminationQueue queue,
    TimeProvider clock
)
{
    private enum Came
    {
        Nothing,
        More,
        Whole,
        NotKept,
    }

    private const int MostTries = 2;
    private static readonly TimeSpan Together = TimeSpan.FromSeconds(20);
    private static readonly ItemState[] Open = [ItemState.Draft, ItemState.Returned, ItemState.UnderWay, ItemState.Held];

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Examines what is not examined yet of the files that an item has now; true when something was.</summary>
    public async Task<bool> EnsureAsync(int itemId, CancellationToken ct = default) =>
        await EnsureAsync(itemId, int.MaxValue, ct) is Came.More or Came.Whole;

    /// <summary>
    /// Takes one file of the newest item with something to examine; answers the item's key, or null when nothing waits. Asks the
    /// store nothing while nothing has changed.
    /// </summary>
    /// <exception cref="IOException">The store did not take what was found; the item waits.</exception>
    public async Task<int?> RunNextAsync(CancellationToken ct = default)
    {
        if (queue.TakeLook())
        {
            await LookThroughAsync(ct);
        }
        while (queue.TakeNewest() is { } id)
        {
            var came = Came.NotKept;
            try
            {
                came = await IsOpenAsync(id, ct) ? await EnsureAsync(id, 1, ct) : Came.Nothing;
            }
            finally
            {
                if (came is Came.More or Came.NotKept)
                {
                    queue.PutBack([id]);
                }
            }
            if (came != Came.Nothing)
            {
                return came == Came.NotKept ? throw new IOException("An examination could not be written down; its files wait.") : id;
            }
        }
        return null;
    }

    /// <summary>
    /// Looks for what to forget if a content may have lost its last item since the last time; see <see cref="ForgetGoneAsync"/>.
    /// </summary>
    public async Task ForgetWhatLeftAsync(CancellationToken ct = default)
    {
        if (!queue.TakeGone())
        {
            return;
        }
        var left = true;
        try
        {
            await ForgetGoneAsync(ct);
            left = false;
        }
        finally
        {
            queue.PutBack([], left: left);
        }
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
        var gone = await store.WriteAsync<int>(
            async db =>
            {
                var files = db.ItemFiles;
                return await db.Examinations.Where(e => !files.Any(f => f.Sha256 == e.Sha256)).ExecuteDeleteAsync(ct);
            },
            null,
            ct
        );
        return gone.Ok ? gone.Value : 0;
    }

    /// <summary>Files of an item that are examined: those of the draft, which are those under review as well.</summary>
    internal static Task<List<ItemFile>> FilesAsync(DisclosureDb db, int itemId, CancellationToken ct) =>
        db
            .ItemFiles.AsNoTracking()
            .Where(f => f.SubmissionId == itemId && f.RevisionId == null && (f.Role == FileRole.Body || f.Role == FileRole.Attachment))
            .OrderBy(f => f.Order)
            .ToListAsync(ct);

    private async Task LookThroughAsync(CancellationToken ct)
    {
        var look = true;
        try
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            queue.PutBack(await WaitingAsync(db, ct));
            look = false;
        }
        finally
        {
            queue.PutBack([], look);
        }
    }

    private async Task<bool> IsOpenAsync(int itemId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Submissions.AnyAsync(s => s.Id == itemId && Open.Contains(s.State), ct);
    }

    private static async Task<List<int>> WaitingAsync(DisclosureDb db, CancellationToken ct)
    {
        var mark = (await ExaminerSettingsService.CurrentAsync(db, ct)).Settings.Mark;
        var (examinations, items) = (db.Examinations, db.Submissions.Where(s => Open.Contains(s.State)));
        var files = await db
            .ItemFiles.AsNoTracking()
            .Where(f =>
                f.RevisionId == null && (f.Role == FileRole.Body || f.Role == FileRole.Attachment) && items.Any(s => s.Id == f.SubmissionId)
            )
            .OrderByDescending(f => f.SubmissionId)
            .ThenBy(f => f.Order)
            .Select(f => new
            {
                f.SubmissionId,
                f.Sha256,
                f.Name,
                Examined = examinations.Where(e => e.Sha256 == f.Sha256 && e.Mark == mark).Select(e => e.Extension).ToList(),
            })
            .ToListAsync(ct);
        var together = (
            await db
                .ItemExaminations.AsNoTracking()
                .Where(t => t.Mark == mark && items.Any(s => s.Id == t.SubmissionId))
                .Select(t => new { t.SubmissionId, t.Digest })
                .ToListAsync(ct)
        )
            .Select(t => (t.SubmissionId, EvidenceFile.FilesOf(t.Digest)))
            .ToHashSet();
        // What may not be read for its item waits for nothing, and nothing is held against it.
        var closed = await ContentAccess.ClosedAsync(db, files.Select(f => (f.Sha256, Holder.Item(f.SubmissionId))), ct);
        // By what the files are and not by when they came: one taken out changes the whole as well, and no moment tells that.
        return
        [
            .. files
                .GroupBy(f => f.SubmissionId)
                .Where(i =>
                {
                    var open = i.Where(f => !closed.ContainsKey((f.Sha256, Holder.Item(i.Key)))).ToList();
                    return open.Exists(f => !f.Examined.Contains(Examination.ExtensionOf(f.Name)))
                        || (
                            open.Count == i.Count() && !together.Contains((i.Key, EvidenceFile.DigestOf(i.Select(f => (f.Sha256, f.Name)))))
                        );
                })
                .Select(i => i.Key),
        ];
    }

    private async Task<Came> EnsureAsync(int itemId, int most, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var files = await FilesAsync(db, itemId, ct);
        if (files.Count == 0)
        {
            return Came.Nothing;
        }
        var settings = (await ExaminerSettingsService.CurrentAsync(db, ct)).Settings;
        var closed = await ContentAccess.ClosedAsync(db, [.. files.Select(f => f.Sha256)], Holder.Item(itemId), ct);
        var missing = await MissingAsync(db, [.. files.Where(f => !closed.ContainsKey(f.Sha256))], settings.Mark, ct);
        foreach (var file in missing.Take(most))
        {
            if (!await ExamineAsync(file, settings, ct))
            {
                return Came.NotKept;
            }
        }
        if (missing.Count > most)
        {
            return Came.More;
        }
        var together = closed.Count == 0 ? await TogetherAsync(db, itemId, files, settings, ct) : Came.Nothing;
        return (together, missing.Count) switch
        {
            (Came.Nothing, > 0) => Came.Whole,
            (Came.NotKept, > 0) => Came.More,
            _ => together,
        };
    }

    private static async Task<List<ItemFile>> MissingAsync(DisclosureDb db, List<ItemFile> files, string mark, CancellationToken ct)
    {
        var hashes = files.Select(f => f.Sha256).ToList();
        var known = await db
            .Examinations.Where(e => e.Mark == mark && hashes.Contains(e.Sha256))
            .Select(e => new { e.Sha256, e.Extension })
            .ToListAsync(ct);
        return [.. files.Where(f => !known.Exists(e => e.Sha256 == f.Sha256 && e.Extension == Examination.ExtensionOf(f.Name)))];
    }

    private async Task<bool> ExamineAsync(ItemFile file, ExaminerSettings settings, CancellationToken ct)
    {
        var (extension, mark) = (Examination.ExtensionOf(file.Name), settings.Mark);
        var watch = Stopwatch.StartNew();
        var made = await ReadAsync(file, settings, ct);
        var took = (int)watch.ElapsedMilliseconds;
        var kept = await store.WriteAsync<Done>(
            async write =>
            {
                // Examined meanwhile by somebody who waited for it, or in no item any more.
                if (
                    !await write.ItemFiles.AnyAsync(f => f.Sha256 == file.Sha256, ct)
                    || await write.Examinations.AnyAsync(e => e.Sha256 == file.Sha256 && e.Extension == extension && e.Mark == mark, ct)
                )
                {
                    return Done.It;
                }
                // Erased meanwhile: nothing that was read of it may come in.
                var erased = await write.Blobs.AnyAsync(b => b.Sha256 == file.Sha256 && b.ErasedAt != null, ct);
                if (made is null && !erased)
                {
                    // This item may not read it; what is kept here is what every holder of the content shows.
                    return Done.It;
                }
                var json = (erased ? Failed(new ContentIsErased().Text) : made!).ToJson();
                write.Examinations.Add(
                    new Examination
                    {
                        Sha256 = file.Sha256,
                        Extension = extension,
                        Mark = mark,
                        Json = json,
                        Milliseconds = took,
                        At = Now,
                    }
                );
                return Done.It;
            },
            null,
            ct
        );
        return kept.Ok;
    }

    /// <summary>
    /// Whatever goes wrong with a file, it costs only this file: after the second time it counts as not examined, and nobody waits behind
    /// it. Null when the file may not be read for its item.
    /// </summary>
    private async Task<FileExamination?> ReadAsync(ItemFile file, ExaminerSettings settings, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                var opened = await blobs.OpenReadAsync(file.Sha256, Holder.Item(file.SubmissionId), ct);
                if (!opened.Ok)
                {
                    return opened.Problem is ContentIsWithdrawn or ContentIsErased ? null : Failed(opened.Problem!.Text);
                }
                await using var content = opened.Value;
                return await examiner.ExamineAsync(file.Name, content, settings, ct);
            }
            catch (Exception e) when (e is not DbException && !ct.IsCancellationRequested)
            {
                if (tries == MostTries)
                {
                    return Failed("检查时出错，已停止");
                }
            }
        }
    }

    private static FileExamination Failed(string why) => new(new Coverage([], why, "请人工检查这个文件。"), []);

    /// <summary>Looks at the files together, unless that was done for the very same ones.</summary>
    private async Task<Came> TogetherAsync(
        DisclosureDb db,
        int itemId,
        List<ItemFile> files,
        ExaminerSettings settings,
        CancellationToken ct
    )
    {
        var earlier = await EarlierVersions.FilesAsync(db, itemId, ct);
        var (digest, mark) = (EvidenceFile.DigestOf(files, earlier), settings.Mark);
        if (await db.ItemExaminations.AnyAsync(e => e.SubmissionId == itemId && e.Digest == digest && e.Mark == mark, ct))
        {
            return Came.Nothing;
        }
        foreach (var file in await EarlierVersions.NeverExaminedAsync(db, earlier, ct))
        {
            await ExamineAsync(file, settings, ct);
        }
        var json = await CompareAsync(await ExaminedAsync(db, files, mark, ct), await ExaminedAsync(db, earlier, mark, ct), settings, ct);
        var kept = await store.WriteAsync<bool>(
            async write =>
            {
                // Changed or withdrawn from reading meanwhile: what was looked at is no longer there.
                var present = await FilesAsync(write, itemId, ct);
                if (
                    EvidenceFile.DigestOf(present, await EarlierVersions.FilesAsync(write, itemId, ct)) != digest
                    || (await ContentAccess.ClosedAsync(write, [.. present.Select(f => f.Sha256)], Holder.Item(itemId), ct)).Count > 0
                    || await write.ItemExaminations.AnyAsync(e => e.SubmissionId == itemId && e.Digest == digest && e.Mark == mark, ct)
                )
                {
                    return false;
                }
                await EarlierVersions.ForgetOthersAsync(write, itemId, EvidenceFile.FilesOf(digest), ct);
                write.ItemExaminations.Add(
                    new ItemExamination
                    {
                        SubmissionId = itemId,
                        Digest = digest,
                        Mark = mark,
                        Json = json,
                        At = Now,
                    }
                );
                return true;
            },
            null,
            ct
        );
        return !kept.Ok ? Came.NotKept
            : kept.Value ? Came.Whole
            : Came.Nothing;
    }

    private static async Task<string> CompareAsync(
        List<ExaminedFile> files,
        List<ExaminedFile> earlier,
        ExaminerSettings settings,
        CancellationToken ct
    )
    {
        using var timed = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timed.CancelAfter(Together);
        try
        {
            return FileExamination.ToJson(await Task.Run(() => ItemExaminer.Examine(files, earlier, settings, timed.Token), timed.Token));
        }
        catch (Exception) when (!ct.IsCancellationRequested)
        {
            return ItemExamination.NotDone;
        }
    }

    private static async Task<List<ExaminedFile>> ExaminedAsync(DisclosureDb db, List<ItemFile> files, string mark, CancellationToken ct) =>
        [
            .. (await EvidenceFile.ExaminationsAsync(db, files, mark, FileExamination.FromJson, ct))
                .Where(x => x.Examination is not null)
                .Select(x => new ExaminedFile(x.File.Name, x.Examination!)),
        ];
}
