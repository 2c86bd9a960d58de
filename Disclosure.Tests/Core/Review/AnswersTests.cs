using Disclosure.Core.Review;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Review;

public sealed class AnswersTests
{
    [Fact]
    public void Criteria_AreTheFiveOfB3_InOrder() =>
        Assert.Equal(["B3-1", "B3-2", "B3-3", "B3-4", "B3-5"], Criteria.All.Select(c => c.Code));

    [Fact]
    public void Json_KeepsEverything_InTheOrderOfTheCriteria()
    {
        var answers = Given.StillClassified;
        Assert.Equal(answers, Answers.FromJson(Answers.ToJson(answers.Reverse())));
        Assert.Equal(Answers.ToJson(answers), Answers.ToJson(answers.Reverse()));
        Assert.All(Answers.FromJson("[]"), a => Assert.Null(a.Yes));
    }

    [Fact]
    public void Yes_TakesOverWhatAnEarlierTierFilledIn_AndKeepsWhatIsThere()
    {
        var blank = Answers.Blank.First(a => a.Criterion == Criteria.Sensitive);
        var earlier = blank with
        {
            Yes = true,
            Remark = "第三段",
            Approved = true,
            Approval = new ApprovalPaper("市委办", "昌办〔2026〕3号"),
        };
        Assert.Equal(earlier, Answers.SayYes(blank, [earlier]));
        Assert.Equal("第五段", Answers.SayYes(blank with { Remark = "第五段" }, [earlier]).Remark);
        Assert.Equal(blank with { Yes = true }, Answers.SayYes(blank, [earlier with { Yes = false }]));
    }

    [Theory]
    [InlineData(false, true, "", true)]
    [InlineData(true, false, "", true)]
    [InlineData(true, false, "已核，属公开资料", false)]
    [InlineData(true, true, "", false)]
    [InlineData(false, null, "", false)]
    public void ADifference_WantsAWord(bool before, bool? now, string remark, bool unexplained)
    {
        var earlier = Given.With(Criteria.Internal, a => a with { Yes = before });
        var answers = Given.With(Criteria.Internal, a => a with { Yes = now, Remark = remark });
        Assert.Equal(unexplained ? ["B3-3"] : [], Answers.UnexplainedDifferences(answers, earlier));
    }

    [Theory]
    [InlineData(true, OtherReason.TradeSecret, ExceptionBasis.Consent, true)]
    [InlineData(true, OtherReason.Privacy, ExceptionBasis.PublicInterest, true)]
    [InlineData(true, OtherReason.Privacy, ExceptionBasis.None, false)]
    [InlineData(true, OtherReason.WorkSecret, ExceptionBasis.Consent, false)]
    [InlineData(false, OtherReason.Privacy, ExceptionBasis.Consent, false)]
    [InlineData(null, OtherReason.TradeSecret, ExceptionBasis.Consent, false)]
    public void AnException_IsRestedOn_OnlyByAYesThatMayRestOnIt(bool? yes, OtherReason reason, ExceptionBasis basis, bool rests)
    {
        var answer = Given
            .With(
                Criteria.OtherReasons,
                a =>
                    a with
                    {
                        Yes = yes,
                        Reason = reason,
                        Exception = new() { Basis = basis, Scan = new Scan(new string('b', 64), "同意书.pdf") },
                        Approval = new(Scan: new Scan(new string('a', 64), "批准件.pdf")),
                    }
            )
            .Single(a => a.Criterion == Criteria.OtherReasons);

        Assert.Equal(rests, answer.RestsOnException);
        Assert.Equal(yes == true ? [new string('a', 64), new string('b', 64)] : [], answer.Scans);
    }

    [Fact]
    public void Json_BeginsWithTheFirstCriterion() =>
        Assert.StartsWith("[{\"Criterion\":\"B3-1\"", Answers.ToJson(Given.AllNo), StringComparison.Ordinal);

