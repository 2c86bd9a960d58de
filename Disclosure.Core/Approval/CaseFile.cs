using Disclosure.Core.Bureau;
using Disclosure.Core.Evidence;
using Disclosure.Core.Review;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Approval;

/// <summary>Everything the judge looks at for one item; nothing else decides.</summary>
public sealed record CaseFile(
    Submission Item,
    Revision? Revision,
    IReadOnlyList<ItemFile> DraftFiles,
    IReadOnlyList<Signature> Signatures,
    IReadOnlyList<Contribution> Contributions,
    IReadOnlyList<Hold> Holds,
    bool UploadUnfinished
)
{
    /// <summary>What was found in its files and what was said about it, while the item waits at a step that reviews.</summary>
    public EvidenceFile Evidence { get; init; } = EvidenceFile.None;

    /// <summary>Contents that nobody may read for this item now.</summary>
    public IReadOnlySet<string> ClosedContents { get; init; } = new HashSet<string>();

    /// <summary>True when the subject of what is being written is no longer in use; nothing is sent under it.</summary>
    public bool SubjectClosed { get; init; }

    /// <summary>
    /// By fingerprint, the texts that signatures carried over were given for, and the one under review; empty where nothing was carried
    /// over.
    /// </summary>
    public IReadOnlyDictionary<string, ReviewedText> Texts { get; init; } = new Dictionary<string, ReviewedText>();

    /// <summary>Open accounts that bear a name typed in the byline.</summary>
    public IReadOnlyList<AuthorAccount> Accounts { get; init; } = [];

    /// <summary>The route it began with.</summary>
    public Route Route => ApprovalRoutes.For(Item.RouteCode);

    /// <summary>The step it waits at.</summary>
    public RouteStep Step => Route.Step(Item.Step);

    /// <summary>What is under review; the draft while it is with the editor.</summary>
    public ItemContent Content => Item.WithEditor || Revision is null ? Item.Draft : Revision.Content;

    /// <summary>The editor's answers so far.</summary>
    public IReadOnlyList<Answer> EditorAnswers => Answers.FromJson(Item.DraftAnswersJson);

    /// <summary>Signatures that count, oldest first.</summary>
    public IEnumerable<Signature> Standing => Signatures.Where(s => s.Standing).OrderBy(s => s.Id);

    /// <summary>The hold that is open, or null; there is never more than one.</summary>
    public Hold? OpenHold => Holds.FirstOrDefault(h => h.Open);

    /// <summary>Digest of the files as they are now.</summary>
    public string FilesDigest => Fingerprint.OfFiles(DraftFiles);

    /// <summary>True when the office has found 不予公开, which the deputy is to confirm.</summary>
    public bool WithholdingProposed => Standing.Any(s => Route.Step(s.Step).AsksFinding && s.Particulars.Finding == OfficeFinding.Withhold);

    /// <summary>
    /// True when a signature was given for what is under review: for this very revision, or for one that is equal in everything reviewed.
    /// </summary>
    public bool StillSays(Signature signature) =>
        Revision is { } present
        && (
            signature.Fingerprint == present.Fingerprint
            || (
                signature.CarriedOver
                && Texts.GetValueOrDefault(signature.Fingerprint) is { } signed
                && Texts.GetValueOrDefault(present.Fingerprint) is { } now
                && Reviewed.Differences(signed, now) is []
            )
        );

    /// <summary>The last thing anybody did, or null.</summary>
    public Signature? Last => Signatures.OrderBy(s => s.Id).LastOrDefault();

    /// <summary>
    /// True when the person put a hand to the content since the last return, or stands in its byline, under an account or by name.
    /// </summary>
    public bool ContributedBy(int staffId) =>
        Contributions.Any(c => c.StaffId == staffId && c.Round == Item.Round)
        || Authorship.AccountsOf(Content, Accounts, Item.UnitId).Contains(staffId);

    /// <summary>
    /// True when whoever signed, or was signed for, put a hand to the content that is being sent or was sent in this round.
    /// </summary>
    /// <param name="sender">Staff key of whoever sends it now; null when nobody does.</param>
    public bool InOwnHands(Signature signature, int? sender) =>
        Hand(signature.StaffId, sender) || (signature.ActingForId is { } principal && Hand(principal, sender));

    /// <summary>True when the person signed a review of this item other than <paramref name="tier"/>, in whatever round.</summary>
    public bool ReviewedElsewhere(int staffId, Tier tier) =>
        Signatures.Any(s =>
            s.Kind is MoveKind.Send or MoveKind.Approve
            && s.Tier is { } t
            && t != tier
            && (s.StaffId == staffId || s.ActingForId == staffId)
        );

    /// <summary>
    /// The first signature at another level that bears one of these hands, signing or signed for, in whatever round; receipt and publishing
    /// are no levels.
    /// </summary>
    public Signature? SignedElsewhere(int staffId, int? principal) =>
        Signatures.FirstOrDefault(s =>
            s.Kind is MoveKind.Send or MoveKind.Approve
            && s.Step != Item.Step
            && (
                s.StaffId == staffId
                || s.ActingForId == staffId
                || (principal is not null && (s.StaffId == principal || s.ActingForId == principal))
            )
        );

    private bool Hand(int staffId, int? sender) => ContributedBy(staffId) || staffId == sender;

    /// <summary>Channels that are left after the county's word (D11) and the disclosure attribute (C3).</summary>
    public IReadOnlyList<Channel> AllowedChannels => ReviewFor(0).AllowedChannels(Item.CountyChoice);

    /// <summary>All that the law of the step looks at, for whoever acts.</summary>
    /// <param name="reader">Staff key of whoever acts or looks; 0 for nobody.</param>
    public ReviewState ReviewFor(int reader) =>
        new()
        {
            Route = Route,
            Step = Step,
            UnitId = Item.UnitId,
            SubjectId = Item.SubjectId,
            SubjectClosed = SubjectClosed,
            Content = Content,
            Files = ReviewedText.FilesOf(DraftFiles),
            FilesDigest = FilesDigest,
            UploadUnfinished = UploadUnfinished,
            Accounts = Accounts,
            ClosedContents = ClosedContents,
            Holds = [.. Holds.Select(h => new HoldFacts(h.Kind, h.Criterion, h.Outcome, h.Papers, h.OpenedOver, h.Covers))],
            WithholdingProposed = WithholdingProposed,
            EarlierAnswers = [.. Standing.Where(s => s.Tier is not null && s.Step != Item.Step).SelectMany(s => s.Answers)],
            StandingReviews = [.. Standing.Where(s => s.Tier is not null).Select(s => s.Answers)],
            Evidence = new(
                Evidence.IsReady,
                [.. Evidence.Facts.Select(f => (f.Finding.Severity, f.Beside, Evidence.WordOf(f.Key, Item.Step, Item.Round)?.Holds))]
            ),
            CountyChoice = Item.CountyChoice,
            DirectorRequired = Item.DirectorRequired,
            ResumeAt = Item.ResumeAt,
            CarriedTexts = [.. Standing.Where(s => s.CarriedOver).Select(s => s.Fingerprint).Distinct().Select(Texts.GetValueOrDefault)],
            CountingSteps = Standing.Where(g => !InOwnHands(g, reader)).Select(g => g.Step).ToHashSet(),
            // The last review signs the very revision; the others may have signed one that is equal in everything reviewed.
            SignedSteps = Standing
                .Where(g => Route.Step(g.Step).Review == Tier.Final ? g.Fingerprint == Revision?.Fingerprint : StillSays(g))
                .Select(g => g.Step)
                .ToHashSet(),
        };

    /// <summary>Loads one item with everything the judge needs, tracked; null when there is none.</summary>
    public static async Task<CaseFile?> LoadAsync(DisclosureDb db, int id, CancellationToken ct = default)
    {
        var item = await db.Submissions.FirstOrDefaultAsync(s => s.Id == id, ct);
        if (item is null)
        {
            return null;
        }
        var unfinished = DraftService.UploadPurpose(id);
        var draftFiles = await db
            .ItemFiles.Where(f =>
                f.SubmissionId == id && f.RevisionId == null && (f.Role == FileRole.Body || f.Role == FileRole.Attachment)
            )
            .OrderBy(f => f.Order)
            .ToListAsync(ct);
        var closed = await ContentAccess.ClosedAsync(db, [.. draftFiles.Select(f => f.Sha256)], Holder.Item(id), ct);
        var signatures = await db.Signatures.Where(s => s.SubmissionId == id).OrderBy(s => s.Id).ToListAsync(ct);
        var file = new CaseFile(
            item,
            item.RevisionId is { } revision ? await db.Revisions.FirstAsync(r => r.Id == revision, ct) : null,
            draftFiles,
            signatures,
            await db.Contributions.AsNoTracking().Where(c => c.SubmissionId == id).ToListAsync(ct),
            await db.Holds.Where(h => h.SubmissionId == id).OrderBy(h => h.Id).ToListAsync(ct),
            await db.Uploads.AnyAsync(u => u.Purpose == unfinished && u.Sha256 == null, ct)
        )
        {
            // Only whoever sends the item chooses it.
            SubjectClosed =
                item is { Editable: true, SubjectId: { } subject } && !await db.Subjects.AnyAsync(s => s.Id == subject && s.Active, ct),
            ClosedContents = closed.Keys.ToHashSet(),
            Texts = signatures.Exists(s => s.Standing && s.CarriedOver)
                ? await TextsAsync(db, item, signatures, ct)
                : new Dictionary<string, ReviewedText>(),
            // Only a step that reviews owes a word on it.
            Evidence =
                item.Ended || ApprovalRoutes.StepOf(item).Review is null
                    ? EvidenceFile.None
                    : await EvidenceFile.LoadAsync(db, id, draftFiles, ct),
        };
        return file with { Accounts = await Authors.NamesakesAsync(db, file.Content, ct) };
    }

    // Only the versions that are held against each other are read: those that a signature carried over was given for, and the present one.
    private static async Task<Dictionary<string, ReviewedText>> TextsAsync(
        DisclosureDb db,
        Submission item,
        List<Signature> signatures,
        CancellationToken ct
    )
    {
        var signed = signatures.Where(s => s.Standing && s.CarriedOver).Select(s => s.Fingerprint).Distinct().ToList();
        var revisions = await db
            .Revisions.AsNoTracking()
            .Where(r => r.SubmissionId == item.Id && (r.Id == item.RevisionId || signed.Contains(r.Fingerprint)))
            .OrderBy(r => r.Number)
            .ToListAsync(ct);
        var ids = revisions.Select(r => (int?)r.Id).ToList();
        var files = (
            await db.ItemFiles.AsNoTracking().Where(f => f.SubmissionId == item.Id && ids.Contains(f.RevisionId)).ToListAsync(ct)
        ).ToLookup(f => f.RevisionId);
        return revisions.DistinctBy(r => r.Fingerprint).ToDictionary(r => r.Fingerprint, r => ReviewedText.Of(r, files[r.Id]));
    }
}
