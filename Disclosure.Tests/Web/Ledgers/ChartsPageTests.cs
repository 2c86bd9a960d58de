using Bunit;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Core.Ledgers;
using Disclosure.Tests.Support;
using Disclosure.Web.Components.Ledgers;
using Disclosure.Web.Components.Shared;
using MudBlazor;

namespace Disclosure.Tests.Web.Ledgers;

public sealed class ChartsPageTests
{
    [Fact]
    public async Task EveryDrawing_HasItsTableAndItsFiles()
    {
        await using var given = await GivenLedgers.NovemberAsync();
        await using var screen = new Screen(given, "office.1");
        var page = screen.Render<ChartsPage>();
        page.WaitForAssertion(() => Assert.Equal(3, page.FindComponents<MudChart<double>>().Count));
        Assert.Equal(3, page.FindAll("section.chart table").Count);
        Assert.Equal(
            ["/lists/chartunits.xlsx?year=2026", "/lists/chartsteps.xlsx?year=2026", "/lists/chartreturns.xlsx?year=2026"],
            page.FindComponents<ExportMenu>().Select(m => m.Instance.Address("xlsx"))
        );
        // The drawing says nothing that the table does not, so that it is not read aloud.
        Assert.All(page.FindAll(".drawing"), d => Assert.Equal("true", d.GetAttribute("aria-hidden")));
        Assert.Contains("工业能源科", page.Find("section.chart table").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AYearWithoutFigures_SaysSoInOneSentenceEach()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = new Screen(given, "director");
        var page = screen.Render<ChartsPage>();
        page.WaitForAssertion(() =>
            Assert.Equal(
                ["2026 年没有送审的稿件。", "2026 年还没有环节签署。", "2026 年没有退回的稿件。"],
                page.FindAll("section.chart .empty").Select(e => e.TextContent.Trim())
            )
        );
        Assert.Empty(page.FindComponents<ExportMenu>());
    }

    [Fact]
    public async Task WhenEverythingIsSignedOnTheDay_ASentenceStandsForBarsWithoutHeight()
    {
        await using var given = await Given.BureauAsync();
        await given.ItemAsync(RouteCodes.City, "office");
        await using var screen = new Screen(given, "office.1");
        var page = screen.Render<ChartsPage>();
        page.WaitForAssertion(() => Assert.Single(page.FindComponents<MudChart<double>>()));
        Assert.Contains("各环节都在到达当日签署", page.Find("section[aria-labelledby=ChartSteps] p").TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.FindComponents<ExportMenu>().Count);
    }
}
