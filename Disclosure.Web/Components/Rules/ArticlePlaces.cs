using Disclosure.Core.Bureau;

namespace Disclosure.Web.Components.Rules;

/// <summary>Where an article lives in the program.</summary>
/// <param name="Words">What is found there.</param>
/// <param name="Path">Address, with a mark inside the page where it helps.</param>
/// <param name="Opens">Whose page it is; null for everybody with an open account.</param>
public sealed record ArticlePlace(string Words, string Path, Func<Grants, bool>? Opens = null);

/// <summary>制度对照: article after article, where it lives in the program. A test opens every link.</summary>
public static class ArticlePlaces
{
    private static readonly Func<Grants, bool> Editor = g => g.Has(Duty.Editor);
    private static readonly Func<Grants, bool> Procedure = g => g.All.Any(x => !x.Duty.IsAdministrator());
    private static readonly Func<Grants, bool> Platform = g => g.Has(Duty.PlatformHead);
    private static readonly Func<Grants, bool> Archive = Disclosure.Core.Archive.ArchiveRules.MaySee;
    private static readonly Func<Grants, bool> Administrator = g => g.Has(Duty.SystemAdmin) || g.Has(Duty.SecurityAdmin);
    private static readonly Func<Grants, bool> Audit = g => g.Has(Duty.AuditAdmin);
    private static readonly Func<Grants, bool> Office = g =>
        g.Has(Duty.DisclosureOffice) || g.Has(Duty.DeputyDirector) || g.Has(Duty.Director);
    private static readonly Func<Grants, bool> Ledgers = g =>
        Office(g) || g.Has(Duty.PlatformHead) || g.Has(Duty.SectionHead) || g.Has(Duty.CountyChief);

