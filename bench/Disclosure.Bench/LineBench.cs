using System.Globalization;
using Disclosure.Core.Demonstration;
using Microsoft.Playwright;

namespace Disclosure.Bench;

/// <summary>
/// What a county editor waits for and what travels, at 400 kbit/s and 400 ms: sign-in page and 工作台, with an empty browser cache and
/// again. Once over a line whose connections take a round trip to open, once with the browser's own emulation, which knows neither that
/// nor a delay of WebSocket messages.
/// </summary>
internal static class LineBench
{
    private const string Watching = """
        const there = () => {
          const opening = document.querySelector('[data-opening]');
          return document.querySelector('main h1') && (!opening || opening.hidden);
        };
        new MutationObserver(() => { window.usable ??= there() ? performance.now() : undefined; })
          .observe(document, { childList: true, subtree: true, attributes: true });
        """;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("disclosure-line").FullName;
        var (program, address) = await PageBench.StartAsync(folder);
        try
        {
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await playwright.Chromium.LaunchAsync(
                new()
                {
                    ExecutablePath = "/usr/bin/chromium-headless-shell",
                    Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
                }
            );
            foreach (var emulated in (bool[])[false, true])
            {
                await using var line = new CountyLine(address);
                await MeasureAsync(browser, line, emulated);
            }
        }
        finally
        {
            program.Process.Kill(entireProcessTree: true);
            await program.Process.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(IBrowser browser, CountyLine line, bool emulated)
    {
        var name = emulated ? "emulated" : "line";
        var signedIn = await SignInAsync(browser, line);
        foreach (var (page, path, session) in new[] { ("sign-in", "/account/sign-in", (string?)null), ("工作台", "/", signedIn) })
        {
            await using var context = await browser.NewContextAsync(new() { BaseURL = line.Address, StorageState = session });
            await context.AddInitScriptAsync(Watching);
            var one = await context.NewPageAsync();
            line.Slow = !emulated;
            if (emulated)
            {
                await EmulateAsync(one);
            }
            Console.WriteLine($"{page}, {name}, empty cache: {await OpenAsync(one, line, path)}");
            Console.WriteLine($"{page}, {name}, again: {await OpenAsync(one, line, path)}");
            line.Slow = false;
        }
    }

    private static async Task<string> SignInAsync(IBrowser browser, CountyLine line)
    {
        await using var context = await browser.NewContextAsync(new() { BaseURL = line.Address });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/account/sign-in");
        await page.FillAsync("#name", "karuo.bianji");
        await page.FillAsync("#password", DemonstrationAccounts.Password);
        await page.ClickAsync("form button.act");
        await page.GetByRole(AriaRole.Heading, new() { Name = "工作台" }).First.WaitForAsync();
        return await context.StorageStateAsync();
    }

    private static async Task EmulateAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Network.enable");
        await session.SendAsync(
            "Network.emulateNetworkConditions",
            new()
            {
                ["offline"] = false,
                ["latency"] = 400,
                ["downloadThroughput"] = 50_000,
                ["uploadThroughput"] = 50_000,
            }
        );
    }

    private static async Task<string> OpenAsync(IPage page, CountyLine line, string path)
    {
        await page.GotoAsync("about:blank");
        // What the page before still has to say goodbye.
        await page.WaitForTimeoutAsync(1500);
        line.TakeBytes();
        await page.GotoAsync(path, new() { Timeout = 120_000 });
        await page.WaitForFunctionAsync("() => window.usable", null, new() { Timeout = 120_000 });
        await page.WaitForTimeoutAsync(2500);
        var usable = await page.EvaluateAsync<double>("window.usable");
        var readable = await page.EvaluateAsync<double>("performance.getEntriesByName('first-contentful-paint')[0].startTime");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"readable after {readable / 1000:0.0} s, usable after {usable / 1000:0.0} s, {line.TakeBytes() / 1000.0:0} KB both ways"
        );
    }
}
