using AngleSharp.Dom;
using Bunit;
using Disclosure.Core.Approval;
using Disclosure.Core.Review;
using Disclosure.Tests.Support;
using Disclosure.Web.Components.Approval;
using Disclosure.Web.Components.Holds;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Tests.Web.Holds;

/// <summary>Pages that concern holds before one person, and answers that lead to each of the four.</summary>
internal static class HoldScreen
{
    /// <summary>Answers and the criterion that lead to a hold of that kind.</summary>
    public static (string Criterion, IReadOnlyList<Answer> Answers) LeadingTo(HoldKind kind) =>
        kind switch
        {
            HoldKind.Declassification => (Criteria.Marked, Given.Declassifiable),
            HoldKind.Postponement => (
                Criteria.Undecided,
                Given.With(Criteria.Undecided, a => a with { Yes = true, Remark = "计划未批准", PublicComment = false })
            ),
            HoldKind.Referral => (
                Criteria.Sensitive,
                Given.With(Criteria.Sensitive, a => a with { Yes = true, Remark = "社会稳定指标", Approved = false })
            ),
            _ => (
                Criteria.OtherReasons,
                Given.With(
                    Criteria.OtherReasons,
                    a => a with { Yes = true, Remark = "附表 2", Reason = OtherReason.Respondent, Situation = RespondentSituation.Named }
                )
            ),
        };

    /// <summary>Somebody has typed these answers at the item's step and not yet decided.</summary>
    public static async Task TypedAsync(this Given given, int id, string who, IReadOnlyList<Answer> answers, OfficeFinding? finding = null)
    {
        var item = await given.SubmissionAsync(id);
        Given.Must(
            await given
                .Get<TypingService>()
                .SaveAsync(
                    id,
                    item.Step,
                    item.Round,
                    new TypedDecision { Answers = answers, Finding = finding }.ToJson(),
                    given.By(who),
                    given.Now
                )
        );
    }

    /// <summary>The item's page.</summary>
    public static IRenderedComponent<ItemPage> Item(this Screen screen, int id)
    {
        var page = screen.Render<ItemPage>(p => p.Add(x => x.Id, id));
        // The text is read beside the circuit; a hand that clicks sooner would do so between two drawings.
        page.WaitForElement("[data-read=true], .sheet");
        // And what drew it is over once the circuit takes the next thing.
        page.InvokeAsync(() => { }).GetAwaiter().GetResult();
        return page;
    }

    /// <summary>The page of the item's open hold.</summary>
    public static async Task<IRenderedComponent<HoldPage>> HoldAsync(this Screen screen, Given given, int id)
    {
        var hold = await given.OpenHoldAsync(id);
        return screen.Render<HoldPage>(p => p.Add(x => x.Id, hold.Id));
    }

    /// <summary>The button with that name.</summary>
    public static IElement Button<T>(this IRenderedComponent<T> page, string name)
        where T : IComponent => page.FindAll("button").Single(b => b.TextContent.Trim() == name);

    /// <summary>Waits until the page says it.</summary>
    public static void Says<T>(this IRenderedComponent<T> page, string words)
        where T : IComponent => page.WaitForAssertion(() => Assert.Contains(words, page.Markup, StringComparison.Ordinal));
}
