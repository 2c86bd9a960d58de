using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Deadlines;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Approval;

/// <summary>Carries out what the judge allows: state, signature, number and audit entry in one transaction.</summary>
public sealed class ApprovalService(WriteGate store, BlobStore blobs, Passwords passwords, WorkCalendar calendar, ItemNews news)
{
    /// <summary>Decides about an item. Refusals change nothing; a command seen before answers as it did the first time.</summary>
    /// <param name="id">The item.</param>
    /// <param name="command">The decision as typed.</param>
    /// <param name="password">The password given again where the step asks for it; otherwise null.</param>
    public async Task<Outcome<Move>> DecideAsync(int id, Command command, string? password, Actor by, DateTime now, CancellationToken ct = default)
    {
        var c = command with { PasswordConfirmed = false, DeskComplete = false, FingerprintHolds = false };
        if (c.Kind == MoveKind.Publish)
        {
            return new NotAtThisStep(c.Kind.Name(), "审签");
        }
        if (!string.IsNullOrEmpty(password))
        {
            // Hashing takes a tenth of a second; inside the gate it would hold up every other writer.
            if (!await passwords.ConfirmAsync(by.StaffId, password, now, ct))
            {
                return new PasswordWrong();
            }
            c = c with { PasswordConfirmed = true };
        }
        var outcome = await store.WriteAsync(db => CarryOutAsync(db, id, c, by, now, ct), c.Id, ct);
        if (outcome.Ok)
        {
            await AfterwardsAsync(id, c.Kind, ct);
        }
        return outcome;
    }

    /// <summary>Notes that a holder of the step has opened the item, which ends the sender's right to retract. Reading by others changes nothing.</summary>
    public async Task<Outcome<Done>> OpenAsync(int id, Actor by, DateTime now, CancellationToken ct = default) =>
        await store.WriteAsync<Done>(async db =>
        {
            var grants = await DutyBook.ReadAsync(db, by.StaffId, BureauTime.Day(now), ct);
            var waiting = await db.Submissions.Where(ReadingRights.WaitingFor(grants)).FirstOrDefaultAsync(s => s.Id == id, ct);
            if (waiting is { OpenedAt: null })
            {
                waiting.Open(now);
                await AuditTrail.AppendAsync(db, new AuditFact(by, "item.open", "打开待办稿件", now) { SubmissionId = id });
            }
            return Done.It;
        }, null, ct);

    /// <summary>Judges and carries out inside the caller's transaction; the platform's desk uses it too.</summary>
    internal async Task<Outcome<Move>> CarryOutAsync(DisclosureDb db, int id, Command c, Actor by, DateTime now, CancellationToken ct)
    {
        var today = BureauTime.Day(now);
        var grants = await DutyBook.ReadAsync(db, by.StaffId, today, ct);
        if (!await db.Submissions.Where(ReadingRights.Of(db, grants)).AnyAsync(s => s.Id == id, ct)
            || await CaseFile.LoadAsync(db, id, ct) is not { } file)
        {
            return new NotFound();
        }
        var outcome = Judge.Decide(file, c, grants, today);
        if (!outcome.Ok)
        {
            return outcome;
        }
        var move = outcome.Value;
        if (c.Delivery is { ScanSha256: { } scan } && !await db.ItemFiles.AnyAsync(f => f.SubmissionId == id && f.Sha256 == scan && f.Role == FileRole.SignedPageScan, ct))
        {
            return new DeliveryIncomplete("签字页扫描件没有传到本稿件，请重新上传。");
        }
        await EffectsAsync(db, file, c, move, by, now, ct);
        Sign(db, file, c, move, by, grants, now);
        file.Item.MoveTo(move.State, move.To, file.Route.PlaceOf(move.To), DueAt(file.Route.Step(move.To), move.State, today), now);
        await AuditTrail.AppendAsync(db, FactOf(file, c, move, by, now));
        return move;
    }

    /// <summary>What must happen after the commit.</summary>
    internal async Task AfterwardsAsync(int id, MoveKind kind, CancellationToken ct)
    {
        if (kind == MoveKind.Stop)
        {
            // Erased pages may still stand in the write-ahead log until it is folded back.
            await blobs.CheckpointAsync(ct);
        }
        news.Tell(id);
    }

