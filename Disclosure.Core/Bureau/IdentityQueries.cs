using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Bureau;

/// <summary>One reset of a password as administrators and the person see it.</summary>
public sealed record ResetRow(
    int Id,
    int StaffId,
    string Name,
    int? AskedById,
    string AskedBy,
    DateTime AskedAt,
    string ReleasedBy,
    DateTime? ReleasedAt,
    string WithdrawnBy,
    DateTime? WithdrawnAt
)
{
    /// <summary>UTC moment from which it can no longer be released.</summary>
    public DateTime ExpiresAt => AskedAt + PasswordReset.Lasts;

    /// <summary>True while it can be released.</summary>
    public bool IsOpen(DateTime now) => ReleasedAt is null && WithdrawnAt is null && now < ExpiresAt;

    /// <summary>How it stands, in one sentence.</summary>
    public string Words(DateTime now) =>
        $"{AskedBy} 于 {BureauTime.Show(AskedAt)} 申请，"
        + this switch
        {
            { ReleasedAt: { } at } => $"{ReleasedBy} 于 {BureauTime.Show(at)} 放行",
            { WithdrawnAt: { } at } => $"{WithdrawnBy} 于 {BureauTime.Show(at)} 撤回",
            _ when IsOpen(now) => $"{BureauTime.Show(ExpiresAt)} 前由另一名管理员放行",
            _ => $"{BureauTime.Show(ExpiresAt)} 过期，没有放行",
        };
}

/// <summary>What one person is to know or do about passwords and delegations.</summary>
/// <param name="ToRelease">Resets that this administrator may release.</param>
/// <param name="Asked">Resets that this administrator asked for and that were released in the last seven days.</param>
/// <param name="BesideScan">Delegations that this administrator may confirm beside the scan.</param>
/// <param name="Own">Delegations in this person's name that wait for a confirmation.</param>
/// <param name="Told">Resets of this person's own password in the last seven days.</param>
public sealed record IdentityNotices(
    IReadOnlyList<ResetRow> ToRelease,
    IReadOnlyList<ResetRow> Asked,
    IReadOnlyList<DelegationRow> BesideScan,
    IReadOnlyList<DelegationRow> Own,
    IReadOnlyList<ResetRow> Told
);

/// <summary>Reads what waits for a second hand, and what was done with the reader's own account.</summary>
public sealed class IdentityQueries(IDbContextFactory<DisclosureDb> contexts)
{
    private static readonly TimeSpan Shown = TimeSpan.FromDays(DueDates.ResetToldDays);

    /// <summary>Everything for the reader's first page.</summary>
    public async Task<IdentityNotices> NoticesAsync(Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (day, me) = (BureauTime.Day(now), by.StaffId);
        var grants = await DutyBook.ReadAsync(db, me, day, ct);
        var administrator = grants.All.Any(g => g.Duty is Duty.SystemAdmin or Duty.SecurityAdmin);
        var awaiting = db.Delegations.Where(d => d.AwaitsConfirmation && d.RevokedOn == null && d.Until >= day);
        var (asked, since) = (now - PasswordReset.Lasts, now - Shown);
        return new IdentityNotices(
            !administrator
                ? []
                : await RowsAsync(
                    db,
                    db.PasswordResets.Where(r =>
                        r.ReleasedAt == null && r.WithdrawnAt == null && r.AskedAt > asked && r.AskedById != me && r.StaffId != me
                    ),
                    ct
                ),
            await RowsAsync(db, db.PasswordResets.Where(r => r.AskedById == me && r.ReleasedAt > since), ct),
            !administrator ? [] : await DelegationRow.OfAsync(db, awaiting.Where(d => d.GivenById != me), 0, ct),
            await DelegationRow.OfAsync(db, awaiting.Where(d => d.PrincipalId == me), 0, ct),
            await RowsAsync(db, db.PasswordResets.Where(r => r.StaffId == me && r.ReleasedAt > since), ct)
        );
    }

    /// <summary>The newest resets of one person, newest first.</summary>
    public async Task<IReadOnlyList<ResetRow>> ResetsOfAsync(int staffId, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await RowsAsync(db, db.PasswordResets.Where(r => r.StaffId == staffId), ct);
    }

    /// <summary>The newest delegations in the person's own name, newest first.</summary>
    public async Task<IReadOnlyList<DelegationRow>> OwnDelegationsAsync(int staffId, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await DelegationRow.OfAsync(db, db.Delegations.Where(d => d.PrincipalId == staffId), 0, ct);
    }

    private static Task<List<ResetRow>> RowsAsync(DisclosureDb db, IQueryable<PasswordReset> resets, CancellationToken ct)
    {
        var staff = db.Staff;
        return resets
            .AsNoTracking()
            .OrderByDescending(r => r.Id)
            .Take(StaffQueries.PageSize)
            .Select(r => new ResetRow(
                r.Id,
                r.StaffId,
                staff.First(s => s.Id == r.StaffId).Name,
                r.AskedById,
                r.AskedByName,
                r.AskedAt,
                r.ReleasedByName,
                r.ReleasedAt,
                r.WithdrawnByName,
                r.WithdrawnAt
            ))
            .ToListAsync(ct);
    }
}
