namespace Disclosure.Core.Common;

/// <summary>
/// A refusal by the rules: one Chinese sentence that says what is wrong and, where it helps, what to do next. An exception is a bug; a
/// refusal is a Problem.
/// </summary>
/// <param name="Text">The sentence as shown on screen.</param>
public abstract record Problem(string Text)
{
    /// <summary>Article code the refusal rests on (A1–D11), or null.</summary>
    public virtual string? Article => null;

    /// <summary>Name of the field the sentence belongs beside, or null when it concerns the whole.</summary>
    public virtual string? Field => null;

    /// <summary>
    /// True for what is merely still to be filled in where it is asked: it keeps nobody from trying, and is said on trying.
    /// </summary>
    public virtual bool ToFill => false;

    /// <inheritdoc/>
    public sealed override string ToString() => Text;
}

/// <summary>What was asked for is not there, or not for this reader; the two are never told apart.</summary>
public sealed record NotFound() : Problem("没有找到这项内容，或者您无权查看。");

/// <summary>The store refused to write: disk full or the reserve reached. Nothing was changed.</summary>
public sealed record StoreIsFull() : Problem("服务器磁盘空间不足，本次操作没有保存，请立即联系系统管理员。");

/// <summary>The store stayed busy past its time limit. Nothing was changed.</summary>
public sealed record StoreIsBusy() : Problem("系统正忙，本次操作没有保存，请稍后再试。");
