using Bunit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Evidence;
using Disclosure.Tests.Support;
using Disclosure.Web.Components.Evidence;

namespace Disclosure.Tests.Web.Evidence;

public sealed class ExaminerRulesPageTests
{
    private const string Words = "[data-draft=OwnWords]";

    [Fact]
    public async Task WhatIsTyped_StandsThereAgain_UntilItIsANewVersion()
    {
        await using var given = await Given.BureauAsync();
        var by = given.By("admin.security");
        await using (var first = new Screen(given, "admin.security"))
        {
            var left = first.Render<ExaminerRulesPage>();
            left.WaitForElement(Words).Change("试验词语");
            await left.LeaveAsync();
        }
        await using var screen = new Screen(given, "admin.security");
        var page = screen.Render<ExaminerRulesPage>();
        page.WaitForAssertion(() => Assert.Equal("试验词语", page.Find(Words).GetAttribute("value")));
        await page.Find("#rule-note").ChangeAsync("按通知增加");
        await page.Find("button[type=submit]").ActAsync();

        page.WaitForAssertion(() => Assert.Contains("检查规则已保存", page.Markup, StringComparison.Ordinal));
        Assert.Equal(["试验词语"], (await given.Get<ExaminerSettingsService>().CurrentAsync()).Settings.OwnWords);
        Assert.Null(await given.Get<FormDraftService>().FindAsync("examiner-rules", by, given.Now));
    }

    [Fact]
    public async Task WhoeverOnlyReads_FindsEveryFieldShut()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = new Screen(given, "gongye.editor");
        var page = screen.Render<ExaminerRulesPage>();
        page.WaitForElement(Words);

        Assert.All(page.FindAll("input, textarea"), field => Assert.True(field.HasAttribute("disabled")));
        Assert.Empty(page.FindAll("button[type=submit]"));
    }
}
