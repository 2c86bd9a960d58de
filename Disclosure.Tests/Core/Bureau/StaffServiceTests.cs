using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Microsoft.AspNetCore.Identity;

namespace Disclosure.Tests.Core.Bureau;

public sealed class StaffServiceTests
{
    private static DateTime Now => GivenBureau.Now;

    [Theory]
    [InlineData("x", "新人", "", "登录名应为 2–40 位汉字、字母、数字、点、短横线或下划线。")]
    [InlineData("xin ren", "新人", "", "登录名应为 2–40 位汉字、字母、数字、点、短横线或下划线。")]
    [InlineData("ｘinren", "新人", "", "登录名应为 2–40 位汉字、字母、数字、点、短横线或下划线。")]
    [InlineData("P0", "新人", "", "登录名“P0”已被使用，请换一个。")]
    [InlineData("xinren", "", "", "请填写姓名。")]
    [InlineData("xinren", "一二三四五六七八九十一二三四五六七八九十一", "", "姓名不能超过 20 个字。")]
    [InlineData("xinren", "新人", "电话", "电话只能由数字、空格、短横线、加号、括号组成，不超过 40 位。")]
    public async Task Add_WrongEntry_SaysWhichFieldAndWhy(string signIn, string name, string phone, string sentence)
    {
        await using var given = await GivenBureau.CreateAsync();

        var outcome = await given.Staff.AddAsync(new(signIn, name, given.Unit("综合"), phone), Guid.NewGuid(), given.System, Now);

        Assert.Equal(sentence, outcome.Problem?.Text);
        Assert.NotNull(outcome.Problem!.Field);
    }

    [Fact]
    public async Task Add_ToAClosedOrUnknownUnit_Refuses()
    {
        await using var given = await GivenBureau.CreateAsync();
        await given.Bureau.CloseUnitAsync(given.Unit("江达"), given.System, Now);

        Assert.Equal(
            new UnitNotUsable("UnitId"),
            (await given.Staff.AddAsync(new("xr", "新人", given.Unit("江达"), ""), Guid.NewGuid(), given.System, Now)).Problem
        );
        Assert.Equal(
            new UnitNotUsable("UnitId"),
            (await given.Staff.AddAsync(new("xr", "新人", 9999, ""), Guid.NewGuid(), given.System, Now)).Problem
        );
    }

    [Fact]
    public async Task Add_ShowsTheFirstPasswordOnce_AndKeepsItNowhereInClear()
    {
        await using var given = await GivenBureau.CreateAsync();
        var click = Guid.NewGuid();

        var first = (await given.Staff.AddAsync(new("xinren", "新人", given.Unit("综合"), "0895-4820000"), click, given.System, Now)).Value;
        var again = await given.Staff.AddAsync(new("xinren", "新人", given.Unit("综合"), "0895-4820000"), click, given.System, Now);

        Assert.Equal(new FirstPasswordShown(), again.Problem);
        await using var db = given.Store.Look();
        var person = (await db.Staff.FindAsync(first.StaffId))!;
        Assert.True(person.MustChangePassword);
        Assert.Equal(
            PasswordVerificationResult.Success,
            given.Store.Get<IPasswordHasher<Staff>>().VerifyHashedPassword(person, person.PasswordHash!, first.Password)
        );
        Assert.Equal(0L, await given.Store.AskAsync($"SELECT count(*) FROM CommandReceipts WHERE Result LIKE '%{first.Password}%'"));
        Assert.Equal(0L, await given.Store.AskAsync($"SELECT count(*) FROM Audit WHERE Detail LIKE '%{first.Password}%'"));
    }

    [Fact]
    public async Task Change_ToASignInNameThatDiffersOnlyInCase_Refuses()
    {
        await using var given = await GivenBureau.CreateAsync();

        var problem = (
            await given.Staff.ChangeAsync(given.Person("综合科科员"), new("P1", "科员", given.Unit("综合"), ""), given.System, Now)
        ).Problem;

        Assert.Equal(new EntryTaken("SignInName", "登录名", "P1"), problem);
    }

