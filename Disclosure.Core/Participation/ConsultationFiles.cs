using Disclosure.Core.Common;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Participation;

/// <summary>Consultations, and the opinions of one, to hand out.</summary>
public static class ConsultationFiles
{
    private static readonly ListField<ConsultationRow>[] Fields =
    [
        new("标题", 40, r => r.Title),
        new("科室", 16, r => r.Unit),
        new("渠道", 12, r => r.Channel.Name()),
        new("开始", 12, r => r.From, ListKind.Day),
        new("截止", 12, r => r.Until, ListKind.Day),
        new("状态", 10, r => r.State.Name()),
        new("收到意见", 8, r => r.Received, ListKind.Number),
        new("未处理", 8, r => r.Undecided, ListKind.Number),
        new("结果公布日期", 12, r => r.SummaryOn, ListKind.Day),
        new("公布地址", 32, r => r.SummaryPlace),
    ];
    private static readonly ListField<FeedbackView>[] Opinion =
    [
        new("收到日期", 12, f => f.ReceivedOn, ListKind.Day),
        new("来源", 12, f => f.From.Name()),
        new("意见内容", 60, f => f.Text),
        new("采纳情况", 12, f => f.Decision?.Name()),
        new("理由", 36, f => f.Reason),
        new("处理人", 10, f => f.DecidedBy),
    ];

    /// <summary>The consultations.</summary>
    public static Listing List(ConsultationList list) => Listing.Of("意见征集", Fields, list.Rows) with { Total = list.Total };

    /// <summary>The opinions of one.</summary>
    public static Listing List(ConsultationView view) =>
        Listing.Of("征集到的意见", Opinion, view.Feedback) with
        {
            Scope = $"{view.Row.Title}（{view.Row.Unit}，{Listing.Shown(view.Row.From)} 至 {Listing.Shown(view.Row.Until)}）",
        };
}
