using Disclosure.Core.Bureau;
using Disclosure.Core.Deadlines;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Approval;

/// <summary>A hold as its page and the item's page show it.</summary>
/// <param name="StepName">Where the item waits, and where it goes on.</param>
/// <param name="DueOn">Last working day of the next act, or null.</param>
/// <param name="DaysLeft">Working days left, negative when overdue; null when unknown.</param>
/// <param name="MayHandle">True when this reader may enter papers.</param>
/// <param name="MayEnd">True when this reader may end it.</param>
/// <param name="OpenedOver">Digest of the files that were here when it opened.</param>
/// <param name="Covers">Digest of the files it was ended for; empty while open.</param>
public sealed record HoldView(
    int Id,
    int SubmissionId,
    HoldKind Kind,
    string Criterion,
    string StepName,
    string Reason,
    string OpenedBy,
    DateTime OpenedAt,
    DateOnly? DueOn,
    int? DaysLeft,
    HoldPapers Papers,
    int Version,
    DateTime? RemindedAt,
    DateTime? ClosedAt,
    string ClosedBy,
    HoldOutcome? Outcome,
    string OutcomeText,
    bool MayHandle,
    bool MayEnd,
    string OpenedOver,
    string Covers
)
{
    /// <summary>The year for want of which an open hold has no last day.</summary>
    public YearWithoutCalendar? DueUnknown { get; init; }

    /// <summary>True until it ends.</summary>
    public bool Open => ClosedAt is null;

    internal static HoldView Of(CaseFile file, Hold h, Grants grants, WorkCalendar calendar, DateOnly today) =>
        new(
            h.Id,
            h.SubmissionId,
            h.Kind,
            h.Criterion,
            file.Route.Step(h.Step).Name,
            h.Reason,
            h.OpenedByName,
            h.OpenedAt,
            h.DueOn,
            h.DueOn is { } due && calendar.Between(today, due) is { Ok: true, Value: var days } ? days : null,
            h.Papers,
            h.Version,
            h.RemindedAt,
            h.ClosedAt,
            h.ClosedByName,
            h.Outcome,
            h.OutcomeText,
            h.Open && HoldService.MayHandle(file, grants),
            h.Open && Judge.May(file, MoveKind.Resume, grants).Ok,
            h.OpenedOver,
            h.Covers
        )
        {
            DueUnknown = StepDues.UnknownYear(h, calendar),
        };
}

/// <summary>One line of the list of holds.</summary>
public sealed record HoldRow(
    int Id,
    int SubmissionId,
    string? Number,
    string Title,
    string Unit,
    HoldKind Kind,
    string Route,
    string Step,
    string Reason,
    string OpenedBy,
    DateTime OpenedAt,
    DateOnly? DueOn,
    DateTime? RemindedAt,
    DateTime? ClosedAt,
    HoldOutcome? Outcome
)
{
    /// <summary>Name of the step.</summary>
    public string StepName => ApprovalRoutes.For(Route).Step(Step).Short;

    /// <summary>Title, or what stands for one that is still empty.</summary>
    public string ShownTitle => Title.Length > 0 ? Title : ItemRow.NoTitle;
}

/// <summary>One page of holds and how many there are in all.</summary>
/// <param name="Overdue">Of the open ones, those past their last day.</param>
public sealed record HoldList(IReadOnlyList<HoldRow> Rows, int Total, int Overdue);

/// <summary>How many holds are open for a reader.</summary>
/// <param name="Overdue">Of the open ones, those past their last day.</param>
public sealed record HoldCounts(int Open, int Overdue);

/// <summary>One thing that happened to a hold's item since the hold opened.</summary>
public sealed record HoldEvent(DateTime At, string Name, string Duty, string What);

/// <summary>A hold with its item and its history.</summary>
public sealed record HoldCase(HoldView Hold, CaseRecord Item, IReadOnlyList<HoldEvent> History)
{
    /// <summary>The hold of the item that is open now, or null.</summary>
    public HoldView? Open { get; init; }

    /// <summary>Papers the secrecy review rests on.</summary>
    public IReadOnlyList<ItemFileRow> Papers { get; init; } = [];

    /// <summary>True when the disclosure office may end the hold as well as whoever the step is.</summary>
    public bool ForOffice { get; init; }

    /// <summary>True while the content may be changed and this reader may change it.</summary>
    public bool MayEdit { get; init; }

    /// <summary>True when this reader may stop the item now.</summary>
    public bool MayStop { get; init; }
}