    [Fact]
    public async Task Change_MovesToAUnitTheDutiesDoNotFit_Refuses()
    {
        await using var given = await GivenBureau.CreateAsync();

        var problem = (
            await given.Staff.ChangeAsync(given.Person(Duty.CountyChief), new("kr", "局长", given.Unit("江达"), ""), given.System, Now)
        ).Problem;

        Assert.Equal("现有职责“县区统计局局长”与新单位不符，请先由安全管理员收回，再调整单位。", problem?.Text);
    }

    [Fact]
    public async Task Change_MovesWhileSomebodySignsForThem_Refuses()
    {
        await using var given = await GivenBureau.CreateAsync();
        await given.Delegations.GiveAsync(await given.AuthorisationAsync(), Guid.NewGuid(), given.Security, Now);

        var problem = (
            await given.Staff.ChangeAsync(given.Person("综合科科员"), new("ky", "科员", given.Unit("工业"), ""), given.System, Now)
        ).Problem;

        Assert.Equal("该人员有未到期的委托代签，请先由安全管理员撤销，再调整单位。", problem?.Text);
    }

    [Fact]
    public async Task Close_EndsSessionsDutiesAndDelegations_AndReopeningBringsNoneBack()
    {
        await using var given = await GivenBureau.CreateAsync();
        var officer = given.Person(Duty.DisclosureOffice);
        await given.ConfirmedAsync();
        var stamp = await given.StampAsync(officer);

        Assert.True((await given.Staff.CloseAsync(officer, given.System, Now)).Ok);
        Assert.True((await given.Staff.ReopenAsync(officer, given.System, Now)).Ok);

        Assert.NotEqual(stamp, await given.StampAsync(officer));
        await using var db = given.Store.Look();
        Assert.Empty((await DutyBook.ReadAsync(db, officer, GivenBureau.Today)).All);
        Assert.Empty((await DutyBook.ReadAsync(db, given.Person("综合科科员"), GivenBureau.Today)).All);
    }

    [Fact]
    public async Task Close_OwnAccount_Refuses()
    {
        await using var given = await GivenBureau.CreateAsync();

        Assert.Equal(
            "不能停用、重置或解锁本人的账号；修改本人密码请用“修改密码”。",
            (await given.Staff.CloseAsync(given.System.StaffId, given.System, Now)).Problem?.Text
        );
    }

    [Fact]
    public async Task Close_TheLastSecurityAdministrator_Refuses()
    {
        await using var given = await GivenBureau.CreateAsync();

        Assert.Equal(
            "这是最后一名能办事的安全管理员，不能停用或收回；请先授予另一人并由其完成首次登录。",
            (await given.Staff.CloseAsync(given.Person(Duty.SecurityAdmin), given.System, Now)).Problem?.Text
        );
    }

    [Theory]
    [InlineData(true, true, null)]
    [InlineData(false, false, null)]
    [InlineData(true, false, 30)]
    public async Task Close_WhenTheOtherSecurityAdministratorCannotActOrWillStop_Refuses(bool active, bool mustChange, int? endsInDays)
    {
        await using var given = await GivenBureau.CreateAsync();
        await given.HireAsync("第二安全管理员", "综合", active, mustChange);
        await given.HoldsAsync(
            "第二安全管理员",
            Duty.SecurityAdmin,
            until: endsInDays is { } days ? GivenBureau.Today.AddDays(days) : null
        );

        Assert.Equal(
            new LastAdministrator(Duty.SecurityAdmin),
            (await given.Staff.CloseAsync(given.Person(Duty.SecurityAdmin), given.System, Now)).Problem
        );
    }

    [Fact]
    public async Task Close_WhenAnotherSecurityAdministratorCanAct_IsDone()
    {
        await using var given = await GivenBureau.CreateAsync();
        await given.HireAsync("第二安全管理员", "综合");
        await given.HoldsAsync("第二安全管理员", Duty.SecurityAdmin);

        Assert.True((await given.Staff.CloseAsync(given.Person(Duty.SecurityAdmin), given.System, Now)).Ok);
    }

