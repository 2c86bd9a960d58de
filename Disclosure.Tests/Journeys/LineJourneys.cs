using Disclosure.Tests.Support;
using Microsoft.Playwright;

namespace Disclosure.Tests.Journeys;

/// <summary>What travels over a county's line when 工作台 is opened, counted by the browser itself.</summary>
[Collection("screens")]
[Slow]
public sealed class LineJourneys(InstalledBureau bureau)
{
    private const long MostTheFirstTime = 220_000;
    private const long MostAgain = 40_000;

    [Fact]
    public Task Desk_TravelsOnce_AndIsCheapToOpenAgain() =>
        bureau.Browser.WalkAsync(async () =>
        {
            var page = await bureau.Browser.OpenPageAsync(bureau.Address);
            var line = await page.Context.NewCDPSessionAsync(page);
            long bytes = 0;
            await line.SendAsync("Network.enable");
            line.Event("Network.loadingFinished").OnEvent += (_, told) =>
                bytes += (long)told!.Value.GetProperty("encodedDataLength").GetDouble();
            await page.GotoAsync("/account/sign-in");
            await page.FillAsync("#name", "xitong");
            await page.FillAsync("#password", Disclosure.Core.Demonstration.DemonstrationAccounts.Password);
            await page.ClickAsync("form button.act");
            await AtHomeAsync(page);
            var first = bytes;
            bytes = 0;
            await page.GotoAsync("/");
            await AtHomeAsync(page);
            TestContext.Current.TestOutputHelper?.WriteLine($"The desk: {first} bytes the first time, {bytes} again.");
            Assert.InRange(first, 50_000, MostTheFirstTime);
            Assert.InRange(bytes, 1, MostAgain);
        });

    private static Task AtHomeAsync(IPage page) => page.GetByRole(AriaRole.Heading, new() { Name = "工作台" }).First.WaitForAsync();
}
