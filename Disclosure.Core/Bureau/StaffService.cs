using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Bureau;

/// <summary>A person as typed.</summary>
public sealed record StaffEntry(string SignInName, string Name, int UnitId, string Phone);

/// <summary>A password shown once to the administrator and kept nowhere in clear.</summary>
public sealed record FirstPassword(int StaffId, string Password);

/// <summary>
/// Accounts: the system administrator adds, edits, closes and reopens them, the security administrator unlocks.
/// Every change ends the person's sessions; no account is ever deleted.
/// </summary>
public sealed class StaffService(Operations operations, IPasswordHasher<Staff> hasher)
{
    /// <summary>Adds a person; answers the first password, which must be changed at first sign-in.</summary>
    public async Task<Outcome<FirstPassword>> AddAsync(
        StaffEntry entry,
        Guid commandId,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        var person = new Staff
        {
            SignInName = entry.SignInName.Trim(),
            Name = entry.Name.Trim(),
            UnitId = entry.UnitId,
            Phone = entry.Phone.Trim(),
        };
        var password = Passwords.Invent();
        // Hashing takes a tenth of a second; inside the gate it would hold up every other writer.
        person.PasswordHash = hasher.HashPassword(person, password);
        var added = await operations.ByAsync<int>(
            Duty.SystemAdmin,
            by,
            now,
            commandId,
            async db =>
            {
                var unit = await UnitAsync(db, null, entry, ct);
                if (!unit.Ok)
                {
                    return unit.Problem!;
                }
                db.Staff.Add(person);
                await db.SaveChangesAsync(ct);
                await Administration.NoteAsync(
                    db,
                    by,
                    Duty.SystemAdmin,
                    "staff.add",
                    $"新增人员“{person.Name}”（登录名“{person.SignInName}”，{unit.Value.Name}）",
                    now
                );
                return person.Id;
            },
            ct
        );
        return Shown(added, added.Ok && added.Value == person.Id, password);
    }

    /// <summary>Changes sign-in name, name, unit or telephone. A unit that the person's duties do not fit is refused.</summary>
    public Task<Outcome<Done>> ChangeAsync(int id, StaffEntry entry, Actor by, DateTime now, CancellationToken ct = default) =>
        operations.ByAsync<Done>(
            Duty.SystemAdmin,
            by,
            now,
            null,
            async db =>
            {
                if (await db.Staff.FirstOrDefaultAsync(s => s.Id == id, ct) is not { } person)
                {
                    return new NotFound();
                }
                var unit = await UnitAsync(db, person, entry, ct);
                if (!unit.Ok)
                {
                    return unit.Problem!;
                }
                if (person.UnitId != entry.UnitId && await StayBehindAsync(db, person, unit.Value, BureauTime.Day(now), ct) is { } refusal)
                {
                    return refusal;
                }
                var before = Describe(person);
                var from = person.UnitId;
                (person.SignInName, person.Name, person.UnitId, person.Phone) = (
                    entry.SignInName.Trim(),
                    entry.Name.Trim(),
                    entry.UnitId,
                    entry.Phone.Trim()
                );
                if (Describe(person) == before && from == person.UnitId)
                {
                    return Done.It;
                }
                person.EndSessions();
                return await Administration.NoteAsync(
                    db,
                    by,
                    Duty.SystemAdmin,
                    "staff.change",
                    $"人员{before}改为{Describe(person)}，所属“{unit.Value.Name}”",
                    now
                );
            },
            ct
        );

    /// <summary>Closes an account: its sessions end, its duties and delegations end with it; what was signed stays.</summary>
    public Task<Outcome<Done>> CloseAsync(int id, Actor by, DateTime now, CancellationToken ct = default) =>
        operations.ByAsync<Done>(
            Duty.SystemAdmin,
            by,
            now,
            null,
            async db =>
            {
                var day = BureauTime.Day(now);
                var person = await db.Staff.FirstOrDefaultAsync(s => s.Id == id, ct);
                if (person is null || id == by.StaffId)
                {
                    return person is null ? new NotFound() : new OwnAccount();
                }
                if (!person.Active)
                {
                    return Done.It;
                }
                var duties = await db.LiveDuties(id, day).ToListAsync(ct);
                if (await DutyLedger.LastOfAsync(db, id, duties.Select(d => d.Duty), day, ct) is { } last)
                {
                    return last;
                }
                // A reopened account must not bring powers back that only the security administrator gives.
                duties.ForEach(d => d.Until = day.AddDays(-1));
                (await db.LiveDelegations(id, day).ToListAsync(ct)).ForEach(d => d.RevokedOn = day);
                person.Active = false;
                person.EndSessions();
                return await Administration.NoteAsync(
                    db,
                    by,
                    Duty.SystemAdmin,
                    "staff.close",
                    $"停用账号{Who(person)}，同时终止职责 {duties.Count} 项",
                    now
                );
            },
            ct
        );

