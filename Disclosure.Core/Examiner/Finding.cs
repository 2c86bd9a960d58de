using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Disclosure.Core.Files.Reading;

namespace Disclosure.Core.Examiner;

/// <summary>How bad it would be if the finding is true.</summary>
public enum Severity
{
    /// <summary>甲: what is published may give away a secret or a respondent.</summary>
    A,

    /// <summary>乙: a person or an organisation is named or can be reached.</summary>
    B,

    /// <summary>丙: something in the file that should not travel with it.</summary>
    C,
}

/// <summary>How sure the rule is.</summary>
public enum Confidence
{
    /// <summary>高.</summary>
    High,

    /// <summary>中.</summary>
    Medium,

    /// <summary>低.</summary>
    Low,
}

/// <summary>What a careful reader would have found at one place. It never decides: a person says 属实 or 不属实.</summary>
public sealed record Finding
{
    /// <summary>Permanent code of the rule.</summary>
    public required string Rule { get; init; }

    /// <summary>Criterion it bears on: B3-1…B3-5, D2, D5.</summary>
    public required string Criterion { get; init; }

    /// <summary>Severity.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Confidence.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>Where it stands.</summary>
    public required Place Place { get; init; }

    /// <summary>
    /// What stands there with up to 20 characters on either side, unmasked; never shown or logged as it is, see <see cref="Masked"/>.
    /// </summary>
    public required string Excerpt { get; init; }

    /// <summary>Stretches of the excerpt that are masked until somebody opens them.</summary>
    public IReadOnlyList<TextSpan> Sensitive { get; init; } = [];

    /// <summary>
    /// One Chinese sentence: why it is a finding. Sensitive values never stand in it; a recovered one stands in <see cref="Recovered"/>.
    /// </summary>
    public required string Why { get; init; }

    /// <summary>One Chinese sentence: what to do.</summary>
    public required string Action { get; init; }

    /// <summary>The value that can be computed, as it would be printed; shown only once opened. Null where nothing is recovered.</summary>
    public string? Recovered { get; init; }

    /// <summary>Thresholds and lists it was found with, in words, e.g. 企业少于 3 家; empty where none matter.</summary>
    public string Measure { get; init; } = "";

    /// <summary>
    /// The excerpt with its sensitive stretches masked: the first and last fourth of each stay, at most three characters on either side.
    /// </summary>
    [JsonIgnore]
    public string Masked => Mask(Excerpt, Sensitive);

    /// <summary>Says which finding of a file it is, 32 hex digits; equal for equal findings of equal content.</summary>
    [JsonIgnore]
    public string Key =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', Rule, Place.ToString(), Excerpt, Recovered))).AsSpan(0, 16)
        );

    /// <summary>A text with stretches masked.</summary>
    public static string Mask(string text, IReadOnlyList<TextSpan> sensitive)
    {
        if (sensitive.Count == 0)
        {
            return text;
        }
        var masked = text.ToCharArray();
        foreach (var (start, length) in sensitive)
        {
            var stays = Math.Min(3, length / 4);
            Array.Fill(masked, '*', start + stays, length - (2 * stays));
        }
        return new string(masked);
    }
}

/// <summary>A stretch of a text.</summary>
/// <param name="Start">First character, from 0.</param>
/// <param name="Length">Characters.</param>
public readonly record struct TextSpan(int Start, int Length);

/// <summary>Chinese names of severity and confidence.</summary>
public static class FindingWords
{
    /// <summary>Chinese name.</summary>
    public static string Name(this Severity severity) =>
        severity switch
        {
            Severity.A => "可能泄露",
            Severity.B => "涉及个人或单位",
            Severity.C => "文件卫生",
        };

    /// <summary>Chinese name.</summary>
    public static string Name(this Confidence confidence) =>
        confidence switch
        {
            Confidence.High => "高",
            Confidence.Medium => "中",
            Confidence.Low => "低",
        };
}
