using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Submissions;

/// <summary>When a draft was last saved.</summary>
public sealed record SavedDraft(int DraftVersion, DateTime At)
{
    /// <summary>Digest of the text that an author has just confirmed, or null.</summary>
    public string? ConfirmedOver { get; init; }
}

/// <summary>Everything an editor does to an item before it is sent, and again after it came back.</summary>
public sealed partial class DraftService(Operations operations, WriteGate store, NewestRoute newest)
{
    /// <summary>Saves what is typed, complete or not. A save that changes nothing is no contribution.</summary>
    /// <param name="subjectId">Subject of a county item, or null.</param>
    /// <param name="draftVersion">Version the page started from; a newer one in the store refuses.</param>
    public Task<Outcome<SavedDraft>> SaveAsync(
        int id,
        ItemContent content,
        string answersJson,
        int? subjectId,
        int draftVersion,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    ) =>
        operations.WriteAsync<SavedDraft>(
            by,
            now,
            async op =>
            {
                var db = op.Db;
                var opened = await OpenAsync(op, id, ct);
                if (!opened.Ok)
                {
                    return opened.Problem!;
                }
                var item = opened.Value;
                if (item.DraftVersion != draftVersion)
                {
                    return new DraftChangedElsewhere();
                }
                var kept = content.Copy().Tidy();
                kept.Amendment = KeepAmendment(kept.Amendment, item.Draft.Amendment);
                await Authors.KeepAsync(db, item, kept, ct);
                if (kept.ToJson() == item.DraftJson && answersJson == item.DraftAnswersJson && subjectId == item.SubjectId)
                {
                    return new SavedDraft(item.DraftVersion, item.DraftSavedAt);
                }
                if (await KeepAsync(op, item, kept, answersJson, subjectId, ct) is { } refusal)
                {
                    return refusal;
                }
                return new SavedDraft(item.DraftVersion, now);
            },
            null,
            ct
        );

    private static async Task<Problem?> KeepAsync(
        Operation op,
        Submission item,
        ItemContent kept,
        string answersJson,
        int? subjectId,
        CancellationToken ct
    )
    {
        if (
            subjectId != item.SubjectId
            && RouteCodes.IsCounty(item.RouteCode)
            && await ChooseSubjectAsync(op.Db, item, subjectId, ct) is { } closed
        )
        {
            return closed;
        }
        item.SaveDraft(kept, answersJson, op.Now);
        await ContributeAsync(op.Db, item, op.By.StaffId, op.Now, ct);
        return null;
    }

    /// <summary>An author with an account confirms 文责 personally (D3), whatever unit the item comes from.</summary>
    /// <param name="seen">Digest of the text the author has read; another one refuses. Null where the page saved it just before.</param>
    /// <param name="version">Version of the draft the page saved just before; a newer one in the store refuses. Null where the page shows
    /// no draft.</param>
    public Task<Outcome<SavedDraft>> ConfirmBylineAsync(
        int id,
        Actor by,
        DateTime now,
        string? seen = null,
        int? version = null,
        CancellationToken ct = default
    ) =>
        operations.WriteAsync<SavedDraft>(
            by,
            now,
            async op =>
            {
                var db = op.Db;
                var item = await db.Submissions.FirstOrDefaultAsync(s => s.Id == id, ct);
                if (item?.Draft is not { } content || content.Bylines.Find(b => b.StaffId == by.StaffId) is not { } byline)
                {
                    // Whoever edits for the unit knows of the item; to everybody else there is none.
                    return await OpenAsync(op, id, ct) is { Ok: false, Problem: { } unknown } ? unknown : new NotAnAuthor();
                }
                if (!item.Editable)
                {
                    return new NotEditable();
                }
                if (version is not null && version != item.DraftVersion)
                {
                    return new DraftChangedElsewhere();
                }
                var over = await Authors.OverAsync(db, id, content, ct);
                if (seen is not null && seen != over)
                {
                    return new TextChangedMeanwhile();
                }
                (byline.Confirmed, byline.ConfirmedOver) = (true, over);
                item.SaveDraft(content, item.DraftAnswersJson, now);
                await ContributeAsync(db, item, by.StaffId, now, ct);
                await AuditTrail.AppendAsync(db, new AuditFact(by, "item.byline", "确认文责", now) { SubmissionId = id });
                return new SavedDraft(item.DraftVersion, now) { ConfirmedOver = over };
            },
            null,
            ct
        );

