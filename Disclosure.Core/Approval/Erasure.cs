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
    public static async Task EraseAsync(DisclosureDb db, CaseFile file, DateTime now, CancellationToken ct)
    {
        var item = file.Item;
        var files = await db.ItemFiles.Where(f => f.SubmissionId == item.Id).ToListAsync(ct);
        // Also what was uploaded and taken out again, and what is only half here.
        var brought = await BroughtFiles.OnlyOfAsync(db, item.Id, BroughtFiles.All, ct);
        await BlobStore.EraseAsync(db, [.. files.Select(f => f.Sha256).Concat(brought).Distinct()], "属于国家秘密", now);
        await BlobStore.DropUnfinishedAsync(db, [DraftService.UploadPurpose(item.Id), SignedPages.UploadPurpose(item.Id), ReviewPapers.UploadPurpose(item.Id), SignedSheet.UploadPurpose(item.Id)]);
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
            await db.Signatures.Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Text, text).SetProperty(x => x.AnswersJson, answers).SetProperty(x => x.ParticularsJson, particulars), ct);
        }
        db.RemoveRange(db.DecisionDrafts.Where(d => d.SubmissionId == item.Id));
        await ForgetFoundAsync(db, item.Id, files, brought, ct);
    }

    /// <summary>Erases the files of an item that contain a state secret in part; the item goes on with a processed version (B5).</summary>
    public static async Task EraseOriginalsAsync(DisclosureDb db, CaseFile file, DateTime now, CancellationToken ct)
    {
        var item = file.Item;
        var files = await db.ItemFiles.Where(f => f.SubmissionId == item.Id && (f.Role == FileRole.Body || f.Role == FileRole.Attachment)).ToListAsync(ct);
        var brought = await BroughtFiles.OnlyOfAsync(db, item.Id, [BroughtFiles.Added], ct);
        await BlobStore.EraseAsync(db, [.. files.Select(f => f.Sha256).Concat(brought).Distinct()], "含有涉密内容，已改用处理后的版本", now);
        await BlobStore.DropUnfinishedAsync(db, [DraftService.UploadPurpose(item.Id)]);
        foreach (var held in files)
        {
            held.Name = Gone;
        }
        db.ItemFiles.RemoveRange(files.Where(f => f.RevisionId is null));
        item.ForgetWords();
        await EraseRevisionsAsync(db, item, ct);
        await EraseSheetsAsync(db, item, ct);
        await ForgetFoundAsync(db, item.Id, files, brought, ct);
    }

    // Whoever has the same file has lost it too.
    private static async Task ForgetFoundAsync(DisclosureDb db, int id, List<ItemFile> files, List<string> brought, CancellationToken ct)
    {
        var hashes = files.Select(f => f.Sha256).ToHashSet();
        await EvidenceErasure.EraseAsync(db, id, [.. hashes.Concat(brought).Distinct()], ct);
        await EraseWordsAsync(db, id, hashes, ct);
        foreach (var each in await db.ItemFiles.Where(f => hashes.Contains(f.Sha256)).Select(f => f.SubmissionId).Union(db.Submissions.Where(s => s.Id == id).Select(s => s.Id)).ToListAsync(ct))
        {
            await SearchIndex.ForgetAsync(db, each, ct);
        }
    }

    // Signatures name file and place of what was judged, with the remark: of this item all go, of others those on the same content.
    private static async Task EraseWordsAsync(DisclosureDb db, int id, HashSet<string> hashes, CancellationToken ct)
    {
        var (files, marks) = (db.ItemFiles, hashes.Select(EvidenceFact.FileMark).ToHashSet());
        var judged = await db.Signatures.AsNoTracking()
            .Where(s => s.ParticularsJson.Contains("\"Evidence\":[") && (s.SubmissionId == id || files.Any(f => f.SubmissionId == s.SubmissionId && hashes.Contains(f.Sha256))))
            .Select(s => new { s.Id, s.SubmissionId, s.ParticularsJson }).ToListAsync(ct);
        foreach (var signature in judged)
        {
            var silent = Signature.WithoutEvidence(signature.ParticularsJson, w => signature.SubmissionId == id || marks.Contains(w.File));
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

    // What was answered stays; what was written about the content goes.
    private static string Silent(string answersJson) => answersJson == "[]" ? answersJson : Answers.ToJson(
        Answers.FromJson(answersJson).Select(a => a with { Remark = a.Remark.Length > 0 ? Gone : "", Approval = null, Exception = null }));
}
