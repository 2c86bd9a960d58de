using System.Text.RegularExpressions;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Examiner;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Evidence;

/// <summary>Settings with the version they are.</summary>
/// <param name="Number">From 1; 1 are the program's own.</param>
public sealed record ExaminerSettingsView(int Number, ExaminerSettings Settings, string Note, string By, DateTime? At);

/// <summary>A setting is not as it can be.</summary>
public sealed record ExaminerSettingWrong(string Where, string Sentence) : Problem(Sentence)
{
    /// <inheritdoc/>
    public override string? Field => Where;
}

/// <summary>Somebody else saved meanwhile.</summary>
public sealed record ExaminerSettingsMovedOn() : Problem("检查规则刚由他人修改，请刷新后再改；您这里输入的内容仍在页面上。");

/// <summary>Thresholds, words and lists of the examiner, set by the security administrator; every version is kept.</summary>
public sealed class ExaminerSettingsService(Operations operations, IDbContextFactory<DisclosureDb> contexts)
{
    private const Duty Office = Duty.SecurityAdmin;
    private const int MostEntries = 200;
    private const int LongestEntry = 60;

    /// <summary>Settings in force.</summary>
    public async Task<ExaminerSettingsView> CurrentAsync(CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await CurrentAsync(db, ct);
    }

    /// <summary>All versions, newest first.</summary>
    public async Task<IReadOnlyList<ExaminerSettingsView>> HistoryAsync(CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var versions = await db.ExaminerVersions.AsNoTracking().OrderByDescending(v => v.Id).Take(100).ToListAsync(ct);
        return [.. versions.Select(View), Usual];
    }

    /// <summary>Saves a new version; files are examined again as they are next looked at.</summary>
    /// <param name="versionSeen">Version the page started from; a newer one in the store refuses.</param>
    public Task<Outcome<int>> SaveAsync(
        ExaminerSettings settings,
        string note,
        int versionSeen,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    ) =>
        operations.ByAsync<int>(
            Office,
            by,
            now,
            null,
            async db =>
            {
                var current = await CurrentAsync(db, ct);
                if (current.Number != versionSeen)
                {
                    return new ExaminerSettingsMovedOn();
                }
                if (Wrong(settings, note) is { } wrong)
                {
                    return wrong;
                }
                if (settings.ToJson() == current.Settings.ToJson())
                {
                    return current.Number;
                }
                var version = new ExaminerVersion
                {
                    SettingsJson = settings.ToJson(),
                    Note = note.Trim(),
                    StaffId = by.StaffId,
                    StaffName = by.Name,
                    At = now,
                };
                db.ExaminerVersions.Add(version);
                await db.SaveChangesAsync(ct);
                await Administration.NoteAsync(
                    db,
                    by,
                    Office,
                    "examiner.settings",
                    $"检查规则改为第 {version.Id + 1} 版：{note.Trim()}",
                    now
                );
                return version.Id + 1;
            },
            ct
        );

    /// <summary>The same inside the caller's context.</summary>
    internal static async Task<ExaminerSettingsView> CurrentAsync(DisclosureDb db, CancellationToken ct) =>
        await db.ExaminerVersions.AsNoTracking().OrderByDescending(v => v.Id).FirstOrDefaultAsync(ct) is { } version
            ? View(version)
            : Usual;

    /// <summary>Number of the version with that mark; of the newest where there is none.</summary>
    internal static async Task<int> NumberAsync(DisclosureDb db, string mark, CancellationToken ct)
    {
        var versions = (await db.ExaminerVersions.AsNoTracking().OrderByDescending(v => v.Id).ToListAsync(ct))
            .Select(View)
            .Append(Usual)
            .ToList();
        return (versions.Find(v => v.Settings.Mark == mark) ?? versions[0]).Number;
    }

    private static readonly ExaminerSettingsView Usual = new(1, ExaminerSettings.Usual, "系统自带", "", null);

    private static ExaminerSettingsView View(ExaminerVersion v) =>
        new(v.Id + 1, ExaminerSettings.FromJson(v.SettingsJson), v.Note, v.StaffName, v.At);

    /// <summary>The first thing that is wrong with settings, or null; asked by the page too.</summary>
    public static ExaminerSettingWrong? Wrong(ExaminerSettings s, string note) =>
        s switch
        {
            { Enterprises: < 2 or > 100 } => new(nameof(s.Enterprises), "企业数门槛请填 2 到 100 之间的整数。"),
            { Persons: < 2 or > 1000 } => new(nameof(s.Persons), "个人和住户门槛请填 2 到 1000 之间的整数。"),
            { DominanceCount: < 1 or > 5 } => new(nameof(s.DominanceCount), "最大几家请填 1 到 5 之间的整数。"),
            { DominanceShare: < 10 or > 99 } => new(nameof(s.DominanceShare), "最大几家的份额请填 10 到 99 之间的百分数。"),
            { RemainderShare: < 1 or > 90 } => new(nameof(s.RemainderShare), "其余份额请填 1 到 90 之间的百分数。"),
            { NarrowShare: < 1 or > 50 } => new(nameof(s.NarrowShare), "范围宽度请填 1 到 50 之间的百分数。"),
            _ => WrongList(s)
                ?? (
                    string.IsNullOrWhiteSpace(note) ? new("Note", "请写明为什么修改，几个字即可。")
                    : note.Length > 200 ? new("Note", "修改说明不能超过 200 字。")
                    : null
                ),
        };

    private static ExaminerSettingWrong? WrongList(ExaminerSettings s)
    {
        (string Field, string Name, IReadOnlyList<string> List)[] lists =
        [
            (nameof(s.CautionWords), "警示字样", s.CautionWords),
            (nameof(s.DraftWords), "未定稿字样", s.DraftWords),
            (nameof(s.OwnWords), "关注的词语", s.OwnWords),
            (nameof(s.OwnPatterns), "关注的式样", s.OwnPatterns),
            (nameof(s.AllowedPhones), "允许的电话", s.AllowedPhones),
            (nameof(s.AllowedMail), "允许的邮箱", s.AllowedMail),
            (nameof(s.AllowedOrganisations), "允许的单位", s.AllowedOrganisations),
        ];
        foreach (var (field, name, list) in lists)
        {
            if (list.Count > MostEntries || list.FirstOrDefault(w => w.Trim().Length is 0 or > LongestEntry) is not null)
            {
                return new(field, $"{name}最多 {MostEntries} 条，每条 1 到 {LongestEntry} 字。");
            }
        }
        if (s.CautionWords.Concat(s.DraftWords).Concat(s.OwnWords).FirstOrDefault(w => w.Trim().Length < 2) is { } shortest)
        {
            return new(
                s.OwnWords.Contains(shortest) ? nameof(s.OwnWords) : nameof(s.CautionWords),
                $"“{shortest}”太短，一个字会处处命中，请至少两个字。"
            );
        }
        foreach (var pattern in s.OwnPatterns)
        {
            try
            {
                if (new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant).IsMatch(""))
                {
                    return new(nameof(s.OwnPatterns), $"式样“{pattern}”什么都没有也能匹配，会处处命中，请改写。");
                }
            }
            catch (Exception e) when (e is ArgumentException or NotSupportedException)
            {
                return new(nameof(s.OwnPatterns), $"式样“{pattern}”不能使用：请检查括号，不要使用反向引用和环视。");
            }
        }
        return null;
    }
}