    /// <summary>What an upload to an item's draft is kept under until it is finished.</summary>
    public static string UploadPurpose(int id) => $"file:{id}";

    /// <summary>Links finished bytes to the draft, inside the transaction that finishes the upload.</summary>
    /// <param name="sha256">Hash of the stored content.</param>
    public static async Task<Outcome<int>> LinkFileAsync(
        DisclosureDb db,
        int id,
        string name,
        long size,
        string sha256,
        string note,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        var opened = await OpenAsync(await Operation.InsideAsync(db, by, now, ct), id, ct);
        if (!opened.Ok)
        {
            return opened.Problem!;
        }
        var files = await db
            .ItemFiles.Where(f =>
                f.SubmissionId == id && f.RevisionId == null && (f.Role == FileRole.Body || f.Role == FileRole.Attachment)
            )
            .ToListAsync(ct);
        if (files.Count >= ContentRules.MostFiles)
        {
            return new TooManyFiles();
        }
        if (files.FirstOrDefault(f => f.Sha256 == sha256) is { } same)
        {
            return new SameFileAlready(same.Name);
        }
        var file = new ItemFile
        {
            SubmissionId = id,
            Name = name,
            Role = files.Exists(f => f.Role == FileRole.Body) ? FileRole.Attachment : FileRole.Body,
            Size = size,
            Sha256 = sha256,
            Note = note,
            Order = files.Count == 0 ? 1 : files.Max(f => f.Order) + 1,
            AddedBy = by.StaffId,
            AddedAt = now,
        };
        db.ItemFiles.Add(file);
        await ContributeAsync(db, opened.Value, by.StaffId, now, ct);
        await AuditTrail.AppendAsync(
            db,
            new AuditFact(by, BroughtFiles.Added, BroughtFiles.Detail("上传文件", sha256), now) { SubmissionId = id }
        );
        await db.SaveChangesAsync(ct);
        return file.Id;
    }

    /// <summary>Takes a file out of the draft; revisions that hold it keep it.</summary>
    public Task<Outcome<Done>> RemoveFileAsync(int id, int fileId, Actor by, DateTime now, CancellationToken ct = default) =>
        ChangeFileAsync(id, fileId, "file.remove", "移除文件", (db, file) => db.ItemFiles.Remove(file), by, now, ct);

    /// <summary>Puts a file removed by mistake back; its bytes are still stored.</summary>
    public Task<Outcome<int>> RestoreFileAsync(int id, ItemFileRow file, Actor by, DateTime now, CancellationToken ct = default) =>
        store.WriteAsync<int>(
            // Whoever knows the hash of a foreign file must not get its bytes by naming it here.
            async db =>
                await BroughtFiles.ContainsAsync(db, id, file.Sha256, ct)
                && await db.Blobs.FirstOrDefaultAsync(b => b.Sha256 == file.Sha256 && b.ErasedAt == null, ct) is { } blob
                    ? await ContentAccess.RefusalAsync(db, file.Sha256, Holder.Item(id), ct) is { } closed
                        ? closed
                        : await LinkFileAsync(db, id, file.Name, blob.Size, blob.Sha256, blob.Note ?? "", by, now, ct)
                    : new NotFound(),
            null,
            ct
        );

    /// <summary>Makes a file the body; the former body becomes an attachment.</summary>
    public Task<Outcome<Done>> MakeBodyAsync(int id, int fileId, Actor by, DateTime now, CancellationToken ct = default) =>
        ChangeFileAsync(
            id,
            fileId,
            "file.body",
            "设为正文",
            (db, file) =>
            {
                foreach (
                    var other in db.ItemFiles.Where(f =>
                        f.SubmissionId == id && f.RevisionId == null && (f.Role == FileRole.Body || f.Role == FileRole.Attachment)
                    )
                )
                {
                    other.Role = FileRole.Attachment;
                }
                file.Role = FileRole.Body;
            },
            by,
            now,
            ct
        );

