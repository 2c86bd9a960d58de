using Disclosure.Core.Approval;
using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Publication;

/// <summary>
/// Changes what is already published (procedure §7): a correction, a revision or a take-down is an item of its own with its own number,
/// which walks the same route under the same signatures; what was published is never overwritten.
/// </summary>
public sealed class AmendmentService(Operations operations, ApprovalService approval)
{
    /// <summary>
    /// Begins a correction, revision or take-down; answers the key of the new draft. Text and files of the published item are taken along
    /// to be mended.
    /// </summary>
    public Task<Outcome<int>> BeginAsync(
        int id,
        AmendmentKind kind,
        Guid commandId,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    ) =>
        operations.WriteAsync<int>(
            by,
            now,
            async op =>
            {
                var (db, grants) = op;
                if (await op.Items.FirstOrDefaultAsync(s => s.Id == id, ct) is not { } item)
                {
                    return new NotFound();
                }
                if (grants.Find(Duty.Editor, item.UnitId) is null)
                {
                    return new NotTheUnitsEditor();
                }
                if (await RefuseAsync(db, item, ct) is { } refusal)
                {
                    return refusal;
                }
                return (await DraftAsync(db, item, kind, null, "", by, now, ct)).Id;
            },
            commandId,
            ct
        );

    /// <summary>What keeps a published item from being changed now, or null; the page asks the same.</summary>
    public static async Task<Problem?> RefuseAsync(DisclosureDb db, Submission item, CancellationToken ct = default) =>
        item switch
        {
            { State: not ItemState.Published } => new NotPublishedYet(),
            { Amendment: AmendmentKind.TakeDown } => new AmendTheOriginal(),
            { TakenDownAt: not null } => new AlreadyDown(),
            _ => await OpenAsync(db, item.Id, ct) is { Amendment: { } open } ? new AmendmentUnderWay(open.Name()) : null,
        };

    /// <summary>
    /// 泄密紧急下线: takes an item down at once; a draft for the signatures that follow goes to the submitting unit. Answers its key.
    /// </summary>
    /// <param name="entries">Every channel it stands on, with the UTC at which it came down there.</param>
    public async Task<Outcome<int>> TakeDownNowAsync(
        int id,
        string reason,
        IReadOnlyList<ChannelEntry> entries,
        Guid commandId,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        var outcome = await operations.WriteAsync<int>(
            by,
            now,
            async op =>
            {
                var (db, grants) = op;
                if (
                    !(grants.Has(Duty.PlatformHead) || grants.Has(Duty.DisclosureOffice))
                    || await op.Items.FirstOrDefaultAsync(s => s.Id == id, ct) is not { } item
                )
                {
                    return new NotFound();
                }
                if (string.IsNullOrWhiteSpace(reason) || reason.Length > ContentRules.TextLength)
                {
                    return new WhyNeeded("紧急下线的原因（不要写入涉密内容）");
                }
                // An emergency does not wait for a correction that is under way; but what is down is down.
                if (await RefuseAsync(db, item, ct) is { } refusal and not AmendmentUnderWay)
                {
                    return refusal;
                }
                if (
                    TakeDowns.Check(
                        await db.Publications.Where(p => p.SubmissionId == id && p.DownAt == null).ToListAsync(ct),
                        entries,
                        now
                    ) is
                    { } wrong
                )
                {
                    return wrong;
                }
                var draft = await DraftAsync(db, item, AmendmentKind.TakeDown, TakeDownGround.Secrecy, reason.Trim(), by, now, ct);
                await TakeDowns.CarryOutAsync(db, Record(id, TakeDownGround.Secrecy, reason, draft.Id, by, now), entries, ct);
                await AuditTrail.AppendAsync(db, Fact(id, TakeDownGround.Secrecy, grants, by, now));
                return draft.Id;
            },
            commandId,
            ct
        );
        if (outcome.Ok)
        {
            await approval.AfterwardsAsync(id, false, ct);
        }
        return outcome;
    }

    /// <summary>
    /// 期限届满: takes a 失信名单 down whose notice has ended; its last day was signed with it, so nobody signs again (D6).
    /// </summary>
    public async Task<Outcome<Done>> ExpireAsync(
        int id,
        IReadOnlyList<ChannelEntry> entries,
        Guid commandId,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        var outcome = await operations.WriteAsync<Done>(
            by,
            now,
            async op =>
            {
                var (db, grants) = op;
                if (!grants.Has(Duty.PlatformHead) || await op.Items.FirstOrDefaultAsync(s => s.Id == id, ct) is not { } item)
                {
                    return new NotFound();
                }
                if (await RefuseAsync(db, item, ct) is { } refusal and not AmendmentUnderWay)
                {
                    return refusal;
                }
                var content = (await db.Revisions.FirstAsync(r => r.Id == item.RevisionId, ct)).Content;
                if (content is not { Kind: ItemKind.DiscreditedList, NoticeUntil: { } until } || until >= BureauTime.Day(now))
                {
                    return new NoticeNotEnded();
                }
                if (
                    TakeDowns.Check(
                        await db.Publications.Where(p => p.SubmissionId == id && p.DownAt == null).ToListAsync(ct),
                        entries,
                        now
                    ) is
                    { } wrong
                )
                {
                    return wrong;
                }
                var takeDown = Record(id, TakeDownGround.Expired, $"公示期至 {until:yyyy-MM-dd} 届满", null, by, now);
                takeDown.Sign(now);
                await TakeDowns.CarryOutAsync(db, takeDown, entries, ct);
                await AuditTrail.AppendAsync(db, Fact(id, TakeDownGround.Expired, grants, by, now));
                return Done.It;
            },
            commandId,
            ct
        );
        if (outcome.Ok)
        {
            await approval.AfterwardsAsync(id, false, ct);
        }
        return outcome;
    }

