using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Disclosure.Core.Bureau;
using Disclosure.Core.Evidence;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Approval;

/// <summary>What a signature says beyond its opinion; which members are set depends on the step.</summary>
public sealed record Particulars
{
    /// <summary>The county chief's choice.</summary>
    public CountyChoice? CountyChoice { get; init; }

    /// <summary>发布价值.</summary>
    public bool? WorthPublishing { get; init; }

    /// <summary>建议发布.</summary>
    public bool? RecommendPublishing { get; init; }

    /// <summary>The office's finding.</summary>
    public OfficeFinding? Finding { get; init; }

    /// <summary>Basis of the finding.</summary>
    public string FindingBasis { get; init; } = "";

    /// <summary>Ground of 不予公开 (A9).</summary>
    public WithholdingGround? Ground { get; init; }

    /// <summary>The hold opened or ended with this move.</summary>
    public HoldKind? Hold { get; init; }

    /// <summary>How the hold ended.</summary>
    public HoldOutcome? Outcome { get; init; }

    /// <summary>Marked as major.</summary>
    public bool Major { get; init; }

    /// <summary>Figures that are not final confirmed (D5).</summary>
    public bool ProvisionalConfirmed { get; init; }

    /// <summary>The receipt.</summary>
    public Delivery? Delivery { get; init; }

    /// <summary>A return for format only.</summary>
    public bool FormatOnly { get; init; }

    /// <summary>与存档资料一致.</summary>
    public bool MatchesArchive { get; init; }

    /// <summary>The step's words on the evidence, as they stood at the signing; null where it gave none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<EvidenceWord>? Evidence { get; init; }

    /// <summary>
    /// UTC moment at which the signer's reset password came into use, where that was less than 24 hours before; otherwise null.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTime? ResetAt { get; init; }
}

/// <summary>A word on a finding as kept with a signature.</summary>
/// <param name="Rule">Rule of the finding.</param>
/// <param name="Place">Where it stood.</param>
/// <param name="Holds">True for 属实.</param>
/// <param name="Remark">Remark, or empty.</param>
/// <param name="File">First digits of the hash of the content it stood in.</param>
public sealed record EvidenceWord(string Rule, string Place, bool Holds, string Remark, string File = "")
{
    /// <summary>Words of the present step, or null when it gave none.</summary>
    internal static IReadOnlyList<EvidenceWord>? Of(CaseFile file)
    {
        List<EvidenceWord> words =
        [
            .. from fact in file.Evidence.Facts
            let word = file.Evidence.WordOf(fact.Key, file.Item.Step, file.Item.Round)
            where word is not null
            select new EvidenceWord(
                fact.Finding.Rule,
                $"{fact.File.Name} {fact.Finding.Place}",
                word.Holds,
                word.Remark,
                EvidenceFact.FileMark(fact.File.Sha256)
            ),
        ];
        return words.Count == 0 ? null : words;
    }

    /// <summary>The same without place and remark; that a rule was judged and how stays.</summary>
    internal EvidenceWord Silent() => this with { Place = EvidenceErasure.Gone, Remark = Remark.Length > 0 ? EvidenceErasure.Gone : "" };
}

