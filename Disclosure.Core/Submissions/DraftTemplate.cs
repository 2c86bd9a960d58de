using Disclosure.Core.Common;

namespace Disclosure.Core.Submissions;

/// <summary>
/// A form that its owner begins new items with: the part of it that is the same every time (<see cref="ItemCopy.Kept"/>). It decides
/// nothing and is read by nobody else, so it stands outside the audit chain.
/// </summary>
public sealed class DraftTemplate
{
    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>Whose.</summary>
    public required int StaffId { get; init; }

    /// <summary>What the owner calls it.</summary>
    public required string Name { get; set; }

    /// <summary>The content as JSON.</summary>
    public required string ContentJson { get; init; }

    /// <summary>Subject of a county item, or null.</summary>
    public int? SubjectId { get; init; }

    /// <summary>The item whose form it was, or null; erased with it.</summary>
    public int? SubmissionId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime SavedAt { get; init; }
}

/// <summary>A template as its owner chooses it.</summary>
public sealed record TemplateRow(int Id, string Name, string Title, DateTime SavedAt);

/// <summary>What a template begins an item with.</summary>
/// <param name="Content">Without authors and telephone.</param>
public sealed record TemplateForm(string Name, ItemContent Content, int? SubjectId);

/// <summary>A template needs a name of its own.</summary>
public sealed record TemplateNameWrong(int Most) : Problem($"请给模板起一个名称，最多 {Most} 个字。")
{
    /// <inheritdoc/>
    public override string? Field => "Name";
}

/// <summary>There is one of that name.</summary>
public sealed record TemplateNameTaken(string Name) : Problem($"您已有名为“{Name}”的模板，请换一个名称，或先删除原来的。")
{
    /// <inheritdoc/>
    public override string? Field => "Name";
}

/// <summary>More are not kept.</summary>
public sealed record TooManyTemplates(int Most) : Problem($"模板最多保存 {Most} 个，请先删除不用的。")
{
    /// <inheritdoc/>
    public override string? Field => "Name";
}
