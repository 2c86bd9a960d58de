using System.Runtime.CompilerServices;
using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.PublicOpinion;

/// <summary>
/// One command on one case: who may, what is kept of it, and that the linked reply carries the limit that now comes next.
/// </summary>
internal sealed record OpinionChange(Operation Operation, OpinionCase Case)
{
    /// <summary>The context.</summary>
    public DisclosureDb Db => Operation.Db;

    /// <summary>What the person may act under.</summary>
    public Grants Grants => Operation.Grants;

    /// <summary>Who.</summary>
    public Actor By => Operation.By;

    /// <summary>UTC.</summary>
    public DateTime Now => Operation.Now;

    /// <summary>Name of the unit that answers.</summary>
    public string Unit { get; private init; } = "";

    public static Task<Outcome<T>> RunAsync<T>(
        Operations operations,
        int id,
        bool open,
        Guid commandId,
        Actor by,
        DateTime now,
        Func<OpinionChange, Task<Outcome<T>>> change,
        CancellationToken ct,
        [CallerMemberName] string member = "",
        [CallerFilePath] string file = ""
    ) =>
        operations.WriteAsync<T>(
            by,
            now,
            async op =>
            {
                var (db, grants) = op;
                if (
                    !grants.All.Any(g => !g.Duty.IsAdministrator())
                    || await db.OpinionCases.Where(OpinionRights.Of(grants)).FirstOrDefaultAsync(c => c.Id == id, ct) is not { } found
                )
                {
                    return new NotFound();
                }
                if (found.ClosedAt is null != open)
                {
                    return open ? new OpinionIsClosed() : new OpinionIsOpen();
                }
                var unit = await db.Units.Where(u => u.Id == found.SectionId).Select(u => u.ShortName).FirstAsync(ct);
                var outcome = await change(new OpinionChange(op, found) { Unit = unit });
                if (outcome.Ok)
                {
                    await db.SaveChangesAsync(ct);
                    await HurryAsync(db, found, ct);
                }
                return outcome;
            },
            commandId,
            ct,
            member,
            file
        );

    /// <summary>Keeps what happened, in the history and in the audit chain.</summary>
    public async Task KeepAsync(OpinionAct act, string text, OpinionClock? clock = null, DateTime? metAt = null, int? item = null)
    {
        Db.OpinionEvents.Add(Event(Case.Id, act, text, By, Grants.Name, Now, clock, metAt, item));
        var under = OpinionRights.Under(Grants, Case.SectionId);
        await AuditTrail.AppendAsync(
            Db,
            new AuditFact(
                By,
                $"opinion.{act.ToString().ToLowerInvariant()}",
                $"{Case.Number}：{act.Name()}{(clock is { } c ? $"（{c.Name()}）" : "")}",
                Now
            )
            {
                Duty = under.Duty.Name(),
                ActingFor = under.ActingForName ?? "",
                SubmissionId = item,
            }
        );
    }

    public static OpinionEvent Event(
        int id,
        OpinionAct act,
        string text,
        Actor by,
        string name,
        DateTime now,
        OpinionClock? clock = null,
        DateTime? metAt = null,
        int? item = null
    ) =>
        new()
        {
            CaseId = id,
            Act = act,
            Text = text.Trim(),
            At = now,
            StaffId = by.StaffId,
            StaffName = name,
            Clock = clock,
            MetAt = metAt,
            SubmissionId = item,
        };

    // Read after the change is saved, so that clock and item can never disagree.
    private static async Task HurryAsync(DisclosureDb db, OpinionCase found, CancellationToken ct)
    {
        var facts = await OpinionReading.OfAsync(db, found, ct);
        foreach (var reply in facts.Replies.Where(r => !r.Ended))
        {
            (await db.Submissions.FirstAsync(s => s.Id == reply.Id, ct)).Hurry(facts.Next?.Limit.Due);
        }
    }
}
