using Disclosure.Core.Publication;
using Disclosure.Core.Reminders;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Publication;

/// <summary>What the modules after approval put into the office's week.</summary>
public sealed class WeekAfterTests
{
    [Fact]
    public async Task Week_NamesWhatCameDownUnsigned_WhatMustComeDown_AndWhatLacksItsInterpretation()
    {
        await using var given = await Given.BureauAsync();
        var notice = await given.PublishedAsync(
            RouteCodes.City,
            c =>
            {
                (c.Kind, c.DecisionNumber, c.CreditCode) = (ItemKind.DiscreditedList, "昌统罚〔2026〕1号", "91350100M000100Y43");
                (c.NoticeFrom, c.NoticeUntil) = (given.Today, given.Today.AddDays(3));
            }
        );
        var secret = await given.PublishedAsync();
        Given.Must(
            await given
                .Get<AmendmentService>()
                .TakeDownNowAsync(secret, "须立即撤下", await given.StandingAsync(secret), Guid.NewGuid(), given.By("office.1"), given.Now)
        );
        var document = await given.DraftAsync(RouteCodes.City, c => c.Kind = ItemKind.PolicyDocument);
        var interpretation = await given.DraftAsync(
            RouteCodes.City,
            c => (c.Kind, c.LinkedItemId, c.FirstInterpreter) = (ItemKind.Interpretation, document, "局主要领导")
        );
        await given.EditAsync(document, "gongye.editor", c => c.LinkedItemId = interpretation);
        await given.WalkAsync(interpretation, "platform");
        await given.WalkAsync(document, "none");

        var week = (await given.Get<WeekQueries>().ReadAsync(given.By("office.1"), given.Now))!;

        Assert.Equal($"/items/{secret}", Assert.Single(week.Late, r => r.Kind == "紧急下线待补签").Link);
        Assert.DoesNotContain("规模以上工业", Assert.Single(week.Late, r => r.Kind == "紧急下线待补签").What, StringComparison.Ordinal);
        Assert.Equal($"/items/{notice}", Assert.Single(week.Coming, r => r.Kind == "公示期满").Link);
        Assert.Equal("工业能源科", Assert.Single(week.Coming, r => r.Kind == "解读到期").Who);
        given.Wait(TimeSpan.FromDays(6));
        week = (await given.Get<WeekQueries>().ReadAsync(given.By("office.1"), given.Now))!;
        Assert.Equal(
            ["公示期满未下线", "解读超期"],
            week.Late.Select(r => r.Kind)
                .Where(k => k.StartsWith("公示", StringComparison.Ordinal) || k.StartsWith("解读", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        );
    }
}
