using AngleSharp.Dom;
using Bunit;
using Disclosure.Core.Review;
using Disclosure.Tests.Support;
using Disclosure.Tests.Web.Holds;
using Disclosure.Web.Components.Approval;
using Disclosure.Web.Components.Shared;

namespace Disclosure.Tests.Web.Review;

/// <summary>One reviewer in front of one item's page, by the things a hand does there.</summary>
public sealed class ReviewScreen(Given given, int id, string who) : IAsyncDisposable
{
    private readonly Screen screen = new(given, who);
    private IRenderedComponent<ItemPage>? page;

    /// <summary>The page.</summary>
    public IRenderedComponent<ItemPage> Page => page ??= screen.Item(id);

    /// <summary>What the page asked of the browser.</summary>
    public BunitJSInterop Browser => screen.JSInterop;

    /// <summary>A criterion on the page.</summary>
    public IElement Criterion(int place) => Page.Find($".checklist [data-criterion='{place}']");

    /// <summary>What stands under a criterion as its consequence.</summary>
    public string Consequence(int place) => Words(Criterion(place).QuerySelector(".leads-to")!);

    /// <summary>Labels of all that a criterion asks for now.</summary>
    public IReadOnlyList<string> Asked(int place) =>
        [.. Criterion(place).QuerySelectorAll("[data-asked] .field > .label > *").Select(l => l.TextContent.Trim())];

    /// <summary>Sentences beside the fields of a criterion.</summary>
    public IReadOnlyList<string> Reproaches(int place) =>
        [.. Criterion(place).QuerySelectorAll("[data-asked] .problem").Select(l => l.TextContent.Trim())];

    /// <summary>Answers one criterion.</summary>
    public void Say(int place, bool yes) =>
        Page.Find($".checklist [data-criterion='{place}'] [data-answer={(yes ? 'y' : 'n')}]").Change("on");

    /// <summary>否 to every criterion but those.</summary>
    public void SayNoElsewhere(params int[] but) => Enumerable.Range(1, 5).Except(but).ToList().ForEach(p => Say(p, yes: false));

    /// <summary>Chooses among the answers of a group.</summary>
    public void Choose(string group, object value) => Page.Find($"input[name='{group}'][value='{value}']").Change("on");

    /// <summary>Fills in a field.</summary>
    public void Fill(string field, string value) => Page.Find($"[data-draft='{field}']").Change(value);

    /// <summary>Lets a scan arrive, as the browser's script tells it.</summary>
    public Task ArriveAsync(Scan scan) =>
        Page.InvokeAsync(() => Page.FindComponent<ScanUpload>().Instance.ArrivedAsync(scan.Sha256, scan.Name));

    /// <summary>Opens a tab.</summary>
    public void Open(string tab)
    {
        Page.FindAll("[role=tab]").Single(t => t.TextContent.Trim() == tab).Click();
        Page.WaitForElement($".tab-page[aria-label='{tab}']");
    }

    /// <summary>The tab that stands open.</summary>
    public IElement Shown => Page.Find(".tab-page:not([hidden])");

    /// <summary>Presses 同意.</summary>
    public Task SignAsync() => Page.FindAll("button").Single(b => b.TextContent.Trim() == "同意").ActAsync();

    /// <summary>Signs and waits until the item stands at the step.</summary>
    public async Task SignsToAsync(string step)
    {
        await SignAsync();
        Page.WaitForAssertion(() => Assert.NotEmpty(Page.FindAll(".notice.good")));
        Assert.Equal(step, (await given.SubmissionAsync(id)).Step);
    }

    /// <summary>Fills in an approval by the competent body for B3-2.</summary>
    public async Task ApproveSensitiveAsync(Scan scan)
    {
        Say(2, yes: true);
        Choose("B3-2-approved", true);
        Fill("B3-2-body", "昌都市人民政府办公室");
        Fill("B3-2-number", "昌政办发〔2026〕12号");
        Fill("B3-2-day", "2026-10-08");
        await ArriveAsync(scan);
        Fill("remark-B3-2", "第二部分引用专项资料");
    }

    /// <summary>Words of an element, white space folded.</summary>
    public static string Words(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await screen.DisposeAsync();
}
