using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Bureau;

[Slow]
public sealed class BureauServiceTests
{
    private static DateTime Now => GivenBureau.Now;

    [Theory]
    [InlineData("", "新科室", "新", UnitKind.Section, "单位代码应为 1–20 位字母、数字或短横线。")]
    [InlineData("代码", "新科室", "新", UnitKind.Section, "单位代码应为 1–20 位字母、数字或短横线。")]
    [InlineData("54032", "新县统计局", "新", UnitKind.County, "县区的单位代码应为六位行政区划代码。")]
    [InlineData("LD", "新科室", "新", UnitKind.Section, "单位代码“LD”已被使用，请换一个。")]
    [InlineData("N1", " ", "新", UnitKind.Section, "请填写单位名称。")]
    [InlineData("N1", "综合科", "新", UnitKind.Section, "单位名称“综合科”已被使用，请换一个。")]
    [InlineData("N1", "新科室\n", "新", UnitKind.Section, "单位名称含有换行或不可见字符，请删去后重新填写。")]
    [InlineData("N1", "综合\u200B科", "新", UnitKind.Section, "单位名称含有换行或不可见字符，请删去后重新填写。")]
    [InlineData("N1", "新科室", "", UnitKind.Section, "请填写简称。")]
    [InlineData("N1", "新科室", "一二三四五六七八九十一二三", UnitKind.Section, "简称不能超过 12 个字。")]
    [InlineData("540399", "新县统计局", "卡若", UnitKind.County, "简称“卡若”已被使用，请换一个。")]
    public async Task AddUnit_WrongEntry_SaysWhichFieldAndWhy(string code, string name, string brief, UnitKind kind, string sentence)
    {
        await using var given = await GivenBureau.CreateAsync();

        var outcome = await given.Bureau.AddUnitAsync(new(code, name, brief, kind, 1), Guid.NewGuid(), given.System, Now);

        Assert.Equal(sentence, outcome.Problem?.Text);
        Assert.NotNull(outcome.Problem!.Field);
    }

    [Fact]
    public async Task AddUnit_TheSameClickTwice_IsOneUnit()
    {
        await using var given = await GivenBureau.CreateAsync();
        var click = Guid.NewGuid();

        var first = await given.Bureau.AddUnitAsync(new("N1", "新科室", "新", UnitKind.Section, 1), click, given.System, Now);
        var second = await given.Bureau.AddUnitAsync(new("N1", "新科室", "新", UnitKind.Section, 1), click, given.System, Now);

        Assert.Equal(first.Value, second.Value);
        Assert.Equal(1, await given.EntriesAsync());
    }

    [Fact]
    public async Task ChangeUnit_ToTheNameOfAnother_Refuses()
    {
        await using var given = await GivenBureau.CreateAsync();

        Assert.Equal(
            new EntryTaken("Name", "单位名称", "综合科"),
            (await given.Bureau.ChangeUnitAsync(given.Unit("工业"), "综合科", "工业", 1, given.System, Now)).Problem
        );
        Assert.Equal(new NotFound(), (await given.Bureau.ChangeUnitAsync(9999, "某科", "某", 1, given.System, Now)).Problem);
    }

    [Fact]
    public async Task ChangeUnit_NothingChanged_WritesNothingDown()
    {
        await using var given = await GivenBureau.CreateAsync();

        Assert.True((await given.Bureau.ChangeUnitAsync(given.Unit("工业"), "工业能源科", "工业", 0, given.System, Now)).Ok);

        Assert.Equal(0, await given.EntriesAsync());
    }

    [Fact]
    public async Task AppointDeputy_SomebodyWithoutTheDuty_Refuses()
    {
        await using var given = await GivenBureau.CreateAsync();

        Assert.Equal(
            "所选人员没有“分管领导”职责或账号已停用，请先由安全管理员授予职责。",
            (await given.Bureau.AppointDeputyAsync(given.Unit("工业"), given.Person("局领导成员"), given.System, Now)).Problem?.Text
        );
    }

