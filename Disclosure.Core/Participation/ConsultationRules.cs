using Disclosure.Core.Bureau;
using Disclosure.Core.Common;

namespace Disclosure.Core.Participation;

/// <summary>What may be done to a consultation when; pure.</summary>
public static class ConsultationRules
{
    /// <summary>Why a draft may not stand, or null.</summary>
    public static Problem? Refusal(ConsultationDraft d) =>
        Entries.Text(d.Title, "Title", "标题", ConsultationService.TitleLength)
        ?? Text(d.Text, "Text", "征集内容", ConsultationService.TextLength)
        ?? (d.Until < d.From ? new ConsultationDaysWrong() : null);

    /// <summary>Why a change may not be made, or null.</summary>
    public static Problem? Change(Consultation c, ConsultationDraft d, string reason, DateOnly today)
    {
        if (c.SummaryOn is not null)
        {
            return new AlreadyAnswered();
        }
        if (today < c.From)
        {
            return Refusal(d);
        }
        if (d.Title.Trim() != c.Title || d.Text.Trim() != c.Text || d.From != c.From)
        {
            return new ConsultationHasBegun();
        }
        if (d.Until == c.Until)
        {
            return null;
        }
        return d.Until < c.Until || d.Until < today
            ? new OnlyLater()
            : Entries.Text(reason, "Reason", "延长的原因", ConsultationService.LineLength);
    }

    /// <summary>Why an opinion may not be entered, or null.</summary>
    public static Problem? Receive(Consultation c, FeedbackDraft d, DateOnly today) =>
        c.StateOn(today) switch
        {
            ConsultationState.Ahead or ConsultationState.Answered => new FeedbackNotNow(c.StateOn(today)),
            _ when d.ReceivedOn < c.From || d.ReceivedOn > today => new ReceivedOnWrong(),
            _ => Text(d.Text, "Text", "意见内容", ConsultationService.TextLength),
        };

    /// <summary>Why a decision may not be written, or null.</summary>
    public static Problem? Decide(Consultation c, FeedbackDecision decision, string reason) =>
        c switch
        {
            { SummaryOn: not null } => new AlreadyAnswered(),
            _ when decision != FeedbackDecision.Adopted && string.IsNullOrWhiteSpace(reason) => new DecisionNeedsReason(),
            _ => reason.Trim().Length > ConsultationService.LineLength
                ? new EntryTooLong("Reason", "理由", ConsultationService.LineLength)
                : null,
        };

    /// <summary>Why the result may not be recorded, or null.</summary>
    /// <param name="undecided">Opinions without an answer.</param>
    public static Problem? Answer(Consultation c, int undecided, DateOnly on, string place, string summary, DateOnly today) =>
        c switch
        {
            { SummaryOn: not null } => new AlreadyAnswered(),
            _ when today <= c.Until => new NotOverYet(),
            _ when undecided > 0 => new FeedbackUndecided(undecided),
            _ when on <= c.Until || on > today => new SummaryDayWrong(),
            _ => Entries.Text(place, "SummaryPlace", "公布地址", ConsultationService.LineLength)
                ?? Text(summary, "Summary", "结果摘要", ConsultationService.TextLength),
        };

    // Several lines are welcome here.
    private static EntryProblem? Text(string text, string field, string label, int most) =>
        string.IsNullOrWhiteSpace(text) ? new EntryMissing(field, label)
        : text.Trim().Length > most ? new EntryTooLong(field, label, most)
        : null;
}
