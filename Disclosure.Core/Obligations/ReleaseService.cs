using Disclosure.Core.Approval;
using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Obligations;

/// <summary>What is done to a planned release.</summary>
public enum ReleaseAct
{
    /// <summary>Change title, kind or linked item while it is provisional; only the linked item afterwards.</summary>
    Change,

    /// <summary>确定: from now on everybody sees it.</summary>
    Confirm,

    /// <summary>调整日期, with a reason.</summary>
    Move,

    /// <summary>登记已发布.</summary>
    Release,

    /// <summary>取消, with a reason.</summary>
    Cancel,
}

/// <summary>A planned release as typed.</summary>
/// <param name="Title">Public title; never that of an unpublished item unless the section wants it known.</param>
public sealed record ReleaseDraft(string Title, ItemKind Kind, int UnitId, DateOnly Day, int? SubmissionId = null);

/// <summary>One act upon a planned release.</summary>
/// <param name="Version">Version seen.</param>
/// <param name="Day">New day, or the day of release.</param>
/// <param name="Reason">Reason, where one is asked.</param>
/// <param name="Draft">Title, kind and item for <see cref="ReleaseAct.Change"/>.</param>
public sealed record ReleaseCommand(ReleaseAct Act, int Version, DateOnly? Day = null, string Reason = "", ReleaseDraft? Draft = null);

/// <summary>
/// Keeps the release calendar: the office for all sections, each section's head for the own one. Every change is kept with its reason.
/// </summary>
public sealed class ReleaseService(Operations operations)
{
    /// <summary>Longest title, characters.</summary>
    public const int TitleLength = 120;

    /// <summary>Longest reason, characters.</summary>
    public const int ReasonLength = 500;

    /// <summary>True when these grants may plan for the unit.</summary>
    public static bool MayEdit(Grants by, int unitId) => by.Has(Duty.DisclosureOffice) || by.Find(Duty.SectionHead, unitId) is not null;

    /// <summary>Plans a release, 暂定 at first; answers its key.</summary>
    public Task<Outcome<int>> PlanAsync(ReleaseDraft draft, Guid commandId, Actor by, DateTime now, CancellationToken ct = default) =>
        operations.WriteAsync<int>(
            by,
            now,
            async op =>
            {
                var (db, grants) = op;
                var today = op.Today;
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
                if (
                    (
                        Entries.Text(draft.Title, "Title", "对外标题", TitleLength)
                        ?? (draft.Day < today ? new ReleaseDayIsPast() : null)
                        ?? await ItemAsync(db, grants, draft.SubmissionId, draft.UnitId, ct)
                    ) is
                    { } refusal
                )
                {
                    return refusal;
                }
                var release = new PlannedRelease
                {
                    Title = draft.Title.Trim(),
                    Kind = draft.Kind,
                    UnitId = draft.UnitId,
                    Day = draft.Day,
                    SubmissionId = draft.SubmissionId,
                };
                db.PlannedReleases.Add(release);
                await db.SaveChangesAsync(ct);
                await KeepAsync(db, release, null, "", "计划发布", grants, by, now);
                return release.Id;
            },
            commandId,
            ct
        );

    /// <summary>Does one thing to a planned release.</summary>
    public Task<Outcome<Done>> ActAsync(
        int id,
        ReleaseCommand command,
        Guid commandId,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    ) =>
        operations.WriteAsync<Done>(
            by,
            now,
            async op =>
            {
                var (db, grants) = op;
                var today = op.Today;
                if (
                    await db.PlannedReleases.FirstOrDefaultAsync(r => r.Id == id, ct) is not { } release
                    || !MayEdit(grants, release.UnitId)
                )
                {
                    return new NotFound();
                }
                var published = await db.Submissions.AnyAsync(s => s.Id == release.SubmissionId && s.State == ItemState.Published, ct);
                if (
                    (
                        ReleaseRules.Refusal(release, published, command, today)
                        ?? (
                            command.Draft is { } d
                                ? await ItemAsync(
                                    db,
                                    grants,
                                    d.SubmissionId == release.SubmissionId ? null : d.SubmissionId,
                                    release.UnitId,
                                    ct
                                )
                                : null
                        )
                    ) is
                    { } refusal
                )
                {
                    return refusal;
                }
                var from = ReleaseRules.Apply(release, command);
                await KeepAsync(db, release, from, command.Reason.Trim(), ReleaseRules.Words(command.Act), grants, by, now);
                return Done.It;
            },
            commandId,
            ct
        );

    private static async Task<Problem?> ItemAsync(DisclosureDb db, Grants grants, int? submissionId, int unitId, CancellationToken ct) =>
        submissionId is not { } id
        || await db
            .Submissions.Where(ReadingRights.Of(db, grants))
            .AnyAsync(s => s.Id == id && (s.UnitId == unitId || s.SectionId == unitId), ct)
            ? null
            : new ReleaseItemUnknown();

