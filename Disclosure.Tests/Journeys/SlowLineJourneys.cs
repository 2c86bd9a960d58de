using Disclosure.Core.Demonstration;
using Disclosure.Tests.Core.Files.Formats;
using Disclosure.Tests.Support;
using Microsoft.Playwright;

namespace Disclosure.Tests.Journeys;

/// <summary>On a county's line: what stands on the screen is what the store has.</summary>
[Collection("screens")]
[Slow]
public sealed class SlowLineJourneys(InstalledBureau bureau)
{
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(1200);

    [Fact]
    public Task WhatIsChosenWhileAuthorshipIsBeingConfirmed_IsKept() =>
        bureau.Browser.WalkAsync(async () =>
        {
            await using var line = new SlowLine(bureau.Address);
            var page = await BeginAsync(line);
            await page.FillAsync("#field-Title", "慢线路上的统计信息");
            await SavedAsync(page);
            line.RoundTrip = Slow;

            // All within a round trip or two, as somebody does who does not wait for the program.
            await page.GetByRole(AriaRole.Button, new() { Name = "我确认文责" }).ClickAsync();
            await page.Locator("#field-Summary").PressSequentiallyAsync("反映主要指标", new() { Delay = 110 });
            await ChooseAsync(page);

            // Confirmed was what stood there at the click; the summary came after it, and the form says so.
            await page.GetByRole(AriaRole.Button, new() { Name = "我重新确认文责" }).WaitForAsync();
            await KeptAsync(page);
        });

    [Fact]
    public Task WhatIsChosenWithoutWaiting_IsKept() =>
        bureau.Browser.WalkAsync(async () =>
        {
            await using var line = new SlowLine(bureau.Address);
            var page = await BeginAsync(line);
            line.RoundTrip = Slow;
            await ChooseAsync(page);
            await KeptAsync(page);
        });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task WhatIsTypedAndTickedWhileTheLineIsDown_IsSigned(bool swallowed) =>
        bureau.Browser.WalkAsync(async () =>
        {
            await using var line = new SlowLine(bureau.Address);
            var (page, address) = await ReviewerAsync(line, swallowed ? "线路吞字的稿件" : "线路中断的稿件");
            await page.Locator(".opinion textarea").PressSequentiallyAsync("同意送审。");
            await SavedAsync(page);

            if (swallowed)
            {
                line.Swallow();
            }
            else
            {
                line.Cut();
            }
            await page.Locator(".opinion textarea").PressSequentiallyAsync("第三段须核对。");
            await page.Locator("[data-draft=major]").CheckAsync();
            await Assertions.Expect(page.Locator(".decision .save-state .done")).ToBeHiddenAsync();
            await Assertions.Expect(page.Locator(".decision [data-unsent-count]")).ToHaveTextAsync("未保存 2 项");
            line.Heal();

            await SavedAsync(page);
            await page.Locator("[data-sign]").ClickAsync();
            await page.Locator(".notice.good", new() { HasText = "已同意" }).WaitForAsync();
            var head = await bureau.PersonAsync("hesuan.fuze");
            await head.OpenAsync(address);
            await head.Page.GetByRole(AriaRole.Tab, new() { Name = "意见与流转" }).ClickAsync();
            await Assertions.Expect(head.Page.Locator(".item-left")).ToContainTextAsync("同意送审。第三段须核对。");
            await Assertions.Expect(head.Page.Locator(".item-page")).ToContainTextAsync("重大");
        });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task WhatIsTypedOnTheFormWhileTheLineIsDown_IsStored(bool swallowed) =>
        bureau.Browser.WalkAsync(async () =>
        {
            await using var line = new SlowLine(bureau.Address);
            var page = await BeginAsync(line);
            await page.FillAsync("#field-Title", "断线时填写的统计信息");
            await SavedAsync(page);
            if (swallowed)
            {
                line.Swallow();
            }
            else
            {
                line.Cut();
            }
            await page.Locator("#field-Summary").PressSequentiallyAsync("反映主要指标");
            await page.CheckAsync("#at-Channels input[value=Intranet]");
            await page.Locator("[data-criterion='5'] input[value=N]").CheckAsync();
            await Assertions.Expect(page.Locator(".save-state .done").First).ToBeHiddenAsync();
            await Assertions.Expect(page.Locator("[data-unsent-count]").First).ToHaveTextAsync("未保存 3 项");
            line.Heal();

            await SavedAsync(page);
            await page.ReloadAsync();
            await Assertions.Expect(page.Locator("#field-Summary")).ToHaveValueAsync("反映主要指标");
            var kept = await FieldsAsync(page);
            Assert.Contains("Channels:Intranet=true", kept);
            Assert.Contains("B3-5=N", kept);
        });

