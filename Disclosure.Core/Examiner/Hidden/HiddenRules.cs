using Disclosure.Core.Files.Reading;

namespace Disclosure.Core.Examiner.Hidden;

/// <summary>
/// The rules for what hides in files, by rank. Figures that can be had from a file without being seen bear on D2 (单个统计调查对象);
/// everything else on B3-5. A severity of A is kept for data of single respondents that no reviewer can see on opening the file: records
/// behind a pivot table, rows of a sheet that the office program does not offer to show. What is hidden is examined by the other rules,
/// too.
/// </summary>
public static class HiddenRules
{
    private static readonly List<HiddenRule> Rules =
    [
        .. HiddenInBooks.Rules,
        .. HiddenInTexts.Rules,
        .. HiddenBesideText.Rules,
        .. HiddenOrigins.Rules,
    ];

    /// <summary>Rules by what a reader notices.</summary>
    public static IReadOnlyDictionary<ObservationKind, HiddenRule> ByKind { get; } = Rules.ToDictionary(r => r.Kind);

    /// <summary>What each says of itself, by code.</summary>
    public static IReadOnlyList<RuleFacts> All { get; } = [.. Rules.Select(r => r.Facts).OrderBy(f => f.Code, StringComparer.Ordinal)];
}
