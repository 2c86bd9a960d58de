using System.Globalization;
using System.Text.RegularExpressions;

namespace Disclosure.Tests.Architecture;

/// <summary>A limit of the law stands in DueDates.cs and a fact that is asked for in a column.</summary>
public sealed partial class OnePlaceTests
{
    // Each with what its numbers are, since they are no limits; a name more here needs as good a reason.
    private static readonly Dictionary<string, string> NoLimits = new()
    {
        ["Deadlines/DueDates.cs"] = "is the place",
        ["Forms/ListSamples.cs"] = "days of invented rows",
        ["Reminders/WeekQueries.cs"] = "a week has seven days",
        ["Obligations/ReleasesPage.razor.cs"] = "weeks of a month as they are drawn",
        ["Setup/Background.cs"] = "how often the program clears up, and after how long an upload is given up",
        ["Store/CommandReceipt.cs"] = "how long a repeated click is known again",
    };

    [Fact]
    public void EveryLimit_IsAskedByItsNameInDueDates()
    {
        var wrong = SourceCode
            .All()
            .Where(f =>
                !f.Name.Contains("/Demonstration/", StringComparison.Ordinal)
                && !NoLimits.Keys.Any(n => f.Name.EndsWith(n, StringComparison.Ordinal))
            )
            .SelectMany(f => Limits(f.Text).Select(l => $"{f.Name}: {l}"));
        Assert.Empty(wrong);
    }

    [Fact]
    public void AnExceptionNobodyNeeds_GoesAsWell()
    {
        var needed = SourceCode.All().Where(f => Limits(f.Text).Any()).Select(f => f.Name).ToList();
        Assert.DoesNotContain(
            NoLimits.Keys.Except(["Deadlines/DueDates.cs"]),
            n => !needed.Exists(f => f.EndsWith(n, StringComparison.Ordinal))
        );
    }

    [Fact]
    public void DueDates_KnowsNoModule_SoThatEveryOneMayAskIt()
    {
        var text = File.ReadAllText(Path.Combine(FolderTests.Root, "Disclosure.Core", "Deadlines", "DueDates.cs"));
        Assert.DoesNotMatch(@"\busing\b|Disclosure\.Core\.(?!Deadlines;)", text);
    }

    [Fact]
    public void NoQuery_LooksForWordsInJson() =>
        Assert.Empty(SourceCode.Of("Disclosure.Core").Where(f => InJson().IsMatch(f.Text)).Select(f => f.Name));

    [Theory]
    [InlineData("day.AddDays(30)", true)]
    [InlineData("now.AddYears(-2)", true)]
    [InlineData("TimeSpan.FromHours(24)", true)]
    [InlineData("const int Weeks = 3; day.AddDays(-Weeks)", true)]
    [InlineData("calendar.After(today, 10)", true)]
    [InlineData("calendar.After(today, HoldRules.ReportWithin)", true)]
    [InlineData("day.AddDays(1)", false)]
    [InlineData("day.AddDays(-DueDates.RecallDuty[0])", false)]
    [InlineData("calendar.After(today, limit)", false)]
    [InlineData("From.AddHours(Hours)", false)]
    [InlineData("calendar\n    .After(\n        today,\n        10\n    )", true)]
    [InlineData("day\n    .AddDays(\n        30\n    )", true)]
    public void ALimit_IsKnownWhenItIsSeen(string code, bool limit) => Assert.Equal(limit, Limits(SourceCode.Flat(code)).Any());

    [Theory]
    [InlineData("s.ParticularsJson.Contains(mark)", true)]
    [InlineData("s.ParticularsJson\n    .Contains(mark)", true)]
    [InlineData("Answers.ToJson(answers)", false)]
    public void AWordLookedForInJson_IsKnownWhenItIsSeen(string code, bool looked) =>
        Assert.Equal(looked, InJson().IsMatch(SourceCode.Flat(code)));

    private static IEnumerable<string> Limits(string text) =>
        from m in Asked().Matches(text)
        let what = m.Groups["what"].Value
        where
            double.TryParse(what, CultureInfo.InvariantCulture, out var number) ? number > 1
            : what.Contains('.', StringComparison.Ordinal)
                ? !what.StartsWith("DueDates.", StringComparison.Ordinal) && Qualified().IsMatch(what)
            : Regex.IsMatch(text, $@"\b(const \w+|static readonly \w+) {what} =")
        select m.Value;

    // The amount of a step in time: a number, a name, or a name of another type.
    [GeneratedRegex(
        @"\b(?:AddDays|AddMonths|AddYears|AddHours|FromDays|FromHours|(?:calendar|\))\.After\([^,()]*(?:\([^()]*\))?,)\(?\s*-?(?<what>\d+(?:\.\d+)?|[A-Z]\w*(?:\.[A-Z]\w*)?)"
    )]
    private static partial Regex Asked();

    [GeneratedRegex(@"^[A-Z]\w*\.[A-Z]\w*$")]
    private static partial Regex Qualified();

    [GeneratedRegex(@"Json\.(Contains|StartsWith|EndsWith|IndexOf)\(|EF\.Functions\.Like\(\w+\.\w*Json|Json LIKE")]
    private static partial Regex InJson();
}
