using Microsoft.JSInterop;

namespace Disclosure.Web.Components.Shared;

/// <summary>What a call into the browser may end with although the program is right.</summary>
public static class LineFaults
{
    /// <summary>
    /// True when the page has gone, the line was down longer than a call waits, or the browser's own script failed; a page must not end for
    /// it.
    /// </summary>
    public static bool IsOfTheLine(this Exception fault) => fault is JSDisconnectedException or OperationCanceledException or JSException;
}
