using Disclosure.Core.Audit;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Bureau;

/// <summary>
/// The way back for an administrator whom no second administrator can help: the operator of the server makes a new one-time password.
/// It is an entry of the chain, and the person is told of it like of any other reset.
/// </summary>
public sealed class AdministratorRecovery(WriteGate store, IPasswordHasher<Staff> hasher)
{
    /// <summary>Name of the operator in the record.</summary>
    public const string Operator = "服务器管理人员（recover-admin）";

    private static readonly Duty[] Offices = [Duty.SystemAdmin, Duty.SecurityAdmin, Duty.AuditAdmin];

    /// <summary>Resets the password of a holder of one of the three offices, lifts locks and ends sessions.</summary>
    public async Task<Outcome<MadeAdministrator>> RecoverAsync(string signInName, DateTime now, CancellationToken ct = default)
    {
        var (name, day, password) = (signInName.Trim(), BureauTime.Day(now), Passwords.Invent());
        var hash = hasher.HashPassword(
            new Staff
            {
                SignInName = "",
                Name = "",
                UnitId = 0,
            },
            password
        );
        return await store.WriteAsync<MadeAdministrator>(
            async db =>
            {
                var person = await db.Staff.FirstOrDefaultAsync(s => s.SignInName == name, ct);
                var held = person is null
                    ? null
                    : await db.LiveDuties(person.Id, day).FirstOrDefaultAsync(a => Offices.Contains(a.Duty) && a.From <= day, ct);
                if (person is null || held is null)
                {
                    return new NoSuchAdministrator(name);
                }
                if (!person.Active)
                {
                    return new StaffIsClosed(person.Name);
                }
                // A request still open would otherwise be released after the person is back and take the account away again.
                var open = await db
                    .PasswordResets.Where(r => r.StaffId == person.Id && r.ReleasedAt == null && r.WithdrawnAt == null)
                    .ToListAsync(ct);
                open.ForEach(r => r.Withdraw(Operator, now));
                var reset = new PasswordReset
                {
                    StaffId = person.Id,
                    AskedById = null,
                    AskedByName = Operator,
                    AskedAt = now,
                };
                reset.Release(null, Operator, now);
                db.PasswordResets.Add(reset);
                person.ResetPassword(hash, now);
                var detail =
                    $"服务器管理人员用 recover-admin 命令恢复{held.Duty.Name()}账号{StaffService.Who(person)}，原密码失效，生成一次性密码";
                await AuditTrail.AppendAsync(db, new AuditFact(Actor.System, "operator.recover-admin", detail, now));
                return new MadeAdministrator(person.Name, person.SignInName, held.Duty, password);
            },
            null,
            ct
        );
    }
}
