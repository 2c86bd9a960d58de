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
            SourceCode.All().Where(f => LetGo().IsMatch(f.Text)).Select(f => Path.GetFileName(f.Name)).Order(StringComparer.Ordinal)
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
        Assert.Empty(SourceCode.All().Where(f => OwnTimer().IsMatch(f.Text)).Select(f => f.Name));
        Assert.Equal(
            WithTimers,
            SourceCode
                .All()
                .Where(f => f.Text.Contains(".CreateTimer(", StringComparison.Ordinal))
                .Select(f => Path.GetFileName(f.Name))
                .Order(StringComparer.Ordinal)
        );
    }

    private static IEnumerable<Type> Types() => typeof(CoreServices).Assembly.GetTypes().Concat(typeof(BackgroundWork).Assembly.GetTypes());

    [Theory]
    [InlineData("_ = InvokeAsync(ReadAsync);", true)]
    [InlineData("_ =\n    InvokeAsync(ReadAsync);", true)]
    [InlineData("_ = Task\n    .Run(Draw);", true)]
    [InlineData("Draw()\n    .ContinueWith(Log);", true)]
    [InlineData("_ = (\n    await SweepAsync()\n).Value;", false)]
    public void ATaskLetGo_IsKnownWhenItIsSeen(string code, bool letGo) => Assert.Equal(letGo, LetGo().IsMatch(SourceCode.Flat(code)));

    // A discard of what a call hands back without being awaited, or a continuation of its own.
    [GeneratedRegex(
        @"\b_ = (?:(?!\bawait\b)[^;])*?(Async\(|Task\.Run\(|\b(onPage|work|refresh|run|failed)\()|\.ContinueWith\(|QueueUserWorkItem|Task\.Factory\.StartNew|new Thread\("
    )]
    private static partial Regex LetGo();

    [GeneratedRegex(@"\bPeriodicTimer\b|new Timer\(|System\.Timers\b")]
    private static partial Regex OwnTimer();
}
