using System.Globalization;

namespace Disclosure.Core.Submissions;

/// <summary>One field as text before and after.</summary>
public sealed record FieldDifference(string Label, string Before, string After)
{
    /// <summary>True when the two differ.</summary>
    public bool Differs => Before != After;
}

/// <summary>What became of a file between two revisions.</summary>
public enum FileChange
{
    /// <summary>The same bytes under the same name.</summary>
    Same,

    /// <summary>Other bytes under the same name.</summary>
    Replaced,

    /// <summary>The same bytes under another name.</summary>
    Renamed,

    /// <summary>New.</summary>
    Added,

    /// <summary>Gone.</summary>
    Removed,
}

/// <summary>One file before and after.</summary>
public sealed record FileDifference(FileChange Change, string Name, ItemFileRow? Before, ItemFileRow? After);

/// <summary>Every field of an item as label and text, in the order of the printed form; and what two of them differ in.</summary>
public static class RevisionComparison
{
    /// <summary>Labels and values that concern this kind of item.</summary>
    public static IReadOnlyList<(string Label, string Value)> Fields(ItemContent c) =>
        [.. All.Where(f => ContentRules.Concerns(c, f.Field)).Select(f => (f.Label, f.Value(c)))];

    /// <summary>All fields before and after; those that are empty in both are left out.</summary>
    public static IReadOnlyList<FieldDifference> Compare(ItemContent before, ItemContent after) =>
        [
            .. All.Select(f => new FieldDifference(f.Label, f.Value(before), f.Value(after)))
                .Where(d => d.Before.Length + d.After.Length > 0),
        ];

    /// <summary>The field that speaks for a property of the content; the property itself where none is named.</summary>
    public static string FieldOf(string property) =>
        property switch
        {
            nameof(ItemContent.Amendment) => AmendmentRules.Reason,
            nameof(ItemContent.NoticeUntil) => nameof(ItemContent.NoticeFrom),
            nameof(ItemContent.PlannedTime) => nameof(ItemContent.PlannedOn),
            nameof(ItemContent.CatalogueEntryId) => nameof(ItemContent.CatalogueEntry),
            _ => property,
        };

    /// <summary>What a field is called on the form; one that is not on it yet is called by its name.</summary>
    public static string LabelOf(string field) => Label(field) ?? field;

    /// <summary>Files matched by hash first, then by name.</summary>
    public static IReadOnlyList<FileDifference> Compare(IReadOnlyList<ItemFileRow> before, IReadOnlyList<ItemFileRow> after)
    {
        var result = new List<FileDifference>();
        var left = before.ToList();
        foreach (var file in after)
        {
            var same = left.Find(f => f.Sha256 == file.Sha256);
            var was = same ?? left.Find(f => f.Name == file.Name && after.All(a => a.Sha256 != f.Sha256));
            var change =
                was is null ? FileChange.Added
                : same is null ? FileChange.Replaced
                : same.Name == file.Name ? FileChange.Same
                : FileChange.Renamed;
            left.Remove(was!);
            result.Add(new FileDifference(change, file.Name, was, file));
        }
        result.AddRange(left.Select(f => new FileDifference(FileChange.Removed, f.Name, f, null)));
        return result;
    }

    /// <summary>Name of a field on the form, or null when there is no such field.</summary>
    public static string? Label(string field) => All.FirstOrDefault(f => f.Field == field).Label;

