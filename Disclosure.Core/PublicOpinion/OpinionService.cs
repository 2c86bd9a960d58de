using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.PublicOpinion;

/// <summary>Registers public opinion and keeps everything that happens to a case (C2).</summary>
public sealed class OpinionService(Operations operations)
{
    /// <summary>Name of the number series; counted by year, without leading zeros.</summary>
    public const string Series = "舆情";

    /// <summary>Registers a case; answers its key. The clocks run from the moment it arose, not from now.</summary>
    public Task<Outcome<int>> RegisterAsync(OpinionEntry entry, Guid commandId, Actor by, DateTime now, CancellationToken ct = default) =>
        operations.WriteAsync<int>(
            by,
            now,
            async op =>
            {
                var (db, grants) = op;
                var today = op.Today;
                if (await RefusalAsync(db, entry, grants, now, ct) is { } refusal)
                {
                    return refusal;
                }
                var found = new OpinionCase
                {
                    Number = $"{Series}〔{today.Year}〕{await NumberCounter.NextAsync(db, Series, today.Year)}号",
                    Title = entry.Title.Trim(),
                    Summary = entry.Summary.Trim(),
                    Source = entry.Source.Trim(),
                    Link = entry.Link.Trim(),
                    RaisedAt = entry.RaisedAt,
                    Level = entry.Level,
                    SectionId = entry.SectionId,
                    RegisteredUnitId = OpinionRights.RegistersFor(grants) is null ? null : entry.SectionId,
                    RegisteredById = by.StaffId,
                    RegisteredBy = grants.Name,
                    RegisteredAt = now,
                };
                db.OpinionCases.Add(found);
                await db.SaveChangesAsync(ct);
                await new OpinionChange(op, found).KeepAsync(OpinionAct.Registered, $"{found.Level.Name()}，来源：{found.Source}");
                return found.Id;
            },
            commandId,
            ct
        );

    /// <summary>Keeps a word: progress from those who answer, a remark from everybody else who follows the case.</summary>
    public Task<Outcome<Done>> NoteAsync(int id, string text, Guid commandId, Actor by, DateTime now, CancellationToken ct = default) =>
        OpinionChange.RunAsync<Done>(
            operations,
            id,
            true,
            commandId,
            by,
            now,
            async c =>
            {
                if (OpinionText.Refusal(text, "Text", "内容") is { } wrong)
                {
                    return wrong;
                }
                var answers = !c.Grants.Has(Duty.DisclosureOffice) && OpinionRights.AnswersFor(c.Grants, c.Case.SectionId);
                await c.KeepAsync(answers ? OpinionAct.Progressed : OpinionAct.Noted, text);
                return Done.It;
            },
            ct
        );

    /// <summary>Puts the case on another level; other clocks may run from then on, all of them from the moment it arose.</summary>
    public Task<Outcome<Done>> ChangeLevelAsync(
        int id,
        OpinionLevel level,
        string reason,
        Guid commandId,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    ) =>
        OpinionChange.RunAsync<Done>(
            operations,
            id,
            true,
            commandId,
            by,
            now,
            async c =>
            {
                if (!c.Grants.Has(Duty.DisclosureOffice))
                {
                    return new OfficeDecidesOnOpinion("调整等级");
                }
                if (level == c.Case.Level)
                {
                    return new OpinionUnchanged("等级");
                }
                if (OpinionText.Refusal(reason, "Text", "理由") is { } wrong)
                {
                    return wrong;
                }
                await c.KeepAsync(OpinionAct.LevelChanged, $"{c.Case.Level.Name()} → {level.Name()}：{reason.Trim()}");
                c.Case.Level = level;
                return Done.It;
            },
            ct
        );

    /// <summary>Hands the case to another unit.</summary>
    public Task<Outcome<Done>> ChangeSectionAsync(
        int id,
        int sectionId,
        string reason,
        Guid commandId,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    ) =>
        OpinionChange.RunAsync<Done>(
            operations,
            id,
            true,
            commandId,
            by,
            now,
            async c =>
            {
                if (!c.Grants.Has(Duty.DisclosureOffice))
                {
                    return new OfficeDecidesOnOpinion("调整责任科室");
                }
                if (sectionId == c.Case.SectionId)
                {
                    return new OpinionUnchanged("责任科室");
                }
                if (OpinionText.Refusal(reason, "Text", "理由") is { } wrong)
                {
                    return wrong;
                }
                if (await UnitAsync(c.Db, sectionId, ct) is not { } unit)
                {
                    return new NoAnsweringUnit();
                }
                await c.KeepAsync(OpinionAct.SectionChanged, $"{c.Unit} → {unit.ShortName}：{reason.Trim()}");
                c.Case.SectionId = sectionId;
                return Done.It;
            },
            ct
        );

