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

    /// <summary>Wrong passwords in a row.</summary>
    public int AccessFailedCount { get; set; }

    /// <summary>UTC moment until which sign-in is locked, or null.</summary>
    public DateTime? LockedUntil { get; set; }

    /// <summary>True until the first password, given by someone else, has been replaced.</summary>
    public bool MustChangePassword { get; set; } = true;

    /// <summary>False once dismissed or moved away.</summary>
    public bool Active { get; set; } = true;

    /// <summary>Counts a wrong password; the fifth in a row locks for a quarter of an hour.</summary>
    public void CountFailure(DateTime now)
    {
        AccessFailedCount++;
        if (AccessFailedCount >= Passwords.MostFailures)
        {
            AccessFailedCount = 0;
            LockedUntil = now + Passwords.LockTime;
        }
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

/// <summary>Written authorisation to sign for another (代签): one duty, from–to days.</summary>
public sealed class Delegation
{
    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>Whose duty.</summary>
    public required int PrincipalId { get; init; }

    /// <summary>Who may sign for them.</summary>
    public required int DeputyId { get; init; }

    /// <summary>The duty handed over.</summary>
    public required Duty Duty { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>SHA-256 of the scanned authorisation.</summary>
    public required string ScanSha256 { get; init; }

    /// <summary>Day it was taken back, or null.</summary>
    public DateOnly? RevokedOn { get; set; }
}