    [Fact]
    public async Task AskForAResetAndUnlock_OwnOrClosedAccount_Refuses()
    {
        await using var given = await GivenBureau.CreateAsync();
        await given.Staff.CloseAsync(given.Person("综合科科员"), given.System, Now);

        Assert.Equal(new OwnAccount(), (await given.Resets.AskAsync(given.Security.StaffId, Guid.NewGuid(), given.Security, Now)).Problem);
        Assert.Equal(new OwnAccount(), (await given.Staff.UnlockAsync(given.Security.StaffId, given.Security, Now)).Problem);
        Assert.Equal(
            "“综合科科员”的账号已停用，请先恢复账号。",
            (await given.Resets.AskAsync(given.Person("综合科科员"), Guid.NewGuid(), given.Security, Now)).Problem?.Text
        );
        Assert.Equal(new NotFound(), (await given.Staff.UnlockAsync(9999, given.Security, Now)).Problem);
    }

    [Fact]
    public async Task EveryChangeToAPerson_EndsTheirSessions()
    {
        await using var given = await GivenBureau.CreateAsync();
        var id = given.Person("综合科科员");
        var entry = new StaffEntry("keyuan", "科员", given.Unit("综合"), "");
        await given.Store.GivenAsync(async db => (await db.Staff.FindAsync(id))!.LockedUntil = Now.AddMinutes(9));

        foreach (
            var change in new Func<Task<Problem?>>[]
            {
                async () => (await given.Staff.ChangeAsync(id, entry, given.System, Now)).Problem,
                async () => (await given.Staff.UnlockAsync(id, given.Security, Now)).Problem,
                async () =>
                {
                    var asked = (await given.Resets.AskAsync(id, Guid.NewGuid(), given.Security, Now)).Value;
                    return (await given.Resets.ReleaseAsync(asked, Guid.NewGuid(), given.System, Now)).Problem;
                },
                async () =>
                    (
                        await given.Duties.GiveAsync(id, Duty.PlatformHead, null, GivenBureau.Today, Guid.NewGuid(), given.Security, Now)
                    ).Problem,
                async () => (await given.Staff.CloseAsync(id, given.System, Now)).Problem,
                async () => (await given.Staff.ReopenAsync(id, given.System, Now)).Problem,
            }
        )
        {
            var stamp = await given.StampAsync(id);
            Assert.Null(await change());
            Assert.NotEqual(stamp, await given.StampAsync(id));
        }
    }

    [Theory]
    [InlineData("主要领导")]
    [InlineData("主要 领导")]
    [InlineData(" 主要领导 ")]
    public async Task ASecondAccountOfTheSameName_IsRefused_NewOrRenamed(string name)
    {
        await using var given = await GivenBureau.CreateAsync();
        await given.Staff.CloseAsync(given.Person(Duty.Director), given.System, Now);
        var id = given.Person("综合科科员");

        Assert.IsType<NameTaken>(
            (await given.Staff.AddAsync(new("xinren", name, given.Unit("综合"), ""), Guid.NewGuid(), given.System, Now)).Problem
        );
        Assert.IsType<NameTaken>(
            (await given.Staff.ChangeAsync(id, new("keyuan", name, given.Unit("综合"), ""), given.System, Now)).Problem
        );
        Assert.Null((await given.Staff.ChangeAsync(id, new("keyuan", "综合科科员", given.Unit("综合"), ""), given.System, Now)).Problem);
    }

    [Fact]
    public async Task People_AreFoundByNameUnitAndDuty_ClosedOnesOnlyWhenAsked()
    {
        await using var given = await GivenBureau.CreateAsync();
        await given.Staff.CloseAsync(given.Person("综合科科员"), given.System, Now);

        async Task<IEnumerable<string>> FindAsync(StaffFilter filter) =>
            (await given.People.PageAsync(filter, 0, Now)).Rows.Select(r => r.Name);

        Assert.Equal(["县区统计局局长"], await FindAsync(new("", given.Unit("卡若"), Duty.CountyChief, false)));
        Assert.Empty(await FindAsync(new("综合科科员", null, null, false)));
        Assert.Equal(["综合科科员"], await FindAsync(new("综合科科员", null, null, true)));
        Assert.Equal(
            ["县区统计局局长（卡若）"],
            (await given.People.PageAsync(new("", null, Duty.CountyChief, false), 0, Now)).Rows[0].Duties
        );
    }
}
