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
        await page.FindAll(".ticks input[type=checkbox]")[0].ChangeAsync(new() { Value = true });
        page.WaitForAssertion(() => Assert.Contains("份数和页数", page.Find(".problem").TextContent, StringComparison.Ordinal));

        page.FindAll(".paper-in input")[0].Change("2");
        page.FindAll(".paper-in input")[1].Change("8");
        await page.FindAll(".ticks input[type=checkbox]")[0].ChangeAsync(new() { Value = true });
        given.Wait(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => Assert.Contains("2 份 8 页", page.Find(".ticks .received").TextContent, StringComparison.Ordinal));
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
        Assert.Contains("2026-000NN", page.Find(".publish-panel .consequence").TextContent, StringComparison.Ordinal);

        await page.FindAll("button").Single(b => b.TextContent == "确认发布").ActAsync();
        page.WaitForAssertion(() =>
            Assert.Contains("请填写外网的网址", page.Find(".channel .problem").TextContent, StringComparison.Ordinal)
        );

        page.HoldsEveryField();
        page.FindAll("button").First(b => b.TextContent == "没有发成…").Click();
        page.HoldsEveryField();

        // A time half typed reaches the server empty; the last whole one stands on the screen and is what is recorded.
        var whole = page.Find(".channel input[type=datetime-local]").GetAttribute("value");
        page.Find(".channel input[type=datetime-local]").Change("");
        Assert.Equal(whole, page.Find(".channel input[type=datetime-local]").GetAttribute("value"));

        foreach (var address in Enumerable.Range(0, 2))
        {
            page.FindAll(".channel .wide input")[address].Change($"https://tjj.example.cn/{address}");
        }
        page.FindAll(".publish-panel .screen-scope > .tick input").Single().Change(true);
        await page.FindAll("button").Single(b => b.TextContent == "确认发布").ActAsync();
        page.WaitForAssertion(() =>
            Assert.Contains("已发布，已进入公开目录", page.Find(".notice.good").TextContent, StringComparison.Ordinal)
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
