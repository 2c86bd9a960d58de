using Disclosure.Core.Audit;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Bureau;

/// <summary>An account to be made, with the one administrator's duty it gets.</summary>
public sealed record NewAdministrator(string Name, string SignInName, Duty Duty);

/// <summary>A made account; the password is shown once and must be changed at the first sign-in.</summary>
public sealed record MadeAdministrator(string Name, string SignInName, Duty Duty, string Password);

/// <summary>Makes the first administrators of an empty system; the three duties never lie in one hand.</summary>
public sealed class FirstAdministrators(WriteGate store, IPasswordHasher<Staff> hasher)
{
    private const string FirstUnit = "bangongshi";

    /// <summary>Makes all the accounts or none; refuses where a duty is held already or a sign-in name is taken.</summary>
    public async Task<Outcome<IReadOnlyList<MadeAdministrator>>> MakeAsync(
        IReadOnlyList<NewAdministrator> wanted,
        DateTime now,
        CancellationToken ct = default
    )
    {
        var made = wanted.Select(w => new MadeAdministrator(w.Name, w.SignInName, w.Duty, Passwords.Invent())).ToList();
        var hashes = made.Select(m =>
                hasher.HashPassword(
                    new Staff
                    {
                        SignInName = "",
                        Name = "",
                        UnitId = 0,
                    },
                    m.Password
                )
            )
            .ToList();
        var done = await store.WriteAsync<Done>(
            async db =>
            {
                var unit = await UnitAsync(db, ct);
                foreach (var (person, hash) in made.Zip(hashes))
                {
                    if (await RefusalAsync(db, person, BureauTime.Day(now), ct) is { } refusal)
                    {
                        return refusal;
                    }
                    await AddAsync(db, person, hash, unit.Id, now);
                }
                return Done.It;
            },
            null,
            ct
        );
        return done.Ok ? made : done.Problem!;
    }

    private static async Task<Unit> UnitAsync(DisclosureDb db, CancellationToken ct)
    {
        if (await db.Units.OrderBy(u => u.Order).FirstOrDefaultAsync(u => u.Code == FirstUnit, ct) is { } known)
        {
            return known;
        }
        var unit = new Unit
        {
            Code = FirstUnit,
            Name = "办公室",
            ShortName = "办公室",
            Kind = UnitKind.Section,
            Order = 10,
        };
        db.Units.Add(unit);
        await db.SaveChangesAsync(ct);
        return unit;
    }

    private static async Task<Problem?> RefusalAsync(DisclosureDb db, MadeAdministrator person, DateOnly today, CancellationToken ct)
    {
        if (await db.DutyAssignments.AnyAsync(d => d.Duty == person.Duty && (d.Until == null || d.Until >= today), ct))
        {
            return new AdministratorExists(person.Duty.Name());
        }
        if ((Entries.SignInName(person.SignInName) ?? Entries.Text(person.Name, "Name", "姓名", 20)) is { } refusal)
        {
            return refusal;
        }
        return await db.Staff.AnyAsync(s => s.SignInName == person.SignInName, ct)
            ? new EntryTaken("SignInName", "登录名", person.SignInName)
            : null;
    }

    private static async Task AddAsync(DisclosureDb db, MadeAdministrator person, string hash, int unit, DateTime now)
    {
        var staff = new Staff
        {
            SignInName = person.SignInName,
            Name = person.Name,
            UnitId = unit,
            PasswordHash = hash,
        };
        db.Staff.Add(staff);
        await db.SaveChangesAsync();
        db.DutyAssignments.Add(
            new DutyAssignment
            {
                StaffId = staff.Id,
                Duty = person.Duty,
                From = BureauTime.Day(now),
            }
        );
        await AuditTrail.AppendAsync(
            db,
            new AuditFact(Actor.System, "account.first", $"用命令行建立{person.Duty.Name()}账号：{person.Name}", now)
        );
        await db.SaveChangesAsync();
    }
}
