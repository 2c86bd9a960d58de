using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Shared;

/// <summary>A click that decides something, with everything that the browser showed in the fields around it at that moment.</summary>
public sealed class ActEventArgs : EventArgs
{
    /// <summary>Value of each field by its name, as <c>screen.js</c> reads it; null where the script did not run.</summary>
    public Dictionary<string, string>? OnScreen { get; set; }
}

/// <summary>Events of our own, as Razor knows them: <c>@onact</c> is a click that brings along what stands on the screen.</summary>
[EventHandler("onact", typeof(ActEventArgs), enableStopPropagation: true, enablePreventDefault: true)]
public static class EventHandlers;
