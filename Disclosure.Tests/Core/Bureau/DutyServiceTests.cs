using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Bureau;

[Slow]
public sealed class DutyServiceTests
{
    private static readonly Duty[] Administrators = [Duty.SystemAdmin, Duty.SecurityAdmin, Duty.AuditAdmin];

    private static DateTime Now => GivenBureau.Now;

    private static DateOnly Today => GivenBureau.Today;

    [Theory]
    [InlineData("综合科科员", Duty.Editor, null, "“编辑人员”限于一个单位，请选择单位。")]
    [InlineData("综合科科员", Duty.Editor, "局领导", "“编辑人员”只能限于科室、中心、事业单位或县区统计局。")]
    [InlineData("综合科科员", Duty.Editor, "卡若", "“编辑人员”不能跨县区或跨市县授予，请核对人员的所属单位。")]
    [InlineData("卡若区科员", Duty.Editor, "综合", "“编辑人员”不能跨县区或跨市县授予，请核对人员的所属单位。")]
    [InlineData("卡若区科员", Duty.Editor, "江达", "“编辑人员”不能跨县区或跨市县授予，请核对人员的所属单位。")]
    [InlineData("卡若区科员", Duty.SectionHead, "卡若", "“科室(中心)负责人”只能限于市局的科室、中心、事业单位。")]
    [InlineData("综合科科员", Duty.SectionHead, "局领导", "“科室(中心)负责人”只能限于市局的科室、中心、事业单位。")]
    [InlineData("综合科科员", Duty.CountyChief, "综合", "“县区统计局局长”只能限于县区统计局。")]
    [InlineData("综合科科员", Duty.CountyChief, "卡若", "“县区统计局局长”不能跨县区或跨市县授予，请核对人员的所属单位。")]
    [InlineData("综合科科员", Duty.DeputyDirector, null, "“分管领导”只能授予所属单位为局领导的人员。")]
    [InlineData("综合科科员", Duty.Director, null, "“主要领导”只能授予所属单位为局领导的人员。")]
    [InlineData("局领导成员", Duty.DeputyDirector, "综合", "“分管领导”不限单位，请不要选择单位。")]
    [InlineData("卡若区科员", Duty.DisclosureOffice, null, "“领导小组办公室”不能跨县区或跨市县授予，请核对人员的所属单位。")]
    [InlineData("卡若区科员", Duty.AuditAdmin, null, "“审计管理员”不能跨县区或跨市县授予，请核对人员的所属单位。")]
    public async Task Give_DutyThatDoesNotFitPersonOrUnit_Refuses(string person, Duty duty, string? unit, string sentence)
    {
        await using var given = await GivenBureau.CreateAsync();

        var outcome = await GiveAsync(given, person, duty, unit);

        Assert.Equal(sentence, outcome.Problem?.Text);
    }

    [Theory]
    [InlineData("综合科科员", Duty.Editor, "工业")]
    [InlineData("综合科科员", Duty.SectionHead, "综合")]
    [InlineData("卡若区科员", Duty.Editor, "卡若")]
    [InlineData("卡若区科员", Duty.CountyChief, "卡若")]
    [InlineData("局领导成员", Duty.DeputyDirector, null)]
    [InlineData("局领导成员", Duty.Director, null)]
    [InlineData("综合科科员", Duty.DisclosureOffice, null)]
    [InlineData("综合科科员", Duty.PlatformHead, null)]
    [InlineData("综合科科员", Duty.AuditAdmin, null)]
    public async Task Give_DutyThatFits_IsHeldFromItsFirstDay(string person, Duty duty, string? unit)
    {
        await using var given = await GivenBureau.CreateAsync();
        var outcome = await GiveAsync(given, person, duty, unit, Today.AddDays(3));
        // A deputy reaches the sections in charge.
        await given.Store.GivenAsync(async db => (await db.Units.FindAsync(given.Unit("综合")))!.DeputyId = given.Person(person));

        Assert.Null(outcome.Problem);
        await using var db = given.Store.Look();
        Assert.False((await DutyBook.ReadAsync(db, given.Person(person), Today.AddDays(2))).Has(duty));
        Assert.True((await DutyBook.ReadAsync(db, given.Person(person), Today.AddDays(3))).Has(duty));
    }