    /// <summary>Opens a closed account again, without any duty.</summary>
    public Task<Outcome<Done>> ReopenAsync(int id, Actor by, DateTime now, CancellationToken ct = default) =>
        operations.ByAsync<Done>(
            Duty.SystemAdmin,
            by,
            now,
            null,
            async db =>
            {
                if (await db.Staff.FirstOrDefaultAsync(s => s.Id == id, ct) is not { } person)
                {
                    return new NotFound();
                }
                if (person.Active)
                {
                    return Done.It;
                }
                if (!await db.Units.AnyAsync(u => u.Id == person.UnitId && u.Active, ct))
                {
                    return new UnitNotUsable("UnitId");
                }
                person.Active = true;
                person.EndSessions();
                return await Administration.NoteAsync(
                    db,
                    by,
                    Duty.SystemAdmin,
                    "staff.reopen",
                    $"恢复账号{Who(person)}，不带任何职责",
                    now
                );
            },
            ct
        );

    /// <summary>Lifts the locks that wrong passwords brought.</summary>
    public Task<Outcome<Done>> UnlockAsync(int id, Actor by, DateTime now, CancellationToken ct = default) =>
        operations.ByAsync<Done>(
            Duty.SecurityAdmin,
            by,
            now,
            null,
            async db =>
            {
                var found = await OtherAsync(db, id, by, ct);
                if (!found.Ok)
                {
                    return found.Problem!;
                }
                var person = found.Value;
                if (person is { LockedUntil: null, AccessFailedCount: 0, ConfirmLockedUntil: null, ConfirmFailedCount: 0 })
                {
                    return Done.It;
                }
                person.Unlock();
                person.EndSessions();
                return await Administration.NoteAsync(db, by, Duty.SecurityAdmin, "staff.unlock", $"解锁账号{Who(person)}", now);
            },
            ct
        );

    /// <summary>The password for the one click that made it; the same click again is shown none.</summary>
    internal static Outcome<FirstPassword> Shown(Outcome<int> outcome, bool ran, string password) =>
        outcome switch
        {
            { Ok: false } => outcome.Problem!,
            _ when ran => new FirstPassword(outcome.Value, password),
            // The same click again: the password made now was never stored.
            _ => new FirstPasswordShown(),
        };

    /// <summary>A person as the chain names them.</summary>
    internal static string Who(Staff p) => $"“{p.Name}”（登录名“{p.SignInName}”）";

    private static string Describe(Staff p) => $"“{p.Name}”（登录名“{p.SignInName}”，电话“{p.Phone}”）";

    /// <summary>Somebody else with an open account.</summary>
    internal static async Task<Outcome<Staff>> OtherAsync(DisclosureDb db, int id, Actor by, CancellationToken ct) =>
        await db.Staff.FirstOrDefaultAsync(s => s.Id == id, ct) switch
        {
            null => new NotFound(),
            _ when id == by.StaffId => new OwnAccount(),
            { Active: false, Name: var name } => new StaffIsClosed(name),
            var person => person,
        };

    private static async Task<Outcome<Unit>> UnitAsync(DisclosureDb db, Staff? self, StaffEntry entry, CancellationToken ct)
    {
        if (
            (Entries.SignInName(entry.SignInName) ?? Entries.Text(entry.Name, "Name", "姓名", 20) ?? Entries.Phone(entry.Phone)) is
            { } refusal
        )
        {
            return refusal;
        }
        var (signIn, selfId) = (entry.SignInName.Trim(), self?.Id);
        if (await db.Staff.AnyAsync(s => s.Id != selfId && s.SignInName == signIn, ct))
        {
            return new EntryTaken("SignInName", "登录名", signIn);
        }
        if (self?.Name != entry.Name.Trim() && await NameIsTakenAsync(db, entry.Name, selfId, ct))
        {
            return new NameTaken(entry.Name.Trim());
        }
        return await db.Units.FirstOrDefaultAsync(u => u.Id == entry.UnitId, ct) is { } unit && (unit.Active || self?.UnitId == unit.Id)
            ? unit
            : new UnitNotUsable("UnitId");
    }

    // A second account of a leader's name, or one renamed to it, would sign under that name.
    private static async Task<bool> NameIsTakenAsync(DisclosureDb db, string name, int? selfId, CancellationToken ct) =>
        (await db.Staff.Where(s => s.Id != selfId).Select(s => s.Name).ToListAsync(ct)).Any(n => PersonName.Same(n, name));

    private static async Task<Problem?> StayBehindAsync(DisclosureDb db, Staff person, Unit home, DateOnly day, CancellationToken ct)
    {
        foreach (var held in await db.LiveDuties(person.Id, day).ToListAsync(ct))
        {
            var reach = held.UnitId is null ? null : await db.Units.FirstOrDefaultAsync(u => u.Id == held.UnitId, ct);
            if (DutyRules.Refusal(held.Duty, reach, home) is not null)
            {
                return new DutiesStayBehind(held.Duty);
            }
        }
        return await db.LiveDelegations(person.Id, day).AnyAsync(ct) ? new DelegationStaysBehind() : null;
    }
}
