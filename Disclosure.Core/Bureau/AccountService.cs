using Disclosure.Core.Audit;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Bureau;

/// <summary>Lets people in and out and changes their passwords; every attempt is an entry of the audit chain.</summary>
public sealed class AccountService(IDbContextFactory<DisclosureDb> contexts, WriteGate store, IPasswordHasher<Staff> hasher)
{
    // Somebody unknown costs the same time as somebody known: their password is held against this hash.
    private readonly Lazy<string> nobodysHash = new(() => hasher.HashPassword(Nobody, Passwords.Invent()));

    private static Staff Nobody =>
        new()
        {
            SignInName = "",
            Name = "",
            UnitId = 0,
        };

    /// <summary>The person, when name and password are right and the account is open; otherwise always the same refusal.</summary>
    public async Task<Outcome<Staff>> SignInAsync(
        string signInName,
        string password,
        string address,
        DateTime now,
        CancellationToken ct = default
    )
    {
        var name = signInName.Trim();
        var known = await FindAsync(name, ct);
        var right = Matches(known, password);
        return await AllowAsync(known?.Id, right, name, address, now, ct) is { Ok: true, Value: true } && known is not null
            ? known
            : new SignInRefused();
    }

    /// <summary>Replaces a password by one the person chose, ends all other sessions and lifts the duty to change it.</summary>
    public async Task<Outcome<Done>> ChangePasswordAsync(
        string old,
        string @new,
        string again,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        var person = await FindAsync(by.StaffId, ct);
        if (person?.ConfirmLockedUntil > now)
        {
            return new ConfirmationLocked(person.ConfirmLockedUntil.Value);
        }
        var right = Matches(person, old);
        if (person is null || !right)
        {
            return await RefuseOldAsync(by, now, ct);
        }
        if (
            (
                PasswordRules.Refusal(@new, person.SignInName)
                ?? (
                    @new == old ? new PasswordUnchanged()
                    : @new != again ? new PasswordsDiffer()
                    : null
                )
            ) is
            { } refusal
        )
        {
            return refusal;
        }
        // Outside the gate: it takes a tenth of a second.
        var hash = hasher.HashPassword(person, @new);
        return await store.WriteAsync<Done>(
            async db =>
            {
                var stored = await db.Staff.FirstAsync(s => s.Id == by.StaffId, ct);
                // Not the lock of the sign-in: others can bring that one about.
                if (!stored.Active || stored.ConfirmLockedUntil > now || stored.PasswordHash != person.PasswordHash)
                {
                    return new OldPasswordWrong();
                }
                stored.ChoosePassword(hash, now);
                await AuditTrail.AppendAsync(db, new AuditFact(by, "account.password", "修改密码", now));
                return Done.It;
            },
            null,
            ct
        );
    }

    /// <summary>Notes that somebody left.</summary>
    public Task<Outcome<Done>> SignOutAsync(Actor by, string why, DateTime now, CancellationToken ct = default) =>
        store.WriteAsync<Done>(
            async db =>
            {
                await AuditTrail.AppendAsync(db, new AuditFact(by, "account.sign-out", why, now));
                return Done.It;
            },
            null,
            ct
        );

    private bool Matches(Staff? person, string password)
    {
        // Past the longest password there is nothing to compare, and hashing megabytes would hold the server up.
        var typed = password.Length <= PasswordRules.Most ? password : "";
        return hasher.VerifyHashedPassword(person ?? Nobody, person?.PasswordHash ?? nobodysHash.Value, typed)
                != PasswordVerificationResult.Failed
            && person?.PasswordHash is not null;
    }

    private Task<Outcome<bool>> AllowAsync(int? id, bool right, string typedName, string address, DateTime now, CancellationToken ct) =>
        store.WriteAsync<bool>(
            async db =>
            {
                var person = await db.Staff.FirstOrDefaultAsync(s => s.Id == id, ct);
                var locked = person?.LockedUntil > now;
                var allowed = person is { Active: true } && right && !locked;
                if (allowed)
                {
                    (person!.AccessFailedCount, person.LockedUntil) = (0, null);
                }
                else if (person is not null && !locked && !right)
                {
                    person.CountFailure(now);
                }
                // What was typed in place of a name may be a password in the wrong box: only names that exist are written down.
                var by = new Actor(person?.Id ?? 0, person?.Name ?? "未知人员", address);
                await AuditTrail.AppendAsync(
                    db,
                    allowed
                        ? new AuditFact(by, "account.sign-in", "登录", now)
                        : new AuditFact(by, "account.refused", Reason(person, locked, typedName, now), now)
                );
                return allowed;
            },
            null,
            ct
        );

    private async Task<Outcome<Done>> RefuseOldAsync(Actor by, DateTime now, CancellationToken ct)
    {
        await store.WriteAsync<Done>(
            async db =>
            {
                (await db.Staff.FirstOrDefaultAsync(s => s.Id == by.StaffId, ct))?.CountWrongConfirmation(now);
                await AuditTrail.AppendAsync(db, new AuditFact(by, "account.refused", "修改密码时原密码不正确", now));
                return Done.It;
            },
            null,
            ct
        );
        return new OldPasswordWrong();
    }

    private static string Reason(Staff? person, bool locked, string typedName, DateTime now) =>
        person switch
        {
            null => $"登录失败：没有这个登录名（{typedName.Length} 个字符）",
            { Active: false } => "登录失败：账号已停用",
            _ when locked => "登录失败：账号锁定中",
            _ when person.LockedUntil > now => "登录失败：密码不正确，账号锁定 15 分钟",
            _ => "登录失败：密码不正确",
        };

    private async Task<Staff?> FindAsync(string signInName, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Staff.AsNoTracking().FirstOrDefaultAsync(s => s.SignInName == signInName, ct);
    }

    private async Task<Staff?> FindAsync(int id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Staff.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, ct);
    }
}
