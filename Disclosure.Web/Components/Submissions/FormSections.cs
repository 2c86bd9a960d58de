using Disclosure.Core.Submissions;

namespace Disclosure.Web.Components.Submissions;

/// <summary>One section of the submission form.</summary>
/// <param name="Code">Part of its address on the page.</param>
/// <param name="Title">As printed.</param>
/// <param name="Fields">Fields of <see cref="ItemContent"/> it holds.</param>
public sealed record FormSection(string Code, string Title, IReadOnlyList<string> Fields);

/// <summary>The sections in the order of the printed form, so that paper and screen teach each other.</summary>
public static class FormSections
{
    /// <summary>Name under which problems with files are found.</summary>
    public const string Files = "Files";

    /// <summary>Name under which problems with the five answers are found.</summary>
    public const string Review = "Review";

    /// <summary>Name under which problems with a processed version are found (B5).</summary>
    public const string Processing = "Processing";

    /// <summary>All eight; the first stands only where a published item is changed.</summary>
    public static readonly IReadOnlyList<FormSection> All =
    [
        new("amendment", "变更内容", [AmendmentRules.Ground, AmendmentRules.Reason, AmendmentRules.Changes, AmendmentRules.Basis]),
        new(
            "title",
            "标题与作者",
            [
                nameof(ItemContent.Title),
                nameof(ItemContent.Summary),
                nameof(Submission.SubjectId),
                nameof(ItemContent.Bylines),
                nameof(ItemContent.Phone),
            ]
        ),
        new(
            "kind",
            "类别与属性",
            [
                nameof(ItemContent.Kind),
                nameof(ItemContent.A8Category),
                nameof(ItemContent.DecisionNumber),
                nameof(ItemContent.CreditCode),
                nameof(ItemContent.NoticeFrom),
                nameof(ItemContent.NoticeUntil),
                nameof(ItemContent.BriefIssue),
                nameof(ItemContent.TimeLimitBasis),
                nameof(ItemContent.LinkedItemId),
                nameof(ItemContent.NoInterpretationReason),
                nameof(ItemContent.FirstInterpreter),
                nameof(ItemContent.Origin),
                nameof(ItemContent.MakingBody),
                nameof(ItemContent.FormedOn),
                nameof(ItemContent.Attribute),
                nameof(ItemContent.Ground),
                nameof(ItemContent.LegalBasis),
            ]
        ),
        new(
            "channels",
            "渠道与时间",
            [
                nameof(ItemContent.Channels),
                nameof(ItemContent.WebsiteColumn),
                nameof(ItemContent.OtherChannel),
                nameof(ItemContent.PlannedOn),
                nameof(ItemContent.PlannedTime),
            ]
        ),
        new("figures", "数据性质", [nameof(ItemContent.DataStatus), nameof(ItemContent.ProvisionalReason)]),
        new("files", "送审材料", [Processing, Files]),
        new("review", "保密自查", [Review]),
        new("remarks", "备注", [nameof(ItemContent.PaperCopies), nameof(ItemContent.PaperPages), nameof(ItemContent.Remarks)]),
    ];

    /// <summary>The sections that concern this item.</summary>
    public static IReadOnlyList<FormSection> Of(ItemContent content) => content.Amendment is null ? [.. All.Skip(1)] : All;
}
