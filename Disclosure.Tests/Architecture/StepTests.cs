using System.Text.RegularExpressions;
using Disclosure.Core.Approval;
using Disclosure.Core.Submissions;

namespace Disclosure.Tests.Architecture;

/// <summary>What a step asks, may do, prints and says is data of the step: nobody else knows a step by its code.</summary>
public sealed partial class StepTests
{
    [Fact]
    public void Steps_AreKnownByCode_ByTheRoutesAndTheDemonstrationOnly()
    {
        var code = new Regex(
            $"\"({string.Join('|', ApprovalRoutes.All.SelectMany(r => r.Steps).Select(s => Regex.Escape(s.Code)).Distinct())})\""
        );
        var wrong =
            from folder in new[] { "Disclosure.Core", "Disclosure.Web" }
            from file in Directory.EnumerateFiles(Path.Combine(FolderTests.Root, folder), "*.*", SearchOption.AllDirectories)
            where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal)
            let name = Path.GetRelativePath(FolderTests.Root, file).Replace('\\', '/')
            where !Elsewhere().IsMatch(name)
            from line in File.ReadLines(file)
            where
                code.IsMatch(line)
                && !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
                && !Words.Any(w => line.Contains(w, StringComparison.Ordinal))
            select $"{name}: {line.Trim()}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void EveryRoute_BeginsWithItsEditor_AndEndsAtThePlatform()
    {
        foreach (var route in ApprovalRoutes.All)
        {
            Assert.Equal((RouteCodes.Editor, RouteCodes.Platform), (route.Steps[0].Code, route.Steps[^1].Code));
            Assert.Single(route.Steps, s => s.AsksFinding);
            Assert.Equal(route.IsCounty, route.Steps.Any(s => s.AsksCountyChoice));
            Assert.Equal(route.IsCounty, route.Steps.Any(s => s.Receives));
        }
    }

    [Fact]
    public void EveryStep_ThatSignsIsPrinted_AndEveryReviewHasItsColumn()
    {
        var steps = ApprovalRoutes.All.SelectMany(r => r.Steps).ToList();
        Assert.All(steps, s => Assert.Equal(!s.Receives, s.Box is { Responsibility.Length: > 0 }));
        Assert.All(steps, s => Assert.Equal(!s.Receives, s.ChangeBox is { Responsibility.Length: > 0 }));
        Assert.All(steps, s => Assert.Equal(s.Review is null, s.ReviewBox is null));
    }

    // The page of the platform, a variable and a heading bear the same word; the two fixed codes are named once.
    private static readonly string[] Words =
    [
        "new(\"platform\"",
        "is \"\" or \"platform\"",
        "MayDecide=\"office\"",
        "public const string",
    ];

    [GeneratedRegex(@"(^|/)(obj|bin|Migrations|Demonstration)/|ApprovalRoutes\.cs$")]
    private static partial Regex Elsewhere();
}
