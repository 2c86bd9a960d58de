using Disclosure.Core.Common;

namespace Disclosure.Core.Submissions;

/// <summary>Something on the submission form that must be mended before it can be sent.</summary>
/// <param name="At">Name of the field of <see cref="ItemContent"/>.</param>
/// <param name="Sentence">What is wrong and what to do.</param>
public sealed record FieldProblem(string At, string Sentence) : Problem(Sentence)
{
    /// <inheritdoc/>
    public override string? Field => At;
}

/// <summary>What a submission must say before it can be sent; the form shows the same sentences beside the fields.</summary>
public static class ContentRules
{
    /// <summary>Longest title, characters.</summary>
    public const int TitleLength = 120;

    /// <summary>Longest summary, remark or reason, characters.</summary>
    public const int TextLength = 500;

    /// <summary>Most files an item may carry.</summary>
    public const int MostFiles = 30;

    /// <summary>True when the field concerns this kind of item; the form hides the others.</summary>
    public static bool Concerns(ItemContent c, string field) =>
        field switch
        {
            _ when KindRules.Fields.Contains(field) => c.Kind is { } kind
                && kind.Rule().Fields.Contains(field)
                && (field != nameof(ItemContent.NoInterpretationReason) || c.LinkedItemId is null),
            nameof(ItemContent.PlannedTime) => c.PlannedOn is not null,
            AmendmentRules.Reason => c.Amendment is not null,
            AmendmentRules.Ground => c.Amendment is { Kind: AmendmentKind.TakeDown },
            AmendmentRules.Changes => c.Amendment is { Kind: not AmendmentKind.TakeDown },
            AmendmentRules.Basis => c.Amendment is { Kind: AmendmentKind.DataRevision },
            nameof(ItemContent.MakingBody) => c.Origin is Origin.Obtained or Origin.Held,
            nameof(ItemContent.Ground) => c.Attribute == DisclosureAttribute.Withheld,
            nameof(ItemContent.LegalBasis) => c.Attribute is DisclosureAttribute.Withheld or DisclosureAttribute.OnRequest,
            nameof(ItemContent.ProvisionalReason) => c.DataStatus == DataStatus.Provisional,
            nameof(ItemContent.WebsiteColumn) => c.Channels.Contains(Channel.Website),
            nameof(ItemContent.OtherChannel) => c.Channels.Contains(Channel.Other),
            _ => true,
        };

    /// <summary>Everything that keeps the item from being sent, in the order of the form; empty when it is ready.</summary>
    /// <param name="c">The draft.</param>
    /// <param name="files">Files of the draft, in order.</param>
    /// <param name="today">The bureau's day.</param>
    public static IReadOnlyList<FieldProblem> Check(ItemContent c, IReadOnlyList<(FileRole Role, string Sha256)> files, DateOnly today) =>
        [
            .. AmendmentRules.Check(c),
            .. Basics(c, Authorship.Over(c, files), today),
            .. Disclosure(c, today),
            .. KindFields(c),
            .. Figures(c),
            .. Files([.. files.Select(f => f.Role)], AmendmentRules.NeedsText(c)),
            .. Paper(c),
        ];

    /// <summary>A county item without a subject that is in use has no matching section to go to (D11).</summary>
    /// <param name="closed">True when the subject chosen is no longer in use.</param>
    public static FieldProblem? CheckSubject(string routeCode, int? subjectId, bool closed) =>
        !RouteCodes.IsCounty(routeCode) ? null
        : subjectId is null ? new(nameof(Submission.SubjectId), "请选择专业，稿件将送往对口的市局科室。")
        : closed ? new(nameof(Submission.SubjectId), new SubjectClosed().Text)
        : null;

