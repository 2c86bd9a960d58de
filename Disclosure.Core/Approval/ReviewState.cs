using Disclosure.Core.Evidence;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Approval;

/// <summary>A hold as the rules look at it.</summary>
/// <param name="Criterion">Criterion it answers to; empty when it came from the office's finding.</param>
/// <param name="Outcome">How it ended; null while it is open.</param>
/// <param name="OpenedOver">Digest of the files that were here when it opened.</param>
/// <param name="Covers">Digest of the files it was ended for; empty while it is open.</param>
public sealed record HoldFacts(HoldKind Kind, string Criterion, HoldOutcome? Outcome, HoldPapers Papers, string OpenedOver, string Covers)
{
    /// <summary>True until it ends.</summary>
    public bool Open => Outcome is null;
}

/// <summary>
/// The state of an item's review at the step where it waits: all that the law of a step looks at, whoever acts. The service decides over
/// the one made from the store; a page foretells over the same one, with what stands on the page in place of what it replaces.
/// </summary>
public sealed record ReviewState
{
    /// <summary>The route.</summary>
    public required Route Route { get; init; }

    /// <summary>The step at which the item waits.</summary>
    public required RouteStep Step { get; init; }

    /// <summary>The submitting unit.</summary>
    public required int UnitId { get; init; }

    /// <summary>Subject of a county's item.</summary>
    public required int? SubjectId { get; init; }

    /// <summary>True when that subject is no longer in use.</summary>
    public required bool SubjectClosed { get; init; }

    /// <summary>What is under review; the draft while it is with the editor.</summary>
    public required ItemContent Content { get; init; }

    /// <summary>Files of the draft, in order.</summary>
    public required IReadOnlyList<ReviewedFile> Files { get; init; }

    /// <summary>Digest of those files; clearances and replies count for these and no others.</summary>
    public required string FilesDigest { get; init; }

    /// <summary>True while an upload into the draft runs.</summary>
    public required bool UploadUnfinished { get; init; }

    /// <summary>Open accounts that bear a name typed in the byline.</summary>
    public required IReadOnlyList<AuthorAccount> Accounts { get; init; }

    /// <summary>Contents that nobody may read for this item now.</summary>
    public required IReadOnlySet<string> ClosedContents { get; init; }

    /// <summary>Holds, oldest first; never more than one is open.</summary>
    public required IReadOnlyList<HoldFacts> Holds { get; init; }

    /// <summary>True when the office has found 不予公开, which a leader is to confirm.</summary>
    public required bool WithholdingProposed { get; init; }

    /// <summary>Answers given at other steps that still count, oldest first.</summary>
    public required IReadOnlyList<Answer> EarlierAnswers { get; init; }

    /// <summary>Answers of every review that counts, oldest first.</summary>
    public required IReadOnlyList<IReadOnlyList<Answer>> StandingReviews { get; init; }

    /// <summary>What was found in the files and said about it; null where nobody is asked.</summary>
    public EvidenceState? Evidence { get; init; }

    /// <summary>The county's word as it is bound (D11), or null.</summary>
    public required CountyChoice? CountyChoice { get; init; }

    /// <summary>True once the item was marked as major.</summary>
    public required bool DirectorRequired { get; init; }

    /// <summary>Step a format-only return comes straight back to, or null.</summary>
    public required string? ResumeAt { get; init; }

    /// <summary>
    /// The texts that signatures carried over were given for; null stands for one that is no longer there to compare with.
    /// </summary>
    public required IReadOnlyList<ReviewedText?> CarriedTexts { get; init; }

    /// <summary>Steps whose signature goes on counting when this reader sends the item with nothing changed that is reviewed.</summary>
    public required IReadOnlySet<string> CountingSteps { get; init; }

    /// <summary>Steps whose signature counts for what is under review.</summary>
    public required IReadOnlySet<string> SignedSteps { get; init; }

    /// <summary>The first step before the platform whose signature is missing; null when all have signed.</summary>
    public RouteStep? MissingSignature =>
        Route.Steps.TakeWhile(s => !s.Publishes).FirstOrDefault(s => (!s.MajorOnly || DirectorNeeded) && !SignedSteps.Contains(s.Code));

    /// <summary>The hold that is open, or null.</summary>
    public HoldFacts? OpenHold => Holds.FirstOrDefault(h => h.Open);

    /// <summary>Holds that have ended well for the very files that are here.</summary>
    public IReadOnlySet<(HoldKind Kind, string Criterion)> Cleared =>
        Holds.Where(h => h.Outcome == HoldOutcome.Cleared && h.Covers == FilesDigest).Select(h => (h.Kind, h.Criterion)).ToHashSet();

    /// <summary>True when a hold has ended with 不得公开 for the files that are here.</summary>
    public bool WithheldByReply => Holds.Any(h => h.Outcome == HoldOutcome.Withheld && h.Covers == FilesDigest);

    /// <summary>True when the files that are here are a processed version (B5).</summary>
    public bool Processed => Holds.Any(h => h.Kind == HoldKind.Redaction && h.Covers == FilesDigest);

    /// <summary>Name of a file that nobody may read now, or null; what cannot be read goes no step further.</summary>
    public string? ClosedFile => Files.FirstOrDefault(f => ClosedContents.Contains(f.Sha256))?.Name;

    /// <summary>
    /// True when the director must sign: marked major by the editor or anyone since, a press release, or an exception of B7 (procedure §2).
    /// </summary>
    public bool DirectorNeeded =>
        DirectorRequired
        || Content.Major
        || Content.Channels.Contains(Channel.PressConference)
        || StandingReviews.Any(r => r.Any(a => a.RestsOnException));

    /// <summary>True while the step lies before the office's finding.</summary>
    public bool BeforeFinding => Route.PlaceOf(Step.Code) < Route.PlaceOf(Route.Finding.Code);

    /// <summary>Channels that are left after a county's word (D11) and the disclosure attribute (C3).</summary>
    public IReadOnlyList<Channel> AllowedChannels(CountyChoice? choice) =>
        Content.Attribute switch
        {
            DisclosureAttribute.Withheld => [],
            DisclosureAttribute.OnRequest => [.. Content.Channels.Where(c => c == Channel.Intranet)],
            _ => [.. Content.Channels.Where(c => choice != Submissions.CountyChoice.IntranetOnly || c == Channel.Intranet)],
        };

    /// <summary>
    /// What makes all reviews begin anew when the item is sent with these answers after a return for format; empty where it goes straight
    /// back, or begins anew in any case.
    /// </summary>
    public IReadOnlyList<ReviewedDifference> Anew(IReadOnlyList<Answer> answers)
    {
        if (ResumeAt is null)
        {
            return [];
        }
        var content = Content.Copy();
        content.SubjectId = Route.IsCounty ? SubjectId : null;
        var now = new ReviewedText(content, Files, answers);
        return
        [
            .. CarriedTexts
                .SelectMany(t => t is null ? [new ReviewedDifference("", "原签署的版本已不在，不能比对")] : Reviewed.Differences(t, now))
                .Distinct(),
        ];
    }

    /// <summary>
    /// True when sending leads straight back to whoever asked for the format: everything reviewed is equal to what was signed.
    /// </summary>
    /// <param name="answers">The editor's answers as they are sent.</param>
    public bool CarriesOver(IReadOnlyList<Answer> answers) => ResumeAt is not null && Anew(answers) is [];
}