    private static async Task EffectsAsync(DisclosureDb db, CaseFile file, Command c, Move move, Actor by, DateTime now, CancellationToken ct)
    {
        var item = file.Item;
        switch (c.Kind)
        {
            case MoveKind.Send:
                await Sending.FreezeAsync(db, file, c, by, now, ct);
                break;
            case MoveKind.Approve:
                Approve(file, c);
                break;
            case MoveKind.Return:
                Return(file, c);
                break;
            case MoveKind.Retract:
                file.Last!.SetAside();
                break;
            case MoveKind.Stop:
                await Erasure.EraseAsync(db, item, now, ct);
                break;
        }
        // What was typed at the step served its purpose; kept until then so that a refusal loses nothing.
        db.RemoveRange(db.DecisionDrafts.Where(d => d.SubmissionId == item.Id && d.Step == move.From && (c.Kind == MoveKind.Stop || d.StaffId == by.StaffId)));
    }

    private static void Approve(CaseFile file, Command c)
    {
        if (c.CountyChoice is { } choice && file.Item.Step == "county-chief")
        {
            file.Item.Bind(choice);
        }
        if (file.Item.ResumeAt == file.Item.Step)
        {
            file.Item.ForgetResume();
        }
        if (c.Major || file.DirectorNeeded)
        {
            file.Item.RequireDirector();
        }
    }

    private static void Return(CaseFile file, Command c)
    {
        var target = file.Route.PlaceOf(c.ReturnTo);
        foreach (var signature in file.Standing.Where(s => file.Route.PlaceOf(s.Step) >= target).ToList())
        {
            var step = file.Route.Step(signature.Step);
            if (c.FormatOnly && step.Code != "edit" && !step.AlwaysSigns)
            {
                signature.CarryOver();
            }
            else
            {
                signature.SetAside();
            }
        }
        if (c.ReturnTo == "edit")
        {
            file.Item.BeginRound(c.FormatOnly ? file.Item.Step : null, Review.Answers.ToJson(Review.Answers.Reopen(file.EditorAnswers)));
        }
    }

    private static void Sign(DisclosureDb db, CaseFile file, Command c, Move move, Actor by, Grants grants, DateTime now)
    {
        var reviews = c.Kind is MoveKind.Send or MoveKind.Approve or MoveKind.Stop ? file.Step.Review : null;
        var revision = c.Kind == MoveKind.Send ? db.Revisions.Local.OrderBy(r => r.Number).Last() : file.Revision;
        var signature = new Signature
        {
            SubmissionId = file.Item.Id,
            RevisionId = revision?.Id,
            Round = file.Item.Round,
            Step = move.From,
            ToStep = move.To,
            Kind = c.Kind,
            Duty = move.Under.Duty,
            StaffId = by.StaffId,
            StaffName = grants.Name,
            ActingForId = move.Under.ActingForId,
            ActingForName = move.Under.ActingForName ?? "",
            Text = c.Text.Trim(),
            Tier = reviews,
            AnswersJson = reviews is null ? "[]" : Review.Answers.ToJson(c.Answers),
            ParticularsJson = Signature.ParticularsOf(c),
            Fingerprint = revision?.Fingerprint ?? "",
            At = now,
            Address = by.Address,
        };
        db.Signatures.Add(c.Kind is MoveKind.Send or MoveKind.Approve or MoveKind.Receive or MoveKind.Publish ? signature.Stand() : signature);
    }

    private DateOnly? DueAt(RouteStep step, ItemState state, DateOnly today) =>
        state == ItemState.UnderWay && step.WorkDays > 0 && calendar.After(today, step.WorkDays) is { Ok: true, Value: var due } ? due : null;

    private static AuditFact FactOf(CaseFile file, Command c, Move move, Actor by, DateTime now)
    {
        var number = file.Item.Number is { } n ? $"{n}：" : "";
        var detail = move.To == move.From ? $"{number}{c.Kind.Name()}" : $"{number}{c.Kind.Name()}，{file.Route.Step(move.From).Name} → {file.Route.Step(move.To).Name}";
        return new AuditFact(by, $"item.{c.Kind.ToString().ToLowerInvariant()}", detail, now)
        {
            Duty = move.Under.Duty.Name(),
            ActingFor = move.Under.ActingForName ?? "",
            SubmissionId = file.Item.Id,
            Fingerprint = file.Revision?.Fingerprint ?? "",
        };
    }
}
