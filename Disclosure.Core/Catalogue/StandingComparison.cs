namespace Disclosure.Core.Catalogue;

/// <summary>What happened to a matter between two versions.</summary>
public enum StandingChangeKind
{
    /// <summary>新增.</summary>
    Added,

    /// <summary>修改.</summary>
    Changed,

    /// <summary>删除.</summary>
    Removed,
}

/// <summary>One field that differs.</summary>
public sealed record StandingFieldChange(string Name, string Before, string After);

/// <summary>One matter that differs.</summary>
/// <param name="Fields">Differing fields; all fields of a matter that was added or removed.</param>
public sealed record StandingChange(StandingChangeKind Kind, int EntryId, string Path, IReadOnlyList<StandingFieldChange> Fields);

/// <summary>Holds two versions against each other, matter by matter.</summary>
public static class StandingComparison
{
    private static readonly (string Name, Func<StandingRow, string> Text)[] Fields =
    [
        ("事项（一级）", r => r.Group),
        ("事项（二级）", r => r.Matter),
        ("公开内容", r => r.Content),
        ("公开依据", r => r.Basis),
        ("公开时限", r => r.Time),
        ("时限计算", r => r.Limit.Words),
        ("公开主体", r => r.Section),
        ("公开渠道", r => r.Channels),
        ("公开对象", r => r.Audience),
        ("公开方式", r => r.Way),
        ("公开层级", r => r.Level),
    ];

    /// <summary>Chinese name.</summary>
    public static string Name(this StandingChangeKind kind) =>
        kind switch
        {
            StandingChangeKind.Added => "新增",
            StandingChangeKind.Changed => "修改",
            StandingChangeKind.Removed => "删除",
        };

    /// <summary>What differs: in the order of the later version, then what was removed.</summary>
    public static IReadOnlyList<StandingChange> Of(IReadOnlyList<StandingRow> before, IReadOnlyList<StandingRow> after)
    {
        var earlier = before.ToDictionary(r => r.EntryId);
        var kept = after.Select(r => r.EntryId).ToHashSet();
        return
        [
            .. after
                .Select(r =>
                    earlier.TryGetValue(r.EntryId, out var was)
                        ? new StandingChange(StandingChangeKind.Changed, r.EntryId, r.Path, Differing(was, r))
                        : new StandingChange(StandingChangeKind.Added, r.EntryId, r.Path, Differing(null, r))
                )
                .Where(c => c.Fields.Count > 0),
            .. before
                .Where(r => !kept.Contains(r.EntryId))
                .Select(r => new StandingChange(StandingChangeKind.Removed, r.EntryId, r.Path, Differing(r, null))),
        ];
    }

    /// <summary>「新增 2 项，修改 1 项，删除 1 项」; says so when nothing but the order differs, or nothing at all.</summary>
    public static string Summary(IReadOnlyList<StandingRow> before, IReadOnlyList<StandingRow> after)
    {
        var counts = Of(before, after).GroupBy(c => c.Kind).OrderBy(g => g.Key).Select(g => $"{g.Key.Name()} {g.Count()} 项").ToList();
        return counts.Count > 0 ? string.Join("，", counts)
            : before.Select(r => r.EntryId).SequenceEqual(after.Select(r => r.EntryId)) ? "没有变化"
            : "调整顺序";
    }

    private static List<StandingFieldChange> Differing(StandingRow? before, StandingRow? after) =>
        [
            .. Fields
                .Select(f => new StandingFieldChange(f.Name, before is null ? "" : f.Text(before), after is null ? "" : f.Text(after)))
                .Where(c => c.Before != c.After),
        ];
}