    [Fact]
    public Task WhenTheServerHasGivenThePageUp_WhatIsUnsavedCanStillBeCopied() =>
        bureau.Browser.WalkAsync(async () =>
        {
            await using var line = new SlowLine(bureau.Address);
            var (page, _) = await ReviewerAsync(line, "连接失效的稿件");
            line.Cut();
            await page.Locator(".opinion textarea").PressSequentiallyAsync("第三段须核对。");
            // The server forgets a page after some minutes without a line; the framework says so with this very event.
            await page.EvaluateAsync(
                "document.getElementById('components-reconnect-modal').dispatchEvent(new CustomEvent('components-reconnect-state-changed', "
                    + "{ detail: { state: 'rejected' } }))"
            );

            await Assertions.Expect(page.Locator(".reconnect-gone")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator(".reconnect-trying")).ToBeHiddenAsync();
            await Assertions.Expect(page.Locator(".opinion textarea")).ToHaveValueAsync("第三段须核对。");
            line.Heal();
            await page.Locator("[data-reload]").First.ClickAsync();
            await page.Locator("[data-sign]").WaitForAsync();
        });

    [Fact]
    public Task APasswordTypedWhileTheLineIsDown_SignsOnceItIsBack() =>
        bureau.Browser.WalkAsync(async () =>
        {
            await using var line = new SlowLine(bureau.Address);
            var editor = await bureau.PersonAsync("karuo.bianji");
            var address = new Uri(
                await editor.WriteAsync("断线时输入密码的稿件", DemonstrationDocument.Docx("断线时输入密码的稿件", "虚构内容。"), "工业")
            ).AbsolutePath;
            await editor.SendAsync();
            var chief = await Person.SignInAsync(bureau.Browser, line.Address, "karuo.juzhang");
            await chief.OpenAsync(address);
            await chief.Page.Locator("input[name=county-choice]").First.CheckAsync();
            await SavedAsync(chief.Page);

            line.Swallow();
            await chief.Page.Locator("#sign-password").FillAsync(DemonstrationAccounts.Password);
            await chief.Page.Locator(".opinion textarea").PressSequentiallyAsync("同意。");
            line.Heal();
            await SavedAsync(chief.Page);
            await chief.Page.Locator("[data-sign]").ClickAsync();
            await chief.Page.Locator(".notice.good").WaitForAsync();
        });

    [Fact]
    public Task WhatTheServerDidNotReceive_IsNotSigned_AndGoesAgain() =>
        bureau.Browser.WalkAsync(async () =>
        {
            await using var line = new SlowLine(bureau.Address);
            var (page, _) = await ReviewerAsync(line, "有一处没有送到的稿件");
            await page.Locator(".opinion textarea").FillAsync("同意送审。");
            await SavedAsync(page);

            // A value that no event told of, as after a message that was lost; left first, or the browser itself would tell it on leaving.
            await page.Locator(".opinion textarea").BlurAsync();
            await page.EvaluateAsync("document.querySelector('.opinion textarea').value = '同意送审，表二须核对。'");
            await page.Locator("[data-sign]").ClickAsync();
            await Assertions.Expect(page.Locator("[data-differs]")).ToContainTextAsync("同意送审，表二须核对。");
            await Assertions.Expect(page.Locator("[data-differs]")).ToBeInViewportAsync();
            await SavedAsync(page);
            await page.Locator("[data-sign]").ClickAsync();
            await page.Locator(".notice.good", new() { HasText = "已同意" }).WaitForAsync();
            await page.GetByRole(AriaRole.Tab, new() { Name = "意见与流转" }).ClickAsync();
            await Assertions.Expect(page.Locator(".item-left")).ToContainTextAsync("同意送审，表二须核对。");
        });

    [Fact]
    public Task WhatIsTypedSlowlyOnASlowLine_LosesNoLetter() =>
        bureau.Browser.WalkAsync(async () =>
        {
            await using var line = new SlowLine(bureau.Address);
            var (page, address) = await ReviewerAsync(line, "一字一顿写意见的稿件");
            await page.Locator("[data-criterion='4'] input[data-answer=y]").CheckAsync();
            await page.Locator("input[name=B3-4-comment][value=False]").CheckAsync();
            await page.Locator("#asked-remark-B3-4").WaitForAsync();
            line.RoundTrip = TimeSpan.FromMilliseconds(1600);
            foreach (var field in (string[])[".opinion textarea", "#asked-remark-B3-4"])
            {
                await page.Locator(field).PressSequentiallyAsync("甲乙丙丁戊己", new() { Delay = 900 });
            }
            await page.GetByRole(AriaRole.Button, new() { Name = "暂停：暂缓公开…" }).ClickAsync();
            await page.Locator("[data-draft=measures]").WaitForAsync();
            await page.Locator("[data-draft=hold-reason]").FillAsync("");
            foreach (var field in (string[])["[data-draft=hold-reason]", "[data-draft=measures]"])
            {
                await page.Locator(field).PressSequentiallyAsync("甲乙丙丁戊己", new() { Delay = 900 });
                await Assertions.Expect(page.Locator(field)).ToHaveValueAsync("甲乙丙丁戊己");
            }
            await SavedAsync(page);
            await page.GotoAsync(address);
            await Assertions.Expect(page.Locator(".opinion textarea")).ToHaveValueAsync("甲乙丙丁戊己");
            await Assertions.Expect(page.Locator("#asked-remark-B3-4")).ToHaveValueAsync("甲乙丙丁戊己");
        });