    private static IEnumerable<FieldProblem> Basics(ItemContent c, string over, DateOnly today)
    {
        if (Missing(c.Title))
        {
            yield return new(nameof(c.Title), "请填写标题。");
        }
        else if (c.Title.Length > TitleLength)
        {
            yield return new(nameof(c.Title), $"标题有 {c.Title.Length} 个字，最多 {TitleLength} 个字，请精简。");
        }
        if (Missing(c.Summary))
        {
            yield return new(nameof(c.Summary), "请填写内容概述，它将进入年度目录。");
        }
        else if (c.Summary.Length > TextLength)
        {
            yield return new(nameof(c.Summary), $"内容概述有 {c.Summary.Length} 个字，最多 {TextLength} 个字。");
        }
        if (c.Kind is null)
        {
            yield return new(nameof(c.Kind), "请选择信息类别。");
        }
        if (c.A8Category is null or < 1 or > 11)
        {
            yield return new(nameof(c.A8Category), "请选择主动公开内容类别（制度第八条所列 11 类之一）。");
        }
        foreach (var problem in BylineProblems(c, over))
        {
            yield return problem;
        }
        if (c.Origin is null)
        {
            yield return new(nameof(c.Origin), "请选择信息来源：制作、获得或拥有。");
        }
        if (Concerns(c, nameof(c.MakingBody)) && Missing(c.MakingBody))
        {
            yield return new(nameof(c.MakingBody), "请填写该信息的制作单位。");
        }
        if (c.FormedOn is null)
        {
            yield return new(nameof(c.FormedOn), "请填写信息形成日期，公开期限从这一天起算。");
        }
        else if (c.FormedOn > today)
        {
            yield return new(nameof(c.FormedOn), "信息形成日期不能晚于今天。");
        }
    }

    private static IEnumerable<FieldProblem> BylineProblems(ItemContent c, string over)
    {
        if (c.Bylines.Count == 0 || c.Bylines.All(b => Missing(b.Name)))
        {
            yield return new(nameof(c.Bylines), "请填写至少一名署名作者。");
        }
        else if (c.Bylines.Any(b => Missing(b.Name)))
        {
            yield return new(nameof(c.Bylines), "有一名署名作者没有填写姓名，请补充或删除。");
        }
        else if (c.Bylines.FirstOrDefault(b => !Authorship.Confirmed(b, over)) is { } open)
        {
            yield return new(
                nameof(c.Bylines),
                open.Confirmed
                    ? $"署名作者“{open.Name}”确认文责以后，标题、内容概述或文件有改动，请重新确认。"
                    : $"署名作者“{open.Name}”尚未确认文责。"
            );
        }
    }

    private static IEnumerable<FieldProblem> Disclosure(ItemContent c, DateOnly today)
    {
        if (c.Attribute is null)
        {
            yield return new(nameof(c.Attribute), "请选择公开属性。");
        }
        if (Concerns(c, nameof(c.Ground)) && c.Ground is null)
        {
            yield return new(nameof(c.Ground), "选择不予公开的，请选择理由。");
        }
        if (Concerns(c, nameof(c.LegalBasis)) && Missing(c.LegalBasis))
        {
            yield return new(nameof(c.LegalBasis), "请填写法律依据。");
        }
        if (c.Channels.Count == 0)
        {
            yield return new(nameof(c.Channels), "请至少选择一个发布渠道。");
        }
        if (Concerns(c, nameof(c.WebsiteColumn)) && Missing(c.WebsiteColumn))
        {
            yield return new(nameof(c.WebsiteColumn), "选择外网发布的，请填写栏目。");
        }
        if (Concerns(c, nameof(c.OtherChannel)) && Missing(c.OtherChannel))
        {
            yield return new(nameof(c.OtherChannel), "请写明其他渠道是什么。");
        }
        if (c.PlannedTime is not null && c.PlannedOn is null)
        {
            yield return new(nameof(c.PlannedOn), "填写了拟发布时刻的，请同时填写日期。");
        }
        if (c.PlannedOn < today)
        {
            yield return new(nameof(c.PlannedOn), "拟发布时间不能早于今天，请改期或清空。");
        }
    }

