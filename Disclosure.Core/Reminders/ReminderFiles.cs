using Disclosure.Core.Common;

namespace Disclosure.Core.Reminders;

/// <summary>A person's reminders, to hand out.</summary>
public static class ReminderFiles
{
    private static readonly ListField<ReminderRow>[] Fields =
    [
        new("提醒时间", 17, r => r.RaisedAt, ListKind.Moment),
        new("内容", 62, r => r.Text),
        new("状态", 10, r => r.Seen ? "已看" : "未看"),
    ];

    /// <summary>The list.</summary>
    public static Listing List(IReadOnlyList<ReminderRow> rows, int total) => Listing.Of("提醒", Fields, rows) with { Total = total };
}
