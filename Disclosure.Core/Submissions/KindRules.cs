namespace Disclosure.Core.Submissions;

/// <summary>What goes by the kind of information.</summary>
/// <param name="Name">信息类别 on screens and in files.</param>
/// <param name="OnForm">The box of the printed forms that is ticked.</param>
/// <param name="Detail">What is ticked behind that box, or empty.</param>
/// <param name="KeptForever">保管期限: 永久; otherwise ten years.</param>
/// <param name="Fields">Fields of the content that are asked for this kind only, by name.</param>
public sealed record KindRule(string Name, string OnForm, string Detail, bool KeptForever, params IReadOnlyList<string> Fields);

/// <summary>
/// Everything that goes by the kind of information, at one place: a new kind does not compile until all of it is named here.
/// </summary>
public static class KindRules
{
    private const bool Forever = true;
    private const bool TenYears = false;
    private const string Enforcement = "法规执法";

    private static readonly Dictionary<ItemKind, KindRule> Rules = Enum.GetValues<ItemKind>().ToDictionary(k => k, Make);

    /// <summary>Fields that are asked for some kinds only.</summary>
    public static IReadOnlySet<string> Fields { get; } = Rules.Values.SelectMany(r => r.Fields).ToHashSet();

    /// <summary>Kinds that are kept for ever.</summary>
    public static IReadOnlyList<ItemKind> KeptForever { get; } = [.. Rules.Where(r => r.Value.KeptForever).Select(r => r.Key)];

    /// <summary>What goes by this kind.</summary>
    public static KindRule Rule(this ItemKind kind) => Rules[kind];

    // No default: what is missing here is an error of the compiler (docs/decisions/0025).
    private static KindRule Make(ItemKind kind) =>
        kind switch
        {
            ItemKind.Communique => new("公报", "公报", "", Forever),
            ItemKind.Yearbook => new("年鉴", "年鉴", "", Forever),
            ItemKind.Analysis => new("统计分析", "统计分析", "", TenYears),
            ItemKind.Information => new("统计信息", "统计信息", "", TenYears),
            ItemKind.EnforcementCase => new("法规执法·案例", Enforcement, "案例", TenYears),
            ItemKind.DiscreditedList => new(
                "法规执法·失信名单",
                Enforcement,
                "失信名单",
                TenYears,
                nameof(ItemContent.DecisionNumber),
                nameof(ItemContent.CreditCode),
                nameof(ItemContent.NoticeFrom),
                nameof(ItemContent.NoticeUntil)
            ),
            ItemKind.Enforcement => new(Enforcement, Enforcement, "", TenYears),
            ItemKind.Finance => new("财务", "财务", "", TenYears),
            ItemKind.Personnel => new("人事", "人事", "", TenYears),
            ItemKind.Brief => new("工作简报", "工作简报", "", TenYears, nameof(ItemContent.BriefIssue)),
            ItemKind.PolicyDocument => new(
                "政策文件",
                "政策文件",
                "",
                TenYears,
                nameof(ItemContent.LinkedItemId),
                nameof(ItemContent.NoInterpretationReason)
            ),
            ItemKind.Interpretation => new(
                "政策解读",
                "政策解读",
                "",
                TenYears,
                nameof(ItemContent.LinkedItemId),
                nameof(ItemContent.FirstInterpreter)
            ),
            ItemKind.Other => new("其他", "其他", "", TenYears, nameof(ItemContent.TimeLimitBasis)),
        };
}
