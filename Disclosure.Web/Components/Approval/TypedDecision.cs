using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Disclosure.Core.Approval;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;

namespace Disclosure.Web.Components.Approval;

/// <summary>What a person has typed into the decision panel and not yet signed. Kept as JSON by the store; the password is never part of it.</summary>
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
    public string ReturnTo { get; set; } = "edit";

    /// <summary>Only the format is to be mended.</summary>
    public bool FormatOnly { get; set; }

    /// <summary>True once there are words that somebody would miss.</summary>
    [JsonIgnore]
    public bool HasWords => Opinion.Length + Reason.Length + FindingBasis.Length > 0 || Answers.Any(a => a.Remark.Length > 0);

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

    /// <summary>The decision as it goes to the service, at the step and version that the person saw.</summary>
    public Command ToCommand(MoveKind kind, Guid id, ItemView seen) => new(kind, id, seen.Step.Code, seen.Version)
    {
        Text = kind is MoveKind.Return or MoveKind.Withdraw or MoveKind.Decline ? Reason : kind is MoveKind.Approve or MoveKind.Receive ? Opinion : "",
        Answers = seen.Step.Review is null ? [] : Answers,
        Major = Major,
        CountyChoice = seen.Step.Code == "county-chief" ? CountyChoice : null,
        WorthPublishing = WorthPublishing,
        RecommendPublishing = RecommendPublishing,
        Finding = Finding,
        FindingBasis = FindingBasis.Trim(),
        ProvisionalConfirmed = ProvisionalConfirmed,
        ReturnTo = ReturnTo,
        FormatOnly = FormatOnly && ReturnTo == "edit",
        Delivery = kind == MoveKind.Receive && Way is { } way && Day is { } day ? new Delivery(way, day, Pages ?? 0, way == DeliveryWay.System ? null : ScanSha256) : null,
    };
}
