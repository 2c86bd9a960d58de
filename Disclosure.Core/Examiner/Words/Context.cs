using System.Buffers;

namespace Disclosure.Core.Examiner.Words;

/// <summary>Words beside a number that say what it is.</summary>
internal static class Context
{
    /// <summary>How far a word may stand from the number.</summary>
    public const int Near = 10;

    public static readonly string[] Resident = ["身份证", "身份号码", "公民身份", "证件号", "证件号码"];
    public static readonly string[] Credit = ["信用代码", "信用编码"];
    public static readonly string[] Organisation = ["组织机构代码", "机构代码"];
    public static readonly string[] Phone =
    [
        "电话",
        "手机",
        "联系方式",
        "座机",
        "固话",
        "热线",
        "传真",
        "致电",
        "拨打",
        "来电",
        "微信",
        "联系人",
    ];
    public static readonly string[] Card = ["卡号", "账号", "帐号", "账户", "帐户", "银行", "开户", "一卡通", "社保卡"];
    public static readonly string[] Passport = ["护照", "通行证"];
    public static readonly string[] Figure =
    [
        "产值",
        "产量",
        "收入",
        "支出",
        "金额",
        "余额",
        "数量",
        "面积",
        "人数",
        "合计",
        "总计",
        "万元",
        "亿元",
        "(元)",
        "（元）",
        "元)",
        "元）",
        "吨",
        "户数",
        "用户",
        "(部)",
        "（部）",
        "利润",
        "税金",
        "总额",
        "普及率",
        "销量",
        "(台)",
        "（台）",
        "业务量",
        "通话",
    ];
    public static readonly string[] Code =
    [
        "区划代码",
        "编码",
        "编号",
        "序号",
        "单号",
        "流水",
        "批号",
        "条码",
        "文号",
        "订单",
        "合同号",
        "许可证",
        "备案号",
        "项目代码",
        "ISBN",
        "ISSN",
        "QQ",
    ];

    private static readonly SearchValues<string> ResidentNear = Values(Resident);
    private static readonly SearchValues<string> CreditNear = Values(Credit);
    private static readonly SearchValues<string> OrganisationNear = Values(Organisation);
    private static readonly SearchValues<string> PhoneNear = Values(Phone);
    private static readonly SearchValues<string> CardNear = Values(Card);
    private static readonly SearchValues<string> PassportNear = Values(Passport);
    private static readonly SearchValues<string> FigureNear = Values(Figure);
    private static readonly SearchValues<string> CodeNear = Values(Code);
    private static readonly SearchValues<string> OfficeNear = Values([
        "咨询",
        "监督",
        "热线",
        "举报",
        "值班",
        "办公",
        "服务",
        "传真",
        "统计局",
        "调查队",
        "编辑部",
        "出版",
        "发行",
        "投诉",
        "政府",
        "委员会",
        "综合科",
        "单位电话",
    ]);
    private static readonly SearchValues<string> ProductNear = Values([
        "产量",
        "销量",
        "生产",
        "出货",
        "产销",
        "销售",
        "用户",
        "普及率",
        "产能",
    ]);

    /// <summary>True when what stands near the stretch says that it is one of these.</summary>
    public static bool Says(Holds holds, string text, int start, int length) =>
        Around(text, start, length, Near)
            .ContainsAny(
                holds switch
                {
                    Holds.Resident => ResidentNear,
                    Holds.Credit => CreditNear,
                    Holds.Organisation => OrganisationNear,
                    Holds.Card => CardNear,
                    Holds.Passport => PassportNear,
                    Holds.Phone => PhoneNear,
                    _ => CodeNear,
                }
            );

    /// <summary>
    /// True when the label to the left of a cell says so. 手机 beside a stored number may be a product: there it needs 号.
    /// </summary>
    public static bool LabelSays(Holds holds, string label, bool isNumber) =>
        label.Length is > 0 and <= 20
        && Says(holds, label, 0, 0)
        && (holds != Holds.Phone || !(LabelIsOther(label) || (isNumber && label is "手机" or "移动电话" or "固定电话")));

    /// <summary>True when the label speaks of a figure or a code.</summary>
    public static bool LabelIsOther(string label) => label.AsSpan().ContainsAny(FigureNear) || label.AsSpan().ContainsAny(CodeNear);

    /// <summary>True when right before the stretch stands what makes it a code or a serial number.</summary>
    public static bool IsCode(string text, int start) => Before(text, start, 8).ContainsAny(CodeNear);

    /// <summary>True when the telephone is one of an office that the public is meant to call.</summary>
    public static bool IsOffice(string text, int start) => Before(text, start, 20).ContainsAny(OfficeNear);

    /// <summary>True when telephones are what is made or counted.</summary>
    public static bool IsProduct(string text, int start) => Before(text, start, 12).ContainsAny(ProductNear);

    /// <summary>What stands before a place.</summary>
    public static ReadOnlySpan<char> Before(string text, int start, int count) =>
        text.AsSpan(Math.Max(0, start - count), Math.Min(start, count));

    /// <summary>What stands after a place.</summary>
    public static ReadOnlySpan<char> After(string text, int end, int count) => text.AsSpan(end, Math.Min(count, text.Length - end));

    private static ReadOnlySpan<char> Around(string text, int start, int length, int near)
    {
        // A word of up to six characters may begin or end where the gap of ten does.
        var from = Math.Max(0, start - near - 6);
        var to = Math.Min(text.Length, start + length + near + 6);
        return text.AsSpan(from, to - from);
    }

    private static SearchValues<string> Values(string[] words) => SearchValues.Create(words, StringComparison.Ordinal);
}
