using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Examiner;
using Disclosure.Core.Files.Reading;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Evidence;

/// <summary>Words on findings, and the opening of what is masked. Nothing here answers a question of the checklist.</summary>
public sealed class EvidenceService(Operations operations, IEvidenceItems items, ExaminationService examinations, ItemNews news)
{
    /// <summary>Says of findings whether they hold.</summary>
    /// <param name="keys">Findings of the item.</param>
    /// <param name="holds">True for 属实.</param>
    /// <param name="remark">Asked for when a grave finding is set aside.</param>
    public async Task<Outcome<Done>> JudgeAsync(
        int itemId,
        IReadOnlyList<string> keys,
        bool holds,
        string remark,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        if (remark.Length > FindingJudgement.RemarkLength)
        {
            return new TextTooLong(remark.Length, FindingJudgement.RemarkLength);
        }
        return await operations.WriteAsync<Done>(
            by,
            now,
            async op =>
            {
                var db = op.Db;
                var opened = await OpenAsync(op, itemId, ct);
                if (!opened.Ok)
                {
                    return opened.Problem!;
                }
                var facts = opened.Value.Evidence.Facts.Where(f => keys.Contains(f.Key)).ToList();
                if (facts.Count < keys.Distinct().Count() || facts.Count == 0)
                {
                    return new EvidenceGone();
                }
                if (!holds && string.IsNullOrWhiteSpace(remark) && facts.Exists(f => f.Finding.Severity == Severity.A))
                {
                    return new EvidenceRemarkNeeded();
                }
                facts.ForEach(f => Say(db, opened.Value, f, holds, remark, by, now));
                await NoteAsync(
                    db,
                    opened.Value,
                    by,
                    $"判断证据 {facts.Count} 条为“{(holds ? "属实" : "不属实")}”："
                        + $"{string.Join('、', facts.Select(f => f.Finding.Rule).Distinct())}",
                    now
                );
                return Done.It;
            },
            null,
            ct
        );
    }

    /// <summary>Takes over what was said last by others on every finding that the present step has not judged; answers how many.</summary>
    public Task<Outcome<int>> AgreeAsync(int itemId, Actor by, DateTime now, CancellationToken ct = default) =>
        operations.WriteAsync<int>(
            by,
            now,
            async op =>
            {
                var db = op.Db;
                var opened = await OpenAsync(op, itemId, ct);
                if (!opened.Ok)
                {
                    return opened.Problem!;
                }
                var (file, taken) = (opened.Value, 0);
                foreach (var fact in file.Evidence.Facts.Where(f => file.Evidence.WordOf(f.Key, file.Item.Step, file.Item.Round) is null))
                {
                    if (file.Evidence.Judgements.LastOrDefault(j => j.Key == fact.Key) is { } last)
                    {
                        Say(db, file, fact, last.Holds, last.Remark, by, now);
                        taken++;
                    }
                }
                if (taken > 0)
                {
                    await NoteAsync(db, file, by, $"与先前判断一致，证据 {taken} 条", now);
                }
                return taken;
            },
            null,
            ct
        );

    /// <summary>Shows what is masked, after it was written down who opened what.</summary>
    public Task<Outcome<OpenedEvidence>> OpenAsync(int itemId, string key, Actor by, DateTime now, CancellationToken ct = default) =>
        operations.WriteAsync<OpenedEvidence>(
            by,
            now,
            async op =>
            {
                var db = op.Db;
                if (await items.Readable(op).AsNoTracking().FirstOrDefaultAsync(s => s.Id == itemId, ct) is not { } item)
                {
                    return new NotFound();
                }
                var files = await ExaminationService.FilesAsync(db, itemId, ct);
                var evidence = item.Ended
                    ? await EvidenceFile.LoadKeptAsync(db, itemId, files, ct)
                    : await EvidenceFile.LoadAsync(db, itemId, files, ct);
                if (evidence.Facts.FirstOrDefault(f => f.Key == key) is not { } fact)
                {
                    return new EvidenceGone();
                }
                await AuditTrail.AppendAsync(
                    db,
                    new AuditFact(
                        by,
                        "evidence.open",
                        $"打开证据 {fact.Finding.Rule}，文件校验码 {Fingerprint.Short(fact.File.Sha256)}",
                        now
                    )
                    {
                        SubmissionId = itemId,
                    }
                );
                return new OpenedEvidence(fact.Finding.Excerpt, fact.Finding.Recovered);
            },
            null,
            ct
        );

