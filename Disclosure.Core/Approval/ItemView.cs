using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Review;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Approval;

/// <summary>How far a step of the line has come.</summary>
public enum StepProgress
{
    /// <summary>Signed.</summary>
    Signed,

    /// <summary>The item waits here.</summary>
    Current,

    /// <summary>Still to come.</summary>
    Ahead,

    /// <summary>Only major items pass here, and this is none.</summary>
    NotNeeded,
}

/// <summary>One step of the line on the item's page.</summary>
/// <param name="Carried">「沿用第1轮」 where the signature was given in an earlier round; otherwise empty.</param>
public sealed record StepView(string Code, string Name, string Short, StepProgress Progress, string SignedBy, string Carried = "");

/// <summary>One signature as shown in the timeline.</summary>
public sealed record SignatureView(
    int Id,
    MoveKind Kind,
    string Step,
    string StepName,
    string ToStepName,
    Duty Duty,
    string Name,
    string ActingFor,
    string Text,
    Tier? Tier,
    IReadOnlyList<Answer> Answers,
    Particulars Particulars,
    DateTime At,
    int Round,
    bool Standing,
    string Fingerprint
)
{
    /// <summary>Who signed.</summary>
    public int StaffId { get; init; }

    /// <summary>
    /// 「沿用第1轮」 where it was given in an earlier round and still counts, or that the text has changed since; otherwise empty.
    /// </summary>
    public string Carried { get; init; } = "";

    internal static SignatureView Of(CaseFile file, Signature s) =>
        new(
            s.Id,
            s.Kind,
            s.Step,
            file.Route.Step(s.Step).Name,
            file.Route.Step(s.ToStep).Name,
            s.Duty,
            s.StaffName,
            s.ActingForName,
            s.Text,
            s.Tier,
            s.Tier is null ? [] : s.Answers,
            s.Particulars,
            s.At,
            s.Round,
            s.Standing,
            s.Fingerprint
        )
        {
            StaffId = s.StaffId,
            Carried = Returns.Carried(s, file),
        };
}

/// <summary>A move and, where it is not possible now, the sentence that says why.</summary>
public sealed record MoveView(MoveKind Kind, Problem? Why);

/// <summary>A file of the item that was taken out of reading.</summary>
/// <param name="Sha256">The content.</param>
/// <param name="FileName">Its name here; "已移除的文件" when the item does not have it any more.</param>
/// <param name="At">UTC.</param>
/// <param name="Decision">What the office decided, or null.</param>
/// <param name="DecidedBy">Who decided.</param>
/// <param name="Words">What was said with it.</param>
/// <param name="Current">True when it is one of the files under review or in the draft and nobody may read it.</param>
public sealed record WithdrawnFile(
    string Sha256,
    string FileName,
    DateTime At,
    WithdrawalDecision? Decision,
    string DecidedBy,
    string Words,
    bool Current
)
{
    /// <summary>True while nobody may read it.</summary>
    public bool Closed => Decision != WithdrawalDecision.Released;
}

/// <summary>A revision in the list of versions.</summary>
public sealed record RevisionRow(int Id, int Number, string SentBy, DateTime SentAt, string Fingerprint)
{
    /// <summary>The versions of an item, newest first; their content is not read.</summary>
    internal static async Task<List<RevisionRow>> OfItemAsync(DisclosureDb db, int id, CancellationToken ct)
    {
        var staff = db.Staff;
        return await db
            .Revisions.Where(r => r.SubmissionId == id)
            .OrderByDescending(r => r.Number)
            .Select(r => new RevisionRow(r.Id, r.Number, staff.First(s => s.Id == r.SentBy).Name, r.SentAt, r.Fingerprint))
            .ToListAsync(ct);
    }
}

/// <summary>Everything the item's page shows to one reader at one moment; components of the Web take it and nobody else.</summary>
public sealed record ItemView
{
    /// <summary>The item as papers take it; what they say and what the page says is one and the same.</summary>
    public required CaseRecord Record { get; init; }

    /// <summary>Key.</summary>
    public int Id => Record.Id;

    /// <summary>Version seen; goes back with every decision.</summary>
    public int Version => Record.Version;

    /// <summary>Number, or null before the first sending.</summary>
    public string? Number => Record.Number;

    /// <summary>State.</summary>
    public ItemState State => Record.State;

    /// <summary>The route.</summary>
    public Route Route => Record.Route;

    /// <summary>The step it waits at.</summary>
    public RouteStep Step => Record.Step;

    /// <summary>Submitting unit.</summary>
    public Unit Unit => Record.Unit;

    /// <summary>Reviewing section.</summary>
    public Unit Section => Record.Section;

    /// <summary>Subject of a county item.</summary>
    public required int? SubjectId { get; init; }

    /// <summary>Who it waits for, in words; empty once it has ended.</summary>
    public required string WaitsFor { get; init; }

    /// <summary>Who may act at the step it waits at, with section and telephone; none once it has ended or while it is held.</summary>
    public IReadOnlyList<StepHolder> Holders { get; init; } = [];

    /// <summary>Who has opened the text that is under review, with the latest time, newest first.</summary>
    public IReadOnlyList<TextReading> ReadBy { get; init; } = [];

