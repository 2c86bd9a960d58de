namespace Disclosure.Core.Bureau;

/// <summary>A person with an account of their own; accounts are never shared and never deleted, only closed.</summary>
public sealed class Staff
{
    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>What is typed at sign-in; unique, compared without case.</summary>
    public required string SignInName { get; set; }

    /// <summary>Name as signed.</summary>
    public required string Name { get; set; }

    /// <summary>Unit the person belongs to.</summary>
    public required int UnitId { get; set; }

    /// <summary>Telephone, printed on the form.</summary>
    public string Phone { get; set; } = "";

    /// <summary>PBKDF2 hash as ASP.NET Core Identity writes it, or null until one is set.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes whenever duties, password or state change; open sessions with an older stamp end.</summary>
    public string SecurityStamp { get; set; } = Guid.NewGuid().ToString("N");

    /// <summary>Wrong passwords in a row at the sign-in.</summary>
    public int AccessFailedCount { get; set; }

    /// <summary>UTC moment until which sign-in is locked, or null.</summary>
    public DateTime? LockedUntil { get; set; }

    /// <summary>Wrong passwords in a row where a session asks for the password again; nobody outside can cause one.</summary>
    public int ConfirmFailedCount { get; private set; }

    /// <summary>UTC moment until which a session takes no password, or null.</summary>
    public DateTime? ConfirmLockedUntil { get; private set; }

    /// <summary>
    /// UTC moment at which a reset password came into use, or null: its release, then its replacement at the first sign-in. Counted from
    /// the replacement, because whoever was shown the password could otherwise wait until the mark on signatures has run out.
    /// </summary>
    public DateTime? ResetAt { get; private set; }

    /// <summary>True until the first password, given by someone else, has been replaced.</summary>
    public bool MustChangePassword { get; set; } = true;

    /// <summary>False once dismissed or moved away.</summary>
    public bool Active { get; set; } = true;

    /// <summary>Counts a wrong password at the sign-in; the fifth in a row locks for a quarter of an hour.</summary>
    public void CountFailure(DateTime now)
    {
        AccessFailedCount++;
        if (AccessFailedCount >= Passwords.MostFailures)
        {
            AccessFailedCount = 0;
            LockedUntil = now + Passwords.LockTime;
        }
    }

    /// <summary>
    /// Counts a wrong password within a session; the fifth in a row locks what asks for it for ten minutes, and nothing else.
    /// </summary>
    public void CountWrongConfirmation(DateTime now)
    {
        ConfirmFailedCount++;
        if (ConfirmFailedCount >= Passwords.MostFailures)
        {
            (ConfirmFailedCount, ConfirmLockedUntil) = (0, now + Passwords.ConfirmLockTime);
        }
    }

    /// <summary>Begins the count within a session anew.</summary>
    public void ForgetWrongConfirmations() => (ConfirmFailedCount, ConfirmLockedUntil) = (0, null);

    /// <summary>Lifts both locks.</summary>
    public void Unlock()
    {
        (AccessFailedCount, LockedUntil) = (0, null);
        ForgetWrongConfirmations();
    }

    /// <summary>Sets a password made by somebody else; it must be changed at the next sign-in.</summary>
    public void ResetPassword(string hash, DateTime now)
    {
        (PasswordHash, MustChangePassword, ResetAt) = (hash, true, now);
        Unlock();
        EndSessions();
    }

    /// <summary>Sets a password of the person's own choice and ends all sessions.</summary>
    public void ChoosePassword(string hash, DateTime now)
    {
        if (MustChangePassword && ResetAt is not null)
        {
            ResetAt = now;
        }
        (PasswordHash, MustChangePassword, AccessFailedCount) = (hash, false, 0);
        ForgetWrongConfirmations();
        EndSessions();
    }

    /// <summary>Ends every open session of this person at the next check.</summary>
    public void EndSessions() => SecurityStamp = Guid.NewGuid().ToString("N");
}

/// <summary>A duty given to a person from a day on, until taken back.</summary>
public sealed class DutyAssignment
{
    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>Who holds it.</summary>
    public required int StaffId { get; init; }

    /// <summary>The duty.</summary>
    public required Duty Duty { get; init; }

    /// <summary>The unit it reaches; null for duties that reach the whole bureau.</summary>
    public int? UnitId { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day, or null while it lasts.</summary>
    public DateOnly? Until { get; set; }
}