    /// <summary>The change of an item that has not ended yet, or null.</summary>
    public static Task<Submission?> OpenAsync(DisclosureDb db, int id, CancellationToken ct = default) =>
        db
            .Submissions.AsNoTracking()
            .FirstOrDefaultAsync(
                s =>
                    s.AmendsId == id
                    && (
                        s.State == ItemState.Draft
                        || s.State == ItemState.Returned
                        || s.State == ItemState.UnderWay
                        || s.State == ItemState.Held
                    ),
                ct
            );

    private static TakeDown Record(int id, TakeDownGround ground, string reason, int? amendment, Actor by, DateTime now) =>
        new()
        {
            SubmissionId = id,
            Ground = ground,
            Reason = reason.Trim(),
            AmendmentId = amendment,
            StaffId = by.StaffId,
            StaffName = by.Name,
            At = now,
        };

    private static AuditFact Fact(int id, TakeDownGround ground, Grants grants, Actor by, DateTime now) =>
        new(by, "publish.down", $"下线（{ground.Name()}）", now)
        {
            SubmissionId = id,
            Duty = (grants.Has(Duty.PlatformHead) ? Duty.PlatformHead : Duty.DisclosureOffice).Name(),
        };

    private static async Task<Submission> DraftAsync(
        DisclosureDb db,
        Submission item,
        AmendmentKind kind,
        TakeDownGround? ground,
        string reason,
        Actor by,
        DateTime now,
        CancellationToken ct
    )
    {
        var content = (await db.Revisions.AsNoTracking().FirstAsync(r => r.Id == item.RevisionId, ct)).Content;
        content.Amendment = new Amendment
        {
            ItemId = item.Id,
            Kind = kind,
            Ground = ground,
            Number = item.Number ?? "",
            Title = content.Title,
            Index = item.CatalogueIndex ?? "",
            PublishedOn = item.EndedAt is { } ended ? BureauTime.Day(ended) : null,
            Reason = reason,
        };
        content.Title = AmendmentRules.TitleOf(kind, content.Title);
        (content.FormedOn, content.PlannedOn, content.PlannedTime, content.Remarks) = (BureauTime.Day(now), null, null, "");
        content.Bylines.ForEach(b => (b.Confirmed, b.ConfirmedOver) = (false, null));
        var draft = new Submission
        {
            RouteCode = ApprovalRoutes.NewestOf(item.RouteCode),
            UnitId = item.UnitId,
            SectionId = item.SectionId,
            SubjectId = item.SubjectId,
            OwnerId = by.StaffId,
            CreatedAt = now,
            AmendsId = item.Id,
            Amendment = kind,
        };
        draft.SaveDraft(content, "[]", now);
        db.Submissions.Add(draft);
        await db.SaveChangesAsync(ct);
        await AuditTrail.AppendAsync(
            db,
            new AuditFact(by, "item.begin", $"提出{kind.Name()}：{item.Number}", now) { SubmissionId = draft.Id }
        );
        foreach (
            var file in kind == AmendmentKind.TakeDown
                ? []
                : await db.ItemFiles.AsNoTracking().Where(f => f.RevisionId == item.RevisionId).OrderBy(f => f.Order).ToListAsync(ct)
        )
        {
            if (
                await ContentAccess.RefusalAsync(db, file.Sha256, Holder.Item(item.Id), ct) is not null
                || await ContentAccess.RefusalAsync(db, file.Sha256, null, ct) is not null
            )
            {
                // What is withdrawn from the item, or still waits for any other record, must not spread to a new one.
                continue;
            }
            db.ItemFiles.Add(
                new ItemFile
                {
                    SubmissionId = draft.Id,
                    Name = file.Name,
                    Role = file.Role,
                    Size = file.Size,
                    Sha256 = file.Sha256,
                    Note = file.Note,
                    Order = file.Order,
                    AddedBy = by.StaffId,
                    AddedAt = now,
                }
            );
            await AuditTrail.AppendAsync(
                db,
                new AuditFact(by, BroughtFiles.Added, BroughtFiles.Detail("沿用文件", file.Sha256), now) { SubmissionId = draft.Id }
            );
        }
        return draft;
    }
}
