using Disclosure.Core.Files.Reading;

namespace Disclosure.Core.Examiner.Hidden;

/// <summary>Sheets, rows, columns and caches of a workbook that are not seen.</summary>
internal static class HiddenInBooks
{
    private const string AsValues = "请把要公开的表复制为数值，另存为新文件后重新上传。";

    /// <summary>The rules.</summary>
    public static IReadOnlyList<HiddenRule> Rules { get; } =
    [
        new(
            ObservationKind.HiddenSheet,
            new(
                "H-01",
                "隐藏工作表",
                "D2",
                Severity.B,
                "查找隐藏的工作表。",
                "取消隐藏就能看到，其中常是分户底稿，公开后可能识别单个调查对象（统计法§28）。",
                "请删除不公开的工作表，另存为新文件后重新上传。"
            ),
            "隐藏的工作表 {0} 张"
        )
        {
            Weigh = m => m.DataRows > 0 ? Severity.B : Severity.C,
        },
        // Nobody at the bureau sees it on the screen, anybody with a small program does.
        new(
            ObservationKind.VeryHiddenSheet,
            new(
                "H-02",
                "深度隐藏工作表",
                "D2",
                Severity.A,
                "查找菜单中也不显示的工作表。",
                "审查的人在菜单里看不到，用程序却能读出，其中的数据可能识别单个调查对象（统计法§28）。",
                AsValues
            ),
            "深度隐藏的工作表 {0} 张"
        )
        {
            Weigh = m => m.DataRows > 0 ? Severity.A : Severity.C,
        },
        new(
            ObservationKind.PivotCache,
            new(
                "H-03",
                "透视表缓存",
                "D2",
                Severity.A,
                "查找透视表在文件中保存的源数据。",
                "表上只有汇总数，文件里却保存着逐条的源数据，双击就能展开（统计法§28）。",
                "请把透视表复制为数值，另存为新文件后重新上传。"
            ),
            "透视表缓存的记录 {0} 条"
        )
        {
            Weigh = m => m.Count > 1 || m.DataRows > 0 ? Severity.A : Severity.C,
        },
        new(
            ObservationKind.ExternalLinkCache,
            new(
                "H-04",
                "外部链接缓存",
                "D2",
                Severity.B,
                "查找从其他工作簿缓存来的单元格。",
                "链接过的工作簿，其数据会留在本文件中，可能包含不公开的单元格（统计法§28）。",
                "请断开链接并复制为数值，另存为新文件后重新上传。"
            ),
            "外部工作簿的缓存单元格 {0} 个"
        ),
        // A chart that repeats what the text shows is common and harmless.
        new(
            ObservationKind.ChartCache,
            new(
                "H-05",
                "图表数据",
                "D2",
                Severity.C,
                "查找图表中保存的数据。",
                "图表保存着作图用的全部数据，可能比正文公布的更细（统计法§28）。",
                "请核对图表数据都已在正文公布，否则把图表粘贴为图片。"
            ),
            "图表中保存的数据 {0} 个",
            Confidence.Low
        ),
        new(
            ObservationKind.HiddenRows,
            new(
                "H-09",
                "隐藏行",
                "D2",
                Severity.B,
                "查找隐藏或行高为零的行。",
                "隐藏的行取消隐藏就能看到，可由此得到没有公布的数据（统计法§28）。",
                "请删除不公开的行，另存为新文件后重新上传。"
            ),
            "隐藏或行高为零的行 {0} 行"
        ),
        new(
            ObservationKind.HiddenColumns,
            new(
                "H-10",
                "隐藏列",
                "D2",
                Severity.B,
                "查找隐藏或列宽为零的列。",
                "隐藏的列取消隐藏就能看到，可由此得到没有公布的数据（统计法§28）。",
                "请删除不公开的列，另存为新文件后重新上传。"
            ),
            "隐藏或列宽为零的列 {0} 列"
        ),
        new(
            ObservationKind.Filter,
            new(
                "H-11",
                "筛选隐藏的行",
                "D2",
                Severity.B,
                "查找被筛选隐藏的行。",
                "清除筛选就能看到全部的行，可由此得到没有公布的数据（统计法§28）。",
                "请把筛选结果复制到新文件后重新上传。"
            ),
            "筛选隐藏的行 {0} 行"
        ),
        new(
            ObservationKind.ExternalFormula,
            new(
                "H-15",
                "引用其他工作簿的公式",
                "B3-5",
                Severity.C,
                "查找引用其他工作簿的公式。",
                "公式带有内部文件的路径和名称，别人打开时还会提示更新链接（B3）。",
                AsValues
            ),
            "引用其他工作簿的公式 {0} 个"
        )
        {
            Names = true,
        },
        new(
            ObservationKind.Connection,
            new(
                "H-16",
                "数据连接",
                "B3-5",
                Severity.B,
                "查找与数据库、网络或数据文件的连接。",
                "连接带有服务器地址、库名，甚至账号，会暴露内部系统（B3）。",
                "请删除连接并复制为数值，另存为新文件后重新上传。"
            ),
            "数据连接 {0} 个"
        )
        {
            Names = true,
        },
        new(
            ObservationKind.DefinedName,
            new(
                "H-17",
                "隐藏的名称",
                "B3-5",
                Severity.C,
                "查找隐藏的或引用外部的定义名称。",
                "名称里可能留有文字、数据和内部文件的路径（B3）。",
                "请在名称管理器中删除不用的名称后重新上传。"
            ),
            "隐藏或引用外部的名称 {0} 个",
            Confidence.Medium
        )
        {
            Names = true,
        },
        new(
            ObservationKind.OrphanStrings,
            new(
                "H-26",
                "无单元格引用的文字",
                "B3-5",
                Severity.C,
                "查找没有单元格显示、仍存在文件中的文字。",
                "删掉的内容可能仍在文件里，可以读出（B3、统计法§28）。",
                AsValues
            ),
            "没有单元格显示的文字 {0} 条",
            Confidence.Low
        ),
    ];
}
