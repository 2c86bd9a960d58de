using Bunit;
using Disclosure.Core.Bureau;
using Disclosure.Tests.Support;
using Disclosure.Web.Components.Deadlines;

namespace Disclosure.Tests.Web.Deadlines;

/// <summary>Days and limits that were typed and not entered yet stand there again.</summary>
[Slow]
public sealed class KeptCalendarTests
{
    [Fact]
    public async Task LocalDays_StandThereAgain_UntilTheyAreEntered()
    {
        await using var given = await Given.BureauAsync();
        await using (var left = new Screen(given, "admin.system"))
        {
            var page = left.Render<CalendarPage>();
            await Button(page, "录入地方日").ClickAsync();
            await page.Find("#local-from").ChangeAsync("2026-11-03");
            await page.Find("#local-kind").ChangeAsync("True");
            await page.Find("#local-name").ChangeAsync("藏历新年");
            await page.LeaveAsync();
        }

        await using var later = new Screen(given, "admin.system");
        var again = later.Render<CalendarPage>();
        await Button(again, "录入地方日").ClickAsync();
        Assert.Equal("2026-11-03", again.Find("#local-from").GetAttribute("value"));
        Assert.Equal("藏历新年", again.Find("#local-name").GetAttribute("value"));
        again.HoldsEveryField();
        await again.Find("#local-kind").ChangeAsync("False");
        await again.Find("#local-until").ChangeAsync("2026-11-03");
        await again.Find("#local-notice").ChangeAsync("昌政办发〔2026〕3号");
        await again.Find("form.panel button[type=submit]").ActAsync();

        again.WaitForAssertion(() => Assert.Equal("3藏", again.Find("td[title='2026-11-03 地方放假（藏历新年）']").TextContent));
        Assert.Null(await given.Get<FormDraftService>().FindAsync("calendar/2026/local", given.By("admin.system"), given.Now));
    }

    [Fact]
    public async Task AYearThatWasPasted_StandsThereAgain_UntilItIsEntered()
    {
        await using var given = await Given.BureauAsync();
        await using (var left = new Screen(given, "admin.system"))
        {
            var page = left.Render<CalendarPage>();
            await page.Find("#year-text").ChangeAsync("2026-11-03,休");
            await page.Find("#year-notice").ChangeAsync("国办发明电〔2026〕示例");
            await page.LeaveAsync();
        }

        await using var later = new Screen(given, "admin.system");
        var again = later.Render<CalendarPage>();
        Assert.Equal("2026-11-03,休", again.Find("#year-text").GetAttribute("value"));
        await Button(again, "预览").ActAsync();
        await Button(again, "替换原有安排").ActAsync();

        again.WaitForAssertion(() => Assert.Equal("3休", again.Find("td[title^='2026-11-03']").TextContent));
        Assert.Equal("", again.Find("#year-text").GetAttribute("value"));
        Assert.Null(await given.Get<FormDraftService>().FindAsync("calendar/2026", given.By("admin.system"), given.Now));
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<Microsoft.AspNetCore.Components.IComponent> page, string words) =>
        page.FindAll("button").First(b => b.TextContent.Trim() == words);
}
