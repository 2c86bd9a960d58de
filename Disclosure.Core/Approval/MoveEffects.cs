using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Approval;

/// <summary>
/// What a move that was allowed does to the signatures and marks of an item; knows no database. Files, revisions and numbers are the
/// service's.
/// </summary>
internal static class MoveEffects
{
    /// <summary>Sets aside, carries over, binds; to be called before the item moves.</summary>
    /// <param name="actor">Staff key of whoever makes the move.</param>
    public static void Apply(CaseFile file, Command c, int actor)
    {
        switch (c.Kind)
        {
            case MoveKind.Send:
                SetAsideOtherTexts(file, c);
                SetAsideOwnHands(file, actor);
                RequireDirector(file, c);
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
            case MoveKind.Hold when c.Hold == HoldKind.Redaction && file.Item.Number is not null:
            case MoveKind.Resume when c.Outcome == HoldOutcome.InPart && file.Item.Number is not null:
                // A processed version is another item in all but number: all three reviews begin anew (B5).
                Return(file, c with { ReturnTo = RouteCodes.Editor, FormatOnly = false });
                break;
        }
    }

    /// <summary>
    /// Ends the hold that the move ends and answers the hold it opens, or null; to be called after the revision was frozen and before the
    /// item moves.
    /// </summary>
    /// <param name="over">Digest of the files as they stood before the move.</param>
    /// <param name="due">Last working day of a hold that is opened now, or null.</param>
    public static Hold? Holds(CaseFile file, Command c, Move move, string over, Actor by, string name, DateOnly? due, DateTime now)
    {
        var open = file.OpenHold;
        var opens = c.Kind switch
        {
            MoveKind.Hold => c.Hold,
            MoveKind.Resume => c.Outcome switch
            {
                HoldOutcome.InPart => HoldKind.Redaction,
                HoldOutcome.Referred => HoldKind.Referral,
                _ => null,
            },
            _ => null,
        };
        HoldOutcome? ends = c.Kind switch
        {
            MoveKind.Resume => c.Outcome,
            MoveKind.Send => HoldOutcome.Cleared,
            _ when move.State is ItemState.Withdrawn or ItemState.Declined or ItemState.Stopped => HoldOutcome.Lapsed,
            _ => null,
        };
        if (open is not null && ends is { } outcome)
        {
            open.Close(outcome, c.Text.Trim(), over, name, now);
        }
        if (opens is not { } kind)
        {
            return null;
        }
        var hold = new Hold
        {
            SubmissionId = file.Item.Id,
            Kind = kind,
            Criterion = c.Kind == MoveKind.Hold ? c.HoldCriterion : open?.Criterion ?? "",
            Step = move.To == RouteCodes.Editor ? RouteCodes.Editor : move.From,
            Round = file.Item.Round,
            Reason = c.Text.Trim(),
            OpenedBy = by.StaffId,
            OpenedByName = name,
            OpenedAt = now,
            OpenedOver = over,
        };
        hold.Enter(c.HoldPapers, due);
        return hold;
    }

    /// <summary>The signature of the move.</summary>
    /// <param name="revision">The revision it binds to; the new one when sending.</param>
    public static Signature Sign(CaseFile file, Command c, Move move, Revision? revision, Actor by, Grants grants, DateTime now)
    {
        var reviews = c.Kind is MoveKind.Send or MoveKind.Approve or MoveKind.Stop or MoveKind.Hold ? file.Step.Review : null;
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
            AnswersJson = reviews is null ? "[]" : Answers.ToJson(c.Answers),
            ParticularsJson = Signature.ParticularsOf(
                c,
                file.Step,
                reviews is not null && c.Kind is MoveKind.Send or MoveKind.Approve ? EvidenceWord.Of(file) : null,
                PasswordReset.MarkOf(grants.ResetAt, now)
            ),
            Fingerprint = revision?.Fingerprint ?? "",
            At = now,
            Address = by.Address,
        };
        return c.Kind is MoveKind.Send or MoveKind.Approve or MoveKind.Receive or MoveKind.Publish ? signature.Stand() : signature;
    }

    // A signature counts for the text it was given for. Once anything reviewed differs, all reviews begin anew, and the straight way back
    // is closed.
    private static void SetAsideOtherTexts(CaseFile file, Command c)
    {
        if (file.ReviewFor(0).CarriesOver(c.Answers))
        {
            return;
        }
        foreach (var signature in file.Standing.Where(s => s.CarriedOver).ToList())
        {
            signature.SetAside();
        }
        file.Item.ForgetResume();
    }

    // Whoever signed before and then mended the content has become an author: somebody else signs that step again.
    private static void SetAsideOwnHands(CaseFile file, int sender)
    {
        foreach (var signature in file.Standing.Where(s => s.CarriedOver && file.InOwnHands(s, sender)).ToList())
        {
            signature.SetAside();
        }
    }

    private static void Approve(CaseFile file, Command c)
    {
        if (c.CountyChoice is { } choice && file.Step.AsksCountyChoice)
        {
            file.Item.Bind(choice);
        }
        if (file.Item.ResumeAt == file.Item.Step)
        {
            file.Item.ForgetResume();
        }
        RequireDirector(file, c);
    }

    private static void RequireDirector(CaseFile file, Command c)
    {
        if (Judge.Director(file.ReviewFor(0), c))
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
            if (c.FormatOnly && !step.Drafts && !step.AlwaysSigns)
            {
                signature.CarryOver();
            }
            else
            {
                signature.SetAside();
            }
        }
        if (c.ReturnTo == RouteCodes.Editor)
        {
            file.Item.BeginRound(c.FormatOnly ? file.Item.Step : null, Answers.ToJson(Answers.Reopen(file.EditorAnswers)));
        }
        else
        {
            // A step returned to in full is passed again with all that follow, whatever short way was open before.
            file.Item.ForgetResume();
        }
    }
}
