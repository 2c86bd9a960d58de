using Disclosure.Core.Common;

namespace Disclosure.Core.Review;

/// <summary>The checklist is not complete.</summary>
public sealed record ChecklistIncomplete(IReadOnlyList<string> Open)
    : Problem($"保密审查还有 {Open.Count} 项没有答完：{string.Join("、", Open.Select(c => $"{c} {Criteria.Find(c).Name}"))}。")
{
    /// <inheritdoc/>
    public override bool ToFill => true;

    /// <inheritdoc/>
    public override string? Article => "B3";
}

/// <summary>Something stands in the way: 是 was answered.</summary>
public sealed record ObjectionStands(IReadOnlyList<string> Codes, string Instead)
    : Problem($"审查项 {string.Join("、", Codes.Select(c => $"{c} {Criteria.Find(c).Name}"))} 答“是”，{Instead}。")
{
    /// <inheritdoc/>
    public override string? Article => "B3";
}

/// <summary>A hold must be opened and end well before the item goes on.</summary>
public sealed record HoldNeeded(HoldKind Kind, string Criterion)
    : Problem(
        $"{(Criterion.Length > 0 ? $"审查项 {Criterion} {Criteria.Find(Criterion).Name} 答“是”" : "审查结论如此")}，"
            + $"须先暂停办理“{Kind.Name()}”，办结后才能继续。"
    )
{
    /// <inheritdoc/>
    public override string? Article => Kind.Article();
}

/// <summary>A marking that has not expired.</summary>
public sealed record MustStop()
    : Problem("稿件含有密级未到期的内容，不得在本系统流转，请点“涉密中止”：文件将立即清除，改按保密规定在纸质渠道办理。")
{
    /// <inheritdoc/>
    public override string? Article => "B3-1";
}

/// <summary>A tier answered otherwise than an earlier one and did not say why.</summary>
public sealed record DifferenceUnexplained(IReadOnlyList<string> Codes)
    : Problem(
        $"您对 {string.Join("、", Codes.Select(c => $"{c} {Criteria.Find(c).Name}"))} 的回答与前面的审查不同，请在该项说明中写明理由。"
    )
{
    /// <inheritdoc/>
    public override bool ToFill => true;

    /// <inheritdoc/>
    public override string? Article => "B2";
}

/// <summary>A scan that an answer or a hold names was never uploaded to this item.</summary>
public sealed record PaperMissing() : Problem("所列扫描件没有传到本稿件，请重新上传。");
