using Disclosure.Core.Bureau;
using Disclosure.Core.Common;

namespace Disclosure.Tests.Core.Bureau;

public sealed class DelegationServiceTests
{
    private static DateTime Now => GivenBureau.Now;

    private static DateOnly Today => GivenBureau.Today;

    [Fact]
    public async Task Give_LetsTheDeputySignInThoseDaysOnly_UnderThePrincipalsName()
    {
        await using var given = await GivenBureau.CreateAsync();
        var deputy = given.Person("综合科科员");
        var stamp = await given.StampAsync(deputy);

        await given.ConfirmedAsync();

        Assert.NotEqual(stamp, await given.StampAsync(deputy));
        await using var db = given.Store.Look();
        Assert.Equal(
            "领导小组办公室",
            (await DutyBook.ReadAsync(db, deputy, Today.AddDays(13))).Find(Duty.DisclosureOffice, null)?.ActingForName
        );
        Assert.False((await DutyBook.ReadAsync(db, deputy, Today.AddDays(14))).Has(Duty.DisclosureOffice));
    }

    [Fact]
    public async Task Revoke_EndsItToday()
    {
        await using var given = await GivenBureau.CreateAsync();
        var id = await given.ConfirmedAsync();

        Assert.True((await given.Delegations.RevokeAsync(id, given.Security, Now)).Ok);

        await using var db = given.Store.Look();
        Assert.False((await DutyBook.ReadAsync(db, given.Person("综合科科员"), Today)).Has(Duty.DisclosureOffice));
        Assert.Equal("该委托已撤销或已到期。", (await given.Delegations.RevokeAsync(id, given.Security, Now)).Problem?.Text);
        Assert.Equal(new NotFound(), (await given.Delegations.RevokeAsync(9999, given.Security, Now)).Problem);
    }

    [Fact]
    public async Task Give_WrongPeopleOrDuty_Refuses()
    {
        await using var given = await GivenBureau.CreateAsync();
        var good = await given.AuthorisationAsync();

        foreach (
            var (entry, sentence) in new (DelegationEntry, string)[]
            {
                (good with { Duty = Duty.SecurityAdmin }, "系统、安全、审计管理员不能委托他人，也不能受托代签。"),
                (good with { DeputyId = given.Person(Duty.AuditAdmin) }, "系统、安全、审计管理员不能委托他人，也不能受托代签。"),
                (
                    good with
                    {
                        Duty = Duty.Editor,
                        PrincipalId = given.Person(Duty.Editor),
                    },
                    "署名文章的文责由署名者本人负责，编辑人员的职责不能委托代签。"
                ),
                (good with { DeputyId = good.PrincipalId }, "委托人与受托人不能是同一人。"),
                (good with { Duty = Duty.PlatformHead }, "“领导小组办公室”在所选日期内没有“发布平台负责人”职责，不能委托。"),
                (good with { DeputyId = given.Person("卡若区科员") }, "“领导小组办公室”不能跨县区或跨市县授予，请核对人员的所属单位。"),
                (
                    good with
                    {
                        Duty = Duty.CountyChief,
                        PrincipalId = given.Person(Duty.CountyChief),
                    },
                    "“县区统计局局长”不能跨县区或跨市县授予，请核对人员的所属单位。"
                ),
            }
        )
        {
            Assert.Equal(sentence, (await given.Delegations.GiveAsync(entry, Guid.NewGuid(), given.Security, Now)).Problem?.Text);
        }
    }

    [Theory]
    [InlineData(-1, 5, "日期不能早于今天。")]
    [InlineData(3, 2, "委托期限的止日不能早于起日，且最长一年。")]
    [InlineData(0, 365, "委托期限的止日不能早于起日，且最长一年。")]
    [InlineData(0, 364, null)]
    [InlineData(3, 3, null)]
    public async Task Give_Days_AreTodayOrLaterAndAtMostAYear(int from, int until, string? sentence)
    {
        await using var given = await GivenBureau.CreateAsync();
        var entry = await given.AuthorisationAsync() with { From = Today.AddDays(from), Until = Today.AddDays(until) };

        Assert.Equal(sentence, (await given.Delegations.GiveAsync(entry, Guid.NewGuid(), given.Security, Now)).Problem?.Text);
    }

    [Fact]
    public async Task Give_TheSameTwice_Refuses()
    {
        await using var given = await GivenBureau.CreateAsync();
        var entry = await given.AuthorisationAsync();
        await given.Delegations.GiveAsync(entry, Guid.NewGuid(), given.Security, Now);

        Assert.Equal(
            "所选日期内已有同一职责的委托，不必重复登记。",
            (await given.Delegations.GiveAsync(entry, Guid.NewGuid(), given.Security, Now)).Problem?.Text
        );
    }

    [Fact]
    public async Task Give_ClosedAccounts_Refuses()
    {
        await using var given = await GivenBureau.CreateAsync();
        var entry = await given.AuthorisationAsync();
        await given.Staff.CloseAsync(given.Person("综合科科员"), given.System, Now);

        Assert.Equal(
            new StaffIsClosed("综合科科员"),
            (await given.Delegations.GiveAsync(entry, Guid.NewGuid(), given.Security, Now)).Problem
        );
    }

    [Fact]
    public async Task Give_WithoutAScanOfOnesOwn_Refuses()
    {
        await using var given = await GivenBureau.CreateAsync();
        var good = await given.AuthorisationAsync();
        var foreign = await given.ScanAsync(given.By(Duty.Editor));
        var fileOfAnItem = await given.ScanAsync(given.Security, "item:1");

        foreach (var sha in new[] { "", new string('a', 64), foreign, fileOfAnItem })
        {
            Assert.Equal(
                "请上传书面委托书的扫描件（PDF、JPG 或 PNG）。",
                (await given.Delegations.GiveAsync(good with { ScanSha256 = sha }, Guid.NewGuid(), given.Security, Now)).Problem?.Text
            );
        }
    }

    [Fact]
    public async Task OpenScan_OnlyForThoseConcerned_AndWrittenDown()
    {
        await using var given = await GivenBureau.CreateAsync();
        var entry = await given.AuthorisationAsync();
        var id = (await given.Delegations.GiveAsync(entry, Guid.NewGuid(), given.Security, Now)).Value;
        var before = await given.EntriesAsync();

        foreach (
            var reader in new[]
            {
                given.Security,
                given.System,
                given.By(Duty.AuditAdmin),
                given.By(Duty.DisclosureOffice),
                given.By("综合科科员"),
            }
        )
        {
            Assert.Equal(entry.ScanSha256, (await given.Delegations.OpenScanAsync(id, reader, Now)).Value);
        }
        Assert.Equal(before + 5, await given.EntriesAsync());
        foreach (var stranger in new[] { given.By(Duty.Editor), given.By(Duty.Director), Actor.System })
        {
            Assert.Equal(new NotFound(), (await given.Delegations.OpenScanAsync(id, stranger, Now)).Problem);
        }
        Assert.Equal(before + 5, await given.EntriesAsync());
    }
}