    /// <summary>Enters by hand that a limit was met, by a press conference or by words that did not go through this program.</summary>
    /// <param name="metAt">UTC.</param>
    /// <param name="text">Where and how.</param>
    public Task<Outcome<Done>> MeetAsync(
        int id,
        OpinionClock clock,
        DateTime metAt,
        string text,
        Guid commandId,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    ) =>
        OpinionChange.RunAsync<Done>(
            operations,
            id,
            true,
            commandId,
            by,
            now,
            async c =>
            {
                if (!OpinionRights.AnswersFor(c.Grants, c.Case.SectionId))
                {
                    return new AnsweringUnitDecides("登记完成", c.Unit);
                }
                var state = (await OpinionReading.OfAsync(c.Db, c.Case, ct)).Clocks.FirstOrDefault(k => k.Clock == clock);
                Problem? refusal = state switch
                {
                    null => new NoSuchClock(clock),
                    { MetAt: not null } => new ClockIsMet(clock),
                    _ when metAt > now => new OpinionNotYet("MetAt", "完成时间"),
                    _ when metAt < c.Case.RaisedAt => new MetBeforeRaised(),
                    _ => OpinionText.Refusal(text, "Text", "完成情况"),
                };
                if (refusal is not null)
                {
                    return refusal;
                }
                await c.KeepAsync(OpinionAct.Met, text, clock, metAt);
                return Done.It;
            },
            ct
        );

    /// <summary>Takes back what was entered by hand; both rows stay.</summary>
    public Task<Outcome<Done>> WithdrawMetAsync(
        int id,
        OpinionClock clock,
        string reason,
        Guid commandId,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    ) =>
        OpinionChange.RunAsync<Done>(
            operations,
            id,
            true,
            commandId,
            by,
            now,
            async c =>
            {
                if (!OpinionRights.AnswersFor(c.Grants, c.Case.SectionId))
                {
                    return new AnsweringUnitDecides("撤销完成登记", c.Unit);
                }
                if ((await OpinionReading.OfAsync(c.Db, c.Case, ct)).Clocks.FirstOrDefault(k => k.Clock == clock) is not { ByHand: true })
                {
                    return new NothingToWithdraw(clock);
                }
                if (OpinionText.Refusal(reason, "Text", "理由") is { } wrong)
                {
                    return wrong;
                }
                await c.KeepAsync(OpinionAct.MetWithdrawn, reason, clock);
                return Done.It;
            },
            ct
        );

    /// <summary>Ends the case. Limits met by a publication enter the history now at the latest; those not met stay unmet.</summary>
    public Task<Outcome<Done>> CloseAsync(
        int id,
        OpinionResult result,
        string summary,
        Guid commandId,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    ) =>
        OpinionChange.RunAsync<Done>(
            operations,
            id,
            true,
            commandId,
            by,
            now,
            async c =>
            {
                if (!c.Grants.Has(Duty.DisclosureOffice))
                {
                    return new OfficeDecidesOnOpinion("办结");
                }
                if (OpinionText.Refusal(summary, "Text", "办结情况") is { } wrong)
                {
                    return wrong;
                }
                var kept = await c
                    .Db.OpinionEvents.Where(e => e.CaseId == id && e.Act == OpinionAct.Met && e.SubmissionId != null)
                    .Select(e => e.Clock)
                    .ToListAsync(ct);
                foreach (
                    var met in (await OpinionReading.OfAsync(c.Db, c.Case, ct)).Clocks.Where(k =>
                        k is { MetAt: not null, SubmissionId: not null } && !kept.Contains(k.Clock)
                    )
                )
                {
                    await c.KeepAsync(OpinionAct.Met, $"{met.MetText}（{met.MetBy}）", met.Clock, met.MetAt, met.SubmissionId);
                }
                await c.KeepAsync(OpinionAct.Closed, $"{result.Name()}：{summary.Trim()}");
                c.Case.Close(result, now);
                return Done.It;
            },
            ct
        );

    /// <summary>Takes the case up again; the clocks never stopped.</summary>
    public Task<Outcome<Done>> ReopenAsync(int id, string reason, Guid commandId, Actor by, DateTime now, CancellationToken ct = default) =>
        OpinionChange.RunAsync<Done>(
            operations,
            id,
            false,
            commandId,
            by,
            now,
            async c =>
            {
                if (!c.Grants.Has(Duty.DisclosureOffice))
                {
                    return new OfficeDecidesOnOpinion("重新办理");
                }
                if (OpinionText.Refusal(reason, "Text", "理由") is { } wrong)
                {
                    return wrong;
                }
                await c.KeepAsync(OpinionAct.Reopened, reason);
                c.Case.Reopen();
                return Done.It;
            },
            ct
        );

    /// <summary>A unit that can answer: at work, and no leadership.</summary>
    private static Task<Unit?> UnitAsync(DisclosureDb db, int id, CancellationToken ct) =>
        db.Units.AsNoTracking().FirstOrDefaultAsync(u => u.Id == id && u.Active && u.Kind != UnitKind.Leadership, ct);

    private static async Task<Problem?> RefusalAsync(DisclosureDb db, OpinionEntry entry, Grants grants, DateTime now, CancellationToken ct)
    {
        if (!grants.All.Any(g => !g.Duty.IsAdministrator()))
        {
            return new NotFound();
        }
        var units = OpinionRights.RegistersFor(grants);
        return units is [] ? new OfficeDecidesOnOpinion("舆情登记")
            : entry.Refusal(now) is { } wrong ? wrong
            : await UnitAsync(db, entry.SectionId, ct) is null ? new NoAnsweringUnit()
            : units?.Contains(entry.SectionId) == false ? new NotYourUnitsOpinion()
            : null;
    }
}
