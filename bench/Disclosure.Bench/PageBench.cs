using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Disclosure.Core.Demonstration;
using Microsoft.Playwright;

namespace Disclosure.Bench;

/// <summary>
/// Start-up of the program on a filled store, and what an open page costs it: resident memory with many pages open less that with few, an
/// upper bound since nothing is collected on purpose.
/// </summary>
internal static partial class PageBench
{
    private const int Few = 5;
    private const int Many = 45;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("disclosure-pages").FullName;
        try
        {
            var (filling, address) = await StartAsync(folder);
            filling.Process.Kill(entireProcessTree: true);
            await filling.Process.WaitForExitAsync();
            (var program, address) = await StartAsync(folder);
            Console.WriteLine($"start-up on a filled store: {program.Seconds:0.0} s until it listens");
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await playwright.Chromium.LaunchAsync(
                new()
                {
                    ExecutablePath = "/usr/bin/chromium-headless-shell",
                    Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
                }
            );
            await MeasureAsync(browser, program.Process, address, "/", "工作台", ".pile, .papers");
            await MeasureAsync(browser, program.Process, address, "/items/7", "item page", ".item-page");
            program.Process.Kill(entireProcessTree: true);
            await program.Process.WaitForExitAsync();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(IBrowser browser, Process program, string address, string path, string name, string sign)
    {
        var context = await browser.NewContextAsync(new() { BaseURL = address });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/account/sign-in");
        await page.FillAsync("#name", "gongkaiban.1");
        await page.FillAsync("#password", DemonstrationAccounts.Password);
        await page.ClickAsync("form button.act");
        await page.Locator("main h1").First.WaitForAsync();
        var opens = new List<double>();
        long few = 0;
        for (var i = 1; i <= Many; i++)
        {
            var watch = Stopwatch.StartNew();
            var one = await context.NewPageAsync();
            await one.GotoAsync(path);
            await one.Locator(sign).First.WaitForAsync();
            opens.Add(watch.Elapsed.TotalMilliseconds);
            few = i == Few ? Resident(program) : few;
        }
        var each = (Resident(program) - few) / 1048576.0 / (Many - Few);
        Console.WriteLine(
            $"{name}: {each:0.00} MB resident a circuit (upper bound, {Few} to {Many} pages); opens in {Percentiles.Of(opens)} in the "
                + $"browser"
        );
        await context.CloseAsync();
    }

    private static long Resident(Process program)
    {
        program.Refresh();
        return program.WorkingSet64;
    }

    /// <summary>The program on a demonstration store in that folder; answers once it listens, after how long and where.</summary>
    public static async Task<((Process Process, double Seconds) Program, string Address)> StartAsync(string folder)
    {
        var top = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(top.FullName, "Disclosure.sln")))
        {
            top = top.Parent!;
        }
        var binary = Path.Combine(top.FullName, "Disclosure.Web", "bin", "Release", "net10.0", "Disclosure.Web.dll");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (
            var word in (string[])
                [
                    binary,
                    "serve",
                    "--demonstration",
                    "--urls",
                    "http://127.0.0.1:0",
                    string.Create(CultureInfo.InvariantCulture, $"--Disclosure:DataFolder={folder}"),
                    "--Disclosure:FreeSpaceReserveMegabytes=0",
                ]
        )
        {
            start.ArgumentList.Add(word);
        }
        var watch = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is { Success: true } match)
            {
                _ = process.StandardOutput.ReadToEndAsync();
                return ((process, watch.Elapsed.TotalSeconds), match.Value);
            }
        }
        throw new InvalidOperationException("The program did not start.");
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Listening();
}
