using Disclosure.Core.Demonstration;
using Disclosure.Core.Files.Imaging;
using Disclosure.Tests.Core.Files.Imaging;
using Disclosure.Tests.Support;
using Microsoft.Playwright;
using UglyToad.PdfPig;

namespace Disclosure.Tests.Journeys;

/// <summary>
/// Signing on paper by the screens alone: printed, signed, photographed at an angle, uploaded, matched, checked, put away.
/// </summary>
[Collection("journeys")]
[Slow]
public sealed class PaperJourneys(SharedBureau bureau)
{
    [Fact]
    public Task AForm_IsPrinted_PhotographedAtAnAngle_MatchedByItsCode_AndPutAway() =>
        bureau.Browser.WalkAsync(async () =>
        {
            const string Title = "签字原件试验稿";
            var editor = await bureau.PersonAsync("gongye.bianji");
            var address = await editor.WriteAsync(Title, DemonstrationDocument.Docx(Title, "虚构内容。"));
            await editor.SendAsync();
            var leader = await bureau.PersonAsync("fenguan.1");
            await DrawHandwritingAsync(leader.Page);
            await (await bureau.PersonAsync("gongye.fuze")).ApproveAsync(address);
            var office = await bureau.PersonAsync("gongkaiban.1");
            await office.ApproveAsync(address, "应予公开");
            await leader.ApproveAsync(address);

            // The section's box is left for the pen.
            await editor.OpenAsync(address);
            await editor.Page.GetByRole(AriaRole.Tab, new() { Name = "打印" }).ClickAsync();
            await editor.Page.GetByLabel("科室负责人复审").CheckAsync();
            var printed = await editor.PrintAsync(address);
            Assert.Contains("第1次打印", Text(printed), StringComparison.Ordinal);

            var sheet = new PhotographedSheet(printed, 150);
            var photo = sheet.Photographed(
                new Photograph(1800, 2400)
                {
                    Tilt = 18,
                    Lean = 40,
                    Turn = 7,
                    Blur = 0.8,
                    Noise = 3,
                    Shade = 0.3,
                }
            );
            // Held sideways, as people do; the camera notes nothing.
            await editor
                .Page.Locator("input[type=file]")
                .SetInputFilesAsync(
                    new FilePayload
                    {
                        Name = "手机照片.jpg",
                        MimeType = "image/jpeg",
                        Buffer = PhotographedSheet.Jpeg(PhotographedSheet.Turned(photo, 1)),
                    }
                );
            await Assertions.Expect(editor.Page.GetByText("二维码与第 1 次打印相符")).ToBeVisibleAsync();
            await editor.Page.GetByRole(AriaRole.Button, new() { Name = "核对手签栏" }).ClickAsync();
            await editor.Page.Locator(".scan-row").GetByLabel("科室负责人复审").CheckAsync();
            await editor.Page.GetByRole(AriaRole.Button, new() { Name = "保存核对结果" }).ClickAsync();
            await Assertions.Expect(editor.Page.Locator(".scan-row")).ToContainTextAsync("用笔签的栏：科室负责人复审");
            var again = Text(await editor.PrintAsync(address));
            Assert.Contains("手签第1次打印", again, StringComparison.Ordinal);

            // The code on the photograph opens the check.
            var code = Assert.Single(QrReader.Read(photo)).Text;
            await office.Page.GotoAsync(code);
            await Assertions.Expect(office.Page.Locator(".verdict h2")).ToContainTextAsync("一致");
            var menu = office.Page.Locator("#menu");
            await menu.GetByRole(AriaRole.Button, new() { Name = "规则与工具" }).ClickAsync();
            await menu.GetByRole(AriaRole.Link, new() { Name = "验真" }).ClickAsync();
            await office.Page.GetByLabel("编号").FillAsync("昌统发审[2026]9999号");
            await office.Page.GetByLabel("校验码").FillAsync("0000 0000 0000 0000");
            await office.Page.GetByRole(AriaRole.Button, new() { Name = "验真" }).ClickAsync();
            await Assertions.Expect(office.Page.Locator("form .problem")).ToBeVisibleAsync();

            await office.Page.GotoAsync("/originals");
            var row = office.Page.Locator("main tbody tr", new() { HasText = Title }).First;
            await row.GetByRole(AriaRole.Button, new() { Name = "归档…" }).ClickAsync();
            await row.GetByLabel("档案盒号").FillAsync("2026-07");
            await row.GetByRole(AriaRole.Button, new() { Name = "归档", Exact = true }).ClickAsync();
            await office.Page.GetByRole(AriaRole.Tab, new() { Name = "已归档" }).ClickAsync();
            await Assertions.Expect(office.Page.Locator("main tbody tr", new() { HasText = Title }).First).ToContainTextAsync("2026-07");

            await (await bureau.PersonAsync("pingtai")).PublishAsync(Title);
        });

    [Fact]
    public Task APhotographWithoutACode_IsNotLost_ButMatchedByHand() =>
        bureau.Browser.WalkAsync(async () =>
        {
            const string Title = "没有二维码的照片试验稿";
            var editor = await bureau.PersonAsync("nongmu.bianji");
            var address = await editor.WriteAsync(Title, DemonstrationDocument.Docx(Title, "虚构内容。"));
            await editor.SendAsync();
            await editor.PrintAsync(address);

            await editor
                .Page.Locator("input[type=file]")
                .SetInputFilesAsync(
                    new FilePayload
                    {
                        Name = "糊了.png",
                        MimeType = "image/png",
                        Buffer = Support.Given.Signature(),
                    }
                );
            await Assertions.Expect(editor.Page.Locator(".by-hand")).ToContainTextAsync("没有从图中读出二维码");
            await editor.Page.GetByLabel("第几次打印").SelectOptionAsync("1");
            await editor.Page.GetByRole(AriaRole.Button, new() { Name = "登记这份扫描件" }).ClickAsync();
            await Assertions.Expect(editor.Page.GetByText("由您对应")).ToBeVisibleAsync();
            await Assertions.Expect(editor.Page.Locator(".scan-row")).ToContainTextAsync("人工对应");
        });

    private static async Task DrawHandwritingAsync(IPage page)
    {
        await page.GotoAsync("/account/handwriting");
        var pad = page.Locator("canvas.pad");
        await Assertions.Expect(pad).ToBeVisibleAsync();
        var box = (await pad.BoundingBoxAsync())!;
        await Assertions.Expect(pad).ToHaveAttributeAsync("data-ready", "yes");
        await page.Mouse.MoveAsync(box.X + 60, box.Y + 40);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + 180, box.Y + 120, new() { Steps = 8 });
        await page.Mouse.MoveAsync(box.X + 300, box.Y + 50, new() { Steps = 8 });
        await page.Mouse.UpAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "使用这个签名" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { Name = "我的手写签名" })).ToBeVisibleAsync();
    }

    private static string Text(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return string.Concat(document.GetPages().Select(p => p.Text)).Replace(" ", "", StringComparison.Ordinal);
    }
}
