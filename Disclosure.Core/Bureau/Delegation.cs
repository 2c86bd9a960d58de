namespace Disclosure.Core.Bureau;

/// <summary>Who stood behind a written authorisation beside the administrator who entered it.</summary>
public enum DelegationConfirmation
{
    /// <summary>The one who delegates, signed in, with the own password typed again.</summary>
    Principal,

    /// <summary>A second administrator, beside the scan.</summary>
    SecondAdministrator,
}

/// <summary>Written authorisation to sign for another (代签): one duty, from–to days; it gives nothing until it is confirmed.</summary>
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

    /// <summary>The administrator who entered it, or null where an earlier version did not keep it.</summary>
    public int? GivenById { get; init; }

    /// <summary>Day it was taken back, or null.</summary>
    public DateOnly? RevokedOn { get; set; }

    /// <summary>
    /// True until somebody beside the one who entered it has confirmed it. False in rows of the earlier version: they were entered under
    /// the rule of then, on a signed paper, last at most a year, and a leader on a journey must not lose the deputy overnight.
    /// </summary>
    public bool AwaitsConfirmation { get; private set; } = true;

    /// <summary>Who confirmed it, or null while it waits and for one entered under the earlier rule.</summary>
    public DelegationConfirmation? ConfirmedAs { get; private set; }

    /// <summary>Name of whoever confirmed it, as it stood.</summary>
    public string ConfirmedByName { get; private set; } = "";

    /// <summary>UTC moment of the confirmation, or null.</summary>
    public DateTime? ConfirmedAt { get; private set; }

    /// <summary>True when it was taken back, or its last day lies before this day.</summary>
    public bool IsOver(DateOnly day) => IsOver(RevokedOn, Until, day);

    /// <summary>The same from its two days.</summary>
    internal static bool IsOver(DateOnly? revokedOn, DateOnly until, DateOnly day) => revokedOn is not null || until < day;

    /// <summary>Makes it count from now on.</summary>
    public void Confirm(DelegationConfirmation confirmation, string name, DateTime now) =>
        (AwaitsConfirmation, ConfirmedAs, ConfirmedByName, ConfirmedAt) = (false, confirmation, name, now);
}
