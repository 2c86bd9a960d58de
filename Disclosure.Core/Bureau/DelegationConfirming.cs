using Disclosure.Core.Audit;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Bureau;

/// <summary>
/// The second hand of an authorisation: the one who delegates, or beside the scan another administrator than the one who entered it.
/// </summary>
public sealed class DelegationConfirming(Operations operations, Passwords passwords)
{
    /// <summary>The one who delegates confirms, with the own password typed again.</summary>
    public async Task<Outcome<Done>> ConfirmOwnAsync(int id, string password, Actor by, DateTime now, CancellationToken ct = default)
    {
        if (await passwords.ConfirmAsync(by.StaffId, password, "委托没有确认", now, ct) is { } wrong)
        {
            return wrong;
        }
        return await OwnAsync(id, by, now, (db, given) => ConfirmAsync(db, given, DelegationConfirmation.Principal, by, null, now, ct), ct);
    }

    /// <summary>A system or security administrator who did not enter it confirms it beside the scan.</summary>
    public Task<Outcome<Done>> ConfirmBesideScanAsync(int id, Actor by, DateTime now, CancellationToken ct = default) =>
        operations.ByEitherAsync<Done>(
            by,
            now,
            null,
            async (db, office) =>
                await db.Delegations.FirstOrDefaultAsync(d => d.Id == id, ct) switch
                {
                    null => new NotFound(),
                    var given when BesideScanRefusal(given.GivenById, by.StaffId) is { } refusal => refusal,
                    var given => await ConfirmAsync(db, given, DelegationConfirmation.SecondAdministrator, by, office, now, ct),
                },
            ct
        );

    /// <summary>Why this administrator may not confirm it beside the scan, or null; the page asks the same.</summary>
    public static Problem? BesideScanRefusal(int? givenById, int byId) => givenById == byId ? new DelegationOfOwnEntry() : null;

    /// <summary>The one who delegates ends it today, confirmed or not.</summary>
    public Task<Outcome<Done>> EndOwnAsync(int id, Actor by, DateTime now, CancellationToken ct = default) =>
        OwnAsync(
            id,
            by,
            now,
            async (db, given) =>
            {
                var deputy = await db.Staff.FirstAsync(s => s.Id == given.DeputyId, ct);
                given.RevokedOn = BureauTime.Day(now);
                deputy.EndSessions();
                await AuditTrail.AppendAsync(
                    db,
                    new AuditFact(by, "delegation.revoke", $"委托人本人终止委托代签：{Describe(given, by.Name, deputy.Name)}", now)
                );
                return Done.It;
            },
            ct
        );

    private Task<Outcome<Done>> OwnAsync(
        int id,
        Actor by,
        DateTime now,
        Func<DisclosureDb, Delegation, Task<Outcome<Done>>> work,
        CancellationToken ct
    ) =>
        operations.WriteAsync<Done>(
            by,
            now,
            async op =>
            {
                var db = op.Db;
                var given = await db.Delegations.FirstOrDefaultAsync(d => d.Id == id && d.PrincipalId == by.StaffId, ct);
                // A closed account has no unit in the grants, and confirms nothing.
                if (given is null || op.Grants.UnitId == 0)
                {
                    return new NotFound();
                }
                return given.IsOver(BureauTime.Day(now)) ? new DelegationIsOver() : await work(db, given);
            },
            null,
            ct
        );

    private static async Task<Outcome<Done>> ConfirmAsync(
        DisclosureDb db,
        Delegation given,
        DelegationConfirmation how,
        Actor by,
        Duty? office,
        DateTime now,
        CancellationToken ct
    )
    {
        var people = await db.Staff.Where(s => s.Id == given.PrincipalId || s.Id == given.DeputyId).ToListAsync(ct);
        var (principal, deputy) = (people.First(p => p.Id == given.PrincipalId), people.First(p => p.Id == given.DeputyId));
        if (given.IsOver(BureauTime.Day(now)))
        {
            return new DelegationIsOver();
        }
        if (!given.AwaitsConfirmation)
        {
            return new DelegationConfirmedAlready();
        }
        if (people.Find(p => !p.Active) is { } closed)
        {
            return new StaffIsClosed(closed.Name);
        }
        given.Confirm(how, by.Name, now);
        deputy.EndSessions();
        var words = how == DelegationConfirmation.Principal ? "委托人本人确认委托代签" : "第二名管理员凭委托书确认委托代签";
        await AuditTrail.AppendAsync(
            db,
            new AuditFact(by, "delegation.confirm", $"{words}：{Describe(given, principal.Name, deputy.Name)}", now)
            {
                Duty = office?.Name() ?? "",
            }
        );
        return Done.It;
    }

    private static string Describe(Delegation d, string principal, string deputy) =>
        $"“{principal}”委托“{deputy}”代行“{d.Duty.Name()}”，{d.From:yyyy-MM-dd} 至 {d.Until:yyyy-MM-dd}";
}
