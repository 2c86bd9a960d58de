using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Bureau;

/// <summary>Every administrator's command, walked with every duty and with none.</summary>
[Slow]
public sealed class CommandsAndDutiesTests
{
    private static readonly Dictionary<string, (Duty Office, Func<GivenBureau, Task<Func<Actor, Task<Problem?>>>> Prepare)> Commands = new()
    {
        ["AddUnit"] = (
            Duty.SystemAdmin,
            g =>
                At(async by =>
                    (await g.Bureau.AddUnitAsync(new("XX", "新科室", "新", UnitKind.Section, 9), Guid.NewGuid(), by, Now)).Problem
                )
        ),
        ["ChangeUnit"] = (
            Duty.SystemAdmin,
            g => At(async by => (await g.Bureau.ChangeUnitAsync(g.Unit("综合"), "综合室", "综", 1, by, Now)).Problem)
        ),
        ["AppointDeputy"] = (
            Duty.SystemAdmin,
            g => At(async by => (await g.Bureau.AppointDeputyAsync(g.Unit("综合"), g.Person(Duty.DeputyDirector), by, Now)).Problem)
        ),
        ["CloseUnit"] = (Duty.SystemAdmin, g => At(async by => (await g.Bureau.CloseUnitAsync(g.Unit("江达"), by, Now)).Problem)),
        ["ReopenUnit"] = (
            Duty.SystemAdmin,
            async g =>
            {
                await g.Bureau.CloseUnitAsync(g.Unit("江达"), g.System, Now);
                return async by => (await g.Bureau.ReopenUnitAsync(g.Unit("江达"), by, Now)).Problem;
            }
        ),
        ["AddSubject"] = (
            Duty.SystemAdmin,
            g => At(async by => (await g.Bureau.AddSubjectAsync(new("工业", g.Unit("工业"), 1), Guid.NewGuid(), by, Now)).Problem)
        ),
        ["ChangeSubject"] = (
            Duty.SystemAdmin,
            async g =>
            {
                var id = (await g.Bureau.AddSubjectAsync(new("工业", g.Unit("工业"), 1), Guid.NewGuid(), g.System, Now)).Value;
                return async by => (await g.Bureau.ChangeSubjectAsync(id, new("工业", g.Unit("综合"), 1), by, Now)).Problem;
            }
        ),
        ["OfferSubject"] = (
            Duty.SystemAdmin,
            async g =>
            {
                var id = (await g.Bureau.AddSubjectAsync(new("工业", g.Unit("工业"), 1), Guid.NewGuid(), g.System, Now)).Value;
                return async by => (await g.Bureau.OfferSubjectAsync(id, false, by, Now)).Problem;
            }
        ),
        ["ChangeProfile"] = (
            Duty.SystemAdmin,
            g => At(async by => (await g.Bureau.ChangeProfileAsync(new("某市统计局", "某统发审", "某统县审", ""), by, Now)).Problem)
        ),
        ["AddStaff"] = (
            Duty.SystemAdmin,
            g => At(async by => (await g.Staff.AddAsync(new("xinren", "新人", g.Unit("综合"), ""), Guid.NewGuid(), by, Now)).Problem)
        ),
        ["ChangeStaff"] = (
            Duty.SystemAdmin,
            g =>
                At(async by =>
                    (await g.Staff.ChangeAsync(g.Person("综合科科员"), new("ky", "科员", g.Unit("工业"), "0895-1"), by, Now)).Problem
                )
        ),
        ["CloseStaff"] = (Duty.SystemAdmin, g => At(async by => (await g.Staff.CloseAsync(g.Person("综合科科员"), by, Now)).Problem)),
        ["ReopenStaff"] = (
            Duty.SystemAdmin,
            async g =>
            {
                await g.Staff.CloseAsync(g.Person("综合科科员"), g.System, Now);
                return async by => (await g.Staff.ReopenAsync(g.Person("综合科科员"), by, Now)).Problem;
            }
        ),
        ["Unlock"] = (
            Duty.SecurityAdmin,
            async g =>
            {
                await g.Store.GivenAsync(async db => (await db.Staff.FindAsync(g.Person("综合科科员")))!.LockedUntil = Now.AddMinutes(9));
                return async by => (await g.Staff.UnlockAsync(g.Person("综合科科员"), by, Now)).Problem;
            }
        ),
        ["GiveDuty"] = (
            Duty.SecurityAdmin,
            g =>
                At(async by =>
                    (
                        await g.Duties.GiveAsync(
                            g.Person("综合科科员"),
                            Duty.DisclosureOffice,
                            null,
                            GivenBureau.Today,
                            Guid.NewGuid(),
                            by,
                            Now
                        )
                    ).Problem
                )
        ),
        ["TakeDuty"] = (
            Duty.SecurityAdmin,
            async g =>
            {
                var held = await g.AssignmentAsync(Duty.PlatformHead);
                return async by => (await g.Duties.TakeAsync(held, GivenBureau.Today, by, Now)).Problem;
            }
        ),
        ["GiveDelegation"] = (
            Duty.SecurityAdmin,
            async g =>
            {
                var entry = await g.AuthorisationAsync();
                return async by => (await g.Delegations.GiveAsync(entry, Guid.NewGuid(), by, Now)).Problem;
            }
        ),
        ["RevokeDelegation"] = (
            Duty.SecurityAdmin,
            async g =>
            {
                var id = (await g.Delegations.GiveAsync(await g.AuthorisationAsync(), Guid.NewGuid(), g.Security, Now)).Value;
                return async by => (await g.Delegations.RevokeAsync(id, by, Now)).Problem;
            }
        ),
    };

    private static DateTime Now => GivenBureau.Now;

    public static TheoryData<string> Names => [.. Commands.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Command_OnlyItsOwnAdministrator_MayRunIt(string name)
    {
        await using var given = await GivenBureau.CreateAsync();
        var (office, prepare) = Commands[name];
        var run = await prepare(given);
        var before = await given.EntriesAsync();

        foreach (
            var by in Enum.GetValues<Duty>().Where(d => d != office).Select(given.By).Append(given.By("综合科科员")).Append(Actor.System)
        )
        {
            Assert.Equal(new NotThisAdministrator(office), await run(by));
        }
        Assert.Equal(before, await given.EntriesAsync());

        Assert.Null(await run(given.By(office)));
        Assert.Equal(before + 1, await given.EntriesAsync());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Command_WhenTheDutyWasTakenMeanwhile_Refuses(string name)
    {
        await using var given = await GivenBureau.CreateAsync();
        var (office, prepare) = Commands[name];
        var run = await prepare(given);
        var held = await given.AssignmentAsync(office);
        await given.Store.GivenAsync(async db => (await db.FindAsync<DutyAssignment>(held))!.Until = GivenBureau.Today.AddDays(-1));

        Assert.Equal(new NotThisAdministrator(office), await run(given.By(office)));
    }

    private static Task<Func<Actor, Task<Problem?>>> At(Func<Actor, Task<Problem?>> run) => Task.FromResult(run);
}
