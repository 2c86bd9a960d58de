using Disclosure.Core.Approval;
using Disclosure.Core.Forms;

namespace Disclosure.Core.Printing;

/// <summary>A form by name, with a blank sheet (手填用) and one filled with invented data.</summary>
public sealed record FormEntry(string Name, FormSheet Blank, FormSheet Sample);

/// <summary>
/// Every form the program prints, in the order of the regulations; those of a route with the boxes of its newest version.
/// </summary>
public static class FormLibrary
{
    private static Route City => ApprovalRoutes.For(ApprovalRoutes.NewestOf(Submissions.RouteCodes.City));

    // A county's information is changed under one signature more; the blank form serves both.
    private static Route County => ApprovalRoutes.For(ApprovalRoutes.NewestOf(Submissions.RouteCodes.County));

    /// <summary>All forms; sheets are built once.</summary>
    public static IReadOnlyList<FormEntry> All { get; } =
    [
        new(
            ReleaseApprovalForm.Name,
            ReleaseApprovalForm.Sheet(new() { Steps = StepRows.Of(City, Empty), Review = StepRows.Review(City, Empty) }),
            ReleaseApprovalForm.Sheet(FormSamples.ReleaseApproval)
        ),
        new(
            CountyReviewForm.Name,
            CountyReviewForm.Sheet(new() { Steps = StepRows.Of(County, Empty), Review = StepRows.Review(County, Empty) }),
            CountyReviewForm.Sheet(FormSamples.CountyReview)
        ),
        new(
            AmendmentForm.Name,
            AmendmentForm.Sheet(new() { Steps = StepRows.OfChange(County, Empty), Review = StepRows.Review(County, Empty) }),
            AmendmentForm.Sheet(FormSamples.Amendment)
        ),
        new(
            SecrecyReviewForm.Name,
            SecrecyReviewForm.Sheet(new SecrecyReviewSheetRecord { Review = StepRows.Review(City, Empty) }),
            SecrecyReviewForm.Sheet(FormSamples.SecrecyReview)
        ),
        new(FlowRecordForm.Name, FlowRecordForm.Sheet(new()), FlowRecordForm.Sheet(ListSamples.Flow)),
        new(
            AttachmentListForm.Name,
            AttachmentListForm.Sheet(AttachmentListRecord.Blank),
            AttachmentListForm.Sheet(ListSamples.Attachments)
        ),
        new(ReturnNoticeForm.Name, ReturnNoticeForm.Sheet(ReturnNoticeRecord.Blank), ReturnNoticeForm.Sheet(LedgerSamples.ReturnNotice)),
        new(
            AnnualCatalogueForm.Name,
            AnnualCatalogueForm.Sheet(AnnualCatalogueRecord.Blank),
            AnnualCatalogueForm.Sheet(ListSamples.Annual)
        ),
        new(
            StandingCatalogueForm.Name,
            StandingCatalogueForm.Sheet(StandingCatalogueRecord.Blank),
            StandingCatalogueForm.Sheet(ListSamples.Standing)
        ),
        new(SecrecyLedgerForm.Name, SecrecyLedgerForm.Sheet(new()), SecrecyLedgerForm.Sheet(LedgerSamples.SecrecyLedger)),
        new(ReferralLetter.Name, ReferralLetter.Sheet(ReferralLetterRecord.Blank), ReferralLetter.Sheet(LetterSamples.Referral)),
        new(ConsentLetter.Name, ConsentLetter.Sheet(ConsentLetterRecord.Blank), ConsentLetter.Sheet(LetterSamples.Consent)),
        new(
            DeclassificationForm.Name,
            DeclassificationForm.Sheet(DeclassificationRecord.Blank),
            DeclassificationForm.Sheet(LetterSamples.Declassification)
        ),
    ];

    private static FilledBox Empty(RouteStep step) => new();
}
