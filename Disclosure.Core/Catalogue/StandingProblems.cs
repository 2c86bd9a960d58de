using Disclosure.Core.Common;

namespace Disclosure.Core.Catalogue;

/// <summary>A field of a matter.</summary>
public sealed record StandingFieldWrong(string At, string Sentence) : Problem(Sentence)
{
    /// <inheritdoc/>
    public override string? Field => At;
}

/// <summary>The office alone edits the standing catalogue.</summary>
public sealed record OnlyTheOfficeEdits() : Problem("主动公开基本目录由领导小组办公室修订，您没有此项职责。")
{
    /// <inheritdoc/>
    public override string? Article => "C4";
}

/// <summary>Somebody else edited in between.</summary>
public sealed record StandingDraftChanged() : Problem("修订稿在您查看之后已被改动，请核对现在的内容后再操作。");

/// <summary>There is no draft.</summary>
public sealed record NoStandingDraft() : Problem("现在没有修订稿，请先开始修订。");

/// <summary>There is a draft already.</summary>
public sealed record StandingDraftExists() : Problem("已经有一份修订稿，请在其上继续修改，或者先放弃它。");

/// <summary>Two matters of one heading bear the same name.</summary>
public sealed record SameMatterTwice(string Path) : Problem($"“{Path}”已经在目录中，请改用别的名称或修改原有事项。")
{
    /// <inheritdoc/>
    public override string? Field => nameof(StandingRow.Matter);
}

/// <summary>Too many matters.</summary>
public sealed record TooManyMatters() : Problem($"目录最多 {StandingRules.MostRows} 项。");

/// <summary>A pasted line that cannot be read.</summary>
public sealed record PastedLineWrong(int Line, string Why) : Problem($"粘贴的第 {Line} 行：{Why}。")
{
    /// <inheritdoc/>
    public override string? Field => "Paste";
}

/// <summary>Nothing was pasted.</summary>
public sealed record NoRowsPasted() : Problem("没有读到内容，请从表格中复制整行后粘贴。")
{
    /// <inheritdoc/>
    public override string? Field => "Paste";
}

/// <summary>The first state cannot be undone.</summary>
public sealed record NothingToUndo() : Problem("没有可以撤销的修改。");

/// <summary>A version equal to the last one says nothing.</summary>
public sealed record NothingChanged() : Problem("修订稿与现有最新版本相同，没有需要施行的修改。");

/// <summary>An empty catalogue.</summary>
public sealed record NoMatters() : Problem("修订稿中还没有事项，不能施行。");

/// <summary>A version has its reason.</summary>
public sealed record RevisionNeedsReason() : Problem($"请写明修订理由（不超过 {StandingRules.LongLength} 个字）。")
{
    /// <inheritdoc/>
    public override string? Field => "Reason";
}

/// <summary>A version cannot come into force before the one it follows.</summary>
public sealed record EffectiveTooEarly(DateOnly Last)
    : Problem($"施行日期不能早于上一版的施行日期 {Last.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)}。")
{
    /// <inheritdoc/>
    public override string? Field => "EffectiveOn";
}

/// <summary>A day that no catalogue can begin on.</summary>
public sealed record EffectiveDayWrong() : Problem("施行日期应在最近五年之内，且不晚于一年之后。")
{
    /// <inheritdoc/>
    public override string? Field => "EffectiveOn";
}

/// <summary>No such matter is in force.</summary>
public sealed record MatterNotInForce() : Problem("所选事项不在现行的主动公开基本目录中，请重新选择。");
