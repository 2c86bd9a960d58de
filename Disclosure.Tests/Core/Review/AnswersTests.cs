using Disclosure.Core.Review;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Review;

public sealed class AnswersTests
{
    [Fact]
    public void Criteria_AreTheFiveOfB3_InOrder() => Assert.Equal(["B3-1", "B3-2", "B3-3", "B3-4", "B3-5"], Criteria.All.Select(c => c.Code));

    [Theory]
    [InlineData("B3-2", "", true)]
    [InlineData("B3-2", "  ", true)]
    [InlineData("B3-2", "第三页", false)]
    public void Yes_WithoutARemark_IsStillOpen(string code, string remark, bool open) =>
        Assert.Equal(open, Answers.Open(Given.With(code, a => a with { Yes = true, Remark = remark })).Contains(code));

    [Fact]
    public void Marking_AsksForItsLevelAndWhetherItHasRunOut()
    {
        Assert.Contains("B3-1", Answers.Open(Given.With("B3-1", a => a with { Yes = true, Remark = "有" })));
        Assert.Contains("B3-1", Answers.Open(Given.With("B3-1", a => a with { Yes = true, Marking = new Marking(null, null, "", true) })));
        Assert.Contains("B3-1", Answers.Open(Given.With("B3-1", a => a with { Yes = true, Marking = new Marking(SecrecyLevel.Secret, null, "", null) })));
        Assert.Empty(Answers.Open(Given.StillClassified));
    }

    [Fact]
    public void Json_KeepsEverything_InTheOrderOfTheCriteria()
    {
        var answers = Given.StillClassified;
        Assert.Equal(answers, Answers.FromJson(Answers.ToJson(answers.Reverse())));
        Assert.Equal(Answers.ToJson(answers), Answers.ToJson(answers.Reverse()));
        Assert.Equal(5, Answers.Open(Answers.FromJson("[]")).Count);
        Assert.Equal(5, Answers.Open([]).Count);
    }

    [Fact]
    public void ClassifiedStill_IsOnlyAMarkingThatHasNotRunOut()
    {
        Assert.True(Answers.ClassifiedStill(Given.StillClassified));
        Assert.False(Answers.ClassifiedStill(Given.With("B3-1", a => a with { Yes = true, Marking = new Marking(SecrecyLevel.Secret, null, "", true) })));
        Assert.False(Answers.ClassifiedStill(Given.With("B3-1", a => a with { Yes = false, Marking = new Marking(SecrecyLevel.Secret, null, "", false) })));
    }
}
