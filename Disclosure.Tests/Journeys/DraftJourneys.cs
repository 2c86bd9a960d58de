using System.Text;
using Disclosure.Core.Demonstration;
using Disclosure.Tests.Core.Files.Formats;
using Disclosure.Tests.Support;
using Microsoft.Playwright;

namespace Disclosure.Tests.Journeys;

/// <summary>How an item comes to be, by the screens alone: nothing before its first word, small files together, the next month.</summary>
[Collection("screens")]
[Slow]
public sealed class DraftJourneys(InstalledBureau bureau)
{
    [Fact]
    public Task ANewForm_LeftUntouched_LeavesNoDraft_AndItsFirstWordBeginsOne() =>
        bureau.Browser.WalkAsync(async () =>
        {
            var editor = await bureau.PersonAsync("pucha.bianji");
            var page = editor.Page;
            await BeginAsync(page);
            await page.GotoAsync("/submit");
            await page.Locator(".empty").WaitForAsync();

            await BeginAsync(page);
            await page.Locator("#field-Title").PressSequentiallyAsync("月报的第一个字");
            await page.WaitForURLAsync("**/items/*/edit");
            await page.Locator(".save-state .done").First.WaitForAsync();
            await Assertions.Expect(page.Locator("#field-Title")).ToBeFocusedAsync();
            await page.ReloadAsync();
            await Assertions.Expect(page.Locator("#field-Title")).ToHaveValueAsync("月报的第一个字");
        });

    [Fact]
    public Task ManySmallFiles_ComeTogether_AndARefusedOneSaysWhy() =>
        bureau.Browser.WalkAsync(async () =>
        {
            var editor = await bureau.PersonAsync("hesuan.bianji");
            var page = editor.Page;
            await BeginAsync(page);
            var requests = 0;
            page.Request += (_, r) => requests += r.Url.Contains("/api/uploads", StringComparison.Ordinal) ? 1 : 0;
            await page.SetInputFilesAsync("#field-Files", [.. Enumerable.Range(1, 27).Select(n => Text($"附表{n}.txt"))]);
            await Assertions.Expect(page.Locator(".files li")).ToHaveCountAsync(27);
            // Not three for every file: what takes long on a county's line is the round trip.
            Assert.True(requests <= 3, $"{requests} requests");
            await page.WaitForURLAsync("**/items/*/edit");

            await page.SetInputFilesAsync(
                "#field-Files",
                [
                    new FilePayload
                    {
                        Name = "照片.heic",
                        MimeType = "image/heic",
                        Buffer = [1, 2, 3],
                    },
                    new FilePayload
                    {
                        Name = "照片.jpg",
                        MimeType = "image/jpeg",
                        Buffer = [.. SampleFiles.Png, .. Guid.NewGuid().ToByteArray()],
                    },
                ]
            );
            await Assertions.Expect(page.Locator(".uploads .wrong")).ToContainTextAsync("手机照片格式 HEIC");
            await Assertions.Expect(page.Locator(".files li").Last).ToContainTextAsync("照片.png");
        });

    [Fact]
    public Task TheNextMonth_BeginsWithTheLast() =>
        bureau.Browser.WalkAsync(async () =>
        {
            var editor = await bureau.PersonAsync("hesuan.bianji");
            const string Title = "2026年3月核算月报";
            await editor.WriteAsync(Title, DemonstrationDocument.Docx(Title, "虚构内容。"));
            await editor.SendAsync();

            var page = editor.Page;
            await page.GotoAsync("/submit");
            await page.GetByRole(AriaRole.Button, new() { Name = "从以前的稿件新建" }).ClickAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = $"用 {Title} 新建" }).ClickAsync();

            await Assertions.Expect(page.Locator("#field-Title")).ToHaveValueAsync("2026年4月核算月报");
            await Assertions.Expect(page.Locator(".copied")).ToContainTextAsync(Title);
            await Assertions.Expect(page.Locator("#field-FormedOn")).ToHaveValueAsync("");
            await Assertions.Expect(page.Locator(".files li")).ToHaveCountAsync(0);
            await Assertions.Expect(page.Locator("[data-criterion] input:checked")).ToHaveCountAsync(0);
            await page.GetByRole(AriaRole.Button, new() { Name = "检查并送审" }).First.ClickAsync();
            await Assertions.Expect(page.Locator("#missing a", new() { HasText = "请上传正文文件" })).ToBeVisibleAsync();
        });

    private static async Task BeginAsync(IPage page)
    {
        await page.GotoAsync("/submit");
        await page.GetByRole(AriaRole.Button, new() { Name = "新建稿件" }).ClickAsync();
        await page.Locator("#field-Title").WaitForAsync();
    }

    private static FilePayload Text(string name) =>
        new()
        {
            Name = name,
            MimeType = "text/plain",
            Buffer = Encoding.UTF8.GetBytes($"{name} {Guid.NewGuid()}"),
        };
}