    [Fact]
    public Task AFileChosenBeforeItsScriptHasCome_IsUploaded() =>
        bureau.Browser.WalkAsync(async () =>
        {
            await using var line = new SlowLine(bureau.Address);
            var (page, _) = await ReviewerAsync(line, "选得太早的扫描件");
            line.RoundTrip = TimeSpan.FromMilliseconds(1600);
            await page.Locator("[data-criterion='3'] input[data-answer=y]").CheckAsync();
            await page.Locator("input[name=B3-3-approved][value=True]").CheckAsync();
            await page.GetByLabel("批准件扫描件")
                .SetInputFilesAsync(
                    new FilePayload
                    {
                        Name = "批准件.png",
                        MimeType = "image/png",
                        Buffer = [.. SampleFiles.Png, .. Guid.NewGuid().ToByteArray()],
                    }
                );
            await Assertions.Expect(page.Locator(".scan")).ToContainTextAsync("已上传：批准件.png");
        });

    // A section head before an item of the own section, everything answered with 否.
    private async Task<(IPage Page, string Address)> ReviewerAsync(SlowLine line, string title)
    {
        var editor = await bureau.PersonAsync("hesuan.bianji");
        var address = new Uri(await editor.WriteAsync(title, DemonstrationDocument.Docx(title, "虚构内容。"))).AbsolutePath;
        await editor.SendAsync();
        var head = await Person.SignInAsync(bureau.Browser, line.Address, "hesuan.fuze");
        await head.OpenAsync(address);
        await head.AnswerAsync("input[data-answer=n]");
        return (head.Page, address);
    }

    // Chosen and typed one after the other without waiting for any answer.
    private static async Task ChooseAsync(IPage page)
    {
        await page.SelectOptionAsync("#field-Kind", new SelectOptionValue { Label = "统计信息" });
        await page.SelectOptionAsync("#field-A8Category", new SelectOptionValue { Index = 10 });
        await page.CheckAsync("input[name=Origin][value=Made]");
        await page.FillAsync("#field-FormedOn", "2026-01-05");
        await page.CheckAsync("#at-Channels input[value=Website]");
        await page.CheckAsync("#at-Channels input[value=Intranet]");
        await page.CheckAsync("input[name=DataStatus][value=Final]");
        var answers = page.Locator("[data-criterion] input[value=N]");
        for (var i = 0; i < await answers.CountAsync(); i++)
        {
            await answers.Nth(i).CheckAsync();
        }
    }

    private async Task<IPage> BeginAsync(SlowLine line)
    {
        var editor = await Person.SignInAsync(bureau.Browser, line.Address, "hesuan.bianji");
        await editor.Page.GotoAsync("/submit");
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "新建稿件" }).ClickAsync();
        await editor.Page.Locator("#field-Title").WaitForAsync();
        return editor.Page;
    }

    // What stands on the screen once it says that it is saved, and what a new page of the same item shows.
    private static async Task KeptAsync(IPage page)
    {
        await SavedAsync(page);
        var before = await FieldsAsync(page);
        await page.ReloadAsync();
        await page.Locator("#field-Title").WaitForAsync();
        Assert.Equal(before, await FieldsAsync(page));
        Assert.Contains("Origin=Made", before);
        Assert.Contains("B3-5=N", before);
        Assert.Contains("Channels:Intranet=true", before);
        Assert.Contains("FormedOn=2026-01-05", before);
    }

    private static Task<string[]> FieldsAsync(IPage page) =>
        page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll('[data-draft]')]
                .filter(e => e.type !== 'radio' || e.checked)
                .map(e => e.dataset.draft + (e.type === 'checkbox' ? ':' + e.value + '=' + e.checked : '=' + e.value))
            """
        );

    private static Task SavedAsync(IPage page) => Assertions.Expect(page.Locator(".save-state .done").First).ToBeVisibleAsync();
}
