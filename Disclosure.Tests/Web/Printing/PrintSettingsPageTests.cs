using Bunit;
using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Forms;
using Disclosure.Core.Printing;
using Disclosure.Tests.Support;
using Disclosure.Web.Components.Printing;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Tests.Web.Printing;

public sealed class PrintSettingsPageTests
{
    [Fact]
    public async Task WhoeverPrints_SeesTheFontsAndWhatIsOnlyASubstitute_AndChangesNothing()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = Open(given, "karuo.editor");
        var page = screen.Render<PrintSettingsPage>();

        page.WaitForAssertion(() =>
            Assert.Contains(
                "小标宋没有专用字体，以 Noto Serif CJK SC Bold 代用",
                page.Find(".lacking").TextContent,
                StringComparison.Ordinal
            )
        );
        Assert.Contains("LXGWWenKai-Regular.ttf", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("/usr/share", page.Markup, StringComparison.Ordinal);
        Assert.Equal("/print-settings/test.pdf", page.Find(".title-acts a").GetAttribute("href"));
        Assert.Equal(["试一试"], page.FindAll("button").Select(b => b.TextContent.Trim()));
    }

    [Fact]
    public async Task OnesOwnText_IsToldRunByRun_AndWhatNoFontHasIsNamed()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = Open(given, "karuo.editor");
        var page = screen.Render<FontTrial>();

        await page.Find("#trial-text").ChangeAsync(new() { Value = "喆堃བོད་\U000F1234" });
        await page.Find("#trial-role").ChangeAsync(new() { Value = "Kai" });
        await page.Find("form").SubmitAsync();

        Assert.Equal(
            ["喆堃 霞鹜文楷", "བོད་ Noto Serif Tibetan", "\U000F1234 U+F1234 没有字体可印"],
            page.FindAll(".font-run").Select(r => r.TextContent.Trim())
        );
        Assert.Contains("没有任何字体能打印「\U000F1234」（U+F1234）", page.Find(".problem").TextContent, StringComparison.Ordinal);

        await page.Find("#trial-text").ChangeAsync(new() { Value = "喆堃" });
        await page.Find("form").SubmitAsync();
        Assert.Equal("✓ 全部可以打印。", page.Find(".good").TextContent);
    }

    [Fact]
    public async Task TheAdministrator_IsToldBesideTheFieldWhatWillNotDo()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = Open(given, "admin.system");
        var page = screen.Render<PrintSettingsPage>();
        page.WaitForElement("#folder");

        await page.Find("#folder").ChangeAsync(new() { Value = "/nowhere/fonts" });
        await Save(page).ActAsync();
        page.WaitForAssertion(() =>
            Assert.StartsWith(
                "服务器上没有文件夹“/nowhere/fonts”",
                page.Find(".field.bad .problem").TextContent.Trim(),
                StringComparison.Ordinal
            )
        );
        Assert.Equal("/nowhere/fonts", page.Find("#folder").GetAttribute("value"));
    }

    [Fact]
    public async Task TheAdministratorsChoice_IsInForceAtOnce_KeptAndWrittenDown()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = Open(given, "admin.system");
        var page = screen.Render<PrintSettingsPage>();
        page.WaitForElement("#first-Label");

        await page.Find("#first-Label").ChangeAsync(new() { Value = "霞鹜文楷" });
        await Save(page).ActAsync();
        page.WaitForAssertion(() => Assert.Contains("已保存", page.Find(".good").TextContent, StringComparison.Ordinal));

        Assert.Equal("霞鹜文楷", given.Get<FormPrinter>().Drawn("栏", FontRole.Label)[0].Font);
        Assert.Equal(
            "打印字体由默认改为黑体“霞鹜文楷”",
            await given.ReadAsync(db => db.Set<AuditEntry>().OrderByDescending(e => e.Seq).Select(e => e.Detail).FirstAsync())
        );

        // As at the next start.
        given.Get<FormPrinter>().Use(FontChoice.None);
        await given.Get<PrintSettingsService>().ApplyAsync();
        Assert.Equal("霞鹜文楷", given.Get<FormPrinter>().Drawn("栏", FontRole.Label)[0].Font);
    }

    [Theory]
    [InlineData("karuo.editor")]
    [InlineData("admin.security")]
    public async Task NobodyElse_ChangesTheFonts(string who)
    {
        await using var given = await Given.BureauAsync();
        var refused = await given.Get<PrintSettingsService>().ChooseAsync(new FontChoice("/nowhere"), given.By(who), given.Now);
        Assert.Equal(new NotThisAdministrator(Duty.SystemAdmin), refused.Problem);
        Assert.Equal(FontChoice.None, await given.Get<PrintSettingsService>().ReadAsync());
    }

    [Fact]
    public async Task WithoutAnyFont_ThePageSaysWhereItLookedAndWhatToDo()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = new Screen(given, "karuo.editor");
        using var none = new FormPrinter(new FontOptions { Folders = ["/nowhere/fonts"] });
        screen.Services.AddSingleton(none);
        screen.Services.AddSingleton(given.Get<PrintSettingsService>());
        var page = screen.Render<PrintSettingsPage>();

        page.WaitForAssertion(() =>
            Assert.Contains("已查找：/nowhere/fonts。请系统管理员安装字体", page.Find(".problem").TextContent, StringComparison.Ordinal)
        );
    }

    private static Screen Open(Given given, string who)
    {
        var screen = new Screen(given, who);
        screen.Services.AddSingleton(given.Get<FormPrinter>());
        screen.Services.AddSingleton(given.Get<PrintSettingsService>());
        return screen;
    }

    private static AngleSharp.Dom.IElement Save(IRenderedComponent<IComponent> page) => page.Find("form:has(#folder) button[type=submit]");
}
