using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Bureau;

/// <summary>One administrator asks, another releases, and only the other is shown the password.</summary>
public sealed class PasswordResetTests
{
    private static DateTime Now => GivenBureau.Now;

    [Fact]
    public async Task Ask_ChangesNothingForThePerson()
    {
        await using var given = await GivenBureau.CreateAsync();
        var id = given.Person(Duty.Director);
        var before = await PersonAsync(given, id);

        Assert.Null((await given.Resets.AskAsync(id, Guid.NewGuid(), given.Security, Now)).Problem);

        var after = await PersonAsync(given, id);
        Assert.Equal(
            (before.PasswordHash, before.SecurityStamp, false),
            (after.PasswordHash, after.SecurityStamp, after.MustChangePassword)
        );
        Assert.Equal("申请重置“主要领导”（登录名“p5”）的密码，待另一名管理员放行", await given.LastEntryAsync());
    }

    [Fact]
    public async Task Release_MakesThePasswordOnce_LiftsTheLocks_AndEndsSessions()
    {
        await using var given = await GivenBureau.CreateAsync();
        var id = given.Person(Duty.Director);
        await given.Store.GivenAsync(async db => (await db.Staff.FindAsync(id))!.LockedUntil = Now.AddMinutes(9));
        var before = await PersonAsync(given, id);
        var asked = (await given.Resets.AskAsync(id, Guid.NewGuid(), given.Security, Now)).Value;
        var click = Guid.NewGuid();

        var first = (await given.Resets.ReleaseAsync(asked, click, given.System, Now)).Value;

        Assert.Equal(new FirstPasswordShown(), (await given.Resets.ReleaseAsync(asked, click, given.System, Now)).Problem);
        var person = await PersonAsync(given, id);
        Assert.Equal(
            PasswordVerificationResult.Success,
            given.Store.Get<IPasswordHasher<Staff>>().VerifyHashedPassword(person, person.PasswordHash!, first.Password)
        );
        Assert.True(person is { MustChangePassword: true, LockedUntil: null });
        Assert.NotEqual(before.SecurityStamp, person.SecurityStamp);
        Assert.Equal("放行并重置“主要领导”（登录名“p5”）的密码，申请人“安全管理员”（2026-11-23 10:00）", await given.LastEntryAsync());
        Assert.Equal(0L, await given.Store.AskAsync($"SELECT count(*) FROM CommandReceipts WHERE Result LIKE '%{first.Password}%'"));
        Assert.Equal(0L, await given.Store.AskAsync($"SELECT count(*) FROM Audit WHERE Detail LIKE '%{first.Password}%'"));
    }

    [Fact]
    public async Task Release_ByTheOneWhoAsked_ByThePersonConcerned_OrByAnybodyElse_IsRefused()
    {
        await using var given = await GivenBureau.CreateAsync();
        await given.HireAsync("第二安全管理员", "综合");
        await given.HoldsAsync("第二安全管理员", Duty.SecurityAdmin);
        var (id, second) = (given.System.StaffId, given.By("第二安全管理员"));
        var before = await PersonAsync(given, id);
        var asked = (await given.Resets.AskAsync(id, Guid.NewGuid(), given.Security, Now)).Value;

        Assert.Equal(new ResetOfOwnAsking(), (await given.Resets.ReleaseAsync(asked, Guid.NewGuid(), given.Security, Now)).Problem);
        Assert.Equal(new ResetOfOwnPassword(), (await given.Resets.ReleaseAsync(asked, Guid.NewGuid(), given.System, Now)).Problem);
        foreach (var by in new[] { given.By(Duty.AuditAdmin), given.By(Duty.Director), given.By("综合科科员"), Actor.System })
        {
            Assert.Equal(new NotAnAdministrator(), (await given.Resets.ReleaseAsync(asked, Guid.NewGuid(), by, Now)).Problem);
            Assert.Equal(
                new NotAnAdministrator(),
                (await given.Resets.AskAsync(given.Person(Duty.Editor), Guid.NewGuid(), by, Now)).Problem
            );
            Assert.Equal(new NotAnAdministrator(), (await given.Resets.WithdrawAsync(asked, by, Now)).Problem);
        }
        Assert.Equal(before.PasswordHash, (await PersonAsync(given, id)).PasswordHash);
        Assert.Null((await given.Resets.ReleaseAsync(asked, Guid.NewGuid(), second, Now)).Problem);
    }