/// <summary>
/// One signing of one person (签署): a move with its opinion, its answers and the fingerprint it binds to. Never changed but for
/// <see cref="Standing"/> and <see cref="CarriedOver"/>.
/// </summary>
public sealed class Signature
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    private string answersJson = "[]";
    private string particularsJson = "{}";
    private IReadOnlyList<Answer>? answers;
    private Particulars? particulars;

    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>The item.</summary>
    public required int SubmissionId { get; init; }

    /// <summary>The revision signed, or null before the first sending.</summary>
    public required int? RevisionId { get; init; }

    /// <summary>Round.</summary>
    public required int Round { get; init; }

    /// <summary>Step at which it was given.</summary>
    public required string Step { get; init; }

    /// <summary>Step the item went to.</summary>
    public required string ToStep { get; init; }

    /// <summary>The move.</summary>
    public required MoveKind Kind { get; init; }

    /// <summary>Duty acted under.</summary>
    public required Duty Duty { get; init; }

    /// <summary>Who signed.</summary>
    public required int StaffId { get; init; }

    /// <summary>Name as signed.</summary>
    public required string StaffName { get; init; }

    /// <summary>For whom, when signed under a delegation.</summary>
    public int? ActingForId { get; init; }

    /// <summary>Name of that person, or empty.</summary>
    public string ActingForName { get; init; } = "";

    /// <summary>Opinion or reason.</summary>
    public required string Text { get; init; }

    /// <summary>Tier whose answers come with it, or null.</summary>
    public Tier? Tier { get; init; }

    /// <summary>The answers as JSON; an empty list where the step asks none.</summary>
    public required string AnswersJson
    {
        get => answersJson;
        init => (answersJson, AnsweredYes) = (value, SaysYes(value));
    }

    /// <summary>The rest of the decision as JSON.</summary>
    public required string ParticularsJson
    {
        get => particularsJson;
        init
        {
            var particulars = ReadParticulars(value);
            (particularsJson, Finding, Ground) = (value, particulars.Finding, particulars.Ground);
        }
    }

    /// <summary>True when one of the answers is 是; a column of its own, so that the ledger need not look into the answers.</summary>
    public bool AnsweredYes { get; private set; }

    /// <summary>The office's finding, as in <see cref="Particulars"/>; a column of its own.</summary>
    public OfficeFinding? Finding { get; private set; }

    /// <summary>Ground of 不予公开 (A9), as in <see cref="Particulars"/>; a column of its own.</summary>
    public WithholdingGround? Ground { get; private set; }

    /// <summary>Fingerprint of the revision signed; empty before the first sending.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Network address.</summary>
    public required string Address { get; init; }

    /// <summary>True while it counts: false for returns and the like, and once a return or retraction has set it aside.</summary>
    public bool Standing { get; private set; }

    /// <summary>True when it was given to an earlier revision that differs in format only.</summary>
    public bool CarriedOver { get; private set; }

    /// <summary>The answers.</summary>
    // A case is judged, shown and printed over the same signatures many times; what they say never changes.
    public IReadOnlyList<Answer> Answers => answers ??= Review.Answers.FromJson(AnswersJson);

    /// <summary>The rest of the decision.</summary>
    public Particulars Particulars => particulars ??= ReadParticulars(ParticularsJson);

    /// <summary>True when the columns say what stands in the JSON.</summary>
    public bool ColumnsAgree => (AnsweredYes, Finding, Ground) == (SaysYes(AnswersJson), Particulars.Finding, Particulars.Ground);

    /// <summary>Reads what <see cref="ParticularsOf"/> wrote.</summary>
    public static Particulars ReadParticulars(string json) => JsonSerializer.Deserialize<Particulars>(json, Json)!;

    /// <summary>The particulars of a command as JSON.</summary>
    public static string ParticularsOf(Command c, RouteStep step, IReadOnlyList<EvidenceWord>? evidence = null, DateTime? resetAt = null) =>
        JsonSerializer.Serialize(
            new Particulars
            {
                CountyChoice = c.CountyChoice,
                WorthPublishing = c.WorthPublishing,
                RecommendPublishing = c.RecommendPublishing,
                // Only the step that is asked finds anything, whatever a page sends along.
                Finding = step.AsksFinding ? c.Finding : null,
                FindingBasis = step.AsksFinding ? c.FindingBasis : "",
                Ground = step.AsksFinding ? c.Ground : null,
                Hold = c.Hold,
                Outcome = c.Outcome,
                Major = c.Major,
                ProvisionalConfirmed = c.ProvisionalConfirmed,
                Delivery = c.Delivery,
                FormatOnly = c.FormatOnly,
                MatchesArchive = c.MatchesArchive,
                Evidence = evidence,
                ResetAt = resetAt,
            },
            Json
        );

    /// <summary>The same particulars without the words written about the content; what was decided stays.</summary>
    public static string WithoutWords(string particularsJson)
    {
        var particulars = ReadParticulars(particularsJson);
        return particulars.FindingBasis.Length == 0
            ? WithoutEvidence(particularsJson, _ => true)
            : WithoutEvidence(JsonSerializer.Serialize(particulars with { FindingBasis = EvidenceErasure.Gone }, Json), _ => true);
    }

    /// <summary>The same particulars without place and remark of some words on the evidence.</summary>
    internal static string WithoutEvidence(string particularsJson, Predicate<EvidenceWord> which) =>
        ReadParticulars(particularsJson) is { Evidence: { } words } particulars && words.Any(w => which(w))
            ? JsonSerializer.Serialize(particulars with { Evidence = [.. words.Select(w => which(w) ? w.Silent() : w)] }, Json)
            : particularsJson;

    private static bool SaysYes(string answersJson) =>
        answersJson != "[]" && Review.Answers.Objections(Review.Answers.FromJson(answersJson)).Count > 0;

    /// <summary>Makes it count.</summary>
    public Signature Stand()
    {
        Standing = true;
        return this;
    }

    /// <summary>Sets it aside; it stays in the record.</summary>
    public void SetAside() => Standing = false;

    /// <summary>Lets it count for the next revision, which differs in format only.</summary>
    public void CarryOver() => CarriedOver = true;
}
