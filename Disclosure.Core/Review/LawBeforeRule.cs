namespace Disclosure.Core.Review;

/// <summary>A place where the bureau's regulation of 2021 and the law of today differ.</summary>
/// <param name="Article">Article of the regulation.</param>
/// <param name="Sentence">What the regulation says and what the law says instead; the program follows the law.</param>
public sealed record LawDifference(string Article, string Sentence);

/// <summary>Where the law goes before the regulation; said on the screen so that nobody wonders why a way is closed.</summary>
public static class LawBeforeRule
{
    /// <summary>All of them, in the order of the regulation.</summary>
    public static readonly IReadOnlyList<LawDifference> All =
    [
        new("A10", "暂缓公开的事项，按保密法实施条例§25，自拟定之日起 10 个工作日内报有关部门确定。"),
        new("B1", "制度引用的《政府信息公开工作条例》，现行名称是《政府信息公开条例》（2019）。"),
        new("B6", "是否属于国家秘密，由国家或者自治区保密行政管理部门确定（保密法§25），市国家保密局无权确定。"),
        new("B7", "制度把国家秘密列入经同意可以公开的范围，条例§14、§15 和保密法不允许：国家秘密没有例外。"),
        new("B8", "制度引用的保守国家秘密法实施办法已经废止，现行的是《保守国家秘密法实施条例》（2024）。"),
        new("D2", "对单个统计调查对象资料的保护，现行规定是统计法§28（2024），三种情形见统计法实施条例§29。"),
        new("D4", "应当主动公开的信息，自形成或者变更之日起 20 个工作日内公开（条例§26）。"),
        new("D10", "不属于国家秘密的，不得作出国家秘密标志（保密法§22）：表单上不印密级。"),
    ];
}
