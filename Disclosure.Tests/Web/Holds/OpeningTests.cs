using Bunit;
using Disclosure.Core.Approval;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Disclosure.Web.Components.Holds;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Web.Holds;

public sealed class OpeningTests
{
    [Theory]
    [InlineData(HoldKind.Declassification)]
    [InlineData(HoldKind.Postponement)]
    [InlineData(HoldKind.Referral)]
    [InlineData(HoldKind.Redaction)]
    public async Task AnAnswerThatLeadsToAHold_GreysTheButton_AndOpensIt(HoldKind kind)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section");
        var (criterion, answers) = HoldScreen.LeadingTo(kind);
        await given.TypedAsync(id, "gongye.head", answers);
        await using var screen = new Screen(given, "gongye.head");
        var page = screen.Item(id);

        Assert.True(page.Button("同意").HasAttribute("disabled"));
        var refused = await given.DoAsync(id, "gongye.head", MoveKind.Approve, c => c with { Answers = answers });
        Assert.Contains(refused.Problem!.Text, page.Find("#why").TextContent, StringComparison.Ordinal);
        page.Button($"暂停：{kind.Name()}…").Click();
        Assert.Contains(kind.WhatHappens(), page.Find("[data-reason]").TextContent, StringComparison.Ordinal);
        Assert.Equal(HoldWords.Reason(kind, criterion, answers), page.Find(".opinion textarea").GetAttribute("value"));
        if (kind == HoldKind.Postponement)
        {
            page.FindAll("[data-reason] textarea")[1].Change("等待批复，期间不对外提供。");
        }
        await page.Button("确认暂停").ActAsync();

