using System.Security.Cryptography;
using Disclosure.Core.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Bureau;

/// <summary>Checks the password of somebody already signed in, before a signature that asks for it again.</summary>
public sealed class Passwords(IDbContextFactory<DisclosureDb> contexts, WriteGate store, IPasswordHasher<Staff> hasher)
{
    /// <summary>Wrong passwords in a row that lock an account.</summary>
    public const int MostFailures = 5;

    /// <summary>How long it stays locked.</summary>
    public static readonly TimeSpan LockTime = TimeSpan.FromMinutes(15);

    /// <summary>True when right; a wrong one counts towards the lock, and a locked account is always wrong.</summary>
    public async Task<bool> ConfirmAsync(int staffId, string password, DateTime now, CancellationToken ct = default)
    {
        Staff? person;
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            person = await db.Staff.AsNoTracking().FirstOrDefaultAsync(s => s.Id == staffId, ct);
        }
        if (person is not { Active: true, PasswordHash: { } hash } || person.LockedUntil > now)
        {
            return false;
        }
        var right = hasher.VerifyHashedPassword(person, hash, password) != PasswordVerificationResult.Failed;
        if (!right || person.AccessFailedCount > 0)
        {
            await CountAsync(staffId, right, now, ct);
        }
        return right;
    }

    // Only failures in a row lock: a right one begins the count anew.
    private Task<Common.Outcome<Common.Done>> CountAsync(int staffId, bool right, DateTime now, CancellationToken ct) =>
        store.WriteAsync<Common.Done>(async db =>
        {
            var stored = await db.Staff.FirstAsync(s => s.Id == staffId, ct);
            if (right)
            {
                stored.AccessFailedCount = 0;
            }
            else
            {
                stored.CountFailure(now);
            }
            return Common.Done.It;
        }, null, ct);

    /// <summary>A first password nobody has to invent: 12 characters that cannot be mistaken for each other.</summary>
    public static string Invent() => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 12);
}
