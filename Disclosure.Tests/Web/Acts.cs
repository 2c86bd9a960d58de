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

    /// <summary>Names and values of the fields in a panel, as <c>screen.js</c> reads them.</summary>
    public static Dictionary<string, string> Read(IElement panel)
    {
        var values = new Dictionary<string, string>();
        foreach (var field in panel.QuerySelectorAll("[data-draft]"))
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

    private static string Chosen(IElement select) =>
        select.GetAttribute("value") ?? (select.QuerySelector("option[selected]") ?? select.QuerySelector("option"))?.GetAttribute("value") ?? "";
}
