namespace Disclosure.Core.Examiner.Tables;

/// <summary>Tables from which a respondent can be inferred: what each rule says of itself.</summary>
public static class TableRules
{
    private const string Law = "汇总资料可以推断单个统计调查对象的，不得公开（统计法§28，实施条例§29）。";
    private const string Merge = "请合并到更大的分类，或者隐去该数并同时隐去另一个数，使它不能由合计倒推。";

    /// <summary>单位数过少.</summary>
    public static readonly RuleFacts FewUnits = new(
        "T-01",
        "单位数过少",
        "D2",
        Severity.C,
        "查找单位数、户数、人数一栏中低于门槛的数。",
        Law,
        "请确认同一行没有公布这些单位的数。"
    );

    /// <summary>一两家的数.</summary>
    public static readonly RuleFacts OneOrTwo = new(
        "T-02",
        "一两家单位的数",
        "D2",
        Severity.A,
        "查找单位数为 1 或 2 而同一行公布了数值的行。",
        "只有一家时公布的就是它的数，只有两家时各知道对方的数（实施条例§29）。",
        Merge
    );

    /// <summary>少数几家的数.</summary>
    public static readonly RuleFacts FewBesideValue = new(
        "T-03",
        "少数几家的数",
        "D2",
        Severity.B,
        "查找单位数低于门槛而同一行公布了数值的行。",
        Law,
        Merge
    );

    /// <summary>一家独大.</summary>
    public static readonly RuleFacts Dominance = new(
        "T-04",
        "一家独大",
        "D2",
        Severity.A,
        "查找最大一家所占份额超过门槛的汇总数（(n,k) 规则和 p% 规则）。",
        "一家占了绝大部分，汇总数就接近它的数（实施条例§29）。",
        Merge
    );

    /// <summary>单列一家企业.</summary>
    public static readonly RuleFacts NamedRow = new(
        "T-05",
        "表中点名企业",
        "D2",
        Severity.A,
        "查找以一家企业为一行并列出数值的表。",
        "直接标明单个统计调查对象的资料不得公开（统计法§28）。",
        "请改为分类汇总；企业自行公开或依法公示的须注明依据。"
    );

    /// <summary>隐去的数可以算出.</summary>
    public static readonly RuleFacts Recoverable = new(
        "T-06",
        "隐去的数可以算出",
        "D2",
        Severity.A,
        "查找可以由合计减去其余各项精确算出的隐去的数。",
        Law,
        Merge
    );

    /// <summary>联立可以算出.</summary>
    public static readonly RuleFacts Jointly = new(
        "T-07",
        "联立可以算出",
        "D2",
        Severity.A,
        "查找把几行几列的合计放在一起才能精确算出的隐去的数。",
        Law,
        Merge
    );

    /// <summary>可以估得很准.</summary>
    public static readonly RuleFacts Narrow = new(
        "T-08",
        "隐去的数可以估得很准",
        "D2",
        Severity.B,
        "查找由合计和非负条件可以限定在很窄范围内的隐去的数。",
        Law,
        Merge
    );

    /// <summary>由占比等反推.</summary>
    public static readonly RuleFacts Derived = new(
        "T-09",
        "由占比、均值或增速反推",
        "D2",
        Severity.A,
        "查找可以由占比、人均或增速反推的隐去的数。",
        Law,
        "请同时隐去这一行的占比、均值或增速。"
    );

    /// <summary>别处已公布.</summary>
    public static readonly RuleFacts Elsewhere = new(
        "T-10",
        "同一个数别处已公布",
        "D2",
        Severity.A,
        "查找这里隐去、而另一张表或较早版本中印出的同一个数。",
        Law,
        "请在各表中一致地隐去。"
    );

    /// <summary>多表联立.</summary>
    public static readonly RuleFacts AcrossTables = new(
        "T-11",
        "几张表合起来可以算出",
        "D2",
        Severity.A,
        "查找把几张表的合计放在一起、或者由累计数相减才能算出的隐去的数。",
        Law,
        "请在各表中隐去同样的格，或者少公布一个合计或累计数。"
    );

    /// <summary>与较早版本相减.</summary>
    public static readonly RuleFacts Difference = new(
        "T-12",
        "与较早版本相减",
        "D2",
        Severity.A,
        "查找单位数只差一两家而数值都公布的前后两个版本。",
        "两次公布的数相减，就是新增或退出的那一两家的数（实施条例§29）。",
        "请沿用原口径公布，或者不单独公布这一行。"
    );

    /// <summary>All, by code.</summary>
    public static readonly IReadOnlyList<RuleFacts> All =
    [
        FewUnits,
        OneOrTwo,
        FewBesideValue,
        Dominance,
        NamedRow,
        Recoverable,
        Jointly,
        Narrow,
        Derived,
        Elsewhere,
        AcrossTables,
        Difference,
    ];
}
