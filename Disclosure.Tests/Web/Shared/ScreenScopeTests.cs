using Bunit;
using Disclosure.Core.Approval;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Disclosure.Tests.Web.Review;
using Disclosure.Tests.Web.Submissions;
using Disclosure.Web.Components.Shared;

namespace Disclosure.Tests.Web.Shared;

/// <summary>What is decided is what the screen showed (record.md, point 2).</summary>
[Slow]
public sealed class ScreenScopeTests
{
    [Fact]
    public async Task WhatTheServerNeverReceived_IsNotSigned_AndBothAreShown()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section");
        await using var reviewer = new ReviewScreen(given, id, "gongye.head");
        reviewer.SayNoElsewhere();
        reviewer.Page.Find(".opinion textarea").Change("同意送审。");

        await reviewer
            .Page.Find("[data-sign]")
            .ActAsync(shown =>
            {
                shown["opinion"] = "同意送审。第三段须核对。";
                shown[Criteria.Internal] = "yes";
            });

        var told = reviewer.Page.Find("[data-differs]").TextContent;
        Assert.Contains("屏幕上有 2 处内容与系统收到的不同，没有办理", told, StringComparison.Ordinal);
        Assert.Contains("同意送审。第三段须核对。", told, StringComparison.Ordinal);
        Assert.Equal("section", (await given.SubmissionAsync(id)).Step);
        Assert.Contains(reviewer.Browser.Invocations, i => i.Identifier == "disclosureScreen.tellAgain");

        // Sent again, it agrees and is signed as it stands.
        reviewer.Page.Find(".opinion textarea").Change("同意送审。第三段须核对。");
        await reviewer.SignsToAsync("office");
        Assert.Empty(reviewer.Page.FindAll("[data-differs]"));
    }

    [Fact]
    public async Task AnActThatDoesNotSayWhatTheScreenShows_IsRefused()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section");
        await using var reviewer = new ReviewScreen(given, id, "gongye.head");
        reviewer.SayNoElsewhere();

        await reviewer.Page.Find("[data-sign]").TriggerEventAsync("onact", new ActEventArgs());

        Assert.Contains(new ScreenDiffers([]).Text, reviewer.Page.Markup, StringComparison.Ordinal);
        Assert.Equal("section", (await given.SubmissionAsync(id)).Step);
    }

    [Fact]
    public async Task AChoiceThatDiffers_IsShownInWords()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.County, "county-chief");
        await using var reviewer = new ReviewScreen(given, id, "karuo.chief");
        reviewer.Choose("county-choice", CountyChoice.IntranetOnly);

        await reviewer.Page.Find("[data-sign]").ActAsync(shown => shown["county-choice"] = nameof(CountyChoice.Refused));

        Assert.Equal(
            ["县区意见", CountyChoice.Refused.Name(), CountyChoice.IntranetOnly.Name()],
            reviewer.Page.FindAll("[data-differs] tbody tr > *").Select(c => c.TextContent.Trim())
        );
        var sent = reviewer.Browser.Invocations["disclosureScreen.tellAgain"].Single();
        Assert.Equal(nameof(CountyChoice.IntranetOnly), Assert.IsType<Dictionary<string, string>>(sent.Arguments[1])["county-choice"]);
    }

    [Fact]
    public async Task WhatTheBrowserDidNotHear_IsToldAgain()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section");
        await using var reviewer = new ReviewScreen(given, id, "gongye.head");
        reviewer.Browser.SetupVoid("disclosureScreen.known", _ => true).SetException(new TaskCanceledException());
        reviewer.Page.Find(".opinion textarea").Change("同意送审。");
        reviewer.Page.WaitForAssertion(() => Assert.Single(Told()));

        given.Wait(ScreenScope.Again);
        reviewer.Page.WaitForAssertion(() => Assert.Equal(2, Told().Count()));
        reviewer.Browser.SetupVoid("disclosureScreen.known", _ => true).SetVoidResult();
        given.Wait(ScreenScope.Again);
        reviewer.Page.WaitForAssertion(() => Assert.Equal(3, Told().Count()));
        given.Wait(ScreenScope.Again * 3);
        Assert.All(
            Told(),
            t => Assert.Equal("同意送审。", Assert.IsAssignableFrom<IReadOnlyDictionary<string, string>>(t.Arguments[1])["opinion"])
        );
        Assert.Equal(3, Told().Count());

        IEnumerable<JSRuntimeInvocation> Told() => reviewer.Browser.Invocations.Where(i => i.Identifier == "disclosureScreen.known");
    }

    [Theory]
    [InlineData(RouteCodes.County, "county-chief", "karuo.chief")]
    [InlineData(RouteCodes.County, "receipt", "gongye.editor")]
    [InlineData(RouteCodes.County, "section", "gongye.head")]
    [InlineData(RouteCodes.City, "office", "office.1")]
    [InlineData(RouteCodes.City, "deputy", "deputy")]
    public async Task EveryFieldOfADecision_IsHeldAgainstTheScreen(string route, string step, string who)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(route, step);
        await using var reviewer = new ReviewScreen(given, id, who);
        reviewer.Page.HoldsEveryField();
        for (var place = 1; reviewer.Page.FindAll("[data-answer]").Count > 0 && place <= 5; place++)
        {
            reviewer.Say(place, yes: true);
        }
        foreach (var choice in (string[])["finding", "ground", "way", "worth", "county-choice"])
        {
            if (reviewer.Page.FindAll($"input[name={choice}]:not([disabled])") is [.., var last])
            {
                last.Change("on");
            }
        }
        reviewer.Page.HoldsEveryField();
        if (reviewer.Page.FindAll("button").FirstOrDefault(b => b.TextContent == "退回…" && !b.HasAttribute("disabled")) is { } back)
        {
            back.Click();
            reviewer.Page.HoldsEveryField();
        }
    }

    [Fact]
    public async Task EveryFieldOfTheForm_IsHeldAgainstTheScreen()
    {
        await using var bench = await FormBench.OpenAsync();
        var form = bench.Edit(await bench.BegunAsync("karuo.bianji"), "karuo.bianji");
        form.HoldsEveryField();
        foreach (var kind in Enum.GetValues<ItemKind>())
        {
            form.Find("#field-Kind").Change(kind.ToString());
            form.HoldsEveryField();
        }
        foreach (var criterion in Criteria.All)
        {
            form.Find($"input[name='{criterion.Code}'][value=Y]").Change("Y");
        }
        form.FindAll("button").First(b => b.TextContent == "添加其他作者").Click();
        form.HoldsEveryField();
    }
}