    [Fact]
    public async Task ARequest_IsReleasedOnce_ExpiresAfterThreeDays_AndCanBeWithdrawn()
    {
        await using var given = await GivenBureau.CreateAsync();
        var id = given.Person(Duty.Director);
        var asked = (await given.Resets.AskAsync(id, Guid.NewGuid(), given.Security, Now)).Value;

        Assert.Equal(
            new ResetAskedAlready("安全管理员"),
            (await given.Resets.AskAsync(id, Guid.NewGuid(), given.System, Now.AddHours(71))).Problem
        );
        Assert.Equal(new ResetIsOver(), (await given.Resets.ReleaseAsync(asked, Guid.NewGuid(), given.System, Now.AddHours(72))).Problem);
        var again = (await given.Resets.AskAsync(id, Guid.NewGuid(), given.Security, Now.AddHours(72))).Value;
        Assert.Null((await given.Resets.WithdrawAsync(again, given.Security, Now.AddHours(73))).Problem);
        Assert.Equal(new ResetIsOver(), (await given.Resets.ReleaseAsync(again, Guid.NewGuid(), given.System, Now.AddHours(73))).Problem);
        var third = (await given.Resets.AskAsync(id, Guid.NewGuid(), given.Security, Now.AddHours(74))).Value;
        Assert.Null((await given.Resets.ReleaseAsync(third, Guid.NewGuid(), given.System, Now.AddHours(75))).Problem);
        Assert.Equal(new ResetIsOver(), (await given.Resets.ReleaseAsync(third, Guid.NewGuid(), given.System, Now.AddHours(75))).Problem);
    }

    [Fact]
    public async Task Ask_WhereNobodyElseCouldRelease_SaysSo()
    {
        await using var given = await GivenBureau.CreateAsync();

        // Of three administrators two may release; neither resets the other.
        Assert.Equal(
            new NobodyToRelease(),
            (await given.Resets.AskAsync(given.Security.StaffId, Guid.NewGuid(), given.System, Now)).Problem
        );
        await given.Store.GivenAsync(async db => (await db.Staff.FindAsync(given.System.StaffId))!.MustChangePassword = true);
        Assert.Equal(
            new NobodyToRelease(),
            (await given.Resets.AskAsync(given.Person(Duty.Director), Guid.NewGuid(), given.Security, Now)).Problem
        );
    }

    [Fact]
    public async Task ThePerson_AndTheOneWhoAsked_AreTold()
    {
        await using var given = await GivenBureau.CreateAsync();
        var id = given.Person(Duty.Director);
        var asked = (await given.Resets.AskAsync(id, Guid.NewGuid(), given.Security, Now)).Value;
        Assert.Equal([asked], (await given.Identity.NoticesAsync(given.System, Now)).ToRelease.Select(r => r.Id));
        Assert.Empty((await given.Identity.NoticesAsync(given.Security, Now)).ToRelease);
        _ = (await given.Resets.ReleaseAsync(asked, Guid.NewGuid(), given.System, Now.AddHours(1))).Value;

        const string Words = "安全管理员 于 2026-11-23 10:00 申请，系统管理员 于 2026-11-23 11:00 放行";
        Assert.Equal([Words], (await given.Identity.NoticesAsync(given.By(Duty.Director), Now.AddDays(1))).Told.Select(r => r.Words(Now)));
        Assert.Equal([Words], (await given.Identity.NoticesAsync(given.Security, Now.AddDays(1))).Asked.Select(r => r.Words(Now)));
        Assert.Equal([Words], (await given.Identity.ResetsOfAsync(id)).Select(r => r.Words(Now)));
    }

    [Fact]
    public async Task TheOperator_RecoversAnAdministrator_WhichIsAnEntry_AndClosesOpenRequests()
    {
        await using var given = await GivenBureau.CreateAsync();
        await given.HireAsync("第二安全管理员", "综合");
        await given.HoldsAsync("第二安全管理员", Duty.SecurityAdmin);
        var asked = (await given.Resets.AskAsync(given.Security.StaffId, Guid.NewGuid(), given.System, Now)).Value;
        var name = (await PersonAsync(given, given.Security.StaffId)).SignInName;
        var recovery = given.Store.Get<AdministratorRecovery>();

        Assert.Equal(new NoSuchAdministrator("p5"), (await recovery.RecoverAsync("p5", Now)).Problem);
        var made = (await recovery.RecoverAsync($" {name.ToUpperInvariant()} ", Now)).Value;

        Assert.Equal((Duty.SecurityAdmin, name), (made.Duty, made.SignInName));
        Assert.True((await given.Store.Get<AccountService>().SignInAsync(name, made.Password, "10.0.0.8", Now)).Ok);
        Assert.Equal(
            1L,
            await given.Store.AskAsync(
                "SELECT count(*) FROM Audit WHERE Action = 'operator.recover-admin' AND Detail LIKE '%恢复安全管理员账号“安全管理员”%'"
            )
        );
        Assert.Equal(new ResetIsOver(), (await given.Resets.ReleaseAsync(asked, Guid.NewGuid(), given.By("第二安全管理员"), Now)).Problem);
        Assert.Contains(
            "服务器管理人员（recover-admin）",
            (await given.Identity.ResetsOfAsync(given.Security.StaffId))[0].Words(Now),
            StringComparison.Ordinal
        );
    }

    private static async Task<Staff> PersonAsync(GivenBureau given, int id)
    {
        await using var db = given.Store.Look();
        return await db.Staff.AsNoTracking().FirstAsync(s => s.Id == id);
    }
}