    [Fact]
    public void WhatWasTakenOver_IsEqualInEverythingButTheQuestion()
    {
        var given = Given.AllNo[0] with { Yes = true, Remark = "见封面" };
        Assert.True(Answers.TakenOver(given with { Question = "问法改了" }, given));
        Assert.False(Answers.TakenOver(given with { Remark = "另见附表" }, given));
        Assert.False(Answers.TakenOver(given with { Yes = false }, given));
        Assert.False(Answers.TakenOver(given, given with { Yes = false }));
        Assert.False(Answers.TakenOver(given with { Yes = false }, given with { Yes = false }));
        Assert.False(Answers.TakenOver(given with { Criterion = Criteria.Internal }, given));
    }

    [Theory]
    [InlineData(OtherReason.TradeSecret)]
    [InlineData(OtherReason.Privacy)]
    public void ASecretOfAThirdParty_AsksWhetherAnExceptionIsClaimed(OtherReason reason)
    {
        var answer = Given
            .With(Criteria.OtherReasons, a => a with { Yes = true, Remark = "附表", Reason = reason })
            .Single(a => a.Criterion == Criteria.OtherReasons);
        Assert.Equal(["是否按例外办理"], ReviewRules.Missing(answer, new(2026, 11, 2)));
    }

    [Fact]
    public void Yes_TakesOverTheNewestOfSeveral_AndKeepsOneCharacterThatStands()
    {
        var blank = Answers.Blank.First(a => a.Criterion == Criteria.Sensitive);
        Answer[] earlier = [blank with { Yes = true, Remark = "先" }, blank with { Yes = true, Remark = "后" }];

        Assert.Equal("后", Answers.SayYes(blank, earlier).Remark);
        Assert.Equal("注", Answers.SayYes(blank with { Remark = "注" }, earlier).Remark);
    }

    [Fact]
    public void No_IsNo_AndKeepsARemarkThatNobodyGaveToThisQuestion()
    {
        var own = Given.AllNo.First(a => a.Criterion == Criteria.Sensitive) with { Yes = null, Remark = "见封面" };
        var elsewhere = Given.AllNo.First(a => a.Criterion == Criteria.Internal) with { Yes = true, Remark = "见封面" };

        Assert.Equal(own with { Yes = false }, Answers.SayNo(own, [elsewhere, own with { Yes = false }]));
    }

    [Fact]
    public void ADifference_ToOneOfSeveralEarlierAnswers_WantsAWord_AndToAnOpenOneNone()
    {
        var (yes, no, open) = (
            Given.With(Criteria.Internal, a => a with { Yes = true }),
            Given.With(Criteria.Internal, a => a with { Yes = false }),
            Given.With(Criteria.Internal, a => a with { Yes = null })
        );
        Assert.Equal(["B3-3"], Answers.UnexplainedDifferences(yes, [.. yes, .. no]));
        Assert.Empty(Answers.UnexplainedDifferences(yes, open));
    }

    [Fact]
    public void ARedaction_NamesWhatWasTakenOut() =>
        Assert.Equal(
            ["处理的内容"],
            HoldRules.Missing(
                HoldKind.Redaction,
                new HoldPapers
                {
                    Method = "删去",
                    ProcessedBy = "编辑员",
                    CheckedBy = "负责人",
                },
                HoldOutcome.Cleared
            )
        );

    [Fact]
    public void WhatIsNotAnswered_OrLacksOneThing_IsOpen()
    {
        DateOnly today = new(2026, 11, 2);
        Assert.Equal(["是或否"], ReviewRules.Missing(Answers.Blank[0], today));
        Assert.Equal(Criteria.All.Select(c => c.Code), ReviewRules.Open(Answers.Blank, today));
        Assert.Equal(Criteria.All.Select(c => c.Code), ReviewRules.Open([], today));
        Assert.Empty(ReviewRules.Open(Given.AllNo, today));
        Assert.Equal(["B3-4"], ReviewRules.Open(Given.With(Criteria.Undecided, a => a with { Yes = true, PublicComment = true }), today));
    }
}
