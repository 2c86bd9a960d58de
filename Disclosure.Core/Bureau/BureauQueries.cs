using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Bureau;

/// <summary>One line of the units' page.</summary>
public sealed record UnitRow(
    int Id,
    string Code,
    string Name,
    string ShortName,
    UnitKind Kind,
    int Order,
    bool Active,
    int? DeputyId,
    string DeputyName,
    int People
)
{
    /// <summary>True for the units a deputy is in charge of.</summary>
    public bool IsSection => Kind is UnitKind.Section or UnitKind.Center or UnitKind.Institution;
}

/// <summary>One line of the subjects' page.</summary>
public sealed record SubjectRow(int Id, string Name, int SectionId, string SectionName, int Order, bool Active);

/// <summary>Something to choose from.</summary>
public sealed record ChoiceRow(int Id, string Name);

/// <summary>Something the bureau lacks; shown to the administrators until it is mended.</summary>
/// <param name="Article">Article it rests on, or null.</param>
/// <param name="Text">One sentence.</param>
public sealed record Shortage(string? Article, string Text);

/// <summary>Reads units, subjects and what is missing among them.</summary>
public sealed class BureauQueries(IDbContextFactory<DisclosureDb> contexts)
{
    /// <summary>Units whose name, short name or code contains the text; in the order of the bureau.</summary>
    public async Task<IReadOnlyList<UnitRow>> UnitsAsync(string text, bool withClosed, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (wanted, staff) = (text.Trim(), db.Staff);
        var units = db.Units.AsNoTracking().Where(u => withClosed || u.Active);
        if (wanted.Length > 0)
        {
            units = units.Where(u => u.Name.Contains(wanted) || u.ShortName.Contains(wanted) || u.Code.Contains(wanted));
        }
        var rows = await units
            .Select(u => new UnitRow(
                u.Id,
                u.Code,
                u.Name,
                u.ShortName,
                u.Kind,
                u.Order,
                u.Active,
                u.DeputyId,
                staff.Where(s => s.Id == u.DeputyId).Select(s => s.Name).FirstOrDefault() ?? "",
                staff.Count(s => s.UnitId == u.Id && s.Active)
            ))
            .ToListAsync(ct);
        return
        [
            .. rows.OrderBy(u => u.Kind == UnitKind.Leadership ? -1 : (int)u.Kind)
                .ThenBy(u => u.Order)
                .ThenBy(u => u.Code, StringComparer.Ordinal),
        ];
    }

    /// <summary>Subjects, in their order.</summary>
    public async Task<IReadOnlyList<SubjectRow>> SubjectsAsync(string text, bool withClosed, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var wanted = text.Trim();
        return await db
            .Subjects.AsNoTracking()
            .Where(s => withClosed || s.Active)
            .Join(db.Units, s => s.SectionId, u => u.Id, (s, u) => new { s, u })
            .Where(x => wanted == "" || x.s.Name.Contains(wanted) || x.u.Name.Contains(wanted))
            .OrderBy(x => x.s.Order)
            .ThenBy(x => x.s.Id)
            .Select(x => new SubjectRow(x.s.Id, x.s.Name, x.u.Id, x.u.Name, x.s.Order, x.s.Active))
            .ToListAsync(ct);
    }

    /// <summary>Active holders of a duty on the day or later, by name.</summary>
    public async Task<IReadOnlyList<ChoiceRow>> HoldersAsync(Duty duty, DateOnly day, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var duties = db.DutyAssignments;
        return await db
            .Staff.AsNoTracking()
            .Where(s => s.Active && duties.Any(a => a.StaffId == s.Id && a.Duty == duty && (a.Until == null || a.Until >= day)))
            .OrderBy(s => s.Name)
            .Select(s => new ChoiceRow(s.Id, s.Name))
            .ToListAsync(ct);
    }

    /// <summary>How many disclosure officers are on duty on the day (C5).</summary>
    public async Task<Officers> OfficersAsync(DateOnly day, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Officers.ReadAsync(db, day, ct);
    }

    /// <summary>The bureau's own particulars.</summary>
    public async Task<ProfileEntry> ProfileAsync(CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var profile = await BureauProfile.ReadAsync(db, ct);
        return new ProfileEntry(profile.Name, profile.CitySeries, profile.CountySeries, profile.CreditCode);
    }

    /// <summary>Names the bureau and the person under a list: 「姓名（单位）」.</summary>
    public async Task<Listing> SignedAsync(Listing list, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var units = db.Units;
        var unit = await db
            .Staff.Where(s => s.Id == by.StaffId)
            .Select(s => units.Where(u => u.Id == s.UnitId).Select(u => u.Name).FirstOrDefault())
            .FirstOrDefaultAsync(ct);
        return list with
        {
            Bureau = (await BureauProfile.ReadAsync(db, ct)).Name,
            MadeBy = unit is null ? by.Name : $"{by.Name}（{unit}）",
            MadeOn = BureauTime.Day(now),
        };
    }

    /// <summary>What is missing on the day: officers (C5), deputies in charge, heads, chiefs, platform, leaders.</summary>
    public async Task<IReadOnlyList<Shortage>> ShortagesAsync(DateOnly day, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var staff = db.Staff;
        var held = await db
            .DutyAssignments.AsNoTracking()
            .Where(a => a.From <= day && (a.Until == null || a.Until >= day) && staff.Any(s => s.Id == a.StaffId && s.Active))
            .Select(a => new
            {
                a.StaffId,
                a.Duty,
                a.UnitId,
            })
            .ToListAsync(ct);
        var units = await db
            .Units.AsNoTracking()
            .Where(u => u.Active)
            .OrderBy(u => u.Order)
            .Select(u => new
            {
                u.Id,
                u.Name,
                u.Kind,
                u.DeputyId,
            })
            .ToListAsync(ct);
        var sections = units.Where(u => u.Kind is UnitKind.Section or UnitKind.Center or UnitKind.Institution).ToList();
        bool Held(Duty duty, int? unitId = null) => held.Any(h => h.Duty == duty && (unitId is null || h.UnitId == unitId));

        var missing = new List<Shortage>();
        if (await Officers.ReadAsync(db, day, ct) is { TooFew: true } officers)
        {
            missing.Add(new("C5", officers.Text));
        }
        void Missing(string? article, string what, IEnumerable<string> names)
        {
            if (names.ToList() is [_, ..] list)
            {
                missing.Add(new(article, $"{what}：{string.Join("、", list)}。"));
            }
        }
        Missing(null, "整个单位缺少以下职责", new[] { Duty.Director, Duty.PlatformHead }.Where(d => !Held(d)).Select(d => d.Name()));
        Missing("D10", "没有在岗的负责人", sections.Where(u => !Held(Duty.SectionHead, u.Id)).Select(u => u.Name));
        Missing(
            "D10",
            "没有在岗的分管领导",
            sections.Where(u => !held.Any(h => h.Duty == Duty.DeputyDirector && h.StaffId == u.DeputyId)).Select(u => u.Name)
        );
        Missing("D11", "没有在岗的局长", units.Where(u => u.Kind == UnitKind.County && !Held(Duty.CountyChief, u.Id)).Select(u => u.Name));
        return missing;
    }
}
