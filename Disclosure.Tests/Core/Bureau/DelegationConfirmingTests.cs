using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Reminders;
using Microsoft.AspNetCore.Identity;

namespace Disclosure.Tests.Core.Bureau;

/// <summary>An authorisation gives nothing until somebody beside the one who entered it stands behind it.</summary>
public sealed class DelegationConfirmingTests
{
    private const string Password = "澜沧江边的早晨-7";

    private static DateTime Now => GivenBureau.Now;

    [Fact]
    public async Task Unconfirmed_GivesNoGrant_AndReachesNobodyWithReminders()
    {
        await using var given = await GivenBureau.CreateAsync();
        var deputy = given.Person("综合科科员");
        var stamp = await given.StampAsync(deputy);

        await given.Delegations.GiveAsync(await given.AuthorisationAsync(), Guid.NewGuid(), given.Security, Now);

        await using var db = given.Store.Look();
        Assert.False((await DutyBook.ReadAsync(db, deputy, GivenBureau.Today)).Has(Duty.DisclosureOffice));
        Assert.Equal([given.Person(Duty.DisclosureOffice)], await Recipients.OfAsync(db, Duty.DisclosureOffice, null, GivenBureau.Today));
        Assert.Equal(stamp, await given.StampAsync(deputy));
        Assert.Equal(
            "待确认",
            (await given.People.DelegationsAsync("", false, 0, GivenBureau.Today)).Rows.Single().State(GivenBureau.Today)
        );
    }

    [Fact]
    public async Task ThePrincipal_ConfirmsWithTheOwnPassword()
    {
        await using var given = await GivenBureau.CreateAsync();
        var id = (await given.Delegations.GiveAsync(await given.AuthorisationAsync(), Guid.NewGuid(), given.Security, Now)).Value;
        var principal = given.By(Duty.DisclosureOffice);
        await HasPasswordAsync(given, principal);
        await HasPasswordAsync(given, given.By(Duty.Director));
        await HasPasswordAsync(given, given.By("综合科科员"));

        Assert.Equal("密码不正确，委托没有确认。", (await given.Confirming.ConfirmOwnAsync(id, "不对", principal, Now)).Problem?.Text);
        Assert.Equal(new NotFound(), (await given.Confirming.ConfirmOwnAsync(id, Password, given.By(Duty.Director), Now)).Problem);
        Assert.Equal(new NotFound(), (await given.Confirming.ConfirmOwnAsync(id, Password, given.By("综合科科员"), Now)).Problem);
        Assert.Null((await given.Confirming.ConfirmOwnAsync(id, Password, principal, Now)).Problem);

        await using var db = given.Store.Look();
        Assert.True((await DutyBook.ReadAsync(db, given.Person("综合科科员"), GivenBureau.Today)).Has(Duty.DisclosureOffice));
        Assert.Equal(
            "委托人本人确认，2026-11-23 10:00",
            (await given.Identity.OwnDelegationsAsync(principal.StaffId)).Single().Confirmation
        );
        Assert.StartsWith(
            "委托人本人确认委托代签：“领导小组办公室”委托“综合科科员”",
            await given.LastEntryAsync(),
            StringComparison.Ordinal
        );
        Assert.Equal(new DelegationConfirmedAlready(), (await given.Confirming.ConfirmOwnAsync(id, Password, principal, Now)).Problem);
    }

    [Fact]
    public async Task ASecondAdministrator_ConfirmsBesideTheScan_NeverTheOneWhoEnteredIt()
    {
        await using var given = await GivenBureau.CreateAsync();
        var id = (await given.Delegations.GiveAsync(await given.AuthorisationAsync(), Guid.NewGuid(), given.Security, Now)).Value;

        Assert.Equal(new DelegationOfOwnEntry(), (await given.Confirming.ConfirmBesideScanAsync(id, given.Security, Now)).Problem);
        foreach (var by in new[] { given.By(Duty.AuditAdmin), given.By(Duty.DisclosureOffice), given.By("综合科科员"), Actor.System })
        {
            Assert.Equal(new NotAnAdministrator(), (await given.Confirming.ConfirmBesideScanAsync(id, by, Now)).Problem);
        }
        Assert.Null((await given.Confirming.ConfirmBesideScanAsync(id, given.System, Now)).Problem);

        await using var db = given.Store.Look();
        Assert.True((await DutyBook.ReadAsync(db, given.Person("综合科科员"), GivenBureau.Today)).Has(Duty.DisclosureOffice));
        Assert.Contains(
            "系统管理员",
            (await given.People.DelegationsAsync("", false, 0, GivenBureau.Today)).Rows.Single().Confirmation,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task ThePrincipal_EndsItAtAnyTime_AndARevokedOneIsNotConfirmed()
    {
        await using var given = await GivenBureau.CreateAsync();
        var id = await given.ConfirmedAsync();
        var waiting = (
            await given.Delegations.GiveAsync(await given.AuthorisationAsync(Duty.PlatformHead), Guid.NewGuid(), given.Security, Now)
        ).Value;

        Assert.Equal(new NotFound(), (await given.Confirming.EndOwnAsync(id, given.By("综合科科员"), Now)).Problem);
        Assert.Null((await given.Confirming.EndOwnAsync(id, given.By(Duty.DisclosureOffice), Now)).Problem);
        Assert.Null((await given.Confirming.EndOwnAsync(waiting, given.By(Duty.PlatformHead), Now)).Problem);

        await using var db = given.Store.Look();
        Assert.Empty((await DutyBook.ReadAsync(db, given.Person("综合科科员"), GivenBureau.Today)).All);
        Assert.Equal(new DelegationIsOver(), (await given.Confirming.ConfirmBesideScanAsync(waiting, given.System, Now)).Problem);
    }

    private static Task HasPasswordAsync(GivenBureau given, Actor by) =>
        given.Store.GivenAsync(async db =>
        {
            var person = (await db.Staff.FindAsync(by.StaffId))!;
            person.PasswordHash = given.Store.Get<IPasswordHasher<Staff>>().HashPassword(person, Password);
        });
}
