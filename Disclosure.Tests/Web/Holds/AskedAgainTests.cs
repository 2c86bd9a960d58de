using Bunit;
using Disclosure.Core.Review;
using Disclosure.Tests.Support;
using Disclosure.Web.Components.Holds;
using Disclosure.Web.Components.Shared;

namespace Disclosure.Tests.Web.Holds;

/// <summary>What erases is asked for by what the server knows, not by the button that a slow line still shows.</summary>
public sealed class AskedAgainTests
{
    [Fact]
    public async Task AClickThatLeftBeforeTheQuestionWasDrawn_OnlyAsks()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = new Screen(given, "office.1");
        var (typed, confirmed) = (new TypedHold(), 0);
        typed.Choose(HoldKind.Redaction, Criteria.OtherReasons, []);
        var form = screen.Render<HoldForm>(p => p.Add(h => h.Typed, typed).Add(h => h.OnConfirm, (ActEventArgs _) => confirmed++));

        // The tick has arrived, the drawing that asks has not reached the screen.
        typed.Matters = [RedactedMatter.StateSecret];
        await form.FindAll("button").Single(b => b.TextContent == "确认暂停").ActAsync();

        Assert.Equal(0, confirmed);
        Assert.NotEmpty(form.FindAll("[data-asks]"));
        await form.FindAll("button").Single(b => b.TextContent == "确认清除原件并暂停").ActAsync();
        Assert.Equal(1, confirmed);
    }
}
