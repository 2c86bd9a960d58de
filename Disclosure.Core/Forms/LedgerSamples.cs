namespace Disclosure.Core.Forms;

/// <summary>Invented records for trying the monthly ledger and the notice of a return.</summary>
public static class LedgerSamples
{
    /// <summary>A month with reviews and nil lines.</summary>
    public static SecrecyLedgerRecord SecrecyLedger { get; } =
        new()
        {
            Bureau = "昌都市统计局",
            Month = "2026年11月",
            Blocks =
            [
                new(
                    "市局科室（中心）",
                    [Line("综合科", 6), Line("工业能源科", 3), Line("农牧业科", 0), Line("昌都市统计信息服务中心", 2)],
                    Line("小计", 11)
                ),
                new("县（区）统计局", [Line("卡若区统计局", 4), Line("江达县统计局", 0), Line("左贡县统计局", 1)], Line("小计", 5)),
            ],
            Total = Line("合计", 16),
            Remark = "江达县本月无送审信息，已零报告。",
            Reporter = "办公室专责人员",
            ReportedOn = new(2026, 12, 2),
            Digits = "8c41f09a2e7735bd",
        };

    /// <summary>An item that came back from the section's head.</summary>
    public static ReturnNoticeRecord ReturnNotice { get; } =
        new()
        {
            Number = "昌统县审〔2026〕卡若3号",
            Title = "2026年一季度卡若区农牧业生产形势分析",
            Unit = "卡若区统计局",
            Editor = "卡若区编辑员",
            Step = "专业科室复审",
            ToStep = "县区编辑自查",
            Round = 1,
            At = "2026-05-09 11:32",
            FormatOnly = false,
            Reason =
                "一、第二部分“牲畜出栏”同比增速与季报不一致，请核对原始数据后更正。\n二、非定案数据未在文中注明，"
                + "请按规定加注“季度快报数”。",
            ToMend = "B3-5 其他情形：附表含单个调查对象资料，须汇总处理后再报。",
            After = "修改后三审重新进行，自查各项须重新回答。",
            Until = new(2026, 5, 15),
            Signature = new()
            {
                Name = "农牧业科负责人",
                Opinion = "请修改后重新送审。",
                Day = new(2026, 5, 9),
                SignedInSystem = new DateTime(2026, 5, 9, 3, 32, 0, DateTimeKind.Utc),
            },
        };

    private static SecrecyLedgerLine Line(string unit, int items) =>
        new(
            unit,
            [items, items + 1, items, items, 0, 0, 0, 0, items / 3, items / 4, 0, 0, items / 6, 0, 0, 0, items, 0, 0],
            items == 0 ? "—" : "1.2",
            items == 0 ? "—" : "3"
        );
}
