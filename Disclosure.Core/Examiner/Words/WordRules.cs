namespace Disclosure.Core.Examiner.Words;

/// <summary>What the rules for markings, words, people and organisations say of themselves.</summary>
public static class WordRules
{
    /// <summary>机密★5年: a level with its star or period.</summary>
    public static readonly RuleFacts Mark = new(
        "M-01",
        "密级标志",
        "B3-1",
        Severity.A,
        "查找“绝密、机密、秘密”与星号、保密期限组成的密级标志。",
        "标有密级的内容不得在非涉密系统中处理，更不得公开（保密法第二十七条、第三十一条）。",
        "立即停止上传和流转，核对密级是否有效，并按保密规定处理。"
    );

    /// <summary>密级：秘密, or a level where a marking stands.</summary>
    public static readonly RuleFacts MarkPlace = new(
        "M-02",
        "密级标注",
        "B3-1",
        Severity.A,
        "查找“密级”栏的内容，以及独占一行或位于页眉、页脚、水印、文件名、工作表名、标题、批注中的密级字样。",
        "标注位置上的密级字样通常表示整份文件涉密（保密法第二十七条）。",
        "立即停止上传和流转，核对密级是否有效，并按保密规定处理。"
    );

    /// <summary>The bare word in prose.</summary>
    public static readonly RuleFacts MarkMention = new(
        "M-03",
        "提及密级字样",
        "B3-1",
        Severity.C,
        "查找正文语句中的“绝密、机密、秘密”字样，常见的法律用语除外。",
        "正文提及不等于涉密，只提示阅读上下文（保密法第二十七条）。",
        "阅读上下文，确认没有引用涉密文件的内容。"
    );

    /// <summary>内部资料 注意保存 as a label.</summary>
    public static readonly RuleFacts Caution = new(
        "M-04",
        "内部标注",
        "B3-3",
        Severity.A,
        "查找作为标注使用的“内部资料、注意保存、工作秘密、不得外传”等字样。",
        "标注为内部的文件资料未经批准不得公开（保密审查制度第三条第三项）。",
        "取得原制发单位同意公开的批件，或者撤下该文件。"
    );

    /// <summary>The same words in prose.</summary>
    public static readonly RuleFacts CautionMention = new(
        "M-05",
        "提及内部字样",
        "B3-3",
        Severity.C,
        "查找正文语句中的内部资料类字样。",
        "正文提及一般不是标注，只提示阅读上下文（保密审查制度第三条第三项）。",
        "阅读上下文，确认没有引用内部资料的内容。"
    );

    /// <summary>（征求意见稿） in a title.</summary>
    public static readonly RuleFacts Draft = new(
        "M-06",
        "未定稿标注",
        "B3-4",
        Severity.A,
        "查找标题、文首、页眉、文件名、括号中的“征求意见稿、送审稿、讨论稿”等字样。",
        "尚未确定的事项一般不公开，公开征求意见的除外（政府信息公开条例第十六条）。",
        "确认是否为定稿；属于公开征求意见的，在审查清单中注明。"
    );

    /// <summary>（快报数） in a title.</summary>
    public static readonly RuleFacts Preliminary = new(
        "M-07",
        "未定数据标注",
        "D5",
        Severity.A,
        "查找标题、文首、页眉、文件名、括号中的“初步数、快报数、未经核实”等字样。",
        "非定案数据须经分管领导确认并附说明后方可发布（信息发布机制第五条）。",
        "换用定案数据，或者按规定注明为非定案数据并附说明。"
    );

    /// <summary>The same words in prose.</summary>
    public static readonly RuleFacts DraftMention = new(
        "M-08",
        "提及未定字样",
        "B3-4",
        Severity.C,
        "查找正文语句中的未定稿、未定数据类字样。",
        "正文提及一般不是标注，只提示阅读上下文（政府信息公开条例第十六条）。",
        "阅读上下文，确认所用内容和数据已经确定。"
    );

    /// <summary>Words and patterns of the bureau's own.</summary>
    public static readonly RuleFacts Own = new(
        "M-09",
        "本单位关注词",
        "B3-2",
        Severity.B,
        "查找管理员设置的关注词和关注格式。",
        "本单位认为这些内容公开前需要专门审查（保密审查制度第三条第二项）。",
        "按本单位规定核对是否需要批准后公开。"
    );

    /// <summary>18-digit resident ID.</summary>
    public static readonly RuleFacts Resident = new(
        "P-01",
        "居民身份证号",
        "B3-5",
        Severity.B,
        "查找日期真实、校验码正确的十八位居民身份证号码。",
        "身份证号码属于个人信息，不得公开（个人信息保护法第二十八条、统计法第十一条）。",
        "删除号码，或者只保留前后几位、其余以星号代替。"
    );

    /// <summary>15-digit resident ID.</summary>
    public static readonly RuleFacts OldResident = new(
        "P-02",
        "十五位身份证号",
        "B3-5",
        Severity.B,
        "查找身份证字样附近的十五位旧式身份证号码。",
        "身份证号码属于个人信息，不得公开（个人信息保护法第二十八条、统计法第十一条）。",
        "删除号码，或者只保留前后几位、其余以星号代替。"
    );

    /// <summary>An ID that a spreadsheet rounded.</summary>
    public static readonly RuleFacts RoundedResident = new(
        "P-03",
        "被截断的身份证号",
        "B3-5",
        Severity.B,
        "查找身份证栏中因按数值存储而末三位变为零的身份证号码。",
        "前十五位仍含地区和出生日期，足以指向个人（个人信息保护法第四条）。",
        "删除该列。"
    );

