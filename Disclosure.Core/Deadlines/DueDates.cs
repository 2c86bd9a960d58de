namespace Disclosure.Core.Deadlines;

/// <summary>The limits that the law and the bureau set, in one place that an official can read.</summary>
public static class DueDates
{
    /// <summary>Working days from the day the information was formed to its publication (条例 art. 26).</summary>
    public const int PublishWithin = 20;

    /// <summary>Working days after which the first warning about publication is shown.</summary>
    public const int FirstWarning = 15;

    /// <summary>Working days after which the second warning about publication is shown.</summary>
    public const int SecondWarning = 18;

    /// <summary>Working days from the publication of a policy document to that of its interpretation (C2).</summary>
    public const int InterpretWithin = 3;

    /// <summary>Natural hours from the moment public opinion on a 特别重大 or 重大 event arose to authoritative information (C2).</summary>
    public const int InformationHours = 5;

    /// <summary>Natural hours from that moment to a press conference, for the same two levels (国办发〔2016〕61号).</summary>
    public const int PressConferenceHours = 24;

    /// <summary>Natural hours from that moment to a response, for every other level (国办发〔2016〕61号).</summary>
    public const int ResponseHours = 48;

    /// <summary>Days before the last day of a yearly duty on which it is recalled; from the first of them on it is 将到期.</summary>
    public static readonly IReadOnlyList<int> RecallDuty = [60, 30, 10];

    /// <summary>Days before a planned release on which the section is reminded.</summary>
    public static readonly IReadOnlyList<int> RecallRelease = [10, 3, 1];

    /// <summary>Days after the end of a consultation after which a missing summary is recalled (C5).</summary>
    public const int SummaryAfter = 10;

    /// <summary>
    /// What is owed every year, by its last day. {0} is the year it is about. The annual catalogue has no day in A11:
    /// chosen is the day on which the annual report is due, because a year's publications are complete only when it is over.
    /// </summary>
    public static readonly IReadOnlyList<YearlyDuty> Yearly =
    [
        new("catalogue", "{0}年政务信息目录", "A11", Month: 1, Day: 31, YearsBack: 1, DutyProof.Entry, "上一年度政务信息目录编制完成并在网站公布，登记公布日期和地址。"),
        new("report", "{0}年政府信息公开工作年度报告", "条例§50", Month: 1, Day: 31, YearsBack: 1, DutyProof.Entry, "《政府信息公开条例》第 50 条：每年 1 月 31 日前公布上一年度政府信息公开工作年度报告。"),
        new("communique", "{0}年统计公报", "D4", Month: 6, Day: 30, YearsBack: 1, DutyProof.Publication, "上半年发布上年统计公报；公报经审签对外发布后自动记为完成。"),
        new("yearbook", "{0}年统计年鉴", "D4", Month: 12, Day: 31, YearsBack: 1, DutyProof.Publication, "下半年发布上年统计年鉴；年鉴经审签对外发布后自动记为完成。"),
        new("hearing", "{0}年主要领导听取政务公开工作汇报", "C1", Month: 12, Day: 31, YearsBack: 0, DutyProof.Hearing, "主要负责人每年至少听取一次政务公开工作汇报，登记日期、汇报人和会议纪要。"),
    ];
}