    /// <summary>Examines what is still missing for somebody who looks at the item; does nothing for others.</summary>
    public async Task EnsureAsync(int itemId, Actor by, DateTime now, CancellationToken ct = default)
    {
        if (await MayReadAsync(itemId, by, now, ct) && await examinations.EnsureAsync(itemId, ct))
        {
            news.Tell(itemId);
        }
    }

    /// <summary>Examines everything anew.</summary>
    public async Task<Outcome<Done>> RerunAsync(int itemId, Actor by, DateTime now, CancellationToken ct = default)
    {
        var forgotten = await operations.WriteAsync<Done>(
            by,
            now,
            async op =>
            {
                var db = op.Db;
                if (await items.Readable(op).AsNoTracking().FirstOrDefaultAsync(s => s.Id == itemId, ct) is not { } item)
                {
                    return new NotFound();
                }
                if (item.Ended)
                {
                    return new ItemHasEnded(item.State.Name());
                }
                // What was found under former rules belongs to what was signed then.
                var mark = (await ExaminerSettingsService.CurrentAsync(db, ct)).Settings.Mark;
                var hashes = (await ExaminationService.FilesAsync(db, itemId, ct)).Select(f => f.Sha256).ToList();
                // What this item may not read it cannot examine again; others go on showing what is known of it.
                hashes = [.. hashes.Except((await ContentAccess.ClosedAsync(db, hashes, Holder.Item(itemId), ct)).Keys)];
                await db.Examinations.Where(e => hashes.Contains(e.Sha256) && e.Mark == mark).ExecuteDeleteAsync(ct);
                await db.ItemExaminations.Where(e => e.SubmissionId == itemId && e.Mark == mark).ExecuteDeleteAsync(ct);
                await AuditTrail.AppendAsync(db, new AuditFact(by, "evidence.rerun", "重新检查文件", now) { SubmissionId = itemId });
                return Done.It;
            },
            null,
            ct
        );
        if (forgotten.Ok)
        {
            await examinations.EnsureAsync(itemId, ct);
            news.Tell(itemId);
        }
        return forgotten;
    }

    private async Task<bool> MayReadAsync(int itemId, Actor by, DateTime now, CancellationToken ct)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        return await items.Readable(op).AnyAsync(s => s.Id == itemId, ct);
    }

    private async Task<Outcome<EvidenceItem>> OpenAsync(Operation op, int itemId, CancellationToken ct)
    {
        if (await items.OpenAsync(op, itemId, ct) is not { } file)
        {
            return new NotFound();
        }
        return file.NotYours is { } problem ? problem : file;
    }

    private static void Say(DisclosureDb db, EvidenceItem file, EvidenceFact fact, bool holds, string remark, Actor by, DateTime now) =>
        db.FindingJudgements.Add(
            new FindingJudgement
            {
                SubmissionId = file.Item.Id,
                Key = fact.Key,
                Rule = fact.Finding.Rule,
                Step = file.Item.Step,
                Round = file.Item.Round,
                Holds = holds,
                Remark = remark.Trim(),
                StaffId = by.StaffId,
                StaffName = by.Name,
                At = now,
            }
        );

    private static Task NoteAsync(DisclosureDb db, EvidenceItem file, Actor by, string detail, DateTime now) =>
        AuditTrail.AppendAsync(db, new AuditFact(by, "evidence.judge", detail, now) { SubmissionId = file.Item.Id });
}
