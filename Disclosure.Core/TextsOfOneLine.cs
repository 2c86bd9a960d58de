using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Catalogue;
using Disclosure.Core.Deadlines;
using Disclosure.Core.Obligations;
using Disclosure.Core.Participation;
using Disclosure.Core.Publication;
using Disclosure.Core.PublicOpinion;
using Disclosure.Core.Submissions;

namespace Disclosure.Core;

/// <summary>Every column that holds one typed line: a title, a name, a number, an address.</summary>
/// <remarks>What an item says of itself is one column of JSON; <see cref="ItemContent.Tidy"/> does the same for its lines.</remarks>
public static class TextsOfOneLine
{
    /// <summary>The columns.</summary>
    public static IReadOnlyList<(Type Entity, string Property)> All { get; } =
    [
        (typeof(BureauProfile), nameof(BureauProfile.Name)),
        (typeof(BureauProfile), nameof(BureauProfile.CitySeries)),
        (typeof(BureauProfile), nameof(BureauProfile.CountySeries)),
        (typeof(BureauProfile), nameof(BureauProfile.CreditCode)),
        (typeof(Unit), nameof(Unit.Name)),
        (typeof(Unit), nameof(Unit.ShortName)),
        (typeof(Unit), nameof(Unit.Code)),
        (typeof(Subject), nameof(Subject.Name)),
        (typeof(Staff), nameof(Staff.Name)),
        (typeof(Staff), nameof(Staff.Phone)),
        (typeof(Staff), nameof(Staff.SignInName)),
        (typeof(LocalDay), nameof(LocalDay.Name)),
        (typeof(DraftTemplate), nameof(DraftTemplate.Name)),
        (typeof(FormPrint), nameof(FormPrint.Box)),
        (typeof(ChannelPublication), nameof(ChannelPublication.Place)),
        (typeof(ConsistencyCheck), nameof(ConsistencyCheck.FoundName)),
        (typeof(AnnualCatalogueNotice), nameof(AnnualCatalogueNotice.Address)),
        (typeof(DutyEntry), nameof(DutyEntry.Place)),
        (typeof(DutyEntry), nameof(DutyEntry.Reporter)),
        (typeof(PlannedRelease), nameof(PlannedRelease.Title)),
        (typeof(Consultation), nameof(Consultation.Title)),
        (typeof(Consultation), nameof(Consultation.SummaryPlace)),
        (typeof(OpinionCase), nameof(OpinionCase.Title)),
        (typeof(OpinionCase), nameof(OpinionCase.Source)),
        (typeof(OpinionCase), nameof(OpinionCase.Link)),
    ];
}
