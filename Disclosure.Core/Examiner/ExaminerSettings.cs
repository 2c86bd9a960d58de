using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Disclosure.Core.Examiner;

/// <summary>
/// Thresholds, words and lists of the examiner, as an administrator sets them. A value of its own; equal settings have the same mark.
/// </summary>
public sealed record ExaminerSettings
{
    /// <summary>Changes whenever a rule finds otherwise than before, so that everything is examined again.</summary>
    public const int Edition = 2;

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = false,
    };

    /// <summary>What the program comes with.</summary>
    public static readonly ExaminerSettings Usual = new();

    /// <summary>Fewest enterprises that a published figure may stand for.</summary>
    public int Enterprises { get; init; } = 3;

    /// <summary>Fewest persons or households that a published figure may stand for.</summary>
    public int Persons { get; init; } = 10;

    /// <summary>(n,k) dominance: so many largest contributors …</summary>
    public int DominanceCount { get; init; } = 1;

    /// <summary>… with more than this share of the total, percent.</summary>
    public decimal DominanceShare { get; init; } = 70;

    /// <summary>p% rule: the remainder must exceed this share of the largest contributor, percent.</summary>
    public decimal RemainderShare { get; init; } = 10;

    /// <summary>A hidden value known to within this share of itself counts as narrow, percent.</summary>
    public decimal NarrowShare { get; init; } = 10;

    /// <summary>Caution words of B3-3.</summary>
    public IReadOnlyList<string> CautionWords { get; init; } =
    [
        "内部资料",
        "内部文件",
        "内部事项",
        "内部使用",
        "内部参考",
        "注意保存",
        "注意保管",
        "注意保密",
        "工作秘密",
        "核心商密",
        "普通商密",
        "不得外传",
        "严禁外传",
        "请勿外传",
    ];

    /// <summary>Words of what is not yet decided or final (B3-4, D5).</summary>
    public IReadOnlyList<string> DraftWords { get; init; } =
    ["征求意见稿", "送审稿", "讨论稿", "初步数", "快报数", "未经核实", "未经审定", "待审定"];

    /// <summary>Words that the bureau wants looked at besides; found as they stand.</summary>
    public IReadOnlyList<string> OwnWords { get; init; } = [];

    /// <summary>Patterns that the bureau wants looked at besides (regular expressions without back-references).</summary>
    public IReadOnlyList<string> OwnPatterns { get; init; } = [];

    /// <summary>Telephone numbers that may be published, digits only: the bureau's own.</summary>
    public IReadOnlyList<string> AllowedPhones { get; init; } = [];

    /// <summary>Ends of mail addresses that may be published.</summary>
    public IReadOnlyList<string> AllowedMail { get; init; } = ["gov.cn"];

    /// <summary>Names of organisations that may be named (public bodies are known anyway).</summary>
    public IReadOnlyList<string> AllowedOrganisations { get; init; } = [];

    /// <summary>Codes of rules that are switched off.</summary>
    public IReadOnlyList<string> Off { get; init; } = [];

    /// <summary>First 12 hex digits of the SHA-256 over edition and settings; stands with each examination.</summary>
    [JsonIgnore]
    public string Mark => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Edition}{ToJson()}")).AsSpan(0, 6));

    /// <summary>As JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>From JSON.</summary>
    public static ExaminerSettings FromJson(string json) => JsonSerializer.Deserialize<ExaminerSettings>(json, Json)!;
}
