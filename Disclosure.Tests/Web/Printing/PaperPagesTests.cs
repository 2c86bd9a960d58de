using AngleSharp.Dom;
using Bunit;
using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Printing;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Disclosure.Web.Components.Printing;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Tests.Web.Printing;

/// <summary>What people see of paper: the print tab, the ledger of originals, 验真.</summary>
public sealed class PaperPagesTests
{
    [Fact]
    public async Task ThePrintTab_PrintsWithWhatIsTicked_AndListsThePrint()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        await using var screen = new Screen(given, "gongye.editor");
        var tab = await TabAsync(screen, given, id, "gongye.editor");

        tab.FindAll("label").First(l => l.TextContent.Contains("流转记录", StringComparison.Ordinal)).QuerySelector("input")!.Change(true);
        Button(tab, "打印正式表单").Act();

        tab.WaitForAssertion(() => Assert.Contains("第 1 次打印", Screen.Words(tab), StringComparison.Ordinal));
        Assert.Contains("原件在外", Screen.Words(tab), StringComparison.Ordinal);
        Assert.Contains(tab.FindAll("a"), a => a.GetAttribute("href") == $"/items/{id}/form.pdf?print=1");
        Assert.True((await given.Get<PrintService>().ChoiceAsync(given.By("gongye.editor"))).WithFlow);
    }

    [Fact]
    public async Task WhoPrinted_MayWriteTheMisprintOff_WithAReason_AndNothingElse()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        await given.PrintAsync(id);
        await using var screen = new Screen(given, "gongye.editor");
        var tab = await TabAsync(screen, given, id, "gongye.editor");

        Assert.DoesNotContain(tab.FindAll("button"), b => b.TextContent.Contains("收回原件", StringComparison.Ordinal));
        Button(tab, "注销…").Click();
        Button(tab, "注销").Act();
        tab.WaitForAssertion(() => Assert.Contains("请写明注销原因", Screen.Words(tab), StringComparison.Ordinal));
        await tab.Find(".print-card input").ChangeAsync("误打");
        Button(tab, "注销").Act();

        tab.WaitForAssertion(() => Assert.Contains("原件已注销", Screen.Words(tab), StringComparison.Ordinal));
        Assert.Equal("误打", (await given.PrintedAsync(id, 1)).Note);
    }

    [Fact]
    public async Task WhyAPaperIsWrittenOff_StandsThereAgain_UntilItIsSent()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        await given.PrintAsync(id);
        await using (var first = new Screen(given, "gongye.editor"))
        {
            var left = await TabAsync(first, given, id, "gongye.editor");
            Button(left, "注销…").Click();
            await left.Find(".print-card input").ChangeAsync("误打");
            await left.LeaveAsync();
        }
        await using var screen = new Screen(given, "gongye.editor");
        var tab = await TabAsync(screen, given, id, "gongye.editor");
        Button(tab, "注销…").Click();
        Assert.Equal("误打", tab.Find(".print-card input").GetAttribute("value"));
        await Button(tab, "注销").ActAsync();

        Assert.Equal("误打", (await given.PrintedAsync(id, 1)).Note);
        var place = $"originals/{id}/1/{OriginalPlace.WrittenOff}";
        Assert.Null(await given.Get<FormDraftService>().FindAsync(place, given.By("gongye.editor"), given.Now));
    }

    [Fact]
    public async Task TheLedger_ArchivesAStackAtOnce()
    {
        await using var given = await Given.BureauAsync();
        foreach (var _ in Enumerable.Range(0, 3))
        {
            var id = await given.ItemAsync(RouteCodes.City, "platform");
            await given.PutAsync(id, await given.PrintAsync(id), "office.1", OriginalPlace.Received);
        }
        await using var screen = new Screen(given, "office.1", Policies.Procedure);
        var page = Open<OriginalsPage>(screen, "/originals?pile=Received");

        page.WaitForElement("#every").Change(true);
        await page.Find("#box").ChangeAsync("2026-11");
        Button(page, "归档 3 份").Act();

        page.WaitForAssertion(() => Assert.Contains("3 份原件已归入 2026-11 盒", Screen.Words(page), StringComparison.Ordinal));
        Assert.Equal(
            3,
            (await given.Get<PrintQueries>().PageAsync(OriginalsFilter.Archived, "2026-11", 0, given.By("office.1"), given.Now)).Rows.Count
        );
    }

    [Fact]
    public async Task AnEmptyLedger_SaysWhatWillStandThere()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = new Screen(given, "office.1", Policies.Procedure);
        var page = Open<OriginalsPage>(screen, "/originals");

        page.WaitForAssertion(() => Assert.Contains("没有在外的表单", Screen.Words(page), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Verification_SaysWhatThePaperIsWorth_AndWhatIsWrongBesideItsField()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        await given.PrintAsync(id);
        var item = (await given.Get<ItemQueries>().FindAsync(id, given.By("office.1"), given.Now))!;
        await using var screen = new Screen(given, "office.1", Policies.Procedure);
        var page = Open<VerifyPage>(screen, "/verify");

        await page.Find("#number").ChangeAsync(item.Number!);
        await page.Find("#digits").ChangeAsync("12");
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Contains("16 位", page.Find(".field:has(#digits)").TextContent, StringComparison.Ordinal));

        await page.Find("#digits").ChangeAsync(item.Fingerprint[..16]);
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Contains("一致：", page.Find(".verdict h2").TextContent, StringComparison.Ordinal));

        await page.Find("#digits").ChangeAsync(new string('0', 16));
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Contains("不一致：", page.Find(".verdict h2").TextContent, StringComparison.Ordinal));
    }

    private static async Task<IRenderedComponent<PrintTab>> TabAsync(Screen screen, Given given, int id, string who)
    {
        var item = (await given.Get<ItemQueries>().FindAsync(id, given.By(who), given.Now))!;
        return screen.Render<PrintTab>(p => p.Add(t => t.Item, item).Add(t => t.By, given.By(who)));
    }

    private static IRenderedComponent<T> Open<T>(Screen screen, string address)
        where T : IComponent
    {
        screen.Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return screen.Render<T>();
    }

    private static IElement Button(IRenderedComponent<IComponent> page, string words) =>
        page.FindAll("button").First(b => b.TextContent.Trim() == words);
}
