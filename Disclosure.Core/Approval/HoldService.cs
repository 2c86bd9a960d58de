using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Review;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Approval;

/// <summary>The hold was changed in another window, or has ended.</summary>
public sealed record HoldChanged() : Problem("暂停事由刚由他人修改或已经办结，请刷新后再填；您这里输入的内容仍在页面上。");

/// <summary>Reminding more than once an hour is pressing, not reminding.</summary>
public sealed record RemindedJustNow() : Problem("一小时内已经提醒过，请稍后再提醒。");

/// <summary>
/// Everything between the opening of a hold and its end: papers entered, people reminded. Opening and ending are moves, see
/// <see cref="ApprovalService"/>.
/// </summary>
public sealed class HoldService(Operations operations, ItemNews news)
{
    /// <summary>Enters what is known so far, complete or not; answers the hold's new version.</summary>
    /// <param name="version">Version the page started from; a newer one in the store refuses.</param>
    public async Task<Outcome<int>> SaveAsync(
        int holdId,
        HoldPapers papers,
        int version,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        var outcome = await operations.WriteAsync<(int Item, int Version)>(
            by,
            now,
            async op =>
            {
                var db = op.Db;
                var opened = await OpenAsync(op, holdId, ct);
                if (!opened.Ok)
                {
                    return opened.Problem!;
                }
                var hold = opened.Value;
                if (hold.Version != version)
                {
                    return new HoldChanged();
                }
                if (TooLong(papers) is { } wrong)
                {
                    return wrong;
                }
                var scans = papers.Scans.ToList();
                if (
                    scans.Count > 0
                    && !await db.ItemFiles.AnyAsync(
                        f => f.SubmissionId == hold.SubmissionId && f.Role == FileRole.ReviewPaper && scans.Contains(f.Sha256),
                        ct
                    )
                )
                {
                    return new PaperMissing();
                }
                // What has to be taken out was decided when the hold opened, and the originals erased or kept accordingly.
                hold.Enter(
                    hold.Kind == HoldKind.Redaction ? papers with { Matters = hold.Papers.Matters } : papers,
                    await StepDues.HoldAsync(db, hold, papers, ct)
                );
                await NoteAsync(db, hold, by, "hold.papers", $"登记“{hold.Kind.Name()}”材料", now);
                return (hold.SubmissionId, hold.Version);
            },
            null,
            ct
        );
        if (outcome.Ok)
        {
            news.Tell(outcome.Value.Item);
        }
        return outcome.Ok ? outcome.Value.Version : outcome.Problem!;
    }

    /// <summary>Notes that whoever owes the next act was reminded; once an hour at most.</summary>
    public async Task<Outcome<Done>> RemindAsync(int holdId, Actor by, DateTime now, CancellationToken ct = default) =>
        await operations.WriteAsync<Done>(
            by,
            now,
            async op =>
            {
                var db = op.Db;
                var opened = await OpenAsync(op, holdId, ct);
                if (!opened.Ok)
                {
                    return opened.Problem!;
                }
                var hold = opened.Value;
                if (hold.RemindedAt is { } last && now - last < TimeSpan.FromHours(DueDates.RemindAgainHours))
                {
                    return new RemindedJustNow();
                }
                hold.Remind(now);
                await NoteAsync(db, hold, by, "hold.remind", $"提醒办理“{hold.Kind.Name()}”", now);
                return Done.It;
            },
            null,
            ct
        );

    /// <summary>
    /// True when the person may enter papers: for a processed version the unit's editors, otherwise whoever may end the hold.
    /// </summary>
    internal static bool MayHandle(CaseFile file, Grants by) =>
        file.OpenHold is { Kind: HoldKind.Redaction }
            ? by.Find(Duty.Editor, file.Item.UnitId) is not null
            : Judge.May(file, MoveKind.Resume, by).Ok;

    private static TextTooLong? TooLong(HoldPapers p) =>
        new[] { p.Body, p.Number, p.Measures, p.ReplyNumber, p.Method, p.ProcessedBy, p.CheckedBy }.Max(t => t.Length)
            is var longest
                and > ContentRules.TextLength
            ? new TextTooLong(longest, ContentRules.TextLength)
            : null;

    private static async Task<Outcome<Hold>> OpenAsync(Operation op, int holdId, CancellationToken ct)
    {
        var (db, grants) = op;
        var items = op.Items;
        if (
            await db.Holds.FirstOrDefaultAsync(h => h.Id == holdId && items.Any(s => s.Id == h.SubmissionId), ct) is not { } hold
            || await CaseFile.LoadAsync(db, hold.SubmissionId, ct) is not { } file
        )
        {
            return new NotFound();
        }
        if (!hold.Open)
        {
            return new HoldChanged();
        }
        return MayHandle(file, grants)
            ? hold
            : new NotYourStep(
                file.Step.Name,
                string.Join("或", file.Step.Duties.Append(Duty.DisclosureOffice).Distinct().Select(d => d.Name()))
            );
    }

    private static Task NoteAsync(DisclosureDb db, Hold hold, Actor by, string action, string detail, DateTime now) =>
        AuditTrail.AppendAsync(db, new AuditFact(by, action, detail, now) { SubmissionId = hold.SubmissionId });
}
