using System.Runtime.CompilerServices;
using Disclosure.Core.Approval;
using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Participation;

/// <summary>A consultation as typed.</summary>
public sealed record ConsultationDraft(
    string Title,
    string Text,
    DateOnly From,
    DateOnly Until,
    int UnitId,
    Channel Channel,
    int? SubmissionId = null
);

/// <summary>An opinion as typed.</summary>
public sealed record FeedbackDraft(DateOnly ReceivedOn, Voice From, string Text);

/// <summary>Asks the public and keeps what came of it (C5): the office for all sections, each section for itself.</summary>
public sealed class ConsultationService(Operations operations)
{
    /// <summary>Longest title, characters.</summary>
    public const int TitleLength = 120;

    /// <summary>Longest text, opinion or summary, characters.</summary>
    public const int TextLength = 4000;

    /// <summary>Longest reason or address, characters.</summary>
    public const int LineLength = 500;

    /// <summary>True when these grants may edit for the unit.</summary>
    public static bool MayEdit(Grants by, int unitId) =>
        by.Has(Duty.DisclosureOffice) || by.Find(Duty.SectionHead, unitId) is not null || by.Find(Duty.Editor, unitId) is not null;

    /// <summary>Begins a consultation; answers its key.</summary>
    public Task<Outcome<int>> BeginAsync(ConsultationDraft draft, Guid commandId, Actor by, DateTime now, CancellationToken ct = default) =>
        operations.WriteAsync<int>(
            by,
            now,
            async op =>
            {
                var (db, grants) = op;
                if (
                    !MayEdit(grants, draft.UnitId)
                    || !await db.Units.AnyAsync(
                        u =>
                            u.Id == draft.UnitId
                            && u.Active
                            && (u.Kind == UnitKind.Section || u.Kind == UnitKind.Center || u.Kind == UnitKind.Institution),
                        ct
                    )
                )
                {
                    return new NotFound();
                }
                if ((ConsultationRules.Refusal(draft) ?? await ItemAsync(db, grants, draft.SubmissionId, draft.UnitId, ct)) is { } refusal)
                {
                    return refusal;
                }
                var begun = new Consultation
                {
                    Title = draft.Title.Trim(),
                    Text = draft.Text.Trim(),
                    From = draft.From,
                    Until = draft.Until,
                    UnitId = draft.UnitId,
                    Channel = draft.Channel,
                    SubmissionId = draft.SubmissionId,
                };
                db.Consultations.Add(begun);
                await NoteAsync(
                    db,
                    begun,
                    grants,
                    by,
                    "consultation.begin",
                    $"登记意见征集“{begun.Title}”，{begun.From:yyyy-MM-dd} 至 {begun.Until:yyyy-MM-dd}",
                    now
                );
                await db.SaveChangesAsync(ct);
                return begun.Id;
            },
            commandId,
            ct
        );

    /// <summary>Changes what has not begun; of what has begun only the end, to a later day and with a reason.</summary>
    public Task<Outcome<Done>> ChangeAsync(
        int id,
        int version,
        ConsultationDraft draft,
        string reason,
        Guid commandId,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    ) =>
        EditAsync(
            id,
            version,
            commandId,
            by,
            now,
            async (db, c, grants) =>
            {
                var today = BureauTime.Day(now);
                if (
                    (
                        ConsultationRules.Change(c, draft, reason, today)
                        ?? (draft.SubmissionId == c.SubmissionId ? null : await ItemAsync(db, grants, draft.SubmissionId, c.UnitId, ct))
                    ) is
                    { } refusal
                )
                {
                    return refusal;
                }
                var moved = draft.Until == c.Until ? "" : $"，截止 {c.Until:yyyy-MM-dd} → {draft.Until:yyyy-MM-dd}";
                (c.Title, c.Text, c.From, c.Until, c.Channel, c.SubmissionId) = (
                    draft.Title.Trim(),
                    draft.Text.Trim(),
                    draft.From,
                    draft.Until,
                    draft.Channel,
                    draft.SubmissionId
                );
                await NoteAsync(
                    db,
                    c,
                    grants,
                    by,
                    "consultation.change",
                    $"修改意见征集“{c.Title}”{moved}{(reason.Trim().Length > 0 ? $"，原因：{reason.Trim()}" : "")}",
                    now
                );
                return null;
            },
            ct
        );

