using Disclosure.Core.Approval;
using Disclosure.Core.Archive;
using Disclosure.Core.Bureau;
using Disclosure.Core.Ledgers;
using Disclosure.Core.PublicOpinion;
using Disclosure.Core.Reminders;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Web.Setup;

/// <summary>One line of the side menu.</summary>
/// <param name="Path">Where it leads, without the leading slash.</param>
/// <param name="Word">What it is called.</param>
/// <param name="Count">Waiting items, 0 for none.</param>
/// <param name="Late">True when one of them is overdue.</param>
public sealed record MenuLine(string Path, string Word, int Count = 0, bool Late = false);

/// <summary>Lines of the menu that belong together.</summary>
/// <param name="Code">Permanent code, under which it is remembered as open.</param>
public sealed record MenuGroup(string Code, string Word, IReadOnlyList<MenuLine> Lines)
{
    /// <summary>What waits in all its lines.</summary>
    public int Count => Lines.Sum(l => l.Count);

    /// <summary>True when something in it is overdue.</summary>
    public bool Late => Lines.Any(l => l.Late);
}

/// <summary>The frame around every page: who is here and what their duties open.</summary>
/// <param name="Reminders">Reminders not seen yet.</param>
public sealed record FrameView(string Name, string Unit, IReadOnlyList<MenuGroup> Groups, int Reminders);

/// <summary>Reads the frame afresh; what is not in it is refused by the pages themselves.</summary>
public sealed class Menu(
    CurrentActor current,
    InboxQueries inbox,
    HoldQueries holds,
    OpinionQueries opinions,
    ReminderService reminders,
    PreferenceService preferences,
    IDbContextFactory<DisclosureDb> contexts,
    TimeProvider clock
)
{
    private const string Remembered = "menu";

    /// <summary>The frame as of now.</summary>
    public async Task<FrameView> ReadAsync()
    {
        var by = await current.GetAsync();
        var grants = await current.GrantsAsync();
        var (procedure, now) = (OfProcedure(grants), clock.GetUtcNow().UtcDateTime);
        var counts = procedure ? await inbox.CountAsync(by, now) : new WorklistCounts(0, 0, 0, 0, 0);
        var held = procedure ? await holds.CountAsync(by, now) : new HoldCounts(0, 0);
        var heard = procedure ? await opinions.CountAsync(by, now) : new OpinionCounts(0, 0);
        await using var db = await contexts.CreateDbContextAsync();
        var unit = await db.Units.Where(u => u.Id == grants.UnitId).Select(u => u.Name).FirstOrDefaultAsync() ?? "";
        return new FrameView(by.Name, unit, [.. Groups(grants, counts, held, heard)], await reminders.CountAsync(by, now));
    }

    /// <summary>Codes of the groups that the person left open; null where nothing was chosen yet.</summary>
    public async Task<HashSet<string>?> OpenAsync() =>
        (await preferences.FindAsync(Remembered, await current.GetAsync(), clock.GetUtcNow().UtcDateTime))
            ?.Split(',', StringSplitOptions.RemoveEmptyEntries)
            .ToHashSet();

    /// <summary>Remembers which groups stand open.</summary>
    public async Task RememberAsync(IEnumerable<string> open) =>
        await preferences.ChooseAsync(Remembered, string.Join(',', open), await current.GetAsync(), clock.GetUtcNow().UtcDateTime);

    /// <summary>The groups that these grants open, in the order of a working day; none is empty.</summary>
    public static IEnumerable<MenuGroup> Groups(Grants grants, WorklistCounts counts, HoldCounts held, OpinionCounts? heard = null)
    {
        MenuGroup[] groups =
        [
            new("work", "我的工作", [.. Work(grants, counts)]),
            new("public", "公开发布", [.. Public(grants, heard)]),
            new("ledgers", "监督台账", [.. Ledgers(grants, held)]),
            new("tools", "规则与工具", [.. Tools(grants)]),
            new("bureau", "系统管理", [.. Bureau(grants)]),
        ];
        return groups.Where(g => g.Lines.Count > 0);
    }

    private static IEnumerable<MenuLine> Work(Grants grants, WorklistCounts counts)
    {
        yield return new("", "工作台");
        if (grants.Has(Duty.Editor))
        {
            yield return new("submit", "投稿");
        }
        if (OfProcedure(grants))
        {
            yield return new("inbox", "待办文件", counts.Waiting, counts.Overdue > 0);
            yield return new("handled", "已办文件");
        }
    }

    private static IEnumerable<MenuLine> Public(Grants grants, OpinionCounts? heard)
    {
        if (grants.Has(Duty.PlatformHead))
        {
            yield return new("platform", "发布台");
            yield return new("platform/checks", "核对发布件");
        }
        yield return new("catalogue", "公开目录");
        if (OfProcedure(grants))
        {
            yield return new("interpretations", "政策解读");
            yield return new("consultations", "意见征集");
            yield return new("opinions", "政务舆情", heard?.Open ?? 0, heard?.Late > 0);
        }
        yield return new("releases", "发布日历");
    }

    private static IEnumerable<MenuLine> Ledgers(Grants grants, HoldCounts held)
    {
        if (OfProcedure(grants))
        {
            yield return new("holds", "暂停事由", held.Open, held.Overdue > 0);
        }
        if (grants.Has(Duty.DisclosureOffice))
        {
            yield return new("overdue", "超期稿件");
            yield return new("withdrawn", "停查文件");
        }
        if (LedgerRights.MaySee(grants))
        {
            yield return new("ledgers", "台账");
        }
        if (WithheldQueries.MaySee(grants))
        {
            yield return new("withheld", "不予公开复核");
        }
        if (OfProcedure(grants))
        {
            yield return new("duties", "年度事项");
            yield return new("originals", "原件台账");
        }
        if (ArchiveRules.MaySee(grants))
        {
            yield return new("archive", "归档");
        }
        if (grants.Has(Duty.AuditAdmin))
        {
            yield return new("audit", "审计");
        }
    }

    private static IEnumerable<MenuLine> Tools(Grants grants)
    {
        if (OfProcedure(grants))
        {
            yield return new("verify", "验真");
            yield return new("forms", "空白表单");
        }
        yield return new("calendar", "日历与时限");
        yield return new("routes", "流程图");
        yield return new("review-rules", "审查规则");
        yield return new("examiner-rules", "检查规则");
        yield return new("articles", "制度对照");
    }

    private static IEnumerable<MenuLine> Bureau(Grants grants)
    {
        if (grants.Has(Duty.SystemAdmin) || grants.Has(Duty.SecurityAdmin))
        {
            yield return new("bureau/units", "单位");
            yield return new("bureau/staff", "人员与职责");
        }
        if (grants.Has(Duty.SystemAdmin))
        {
            yield return new("print-settings", "打印设置");
        }
    }

    private static bool OfProcedure(Grants grants) => grants.All.Any(g => !g.Duty.IsAdministrator());
}
