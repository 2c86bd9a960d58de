namespace Disclosure.Core.Examiner.Words;

/// <summary>Markings and words, people and organisations: what each rule says of itself.</summary>
public static class WordRules
{
    private const string OnPaper = "本系统不得处理国家秘密：请确认是否为密级标志，密级未到期的立即涉密中止。";
    private const string TakeOut = "请删除或遮盖（如 138****1234）后重新上传。";

    /// <summary>密级标志.</summary>
    public static readonly RuleFacts Marking = new("M-01", "密级标志", "B3-1", Severity.A, "查找“机密★5年”一类的国家秘密标志。", "带密级标志的内容未到期不得进入本系统（保密法§31）。", OnPaper);

    /// <summary>密级栏.</summary>
    public static readonly RuleFacts MarkingField = new("M-02", "密级栏", "B3-1", Severity.A, "查找“密级：机密”一类的栏目。", "文件自称有密级，须先弄清是否到期（B3-1）。", OnPaper);

    /// <summary>单独的密级字样.</summary>
    public static readonly RuleFacts MarkingAlone = new("M-03", "单独的密级字样", "B3-1", Severity.A, "查找单独成行，或者在页眉、页脚、水印、文件名、工作表名、标题属性中的“秘密”“机密”“绝密”。", "这些位置上的字样通常就是密级标志（保密法§22）。", OnPaper);

    /// <summary>文中的密级字样.</summary>
    public static readonly RuleFacts MarkingInText = new("M-04", "文中的密级字样", "B3-1", Severity.C, "查找行文中的“机密”“绝密”等字样。", "多半只是提到，仅供参考（B3-1）。", "请看一眼上下文，确认只是提到。");

    /// <summary>警示字样.</summary>
    public static readonly RuleFacts Caution = new("M-05", "内部警示字样", "B3-3", Severity.A, "查找“内部资料”“注意保存”等警示字样。", "带警示字样的资料未经制发单位同意不得公开（B3-3）。", "请取得制发单位同意，或者确认已不适用后删去字样。");

    /// <summary>未定稿字样.</summary>
    public static readonly RuleFacts Draft = new("M-06", "未定稿字样", "B3-4", Severity.A, "查找“征求意见稿”“送审稿”“讨论稿”等字样。", "尚未决定的事项除征求公众意见外不予公开（B3-4，条例§16）。", "请换成定稿，或者按暂缓公开办理。");

    /// <summary>非定案数据字样.</summary>
    public static readonly RuleFacts Provisional = new("M-07", "非定案数据字样", "D5", Severity.C, "查找“初步数”“快报数”“未经核实”等字样。", "对外公布的数据应为定案数据，非定案的须说明并经确认（D5）。", "请核对“数据性质”一栏并加以说明。");

    /// <summary>自定义词语.</summary>
    public static readonly RuleFacts Own = new("M-08", "本单位关注的词语", "B3-2", Severity.A, "查找管理员列出的词语和式样。", "本单位要求公开前核对这些词语（B3-2）。", "请确认是否已经有权机关批准公开。");

    /// <summary>身份证号.</summary>
    public static readonly RuleFacts ResidentId = new("P-01", "居民身份证号", "B3-5", Severity.B, "查找日期和校验码都成立的居民身份证号（GB 11643）。", "身份证号属于个人信息，不得公开（条例§15，统计法§28）。", TakeOut);

    /// <summary>信用代码.</summary>
    public static readonly RuleFacts CreditCode = new("P-02", "统一社会信用代码", "D2", Severity.B, "查找校验码成立的统一社会信用代码（GB 32100）。", "通过代码可以识别单个统计调查对象（实施条例§29）。", "除依法公示的名单外，请删除代码后重新上传。");

    /// <summary>手机号.</summary>
    public static readonly RuleFacts Mobile = new("P-03", "手机号码", "B3-5", Severity.B, "查找有上下文的 11 位手机号码。", "手机号码属于个人信息（条例§15）。", TakeOut);

    /// <summary>固定电话.</summary>
    public static readonly RuleFacts Landline = new("P-04", "固定电话", "B3-5", Severity.C, "查找固定电话号码，本单位公开的除外。", "个人或调查对象的电话不宜公开（条例§15）。", "请确认是对外公开的办公电话。");

    /// <summary>银行卡号.</summary>
    public static readonly RuleFacts BankCard = new("P-05", "银行卡号", "B3-5", Severity.B, "查找校验位成立、有上下文的银行卡号。", "账户信息属于个人隐私或商业秘密（条例§15）。", TakeOut);

    /// <summary>护照号.</summary>
    public static readonly RuleFacts Passport = new("P-06", "护照号码", "B3-5", Severity.B, "查找有上下文的护照号码。", "证件号码属于个人信息（条例§15）。", TakeOut);

    /// <summary>车牌号.</summary>
    public static readonly RuleFacts Plate = new("P-07", "车牌号码", "B3-5", Severity.B, "查找车牌号码。", "车牌可以识别个人或单位（条例§15）。", TakeOut);

    /// <summary>电子邮箱.</summary>
    public static readonly RuleFacts Mail = new("P-08", "电子邮箱", "B3-5", Severity.B, "查找电子邮箱，gov.cn 等允许的除外。", "个人邮箱属于个人信息（条例§15）。", TakeOut);

    /// <summary>门牌地址.</summary>
    public static readonly RuleFacts Address = new("P-09", "门牌地址", "D2", Severity.B, "查找写到门牌号的地址。", "通过地址可以识别单个统计调查对象（实施条例§29）。", "请删去门牌，只写到乡镇、街道；公开的办公地址除外。");

    /// <summary>姓名.</summary>
    public static readonly RuleFacts PersonName = new("P-10", "个人姓名", "B3-5", Severity.B, "查找“姓名”“户主”“联系人”等栏下的姓名。", "住户和个人资料不得公开（统计法§28）。", "请删除姓名栏，或者改为“张某”。");

    /// <summary>组织机构代码.</summary>
    public static readonly RuleFacts OrganisationCode = new("P-11", "组织机构代码", "D2", Severity.B, "查找有上下文的组织机构代码（GB 11714）。", "通过代码可以识别单个统计调查对象（实施条例§29）。", "请删除代码后重新上传。");

    /// <summary>点名单位的数据.</summary>
    public static readonly RuleFacts NamedFigure = new("P-12", "点名单位的数据", "D2", Severity.A, "查找同一句中企业名称和它的产值、收入、产量等数字。", "直接标明单个统计调查对象的资料不得公开（统计法§28，实施条例§29）。", "请改用汇总数；企业自行公开的须注明来源。");

    /// <summary>唯一一家.</summary>
    public static readonly RuleFacts OnlyOne = new("P-13", "唯一或者仅有两家", "D2", Severity.A, "查找“仅一家企业”“独家”“只有两家”等说法。", "只有一两家时，汇总数就是它们的数（实施条例§29）。", "请合并到更大的分类，或者删去这一说法。");

    /// <summary>All, by code.</summary>
    public static readonly IReadOnlyList<RuleFacts> All =
    [
        Marking, MarkingField, MarkingAlone, MarkingInText, Caution, Draft, Provisional, Own,
        ResidentId, CreditCode, Mobile, Landline, BankCard, Passport, Plate, Mail, Address, PersonName, OrganisationCode, NamedFigure, OnlyOne,
    ];
}
