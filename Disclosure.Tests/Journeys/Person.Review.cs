using Disclosure.Tests.Core.Files.Formats;
using Microsoft.Playwright;

namespace Disclosure.Tests.Journeys;

public sealed partial class Person
{
    /// <summary>
    /// Answers the five questions, those named with 是; a later tier that says 是 too finds filled in what was filled in before.
    /// </summary>
    public async Task ReviewAsync(string address, params int[] yes)
    {
        await OpenAsync(address);
        for (var place = 1; place <= 5; place++)
        {
            await SayAsync(place, yes.Contains(place));
            if (yes.Contains(place))
            {
                // What the answer asks for comes with the next drawing; the program refuses to sign what a person has not seen yet.
                await page.Locator($"[data-criterion='{place}'] [data-asked] [data-draft]").First.WaitForAsync();
            }
        }
    }

    /// <summary>Ticks one answer on the item's page or on the form.</summary>
    public Task SayAsync(int place, bool yes) =>
        page.Locator(
                $"[data-criterion='{place}'] .yes-no "
                    + $"input[value={(page.Url.EndsWith("/edit", StringComparison.Ordinal) ? yes ? "Y" : "N" : yes ? "yes" : "no")}]"
            )
            .CheckAsync();

    /// <summary>Fills in the marking that B3-1 asks for.</summary>
    public async Task MarkAsync(string level, string madeOn, int years)
    {
        await page.SelectOptionAsync("#asked-level", new SelectOptionValue { Label = level });
        await page.FillAsync("#asked-marked-on", madeOn);
        await page.SelectOptionAsync("#asked-term", new SelectOptionValue { Value = "Years" });
        await page.FillAsync("#asked-years", $"{years}");
        await page.Locator("#asked-years").BlurAsync();
    }

    /// <summary>Signs what stands on the page.</summary>
    public async Task SignAsync(params string[] choices)
    {
        foreach (var choice in choices)
        {
            await page.GetByLabel(choice, new() { Exact = true }).CheckAsync();
        }
        if (await page.Locator("#sign-password").CountAsync() > 0)
        {
            await page.FillAsync("#sign-password", Password);
        }
        await page.Locator("[data-sign]").ClickAsync();
        await SeesDoneAsync("已同意");
    }

    /// <summary>Opens the hold that the answers or the finding lead to.</summary>
    public async Task HoldAsync(string kind, string? measures = null, string? matter = null)
    {
        await page.Locator(".hold-offer").GetByRole(AriaRole.Button, new() { Name = $"暂停：{kind}…" }).ClickAsync();
        var form = page.Locator("[data-reason]");
        if (matter is not null)
        {
            await form.GetByLabel(matter, new() { Exact = true }).CheckAsync();
        }
        await form.Locator(".opinion textarea").FillAsync($"{kind}：见说明。");
        if (measures is not null)
        {
            await form.Locator("textarea").Last.FillAsync(measures);
        }
        // By the words of the button: with 涉密内容 the first one only asks.
        await form.GetByRole(AriaRole.Button, new() { Name = matter == "涉密内容" ? "清除原件并暂停…" : "确认暂停" }).ClickAsync();
        if (matter == "涉密内容")
        {
            await form.GetByRole(AriaRole.Button, new() { Name = "确认清除原件并暂停" }).ClickAsync();
        }
        await SeesDoneAsync("已暂停");
    }

    /// <summary>Goes from a held item to the page of its hold.</summary>
    public async Task OpenHoldAsync(string address)
    {
        await OpenAsync(address);
        await page.GetByRole(AriaRole.Link, new() { Name = "登记材料／恢复办理" }).First.ClickAsync();
        await page.Locator(".hold-page").WaitForAsync();
    }

    /// <summary>Enters a paper by its label.</summary>
    public async Task EnterAsync(params (string Label, string Text)[] papers)
    {
        foreach (var (label, text) in papers)
        {
            await page.GetByLabel(label, new() { Exact = true }).FillAsync(text);
        }
    }

    /// <summary>Uploads a scan where the page asks for one.</summary>
    public async Task ScanAsync(string label)
    {
        await page.GetByLabel(label, new() { Exact = true })
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = $"{label}.png",
                    MimeType = "image/png",
                    Buffer = [.. SampleFiles.Png, .. Guid.NewGuid().ToByteArray()],
                }
            );
        await page.Locator(".scan", new() { HasText = $"已上传：{label}.png" }).WaitForAsync();
    }

    /// <summary>Ends the hold on whose page the person is.</summary>
    public async Task EndAsync(string outcome)
    {
        await page.GetByLabel(outcome).CheckAsync();
        await page.Locator("[data-decision] .opinion textarea").FillAsync("材料已核。");
        await page.GetByRole(AriaRole.Button, new() { Name = "办结…" }).ClickAsync();
        await page.Locator("[data-decision] [data-sign]", new() { HasText = "确认" }).ClickAsync();
        await page.Locator(".ended").WaitForAsync();
    }

    /// <summary>Replaces the body on the form by another file.</summary>
    public async Task ReplaceAsync(string name, string text)
    {
        if (await page.Locator(".files li").GetByRole(AriaRole.Button, new() { Name = "移除" }).CountAsync() > 0)
        {
            await page.Locator(".files li").GetByRole(AriaRole.Button, new() { Name = "移除" }).First.ClickAsync();
            await page.Locator(".files li").First.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        }
        await UploadAsync(name, text);
    }

    /// <summary>Uploads a text file on the form.</summary>
    public async Task UploadAsync(string name, string text)
    {
        await page.SetInputFilesAsync(
            "#field-Files",
            new FilePayload
            {
                Name = name,
                MimeType = "text/plain",
                Buffer = System.Text.Encoding.UTF8.GetBytes(text),
            }
        );
        await page.Locator(".files li", new() { HasText = name }).WaitForAsync();
    }
}
