using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Disclosure.Core;
using Disclosure.Web.Setup;
using Microsoft.Extensions.Hosting;

namespace Disclosure.Tests.Architecture;

/// <summary>Nothing runs whose failure nobody hears of.</summary>
public sealed partial class UnattendedTests
{
    // Each of them hands what its timer begins to Unattended.
    private static readonly string[] WithTimers = ["Autosave.cs", "NewsListener.cs", "Ticker.cs"];

    [Fact]
    public void NoMethodAndNoLambda_IsAsyncVoid() =>
        Assert.Empty(
            Types()
                .SelectMany(t =>
                    t.GetMethods(
                        BindingFlags.Public
                            | BindingFlags.NonPublic
                            | BindingFlags.Instance
                            | BindingFlags.Static
                            | BindingFlags.DeclaredOnly
                    )
                )
                .Where(m => m.ReturnType == typeof(void) && m.IsDefined(typeof(AsyncStateMachineAttribute), false))
                .Select(m => $"{m.DeclaringType}.{m.Name}")
        );

    [Fact]
    public void ATaskIsLetGo_InOnePlaceOnly() =>
        // The reader of PDF waits for its thread, which has a stack of its own, and hands its failure on.
        Assert.Equal(
            ["PdfContent.cs", "Unattended.cs"],
            Sources().Where(f => LetGo().IsMatch(File.ReadAllText(f))).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void WorkInTheBackground_DerivesFromTheGuardedBase() =>
        Assert.Empty(
            Types()
                .Where(t =>
                    t is { IsClass: true, IsAbstract: false }
                    && t.IsAssignableTo(typeof(IHostedService))
                    && !t.IsAssignableTo(typeof(BackgroundWork))
                )
                .Select(t => t.FullName)
        );

    [Fact]
    public void NobodyElse_RunsByATimer()
    {
        Assert.Empty(Sources().Where(f => OwnTimer().IsMatch(File.ReadAllText(f))).Select(Path.GetFileName));
        Assert.Equal(
            WithTimers,
            Sources()
                .Where(f => File.ReadAllText(f).Contains(".CreateTimer(", StringComparison.Ordinal))
                .Select(Path.GetFileName)
                .Order(StringComparer.Ordinal)
        );
    }

    private static IEnumerable<Type> Types() => typeof(CoreServices).Assembly.GetTypes().Concat(typeof(BackgroundWork).Assembly.GetTypes());

    private static IEnumerable<string> Sources() =>
        new[] { "Disclosure.Core", "Disclosure.Web" }
            .SelectMany(p => Directory.EnumerateFiles(Path.Combine(FolderTests.Root, p), "*.*", SearchOption.AllDirectories))
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal))
            .Where(f => !Generated().IsMatch(f));

    // A discard of what a call hands back without being awaited, or a continuation of its own.
    [GeneratedRegex(
        @"\b_ = (?:(?!\bawait\b)[^;])*?(Async\(|Task\.Run\(|\b(onPage|work|refresh|run|failed)\()|\.ContinueWith\(|QueueUserWorkItem|Task\.Factory\.StartNew|new Thread\("
    )]
    private static partial Regex LetGo();

    [GeneratedRegex(@"\bPeriodicTimer\b|new Timer\(|System\.Timers\b")]
    private static partial Regex OwnTimer();

    [GeneratedRegex(@"[/\\](obj|bin)[/\\]")]
    private static partial Regex Generated();
}
