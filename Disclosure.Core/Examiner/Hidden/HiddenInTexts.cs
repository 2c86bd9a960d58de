using Disclosure.Core.Files.Reading;

namespace Disclosure.Core.Examiner.Hidden;

/// <summary>Text that is not seen, or that was not meant for readers.</summary>
internal static class HiddenInTexts
{
    /// <summary>The rules.</summary>
    public static IReadOnlyList<HiddenRule> Rules { get; } =
    [
        new(
            ObservationKind.TrackedChanges,
            new(
                "H-06",
                "修订痕迹",
                "B3-5",
                Severity.B,
                "查找修订中删除和插入的内容。",
                "删除的内容仍在文件里，任何人点“拒绝修订”就能恢复，会公开尚未决定或已经删去的内容（B3）。",
                "请接受全部修订并关闭修订，另存为新文件后重新上传。"
            ),
            "修订 {0} 处"
        ),
        new(
            ObservationKind.Comments,
            new(
                "H-07",
                "批注",
                "B3-5",
                Severity.C,
                "查找批注和备注。",
                "批注是内部讨论，带有批注人的姓名，不应随文件公开（B3、条例§16）。",
                "请删除全部批注后重新上传。"
            ),
            "批注 {0} 条"
        ),
        new(
            ObservationKind.Annotations,
            new(
                "H-08",
                "PDF 批注和表单",
                "B3-5",
                Severity.C,
                "查找 PDF 的批注、便笺和填写的表单项。",
                "批注是内部讨论，表单项可以修改，都不应随文件公开（B3、条例§16）。",
                "请用没有批注的原文件重新导出 PDF。"
            ),
            "批注或表单项 {0} 条"
        ),
        new(
            ObservationKind.InvisibleText,
            new(
                "H-13",
                "看不见的文字",
                "B3-5",
                Severity.C,
                "查找隐藏、白色、极小、页面之外或不显示的文字。",
                "看不见的文字全选复制就能看到，搜索引擎也能读到（B3、统计法§28）。",
                "请删除看不见的文字后重新上传。"
            ),
            "看不见的文字 {0} 处"
        )
        // Figures that were made invisible are figures that somebody did not want to publish.
        {
            Weigh = m => m.HasFigures ? Severity.B : Severity.C,
        },
        new(
            ObservationKind.EarlierStates,
            new(
                "H-25",
                "PDF 的较早状态",
                "B3-5",
                Severity.C,
                "查找 PDF 中改动以前的内容。",
                "改动以前的内容仍在文件里，可以恢复；只加盖过签章的文件也会这样（B3）。",
                "请用原文件重新导出 PDF，不要在 PDF 上改动。"
            ),
            "较早的状态 {0} 个",
            Confidence.Medium
        ),
        new(
            ObservationKind.Encoding,
            new(
                "H-27",
                "文字编码",
                "B3-5",
                Severity.C,
                "查找编码需要推测、或有字符读不出的文本文件。",
                "读不出的字符没有检查到，公开后别人也可能看到乱码（B3）。",
                "请另存为 UTF-8 编码后重新上传。"
            ),
            "编码读不准的地方 {0} 处",
            Confidence.Medium
        ),
        new(
            ObservationKind.UnreliableText,
            new(
                "H-28",
                "文字层不可靠",
                "B3-5",
                Severity.C,
                "查找文字无法正确取出的 PDF 页。",
                "看到的字与文件里的字不一致，这几页实际没有检查到（B3）。",
                "请人工逐页审查，或者用原文件重新导出 PDF。"
            ),
            "无法识别的字符 {0} 个"
        ),
    ];
}
