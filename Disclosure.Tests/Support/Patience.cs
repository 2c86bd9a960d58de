using System.Runtime.CompilerServices;
using Bunit;
using Microsoft.Playwright;

namespace Disclosure.Tests.Support;

/// <summary>
/// How long a test waits for a page that is on its way. Only a test that fails waits so long; the libraries' own 1 s and 5 s
/// are too short for a machine of two cores on which the rest of the suite runs beside it.
/// </summary>
internal static class Patience
{
    public static readonly TimeSpan Usual = TimeSpan.FromSeconds(30);

    [ModuleInitializer]
    internal static void Set()
    {
        BunitContext.DefaultWaitTimeout = Usual;
        Assertions.SetDefaultExpectTimeout((float)Usual.TotalMilliseconds);
    }
}
