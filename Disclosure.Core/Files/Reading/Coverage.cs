using System.Text.Json.Serialization;

namespace Disclosure.Core.Files.Reading;

/// <summary>How far a file could be examined. There is no 通过.</summary>
public enum CoverageState
{
    /// <summary>已检查: everything that the examiner knows of was read.</summary>
    Examined,

    /// <summary>部分检查.</summary>
    Partly,

    /// <summary>未能检查.</summary>
    NotExamined,
}

/// <summary>How much of one kind of part was read, e.g. 3 of 4 工作表.</summary>
/// <param name="Unit">What is counted, with its counter: 张工作表, 页, 段, 张图片, 个嵌入文件.</param>
/// <param name="Done">How many were read.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Why">Why not all, or empty.</param>
public sealed record CoveragePart(string Unit, int Done, int Total, string Why = "");

/// <summary>The coverage of a file: every file gets one, whatever happened.</summary>
/// <param name="Parts">What was counted.</param>
/// <param name="Refused">Why the file could not be examined at all; null when it could, at least in part.</param>
/// <param name="Advice">What to do about what was not read; empty when all was.</param>
public sealed record Coverage(IReadOnlyList<CoveragePart> Parts, string? Refused = null, string Advice = "")
{
    /// <summary>State.</summary>
    [JsonIgnore]
    public CoverageState State =>
        Refused is not null ? CoverageState.NotExamined
        : Parts.Count == 0 || Parts.All(p => p.Done == 0) ? CoverageState.NotExamined
        : Parts.All(p => p.Done == p.Total && p.Why.Length == 0) ? CoverageState.Examined
        : CoverageState.Partly;

    /// <summary>One line, e.g. 部分检查：3/4 张工作表，2 张图片未检查.</summary>
    [JsonIgnore]
    public string Line =>
        State.Name()
        + (
            Refused is { } refused ? $"：{refused}"
            : Parts.Count == 0 ? ""
            : $"：{string.Join("，", Parts.Select(Words))}"
        );

    private static string Words(CoveragePart p) =>
        (
            p.Done == p.Total ? $"{p.Total} {p.Unit}"
            : p.Done == 0 ? $"{p.Total} {p.Unit}未检查"
            : $"{p.Done}/{p.Total} {p.Unit}"
        ) + (p.Why.Length > 0 ? $"（{p.Why}）" : "");
}

/// <summary>Chinese names of coverage.</summary>
public static class CoverageWords
{
    /// <summary>Chinese name.</summary>
    public static string Name(this CoverageState state) =>
        state switch
        {
            CoverageState.Examined => "已检查",
            CoverageState.Partly => "部分检查",
            CoverageState.NotExamined => "未能检查",
        };
}
