using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Disclosure.Core.Review;

/// <summary>密级.</summary>
public enum SecrecyLevel
{
    /// <summary>秘密.</summary>
    Confidential,

    /// <summary>机密.</summary>
    Secret,

    /// <summary>绝密.</summary>
    TopSecret,
}

/// <summary>The marking found, where B3-1 is answered 是.</summary>
/// <param name="Level">Level, or null while not chosen.</param>
/// <param name="MarkedOn">Day it was made, or null.</param>
/// <param name="Period">Period as marked, e.g. 10年.</param>
/// <param name="Expired">Whether the period has run out, or null while not answered.</param>
public sealed record Marking(SecrecyLevel? Level, DateOnly? MarkedOn, string Period, bool? Expired);

/// <summary>One answer to one criterion at one tier.</summary>
public sealed record Answer
{
    /// <summary>Code of the criterion.</summary>
    public required string Criterion { get; init; }

    /// <summary>The question as it was asked.</summary>
    public required string Question { get; init; }

    /// <summary>True 是, false 否, null while open.</summary>
    public bool? Yes { get; init; }

    /// <summary>Remark; asked for when 是.</summary>
    public string Remark { get; init; } = "";

    /// <summary>The marking, where B3-1 is 是.</summary>
    public Marking? Marking { get; init; }
}

/// <summary>Five answers as they travel: blank, to and from JSON, and what is still missing.</summary>
public static class Answers
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>All five, open.</summary>
    public static IReadOnlyList<Answer> Blank => [.. Criteria.All.Select(c => new Answer { Criterion = c.Code, Question = c.Question })];

    /// <summary>Canonical JSON, in the order of the criteria.</summary>
    public static string ToJson(IEnumerable<Answer> answers) =>
        JsonSerializer.Serialize(answers.OrderBy(a => a.Criterion, StringComparer.Ordinal).ToList(), Json);

    /// <summary>Reads JSON; criteria that are missing come back open.</summary>
    public static IReadOnlyList<Answer> FromJson(string json)
    {
        var known = JsonSerializer.Deserialize<List<Answer>>(json, Json) ?? [];
        return [.. Blank.Select(b => known.FirstOrDefault(a => a.Criterion == b.Criterion) ?? b)];
    }

    /// <summary>Asks again: every answer open, every remark kept.</summary>
    public static IReadOnlyList<Answer> Reopen(IEnumerable<Answer> answers) => [.. answers.Select(a => a with { Yes = null })];

    /// <summary>Codes not yet answered, or answered 是 without what that asks for.</summary>
    public static IReadOnlyList<string> Open(IReadOnlyList<Answer> answers) =>
        [.. Criteria.All.Where(c => IsOpen(answers.FirstOrDefault(a => a.Criterion == c.Code))).Select(c => c.Code)];

    /// <summary>Codes answered 是.</summary>
    public static IReadOnlyList<string> Objections(IReadOnlyList<Answer> answers) =>
        [.. answers.Where(a => a.Yes == true).Select(a => a.Criterion)];

    /// <summary>True when a marking is there whose period has not run out: everything stops (保密法 art. 31).</summary>
    public static bool ClassifiedStill(IReadOnlyList<Answer> answers) =>
        answers.Any(a => a is { Criterion: Criteria.Marked, Yes: true, Marking.Expired: false });

    private static bool IsOpen(Answer? answer) => answer switch
    {
        null or { Yes: null } => true,
        { Yes: false } => false,
        { Criterion: Criteria.Marked } => answer.Marking is not { Level: not null, Expired: not null },
        _ => string.IsNullOrWhiteSpace(answer.Remark),
    };
}
