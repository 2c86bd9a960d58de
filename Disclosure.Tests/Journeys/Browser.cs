using System.Runtime.CompilerServices;
using Disclosure.Tests.Support;
using Microsoft.Playwright;

namespace Disclosure.Tests.Journeys;

/// <summary>A browser with people at it; Debian's Chromium, nothing downloaded.</summary>
public sealed class Browser : IAsyncDisposable
{
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Browser(IPlaywright playwright, IBrowser browser)
    {
        this.playwright = playwright;
        this.browser = browser;
    }

    /// <summary>Opens the browser.</summary>
    public static async Task<Browser> OpenAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Executable(),
                Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"],
            }
        );
        return new Browser(playwright, browser);
    }

    /// <summary>A page of somebody with a screen of that size, of whom nothing is remembered.</summary>
    public async Task<IPage> OpenPageAsync(string address, int width = 1366, int height = 768)
    {
        var context = await browser.NewContextAsync(
            new()
            {
                BaseURL = address,
                ViewportSize = new() { Width = width, Height = height },
                Locale = "zh-CN",
                TimezoneId = "Asia/Shanghai",
                AcceptDownloads = true,
            }
        );
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout((float)Patience.Usual.TotalMilliseconds);
        return page;
    }

    /// <summary>Runs a journey and, when it fails, leaves a picture of every open page.</summary>
    public async Task WalkAsync(Func<Task> journey, [CallerMemberName] string name = "")
    {
        try
        {
            await journey();
        }
        catch
        {
            var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "TestResults", "journeys"));
            var pages = browser.Contexts.SelectMany(c => c.Pages).ToList();
            for (var i = 0; i < pages.Count; i++)
            {
                await pages[i].ScreenshotAsync(new() { Path = Path.Combine(folder.FullName, $"{name}-{i}.png"), FullPage = true });
            }
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private static string Executable() =>
        ((string[])["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/google-chrome"]).FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("Chromium is not installed: run eng/test, which installs it.");
}
