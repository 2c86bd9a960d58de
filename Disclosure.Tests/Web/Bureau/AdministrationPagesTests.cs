using Bunit;
using Disclosure.Core.Bureau;
using Disclosure.Tests.Core.Bureau;
using Disclosure.Tests.Support;
using Disclosure.Web.Components.Audit;
using Disclosure.Web.Components.Bureau;
using Microsoft.AspNetCore.Components.Forms;

namespace Disclosure.Tests.Web.Bureau;

[Slow]
public sealed class AdministrationPagesTests
{
    [Fact]
    public async Task Units_WrongName_SaysSoBesideTheField_AndKeepsWhatWasTyped()
    {
        await using var given = await GivenBureau.CreateAsync();
        await using var screen = new AdministrationScreen(given, Duty.SystemAdmin);
        var page = screen.Render<UnitsPage>();

        await AdministrationScreen.Button(page, "新增单位").ClickAsync();
        await page.Find("#new-code").ChangeAsync("N1");
        await page.Find("#new-name").ChangeAsync("综合科");
        await page.Find("#new-short").ChangeAsync("新");
        await page.Find("form.panel button[type=submit]").ActAsync();

        Assert.Equal("单位名称“综合科”已被使用，请换一个。", page.Find(".field.bad .problem").TextContent.Trim());
        Assert.Equal("综合科", page.Find("#new-name").GetAttribute("value"));
    }

