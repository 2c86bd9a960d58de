using Bunit;
using Disclosure.Core.Approval;
using Disclosure.Core.Publication;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Disclosure.Web.Components.Catalogue;
using Disclosure.Web.Components.Publication;
using Disclosure.Web.Setup;

namespace Disclosure.Tests.Web.Publication;

public sealed class PlatformPageTests
{
    [Fact]
    public async Task Publishing_IsGreyUntilAllThreeHaveComeIn_AndSaysWhy()
    {
        await using var given = await Given.BureauAsync();
        await given.ItemAsync(RouteCodes.City, "platform");
        await using var screen = new Screen(given, "platform.1");
        var page = screen.Render<PlatformPage>();

        Assert.True(page.FindAll("button").Single(b => b.TextContent == "发布…").HasAttribute("disabled"));
        Assert.Contains(new ReceiptsIncomplete().Text, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paper_IsTakenInWithCopiesAndPages()
    {
        await using var given = await Given.BureauAsync();
        await given.ItemAsync(RouteCodes.City, "platform");
        await using var screen = new Screen(given, "platform.1");
        var page = screen.Render<PlatformPage>();
        await page.FindAll(".paper-in button").Single().ActAsync();
        page.WaitForAssertion(() => Assert.Contains("份数和页数", page.Find(".problem").TextContent, StringComparison.Ordinal));

        await page.FindAll(".paper-in input")[0].ChangeAsync(new() { Value = "2" });
        await page.FindAll(".paper-in input")[1].ChangeAsync(new() { Value = "8" });
        await page.FindAll(".paper-in button").Single().ActAsync();
        page.WaitForAssertion(() => Assert.Contains("2 份 8 页", page.Find(".ticks .received").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheForm_IsPrintedAtTheDesk_AndTakenInByItsNumber()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "platform");
        await using var screen = new Screen(given, "platform.1");
        var page = screen.Render<PlatformPage>();
        await page.FindAll("button").Single(b => b.TextContent == "打印表单").ClickAsync(new());
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".form-in select")), TimeSpan.FromSeconds(20));
        Assert.Equal($"/items/{id}/form.pdf?print=1", page.Find(".ticks a[target=_blank]").GetAttribute("href"));

        await page.FindAll(".form-in button").First(b => b.TextContent == "登记收到").ActAsync();
        page.WaitForAssertion(() => Assert.Contains("第 1 次打印", page.Find(".ticks .received").TextContent, StringComparison.Ordinal));
        Assert.Equal(OriginalPlace.Received, (await given.PrintedAsync(id, 1)).Place);
    }