    /// <summary>Enters an opinion that came in.</summary>
    public Task<Outcome<Done>> ReceiveAsync(
        int id,
        FeedbackDraft draft,
        Guid commandId,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    ) =>
        EditAsync(
            id,
            null,
            commandId,
            by,
            now,
            async (db, c, grants) =>
            {
                if (ConsultationRules.Receive(c, draft, BureauTime.Day(now)) is { } refusal)
                {
                    return refusal;
                }
                db.ConsultationFeedback.Add(
                    new Feedback
                    {
                        ConsultationId = id,
                        ReceivedOn = draft.ReceivedOn,
                        From = draft.From,
                        Text = draft.Text.Trim(),
                        At = now,
                    }
                );
                await NoteAsync(
                    db,
                    c,
                    grants,
                    by,
                    "consultation.receive",
                    $"登记意见：“{c.Title}”，{draft.ReceivedOn:yyyy-MM-dd} 收到，来自{draft.From.Name()}",
                    now
                );
                return null;
            },
            ct
        );

    /// <summary>
    /// Says what becomes of an opinion, with the reason; may be changed until the summary is published, every time on record.
    /// </summary>
    public Task<Outcome<Done>> DecideAsync(
        int id,
        int feedbackId,
        FeedbackDecision decision,
        string reason,
        Guid commandId,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    ) =>
        EditAsync(
            id,
            null,
            commandId,
            by,
            now,
            async (db, c, grants) =>
            {
                if (
                    await db.ConsultationFeedback.FirstOrDefaultAsync(f => f.Id == feedbackId && f.ConsultationId == id, ct)
                    is not { } feedback
                )
                {
                    return new NotFound();
                }
                if (ConsultationRules.Decide(c, decision, reason) is { } refusal)
                {
                    return refusal;
                }
                (feedback.Decision, feedback.Reason, feedback.DecidedBy) = (decision, reason.Trim(), grants.Name);
                await NoteAsync(
                    db,
                    c,
                    grants,
                    by,
                    "consultation.decide",
                    $"处理意见：“{c.Title}”第 {feedbackId} 条，"
                        + $"{decision.Name()}{(reason.Trim().Length > 0 ? $"，理由：{reason.Trim()}" : "")}",
                    now
                );
                return null;
            },
            ct
        );

    /// <summary>Records that the result was published.</summary>
    public Task<Outcome<Done>> AnswerAsync(
        int id,
        DateOnly on,
        string place,
        string summary,
        Guid commandId,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    ) =>
        EditAsync(
            id,
            null,
            commandId,
            by,
            now,
            async (db, c, grants) =>
            {
                var undecided = await db.ConsultationFeedback.CountAsync(f => f.ConsultationId == id && f.Decision == null, ct);
                if (ConsultationRules.Answer(c, undecided, on, place, summary, BureauTime.Day(now)) is { } refusal)
                {
                    return refusal;
                }
                (c.SummaryOn, c.SummaryPlace, c.Summary) = (on, place.Trim(), summary.Trim());
                await NoteAsync(
                    db,
                    c,
                    grants,
                    by,
                    "consultation.answer",
                    $"公布征集结果：“{c.Title}”，{on:yyyy-MM-dd}，{place.Trim()}",
                    now
                );
                return null;
            },
            ct
        );

    private Task<Outcome<Done>> EditAsync(
        int id,
        int? version,
        Guid commandId,
        Actor by,
        DateTime now,
        Func<DisclosureDb, Consultation, Grants, Task<Problem?>> edit,
        CancellationToken ct,
        [CallerMemberName] string member = "",
        [CallerFilePath] string file = ""
    ) =>
        operations.WriteAsync<Done>(
            by,
            now,
            async op =>
            {
                var (db, grants) = op;
                if (
                    await db.Consultations.FirstOrDefaultAsync(c => c.Id == id, ct) is not { } consultation
                    || !MayEdit(grants, consultation.UnitId)
                )
                {
                    return new NotFound();
                }
                if (version is { } seen && seen != consultation.Version)
                {
                    return new ConsultationChangedMeanwhile();
                }
                if (await edit(db, consultation, grants) is { } refusal)
                {
                    return refusal;
                }
                consultation.Version++;
                return Done.It;
            },
            commandId,
            ct,
            member,
            file
        );

    private static async Task<Problem?> ItemAsync(DisclosureDb db, Grants grants, int? submissionId, int unitId, CancellationToken ct) =>
        submissionId is not { } id
        || await db
            .Submissions.Where(ReadingRights.Of(db, grants))
            .AnyAsync(s => s.Id == id && (s.UnitId == unitId || s.SectionId == unitId), ct)
            ? null
            : new ConsultedItemUnknown();

    private static Task NoteAsync(DisclosureDb db, Consultation c, Grants grants, Actor by, string action, string detail, DateTime now)
    {
        var under =
            grants.Find(Duty.SectionHead, c.UnitId) ?? grants.Find(Duty.Editor, c.UnitId) ?? grants.Find(Duty.DisclosureOffice, null)!;
        return AuditTrail.AppendAsync(
            db,
            new AuditFact(by, action, detail, now) { Duty = under.Duty.Name(), ActingFor = under.ActingForName ?? "" }
        );
    }
}
