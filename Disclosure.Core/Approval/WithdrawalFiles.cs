using Disclosure.Core.Common;
using Disclosure.Core.Store;

namespace Disclosure.Core.Approval;

/// <summary>What is withdrawn from reading, to hand out.</summary>
public static class WithdrawalFiles
{
    private static readonly ListField<WithdrawalRow>[] Fields =
    [
        new("存有该文件的稿件或记录", 44, r => r.HolderName),
        new("文件", 28, r => r.FileNames.Count > 0 ? string.Join('、', r.FileNames) : "稿件中已移除"),
        new("已发布", 6, r => r.Published ? "是" : ""),
        new("由来", 22, r => $"{r.Source} 中止"),
        new("中止人", 10, r => r.StoppedBy),
        new("停止查阅时间", 17, r => r.At, ListKind.Moment),
        new("确认", 10, r => Decided(r.Decision)),
        new("确认人", 10, r => r.DecidedBy),
        new("确认时间", 17, r => r.DecidedAt, ListKind.Moment),
        new("理由", 28, r => r.Words),
    ];

    /// <summary>The list.</summary>
    public static Listing List(IReadOnlyList<WithdrawalRow> rows, int total) =>
        Listing.Of("停止查阅的文件", Fields, rows) with
        {
            Total = total,
        };

    private static string Decided(WithdrawalDecision? decision) =>
        decision switch
        {
            WithdrawalDecision.Destroyed => "已清除",
            WithdrawalDecision.Released => "已恢复查阅",
            _ => "待确认",
        };
}
