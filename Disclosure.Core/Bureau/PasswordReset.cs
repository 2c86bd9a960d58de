namespace Disclosure.Core.Bureau;

/// <summary>
/// A reset of a password (密码重置): one administrator asks, another releases, and only then is there a new password. Names as they stood.
/// </summary>
public sealed class PasswordReset
{
    /// <summary>How long a request waits for its second administrator.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(DueDates.ResetWaitsHours);

    /// <summary>How long after a reset password came into use a signature bears the mark.</summary>
    public static readonly TimeSpan Marked = TimeSpan.FromHours(DueDates.ResetMarkedHours);

    /// <summary>The mark on a signature.</summary>
    public const string Mark = "密码重置启用后24小时内签署";

    /// <summary>What the chain adds to a signature that bears the mark; empty for every other.</summary>
    /// <param name="markedBy">The moment kept with the signature, or null.</param>
    public static string Suffix(DateTime? markedBy) => markedBy is null ? "" : $"（{Mark}）";

    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>Whose password.</summary>
    public required int StaffId { get; init; }

    /// <summary>Who asked, or null for the operator of the server.</summary>
    public required int? AskedById { get; init; }

    /// <summary>Name of whoever asked.</summary>
    public required string AskedByName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime AskedAt { get; init; }

    /// <summary>Who released it, or null while nobody did and for the operator of the server.</summary>
    public int? ReleasedById { get; private set; }

    /// <summary>Name of whoever released it, or empty.</summary>
    public string ReleasedByName { get; private set; } = "";

    /// <summary>UTC moment at which the new password was made, or null.</summary>
    public DateTime? ReleasedAt { get; private set; }

    /// <summary>Name of whoever withdrew it, or empty.</summary>
    public string WithdrawnByName { get; private set; } = "";

    /// <summary>UTC moment of the withdrawal, or null.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>UTC moment from which it can no longer be released.</summary>
    public DateTime ExpiresAt => AskedAt + Lasts;

    /// <summary>True while it can be released.</summary>
    public bool IsOpen(DateTime now) => ReleasedAt is null && WithdrawnAt is null && now < ExpiresAt;

    /// <summary>Notes who released it.</summary>
    /// <param name="byId">The second administrator, or null for the operator of the server.</param>
    public void Release(int? byId, string name, DateTime now) => (ReleasedById, ReleasedByName, ReleasedAt) = (byId, name, now);

    /// <summary>Notes who withdrew it.</summary>
    public void Withdraw(string name, DateTime now) => (WithdrawnByName, WithdrawnAt) = (name, now);

    /// <summary>
    /// The moment at which the signer's reset password came into use when a signature given now bears the mark, otherwise null.
    /// </summary>
    public static DateTime? MarkOf(DateTime? resetAt, DateTime now) => resetAt is { } at && now - at < Marked ? at : null;
}
