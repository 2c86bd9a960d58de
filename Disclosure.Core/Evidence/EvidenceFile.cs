using System.Security.Cryptography;
using System.Text;
using Disclosure.Core.Examiner;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Evidence;

/// <summary>A finding of an item, with the file it stands in.</summary>
/// <param name="Key">Says which finding of the item it is; the same for the same finding of the same content.</param>
/// <param name="File">The file.</param>
/// <param name="Finding">The finding.</param>
public sealed record EvidenceFact(string Key, ItemFile File, Finding Finding)
{
    /// <summary>Question of the checklist it stands beside.</summary>
    public string Beside => RuleBook.Find(Finding.Rule)?.Beside ?? Finding.Criterion;
}

/// <summary>The evidence of an item as the judge needs it: what was found in its files, and what was said about it.</summary>
/// <param name="Facts">Findings.</param>
/// <param name="Files">What each file came to; null for one that is not examined yet.</param>
/// <param name="IsReady">True when every file and all of them together are examined.</param>
/// <param name="Judgements">Words on findings, oldest first.</param>
public sealed record EvidenceFile(IReadOnlyList<EvidenceFact> Facts, IReadOnlyList<(ItemFile File, FileExamination? Examination)> Files, bool IsReady, IReadOnlyList<FindingJudgement> Judgements)
{
    /// <summary>An item without files.</summary>
    public static readonly EvidenceFile None = new([], [], true, []);

    /// <summary>The last word of a step in a round on a finding, or null.</summary>
    public FindingJudgement? WordOf(string key, string step, int round) => Judgements.LastOrDefault(j => j.Key == key && j.Step == step && j.Round == round);

    /// <summary>Digest over names and contents of files.</summary>
    public static string DigestOf(IEnumerable<ItemFile> files) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', files.Select(f => $"{f.Sha256} {f.Name}")))));

    /// <summary>Reads what is known of these files of an item.</summary>
    public static async Task<EvidenceFile> LoadAsync(DisclosureDb db, int itemId, IReadOnlyList<ItemFile> files, CancellationToken ct = default)
    {
        if (files.Count == 0)
        {
            return None;
        }
        var mark = (await ExaminerSettingsService.CurrentAsync(db, ct)).Settings.Mark;
        var hashes = files.Select(f => f.Sha256).ToList();
        var known = await db.Examinations.AsNoTracking().Where(e => e.Mark == mark && hashes.Contains(e.Sha256)).ToListAsync(ct);
        var examined = files.Select(f => (File: f, Examination: known.Find(e => e.Sha256 == f.Sha256 && e.Extension == Examination.ExtensionOf(f.Name)) is { } e ? FileExamination.FromJson(e.Json) : null)).ToList();
        var digest = DigestOf(files);
        var together = await db.ItemExaminations.AsNoTracking().FirstOrDefaultAsync(e => e.SubmissionId == itemId && e.Digest == digest && e.Mark == mark, ct);
        var judgements = await db.FindingJudgements.AsNoTracking().Where(j => j.SubmissionId == itemId).OrderBy(j => j.Id).ToListAsync(ct);
        var facts = examined.SelectMany(x => (x.Examination?.Findings ?? []).Select(f => Fact(x.File, f)))
            .Concat((together is null ? [] : FileExamination.FindingsFromJson(together.Json)).Where(f => f.File < files.Count).Select(f => Fact(files[f.File], f.Finding)));
        return new EvidenceFile([.. facts.DistinctBy(f => f.Key)], examined, together is not null && examined.TrueForAll(x => x.Examination is not null), judgements);
    }

    private static EvidenceFact Fact(ItemFile file, Finding finding) => new($"{file.Sha256[..16]}{finding.Key}", file, finding);
}
