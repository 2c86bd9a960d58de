using System.Text;
using Disclosure.Core.Approval;
using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Files.Reading;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Publication;

/// <summary>What is checked: an item on a channel, and the approved file that should stand there.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Channel">The channel.</param>
/// <param name="FileId">Key of the approved file.</param>
public sealed record CheckTarget(int ItemId, Channel Channel, int FileId);

/// <summary>Holds what stands on a channel against what was approved (D3); for the head of the platform.</summary>
public sealed class ConsistencyService(Operations operations, BlobStore blobs, ItemNews news)
{
    /// <summary>Longest text pasted, characters.</summary>
    public const int MostPasted = 4_000_000;

    /// <summary>Beginning of the key under which a found file is uploaded.</summary>
    public const string PurposeStart = "check:";

    /// <summary>Key under which a found file is uploaded.</summary>
    public static string UploadPurpose(int id) => $"{PurposeStart}{id}";

    /// <summary>True when the item is published and these grants may check it.</summary>
    public static async Task<bool> MayCheckAsync(DisclosureDb db, int id, Grants by, CancellationToken ct = default) =>
        by.Has(Duty.PlatformHead)
        && await db.Submissions.Where(ReadingRights.Of(db, by)).AnyAsync(s => s.Id == id && s.State == ItemState.Published, ct);

    /// <summary>Checks text copied from the page.</summary>
    public async Task<Outcome<int>> PastedAsync(
        CheckTarget target,
        string text,
        Guid commandId,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        var opened = await OpenAsync(target, by, now, ct);
        if (!opened.Ok)
        {
            return opened.Problem!;
        }
        if (string.IsNullOrWhiteSpace(text) || text.Length > MostPasted)
        {
            return string.IsNullOrWhiteSpace(text) ? new NoTextPasted() : new TooMuchPasted(MostPasted);
        }
        var approved = await TextAsync(target.ItemId, opened.Value.File.Name, opened.Value.File.Sha256, ct);
        if (!approved.Ok)
        {
            return approved.Problem is TextTooLongToCheck or ContentIsWithdrawn
                ? approved.Problem
                : new ApprovedTextUnreadable(opened.Value.File.Name, approved.Problem!.Text);
        }
        var (lines, title, isBody) = (ApprovedText.Lines(approved.Value), opened.Value.Title, opened.Value.File.Role == FileRole.Body);
        var compared = await Task.Run(() => TextComparison.CompareInPage(lines, text, title, isBody), ct);
        var found = new Comparison(CheckWay.Paste, "", Of(compared), "", compared);
        return await KeepAsync(
            opened.Value,
            found,
            async db =>
                (await BlobStore.KeepAsync(db, Encoding.UTF8.GetBytes(text), "txt", now)) is { Ok: true, Value: var kept }
                    ? kept.Sha256
                    : new ContentErasedBefore(),
            commandId,
            by,
            now,
            ct
        );
    }

    /// <summary>Checks a file taken from the channel and uploaded.</summary>
    public async Task<Outcome<int>> UploadedAsync(CheckTarget target, Guid uploadId, Actor by, DateTime now, CancellationToken ct = default)
    {
        var opened = await OpenAsync(target, by, now, ct);
        var upload = opened.Ok ? await blobs.StatusAsync(uploadId, by.StaffId, ct) : opened.Problem!;
        if (!upload.Ok || upload.Value.Purpose != UploadPurpose(target.ItemId))
        {
            return upload.Problem ?? new NotFound();
        }
        // The key of the upload is the key of the check: the same upload sent twice is one check.
        var kept = await blobs.FinishAsync<StoredBlob>(
            uploadId,
            by.StaffId,
            (_, blob) => Task.FromResult<Outcome<StoredBlob>>(blob),
            Guid.NewGuid(),
            ct
        );
        if (!kept.Ok)
        {
            return kept.Problem!;
        }
        var found = await CompareAsync(opened.Value, upload.Value.Name, kept.Value.Sha256, ct);
        return found.Ok
            ? await KeepAsync(opened.Value, found.Value, _ => Task.FromResult<Outcome<string>>(kept.Value.Sha256), uploadId, by, now, ct)
            : found.Problem!;
    }

    private async Task<Outcome<Comparison>> CompareAsync(Opened opened, string name, string sha, CancellationToken ct)
    {
        if (sha == opened.File.Sha256)
        {
            return new Comparison(CheckWay.Upload, name, CheckResult.SameFile, "", new ComparedText([], 0));
        }
        if (opened.All.FirstOrDefault(f => f.Sha256 == sha) is { } other)
        {
            return new Comparison(
                CheckWay.Upload,
                name,
                CheckResult.Different,
                $"渠道上的文件是已批准的“{other.Name}”，不是“{opened.File.Name}”，文件放错了位置。",
                new ComparedText([], 0)
            );
        }
        var (approved, found) = (
            await TextAsync(opened.Target.ItemId, opened.File.Name, opened.File.Sha256, ct),
            await TextAsync(opened.Target.ItemId, name, sha, ct)
        );
        if (
            (approved.Problem is TextTooLongToCheck or ContentIsWithdrawn ? approved.Problem : found.Problem)
            is (TextTooLongToCheck or ContentIsWithdrawn)
                and var stop
        )
        {
            return stop;
        }
        if (!approved.Ok || !found.Ok)
        {
            return new Comparison(
                CheckWay.Upload,
                name,
                CheckResult.Different,
                $"两个文件不相同；{(approved.Ok ? "渠道上的" : "已批准的")}文件{(approved.Problem ?? found.Problem)!.Text}",
                new ComparedText([], 0)
            );
        }
        var text = string.Join('\n', ApprovedText.Lines(found.Value).Select(l => l.Text));
        var compared = await Task.Run(() => TextComparison.Compare(ApprovedText.Lines(approved.Value), text, opened.Title), ct);
        return new Comparison(
            CheckWay.Upload,
            name,
            Of(compared),
            compared.Same ? "文件不同（可能另存或转换过格式），文字完全相同。" : "",
            compared
        );
    }