    public static TheoryData<Duty, Duty> Incompatible
    {
        get
        {
            var pairs = new TheoryData<Duty, Duty>();
            foreach (var held in Enum.GetValues<Duty>())
            {
                foreach (
                    var wanted in Enum.GetValues<Duty>()
                        .Where(w => w != held && (Administrators.Contains(held) || Administrators.Contains(w)))
                )
                {
                    pairs.Add(held, wanted);
                }
            }
            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Incompatible))]
    public async Task Give_AdministratorBesideAnyOtherDuty_RefusesInBothDirections(Duty held, Duty wanted)
    {
        await using var given = await GivenBureau.CreateAsync();
        var (home, _) = Place(held, wanted);
        await given.HireAsync("两职人员", home);
        await given.HoldsAsync("两职人员", held, Reach(held, home));

        var outcome = await GiveAsync(given, "两职人员", wanted, Reach(wanted, home));

        Assert.Contains(outcome.Problem?.GetType(), new[] { typeof(AdministratorsHoldNothingElse), typeof(DutyOutsideOwnBureau) });
        // Only where a county's person could not hold the duty anyway does another rule speak first.
        Assert.True(outcome.Problem is AdministratorsHoldNothingElse || home == "卡若");
    }

    [Fact]
    public async Task Give_AdministratorToSomebodyWhoseDutyOnlyBeginsLater_Refuses()
    {
        await using var given = await GivenBureau.CreateAsync();
        await GiveAsync(given, "综合科科员", Duty.PlatformHead, null, Today.AddDays(30));

        Assert.Equal(
            "已有“发布平台负责人”职责，不能同时担任“审计管理员”：系统、安全、审计管理员相互独立，且不参与稿件流转。",
            (await GiveAsync(given, "综合科科员", Duty.AuditAdmin, null)).Problem?.Text
        );
    }

    [Fact]
    public async Task Give_AdministratorToSomebodyWhoSignsForAnother_Refuses()
    {
        await using var given = await GivenBureau.CreateAsync();
        await given.Delegations.GiveAsync(await given.AuthorisationAsync(), Guid.NewGuid(), given.Security, Now);

        Assert.Equal(
            "系统、安全、审计管理员不能委托他人，也不能受托代签。",
            (await GiveAsync(given, "综合科科员", Duty.AuditAdmin, null)).Problem?.Text
        );
    }

    [Fact]
    public async Task Give_AdministratorOnceTheOtherDutyHasEnded_IsDone()
    {
        await using var given = await GivenBureau.CreateAsync();
        await given.HoldsAsync("综合科科员", Duty.PlatformHead, until: Today.AddDays(4));

        Assert.IsType<AdministratorsHoldNothingElse>(
            (await GiveAsync(given, "综合科科员", Duty.AuditAdmin, null, Today.AddDays(4))).Problem
        );
        Assert.Null((await GiveAsync(given, "综合科科员", Duty.AuditAdmin, null, Today.AddDays(5))).Problem);
    }

    [Fact]
    public async Task GiveAndTake_OwnDuties_Refuses()
    {
        await using var given = await GivenBureau.CreateAsync();
        var sentence = "不能授予或收回本人的职责，请由另一名安全管理员办理。";

        Assert.Equal(sentence, (await GiveAsync(given, Duty.SecurityAdmin.Name(), Duty.PlatformHead, null)).Problem?.Text);
        Assert.Equal(
            sentence,
            (await given.Duties.TakeAsync(await given.AssignmentAsync(Duty.SecurityAdmin), Today, given.Security, Now)).Problem?.Text
        );
    }

    [Fact]
    public async Task Give_ToAClosedOrUnknownPersonOrUnit_Refuses()
    {
        await using var given = await GivenBureau.CreateAsync();
        await given.Staff.CloseAsync(given.Person("综合科科员"), given.System, Now);
        await given.Bureau.CloseUnitAsync(given.Unit("江达"), given.System, Now);

        Assert.Equal(new StaffIsClosed("综合科科员"), (await GiveAsync(given, "综合科科员", Duty.PlatformHead, null)).Problem);
        Assert.Equal(new UnitNotUsable("UnitId"), (await GiveAsync(given, "卡若区科员", Duty.Editor, "江达")).Problem);
        Assert.Equal(
            new NotFound(),
            (await given.Duties.GiveAsync(9999, Duty.Editor, null, Today, Guid.NewGuid(), given.Security, Now)).Problem
        );
    }

    [Fact]
    public async Task GiveAndTake_FromADayGoneBy_Refuses()
    {
        await using var given = await GivenBureau.CreateAsync();

        Assert.Equal(
            "日期不能早于今天。",
            (await GiveAsync(given, "综合科科员", Duty.PlatformHead, null, Today.AddDays(-1))).Problem?.Text
        );
        Assert.Equal(
            new DayIsPast("From"),
            (await given.Duties.TakeAsync(await given.AssignmentAsync(Duty.PlatformHead), Today.AddDays(-1), given.Security, Now)).Problem
        );
    }

    [Fact]
    public async Task Give_WhatIsHeldAlready_Refuses()
    {
        await using var given = await GivenBureau.CreateAsync();

        Assert.Equal(
            "所选时间内已有“发布平台负责人”职责，不必重复授予。",
            (await GiveAsync(given, Duty.PlatformHead.Name(), Duty.PlatformHead, null)).Problem?.Text
        );
    }

    [Fact]
    public async Task Take_FromToday_LeavesNothingToday()
    {
        await using var given = await GivenBureau.CreateAsync();
        var held = await given.AssignmentAsync(Duty.PlatformHead);

        Assert.True((await given.Duties.TakeAsync(held, Today, given.Security, Now)).Ok);

        await using var db = given.Store.Look();
        Assert.Empty((await DutyBook.ReadAsync(db, given.Person(Duty.PlatformHead), Today)).All);
        Assert.Equal(
            "该职责到那一天已经终止，不必再收回。",
            (await given.Duties.TakeAsync(held, Today, given.Security, Now)).Problem?.Text
        );
        Assert.Equal(new NotFound(), (await given.Duties.TakeAsync(9999, Today, given.Security, Now)).Problem);
    }

    [Fact]
    public async Task Take_FromTheLastSystemAdministrator_Refuses()
    {
        await using var given = await GivenBureau.CreateAsync();
        var held = await given.AssignmentAsync(Duty.SystemAdmin);

        Assert.Equal(
            new LastAdministrator(Duty.SystemAdmin),
            (await given.Duties.TakeAsync(held, Today.AddDays(9), given.Security, Now)).Problem
        );

        await given.HireAsync("第二系统管理员", "综合");
        await given.HoldsAsync("第二系统管理员", Duty.SystemAdmin);
        Assert.True((await given.Duties.TakeAsync(held, Today.AddDays(9), given.Security, Now)).Ok);
    }

    private static Task<Outcome<int>> GiveAsync(GivenBureau given, string person, Duty duty, string? unit, DateOnly? from = null) =>
        given.Duties.GiveAsync(
            given.Person(person),
            duty,
            unit is null ? null : given.Unit(unit),
            from ?? Today,
            Guid.NewGuid(),
            given.Security,
            Now
        );

    private static (string Home, bool InCounty) Place(Duty held, Duty wanted) =>
        (held, wanted) switch
        {
            (Duty.CountyChief, _) or (_, Duty.CountyChief) => ("卡若", true),
            (Duty.DeputyDirector or Duty.Director, _) or (_, Duty.DeputyDirector or Duty.Director) => ("局领导", false),
            _ => ("综合", false),
        };

    private static string? Reach(Duty duty, string home) =>
        duty.ReachOf() != Disclosure.Core.Bureau.Duties.Reach.Unit ? null
        : home == "局领导" ? "综合"
        : home;
}
