using Microsoft.Playwright;
using Xunit;

namespace Disclosure.Tests.Journeys;

/// <summary>Every page that people work on, each opened by somebody whose page it is, looked over by axe.</summary>
[Collection("journeys")]
public sealed class AccessibilityJourneys(JourneyHouse house)
{
    [Theory]
    [InlineData("gongkaiban.1", "/inbox", "/handled", "/items/7", "/routes", "/published", "/calendar", "/overdue", "/holds", "/review-rules", "/articles")]
    [InlineData("gongkaiban.2", "/ledgers?month=2026-10&column=Items&block=All", "/withheld", "/items/1/trace")]
    [InlineData("touzi.bianji", "/submit", "/items/14/edit")]
    [InlineData("pingtai", "/platform")]
    [InlineData("xitong", "/bureau/units", "/bureau/staff", "/calendar")]
    [InlineData("anquan", "/bureau/delegations")]
    [InlineData("shenji", "/audit", "/items/1/trace")]
    public Task AWorkingPage_HasNothingSeriousForAxe(string name, params string[] pages) => house.Desk.WalkAsync(async () =>
    {
        var person = await house.PersonAsync(name);
        var found = new List<string>();
        foreach (var page in pages)
        {
            await person.Page.GotoAsync(page);
            await person.Page.Locator("main h1").First.WaitForAsync();
            var looked = await Deque.AxeCore.Playwright.PageExtensions.RunAxe(person.Page);
            found.AddRange(looked.Violations.Where(v => v.Impact is "serious" or "critical")
                .Select(v => $"{page} {v.Id}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
        }
        Assert.Empty(found);
    });
}
