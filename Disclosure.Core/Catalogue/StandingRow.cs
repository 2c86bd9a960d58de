using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Disclosure.Core.Catalogue;

/// <summary>One matter of the standing catalogue (C4).</summary>
/// <param name="EntryId">Key of the matter through all versions; negative while it stands in no version yet.</param>
/// <param name="Group">事项（一级）.</param>
/// <param name="Matter">事项（二级）.</param>
/// <param name="Content">公开内容（要素）.</param>
/// <param name="Basis">公开依据.</param>
/// <param name="Time">公开时限, in words.</param>
/// <param name="Limit">The same as far as it can be computed.</param>
/// <param name="SectionId">责任科室.</param>
/// <param name="Section">Its name when it was entered.</param>
/// <param name="Channels">公开渠道.</param>
/// <param name="Audience">公开对象.</param>
/// <param name="Way">公开方式.</param>
/// <param name="Level">公开层级.</param>
public sealed record StandingRow(
    int EntryId,
    string Group,
    string Matter,
    string Content,
    string Basis,
    string Time,
    StandingLimit Limit,
    int SectionId,
    string Section,
    string Channels,
    string Audience,
    string Way,
    string Level
)
{
    /// <summary>An empty matter to begin with.</summary>
    public static readonly StandingRow Blank = new(
        0,
        "",
        "",
        "",
        "",
        "",
        new StandingLimit(LimitPeriod.Irregular, 0, 20),
        0,
        "",
        "门户网站",
        "全社会",
        "主动公开",
        "市级"
    );

    /// <summary>「统计数据 / 统计公报」, as an item names it.</summary>
    [JsonIgnore]
    public string Path => $"{Group} / {Matter}";

    /// <summary>The same without white space around any text.</summary>
    public StandingRow Trimmed() =>
        this with
        {
            Group = Group.Trim(),
            Matter = Matter.Trim(),
            Content = Content.Trim(),
            Basis = Basis.Trim(),
            Time = Time.Trim(),
            Channels = Channels.Trim(),
            Audience = Audience.Trim(),
            Way = Way.Trim(),
            Level = Level.Trim(),
        };
}

/// <summary>A list of matters as text; equal lists give equal text.</summary>
public static class StandingRows
{
    private static readonly JsonSerializerOptions Canonical = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>As JSON.</summary>
    public static string ToJson(IReadOnlyList<StandingRow> rows) => JsonSerializer.Serialize(rows, Canonical);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static IReadOnlyList<StandingRow> FromJson(string json) => JsonSerializer.Deserialize<List<StandingRow>>(json, Canonical)!;

    /// <summary>Matters of one heading stand together, in the order in which the headings first come.</summary>
    public static IReadOnlyList<StandingRow> Grouped(IEnumerable<StandingRow> rows) => [.. rows.GroupBy(r => r.Group).SelectMany(g => g)];
}