    /// <summary>Unified social credit code.</summary>
    public static readonly RuleFacts Credit = new(
        "P-04",
        "统一社会信用代码",
        "D2",
        Severity.B,
        "查找校验正确的统一社会信用代码，机关和事业单位的除外。",
        "代码指向单个单位，与统计数据同时出现即可识别调查对象（统计法第二十八条）。",
        "删除代码；依法公示的（如失信名单）在备注中说明。"
    );

    /// <summary>Organisation code.</summary>
    public static readonly RuleFacts Organisation = new(
        "P-05",
        "组织机构代码",
        "D2",
        Severity.B,
        "查找代码字样附近或代码栏中校验正确的组织机构代码。",
        "代码指向单个单位，与统计数据同时出现即可识别调查对象（统计法第二十八条）。",
        "删除代码。"
    );

    /// <summary>Mobile number.</summary>
    public static readonly RuleFacts Mobile = new(
        "P-06",
        "手机号码",
        "B3-5",
        Severity.B,
        "查找有上下文、栏目或整列佐证的手机号码。",
        "手机号码属于个人信息（个人信息保护法第四条）。",
        "删除号码，或者以星号代替中间四位；本单位公开电话请管理员列入许可名单。"
    );

    /// <summary>Landline.</summary>
    public static readonly RuleFacts Landline = new(
        "P-07",
        "固定电话",
        "B3-5",
        Severity.B,
        "查找带区号或有上下文的固定电话号码，对外服务电话除外。",
        "电话可以联系到调查对象（统计法第二十八条）。",
        "核对是否为对外公布的办公电话；不是的删除。"
    );

    /// <summary>Bank card.</summary>
    public static readonly RuleFacts BankCard = new(
        "P-08",
        "银行卡号",
        "B3-5",
        Severity.B,
        "查找校验正确且有上下文、栏目或整列佐证的银行卡号。",
        "金融账户属于敏感个人信息（个人信息保护法第二十八条）。",
        "删除号码。"
    );

    /// <summary>Passport or travel permit.</summary>
    public static readonly RuleFacts Passport = new(
        "P-09",
        "护照通行证号",
        "B3-5",
        Severity.B,
        "查找护照、通行证字样附近或栏目中的证件号码。",
        "证件号码属于个人信息（个人信息保护法第四条）。",
        "删除号码。"
    );

    /// <summary>Plate of a vehicle.</summary>
    public static readonly RuleFacts Plate = new(
        "P-10",
        "机动车号牌",
        "B3-5",
        Severity.B,
        "查找机动车号牌号码。",
        "号牌可以指向车主（个人信息保护法第四条）。",
        "删除号牌，或者以星号代替后几位。"
    );

    /// <summary>Mail address.</summary>
    public static readonly RuleFacts Mail = new(
        "P-11",
        "电子邮箱",
        "B3-5",
        Severity.B,
        "查找许可范围以外的电子邮箱地址。",
        "邮箱可以联系到个人或调查对象（个人信息保护法第四条）。",
        "核对是否为对外公布的邮箱；不是的删除。"
    );

    /// <summary>Street address with number.</summary>
    public static readonly RuleFacts Address = new(
        "P-12",
        "详细住址",
        "B3-5",
        Severity.B,
        "查找写到门牌号的地址。",
        "详细地址可以指向个人或调查对象（统计法第二十八条）。",
        "地址只保留到乡镇（街道）。"
    );

    /// <summary>Names of persons.</summary>
    public static readonly RuleFacts Name = new(
        "P-13",
        "个人姓名",
        "B3-5",
        Severity.B,
        "查找姓名、户主、联系人、法定代表人、被访者等栏目下的人名。",
        "姓名与统计资料同时出现即可识别调查对象（统计法第十一条）。",
        "删除姓名，或者以“某”代替名字。"
    );

    /// <summary>A named enterprise with a figure of its own.</summary>
    public static readonly RuleFacts Enterprise = new(
        "P-14",
        "单个企业数据",
        "D2",
        Severity.A,
        "查找同一句中具名企业及其产值、收入、产量等数据。",
        "能够识别或推断单个统计调查对象的资料不得公开（统计法第二十八条）。",
        "隐去企业名称，或者只发布汇总数据；数据取自企业公开信息的，在备注中注明出处。"
    );

    /// <summary>A figure that stands for one or two enterprises.</summary>
    public static readonly RuleFacts Sole = new(
        "P-15",
        "独家或占比过高",
        "D2",
        Severity.A,
        "查找“仅一家、唯一一家、两家企业、占比达九成以上”等使汇总数据等同于个体数据的表述。",
        "通过汇总数据可以推断单个调查对象（统计法第二十八条、实施条例第二十九条）。",
        "合并分组后再发布，或者删去家数和占比。"
    );

    /// <summary>All, by code.</summary>
    public static IReadOnlyList<RuleFacts> All { get; } =
    [
        Mark,
        MarkPlace,
        MarkMention,
        Caution,
        CautionMention,
        Draft,
        Preliminary,
        DraftMention,
        Own,
        Resident,
        OldResident,
        RoundedResident,
        Credit,
        Organisation,
        Mobile,
        Landline,
        BankCard,
        Passport,
        Plate,
        Mail,
        Address,
        Name,
        Enterprise,
        Sole,
    ];
}