    [Fact]
    public async Task AppointDeputy_ClosedAccount_Refuses()
    {
        await using var given = await GivenBureau.CreateAsync();
        await given.HireAsync("原分管领导", "局领导", active: false);
        await given.HoldsAsync("原分管领导", Duty.DeputyDirector);

        Assert.Equal(
            new NotADeputyDirector(),
            (await given.Bureau.AppointDeputyAsync(given.Unit("工业"), given.Person("原分管领导"), given.System, Now)).Problem
        );
    }

    [Theory]
    [InlineData("卡若")]
    [InlineData("局领导")]
    public async Task AppointDeputy_OfAnythingButASection_Refuses(string unit)
    {
        await using var given = await GivenBureau.CreateAsync();

        Assert.Equal(
            "只有市局的科室、中心、事业单位需要指定分管领导。",
            (await given.Bureau.AppointDeputyAsync(given.Unit(unit), given.Person(Duty.DeputyDirector), given.System, Now)).Problem?.Text
        );
    }

    [Fact]
    public async Task AppointDeputy_ChangesWhatBothMayDo_SoBothSessionsEnd()
    {
        await using var given = await GivenBureau.CreateAsync();
        await given.HoldsAsync("局领导成员", Duty.DeputyDirector);
        await given.Bureau.AppointDeputyAsync(given.Unit("工业"), given.Person(Duty.DeputyDirector), given.System, Now);
        var before = (await given.StampAsync(given.Person(Duty.DeputyDirector)), await given.StampAsync(given.Person("局领导成员")));

        await given.Bureau.AppointDeputyAsync(given.Unit("工业"), given.Person("局领导成员"), given.System, Now);

        Assert.NotEqual(before.Item1, await given.StampAsync(given.Person(Duty.DeputyDirector)));
        Assert.NotEqual(before.Item2, await given.StampAsync(given.Person("局领导成员")));
        Assert.Equal("“工业能源科”的分管领导由“分管领导”改为“局领导成员”", await given.LastEntryAsync());
        await using var db = given.Store.Look();
        var grants = await DutyBook.ReadAsync(db, given.Person("局领导成员"), GivenBureau.Today);
        Assert.NotNull(grants.Find(Duty.DeputyDirector, given.Unit("工业")));
        Assert.Null(grants.Find(Duty.DeputyDirector, given.Unit("综合")));
    }

    [Fact]
    public async Task CloseUnit_StillInUse_SaysWhatStandsInTheWay()
    {
        await using var given = await GivenBureau.CreateAsync();
        await given.Bureau.AddSubjectAsync(new("工业", given.Unit("工业"), 1), Guid.NewGuid(), given.System, Now);
        Task<Outcome<Done>> CloseAsync() => given.Bureau.CloseUnitAsync(given.Unit("工业"), given.System, Now);

        Assert.Equal("仍有 2 名在用人员属于该单位，请先调整其所属单位，再停用。", (await CloseAsync()).Problem?.Text);

        await given.Store.GivenAsync(async db =>
            await db.Staff.Where(s => s.UnitId == given.Unit("工业")).ExecuteUpdateAsync(s => s.SetProperty(x => x.Active, false))
        );
        Assert.Equal("专业“工业”仍由该科室对口，请先改由其他科室对口，再停用。", (await CloseAsync()).Problem?.Text);

        await given.Store.GivenAsync(async db => await db.Subjects.ExecuteUpdateAsync(s => s.SetProperty(x => x.Active, false)));
        Assert.Equal("仍有 2 项职责限于该单位，请先由安全管理员收回，再停用。", (await CloseAsync()).Problem?.Text);

        await given.Store.GivenAsync(async db =>
            await db.DutyAssignments.ExecuteUpdateAsync(s =>
                s.SetProperty(x => x.Until, x => x.UnitId == given.Unit("工业") ? GivenBureau.Today.AddDays(-1) : null)
            )
        );
        Assert.True((await CloseAsync()).Ok);
    }

    [Theory]
    [InlineData("卡若")]
    [InlineData("局领导")]
    public async Task Subject_MatchedByAnythingButASection_Refuses(string unit)
    {
        await using var given = await GivenBureau.CreateAsync();

        var problem = (await given.Bureau.AddSubjectAsync(new("工业", given.Unit(unit), 1), Guid.NewGuid(), given.System, Now)).Problem;

        Assert.Equal("对口科室应为在用的科室、中心或事业单位。", problem?.Text);
        Assert.Equal("D11", problem?.Article);
    }

