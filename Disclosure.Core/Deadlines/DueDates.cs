namespace Disclosure.Core.Deadlines;

/// <summary>
/// The limits in hours, days, months and years that the law and the bureau set, in one place that an official can read. Where no article
/// stands, the bureau has set it. Limits of a step stand with its route in ApprovalRoutes.cs, those of a matter of the catalogue with the
/// matter.
/// </summary>
public static class DueDates
{
    /// <summary>Working days from the day the information was formed to its publication (条例 art. 26).</summary>
    public const int PublishWithin = 20;

    /// <summary>Working days after which the first warning about publication is shown.</summary>
    public const int FirstWarning = 15;

    /// <summary>Working days after which the second warning about publication is shown.</summary>
    public const int SecondWarning = 18;

    /// <summary>
    /// Working days until an undecided matter is reported, and until a referral should be answered (A10, 保密法实施条例 art. 25).
    /// </summary>
    public const int ReportWithin = 10;

    /// <summary>Longest period of secrecy of 秘密 in years, which counts where none is marked (保密法 art. 20).</summary>
    public const int ConfidentialYears = 10;

    /// <summary>The same for 机密.</summary>
    public const int SecretYears = 20;

    /// <summary>The same for 绝密.</summary>
    public const int TopSecretYears = 30;

    /// <summary>Longest period of secrecy that may be entered as marked, in years.</summary>
    public const int MostSecrecyYears = 200;

    /// <summary>Shortest limit that the bureau may set for a step, in working days.</summary>
    public const int LeastStepDays = 1;

    /// <summary>Longest limit that the bureau may set for a step, in working days.</summary>
    public const int MostStepDays = 30;

    /// <summary>Hours after which whoever holds an open hold may be reminded again.</summary>
    public const int RemindAgainHours = 1;

    /// <summary>Days for which a decision about withdrawn content is told to those who held it.</summary>
    public const int TellWithdrawnDays = 30;

    /// <summary>Years for which items are kept in the archive that are not kept for ever (公报 and 年鉴 are).</summary>
    public const int ArchiveYears = 10;

    /// <summary>Working days from the publication of a policy document to that of its interpretation (C2).</summary>
    public const int InterpretWithin = 3;

    /// <summary>Natural hours from the moment public opinion on a 特别重大 or 重大 event arose to authoritative information (C2).</summary>
    public const int InformationHours = 5;

    /// <summary>Natural hours from that moment to a press conference, for the same two levels (国办发〔2016〕61号).</summary>
    public const int PressConferenceHours = 24;

    /// <summary>Natural hours from that moment to a response, for every other level (国办发〔2016〕61号).</summary>
    public const int ResponseHours = 48;

    /// <summary>Years after which a case of public opinion is too old to be entered.</summary>
    public const int OpinionYears = 1;

    /// <summary>Days that a consultation lasts as the form proposes it (C5); the section may choose others.</summary>
    public const int ConsultationDays = 30;

    /// <summary>Years back to which a version of the standing catalogue may take effect (C4).</summary>
    public const int CatalogueYearsBack = 5;

    /// <summary>Years ahead from which it may take effect.</summary>
    public const int CatalogueYearsAhead = 1;

    /// <summary>Years that a delegation may last at most.</summary>
    public const int DelegationYears = 1;

    /// <summary>Days that a delegation lasts as the form proposes it, the first and the last counted.</summary>
    public const int ProposedDelegationDays = 7;

    /// <summary>Hours that the request for a new password waits for its second administrator.</summary>
    public const int ResetWaitsHours = 72;

    /// <summary>Hours after a new password came into use during which a signature bears the mark.</summary>
    public const int ResetMarkedHours = 24;

    /// <summary>Days for which a person is told of a new password of their account.</summary>
    public const int ResetToldDays = 7;

    /// <summary>Minutes for which the sign-in stays locked after wrong passwords.</summary>
    public const int LockMinutes = 15;

    /// <summary>Minutes for which no password is taken within a session after wrong ones.</summary>
    public const int ConfirmLockMinutes = 10;

    /// <summary>Minutes without a sign of life after which a session ends.</summary>
    public const int IdleMinutes = 30;

    /// <summary>Hours after which every session ends.</summary>
    public const int SessionHours = 10;

    /// <summary>Days for which the program's log is kept; the law asks for six months (网络安全法 art. 21).</summary>
    public const int LogDays = 200;

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
        new(
            "catalogue",
            "{0}年政务信息目录",
            "A11",
            Month: 1,
            Day: 31,
            YearsBack: 1,
            DutyProof.Entry,
            "上一年度政务信息目录编制完成并在网站公布，登记公布日期和地址。"
        ),
        new(
            "report",
            "{0}年政府信息公开工作年度报告",
            "条例§50",
            Month: 1,
            Day: 31,
            YearsBack: 1,
            DutyProof.Entry,
            "《政府信息公开条例》第 50 条：每年 1 月 31 日前公布上一年度政府信息公开工作年度报告。"
        ),
        new(
            "communique",
            "{0}年统计公报",
            "D4",
            Month: 6,
            Day: 30,
            YearsBack: 1,
            DutyProof.Publication,
            "上半年发布上年统计公报；公报经审签对外发布后自动记为完成。"
        ),
        new(
            "yearbook",
            "{0}年统计年鉴",
            "D4",
            Month: 12,
            Day: 31,
            YearsBack: 1,
            DutyProof.Publication,
            "下半年发布上年统计年鉴；年鉴经审签对外发布后自动记为完成。"
        ),
        new(
            "hearing",
            "{0}年主要领导听取政务公开工作汇报",
            "C1",
            Month: 12,
            Day: 31,
            YearsBack: 0,
            DutyProof.Hearing,
            "主要负责人每年至少听取一次政务公开工作汇报，登记日期、汇报人和会议纪要。"
        ),
    ];
}
