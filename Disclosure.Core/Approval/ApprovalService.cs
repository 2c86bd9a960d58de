using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Evidence;
using Disclosure.Core.Review;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Approval;

/// <summary>Carries out what the judge allows: state, signature, number and audit entry in one transaction.</summary>
public sealed class ApprovalService(
    Operations operations,
    BlobStore blobs,
    Passwords passwords,
    ItemNews news,
    EvidenceService evidence,
    Leftovers leftovers,
    IDbContextFactory<DisclosureDb> contexts
)
{
    /// <summary>Decides about an item. Refusals change nothing; a command seen before answers as it did the first time.</summary>
    /// <param name="id">The item.</param>
    /// <param name="command">The decision as typed.</param>
    /// <param name="password">The password given again where the step asks for it; otherwise null.</param>
    public async Task<Outcome<Move>> DecideAsync(
        int id,
        Command command,
        string? password,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        var c = command with { PasswordConfirmed = false, ReceiptsComplete = false, FingerprintHolds = false };
        if (c.Kind == MoveKind.Publish)
        {
            return new NotAtThisStep(c.Kind.Name(), "审签");
        }
        if (!string.IsNullOrEmpty(password))
        {
            // Hashing takes a tenth of a second; inside the gate it would hold up every other writer.
            if (await passwords.ConfirmAsync(by.StaffId, password, "没有签署", now, ct) is { } wrong)
            {
                return wrong;
            }
            c = c with { PasswordConfirmed = true };
        }
        if (
            c.Kind is MoveKind.Send or MoveKind.Approve
            && ApprovalRoutes.All.Any(r => r.Steps.Any(s => s.Code == c.Step && s.Review is not null))
        )
        {
            // Usually done long ago in the background; whoever is quicker waits here, and no other writer with them.
            await evidence.EnsureAsync(id, by, now, ct);
        }
        var outcome = await operations.WriteAsync(by, now, op => CarryOutAsync(op, id, c, ct), c.Id, ct);
        if (outcome.Ok)
        {
            await AfterwardsAsync(id, Erases(c, outcome.Value), ct);
        }
        return outcome;
    }

    /// <summary>
    /// Notes that a holder of the step has opened the item, which ends the sender's right to retract. Reading by others changes nothing.
    /// </summary>
    public async Task<Outcome<Done>> OpenAsync(int id, Actor by, DateTime now, CancellationToken ct = default) =>
        await operations.WriteAsync<Done>(
            by,
            now,
            async op =>
            {
                var (db, grants) = op;
                var waiting = await db.Submissions.Where(ReadingRights.WaitingFor(grants)).FirstOrDefaultAsync(s => s.Id == id, ct);
                if (waiting is { OpenedAt: null })
                {
                    waiting.Open(now);
                    await AuditTrail.AppendAsync(db, new AuditFact(by, "item.open", "打开待办稿件", now) { SubmissionId = id });
                }
                return Done.It;
            },
            null,
            ct
        );

    /// <summary>Judges and carries out inside the caller's transaction; publishing uses it too.</summary>
    internal static async Task<Outcome<Move>> CarryOutAsync(Operation op, int id, Command c, CancellationToken ct)
    {
        var (db, grants) = op;
        var (by, now) = (op.By, op.Now);
        var today = BureauTime.Day(now);
        if (await op.CaseAsync(id, ct) is not { } file)
        {
            return new NotFound();
        }
        var outcome = Judge.Decide(file, c, grants, today);
        if (!outcome.Ok)
        {
            return outcome;
        }
        var move = outcome.Value;
        if (
            c.Delivery is { ScanSha256: { } scan }
            && !await db.ItemFiles.AnyAsync(f => f.SubmissionId == id && f.Sha256 == scan && f.Role == FileRole.SignedPageScan, ct)
        )
        {
            return new DeliveryIncomplete("签字页扫描件没有传到本稿件，请重新上传。");
        }
        if (await PaperMissingAsync(db, id, c.Answers.SelectMany(a => a.Scans).Concat(c.HoldPapers.Scans), ct))
        {
            return new PaperMissing();
        }
        var (here, over) = (file.Item.Step, file.FilesDigest);
        MoveEffects.Apply(file, c, by.StaffId);
        if (MoveEffects.Holds(file, c, move, over, by, grants.Name, await StepDues.HoldAsync(db, c, today, ct), now) is { } hold)
        {
            db.Holds.Add(hold);
        }
        await EffectsAsync(db, file, c, move, by, now, ct);
        var revision = c.Kind == MoveKind.Send ? db.Revisions.Local.OrderBy(r => r.Number).Last() : file.Revision;
        db.Signatures.Add(MoveEffects.Sign(file, c, move, revision, by, grants, now));
        // The office reads what is held at the steps before it, for referrals go out from there.
        var reached = file.Route.PlaceOf(
            move.State == ItemState.Held && here != RouteCodes.Editor ? file.Route.Later(here, file.Route.Finding.Code) : move.To
        );
        file.Item.MoveTo(move.State, move.To, reached, await StepDues.AtAsync(db, file.Route, move, today, ct), now);
        // Under the name that the signature bears, which may have changed since the person signed in.
        await AuditTrail.AppendAsync(db, FactOf(file, c, move, revision, by with { Name = grants.Name }, grants, now));
        return move;
    }

    /// <summary>What must happen after the commit.</summary>
    internal async Task AfterwardsAsync(int id, bool erased, CancellationToken ct)
    {
        if (erased)
        {
            // Erased pages may still stand in the write-ahead log until it is folded back.
            await blobs.CheckpointAsync(ct);
            await leftovers.ClearAsync(ct);
            await using var db = await contexts.CreateDbContextAsync(ct);
            foreach (
                var other in await db
                    .Withdrawals.Where(w => w.SourceItemId == id && w.Holder == HolderKind.Item && w.HolderKey != id)
                    .Select(w => w.HolderKey)
                    .Distinct()
                    .ToListAsync(ct)
            )
            {
                news.Tell(other);
            }
        }
        news.Tell(id);
    }

    /// <summary>
    /// True when the move takes content out of the store: a marking that still holds, a reply that it is a secret, or a secret part.
    /// </summary>
    private static bool Erases(Command c, Move move) => move.State == ItemState.Stopped || TakesOriginals(c);

    private static bool TakesOriginals(Command c) =>
        c.HoldPapers.Matters.Contains(RedactedMatter.StateSecret) && (c.Hold == HoldKind.Redaction || c.Outcome == HoldOutcome.InPart);

    private static async Task<bool> PaperMissingAsync(DisclosureDb db, int id, IEnumerable<string> scans, CancellationToken ct)
    {
        var named = scans.Distinct().ToList();
        return named.Count > 0
            && await db
                .ItemFiles.Where(f => f.SubmissionId == id && f.Role == FileRole.ReviewPaper && named.Contains(f.Sha256))
                .Select(f => f.Sha256)
                .Distinct()
                .CountAsync(ct) < named.Count;
    }

    private static async Task EffectsAsync(
        DisclosureDb db,
        CaseFile file,
        Command c,
        Move move,
        Actor by,
        DateTime now,
        CancellationToken ct
    )
    {
        var item = file.Item;
        switch (c.Kind)
        {
            case MoveKind.Send:
                await Sending.FreezeAsync(db, file, c, by, now, ct);
                break;
            case MoveKind.Stop:
            case MoveKind.Resume when move.State == ItemState.Stopped:
                await Erasure.EraseAsync(db, file, by, now, ct);
                break;
            case MoveKind.Hold or MoveKind.Resume when TakesOriginals(c):
                await Erasure.EraseOriginalsAsync(db, file, by, now, ct);
                break;
        }
        // What was typed at the step served its purpose; kept until then so that a refusal loses nothing.
        // A hold interrupts a review and does not end it.
        var (stopped, interrupted) = (move.State == ItemState.Stopped, c.Kind is MoveKind.Hold or MoveKind.Resume);
        db.RemoveRange(
            db.DecisionDrafts.Where(d =>
                d.SubmissionId == item.Id && d.Step == move.From && (stopped || (!interrupted && d.StaffId == by.StaffId))
            )
        );
    }

    private static AuditFact FactOf(CaseFile file, Command c, Move move, Revision? revision, Actor by, Grants grants, DateTime now)
    {
        var number = file.Item.Number is { } n ? $"{n}：" : "";
        var did = c.Kind switch
        {
            MoveKind.Hold => c.Kind.Name() + ErasingMoves.Mark(c.Hold!.Value.Name()),
            MoveKind.Resume => "办结暂停事由" + ErasingMoves.Mark(c.Outcome!.Value.Name()),
            _ => c.Kind.Name(),
        };
        var detail =
            move.To == move.From ? $"{number}{did}" : $"{number}{did}，{file.Route.Step(move.From).Name} → {file.Route.Step(move.To).Name}";
        detail += PasswordReset.Suffix(PasswordReset.MarkOf(grants.ResetAt, now));
        return new AuditFact(by, SignedFacts.Action(c.Kind), detail, now)
        {
            Duty = move.Under.Duty.Name(),
            ActingFor = move.Under.ActingForName ?? "",
            SubmissionId = file.Item.Id,
            Fingerprint = revision?.Fingerprint ?? "",
        };
    }
}