    [Fact]
    public async Task Subject_TakenNameOrClosedSection_Refuses()
    {
        await using var given = await GivenBureau.CreateAsync();
        var id = (await given.Bureau.AddSubjectAsync(new("工业", given.Unit("工业"), 1), Guid.NewGuid(), given.System, Now)).Value;

        Assert.Equal(
            "专业名称“工业”已被使用，请换一个。",
            (await given.Bureau.AddSubjectAsync(new(" 工业 ", given.Unit("综合"), 1), Guid.NewGuid(), given.System, Now)).Problem?.Text
        );

        await given.Bureau.OfferSubjectAsync(id, false, given.System, Now);
        await given.Store.GivenAsync(async db => (await db.Units.FindAsync(given.Unit("工业")))!.Active = false);
        Assert.Equal(new SubjectNeedsSection(), (await given.Bureau.OfferSubjectAsync(id, true, given.System, Now)).Problem);
    }

    [Theory]
    [InlineData("", "甲", "乙", "", "请填写单位全称。")]
    [InlineData("某市统计局", "", "乙", "", "请填写市级文号字头。")]
    [InlineData("某市统计局", "甲", "一二三四五六七八九十一", "", "县区文号字头不能超过 10 个字。")]
    [InlineData("某市统计局", "甲", " 甲 ", "", "县区文号字头不能与市级文号字头相同。")]
    [InlineData("某市统计局", "甲", "乙", "11540300MB0000000X", "统一社会信用代码应为 18 位且校验码正确，请核对。")]
    public async Task Profile_WrongEntry_SaysWhichFieldAndWhy(string name, string city, string county, string code, string sentence)
    {
        await using var given = await GivenBureau.CreateAsync();

        Assert.Equal(sentence, (await given.Bureau.ChangeProfileAsync(new(name, city, county, code), given.System, Now)).Problem?.Text);
    }

    [Fact]
    public async Task Profile_ChangedTwice_IsOneRowAndTwoEntries()
    {
        await using var given = await GivenBureau.CreateAsync();

        await given.Bureau.ChangeProfileAsync(new("某市统计局", "甲", "乙", ""), given.System, Now);
        await given.Bureau.ChangeProfileAsync(new("某市统计局", "甲", "丙", ""), given.System, Now);

        Assert.Equal(new ProfileEntry("某市统计局", "甲", "丙", ""), await given.Queries.ProfileAsync());
        Assert.Equal(2, await given.EntriesAsync());
    }

    [Fact]
    public async Task Shortages_OneDisclosureOfficer_IsTooFew()
    {
        await using var given = await GivenBureau.CreateAsync();

        Assert.Contains(
            new Shortage("C5", "在岗的领导小组办公室人员只有 1 名，应不少于 2 名。"),
            await given.Queries.ShortagesAsync(GivenBureau.Today)
        );

        await given.HoldsAsync("综合科科员", Duty.DisclosureOffice);
        Assert.DoesNotContain(await given.Queries.ShortagesAsync(GivenBureau.Today), s => s.Article == "C5");
    }

    [Fact]
    public async Task Shortages_NameTheUnitsWithoutHeadChiefOrDeputy()
    {
        await using var given = await GivenBureau.CreateAsync();
        await given.Bureau.AppointDeputyAsync(given.Unit("工业"), given.Person(Duty.DeputyDirector), given.System, Now);

        var sentences = (await given.Queries.ShortagesAsync(GivenBureau.Today)).Select(s => s.Text);

        Assert.Contains("没有在岗的负责人：综合科。", sentences);
        Assert.Contains("没有在岗的分管领导：综合科。", sentences);
        Assert.Contains("没有在岗的局长：江达县统计局。", sentences);
    }

    [Fact]
    public async Task Units_StandInTheOrderOfTheBureau_AndAreFound()
    {
        await using var given = await GivenBureau.CreateAsync();

        Assert.Equal(["局领导", "工业", "综合", "卡若", "江达"], (await given.Queries.UnitsAsync("", false)).Select(u => u.ShortName));
        Assert.Equal(["卡若"], (await given.Queries.UnitsAsync("540302", false)).Select(u => u.ShortName));
    }
}
