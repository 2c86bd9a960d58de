using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Evidence;
using Disclosure.Core.Review;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Approval;

/// <summary>Takes content out of the store that may not be in it (B3-1, B5, 保密法 art. 31); the record of who did what stays.</summary>
internal static class Erasure
{
    private const string Gone = EvidenceErasure.Gone;

    /// <summary>Erases bytes, names, texts, remarks and drafts of the item inside the caller's transaction.</summary>
    public static async Task EraseAsync(DisclosureDb db, CaseFile file, Actor by, DateTime now, CancellationToken ct)
    {
        var item = file.Item;
        var files = await db.ItemFiles.Where(f => f.SubmissionId == item.Id).ToListAsync(ct);
        // Also what was uploaded and taken out again, and what is only half here.
        var brought = await BroughtFiles.OnlyOfAsync(db, item.Id, BroughtFiles.All, ct);
        var erased = await Withdrawing.TakeAsync(
            db,
            item,
            [.. files.Select(f => f.Sha256).Concat(brought).Distinct()],
            "属于国家秘密",
            by,
            now,
            ct
        );
        await BlobStore.DropUnfinishedAsync(
            db,
            [
                DraftService.UploadPurpose(item.Id),
                SignedPages.UploadPurpose(item.Id),
                ReviewPapers.UploadPurpose(item.Id),
                SignedSheet.UploadPurpose(item.Id),
            ]
        );
        foreach (var held in files)
        {
            held.Name = Gone;
        }
        item.EraseContent();
        await EraseRevisionsAsync(db, item, ct);
        await EraseSheetsAsync(db, item, ct);
        foreach (var hold in file.Holds)
        {
            hold.Erase();
        }
        foreach (var signature in file.Signatures)
        {
            var (id, text, answers) = (signature.Id, signature.Text.Length > 0 ? Gone : "", Silent(signature.AnswersJson));
            var particulars = Signature.WithoutWords(signature.ParticularsJson);
            // A signature is never changed; here its words must go, and only these.
            await db
                .Signatures.Where(s => s.Id == id)
                .ExecuteUpdateAsync(
                    s =>
                        s.SetProperty(x => x.Text, text)
                            .SetProperty(x => x.AnswersJson, answers)
                            .SetProperty(x => x.ParticularsJson, particulars),
                    ct
                );
        }
        db.RemoveRange(db.DecisionDrafts.Where(d => d.SubmissionId == item.Id));
        db.RemoveRange(db.FormDrafts.Where(d => d.SubmissionId == item.Id));
        db.RemoveRange(db.DraftTemplates.Where(t => t.SubmissionId == item.Id));
        await ForgetFoundAsync(db, item.Id, erased, ct);
    }

    /// <summary>Erases the files of an item that contain a state secret in part; the item goes on with a processed version (B5).</summary>
    public static async Task EraseOriginalsAsync(DisclosureDb db, CaseFile file, Actor by, DateTime now, CancellationToken ct)
    {
        var item = file.Item;
        var files = await db
            .ItemFiles.Where(f => f.SubmissionId == item.Id && (f.Role == FileRole.Body || f.Role == FileRole.Attachment))
            .ToListAsync(ct);
        var brought = await BroughtFiles.OnlyOfAsync(db, item.Id, [BroughtFiles.Added], ct);
        var erased = await Withdrawing.TakeAsync(
            db,
            item,
            [.. files.Select(f => f.Sha256).Concat(brought).Distinct()],
            "含有涉密内容，已改用处理后的版本",
            by,
            now,
            ct
        );
        await BlobStore.DropUnfinishedAsync(db, [DraftService.UploadPurpose(item.Id)]);
        foreach (var held in files)
        {
            held.Name = Gone;
        }
        db.ItemFiles.RemoveRange(files.Where(f => f.RevisionId is null));
        item.ForgetWords();
        db.RemoveRange(db.DraftTemplates.Where(t => t.SubmissionId == item.Id));
        await EraseRevisionsAsync(db, item, ct);
        await EraseSheetsAsync(db, item, ct);
        await ForgetFoundAsync(db, item.Id, erased, ct);
    }

    /// <summary>
    /// Erases what an item says of one content that the office has given up for it, inside the caller's transaction: remarks on it, what
    /// was drawn from it, and its words in the index.
    /// </summary>
    public static async Task ForgetOneAsync(DisclosureDb db, int id, string sha256, CancellationToken ct)
    {
        await EvidenceErasure.EraseOneAsync(db, id, sha256, ct);
        await EraseWordsAsync(db, id, w => w.File == EvidenceFact.FileMark(sha256), ct);
        await db.Database.ExecuteSqlAsync(
            $"UPDATE ConsistencyChecks SET DifferencesJson = '[]' WHERE SubmissionId = {id} AND (FileSha256 = {sha256} OR FoundSha256 = {sha256})",
            ct
        );
        await SearchIndex.ForgetAsync(db, id, ct);
    }

    // What others hold is theirs: the office decides about it, and what they wrote about it stays until then.
    private static async Task ForgetFoundAsync(DisclosureDb db, int id, IReadOnlyList<string> erased, CancellationToken ct)
    {
        await EvidenceErasure.EraseAsync(db, id, erased, ct);
        await EraseWordsAsync(db, id, _ => true, ct);
        await SearchIndex.ForgetAsync(db, id, ct);
    }

    // Signatures name file and place of what was judged, with the remark.
    private static async Task EraseWordsAsync(DisclosureDb db, int id, Predicate<EvidenceWord> which, CancellationToken ct)
    {
        var judged = await db
            .Signatures.AsNoTracking()
            .Where(s => s.SubmissionId == id)
            .Select(s => new { s.Id, s.ParticularsJson })
            .ToListAsync(ct);
        foreach (var signature in judged)
        {
            var silent = Signature.WithoutEvidence(signature.ParticularsJson, which);
            if (silent == signature.ParticularsJson)
            {
                continue;
            }
            await db.Signatures.Where(s => s.Id == signature.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.ParticularsJson, silent), ct);
        }
    }

    // A kept print shows title, remarks and opinions as they were.
    private static Task<int> EraseSheetsAsync(DisclosureDb db, Submission item, CancellationToken ct) =>
        db.PrintedSheets.Where(p => p.SubmissionId == item.Id).ExecuteDeleteAsync(ct);

    private static async Task EraseRevisionsAsync(DisclosureDb db, Submission item, CancellationToken ct)
    {
        foreach (var revision in await db.Revisions.Where(r => r.SubmissionId == item.Id).ToListAsync(ct))
        {
            revision.ContentJson = item.DraftJson;
            var (id, answers) = (revision.Id, Silent(revision.AnswersJson));
            await db.Revisions.Where(r => r.Id == id).ExecuteUpdateAsync(r => r.SetProperty(x => x.AnswersJson, answers), ct);
        }
    }

    /// <summary>The answers as an erasure leaves them: what was answered stays; what was written about the content goes.</summary>
    internal static string Silent(string answersJson) =>
        answersJson == "[]"
            ? answersJson
            : Answers.ToJson(
                Answers
                    .FromJson(answersJson)
                    .Select(a => a with { Remark = a.Remark.Length > 0 ? Gone : "", Approval = null, Exception = null })
            );
}
