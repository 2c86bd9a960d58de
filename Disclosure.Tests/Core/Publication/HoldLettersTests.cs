using Disclosure.Core.Approval;
using Disclosure.Core.Publication;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Core.Forms;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Publication;

public sealed class HoldLettersTests
{
    private static readonly IReadOnlyList<Answer> Secret = Given.With(
        Criteria.OtherReasons,
        a =>
            a with
            {
                Yes = true,
                Remark = "附表 2",
                Reason = OtherReason.TradeSecret,
                Exception = new() { Basis = ExceptionBasis.None, Holder = "某水泥有限公司" },
            }
    );

    [Fact]
    public async Task TheReferral_AsksItsQuestion_NamesTitleAndNumber_AndNothingOfTheContent()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office", c => c.Summary = "只在内容里的话");
        Given.Must(await given.HoldAsync(id, "office.1", HoldKind.Referral, "", Given.AllNo, finding: OfficeFinding.Refer));
        var hold = await given.OpenHoldAsync(id);
        Assert.IsType<QuestionNotEntered>((await given.Get<HoldLetters>().OfHoldAsync(hold.Id, given.By("office.1"), given.Now)).Problem);
        Given.Must(
            await given.EnterAsync(
                id,
                "office.1",
                _ =>
                    new()
                    {
                        Question = ReferralQuestion.Secrecy,
                        DraftedLevel = SecrecyLevel.Secret,
                        Body = "西藏自治区保密行政管理部门",
                    }
            )
        );

        var text = FormPrinting.Poppler(
            Given.Must(await given.Get<HoldLetters>().OfHoldAsync(hold.Id, given.By("office.1"), given.Now)).Pdf
        );
        var item = await given.SubmissionAsync(id);
        Assert.Contains("西藏自治区保密行政管理部门：", text, StringComparison.Ordinal);
        Assert.Contains($"《{item.Title}》（编号：{item.Number}）", text, StringComparison.Ordinal);
        Assert.Contains("是否属于国家秘密、属于何种密级不能确定", text, StringComparison.Ordinal);
        Assert.Contains("先行拟定密级：机密", text, StringComparison.Ordinal);
        Assert.DoesNotContain("只在内容里的话", text, StringComparison.Ordinal);
        Assert.Contains("昌都市统计局（印章）", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADeclassification_IsRegisteredOnItsForm_OtherHoldsHaveNone()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section");
        Given.Must(await given.HoldAsync(id, "gongye.head", HoldKind.Declassification, Criteria.Marked, Given.Declassifiable));
        var scan = await given.PaperAsync(id, "gongye.head", "解密决定");
        Given.Must(await given.EnterAsync(id, "gongye.head", _ => Given.Declassified(scan)));
        var hold = await given.OpenHoldAsync(id);

        var text = FormPrinting.Poppler(
            Given.Must(await given.Get<HoldLetters>().OfHoldAsync(hold.Id, given.By("gongye.head"), given.Now)).Pdf
        );
        Assert.Contains("解密登记表", text, StringComparison.Ordinal);
        Assert.Contains("解密〔2026〕3号", text, StringComparison.Ordinal);
        Assert.Contains("2020年5月6日", text, StringComparison.Ordinal);

        var other = await given.ItemAsync(RouteCodes.City, "office");
        Given.Must(
            await given.HoldAsync(
                other,
                "office.1",
                HoldKind.Postponement,
                "",
                Given.AllNo,
                new() { Measures = "等" },
                OfficeFinding.Postpone
            )
        );
        Assert.IsType<NoLetterForThis>(
            (await given.Get<HoldLetters>().OfHoldAsync((await given.OpenHoldAsync(other)).Id, given.By("office.1"), given.Now)).Problem
        );
    }

    [Fact]
    public async Task TheHolderOfARight_IsAsked_OnlyWhereOneIsConcerned()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section");
        var letters = given.Get<HoldLetters>();
        Assert.IsType<NoRightConcerned>((await letters.ConsentAsync(id, null, given.By("gongye.head"), given.Now)).Problem);
        Assert.IsType<NoRightConcerned>(
            (await letters.ConsentAsync(id, OtherReason.Respondent, given.By("gongye.head"), given.Now)).Problem
        );
        Assert.True((await letters.ConsentAsync(id, OtherReason.Privacy, given.By("gongye.head"), given.Now)).Ok);

        Given.Must(await given.HoldAsync(id, "gongye.head", HoldKind.Referral, Criteria.OtherReasons, Secret));
        var text = FormPrinting.Poppler(Given.Must(await letters.ConsentAsync(id, null, given.By("gongye.head"), given.Now)).Pdf);
        Assert.Contains("某水泥有限公司：", text, StringComparison.Ordinal);
        Assert.Contains("涉及你（单位）的商业秘密", text, StringComparison.Ordinal);
        Assert.Contains("□同意公开", text, StringComparison.Ordinal);
    }
}