    private static IEnumerable<FieldProblem> KindFields(ItemContent c)
    {
        if (Concerns(c, nameof(c.NoInterpretationReason)) && Missing(c.NoInterpretationReason))
        {
            yield return new(nameof(c.LinkedItemId), "政策文件须关联政策解读稿，或写明无需解读的理由。");
        }
        if (c.Kind == ItemKind.Interpretation && c.LinkedItemId is null)
        {
            yield return new(nameof(c.LinkedItemId), "请选择所解读的政策文件。");
        }
        if (Concerns(c, nameof(c.FirstInterpreter)) && Missing(c.FirstInterpreter))
        {
            yield return new(nameof(c.FirstInterpreter), "请填写第一解读人；应为主要领导，由他人解读的写明职务和缘由。");
        }
        if (Concerns(c, nameof(c.BriefIssue)) && c.BriefIssue is null or <= 0)
        {
            yield return new(nameof(c.BriefIssue), "请填写简报期号（正整数）。");
        }
        if (Concerns(c, nameof(c.TimeLimitBasis)) && Missing(c.TimeLimitBasis))
        {
            yield return new(nameof(c.TimeLimitBasis), "类别为其他的，请写明发布时限的依据。");
        }
        foreach (var problem in Concerns(c, nameof(c.DecisionNumber)) ? DiscreditedFields(c) : [])
        {
            yield return problem;
        }
    }

    private static IEnumerable<FieldProblem> DiscreditedFields(ItemContent c)
    {
        if (Missing(c.DecisionNumber))
        {
            yield return new(nameof(c.DecisionNumber), "请填写认定失信的决定文号。");
        }
        if (!CreditCodes.IsValid(c.CreditCode))
        {
            yield return new(nameof(c.CreditCode), "统一社会信用代码应为 18 位且校验码正确，请核对。");
        }
        if (c.NoticeFrom is null || c.NoticeUntil is null)
        {
            yield return new(nameof(c.NoticeFrom), "请填写公示的起止日期。");
        }
        else if (c.NoticeUntil < c.NoticeFrom)
        {
            yield return new(nameof(c.NoticeFrom), "公示截止日期不能早于开始日期。");
        }
    }

    private static IEnumerable<FieldProblem> Figures(ItemContent c)
    {
        if (c.DataStatus is null)
        {
            yield return new(nameof(c.DataStatus), "请选择数据性质：定案、非定案或不含数据。");
        }
        if (Concerns(c, nameof(c.ProvisionalReason)) && Missing(c.ProvisionalReason))
        {
            yield return new(nameof(c.ProvisionalReason), "非定案数据原则上不得发布，请说明理由，由分管领导确认。");
        }
    }

    // A take-down brings no text of its own; what is attached explains it.
    private static IEnumerable<FieldProblem> Files(IReadOnlyList<FileRole> files, bool needsText)
    {
        if (files.Count(f => f == FileRole.Body) is var bodies && bodies != 1 && (needsText || bodies > 1))
        {
            yield return new("Files", bodies == 0 ? "请上传正文文件。" : "只能有一个正文文件，请把其余的改为附件。");
        }
        if (files.Count > MostFiles)
        {
            yield return new("Files", $"文件最多 {MostFiles} 个，现有 {files.Count} 个。");
        }
    }

    private static IEnumerable<FieldProblem> Paper(ItemContent c)
    {
        if (c.PaperCopies is < 0 or > 999 || c.PaperPages is < 0 or > 99999)
        {
            yield return new(nameof(c.PaperCopies), "纸质份数和页数应为不太大的非负整数。");
        }
        if (Missing(c.Phone))
        {
            yield return new(nameof(c.Phone), "请填写编辑人员电话，它印在表上。");
        }
        if (c.Remarks.Length > TextLength)
        {
            yield return new(nameof(c.Remarks), $"备注有 {c.Remarks.Length} 个字，最多 {TextLength} 个字。");
        }
    }

    private static bool Missing(string? text) => string.IsNullOrWhiteSpace(text);
}