    [Fact]
    public async Task Units_ClosingAsksOnceAndNamesTheConsequence_TheRefusalStandsBesideIt()
    {
        await using var given = await GivenBureau.CreateAsync();
        await using var screen = new AdministrationScreen(given, Duty.SystemAdmin);
        var page = screen.Render<UnitsPage>();

        await page.Find("[aria-label=停用综合科]").ClickAsync();
        Assert.Contains("停用后“综合科”不再接收新稿件", page.Find(".confirm p").TextContent, StringComparison.Ordinal);

        await AdministrationScreen.Button(page, "停用单位").ClickAsync();
        Assert.Contains("名在用人员属于该单位", page.Find(".confirm .problem").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Units_SecurityAdministrator_ReadsAndChangesNothing()
    {
        await using var given = await GivenBureau.CreateAsync();
        await using var screen = new AdministrationScreen(given, Duty.SecurityAdmin);

        var page = screen.Render<UnitsPage>();

        Assert.Equal(["搜索", "导出"], page.FindAll("button").Select(b => b.TextContent.Trim()));
    }

    [Fact]
    public async Task Units_TooFewDisclosureOfficers_IsSaidWithItsArticle()
    {
        await using var given = await GivenBureau.CreateAsync();
        await using var screen = new AdministrationScreen(given, Duty.SystemAdmin);

        var shortages = screen.Render<UnitsPage>().Find(".shortages").TextContent;

        Assert.Contains("在岗的领导小组办公室人员只有 1 名，应不少于 2 名。", shortages, StringComparison.Ordinal);
        Assert.Contains("C5", shortages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_NewPerson_FirstPasswordIsShownOnce()
    {
        await using var given = await GivenBureau.CreateAsync();
        await using var screen = new AdministrationScreen(given, Duty.SystemAdmin);
        var page = screen.Render<StaffPage>();

        await AdministrationScreen.Button(page, "新增人员").ClickAsync();
        await page.Find("#signin").ChangeAsync("xinren");
        await page.Find("#staff-name").ChangeAsync("新人");
        await page.Find("#staff-unit").ChangeAsync(given.Unit("综合"));
        await page.Find("form.panel button[type=submit]").ActAsync();

        Assert.Equal(12, page.Find(".slip code").TextContent.Length);
        await AdministrationScreen.Button(page, "新增人员").ClickAsync();
        Assert.Empty(page.FindAll(".slip"));
        Assert.Contains(
            "待首次登录",
            page.FindAll("tr").Single(r => r.TextContent.Contains("xinren", StringComparison.Ordinal)).TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(Duty.SystemAdmin, new[] { "修改", "停用账号…", "申请重置密码…" })]
    [InlineData(Duty.SecurityAdmin, new[] { "申请重置密码…", "授予职责", "收回…" })]
    public async Task Card_ShowsEachAdministratorTheirOwnButtonsOnly(Duty duty, string[] buttons)
    {
        await using var given = await GivenBureau.CreateAsync();
        await using var screen = new AdministrationScreen(given, duty);

        var page = screen.Render<StaffCardPage>(p => p.Add(c => c.Id, given.Person(Duty.Editor)));

        Assert.Equal(buttons, page.FindAll("button").Select(b => b.TextContent.Trim()));
    }

    [Fact]
    public async Task Card_Closing_NamesTheConsequence_AndIsDone()
    {
        await using var given = await GivenBureau.CreateAsync();
        await using var screen = new AdministrationScreen(given, Duty.SystemAdmin);
        var page = screen.Render<StaffCardPage>(p => p.Add(c => c.Id, given.Person(Duty.Editor)));

        await AdministrationScreen.Button(page, "停用账号…").ClickAsync();
        Assert.Contains("停用后该账号立即退出登录", page.Find(".confirm p").TextContent, StringComparison.Ordinal);
        await AdministrationScreen.Button(page, "停用账号").ClickAsync();

        Assert.Contains("账号已停用。", page.Find("p.good").TextContent, StringComparison.Ordinal);
        Assert.Contains("已终止", page.Markup, StringComparison.Ordinal);
        Assert.NotNull(AdministrationScreen.Button(page, "恢复账号"));
    }

    [Fact]
    public async Task Card_GivingADutyThatConflicts_SaysSoBesideTheDuty()
    {
        await using var given = await GivenBureau.CreateAsync();
        await using var screen = new AdministrationScreen(given, Duty.SecurityAdmin);
        var page = screen.Render<StaffCardPage>(p => p.Add(c => c.Id, given.Person(Duty.PlatformHead)));

        await AdministrationScreen.Button(page, "授予职责").ClickAsync();
        await page.Find("#duty").ChangeAsync(nameof(Duty.AuditAdmin));
        await page.Find("form.panel button[type=submit]").ActAsync();

        Assert.StartsWith(
            "已有“发布平台负责人”职责，不能同时担任“审计管理员”",
            page.Find(".field.bad .problem").TextContent.Trim(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Card_UnknownPerson_IsNotFound()
    {
        await using var given = await GivenBureau.CreateAsync();
        await using var screen = new AdministrationScreen(given, Duty.SystemAdmin);

        Assert.Contains("没有找到这项内容", screen.Render<StaffCardPage>(p => p.Add(c => c.Id, 9999)).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delegations_ScanThenEntry_AppearsInTheList_AndCanBeRevoked()
    {
        await using var given = await GivenBureau.CreateAsync();
        await using var screen = new AdministrationScreen(given, Duty.SecurityAdmin);
        var page = screen.Render<DelegationsPage>();
        Assert.Contains("没有生效的委托", page.Find(".empty").TextContent, StringComparison.Ordinal);

        await AdministrationScreen.Button(page, "登记委托").ClickAsync();
        await page.Find("#duty").ChangeAsync(nameof(Duty.DisclosureOffice));
        await page.Find("#deputy-unit").ChangeAsync(given.Unit("综合"));
        await page.Find("#deputy-id").ChangeAsync(given.Person("综合科科员"));
        await page.Find("form.panel button[type=submit]").ActAsync();
        Assert.Equal("请上传书面委托书的扫描件（PDF、JPG 或 PNG）。", page.Find(".field.bad .problem").TextContent.Trim());

        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("%PDF-1.7\ntrailer\n%%EOF\n", "委托书.pdf"));
        page.WaitForAssertion(() => Assert.Contains("已上传：委托书.pdf", page.Markup, StringComparison.Ordinal));
        await page.Find("form.panel button[type=submit]").ActAsync();
        Assert.Contains("待确认", page.Find("tbody").TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["登记委托", "撤销…"],
            page.FindAll(".search-line button:last-child, td.acts button").Select(b => b.TextContent.Trim())
        );
        await using var second = new AdministrationScreen(given, Duty.SystemAdmin);
        var beside = second.Render<DelegationsPage>();
        await AdministrationScreen.Button(beside, "确认…").ClickAsync();
        await AdministrationScreen.Button(beside, "确认委托").ClickAsync();
        Assert.Contains("生效中", beside.Find("tbody").TextContent, StringComparison.Ordinal);
        Assert.Contains("“系统管理员”凭委托书确认", beside.Find("tbody").TextContent, StringComparison.Ordinal);

        await AdministrationScreen.Button(page, "撤销…").ClickAsync();
        await AdministrationScreen.Button(page, "撤销委托").ClickAsync();
        Assert.NotNull(page.Find(".empty"));
    }

    [Fact]
    public async Task Card_AReset_IsAskedByOneAndShownToTheOtherOnly()
    {
        await using var given = await GivenBureau.CreateAsync();
        await using var first = new AdministrationScreen(given, Duty.SecurityAdmin);
        await using var second = new AdministrationScreen(given, Duty.SystemAdmin);
        var id = given.Person(Duty.Director);
        var asking = first.Render<StaffCardPage>(p => p.Add(c => c.Id, id));

        await AdministrationScreen.Button(asking, "申请重置密码…").ClickAsync();
        Assert.Contains("原密码仍然有效", asking.Find(".confirm p").TextContent, StringComparison.Ordinal);
        await AdministrationScreen.Button(asking, "申请重置").ClickAsync();
        Assert.Empty(asking.FindAll(".slip"));
        Assert.DoesNotContain(asking.FindAll("button"), b => b.TextContent.Trim() == "放行…");

        var releasing = second.Render<StaffCardPage>(p => p.Add(c => c.Id, id));
        await AdministrationScreen.Button(releasing, "放行…").ClickAsync();
        await AdministrationScreen.Button(releasing, "放行并重置").ClickAsync();
        Assert.Equal(12, releasing.Find(".slip code").TextContent.Length);
        var seen = first.Render<StaffCardPage>(p => p.Add(c => c.Id, id));
        Assert.Empty(seen.FindAll(".slip"));
        Assert.Contains("系统管理员 于 2026-11-23 10:00 放行", seen.Find(".resets").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FirstPage_TellsEachWhatWaitsForTheirHand()
    {
        await using var given = await GivenBureau.CreateAsync();
        await given.Delegations.GiveAsync(await given.AuthorisationAsync(), Guid.NewGuid(), given.Security, GivenBureau.Now);
        await given.Resets.AskAsync(given.Person(Duty.Director), Guid.NewGuid(), given.Security, GivenBureau.Now);

        async Task<string> ShownAsync(Duty duty)
        {
            await using var screen = new AdministrationScreen(given, duty);
            return screen.Render<Disclosure.Web.Components.Account.IdentityNotice>().Markup;
        }

        var system = await ShownAsync(Duty.SystemAdmin);
        Assert.Contains("“主要领导”的密码重置等您放行", system, StringComparison.Ordinal);
        Assert.Contains("有 1 项委托代签待确认", system, StringComparison.Ordinal);
        Assert.Contains(
            "已登记由“综合科科员”代您行使“领导小组办公室”，尚未生效。",
            await ShownAsync(Duty.DisclosureOffice),
            StringComparison.Ordinal
        );
        Assert.Empty((await ShownAsync(Duty.SecurityAdmin)).Trim());
        Assert.Empty((await ShownAsync(Duty.AuditAdmin)).Trim());
    }

    [Fact]
    public async Task Profile_WrongCreditCode_SaysSoBesideTheField()
    {
        await using var given = await GivenBureau.CreateAsync();
        await using var screen = new AdministrationScreen(given, Duty.SystemAdmin);
        var page = screen.Render<ProfilePage>();

        await page.Find("#code").ChangeAsync("123");
        await page.Find("form button[type=submit]").ActAsync();

        Assert.Equal("统一社会信用代码应为 18 位且校验码正确，请核对。", page.Find(".field.bad .problem").TextContent.Trim());
    }

    [Fact]
    public async Task Audit_Verify_SaysWhole_AndWhatIsBrokenAfterAChange()
    {
        await using var given = await GivenBureau.CreateAsync();
        await given.Bureau.ChangeUnitAsync(given.Unit("综合"), "综合室", "综", 1, given.System, GivenBureau.Now);
        await using var screen = new AdministrationScreen(given, Duty.AuditAdmin);
        var page = screen.Render<AuditPage>();
        Assert.Contains("综合室", page.Find("tbody").TextContent, StringComparison.Ordinal);

        await AdministrationScreen.Button(page, "校验").ClickAsync();
        page.WaitForAssertion(() => Assert.Contains("审计链 1 条，最后一条记于", page.Markup, StringComparison.Ordinal));

        await given.Store.AskAsync("UPDATE Audit SET Detail = '改'");
        await AdministrationScreen.Button(page, "校验").ClickAsync();
        page.WaitForAssertion(() =>
            Assert.Contains("第 1 条的内容与其散列不符，曾被改动。", page.Find(".problem").TextContent, StringComparison.Ordinal)
        );
    }
}
