using System.Security.Cryptography;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Bureau;

/// <summary>
/// Checks the password of somebody already signed in, before a signature or another act that asks for it again. Its failures are counted
/// apart from those at the sign-in: whoever types wrong passwords there, from outside, must not keep a leader from signing in an open
/// session.
/// </summary>
public sealed class Passwords(IDbContextFactory<DisclosureDb> contexts, WriteGate store, IPasswordHasher<Staff> hasher)
{
    /// <summary>Wrong passwords in a row that lock, at the sign-in and within a session alike.</summary>
    public const int MostFailures = 5;

    /// <summary>How long the sign-in stays locked.</summary>
    public static readonly TimeSpan LockTime = TimeSpan.FromMinutes(DueDates.LockMinutes);

    /// <summary>How long no password is taken within a session.</summary>
    public static readonly TimeSpan ConfirmLockTime = TimeSpan.FromMinutes(DueDates.ConfirmLockMinutes);

    /// <summary>
    /// Null when right; otherwise why not. A wrong one counts towards the lock, and while that lasts no password is looked at.
    /// </summary>
    /// <param name="undone">What is not done when it is wrong, for the sentence.</param>
    public async Task<Problem?> ConfirmAsync(int staffId, string password, string undone, DateTime now, CancellationToken ct = default)
    {
        Staff? person;
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            person = await db.Staff.AsNoTracking().FirstOrDefaultAsync(s => s.Id == staffId, ct);
        }
        if (person is not { Active: true, PasswordHash: { } hash })
        {
            return new PasswordWrong(undone);
        }
        if (person.ConfirmLockedUntil > now)
        {
            return new ConfirmationLocked(person.ConfirmLockedUntil.Value);
        }
        // Past the longest password there is nothing to compare, and hashing megabytes would hold the server up.
        var right =
            password.Length <= PasswordRules.Most
            && hasher.VerifyHashedPassword(person, hash, password) != PasswordVerificationResult.Failed;
        return right && person.ConfirmFailedCount == 0 ? null : await CountAsync(staffId, right, undone, now, ct);
    }

    // Only failures in a row lock: a right one begins the count anew.
    private async Task<Problem?> CountAsync(int staffId, bool right, string undone, DateTime now, CancellationToken ct)
    {
        Problem? found = null;
        var counted = await store.WriteAsync<Done>(
            async db =>
            {
                var stored = await db.Staff.FirstAsync(s => s.Id == staffId, ct);
                // Tries at the same moment were all read before the lock.
                if (stored.ConfirmLockedUntil > now)
                {
                    found = new ConfirmationLocked(stored.ConfirmLockedUntil.Value);
                }
                else if (right)
                {
                    stored.ForgetWrongConfirmations();
                }
                else
                {
                    stored.CountWrongConfirmation(now);
                    found =
                        stored.ConfirmLockedUntil > now
                            ? new ConfirmationLocked(stored.ConfirmLockedUntil.Value)
                            : new PasswordWrong(undone);
                }
                return Done.It;
            },
            null,
            ct
        );
        return counted.Problem ?? found;
    }

    /// <summary>A first password nobody has to invent: 12 characters that cannot be mistaken for each other.</summary>
    public static string Invent() => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 12);
}
