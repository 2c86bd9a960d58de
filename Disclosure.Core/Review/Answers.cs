using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Disclosure.Core.Review;

/// <summary>Five answers as they travel: blank, to and from JSON, opened again, taken over.</summary>
public static class Answers
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
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

    /// <summary>Asks again: every answer open, every remark and paper kept.</summary>
    public static IReadOnlyList<Answer> Reopen(IEnumerable<Answer> answers) => [.. answers.Select(a => a with { Yes = null })];

    /// <summary>
    /// 是 with what an earlier tier filled in, so that nobody types the same paper twice; what is filled in already stays.
    /// </summary>
    /// <param name="own">The answer as it stands.</param>
    /// <param name="earlier">What earlier tiers answered, oldest first.</param>
    public static Answer SayYes(Answer own, IEnumerable<Answer> earlier)
    {
        var given = earlier.LastOrDefault(a => a.Criterion == own.Criterion && a.Yes == true);
        return own with
        {
            Yes = true,
            Remark = own.Remark.Length > 0 ? own.Remark : given?.Remark ?? "",
            Marking = own.Marking ?? given?.Marking,
            Approved = own.Approved ?? given?.Approved,
            Approval = own.Approval ?? given?.Approval,
            PublicComment = own.PublicComment ?? given?.PublicComment,
            Reason = own.Reason ?? given?.Reason,
            Situation = own.Situation ?? given?.Situation,
            Exception = own.Exception ?? given?.Exception,
        };
    }

    /// <summary>否; a remark that was only taken over from an earlier 是 goes, for it explains nothing here.</summary>
    /// <param name="own">The answer as it stands.</param>
    /// <param name="earlier">What earlier tiers answered, oldest first.</param>
    public static Answer SayNo(Answer own, IEnumerable<Answer> earlier) =>
        own with
        {
            Yes = false,
            Remark = earlier.Any(a => a.Criterion == own.Criterion && a.Yes == true && a.Remark == own.Remark) ? "" : own.Remark,
        };

    /// <summary>True when all that is filled in was taken over from an earlier 是 as it stands.</summary>
    /// <param name="own">The answer as it stands.</param>
    /// <param name="given">What an earlier tier answered.</param>
    public static bool TakenOver(Answer own, Answer given) =>
        own.Yes == true && given.Yes == true && own.Criterion == given.Criterion && own with { Question = given.Question } == given;

    /// <summary>Codes answered 是.</summary>
    public static IReadOnlyList<string> Objections(IReadOnlyList<Answer> answers) =>
        [.. answers.Where(a => a.Yes == true).Select(a => a.Criterion)];

    /// <summary>Codes answered otherwise than an earlier tier did, without a word why.</summary>
    /// <param name="answers">Answers of this tier.</param>
    /// <param name="earlier">Answers of earlier tiers that still count.</param>
    public static IReadOnlyList<string> UnexplainedDifferences(IReadOnlyList<Answer> answers, IEnumerable<Answer> earlier)
    {
        var said = earlier.Where(a => a.Yes is not null).ToLookup(a => a.Criterion);
        return
        [
            .. answers
                .Where(a => a.Yes is not null && string.IsNullOrWhiteSpace(a.Remark) && said[a.Criterion].Any(e => e.Yes != a.Yes))
                .Select(a => a.Criterion),
        ];
    }
}