    /// <summary>Deletes an item that was never sent; its number of the audit chain stays.</summary>
    public Task<Outcome<Done>> DiscardAsync(int id, Actor by, DateTime now, CancellationToken ct = default) =>
        operations.WriteAsync<Done>(
            by,
            now,
            async op =>
            {
                var db = op.Db;
                var opened = await OpenAsync(op, id, ct);
                if (!opened.Ok)
                {
                    return opened.Problem!;
                }
                if (opened.Value.Number is not null)
                {
                    return new NumberedItemsStay();
                }
                if (opened.Value.Draft.Amendment is { Ground: TakeDownGround.Secrecy })
                {
                    return new EmergencyMustBeSigned();
                }
                db.RemoveRange(db.ItemFiles.Where(f => f.SubmissionId == id));
                db.RemoveRange(db.Contributions.Where(c => c.SubmissionId == id));
                db.Remove(opened.Value);
                await SearchIndex.ForgetAsync(db, id, ct);
                await AuditTrail.AppendAsync(db, new AuditFact(by, "item.discard", "删除未送审的草稿", now) { SubmissionId = id });
                return Done.It;
            },
            null,
            ct
        );

    /// <summary>Notes that a person put a hand to the content in this round.</summary>
    public static async Task ContributeAsync(DisclosureDb db, Submission item, int staffId, DateTime now, CancellationToken ct = default)
    {
        if (
            !await db.Contributions.AnyAsync(c => c.SubmissionId == item.Id && c.StaffId == staffId && c.Round == item.Round, ct)
            && !db.Contributions.Local.Any(c => c.SubmissionId == item.Id && c.StaffId == staffId && c.Round == item.Round)
        )
        {
            db.Contributions.Add(
                new Contribution
                {
                    SubmissionId = item.Id,
                    StaffId = staffId,
                    Round = item.Round,
                    At = now,
                }
            );
        }
    }

    // The section that examines follows from the subject; without one the item stays with its unit, as it began.
    private static async Task<Problem?> ChooseSubjectAsync(DisclosureDb db, Submission item, int? subjectId, CancellationToken ct)
    {
        if (subjectId is null)
        {
            (item.SubjectId, item.SectionId) = (null, item.UnitId);
            return null;
        }
        if (await db.Subjects.FirstOrDefaultAsync(s => s.Id == subjectId && s.Active, ct) is not { } subject)
        {
            return new SubjectClosed();
        }
        (item.SubjectId, item.SectionId) = (subject.Id, subject.SectionId);
        return null;
    }

    private Task<Outcome<Done>> ChangeFileAsync(
        int id,
        int fileId,
        string action,
        string detail,
        Action<DisclosureDb, ItemFile> change,
        Actor by,
        DateTime now,
        CancellationToken ct
    ) =>
        operations.WriteAsync<Done>(
            by,
            now,
            async op =>
            {
                var db = op.Db;
                var opened = await OpenAsync(op, id, ct);
                if (!opened.Ok)
                {
                    return opened.Problem!;
                }
                if (
                    await db.ItemFiles.FirstOrDefaultAsync(
                        f =>
                            f.Id == fileId
                            && f.SubmissionId == id
                            && f.RevisionId == null
                            && (f.Role == FileRole.Body || f.Role == FileRole.Attachment),
                        ct
                    )
                    is not { } file
                )
                {
                    return new NotFound();
                }
                change(db, file);
                await ContributeAsync(db, opened.Value, by.StaffId, now, ct);
                await AuditTrail.AppendAsync(db, new AuditFact(by, action, detail, now) { SubmissionId = id });
                return Done.It;
            },
            null,
            ct
        );

    private static async Task<Outcome<Submission>> OpenAsync(Operation op, int id, CancellationToken ct)
    {
        var (db, grants) = op;
        var item = await db.Submissions.FirstOrDefaultAsync(s => s.Id == id, ct);
        if (item is null || grants.Find(Duty.Editor, item.UnitId) is null)
        {
            return new NotFound();
        }
        return item.Editable ? item : new NotEditable();
    }

    // Which item is changed and how stands fast; only the words are typed, and the ground unless it was an emergency.
    private static Amendment? KeepAmendment(Amendment? typed, Amendment? stored) =>
        stored is null
            ? null
            : new Amendment
            {
                ItemId = stored.ItemId,
                Kind = stored.Kind,
                Number = stored.Number,
                Title = stored.Title,
                Index = stored.Index,
                PublishedOn = stored.PublishedOn,
                Ground =
                    stored.Ground == TakeDownGround.Secrecy ? stored.Ground
                    : typed?.Ground == TakeDownGround.Secrecy ? stored.Ground
                    : typed?.Ground,
                Reason = typed?.Reason ?? stored.Reason,
                Changes = typed?.Changes ?? stored.Changes,
                Basis = typed?.Basis ?? stored.Basis,
            };
}