    /// <summary>Articles that live in the program, in the order of the regulations.</summary>
    public static readonly IReadOnlyList<(string Article, IReadOnlyList<ArticlePlace> Places)> All =
    [
        (
            "A1",
            [new("依法、真实：五项审查与每个环节的职责", "/review-rules"), new("有利监督：年度目录公开已发布的每一件", "/catalogue/annual")]
        ),
        ("A2", [new("投稿：信息来源（制作、获得、拥有）", "/submit", Editor)]),
        ("A3", [new("适用范围：市局科室（中心）与县区统计局的两条流程", "/routes"), new("单位与人员", "/bureau/units", Administrator)]),
        (
            "A4",
            [
                new("公开的义务：主动公开基本目录逐项列明责任科室", "/catalogue/standing"),
                new("公众的权利：意见征集与反馈", "/consultations", Procedure),
            ]
        ),
        (
            "A5",
            [
                new("负责科室：公开办的超期稿件与督办", "/overdue", g => g.Has(Duty.DisclosureOffice)),
                new("内部监督：审计记录", "/audit", Audit),
            ]
        ),
        (
            "A6",
            [
                new("投稿：公开属性默认主动公开，不公开须写明理由和依据", "/submit", Editor),
                new("及时：20 个工作日公开时限", "/calendar"),
                new("不予公开的每年重新评估", "/withheld", Office),
            ]
        ),
        ("A7", [new("目录与归档文件直接下载，系统没有收费环节", "/catalogue/annual")]),
        ("A8", [new("投稿：主动公开内容类别", "/submit", Editor), new("对内公开同样审批：流程图", "/routes")]),
        ("A9", [new("不予公开的五种理由与法律依据", "/review-rules#grounds"), new("不予公开、暂缓、限制公开清单", "/withheld", Office)]),
        (
            "A10",
            [
                new("暂缓公开怎样办理", "/review-rules#postponement"),
                new("暂停事由：暂缓公开的稿件", "/holds", Procedure),
                new("工作日历与时限", "/calendar"),
            ]
        ),
        (
            "A11",
            [
                new("年度目录：按公开日期排列，导出后在网站公布", "/catalogue/annual"),
                new("登记目录何时在何处公布", "/catalogue/annual#notices"),
                new("年度事项：年度目录的期限与公布登记", "/duties#catalogue", Procedure),
                new("归档：全年办结稿件及其归档包", "/archive", Archive),
            ]
        ),
        ("B1", [new("谁发布、谁审查、谁负责：每个环节的职责", "/routes")]),
        ("B2", [new("自审、送审、终审在流程上的位置", "/routes"), new("三审由不同人员进行", "/review-rules#B3-1")]),
        ("B3", [new("五项审查及每项回答的后果", "/review-rules#B3-1")]),
        ("B3-1", [new("密级标志：是否到期由系统计算", "/review-rules#B3-1")]),
        ("B3-2", [new("敏感信息：批准件", "/review-rules#B3-2")]),
        ("B3-3", [new("内部警示：制发单位同意", "/review-rules#B3-3")]),
        ("B3-4", [new("未决事项：征求意见或暂缓", "/review-rules#B3-4")]),
        ("B3-5", [new("其他情形：五种原因", "/review-rules#B3-5")]),
        ("B4", [new("待解密怎样办理", "/review-rules#declassification"), new("暂停事由：待解密的稿件", "/holds", Procedure)]),
        ("B5", [new("区分处理怎样办理", "/review-rules#redaction"), new("暂停事由：区分处理的稿件", "/holds", Procedure)]),
        ("B6", [new("报请确定：送给谁", "/review-rules#referral"), new("暂停事由：等待答复的稿件", "/holds", Procedure)]),
        ("B7", [new("商业秘密、个人隐私的例外", "/review-rules#B3-5"), new("为什么国家秘密没有例外", "/review-rules#law")]),
        ("B8", [new("台账：三审办理情况，点数字查看责任追溯", "/ledgers", Ledgers), new("审计：谁在何时做了什么", "/audit", Audit)]),
        ("C1", [new("年度事项：主要领导听取汇报，日期与纪要", "/duties#hearing", Procedure)]),
        (
            "C2",
            [
                new("政策解读：文件与解读成对，3 个工作日", "/interpretations", Procedure),
                new("政务舆情：5 小时、24 小时、48 小时按自然小时计时", "/opinions", Procedure),
                new("舆情看板", "/opinions/board", Procedure),
            ]
        ),
        ("C3", [new("投稿：公开属性必填", "/submit", Editor), new("拟不公开的先经办公室审查", "/review-rules#grounds")]),
        (
            "C4",
            [
                new("主动公开基本目录：内容、主体、时限、方式", "/catalogue/standing"),
                new("修订与施行", "/catalogue/standing/edit", g => g.Has(Duty.DisclosureOffice)),
                new("历次版本与对照", "/catalogue/standing/history"),
                new("投稿：公开目录事项", "/submit", Editor),
            ]
        ),
        (
            "C5",
            [
                new("意见征集：征集、逐条处理、公布结果", "/consultations", Procedure),
                new("年度事项：公开办少于 2 人时提醒", "/duties", Procedure),
            ]
        ),
        ("D1", [new("准确、完整：核对发布件与存档一致", "/platform/checks", Platform), new("及时：发布日历", "/releases")]),
        ("D2", [new("单个统计调查对象资料没有例外", "/review-rules#B3-5"), new("能推算出单个对象的表格由系统提示", "/examiner-rules")]),
        (
            "D3",
            [
                new("四级负责：每个环节的职责", "/routes"),
                new("发布台：与存档资料一致", "/platform", Platform),
                new("核对发布件：渠道上的内容与已批准的一致", "/platform/checks", Platform),
                new("发布台账：何时、在何处、由谁发布", "/ledgers/publications", g => Office(g) || Platform(g)),
            ]
        ),
        ("D4", [new("年度事项：统计公报、统计年鉴", "/duties#communique", Procedure), new("发布日历", "/releases")]),
        ("D5", [new("投稿：数据性质，非定案须分管领导确认", "/submit", Editor)]),
        (
            "D6",
            [
                new("投稿：执法案例、失信名单（决定文号、信用代码、公示期限）", "/submit", Editor),
                new("公示期满待下线", "/platform", Platform),
            ]
        ),
        ("D7", [new("投稿：财务、人事类别", "/submit", Editor), new("公开时限：财务、人事事项何时应公开", "/catalogue/due", Procedure)]),
        ("D8", [new("投稿：工作简报须填期号", "/submit", Editor)]),
        (
            "D9",
            [
                new("投稿：其他信息写明发布时限的依据", "/submit", Editor),
                new("公开时限：逐项列出最近公开和下次应公开", "/catalogue/due", Procedure),
            ]
        ),
        ("D10", [new("市局科室（中心）发布流程", "/routes")]),
        ("D11", [new("县区报送资料发布流程", "/routes")]),
    ];
}
