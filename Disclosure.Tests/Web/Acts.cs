using AngleSharp.Dom;
using Bunit;
using Disclosure.Web.Components.Shared;

namespace Disclosure.Tests.Web;

/// <summary>Clicks that decide, as a browser sends them: with everything that the panel around them shows.</summary>
public static class Acts
{
    /// <summary>Clicks and waits until the page has dealt with it.</summary>
    /// <param name="change">What the browser shows otherwise than the page was drawn.</param>
    public static Task ActAsync(this IElement button, Action<Dictionary<string, string>>? change = null)
    {
        var shown = button.Closest("[data-screen]") is { } panel ? Read(panel) : null;
        change?.Invoke(shown!);
        return button.TriggerEventAsync("onact", new ActEventArgs { OnScreen = shown });
    }

    /// <summary>Clicks.</summary>
    public static void Act(this IElement button) => _ = button.ActAsync();

    /// <summary>Leaves a page and every form on it, as whoever goes on to another one does.</summary>
    public static async Task LeaveAsync(this IRenderedComponent<Microsoft.AspNetCore.Components.IComponent> page)
    {
        foreach (var form in page.FindComponents<KeptFormScope>())
        {
            await page.InvokeAsync(() => form.Instance.DisposeAsync().AsTask());
        }
    }

    /// <summary>
    /// Every field that a browser would report is known to its panel, as drawn it agrees, and no box stands outside of what is reported.
    /// </summary>
    public static void HoldsEveryField(this IRenderedComponent<Microsoft.AspNetCore.Components.IComponent> page)
    {
        var scopes = page.FindComponents<ScreenScope>();
        Assert.NotEmpty(scopes);
        foreach (var scope in scopes)
        {
            var panel = scope.Find("[data-screen]");
            var shown = Read(panel);
            Assert.Equal(shown.Keys.Order(), scope.Instance.Fields.Names.Order());
            Assert.Null(scope.Instance.Fields.DiffersFrom(shown));
            Assert.Empty(
                panel
                    .QuerySelectorAll("input:not([data-draft], [type=file], [type=password], [type=search]), textarea:not([data-draft])")
                    .Select(e => e.OuterHtml)
            );
            Assert.Empty(panel.QuerySelectorAll("select:not([data-draft], [data-offers], [aria-label^=添加])").Select(e => e.OuterHtml));
        }
    }

    /// <summary>Names and values of the fields in a panel, as <c>screen.js</c> reads them.</summary>
    public static Dictionary<string, string> Read(IElement panel)
    {
        var values = new Dictionary<string, string>();
        // A panel inside a panel answers for its own fields.
        var inner = panel.QuerySelectorAll(":scope [data-screen] [data-draft]");
        foreach (var field in panel.QuerySelectorAll("[data-draft]").Except(inner))
        {
            var (name, value) = (field.GetAttribute("data-draft")!, field.GetAttribute("value") ?? "");
            switch (field.GetAttribute("type"))
            {
                case "radio":
                    values[name] = field.HasAttribute("checked") ? value : values.GetValueOrDefault(name, "");
                    break;
                case "checkbox":
                    values[$"{name}:{value}"] = field.HasAttribute("checked") ? "true" : "false";
                    break;
                default:
                    values[name] = field.LocalName == "select" ? Chosen(field) : value;
                    break;
            }
        }
        return values;
    }

    // A browser chooses among the options there are; a value that none of them bears chooses none.
    private static string Chosen(IElement select)
    {
        var options = select.QuerySelectorAll("option").Select(o => o.GetAttribute("value") ?? "").ToList();
        return select.GetAttribute("value") is { } bound
            ? options.Contains(bound)
                ? bound
                : ""
            : (select.QuerySelector("option[selected]") ?? select.QuerySelector("option"))?.GetAttribute("value") ?? "";
    }
}