    private static readonly (string Field, string Label, Func<ItemContent, string> Value)[] All =
    [
        (
            AmendmentRules.Reason,
            "变更",
            c =>
                c.Amendment is { } a
                    ? $"{a.Kind.Name()}{(a.Ground is { } g ? $"（{g.Name()}）" : "")}：{a.Number}《{a.Title}》；原因：{a.Reason}"
                    : ""
        ),
        (AmendmentRules.Changes, "原表述与现表述", c => c.Amendment?.Changes ?? ""),
        (AmendmentRules.Basis, "修订依据", c => c.Amendment?.Basis ?? ""),
        (nameof(ItemContent.Title), "信息标题", c => c.Title),
        (nameof(ItemContent.Summary), "内容概述", c => c.Summary),
        (nameof(ItemContent.Phone), "编辑人员电话", c => c.Phone),
        (nameof(ItemContent.Bylines), "署名作者", c => string.Join("、", c.Bylines.Select(b => b.Name))),
        (nameof(ItemContent.SubjectId), "专业", c => c.SubjectId is { } id ? $"专业第 {id} 项" : ""),
        (nameof(ItemContent.FormedOn), "信息形成日期", c => Day(c.FormedOn)),
        (nameof(ItemContent.Origin), "信息来源", c => c.Origin?.Name() ?? ""),
        (nameof(ItemContent.MakingBody), "制作单位", c => c.MakingBody),
        (nameof(ItemContent.Kind), "信息类别", c => c.Kind?.Name() ?? ""),
        (
            nameof(ItemContent.A8Category),
            "主动公开内容",
            c => c.A8Category is >= 1 and <= 11 ? $"{c.A8Category}. {SubmissionWords.A8Categories[c.A8Category.Value - 1]}" : ""
        ),
        (nameof(ItemContent.DecisionNumber), "决定文号", c => c.DecisionNumber),
        (nameof(ItemContent.CreditCode), "统一社会信用代码", c => c.CreditCode),
        (nameof(ItemContent.NoticeFrom), "公示期限", c => c.NoticeFrom is null ? "" : $"{Day(c.NoticeFrom)}至{Day(c.NoticeUntil)}"),
        (nameof(ItemContent.BriefIssue), "简报期号", c => c.BriefIssue is { } n ? $"第{n}期" : ""),
        (nameof(ItemContent.TimeLimitBasis), "时限依据", c => c.TimeLimitBasis),
        (nameof(ItemContent.LinkedItemId), "关联稿件", c => c.LinkedItemId is { } id ? $"稿件 {id}" : ""),
        (nameof(ItemContent.FirstInterpreter), "第一解读人", c => c.FirstInterpreter ?? ""),
        (nameof(ItemContent.NoInterpretationReason), "无需解读理由", c => c.NoInterpretationReason),
        (nameof(ItemContent.Attribute), "公开属性", c => c.Attribute?.Name() ?? ""),
        (nameof(ItemContent.Ground), "不予公开理由", c => c.Ground?.Name() ?? ""),
        (nameof(ItemContent.LegalBasis), "法律依据", c => c.LegalBasis),
        (nameof(ItemContent.Channels), "发布渠道", c => string.Join("、", c.Channels.Select(x => x.Name()))),
        (nameof(ItemContent.WebsiteColumn), "外网栏目", c => c.WebsiteColumn),
        (nameof(ItemContent.OtherChannel), "其他渠道", c => c.OtherChannel),
        (
            nameof(ItemContent.PlannedOn),
            "拟发布时间",
            c => Day(c.PlannedOn) + (c.PlannedTime is { } hour ? hour.ToString(" HH:mm", CultureInfo.InvariantCulture) : "")
        ),
        (nameof(ItemContent.DataStatus), "数据性质", c => c.DataStatus?.Name() ?? ""),
        (nameof(ItemContent.ProvisionalReason), "非定案说明", c => c.ProvisionalReason),
        (nameof(ItemContent.Major), "重大稿件", c => c.Major ? "是" : "否"),
        (
            nameof(ItemContent.CatalogueEntry),
            "公开目录事项",
            c => c.CatalogueEntry + (c.CatalogueEntryId is { } key ? $"（基本目录第 {key} 项）" : "")
        ),
        (nameof(ItemContent.PaperCopies), "纸质份数", c => c.PaperCopies is { } n ? $"{n}份" : ""),
        (nameof(ItemContent.PaperPages), "纸质页数", c => c.PaperPages is { } n ? $"{n}页" : ""),
        (nameof(ItemContent.Remarks), "备注", c => c.Remarks),
    ];

    private static string Day(DateOnly? day) => day is { } d ? d.ToString("yyyy年M月d日", CultureInfo.InvariantCulture) : "";
}