    private async Task<Outcome<FileText>> TextAsync(int itemId, string name, string sha, CancellationToken ct)
    {
        var bytes = await blobs.OpenReadAsync(sha, Holder.Item(itemId), ct);
        if (!bytes.Ok)
        {
            return bytes.Problem!;
        }
        await using var content = bytes.Value;
        var read = await FileReading.ReadAsync(name, content, null, ct);
        return read is { Ok: true, Value.Truncated: true } ? new TextTooLongToCheck() : read;
    }

    private async Task<Outcome<Opened>> OpenAsync(CheckTarget target, Actor by, DateTime now, CancellationToken ct)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        return await OpenAsync(op, target, ct);
    }

    private static async Task<Outcome<Opened>> OpenAsync(Operation op, CheckTarget target, CancellationToken ct)
    {
        var (db, grants) = op;
        if (!await MayCheckAsync(db, target.ItemId, grants, ct))
        {
            return new NotFound();
        }
        var revision = await db.Submissions.Where(s => s.Id == target.ItemId).Select(s => s.RevisionId).FirstAsync(ct);
        var files = await db.ItemFiles.AsNoTracking().Where(f => f.RevisionId == revision).OrderBy(f => f.Order).ToListAsync(ct);
        if (!await db.Publications.AnyAsync(p => p.SubmissionId == target.ItemId && p.Channel == target.Channel, ct))
        {
            return new NotPublishedThere();
        }
        if (files.Find(f => f.Id == target.FileId) is not { } file)
        {
            return new NoSuchApprovedFile();
        }
        var kept = await db.Revisions.AsNoTracking().FirstAsync(r => r.Id == revision, ct);
        return new Opened(target, kept.Id, kept.Fingerprint, kept.Content.Title, file, files);
    }

    private async Task<Outcome<int>> KeepAsync(
        Opened opened,
        Comparison found,
        Func<DisclosureDb, Task<Outcome<string>>> keep,
        Guid commandId,
        Actor by,
        DateTime now,
        CancellationToken ct
    )
    {
        var outcome = await operations.WriteAsync<int>(
            by,
            now,
            async op =>
            {
                var db = op.Db;
                // Comparing may have taken a minute: the rights are asked again.
                var still = await OpenAsync(op, opened.Target, ct);
                var sha = still.Ok ? await keep(db) : still.Problem!;
                if (!sha.Ok)
                {
                    return sha.Problem!;
                }
                var check = Record(opened, found, sha.Value, by, now);
                db.ConsistencyChecks.Add(check);
                await AuditTrail.AppendAsync(
                    db,
                    new AuditFact(
                        by,
                        "publish.check",
                        $"核对{opened.Target.Channel.Name()}上的发布件（{found.Way.Name()}）：{found.Result.Name()}，"
                            + $"校验码 {Fingerprint.Short(sha.Value)}",
                        now
                    )
                    {
                        SubmissionId = opened.Target.ItemId,
                        Duty = Duty.PlatformHead.Name(),
                        Fingerprint = opened.Fingerprint,
                    }
                );
                await db.SaveChangesAsync(ct);
                return check.Id;
            },
            commandId,
            ct
        );
        if (outcome.Ok)
        {
            news.Tell(opened.Target.ItemId);
        }
        return outcome;
    }

    private static ConsistencyCheck Record(Opened opened, Comparison found, string sha, Actor by, DateTime now) =>
        new()
        {
            SubmissionId = opened.Target.ItemId,
            Channel = opened.Target.Channel,
            RevisionId = opened.RevisionId,
            FileName = opened.File.Name,
            FileSha256 = opened.File.Sha256,
            Way = found.Way,
            FoundName = found.Name,
            FoundSha256 = sha,
            Result = found.Result,
            Note = found.Note,
            Total = found.Text.Total,
            DifferencesJson = ConsistencyCheck.ToJson([.. found.Text.Around, .. found.Text.Differences]),
            StaffId = by.StaffId,
            StaffName = by.Name,
            At = now,
        };

    private static CheckResult Of(ComparedText compared) =>
        compared switch
        {
            { Same: false } => CheckResult.Different,
            { Around.Count: > 0 } => CheckResult.SameInPage,
            _ => CheckResult.SameText,
        };

    private sealed record Opened(
        CheckTarget Target,
        int RevisionId,
        string Fingerprint,
        string Title,
        ItemFile File,
        IReadOnlyList<ItemFile> All
    );

    private sealed record Comparison(CheckWay Way, string Name, CheckResult Result, string Note, ComparedText Text);
}