    /// <summary>Beside each signature whether its signer had opened the text, by the key of the signature.</summary>
    public IReadOnlyDictionary<int, string> Readings { get; init; } = new Dictionary<int, string>();

    /// <summary>Last working day of the step.</summary>
    public required DateOnly? Due { get; init; }

    /// <summary>Working days left, negative when overdue; null when unknown.</summary>
    public required int? DaysLeft { get; init; }

    /// <summary>The limits that run on it, or why they could not be computed.</summary>
    public ItemClocks Clocks { get; init; } = ItemClocks.None;

    /// <summary>
    /// UTC moment by which it must be public, for a reply to public opinion that is still on its way (C2); null for every other.
    /// </summary>
    public DateTime? UrgentUntil { get; init; }

    /// <summary>The line of steps.</summary>
    public required IReadOnlyList<StepView> Line { get; init; }

    /// <summary>What is under review, or the draft while with the editor.</summary>
    public ItemContent Content => Record.Content;

    /// <summary>Files of what is shown.</summary>
    public IReadOnlyList<ItemFileRow> Files => Record.Files;

    /// <summary>Files taken out of reading because an item with the same bytes was stopped, newest first.</summary>
    public IReadOnlyList<WithdrawnFile> Withdrawn { get; init; } = [];

    /// <summary>True when nobody may read this content for the item now.</summary>
    public bool IsClosed(string sha256) => Withdrawn.Any(w => w.Sha256 == sha256 && w.Closed);

    /// <summary>Papers the secrecy review rests on.</summary>
    public required IReadOnlyList<ItemFileRow> Papers { get; init; }

    /// <summary>Holds, oldest first.</summary>
    public required IReadOnlyList<HoldView> Holds { get; init; }

    /// <summary>Scans of signed pages taken in at receipt.</summary>
    public required IReadOnlyList<ItemFileRow> Scans { get; init; }

    /// <summary>Digest of what an author of the draft confirms now.</summary>
    public string AuthorshipOver { get; init; } = "";

    /// <summary>True when the reader stands in the byline and has not confirmed the text as it is.</summary>
    public bool MayConfirm { get; init; }

    /// <summary>Versions, newest first.</summary>
    public required IReadOnlyList<RevisionRow> Revisions { get; init; }

    /// <summary>The timeline, oldest first.</summary>
    public IReadOnlyList<SignatureView> Signatures => Record.Signatures;

    /// <summary>Moves at this step, possible or not, for this reader.</summary>
    public required IReadOnlyList<MoveView> Moves { get; init; }

    /// <summary>The county chief's choice.</summary>
    public required CountyChoice? CountyChoice { get; init; }

    /// <summary>The editor's answers so far.</summary>
    public IReadOnlyList<Answer> EditorAnswers => Record.EditorAnswers;

    /// <summary>True while the content may be changed and this reader may change it.</summary>
    public required bool MayEdit { get; init; }

    /// <summary>Version of the draft, for saving.</summary>
    public required int DraftVersion { get; init; }

    /// <summary>UTC of the last saving of the draft.</summary>
    public required DateTime DraftSavedAt { get; init; }

    /// <summary>What this reader has typed at this step and not signed, as JSON; empty when nothing.</summary>
    public required string TypedJson { get; init; }

    /// <summary>True where the store keeps what this reader types and has not signed: at a step that waits for the reader.</summary>
    public required bool KeepsTyping { get; init; }

    /// <summary>Fingerprint of what is under review; empty before the first sending.</summary>
    public string Fingerprint => Record.Fingerprint;

    /// <summary>Index number in the annual catalogue, or null.</summary>
    public string? CatalogueIndex => Record.CatalogueIndex;

    /// <summary>UTC before which it may not be published, or null.</summary>
    public DateTime? PlannedAt { get; init; }

    /// <summary>UTC at which it came down, or null.</summary>
    public DateTime? TakenDownAt { get; init; }

    /// <summary>Round.</summary>
    public int Round => Record.Round;

    /// <summary>UTC of creation.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>The hold that is open, or null.</summary>
    public HoldView? OpenHold => Holds.FirstOrDefault(h => h.Open);

    /// <summary>All that the law of the step looks at; what a page foretells, it foretells over this.</summary>
    public ReviewState Review => Record.Review;

    /// <summary>Digest of the files of the draft as they are now; clearances and replies count for these and no others.</summary>
    public string FilesDigest => Review.FilesDigest;

    /// <summary>True when the office has found 不予公开, which a leader is to confirm.</summary>
    public bool WithholdingProposed => Review.WithholdingProposed;

    /// <summary>True when the director must sign.</summary>
    public bool DirectorRequired => Record.DirectorRequired;

    /// <summary>Channels still allowed.</summary>
    public IReadOnlyList<Channel> AllowedChannels => Review.AllowedChannels(CountyChoice);

    /// <summary>Steps a return may name.</summary>
    public IReadOnlyList<RouteStep> ReturnTargets => Judge.ReturnTargets(Review);

    /// <summary>True when the reader may make that move now.</summary>
    public bool Can(MoveKind kind) => Moves.Any(m => m.Kind == kind && m.Why is null);
}
