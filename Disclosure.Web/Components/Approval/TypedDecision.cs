using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Disclosure.Core.Approval;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;
using Disclosure.Web.Components.Holds;

namespace Disclosure.Web.Components.Approval;

/// <summary>
/// What a person has typed into the decision panel and not yet signed. Kept as JSON by the store; the password is never part of it.
/// </summary>
public sealed class TypedDecision
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Opinion on agreeing.</summary>
    public string Opinion { get; set; } = "";

    /// <summary>Reason of a return, withdrawal or refusal.</summary>
    public string Reason { get; set; } = "";

    /// <summary>The five answers of this tier.</summary>
    public IReadOnlyList<Answer> Answers { get; set; } = Core.Review.Answers.Blank;

    /// <summary>Marked as major.</summary>
    public bool Major { get; set; }

    /// <summary>The county chief's choice (D11).</summary>
    public CountyChoice? CountyChoice { get; set; }

    /// <summary>发布价值.</summary>
    public bool? WorthPublishing { get; set; }

    /// <summary>建议发布.</summary>
    public bool? RecommendPublishing { get; set; }

    /// <summary>The office's finding.</summary>
    public OfficeFinding? Finding { get; set; }

    /// <summary>Its basis.</summary>
    public string FindingBasis { get; set; } = "";

    /// <summary>Ground of 不予公开 (A9).</summary>
    public WithholdingGround? Ground { get; set; }

    /// <summary>The hold as far as it was typed.</summary>
    public TypedHold Hold { get; set; } = new();

    /// <summary>Figures that are not final may go out (D5).</summary>
    public bool ProvisionalConfirmed { get; set; }

    /// <summary>How a county item came in.</summary>
    public DeliveryWay? Way { get; set; }

    /// <summary>Day it came in.</summary>
    public DateOnly? Day { get; set; }

    /// <summary>Pages that came in.</summary>
    public int? Pages { get; set; }

    /// <summary>Hash of the scanned page with the signature.</summary>
    public string? ScanSha256 { get; set; }

    /// <summary>Name of that scan.</summary>
    public string ScanName { get; set; } = "";

    /// <summary>Step to return to.</summary>
    public string ReturnTo { get; set; } = RouteCodes.Editor;

    /// <summary>Only the format is to be mended.</summary>
    public bool FormatOnly { get; set; }

    /// <summary>True once there are words that somebody would miss.</summary>
    [JsonIgnore]
    public bool HasWords =>
        Opinion.Length + Reason.Length + FindingBasis.Length + Hold.Measures.Length > 0 || Answers.Any(a => a.Remark.Length > 0);

    /// <summary>As kept by the store.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads what <see cref="ToJson"/> wrote; an empty text is a clean sheet.</summary>
    public static TypedDecision FromJson(string json)
    {
        var typed = json.Length == 0 ? new TypedDecision() : JsonSerializer.Deserialize<TypedDecision>(json, Json)!;
        // A criterion added since is asked as well.
        typed.Answers = Core.Review.Answers.FromJson(Core.Review.Answers.ToJson(typed.Answers));
        return typed;
    }

    /// <summary>Chooses a finding; the basis of a ground goes with the ground.</summary>
    public void Find(OfficeFinding finding)
    {
        if (finding != OfficeFinding.Withhold && WithholdingGrounds.All.Any(g => g.Basis == FindingBasis))
        {
            FindingBasis = "";
        }
        else if (finding == OfficeFinding.Withhold && Ground is { } ground)
        {
            Withhold(ground);
        }
        Finding = finding;
    }

    /// <summary>Chooses a ground and its basis; a basis in somebody's own words stays.</summary>
    public void Withhold(WithholdingGround ground)
    {
        if (FindingBasis.Length == 0 || WithholdingGrounds.All.Any(g => g.Basis == FindingBasis))
        {
            FindingBasis = WithholdingGrounds.Find(ground).Basis;
        }
        Ground = ground;
    }

    /// <summary>What the draft's own attribute leaves the office to find (C3): nothing else is possible, so it is chosen already.</summary>
    public void Preselect(ItemContent content)
    {
        if (content.Attribute != DisclosureAttribute.Withheld || Finding is not null)
        {
            return;
        }
        Finding = OfficeFinding.Withhold;
        if (content.Ground is { } ground and not WithholdingGround.StateSecret)
        {
            FindingBasis = content.LegalBasis.Trim();
            Withhold(ground);
        }
    }

    /// <summary>The decision as it goes to the service, at the step and version that the person saw.</summary>
    public Command ToCommand(MoveKind kind, Guid id, ItemView seen) =>
        new(kind, id, seen.Step.Code, seen.Version)
        {
            Text = kind switch
            {
                MoveKind.Return or MoveKind.Withdraw or MoveKind.Decline => Reason,
                MoveKind.Approve or MoveKind.Receive => Opinion,
                MoveKind.Hold => Hold.Reason,
                _ => "",
            },
            Answers = seen.Step.Review is null ? [] : Answers,
            Major = Major,
            CountyChoice = seen.Step.AsksCountyChoice ? CountyChoice : null,
            WorthPublishing = WorthPublishing,
            RecommendPublishing = RecommendPublishing,
            Finding = Finding,
            FindingBasis = FindingBasis.Trim(),
            Ground = Finding == OfficeFinding.Withhold ? Ground : null,
            Hold = kind == MoveKind.Hold ? Hold.Kind : null,
            HoldCriterion = kind == MoveKind.Hold ? Hold.Criterion : "",
            HoldPapers = kind == MoveKind.Hold ? Hold.Papers(Answers) : new(),
            ProvisionalConfirmed = ProvisionalConfirmed,
            ReturnTo = ReturnTo,
            FormatOnly = FormatOnly && ReturnTo == RouteCodes.Editor,
            Delivery =
                kind == MoveKind.Receive && Way is { } way && Day is { } day
                    ? new Delivery(way, day, Pages ?? 0, way == DeliveryWay.System ? null : ScanSha256)
                    : null,
        };
}