    private static async Task KeepAsync(
        DisclosureDb db,
        PlannedRelease r,
        DateOnly? from,
        string reason,
        string what,
        Grants grants,
        Actor by,
        DateTime now
    )
    {
        r.Version++;
        db.ReleaseChanges.Add(
            new ReleaseChange
            {
                ReleaseId = r.Id,
                State = r.State,
                FromDay = from,
                Day = r.Day,
                Reason = reason,
                StaffId = by.StaffId,
                StaffName = grants.Name,
                At = now,
            }
        );
        var under = grants.Find(Duty.SectionHead, r.UnitId) ?? grants.Find(Duty.DisclosureOffice, null)!;
        var moved = from is { } f ? $"{f:yyyy-MM-dd} → {r.Day:yyyy-MM-dd}" : $"{r.Day:yyyy-MM-dd}";
        await AuditTrail.AppendAsync(
            db,
            new AuditFact(
                by,
                "release.change",
                $"发布日历：{what}“{r.Title}”，{moved}，{r.State.Name()}{(reason.Length > 0 ? $"，原因：{reason}" : "")}",
                now
            )
            {
                Duty = under.Duty.Name(),
                ActingFor = under.ActingForName ?? "",
            }
        );
    }
}

/// <summary>What may be done to a planned release, and what becomes of it; pure.</summary>
public static class ReleaseRules
{
    /// <summary>Why the act may not be done, or null.</summary>
    /// <param name="published">True when the linked item is published.</param>
    public static Problem? Refusal(PlannedRelease r, bool published, ReleaseCommand c, DateOnly today) =>
        c switch
        {
            _ when r.Version != c.Version => new ReleaseChangedMeanwhile(),
            _ when published && r.State != ReleaseState.Cancelled => new ReleaseIsOver(ReleaseState.Released),
            _ when r.State is ReleaseState.Released or ReleaseState.Cancelled => new ReleaseIsOver(r.State),
            { Act: ReleaseAct.Confirm } when r.State != ReleaseState.Provisional => new ReleaseChangedMeanwhile(),
            { Act: ReleaseAct.Change, Draft: null } => new NotFound(),
            { Act: ReleaseAct.Change, Draft: { } d } when r.Announced && (d.Title.Trim() != r.Title || d.Kind != r.Kind) =>
                new ReleaseIsAnnounced(),
            { Act: ReleaseAct.Change, Draft: { } d } => Entries.Text(d.Title, "Title", "对外标题", ReleaseService.TitleLength),
            { Act: ReleaseAct.Move, Day: null } => new EntryMissing("Day", "新的日期"),
            { Act: ReleaseAct.Move } when c.Day < today => new ReleaseDayIsPast(),
            { Act: ReleaseAct.Move } when c.Day == r.Day => new ReleaseDayUnchanged(),
            { Act: ReleaseAct.Release, Day: null } => new EntryMissing("Day", "发布日期"),
            { Act: ReleaseAct.Release } when c.Day > today => new ReleasedInFuture(),
            { Act: ReleaseAct.Move or ReleaseAct.Cancel } => Entries.Text(c.Reason, "Reason", "原因", ReleaseService.ReasonLength),
            _ => null,
        };

    /// <summary>Changes the release; answers the day before where it moved.</summary>
    public static DateOnly? Apply(PlannedRelease r, ReleaseCommand c)
    {
        var before = r.Day;
        switch (c.Act)
        {
            case ReleaseAct.Change:
                (r.Title, r.Kind, r.SubmissionId) = (c.Draft!.Title.Trim(), c.Draft.Kind, c.Draft.SubmissionId);
                break;
            case ReleaseAct.Confirm:
                (r.State, r.Announced) = (ReleaseState.Confirmed, true);
                break;
            case ReleaseAct.Move:
                (r.State, r.Day) = (r.Announced ? ReleaseState.Adjusted : r.State, c.Day!.Value);
                break;
            case ReleaseAct.Release:
                (r.State, r.Day, r.Announced) = (ReleaseState.Released, c.Day!.Value, true);
                break;
            default:
                r.State = ReleaseState.Cancelled;
                break;
        }
        return r.Day == before ? null : before;
    }

    /// <summary>The act in words.</summary>
    public static string Words(ReleaseAct act) =>
        act switch
        {
            ReleaseAct.Change => "修改计划",
            ReleaseAct.Confirm => "确定计划",
            ReleaseAct.Move => "调整日期",
            ReleaseAct.Release => "登记已发布",
            _ => "取消计划",
        };
}
