using Disclosure.Core.Deadlines;

namespace Disclosure.Core.Obligations;

/// <summary>Where a yearly duty stands.</summary>
public enum DutyState
{
    /// <summary>未到期.</summary>
    Ahead,

    /// <summary>将到期: 60 days or fewer are left.</summary>
    Near,

    /// <summary>已完成.</summary>
    Done,

    /// <summary>逾期.</summary>
    Late,

    /// <summary>逾期完成.</summary>
    DoneLate,

    /// <summary>启用前: its last day was over before the program came into use; nobody is accused of it.</summary>
    BeforeUse,
}

/// <summary>A published item that fulfils a duty.</summary>
/// <param name="On">First day on a channel other than the intranet.</param>
public sealed record DutyPublication(int SubmissionId, string Number, string Title, DateOnly On);

/// <summary>
/// One yearly duty of one year with everything that was done about it. It is computed and exists without anybody having entered it.
/// </summary>
/// <param name="Year">Calendar year of the last day.</param>
/// <param name="Published">The published item, or null.</param>
/// <param name="Entries">What the office entered, oldest first.</param>
public sealed record DutyCase(YearlyDuty Duty, int Year, DutyPublication? Published, IReadOnlyList<DutyEntry> Entries)
{
    /// <summary>Its last day.</summary>
    public DateOnly Due => Duty.DueIn(Year);

    /// <summary>Its name with the year.</summary>
    public string Name => Duty.NameIn(Year);

    /// <summary>The entry that counts, or null.</summary>
    public DutyEntry? Standing => Entries is [.., { TakesBack: false } last] ? last : null;

    /// <summary>Day on which it was done, the earlier of publication and entry; null while it is owed.</summary>
    public DateOnly? DoneOn =>
        (Published?.On, Standing?.DoneOn) switch
        {
            ({ } a, { } b) => a < b ? a : b,
            var (a, b) => a ?? b,
        };

    /// <summary>State on a day.</summary>
    /// <param name="began">Day on which the program came into use.</param>
    public DutyState StateOn(DateOnly today, DateOnly began) =>
        this switch
        {
            { DoneOn: { } done } => done <= Due ? DutyState.Done : DutyState.DoneLate,
            _ when today <= Due => today >= Due.AddDays(-DueDates.RecallDuty[0]) ? DutyState.Near : DutyState.Ahead,
            _ => Due < began ? DutyState.BeforeUse : DutyState.Late,
        };

    /// <summary>Stage of the reminder that should stand on a day: days before, 0 once overdue, or null for none.</summary>
    public int? StageOn(DateOnly today, DateOnly began) =>
        StateOn(today, began) switch
        {
            DutyState.Near => DueDates.RecallDuty.Where(d => today >= Due.AddDays(-d)).Min(),
            DutyState.Late => 0,
            _ => null,
        };
}

/// <summary>Words of the yearly duties and the release calendar.</summary>
public static class ObligationWords
{
    /// <summary>Chinese name.</summary>
    public static string Name(this DutyState state) =>
        state switch
        {
            DutyState.Ahead => "未到期",
            DutyState.Near => "将到期",
            DutyState.Done => "已完成",
            DutyState.Late => "逾期",
            DutyState.DoneLate => "逾期完成",
            DutyState.BeforeUse => "启用前",
        };

    /// <summary>Chinese name.</summary>
    public static string Name(this ReleaseState state) =>
        state switch
        {
            ReleaseState.Provisional => "暂定",
            ReleaseState.Confirmed => "已确定",
            ReleaseState.Adjusted => "已调整",
            ReleaseState.Released => "已发布",
            ReleaseState.Cancelled => "已取消",
        };
}
