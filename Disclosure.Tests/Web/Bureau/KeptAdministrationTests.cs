using Bunit;
using Disclosure.Core.Bureau;
using Disclosure.Tests.Core.Bureau;
using Disclosure.Tests.Support;
using Disclosure.Web.Components.Bureau;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace Disclosure.Tests.Web.Bureau;

/// <summary>What an administrator has typed stands there again after the line was lost or another page was opened.</summary>
[Slow]
public sealed class KeptAdministrationTests
{
    [Fact]
    public async Task ANewUnit_StandsThereAgain_UntilItIsSaved()
    {
        await using var given = await GivenBureau.CreateAsync();
        await using (var left = new AdministrationScreen(given, Duty.SystemAdmin))
        {
            var page = Opened<UnitsPage>(left, "新增单位");
            await page.Find("#new-kind").ChangeAsync(nameof(UnitKind.County));
            await page.Find("#new-code").ChangeAsync("540329");
            await page.Find("#new-name").ChangeAsync("洛隆县统计局");
            await page.LeaveAsync();
        }

        await using var later = new AdministrationScreen(given, Duty.SystemAdmin);
        var again = Opened<UnitsPage>(later, "新增单位");
        Assert.Equal("洛隆县统计局", again.Find("#new-name").GetAttribute("value"));
        Assert.Contains("六位行政区划代码", again.Markup, StringComparison.Ordinal);
        again.HoldsEveryField();
        await again.Find("#new-short").ChangeAsync("洛隆");
        await again.Find("form.panel button[type=submit]").ActAsync();

        Assert.Contains("洛隆县统计局", again.Find("tbody").TextContent, StringComparison.Ordinal);
        Assert.Null(await KeptAsync(given, Duty.SystemAdmin, "units/new"));
        await AdministrationScreen.Button(again, "新增单位").ClickAsync();
        Assert.Equal("", again.Find("#new-name").GetAttribute("value"));
    }

    [Fact]
    public async Task WhatIsCancelled_IsNotKept()
    {
        await using var given = await GivenBureau.CreateAsync();
        await using var screen = new AdministrationScreen(given, Duty.SystemAdmin);
        var page = Opened<SubjectsPage>(screen, "新增专业");
        await page.Find("#name").ChangeAsync("渔业");

        await AdministrationScreen.Button(page, "取消").ClickAsync();

        Assert.Empty(page.FindAll("form.panel"));
        Assert.Null(await KeptAsync(given, Duty.SystemAdmin, "subjects/new"));
    }

    [Fact]
    public async Task WhatIsGivenUp_LeavesTheFormAsItWasBefore()
    {
        await using var given = await GivenBureau.CreateAsync();
        await using (var left = new AdministrationScreen(given, Duty.SystemAdmin))
        {
            var page = left.Render<ProfilePage>();
            await page.Find("#city").ChangeAsync("昌统发新");
            await page.LeaveAsync();
        }
        await using var later = new AdministrationScreen(given, Duty.SystemAdmin);
        var again = later.Render<ProfilePage>();
        Assert.Equal("昌统发新", again.Find("#city").GetAttribute("value"));

        await AdministrationScreen.Button(again, "不要了").ClickAsync();

        Assert.NotEqual("昌统发新", again.Find("#city").GetAttribute("value"));
        await again.LeaveAsync();
        Assert.Null(await KeptAsync(given, Duty.SystemAdmin, "bureau/profile"));
    }

    [Fact]
    public async Task ADelegation_StandsThereAgain_WithItsPeopleAndItsScan()
    {
        await using var given = await GivenBureau.CreateAsync();
        await using (var left = new AdministrationScreen(given, Duty.SecurityAdmin))
        {
            var page = Opened<DelegationsPage>(left, "登记委托");
            await page.Find("#duty").ChangeAsync(nameof(Duty.DisclosureOffice));
            await page.Find("#deputy-unit").ChangeAsync(given.Unit("综合"));
            await page.Find("#deputy-id").ChangeAsync(given.Person("综合科科员"));
            page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("%PDF-1.7\ntrailer\n%%EOF\n", "委托书.pdf"));
            page.WaitForAssertion(() => Assert.Contains("已上传：委托书.pdf", page.Markup, StringComparison.Ordinal));
            await page.LeaveAsync();
        }

        await using var later = new AdministrationScreen(given, Duty.SecurityAdmin);
        var again = Opened<DelegationsPage>(later, "登记委托");
        again.WaitForAssertion(() => Assert.Contains("已上传：委托书.pdf", again.Markup, StringComparison.Ordinal));
        Assert.Equal($"{given.Person(Duty.DisclosureOffice)}", again.Find("#principal").GetAttribute("value"));
        Assert.Equal($"{given.Person("综合科科员")}", again.Find("#deputy-id").GetAttribute("value"));
        again.HoldsEveryField();
        await again.Find("form.panel button[type=submit]").ActAsync();

        Assert.Contains("待确认", again.Find("tbody").TextContent, StringComparison.Ordinal);
        Assert.Null(await KeptAsync(given, Duty.SecurityAdmin, "delegations/new"));
    }

    [Fact]
    public async Task ADutyBeingGiven_StandsThereAgain_OnThatPersonsCardOnly()
    {
        await using var given = await GivenBureau.CreateAsync();
        var (head, other) = (given.Person(Duty.PlatformHead), given.Person(Duty.Editor));
        await using (var left = new AdministrationScreen(given, Duty.SecurityAdmin))
        {
            var page = left.Render<StaffCardPage>(p => p.Add(c => c.Id, head));
            await AdministrationScreen.Button(page, "授予职责").ClickAsync();
            await page.Find("#duty").ChangeAsync(nameof(Duty.DisclosureOffice));
            await page.LeaveAsync();
        }

        await using var later = new AdministrationScreen(given, Duty.SecurityAdmin);
        var same = later.Render<StaffCardPage>(p => p.Add(c => c.Id, head));
        await AdministrationScreen.Button(same, "授予职责").ClickAsync();
        Assert.Equal(nameof(Duty.DisclosureOffice), same.Find("#duty").GetAttribute("value"));
        var another = later.Render<StaffCardPage>(p => p.Add(c => c.Id, other));
        await AdministrationScreen.Button(another, "授予职责").ClickAsync();
        Assert.Equal(nameof(Duty.Editor), another.Find("#duty").GetAttribute("value"));
        another.HoldsEveryField();
    }

    private static IRenderedComponent<TPage> Opened<TPage>(AdministrationScreen screen, string button)
        where TPage : IComponent
    {
        var page = screen.Render<TPage>();
        AdministrationScreen.Button((IRenderedComponent<IComponent>)page, button).Click();
        return page;
    }

    private static Task<KeptForm?> KeptAsync(GivenBureau given, Duty duty, string place) =>
        given.Store.Get<FormDraftService>().FindAsync(place, given.By(duty), GivenBureau.Now);
}
