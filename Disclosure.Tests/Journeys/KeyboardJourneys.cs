using Disclosure.Core.Demonstration;
using Disclosure.Tests.Support;
using Microsoft.Playwright;

namespace Disclosure.Tests.Journeys;

/// <summary>Reviews by keyboard alone.</summary>
[Collection("journeys")]
[Slow]
public sealed class KeyboardJourneys(SharedBureau bureau)
{
    private const int Items = 3;

    [Fact]
    public Task SeveralItems_AreReviewedInARow_WithoutAMouseAndWithoutLoadingThePageAnew() =>
        bureau.Browser.WalkAsync(async () =>
        {
            // A section of their own: whatever another journey has left waiting would come next.
            var editor = await bureau.PersonAsync("nongmu.bianji");
            var first = "";
            for (var i = 1; i <= Items; i++)
            {
                var title = $"农牧业简况之{i}（键盘试行）";
                var address = await editor.WriteAsync(title, DemonstrationDocument.Docx(title, "虚构内容。"));
                await editor.SendAsync();
                first = i == 1 ? address : first;
            }

            var head = await bureau.PersonAsync("nongmu.fuze");
            await head.OpenAsync(first);
            var (page, loads) = (head.Page, 0);
            await GoToAsync(page, 1);
            page.Load += (_, _) => loads++;
            for (var i = 1; i <= Items; i++)
            {
                await ReviewAsync(page);
                if (i < Items)
                {
                    var before = page.Url;
                    // J from wherever the keyboard stands, Enter on the link that has the focus: either leads on.
                    await page.Keyboard.PressAsync(i % 2 == 0 ? "j" : "Enter");
                    await Assertions.Expect(page).Not.ToHaveURLAsync(before);
                    await Assertions.Expect(page.Locator("[data-sign]")).Not.ToHaveCountAsync(0);
                    await Assertions.Expect(page.Locator("[data-answer]:checked")).ToHaveCountAsync(0);
                }
            }
            Assert.Equal(0, loads);
        });

    [Fact]
    public Task Yes_LeadsToTheFirstFieldItAsks_AndItsKeyIsNotTypedThere() =>
        bureau.Browser.WalkAsync(async () =>
        {
            const string Title = "工业能源简况（按键试行）";
            var editor = await bureau.PersonAsync("gongye.bianji");
            var address = await editor.WriteAsync(Title, DemonstrationDocument.Docx(Title, "虚构内容。"));
            await editor.SendAsync();
            var head = await bureau.PersonAsync("gongye.fuze");
            await head.OpenAsync(address);
            var keyboard = head.Page.Keyboard;

            await GoToAsync(head.Page, 2);
            await keyboard.PressAsync("y");
            await FocusedAsync(head.Page, "input[name='B3-2-approved']");
            await keyboard.PressAsync("n");
            await Assertions.Expect(head.Page.Locator("[data-criterion='2'] .leads-to")).ToContainTextAsync("未经批准的敏感信息不予公开");
            await Assertions.Expect(head.Page.Locator("[data-criterion='2'] [data-answer=y]")).ToBeCheckedAsync();

            // A digit leads out of the choices again; from there on every 否 leads one further.
            await GoToAsync(head.Page, 1);
            await ReviewAsync(head.Page);
            await head.Page.GetByRole(AriaRole.Tab, new() { Name = "意见与流转" }).ClickAsync();
            await Assertions.Expect(head.Page.Locator(".timeline")).ToContainTextAsync("自审：五项均答“否”");
            await Assertions.Expect(head.Page.Locator(".timeline li").Last.Locator(".opinion-text")).ToHaveCountAsync(0);
        });

    private static async Task ReviewAsync(IPage page)
    {
        for (var place = 1; place <= 5; place++)
        {
            await page.Keyboard.PressAsync("n");
            await Assertions.Expect(page.Locator($"[data-criterion='{place}'] [data-answer=n]")).ToBeCheckedAsync();
        }
        await FocusedAsync(page, ".opinion textarea");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.Locator(".notice.good", new() { HasText = "已同意" }).WaitForAsync();
        await FocusedAsync(page, ".notice.good a");
    }

    // The keys come a moment after the page.
    private static async Task GoToAsync(IPage page, int place)
    {
        for (
            var tries = 0;
            tries < 50 && !await page.EvaluateAsync<bool>("place => document.activeElement?.dataset.criterion === place", $"{place}");
            tries++
        )
        {
            await page.Keyboard.PressAsync($"{place}");
            await page.WaitForTimeoutAsync(100);
        }
    }

    // Not WaitForFunction: it polls by eval, which the page's content security policy refuses from the second look on.
    private static async Task FocusedAsync(IPage page, string selector) =>
        await Assertions.Expect(page.Locator($":is({selector}):focus")).ToHaveCountAsync(1);
}