    [Fact]
    public async Task APrintOfWhatWasChangedSince_IsRefusedAtTheDesk_WithItsReason()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "platform");
        await given.PrintAsync(id);
        Given.Must(await given.DoAsync(id, "platform.1", MoveKind.Return));
        await given.EditAsync(id, "gongye.editor", c => c.Summary = "改过的摘要");
        await given.WalkAsync(id, "platform");
        await using var screen = new Screen(given, "platform.1");
        var page = screen.Render<PlatformPage>();

        await page.Find(".form-in select").ChangeAsync("1");
        await page.FindAll(".form-in button").First(b => b.TextContent == "登记收到").ActAsync();
        page.WaitForAssertion(() =>
            Assert.Contains(new PrintingIsVoid(1).Text, page.Find(".form-in .problem").TextContent, StringComparison.Ordinal)
        );
        Assert.Empty(page.FindAll(".ticks .received"));
    }

    [Fact]
    public async Task WhatIsTypedAtTheDesk_StandsThereAgain_UntilItIsSent()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "platform");
        await using (var first = new Screen(given, "platform.1"))
        {
            var desk = first.Render<PlatformPage>();
            await desk.FindAll(".paper-in input")[0].ChangeAsync(new() { Value = "3" });
            await desk.LeaveAsync();
        }
        await using (var second = new Screen(given, "platform.1"))
        {
            var desk = second.Render<PlatformPage>();
            Assert.Equal("3", desk.FindAll(".paper-in input")[0].GetAttribute("value"));
            await desk.FindAll(".paper-in input")[1].ChangeAsync(new() { Value = "8" });
            await desk.FindAll(".paper-in button").Single().ActAsync();
            desk.WaitForAssertion(() => Assert.Single(desk.FindAll(".ticks .received")));
        }
        await given.TickAllAsync(id);
        await using (var third = new Screen(given, "platform.1"))
        {
            var desk = third.Render<PlatformPage>();
            desk.FindAll("button").Single(b => b.TextContent == "发布…").Click();
            await desk.Find("[data-draft^=place-]").ChangeAsync("https://tjj.example.cn/1");
            desk.FindAll("button").First(b => b.TextContent == "没有发成…").Click();
            await desk.Find("[data-draft^=failure-]").ChangeAsync("后台打不开");
            await desk.LeaveAsync();
        }
        await using var later = new Screen(given, "platform.1");
        var page = later.Render<PlatformPage>();
        Assert.Equal("https://tjj.example.cn/1", page.Find("[data-draft^=place-]").GetAttribute("value"));
        Assert.Equal("后台打不开", page.Find("[data-draft^=failure-]").GetAttribute("value"));

        await page.FindAll("button").Single(b => b.TextContent == "登记失败").ActAsync();
        page.WaitForAssertion(() => Assert.Contains("发布失败", page.Find(".desk-row > .why").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-draft^=failure-]"));
    }

    [Fact]
    public async Task Publishing_NamesWhatFollows_AsksForEveryAddress_AndEndsInTheCatalogue()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "platform");
        await given.TickAllAsync(id);
        await using var screen = new Screen(given, "platform.1");
        var page = screen.Render<PlatformPage>();
        page.FindAll("button").Single(b => b.TextContent == "发布…").Click();
        Assert.Contains("按次序取得目录编号", page.Find(".publish-panel .consequence").TextContent, StringComparison.Ordinal);
        Assert.DoesNotMatch("2026-000", page.Markup);

        await page.FindAll("button").Single(b => b.TextContent == "确认发布").ActAsync();
        page.WaitForAssertion(() =>
            Assert.Contains("请填写外网的网址", page.Find(".channel .problem").TextContent, StringComparison.Ordinal)
        );

        page.HoldsEveryField();
        page.FindAll("button").First(b => b.TextContent == "没有发成…").Click();
        page.HoldsEveryField();

        // A time half typed reaches the server empty; the last whole one stands on the screen and is what is recorded.
        var whole = page.Find(".channel input[type=datetime-local]").GetAttribute("value");
        await page.Find(".channel input[type=datetime-local]").ChangeAsync("");
        Assert.Equal(whole, page.Find(".channel input[type=datetime-local]").GetAttribute("value"));

        foreach (var address in Enumerable.Range(0, 2))
        {
            page.FindAll("[data-draft^=place-]")[address].Change($"https://tjj.example.cn/{address}");
        }
        page.FindAll("[data-draft=matches]").Single().Change(true);
        await page.FindAll("button").Single(b => b.TextContent == "确认发布").ActAsync();
        page.WaitForAssertion(() =>
            Assert.Contains("已发布，目录编号 2026-00001。", page.Find(".published").TextContent, StringComparison.Ordinal)
        );
        Assert.Equal(
            [$"/items/{id}", "/catalogue/annual?year=2026&text=2026-00001"],
            page.FindAll(".published a").Select(a => a.GetAttribute("href"))
        );
        Assert.Equal("2026-00001", (await given.SubmissionAsync(id)).CatalogueIndex);
    }

    [Fact]
    public async Task LateChannelsAndAnEmergency_HoldEveryFieldAgainstTheScreen()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "platform");
        await given.TickAllAsync(id);
        var item = await given.SubmissionAsync(id);
        var website = new ChannelEntry(Channel.Website, "https://tjj.example.cn/1", given.Now);
        Given.Must(
            await given
                .Get<PublicationService>()
                .PublishAsync(id, given.Whole(MoveKind.Publish, item.Step, item.Version), [website], given.By("platform.1"), given.Now)
        );
        var view = (await given.Get<ItemQueries>().FindAsync(id, given.By("platform.1"), given.Now))!;
        await using var screen = new Screen(given, "platform.1", Policies.Platform);

        var late = screen.Render<ItemChannels>(p => p.Add(c => c.Item, view).Add(c => c.By, given.By("platform.1")));
        late.FindAll("button").First(b => b.TextContent == "没有发成…").Click();
        late.HoldsEveryField();
        Assert.NotEmpty(late.FindAll("[data-draft^=failure-]"));

        var down = screen.Render<TakeDownForm>(p =>
            p.Add(t => t.Item, view).Add(t => t.By, given.By("platform.1")).Add(t => t.Emergency, true)
        );
        down.HoldsEveryField();
        Assert.NotEmpty(down.FindAll("input[type=datetime-local]"));
    }

    [Fact]
    public async Task ThePublishedList_LinksOnlyWhatTheReaderMayOpen()
    {
        await using var given = await Given.BureauAsync();
        await given.ItemAsync(RouteCodes.City, "nowhere");
        await using var owner = new Screen(given, "gongye.editor");
        Assert.Single(owner.Render<AnnualPage>().FindAll("a.row-link"));
        await using var stranger = new Screen(given, "jiangda.editor");
        var page = stranger.Render<AnnualPage>();
        Assert.Empty(page.FindAll("a.row-link"));
        Assert.Single(page.FindAll("tbody tr"));
    }
}
