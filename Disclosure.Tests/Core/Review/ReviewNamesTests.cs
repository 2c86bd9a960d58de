using Disclosure.Core.Review;

namespace Disclosure.Tests.Core.Review;

/// <summary>Every word that screens, forms and letters use for what a review and a hold can say, as the bureau's papers write it.</summary>
public sealed class ReviewNamesTests
{
    [Fact]
    public void Reviews_HaveTheirNames()
    {
        Assert.Equal("自审 送审 终审", Names<Tier>(t => t.Name()));
        Assert.Equal("秘密 机密 绝密", Names<SecrecyLevel>(l => l.Name()));
        Assert.Equal("未标期限（按最长期限） 年数 解密日期 解密条件", Names<MarkingTerm>(t => t.Name()));
        Assert.Equal("单个统计调查对象资料 商业秘密 个人隐私 工作秘密 其他", Names<OtherReason>(r => r.Name()));
        Assert.Equal("不按例外办理 权利人同意公开 不公开对公共利益造成重大影响", Names<ExceptionBasis>(b => b.Name()));
        Assert.Equal(
            "直接标明单个调查对象身份 通过地址、编码等可以识别或推断 汇总资料可以推断单个调查对象",
            Names<RespondentSituation>(s => s.Name())
        );
        Assert.Equal(
            [
                "例：表中列出某企业名称及其产值，或某住户户主姓名及收入。",
                "例：隐去企业名称，但保留统一社会信用代码、门牌地址，或“全县唯一水泥厂”等说明。",
                "例：某乡镇某行业只有一两家企业的合计数；或由合计减去其余各项可算出一家的数。",
            ],
            Enum.GetValues<RespondentSituation>().Select(s => s.Example())
        );
        Assert.All(Criteria.All, c => Assert.Equal(c, Criteria.Find(c.Code)));
        Assert.All(Criteria.Consequences, c => Assert.Equal(c, Criteria.Consequence(c.Code)));
    }

    [Fact]
    public void Holds_HaveTheirNamesAndArticles()
    {
        Assert.Equal("待解密 暂缓公开 报请确定 区分处理", Names<HoldKind>(k => k.Name()));
        Assert.Equal("B4 A10 B6 B5", Names<HoldKind>(k => k.Article()));
        Assert.Equal("涉密内容 单个统计调查对象资料 商业秘密 个人隐私 其他不宜公开的内容", Names<RedactedMatter>(m => m.Name()));
        Assert.Equal("是否属于国家秘密、属于何种密级 是否可以公开", Names<ReferralQuestion>(q => q.Name()));
        Assert.Equal(
            "可以公开，继续办理 部分公开，区分处理 不得公开 属于国家秘密，立即清除 转为报请确定 稿件另行终止",
            Names<HoldOutcome>(o => o.Name())
        );
    }

    [Fact]
    public void WhatAHoldDoes_IsSaidBeforeItIsOpenedAndBeforeItEnds()
    {
        string[] opened =
        [
            "稿件在本环节暂停，登记解密决定的机关、文号、日期和扫描件后继续。",
            "稿件在本环节暂停，10 个工作日内作出决定或报请确定，决定后继续。",
            "稿件在本环节暂停，收到书面答复并登记之前，任何人都不能继续办理。",
            "稿件回到编辑人员手中，只有处理后的版本才能重新送审，三审从头进行。",
        ];
        Assert.Equal(opened, Enum.GetValues<HoldKind>().Select(k => k.WhatHappens()));
        Assert.Equal(
            new Dictionary<HoldOutcome, string>
            {
                [HoldOutcome.Cleared] = "稿件回到“复核”继续办理；结果只对现在的文件有效，文件更换后须重新审查。",
                [HoldOutcome.InPart] = opened[3],
                [HoldOutcome.Withheld] =
                    "稿件回到“复核”，现有文件不得公开：由领导小组办公室作出不予公开的结论、分管领导确认，或者退回、撤回。",
                [HoldOutcome.Classified] = "全部文件、内容和审查材料立即从系统清除，不可恢复，只保留办理记录；改按保密规定在纸质渠道办理。",
                [HoldOutcome.Referred] = opened[2],
                [HoldOutcome.Lapsed] = "",
            },
            Enum.GetValues<HoldOutcome>().ToDictionary(o => o, o => o.WhatHappens("复核"))
        );
        Assert.Equal(
            [
                "正文、附件的现有全部版本立即从系统清除，不可恢复；只有非密处理后的版本才能重新上传。",
                "现有文件留存备查，编辑人员更换为处理后的版本后重新送审。",
            ],
            Enum.GetValues<RedactedMatter>().Select(m => m.WhatHappens()).Distinct()
        );
    }

    private static string Names<T>(Func<T, string> name)
        where T : struct, Enum => string.Join(' ', Enum.GetValues<T>().Select(name));
}
