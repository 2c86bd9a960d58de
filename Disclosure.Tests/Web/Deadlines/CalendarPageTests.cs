using Bunit;
using Disclosure.Core.Approval;
using Disclosure.Core.Deadlines;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Disclosure.Web.Components.Approval;
using Disclosure.Web.Components.Deadlines;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Tests.Web.Deadlines;

public sealed class CalendarPageTests
{
    [Fact]
    public async Task TheYear_IsSeenByEverybody_WithLettersBesideTheColours()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = new Screen(given, "karuo.editor");
        var page = screen.Render<CalendarPage>();

        Assert.Equal(12, page.FindAll(".calendar-month").Count);
        // October 2026: 22 weekdays, five of them off, Saturday 10 worked.
        Assert.Equal("10月 18 个工作日", page.FindAll(".calendar-month caption")[9].TextContent);
        Assert.Equal("1休", page.Find("td[title^='2026-10-01']").TextContent);
        Assert.Equal("10班", page.Find("td[title='2026-10-10 国家调休上班']").TextContent);
        Assert.Contains("没有工作日历的年份：2027年", Screen.Words(page), StringComparison.Ordinal);
        Assert.Equal(["推算"], page.FindAll("button").Select(b => b.TextContent.Trim()));
    }

    [Fact]
    public async Task TheAdministrator_EntersLocalDays_AndRemovesThemAfterBeingAsked()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = new Screen(given, "admin.system");
        var page = screen.Render<CalendarPage>();

        await Button(page, "录入地方日").ClickAsync(new());
        await page.Find("#local-from").ChangeAsync(new() { Value = "2026-11-03" });
        await page.Find("#local-until").ChangeAsync(new() { Value = "2026-11-05" });
        await page.Find("#local-name").ChangeAsync(new() { Value = "藏历新年" });
        await page.Find("form.panel button[type=submit]").ActAsync();
        Assert.Equal("请填写文号。", page.Find(".field.bad .problem").TextContent.Trim());
        await page.Find("#local-notice").ChangeAsync(new() { Value = "昌政办发〔2026〕3号" });
        await page.Find("form.panel button[type=submit]").ActAsync();
        page.WaitForAssertion(() => Assert.Equal("3藏", page.Find("td[title='2026-11-03 地方放假（藏历新年）']").TextContent));
        Assert.Contains("昌政办发〔2026〕3号", page.Markup, StringComparison.Ordinal);

        await Button(page, "删除…").ClickAsync(new());
        Assert.Contains("删除后 2026-11-03 至 2026-11-05 按国家安排推算", page.Find(".confirm p").TextContent, StringComparison.Ordinal);
        await Button(page, "删除地方日").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("3", page.Find("td[title^='2026-11-03']").TextContent));
    }

    [Fact]
    public async Task ALostYear_IsPreviewedFromAFile_AndEntered()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = new Screen(given, "admin.system");
        screen.Services.GetRequiredService<NavigationManager>().NavigateTo("/calendar?year=2027");
        var page = screen.Render<CalendarPage>();
        Assert.Contains("2027年没有工作日历，时限未计算", Screen.Words(page), StringComparison.Ordinal);

        var input = page.FindComponent<InputFile>();
        input.UploadFiles(InputFileContent.CreateFromText("日期,类型\n2027-01-01,休\n2027-02-30,休\n", "2027.csv"));
        page.WaitForAssertion(() =>
            Assert.Contains("第 3 行：“2027-02-30”不是日期。整份没有录入。", page.Find(".problem").TextContent, StringComparison.Ordinal)
        );

        // Mended in place.
        await page.Find("#year-text").ChangeAsync(new() { Value = "2027-01-01,休,元旦" });
        await page.Find("#year-notice").ChangeAsync(new() { Value = "国办发明电〔2026〕示例" });
        await Button(page, "预览").ActAsync();
        Assert.Contains("预览：2027年放假 1 天，调休上班 0 天，全年 260 个工作日", Screen.Words(page), StringComparison.Ordinal);
        await Button(page, "录入2027年").ActAsync();
        page.WaitForAssertion(() => Assert.Contains("2027年国家放假安排已录入。", Screen.Words(page), StringComparison.Ordinal));
        Assert.DoesNotContain("没有工作日历的年份", Screen.Words(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AKnownYear_IsReplacedAfterTheConsequenceIsNamed()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = new Screen(given, "admin.system");
        var page = screen.Render<CalendarPage>();
        await page.Find("#year-text").ChangeAsync(new() { Value = "2026-11-03,休" });
        await page.Find("#year-notice").ChangeAsync(new() { Value = "国办发明电〔2026〕示例" });
        await Button(page, "预览").ActAsync();

        Assert.Contains(
            "与预览相差 40 天。替换后，以后的时限都按新安排推算",
            page.Find(".confirm p").TextContent,
            StringComparison.Ordinal
        );
        await Button(page, "替换原有安排").ActAsync();
        page.WaitForAssertion(() => Assert.Equal("3休", page.Find("td[title^='2026-11-03']").TextContent));
        Assert.Equal(1, await given.ReadAsync(db => db.NationalYears.CountAsync()));
    }

    [Fact]
    public async Task ALimit_IsChangedOnTheSamePage()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = new Screen(given, "admin.system");
        var page = screen.Render<LimitTable>();
        Assert.Contains("修改只影响以后到达该环节的稿件", page.Markup, StringComparison.Ordinal);

        await page.Find("[aria-label='修改市局科室（中心）发布流程领导小组办公室保密复核的时限']").ClickAsync(new());
        await page.Find("#limit-days").ChangeAsync(new() { Value = "31" });
        await page.Find("tr.panel button[type=submit]").ActAsync();
        Assert.Equal("环节时限应为 1 至 30 个工作日。", page.Find(".field.bad .problem").TextContent.Trim());
        await page.Find("#limit-days").ChangeAsync(new() { Value = "3" });
        await page.Find("tr.panel button[type=submit]").ActAsync();
        page.WaitForAssertion(() => Assert.Contains("（原为 2）", page.Markup, StringComparison.Ordinal));
        Assert.Contains("3 个工作日", screen.Render<RoutesPage>().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReckoning_NamesWhatWasPassedOver()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = new Screen(given, "karuo.editor");
        var page = screen.Render<Reckoner>();
        await page.Find("#reckon-from").ChangeAsync(new() { Value = "2026-02-02" });
        await page.Find("form").SubmitAsync();
        Assert.Contains("到 2026-03-06（周五）为止", Screen.Words(page), StringComparison.Ordinal);
        Assert.Contains("02-15 至 02-23（9 天） 国家放假，不计", Screen.Words(page), StringComparison.Ordinal);
        Assert.Contains("02-28 周六 国家调休上班，计入", Screen.Words(page), StringComparison.Ordinal);

        await page.Find("#reckon-from").ChangeAsync(new() { Value = "2026-12-31" });
        await page.Find("form").SubmitAsync();
        Assert.Contains(new YearWithoutCalendar(2027).Text, page.Find(".problem").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutACalendar_ItemDeskAndListSaySo()
    {
        await using var given = await Given.BureauAsync();
        given.WaitUntil(new DateTime(2026, 12, 31, 9, 0, 0));
        var id = await given.ItemAsync(RouteCodes.City, "office", c => c.FormedOn = new DateOnly(2026, 12, 25));
        await using var screen = new Screen(given, "office.1");
        var said = new YearWithoutCalendar(2027).Short;

        var item = screen.Render<ItemPage>(p => p.Add(x => x.Id, id)).Find(".item-facts").TextContent;
        Assert.Contains($"环节时限：{said}", item, StringComparison.Ordinal);
        Assert.Contains($"公开时限：{said}", item, StringComparison.Ordinal);
        Assert.Contains(said, screen.Render<HomePage>().Find("[data-label=期限]").TextContent, StringComparison.Ordinal);
        Assert.Contains(
            said,
            screen.Render<WorklistTable>(p => p.Add(x => x.Worklist, Worklist.Waiting)).Find("[data-label=期限]").TextContent,
            StringComparison.Ordinal
        );
        await using var administrator = new Screen(given, "admin.system");
        Assert.Equal("/calendar?year=2027", administrator.Render<HomePage>().Find(".missing-years a").GetAttribute("href"));
    }

    [Fact]
    public async Task TheOfficesDesk_ShowsWhatIsLateElsewhere_AndTheClock()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy", c => c.FormedOn = new DateOnly(2026, 10, 12));
        given.Wait(TimeSpan.FromDays(7));
        await using var screen = new Screen(given, "office.1");
        var desk = screen.Render<HomePage>();
        var late = desk.Find(".office-week");
        Assert.Contains("分管领导", late.TextContent, StringComparison.Ordinal);
        Assert.NotNull(late.QuerySelector($"a[href='/items/{id}']"));
        Assert.Contains("公开已用 20/20 个工作日", desk.Find("section[aria-label=公开时限预警]").TextContent, StringComparison.Ordinal);
        await using var deputy = new Screen(given, "deputy");
        Assert.Empty(deputy.Render<HomePage>().FindAll("section[aria-label=公开时限预警]"));
        Assert.Contains(
            "公开期限 2026-11-09，已用 20/20 个工作日",
            screen.Render<ItemPage>(p => p.Add(x => x.Id, id)).Find(".item-facts").TextContent,
            StringComparison.Ordinal
        );
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<IComponent> page, string words) =>
        page.FindAll("button").First(b => b.TextContent.Trim() == words);
}