        page.Says($"办结“{kind.Name()}”");
        var hold = await given.OpenHoldAsync(id);
        Assert.Equal((kind, criterion), (hold.Kind, hold.Criterion));
        Assert.Equal(kind == HoldKind.Redaction ? ItemState.Returned : ItemState.Held, (await given.SubmissionAsync(id)).State);
    }

    [Fact]
    public async Task Postponing_NeedsMeasures_AndKeepsWhatWasTyped()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        await given.TypedAsync(id, "office.1", Given.AllNo, OfficeFinding.Postpone);
        await using (var screen = new Screen(given, "office.1"))
        {
            var page = screen.Item(id);
            Assert.Contains(new HoldNeeded(HoldKind.Postponement, "").Text, page.Find("#why").TextContent, StringComparison.Ordinal);
            page.Find("[data-hold]").Click();
            page.Find(".opinion textarea").Change("等市委审定。");
            await page.Button("确认暂停").ActAsync();
            page.Says(new HoldIncomplete(HoldKind.Postponement, ["暂缓期间的措施"]).Text);
            given.Wait(TimeSpan.FromSeconds(1));
            page.WaitForAssertion(() =>
                Assert.Contains("等市委审定。", given.CaseTypedAsync(id).GetAwaiter().GetResult(), StringComparison.Ordinal)
            );
        }

        await using var again = new Screen(given, "office.1");
        var later = again.Item(id);
        later.Find("[data-hold]").Click();
        Assert.Equal("等市委审定。", later.Find(".opinion textarea").GetAttribute("value"));
    }

    [Fact]
    public async Task ASecretPart_IsErasedOnlyAfterASecondConfirmation()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, body: "原件里的一句话");
        await given.WalkAsync(id, "office");
        await given.TypedAsync(id, "office.1", Given.AllNo, OfficeFinding.DiscloseInPart);
        await using var screen = new Screen(given, "office.1");
        var page = screen.Item(id);
        page.Find("[data-hold]").Click();
        page.Find($"input[value={RedactedMatter.StateSecret}]").Change(true);

        page.Button("清除原件并暂停…").Click();
        Assert.Contains("不可恢复", page.Find("[data-asks]").TextContent, StringComparison.Ordinal);
        Assert.True(await given.StoreHoldsAsync("原件里的一句话"));
        await page.Button("确认清除原件并暂停").ActAsync();

        page.Says("稿件回到编辑人员手中");
        Assert.False(await given.StoreHoldsAsync("原件里的一句话"));
    }

    [Fact]
    public async Task Withholding_AsksGroundAndBasis_AndStateSecretIsNone()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        await given.TypedAsync(id, "office.1", Given.AllNo);
        await using var screen = new Screen(given, "office.1");
        var page = screen.Item(id);

        page.Find($"input[value={OfficeFinding.Withhold}]").Change("on");
        Assert.True(page.Find($"input[value={WithholdingGround.StateSecret}]").HasAttribute("disabled"));
        Assert.Contains(new StateSecretIsNoGround().Text, page.Markup, StringComparison.Ordinal);
        page.Find($"input[value={WithholdingGround.TradeSecret}]").Change("on");
        Assert.Equal(WithholdingGrounds.Find(WithholdingGround.TradeSecret).Basis, page.Find("[data-basis]").GetAttribute("value"));
        page.Find($"input[value={OfficeFinding.Disclose}]").Change("on");
        Assert.Equal("", page.Find("[data-basis]").GetAttribute("value"));
        page.Find($"input[value={OfficeFinding.Withhold}]").Change("on");
        await page.Button("同意").ActAsync();

        page.Says("分管领导审核签字");
        Assert.Equal(WithholdingGround.TradeSecret, (await given.SignaturesAsync(id))[^1].Particulars.Ground);
    }

    [Fact]
    public async Task ADraftThatIsNotForDisclosure_LeavesTheOfficeNothingElse()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(
            RouteCodes.City,
            "office",
            c =>
                (c.Attribute, c.Ground, c.LegalBasis) = (
                    DisclosureAttribute.Withheld,
                    WithholdingGround.PersonalPrivacy,
                    "条例第十五条，住户资料"
                )
        );
        await using var screen = new Screen(given, "office.1");
        var page = screen.Item(id);

        Assert.True(page.Find($"input[value={OfficeFinding.Withhold}]").HasAttribute("checked"));
        Assert.All(
            page.FindAll("input[name=finding]").Where(i => i.GetAttribute("value") != nameof(OfficeFinding.Withhold)),
            i => Assert.True(i.HasAttribute("disabled"))
        );
        Assert.True(page.Find($"input[value={WithholdingGround.PersonalPrivacy}]").HasAttribute("checked"));
        Assert.Equal("条例第十五条，住户资料", page.Find("[data-basis]").GetAttribute("value"));
        Assert.Contains(new AttributeSaysWithhold().Text, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheDeputy_ConfirmsWithPassword_OrSendsBack()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        Given.Must(
            await given.DoAsync(
                id,
                "office.1",
                MoveKind.Approve,
                c => c with { Finding = OfficeFinding.Withhold, Ground = WithholdingGround.TradeSecret, FindingBasis = "条例第十五条" }
            )
        );
        await using var screen = new Screen(given, "deputy");
        var page = screen.Item(id);

        Assert.Contains("A9（二）商业秘密；依据：条例第十五条", page.Find("[data-proposal]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.FindAll("button"), b => b.TextContent.Trim() == "同意");
        Assert.NotNull(page.Button("退回…"));
        page.Button("确认不予公开…").Click();
        Assert.Equal("同意办公室结论，不予公开。", page.Find(".opinion textarea").GetAttribute("value"));
        await page.Button("确认不予公开").ActAsync();
        page.Says(new PasswordNeeded().Text);
        page.Find("input[type=password]").Change(Given.Password);
        await page.Button("确认不予公开").ActAsync();

        page.WaitForAssertion(() => Assert.Contains("state-declined", page.Markup, StringComparison.Ordinal));
        Assert.Equal(ItemState.Declined, (await given.SubmissionAsync(id)).State);
    }

    [Fact]
    public async Task AHeldItem_SaysWhatItWaitsForAndSinceWhen_AndLeadsToItsHold()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        Given.Must(await given.HoldAsync(id, "office.1", HoldKind.Referral, "", Given.AllNo, finding: OfficeFinding.Refer));
        var hold = await given.OpenHoldAsync(id);
        await using var reader = new Screen(given, "gongye.editor");
        Assert.NotNull(reader.Item(id).Find($".decision a[href='/holds/{hold.Id}']"));
        Assert.DoesNotContain("恢复办理</a>", reader.Item(id).Markup, StringComparison.Ordinal);
        await using var office = new Screen(given, "office.2");
        var page = office.Item(id);

        Assert.Contains("登记材料／恢复办理", page.Find(".decision").TextContent, StringComparison.Ordinal);
        Assert.Contains("还剩 10 个工作日", page.Find(".item-facts").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.FindAll("button"), b => b.TextContent.Trim() == "同意");
    }
}

internal static class TypedStore
{
    /// <summary>What is kept of anybody's typing at the item.</summary>
    public static Task<string> CaseTypedAsync(this Given given, int id) =>
        given.ReadAsync(async db =>
            string.Concat(await db.DecisionDrafts.Where(d => d.SubmissionId == id).Select(d => d.Json).ToListAsync())
        );
}
