using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Bureau;

/// <summary>Whom to show; an empty field does not narrow.</summary>
public sealed record StaffFilter(string Text, int? UnitId, Duty? Duty, bool WithClosed);

/// <summary>One line of the people's page.</summary>
public sealed record StaffRow(
    int Id,
    string SignInName,
    string Name,
    string UnitName,
    string Phone,
    bool Active,
    bool Locked,
    bool MustChangePassword,
    IReadOnlyList<string> Duties
)
{
    /// <summary>What stands in the list: 已停用, 已锁定, 待首次登录, 正常.</summary>
    public string State =>
        this switch
        {
            { Active: false } => "已停用",
            { Locked: true } => "已锁定",
            { MustChangePassword: true } => "待首次登录",
            _ => "正常",
        };
}

/// <summary>One duty on a person's page.</summary>
public sealed record DutyRow(int Id, Duty Duty, string UnitName, DateOnly From, DateOnly? Until)
{
    /// <summary>True while it lasts or is still to come.</summary>
    public bool IsLive(DateOnly day) => Until is null || (Until >= day && Until >= From);
}

/// <summary>Everything on a person's page.</summary>
public sealed record StaffCard(
    int Id,
    string SignInName,
    string Name,
    int UnitId,
    string UnitName,
    UnitKind UnitKind,
    string Phone,
    bool Active,
    DateTime? LockedUntil,
    bool MustChangePassword,
    IReadOnlyList<DutyRow> Duties,
    IReadOnlyList<DelegationRow> Delegations
)
{
    /// <summary>UTC moment until which a session takes no password, or null.</summary>
    public DateTime? ConfirmLockedUntil { get; init; }
}

/// <summary>Reads people, their duties and delegations.</summary>
public sealed class StaffQueries(IDbContextFactory<DisclosureDb> contexts)
{
    /// <summary>Most lines of a page.</summary>
    public const int PageSize = 50;

    /// <summary>One page of people by unit and name, with the number of all that match.</summary>
    /// <param name="page">From 0; null for all.</param>
    public async Task<(IReadOnlyList<StaffRow> Rows, int Total)> PageAsync(
        StaffFilter filter,
        int? page,
        DateTime now,
        CancellationToken ct = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var day = BureauTime.Day(now);
        var wanted = Narrow(db, filter, day);
        var total = await wanted.CountAsync(ct);
        var (skip, take) = page is { } p ? (p * PageSize, PageSize) : (0, Listing.MostRows);
        var people = await wanted
            .Join(db.Units, s => s.UnitId, u => u.Id, (s, u) => new { s, u })
            .OrderBy(x =>
                x.u.Kind == UnitKind.Leadership ? 0
                : x.u.Kind == UnitKind.County ? 2
                : 1
            )
            .ThenBy(x => x.u.Order)
            .ThenBy(x => x.u.Code)
            .ThenBy(x => x.s.Name)
            .ThenBy(x => x.s.Id)
            .Skip(skip)
            .Take(take)
            .Select(x => new
            {
                x.s.Id,
                x.s.SignInName,
                x.s.Name,
                Unit = x.u.Name,
                x.s.Phone,
                x.s.Active,
                x.s.LockedUntil,
                x.s.MustChangePassword,
            })
            .ToListAsync(ct);
        var ids = people.Select(p => p.Id).ToList();
        var units = db.Units;
        var duties = (
            await db
                .DutyAssignments.AsNoTracking()
                .Where(a => ids.Contains(a.StaffId) && a.From <= day && (a.Until == null || a.Until >= day))
                .Select(a => new
                {
                    a.StaffId,
                    a.Duty,
                    Unit = units.Where(u => u.Id == a.UnitId).Select(u => u.ShortName).FirstOrDefault(),
                })
                .ToListAsync(ct)
        ).ToLookup(a => a.StaffId, a => a.Unit is null ? a.Duty.Name() : $"{a.Duty.Name()}（{a.Unit}）");
        return (
            [
                .. people.Select(p => new StaffRow(
                    p.Id,
                    p.SignInName,
                    p.Name,
                    p.Unit,
                    p.Phone,
                    p.Active,
                    p.LockedUntil > now,
                    p.MustChangePassword,
                    [.. duties[p.Id]]
                )),
            ],
            total
        );
    }

    /// <summary>Active people of a unit, by name, for a choice.</summary>
    public async Task<IReadOnlyList<ChoiceRow>> MembersAsync(int unitId, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db
            .Staff.AsNoTracking()
            .Where(s => s.Active && s.UnitId == unitId)
            .OrderBy(s => s.Name)
            .Select(s => new ChoiceRow(s.Id, s.Name))
            .ToListAsync(ct);
    }

    /// <summary>One person, or null.</summary>
    public async Task<StaffCard?> CardAsync(int id, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Staff.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, ct) is not { } p)
        {
            return null;
        }
        var unit = await db.Units.AsNoTracking().FirstAsync(u => u.Id == p.UnitId, ct);
        var units = db.Units;
        var duties = await db
            .DutyAssignments.AsNoTracking()
            .Where(a => a.StaffId == id)
            .OrderByDescending(a => a.From)
            .ThenByDescending(a => a.Id)
            .Select(a => new DutyRow(
                a.Id,
                a.Duty,
                units.Where(u => u.Id == a.UnitId).Select(u => u.Name).FirstOrDefault() ?? "全局",
                a.From,
                a.Until
            ))
            .Take(PageSize)
            .ToListAsync(ct);
        var delegations = await DelegationRow.OfAsync(db, db.Delegations.Where(d => d.PrincipalId == id || d.DeputyId == id), 0, ct);
        return new StaffCard(
            p.Id,
            p.SignInName,
            p.Name,
            p.UnitId,
            unit.Name,
            unit.Kind,
            p.Phone,
            p.Active,
            p.LockedUntil,
            p.MustChangePassword,
            duties,
            delegations
        )
        {
            ConfirmLockedUntil = p.ConfirmLockedUntil,
        };
    }

    /// <summary>One page of delegations, newest first, with the number of all.</summary>
    /// <param name="page">From 0; null for all.</param>
    public async Task<(IReadOnlyList<DelegationRow> Rows, int Total)> DelegationsAsync(
        string text,
        bool withEnded,
        int? page,
        DateOnly day,
        CancellationToken ct = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var wanted = text.Trim();
        var staff = db.Staff;
        var all = db.Delegations.Where(d => withEnded || (d.RevokedOn == null && d.Until >= day));
        if (wanted.Length > 0)
        {
            all = all.Where(d => staff.Any(s => (s.Id == d.PrincipalId || s.Id == d.DeputyId) && s.Name.Contains(wanted)));
        }
        return (await DelegationRow.OfAsync(db, all, page, ct), await all.CountAsync(ct));
    }

    private static IQueryable<Staff> Narrow(DisclosureDb db, StaffFilter filter, DateOnly day)
    {
        var (wanted, duties) = (filter.Text.Trim(), db.DutyAssignments);
        var people = db.Staff.AsNoTracking().Where(s => filter.WithClosed || s.Active);
        if (wanted.Length > 0)
        {
            people = people.Where(s => s.Name.Contains(wanted) || s.SignInName.Contains(wanted) || s.Phone.Contains(wanted));
        }
        if (filter.UnitId is { } unit)
        {
            people = people.Where(s => s.UnitId == unit);
        }
        return filter.Duty is { } duty
            ? people.Where(s =>
                duties.Any(a => a.StaffId == s.Id && a.Duty == duty && a.From <= day && (a.Until == null || a.Until >= day))
            )
            : people;
    }
}
