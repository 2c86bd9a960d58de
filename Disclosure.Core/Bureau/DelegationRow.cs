using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Bureau;

/// <summary>One authorisation to sign for another.</summary>
public sealed record DelegationRow(
    int Id,
    int PrincipalId,
    string Principal,
    int DeputyId,
    string Deputy,
    Duty Duty,
    DateOnly From,
    DateOnly Until,
    DateOnly? RevokedOn,
    int? GivenById,
    bool Awaits,
    DelegationConfirmation? ConfirmedAs,
    string ConfirmedBy,
    DateTime? ConfirmedAt
)
{
    /// <summary>What stands in the list: 待确认, 生效中, 未生效, 已撤销, 已到期.</summary>
    public string State(DateOnly day) =>
        this switch
        {
            { RevokedOn: not null } => "已撤销",
            _ when Until < day => "已到期",
            { Awaits: true } => "待确认",
            _ when From > day => "未生效",
            _ => "生效中",
        };

    /// <summary>Who stands behind it, in words.</summary>
    public string Confirmation =>
        this switch
        {
            { Awaits: true } => "由委托人本人或另一名管理员确认后生效",
            { ConfirmedAs: null } => "按旧规则登记",
            { ConfirmedAs: DelegationConfirmation.Principal } => $"委托人本人确认，{BureauTime.Show(ConfirmedAt!.Value)}",
            _ => $"“{ConfirmedBy}”凭委托书确认，{BureauTime.Show(ConfirmedAt!.Value)}",
        };

    /// <summary>True while it can be revoked.</summary>
    public bool IsLive(DateOnly day) => !Delegation.IsOver(RevokedOn, Until, day);

    /// <summary>One page of rows, newest first.</summary>
    /// <param name="page">From 0; null for all.</param>
    internal static Task<List<DelegationRow>> OfAsync(DisclosureDb db, IQueryable<Delegation> delegations, int? page, CancellationToken ct)
    {
        var staff = db.Staff;
        var (skip, take) = page is { } p ? (p * StaffQueries.PageSize, StaffQueries.PageSize) : (0, Listing.MostRows);
        var shown = delegations.AsNoTracking().OrderByDescending(d => d.Id).Skip(skip).Take(take);
        return shown
            .Select(d => new DelegationRow(
                d.Id,
                d.PrincipalId,
                staff.First(s => s.Id == d.PrincipalId).Name,
                d.DeputyId,
                staff.First(s => s.Id == d.DeputyId).Name,
                d.Duty,
                d.From,
                d.Until,
                d.RevokedOn,
                d.GivenById,
                d.AwaitsConfirmation,
                d.ConfirmedAs,
                d.ConfirmedByName,
                d.ConfirmedAt
            ))
            .ToListAsync(ct);
    }
}
