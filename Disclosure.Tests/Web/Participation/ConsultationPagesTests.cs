using Bunit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Participation;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Disclosure.Web.Components.Participation;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Tests.Web.Participation;

public sealed class ConsultationPagesTests
{
    [Fact]
    public async Task AConsultation_IsBegunReceivedAndDecidedOnItsPage()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = new Screen(given, "gongye.editor");
        var list = screen.Render<ConsultationsPage>();
        list.FindAll("button").Single(b => b.TextContent == "登记征集…").Click();
        await list.Find("#c-title").ChangeAsync("征求对方案的意见");
        await list.Find("#c-text").ChangeAsync("请提意见。");
        await list.FindAll("button").Single(b => b.TextContent == "保存").ActAsync();
        list.WaitForAssertion(() =>
            Assert.EndsWith("/consultations/1", screen.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal)
        );

        var page = screen.Render<ConsultationPage>(p => p.Add(x => x.Id, 1));
        await page.Find("#f-text").ChangeAsync("建议减少报表");
        await page.FindAll("button").Single(b => b.TextContent == "登记").ActAsync();
        page.WaitForAssertion(() => Assert.Contains("建议减少报表", page.Find("table.papers").TextContent, StringComparison.Ordinal));
        page.FindAll("button").Single(b => b.TextContent == "处理…").Click();
        page.FindAll("input[type=radio]")[2].Change(true);
        await page.FindAll("button").Single(b => b.TextContent == "保存").ActAsync();
        page.WaitForAssertion(() => Assert.Contains(new DecisionNeedsReason().Text, Screen.Words(page), StringComparison.Ordinal));
        await using var other = new Screen(given, "nongmu.head");
        Assert.DoesNotContain(
            other.Render<ConsultationPage>(p => p.Add(x => x.Id, 1)).FindAll("button"),
            b => b.Closest(".export") is null
        );
    }

    [Fact]
    public async Task WhatWasTypedIntoANewConsultation_StandsThereAgain_UntilItIsSent()
    {
        await using var given = await Given.BureauAsync();
        await using var first = new Screen(given, "office.1");
        var left = first.Render<ConsultationsPage>();
        left.FindAll("button").Single(b => b.TextContent == "登记征集…").Click();
        await left.Find("#c-title").ChangeAsync("征求对方案的意见");
        await left.Find("#c-until").ChangeAsync("2026-12-24");
        await left.Find("#c-unit").ChangeAsync($"{await given.UnitIdAsync("nongmu")}");
        await left.LeaveAsync();

        await using var again = new Screen(given, "office.1");
        var page = again.Render<ConsultationsPage>();
        Assert.Equal(
            ("征求对方案的意见", "2026-12-24", $"{await given.UnitIdAsync("nongmu")}"),
            (Value(page, "#c-title"), Value(page, "#c-until"), Value(page, "#c-unit"))
        );
        page.HoldsEveryField();
        await page.Find("#c-text").ChangeAsync("请提意见。");
        await page.FindAll("button").Single(b => b.TextContent == "保存").ActAsync();
        Assert.Null(await given.Get<FormDraftService>().FindAsync("consultations/new", given.By("office.1"), given.Now));
    }

    [Fact]
    public async Task AnOpinionThatWasEntered_LeavesTheFormEmptyForTheNext_AndADayIsAskedFor()
    {
        await using var given = await Given.BureauAsync();
        var until = given.Today.AddDays(30);
        var draft = new ConsultationDraft("征求意见", "请提意见。", given.Today, until, await given.UnitIdAsync("gongye"), Channel.Website);
        Given.Must(await given.Get<ConsultationService>().BeginAsync(draft, Guid.NewGuid(), given.By("gongye.editor"), given.Now));
        await using var screen = new Screen(given, "gongye.editor");
        var page = screen.Render<ConsultationPage>(p => p.Add(x => x.Id, 1));
        await page.Find("#f-text").ChangeAsync("建议减少报表");
        await page.Find("#f-on").ChangeAsync("");
        await page.FindAll("button").Single(b => b.TextContent == "登记").ActAsync();
        Assert.Equal("请填写日期。", page.Find("#f-on-wrong").TextContent.Trim());
        await page.Find("#f-on").ChangeAsync($"{given.Today:yyyy-MM-dd}");
        await page.FindAll("button").Single(b => b.TextContent == "登记").ActAsync();
        Assert.Contains("意见已登记", Screen.Words(page), StringComparison.Ordinal);
        Assert.Equal("", Value(page, "#f-text"));
        await page.LeaveAsync();
        Assert.Empty(await given.Get<FormDraftService>().LeftAsync("consultations/", given.By("gongye.editor"), given.Now));
    }

    private static string? Value(IRenderedComponent<IComponent> page, string field) => page.Find(field).GetAttribute("value");
}
