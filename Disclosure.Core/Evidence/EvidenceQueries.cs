using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Examiner;
using Disclosure.Core.Files.Reading;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Evidence;

/// <summary>Reads the evidence of one item for one reader.</summary>
public sealed class EvidenceQueries(Operations operations, IEvidenceItems items)
{
    /// <summary>The evidence, masked; null when there is no such item for this reader.</summary>
    public async Task<ItemEvidence?> ForItemAsync(int itemId, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var db = op.Db;
        if (await items.OpenAsync(op, itemId, ct) is not { } file)
        {
            return null;
        }
        await items.NoteReadingAsync(file.Item, by, now, ct);
        // What has ended stays as it was signed, whatever the rules have become since.
        var evidence =
            file.Item.Ended ? await EvidenceFile.LoadKeptAsync(db, itemId, file.Files, ct)
            : !file.Reviewed ? await EvidenceFile.LoadAsync(db, itemId, file.Files, ct)
            : file.Evidence;
        var before = await BeforeAsync(db, file, ct);
        var rows = evidence.Facts.Select(f => Row(file, evidence, f, before)).ToList();
        var mayJudge = file.NotYours is null;
        return new ItemEvidence
        {
            Files = [.. evidence.Files.Select(f => OfFile(f.File, f.Examination, rows))],
            Rows = [.. rows.OrderByDescending(r => r.IsNew).ThenBy(r => r.Severity).ThenBy(r => r.Confidence).ThenBy(r => r.FileId)],
            IsReady = evidence.IsReady,
            RulesVersion = await ExaminerSettingsService.NumberAsync(db, evidence.Mark, ct),
            MayJudge = mayJudge,
            MayAgree = mayJudge && rows.Exists(r => r.Own is null && r.Others.Count > 0),
        };
    }

    private static EvidenceOfFile OfFile(ItemFile file, FileExamination? examination, List<EvidenceRow> rows) =>
        examination is null
            ? new(file.Id, file.Name, CoverageState.NotExamined, "正在检查…", "", false, 0, 0)
            : new(
                file.Id,
                file.Name,
                examination.Coverage.State,
                examination.Coverage.Line,
                examination.Coverage.Advice,
                true,
                rows.Count(r => r.FileId == file.Id),
                examination.Omitted.Values.Sum()
            );

    private static EvidenceRow Row(EvidenceItem file, EvidenceFile evidence, EvidenceFact fact, HashSet<string>? before)
    {
        var (finding, item) = (fact.Finding, file.Item);
        var own = item.Ended ? null : evidence.WordOf(fact.Key, item.Step, item.Round);
        return new EvidenceRow
        {
            Key = fact.Key,
            FileId = fact.File.Id,
            FileName = fact.File.Name,
            Rule =
                RuleBook.Find(finding.Rule)
                ?? new RuleFacts(finding.Rule, finding.Rule, finding.Criterion, finding.Severity, "", "", finding.Action),
            Severity = finding.Severity,
            Confidence = finding.Confidence,
            Place = finding.Place,
            Masked = finding.Masked,
            Why = finding.Why,
            Action = finding.Action,
            Measure = finding.Measure,
            MayOpen = finding.Recovered is not null || finding.Sensitive.Count > 0,
            IsNew = before is not null && !before.Contains(Same(fact.File.Name, finding)),
            Others = [.. evidence.Judgements.Where(j => j.Key == fact.Key && j.Id != own?.Id).Select(j => Said(file, j))],
            Own = own is null ? null : Said(file, own),
        };
    }

    private static EvidenceSaid Said(EvidenceItem file, FindingJudgement j) =>
        new(
            j.Round == file.Item.Round ? file.StepName(j.Step) : $"{file.StepName(j.Step)}（第 {j.Round} 轮）",
            j.StaffName,
            j.Holds,
            j.Remark,
            j.At
        );

    /// <summary>Findings of the revision before the present files; null when there was none, or when nobody examined it.</summary>
    private static async Task<HashSet<string>?> BeforeAsync(DisclosureDb db, EvidenceItem file, CancellationToken ct)
    {
        var present = EvidenceFile.DigestOf(file.Files);
        foreach (
            var revision in await db
                .Revisions.Where(r => r.SubmissionId == file.Item.Id)
                .OrderByDescending(r => r.Number)
                .Select(r => r.Id)
                .Take(10)
                .ToListAsync(ct)
        )
        {
            var files = await db
                .ItemFiles.Where(f => f.RevisionId == revision && (f.Role == FileRole.Body || f.Role == FileRole.Attachment))
                .OrderBy(f => f.Order)
                .ToListAsync(ct);
            if (EvidenceFile.DigestOf(files) != present)
            {
                var known = await EvidenceFile.LoadKeptAsync(db, file.Item.Id, files, ct);
                return known.Files.Any(f => f.Examination is null) ? null : [.. known.Facts.Select(f => Same(f.File.Name, f.Finding))];
            }
        }
        return null;
    }

    // The same thing at another place of a changed file is not new.
    private static string Same(string file, Finding finding) => $"{file}|{finding.Rule}|{finding.Excerpt}";
}
