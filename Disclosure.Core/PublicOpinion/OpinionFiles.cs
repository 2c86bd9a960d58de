using Disclosure.Core.Common;

namespace Disclosure.Core.PublicOpinion;

/// <summary>The list of cases to hand out.</summary>
public static class OpinionFiles
{
    /// <summary>The list.</summary>
    /// <param name="now">UTC; what is left of a limit is told as of then.</param>
    public static Listing List(OpinionPage page, string text, DateTime now) =>
        Listing.Of("政务舆情", Fields(now), page.Rows) with
        {
            Total = page.Total,
            Scope = Listing.Searched(text),
        };

    private static IReadOnlyList<ListField<OpinionRow>> Fields(DateTime now) =>
        [
            new("编号", 16, r => r.Number),
            new("标题", 30, r => r.Title),
            new("等级", 8, r => r.Level.Name()),
            new("来源", 12, r => r.Source),
            new("责任科室", 12, r => r.Section),
            new("发生时间", 17, r => r.RaisedAt, ListKind.Moment),
            .. Clock(OpinionClock.Information, "发布权威信息", now),
            .. Clock(OpinionClock.PressConference, "新闻发布会", now),
            .. Clock(OpinionClock.Response, "回应", now),
            new("现状", 16, r => r.Words(now)),
            new("下一步", 18, r => $"{r.Owes.Who} {r.Owes.Act}".Trim()),
            new("办结时间", 17, r => r.ClosedAt, ListKind.Moment),
        ];

    private static ListField<OpinionRow>[] Clock(OpinionClock clock, string name, DateTime now) =>
        [
            new($"{name}期限", 17, r => Of(r, clock)?.Limit.Due, ListKind.Moment),
            new(
                name,
                18,
                r =>
                    Of(r, clock) switch
                    {
                        null => "",
                        { MetAt: { } at } met => $"{BureauTime.Show(at)} {met.Words(now)}",
                        { } open => open.Over(now) ? open.Words(now) : "未完成",
                    }
            ),
        ];

    private static ClockState? Of(OpinionRow r, OpinionClock clock) => r.Clocks.FirstOrDefault(c => c.Clock == clock);
}
