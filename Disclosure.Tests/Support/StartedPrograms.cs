using System.Runtime.CompilerServices;

namespace Disclosure.Tests.Support;

/// <summary>What every program that a test starts is told.</summary>
internal static class StartedPrograms
{
    [ModuleInitializer]
    internal static void Set() =>
        // It is ended before what a profile teaches the compiler pays for gathering it.
        Environment.SetEnvironmentVariable("DOTNET_TieredPGO", "0");
}
