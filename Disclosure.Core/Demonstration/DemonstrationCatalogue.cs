using Disclosure.Core.Catalogue;
using Disclosure.Core.Common;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Demonstration;

/// <summary>
/// A standing catalogue as a municipal bureau of statistics has it, pasted and put in force by the office as people do it.
/// </summary>
internal static class DemonstrationCatalogue
{
    private const string Rows = """
        机构概况	机构职能	机构名称、职责、内设科室、办公地址、联系方式	《政府信息公开条例》第二十条	信息变更之日起20个工作日内	综合科	门户网站、公开栏
        	领导信息	领导姓名、职务、分工	《政府信息公开条例》第二十条	信息变更之日起20个工作日内	办公室	门户网站
        统计数据	统计公报	国民经济和社会发展主要统计数据	《统计法》第二十九条；发布机制第四条	每年，年后6个月内	综合科	门户网站、新闻发布会
        	统计年鉴	全市及各县（区）年度统计资料	发布机制第四条	每年，年后12个月内	综合科	书籍、门户网站
        	工业生产情况	规模以上工业增加值及增速	《统计法》第二十九条	每月，月后30日内	工业能源科	门户网站
        	社会消费品零售情况	社会消费品零售总额及增速	《统计法》第二十九条	每月，月后30日内	贸易服务业科	门户网站
        	地区生产总值	地区生产总值及三次产业增加值	《统计法》第二十九条	每季度，季后1个月内	核算科	门户网站
        	人口变动情况	常住人口、出生率、死亡率	《统计法》第二十九条	每年，年后4个月内	人口社会科技科	门户网站
        统计法治	统计执法检查	执法检查计划、结果，违法案例，失信企业名单	发布机制第六条	自形成之日起20个工作日内	执法监督科	门户网站
        财务人事	部门预算、决算	部门预算、决算及“三公”经费	发布机制第七条；《政府信息公开条例》第二十条	每年，年后9个月内	办公室	门户网站
        	人事信息	人员招录、任免	发布机制第七条	自形成之日起20个工作日内	办公室	门户网站
        工作动态	工作简报	重要公务活动和统计宣传活动	发布机制第八条	自形成之日起5个工作日内	办公室	门户网站、内网
        """;

    /// <summary>Puts the first version in force.</summary>
    public static async Task EnforceAsync(StandingDraftService drafts, Actor office, DateTime now)
    {
        var state = Must(await drafts.BeginAsync(Guid.NewGuid(), office, now));
        state = Must(await drafts.PasteAsync(state, Rows, office, now));
        _ = Must(await drafts.EnforceAsync(state, BureauTime.Day(now), "首次编制主动公开基本目录。", Guid.NewGuid(), office, now));
    }

    /// <summary>The matter an item of the demonstration hangs on, or null.</summary>
    public static string? MatterOf(ItemKind kind, string title) =>
        kind switch
        {
            ItemKind.Communique => "统计公报",
            ItemKind.Brief => "工作简报",
            ItemKind.Enforcement => "统计执法检查",
            _ when title.Contains("工业", StringComparison.Ordinal) => "工业生产情况",
            _ when title.Contains("零售", StringComparison.Ordinal) => "社会消费品零售情况",
            _ when title.Contains("生产总值", StringComparison.Ordinal) => "地区生产总值",
            _ when title.Contains("人口", StringComparison.Ordinal) => "人口变动情况",
            _ => null,
        };

    private static T Must<T>(Outcome<T> outcome) =>
        outcome.Ok ? outcome.Value : throw new InvalidOperationException($"The demonstration was refused: {outcome.Problem}");
}
