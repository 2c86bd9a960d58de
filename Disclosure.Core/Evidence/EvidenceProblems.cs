using Disclosure.Core.Common;

namespace Disclosure.Core.Evidence;

/// <summary>Files are not examined yet.</summary>
public sealed record EvidenceNotReady() : Problem("文件的证据检查还没有完成，请稍候再签；页面上能看到进度。")
{
    /// <inheritdoc/>
    public override string? Article => "B3";
}

/// <summary>Grave findings wait for this step's word.</summary>
public sealed record EvidenceUnanswered(int Count) : Problem($"还有 {Count} 条“可能泄露”的证据没有判断，请逐条选择“属实”或“不属实”。")
{
    /// <inheritdoc/>
    public override string? Article => "B3";
}

/// <summary>A finding was said to hold and the question beside it was answered 否.</summary>
public sealed record EvidenceContradicts(int Place, string Criterion)
    : Problem($"有证据判为“属实”，但第 {Place} 项（{Criterion}）回答的是“否”，请改正其中之一。")
{
    /// <inheritdoc/>
    public override string? Article => Criterion;
}

/// <summary>There is no such finding any more.</summary>
public sealed record EvidenceGone() : Problem("这条证据已经不在了：文件或检查规则刚有变化，请刷新后再判断。");

/// <summary>A grave finding is set aside with a reason.</summary>
public sealed record EvidenceRemarkNeeded() : Problem("“可能泄露”的证据判为“不属实”的，请写几个字说明理由。")
{
    /// <inheritdoc/>
    public override string? Field => "Remark";
}
