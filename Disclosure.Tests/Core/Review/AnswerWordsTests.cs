using Disclosure.Core.Review;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Review;

public sealed class AnswerWordsTests
{
    private static readonly DateOnly Signed = new(2026, 11, 2);

    public static TheoryData<Answer, string> Said =>
        new()
        {
            {
                Of(
                    Criteria.Marked,
                    a =>
                        a with
                        {
                            Marking = new()
                            {
                                Level = SecrecyLevel.Confidential,
                                MarkedOn = new(2010, 5, 6),
                                Term = MarkingTerm.Years,
                                Years = 10,
                            },
                        }
                ),
                "秘密，2010-05-06制发，保密期限 10 年，保密期限至 2020-05-06，已满；见封面"
            },
            {
                Of(
                    Criteria.Marked,
                    a =>
                        a with
                        {
                            Marking = new()
                            {
                                Level = SecrecyLevel.Secret,
                                MarkedOn = new(2020, 5, 6),
                                Term = MarkingTerm.Unmarked,
                            },
                        }
                ),
                "机密，2020-05-06制发，未标期限（按最长期限），保密期限至 2040-05-06，未满；见封面"
            },
            {
                Of(
                    Criteria.Marked,
                    a =>
                        a with
                        {
                            Marking = new()
                            {
                                Level = SecrecyLevel.Secret,
                                Term = MarkingTerm.Condition,
                                Condition = "公布之日",
                                ConditionMet = true,
                            },
                        }
                ),
                "机密，解密条件：公布之日，条件已具备，视为期满；见封面"
            },
            {
                Of(
                    Criteria.Sensitive,
                    a => a with { Approved = true, Approval = new("市政府办公室", "昌政办发〔2026〕12号", new(2026, 10, 8)) }
                ),
                "已经批准，市政府办公室，昌政办发〔2026〕12号 2026-10-08；见封面"
            },
            { Of(Criteria.Internal, a => a with { Approved = false }), "未经批准；见封面" },
            { Of(Criteria.Undecided, a => a with { PublicComment = true }), "属于公开征求公众意见；见封面" },
            {
                Of(Criteria.OtherReasons, a => a with { Reason = OtherReason.Respondent, Situation = RespondentSituation.Named }),
                "单个统计调查对象资料，直接标明单个调查对象身份；见封面"
            },
            {
                Of(
                    Criteria.OtherReasons,
                    a =>
                        a with
                        {
                            Reason = OtherReason.TradeSecret,
                            Exception = new() { Basis = ExceptionBasis.None },
                        }
                ),
                "商业秘密，不按例外办理；见封面"
            },
            {
                Of(
                    Criteria.OtherReasons,
                    a =>
                        a with
                        {
                            Reason = OtherReason.Privacy,
                            Exception = new()
                            {
                                Basis = ExceptionBasis.Consent,
                                Holder = "本人",
                                Day = new(2026, 10, 9),
                            },
                        }
                ),
                "个人隐私，权利人同意公开，权利人：本人，2026-10-09；见封面"
            },
            {
                Of(
                    Criteria.OtherReasons,
                    a =>
                        a with
                        {
                            Reason = OtherReason.TradeSecret,
                            Exception = new()
                            {
                                Basis = ExceptionBasis.PublicInterest,
                                Reason = "公众安全",
                                Holder = "某企业",
                                NoticeNumber = "告〔2026〕1号",
                                Day = new(2026, 10, 9),
                            },
                        }
                ),
                "商业秘密，不公开对公共利益造成重大影响，理由：公众安全，第三方：某企业，告知书：告〔2026〕1号 2026-10-09；见封面"
            },
            { Of(Criteria.OtherReasons, a => a with { Reason = OtherReason.WorkSecret }), "工作秘密；见封面" },
            { Of(Criteria.Undecided, a => a with { PublicComment = false }), "不属于公开征求公众意见；见封面" },
            { Of(Criteria.Undecided, a => a), "见封面" },
            { Of(Criteria.Internal, a => a), "见封面" },
            { Of(Criteria.Marked, a => a), "见封面" },
            {
                Of(
                    Criteria.Marked,
                    a =>
                        a with
                        {
                            Marking = new() { Term = MarkingTerm.Until, Until = new(2030, 1, 1) },
                        }
                ),
                "保密期限至 2030-01-01；见封面"
            },
            // What was filled in before 否 was said says nothing any more.
            { Of(Criteria.Internal, a => a with { Yes = false, Approved = true }), "见封面" },
            { Of(Criteria.Sensitive, a => a with { Yes = false }), "见封面" },
            { Of(Criteria.Sensitive, a => a with { Yes = false, Remark = "" }), "" },
        };

    [Theory]
    [MemberData(nameof(Said))]
    public void AnAnswer_IsToldInOneLine(Answer answer, string words) => Assert.Equal(words, AnswerWords.Say(answer, Signed));

    [Fact]
    public void No_DropsARemarkThatWasOnlyTakenOver_AndKeepsAWordOfItsOwn()
    {
        var earlier = Of(Criteria.Sensitive, a => a with { Approved = false });
        var own = Answers.Blank.Single(a => a.Criterion == Criteria.Sensitive);
        Assert.Equal("", Answers.SayNo(Answers.SayYes(own, [earlier]), [earlier]).Remark);
        Assert.Equal("数字已公开", Answers.SayNo(own with { Remark = "数字已公开" }, [earlier]).Remark);
        Assert.Equal("", Answers.SayNo(own with { Remark = "见封面。" }, [earlier, earlier with { Remark = "另有说明" }]).Remark);
    }

    [Fact]
    public void WaysOfTheFirstStep_NameNoReturn()
    {
        Assert.Equal("暂停（报请确定）、暂停（区分处理）、退回", Criteria.Consequence("B3-2/unapproved").Ways);
        Assert.Equal("暂停（报请确定）、暂停（区分处理）", Criteria.Consequence("B3-2/unapproved").WaysFor(mayReturn: false));
    }

    private static Answer Of(string criterion, Func<Answer, Answer> change) =>
        change(Given.AllNo.Single(a => a.Criterion == criterion) with { Yes = true, Remark = "见封面。" });
}
