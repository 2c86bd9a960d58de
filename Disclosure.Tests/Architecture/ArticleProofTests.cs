using System.Reflection;
using Disclosure.Core.Common;
using Disclosure.Tests.Core.Approval;
using Disclosure.Tests.Core.Catalogue;
using Disclosure.Tests.Core.Deadlines;
using Disclosure.Tests.Core.Ledgers;
using Disclosure.Tests.Core.Obligations;
using Disclosure.Tests.Core.Participation;
using Disclosure.Tests.Core.PublicOpinion;
using Disclosure.Tests.Core.Review;
using Disclosure.Tests.Journeys;
using Disclosure.Tests.Support;
using Disclosure.Web.Components.Rules;

namespace Disclosure.Tests.Architecture;

/// <summary>Every article of the secrecy review with the tests that prove it, and with the place in the program where it lives.</summary>
[Slow]
public sealed class ArticleProofTests(SharedProgram program)
{
    private static readonly string[] Owed =
    [
        "A9",
        "A10",
        "A11",
        "B1",
        "B2",
        "B3",
        "B3-1",
        "B3-2",
        "B3-3",
        "B3-4",
        "B3-5",
        "B4",
        "B5",
        "B6",
        "B7",
        "B8",
        "C1",
        "C2",
        "C3",
        "C4",
        "C5",
        "D2",
        "D4",
    ];

    private static readonly (string Article, Type Tests, string Method)[] Proofs =
    [
        ("A9", typeof(ReviewRulesTests), nameof(ReviewRulesTests.GroundsOfA9_RestOnArticles14To16)),
        ("A9", typeof(WithheldTests), nameof(WithheldTests.List_HoldsWhatIsWithheldPostponedAndLimited_WithGroundAndArticles)),
        ("A9", typeof(ExceptionTests), nameof(ExceptionTests.Withholding_WantsItsGroundAndItsBasis)),
        ("A9", typeof(HoldTests), nameof(HoldTests.AReplyThatForbids_LeavesTheOfficeOnlyTheWithholding_WhichTheDeputyConfirms)),
        ("A10", typeof(HoldTests), nameof(HoldTests.AnUndecidedMatter_IsPostponedForTenWorkingDays_ReferredAndGoesOnAfterTheReply)),
        ("A10", typeof(SecrecyJourneys), nameof(SecrecyJourneys.AnUndecidedMatter_IsPostponed_Referred_Answered_AndGoesOn)),
        ("A10", typeof(HandCountedTests), "*"),
        ("A11", typeof(AnnualCatalogueTests), nameof(AnnualCatalogueTests.Catalogue_ListsTheYearByDayOfPublication_WithItsFullIndex)),
        (
            "A11",
            typeof(AnnualCatalogueTests),
            nameof(AnnualCatalogueTests.IndexNumbers_HaveNoGapAndNoDouble_UnderEightPublishersOfThirtyTwoItems)
        ),
        ("A11", typeof(AnnualCatalogueTests), nameof(AnnualCatalogueTests.PublicationOfTheCatalogue_IsKept_AndALaterOneStandsBesideIt)),
        ("B1", typeof(WhoMayDoWhatTests), "*"),
        ("B2", typeof(RandomWalkTests), nameof(RandomWalkTests.ThousandsOfHistories_KeepEveryPromise)),
        ("B2", typeof(AnswersTests), nameof(AnswersTests.ADifference_WantsAWord)),
        ("B3", typeof(ReviewRulesTests), nameof(ReviewRulesTests.EveryAnswer_LeadsToItsConsequence)),
        ("B3", typeof(AnswersTests), nameof(AnswersTests.Criteria_AreTheFiveOfB3_InOrder)),
        ("B3-1", typeof(ReviewRulesTests), nameof(ReviewRulesTests.Marking_ComputesWhetherItHasRunOut)),
        ("B3-1", typeof(SecrecyJourneys), nameof(SecrecyJourneys.AMarkingThatHolds_IsErased_DownToTheBytesOfTheStore)),
        ("B3-1", typeof(StopTests), nameof(StopTests.Stop_LeavesNothingOfTheContent_AnywhereInTheStore)),
        ("B3-2", typeof(ReviewRulesTests), nameof(ReviewRulesTests.EveryAnswer_LeadsToItsConsequence)),
        ("B3-2", typeof(HoldTests), nameof(HoldTests.AScanOfAnotherItem_IsNoPaperOfThisOne)),
        ("B3-3", typeof(ReviewRulesTests), nameof(ReviewRulesTests.EveryAnswer_LeadsToItsConsequence)),
        ("B3-4", typeof(ReviewRulesTests), nameof(ReviewRulesTests.EveryAnswer_LeadsToItsConsequence)),
        ("B3-5", typeof(ReviewRulesTests), nameof(ReviewRulesTests.AHoldThatEndedWell_ClearsItsOwnQuestionAndNoOther)),
        ("B4", typeof(HoldTests), nameof(HoldTests.AnExpiredMarking_WaitsForItsDeclassification_AndGoesOnAtTheSameStep)),
        ("B4", typeof(HoldTests), nameof(HoldTests.AClearance_CountsForItsFilesAndNoOthers)),
        ("B4", typeof(SecrecyJourneys), nameof(SecrecyJourneys.AnExpiredMarking_IsDeclassified_AndPublished)),
        ("B5", typeof(SecrecyJourneys), nameof(SecrecyJourneys.ASecretPart_IsErased_AndTheProcessedVersionPassesThreeNewReviews)),
        ("B5", typeof(HoldTests), nameof(HoldTests.ASecretPart_IsErasedFromTheStoreBeforeTheProcessedVersionComes)),
        ("B6", typeof(ReviewRulesTests), nameof(ReviewRulesTests.WhatIsAStateSecret_IsNeverDecidedInTheCity)),
        ("B6", typeof(HoldTests), nameof(HoldTests.AReplyThatItIsASecret_ErasesEverything)),
        ("B7", typeof(SecrecyJourneys), nameof(SecrecyJourneys.PrivacyByException_PassesOnlyWithItsPaper_AndTheDirector)),
        ("B7", typeof(ExceptionTests), nameof(ExceptionTests.AThirdPartysMatter_GoesOnWithItsPaper_AndOnlyByTheDirector)),
        ("B7", typeof(ExceptionTests), nameof(ExceptionTests.NoConsent_LetsAnythingElsePass)),
        ("B7", typeof(ExceptionTests), nameof(ExceptionTests.AClassifiedItem_StopsWhateverConsentIsAtHand)),
        ("B8", typeof(TraceTests), nameof(TraceTests.Trace_HoldsEverySignature_TheReturnedAndTheActedForIncluded)),
        ("B8", typeof(MonthLedgerTests), nameof(MonthLedgerTests.Month_CountsEveryMoveOnce_ByUnit)),
        ("C1", typeof(ObligationTests), nameof(ObligationTests.AnEntry_IsNeverOverwritten_CorrectedWithAReason_AndTakenBack)),
        ("C1", typeof(YearTests), nameof(YearTests.EveryDutyOfTheYear_IsRaisedByItself_RecalledThreeTimes_AndMetOrShownOverdue)),
        ("C2", typeof(OpinionStoryTests), "*"),
        ("C2", typeof(OpinionReplyTests), nameof(OpinionReplyTests.TheJudge_DoesNotKnowThatItIsUrgent)),
        ("C2", typeof(NaturalClockTests), "*"),
        (
            "C3",
            typeof(ExceptionTests),
            nameof(ExceptionTests.APolicyDocumentNotToBeDisclosed_PassesTheOfficeBeforeAnyLeader_AndIsNeverPublished)
        ),
        ("C3", typeof(ExceptionTests), nameof(ExceptionTests.AnItemWithoutADisclosureAttribute_IsNotSent)),
        ("C4", typeof(StandingCatalogueTests), nameof(StandingCatalogueTests.Version_ComesIntoForceOnItsDay_AndTheFormerOneStays)),
        ("C4", typeof(StandingCatalogueTests), nameof(StandingCatalogueTests.Publication_HangsOnItsMatter_OrIsHungUpByTheOffice)),
        ("C4", typeof(StandingDueTests), "*"),
        ("C5", typeof(ObligationTests), nameof(ObligationTests.FewerThanTwoOfficers_AreCounted_WithoutClosedOrFreshAccounts)),
        ("C5", typeof(ConsultationTests), nameof(ConsultationTests.AConsultation_OpensByItself_TakesOpinions_AndIsAnsweredOneByOne)),
        ("D2", typeof(HoldTests), nameof(HoldTests.ARespondent_IsNeverLetThrough_OnlyAProcessedVersionIs_AndAllThreeReviewsBeginAnew)),
        ("D4", typeof(YearTests), nameof(YearTests.EveryDutyOfTheYear_IsRaisedByItself_RecalledThreeTimes_AndMetOrShownOverdue)),
        ("D4", typeof(ObligationTests), nameof(ObligationTests.ACommunique_MeetsItsDuty_OnceItStandsOutsideTheIntranet)),
    ];

    [Fact]
    public void EveryArticleOwed_IsProvedByATestThatExists()
    {
        Assert.All(
            Proofs,
            p =>
                Assert.Contains(
                    p.Tests.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly),
                    m => (p.Method == "*" || m.Name == p.Method) && m.GetCustomAttributes<FactAttribute>().Any()
                )
        );
        Assert.Empty(Owed.Except(Proofs.Select(p => p.Article)));
    }

    [Fact]
    public void EveryArticle_HasItsPlaceInTheProgram_InTheOrderOfTheRegulations()
    {
        Assert.Equal(Articles.Codes, ArticlePlaces.All.Select(a => a.Article));
        Assert.Equal(35, ArticlePlaces.All.Count(a => !a.Article.Contains('-', StringComparison.Ordinal)));
        Assert.All(ArticlePlaces.All, a => Assert.True(a.Places.Count > 0 && Articles.Find(a.Article).Length > 0, a.Article));
    }

    [Fact]
    public async Task EveryPlace_OpensForSomebodyWhosePageItIs()
    {
        // Between them they hold every duty that a place asks for.
        HttpClient[] people =
        [
            await program.SignInAsync("gongkaiban.1"),
            await program.SignInAsync("gongye.bianji"),
            await program.SignInAsync("pingtai"),
            await program.SignInAsync("shenji"),
            await program.SignInAsync("xitong"),
        ];
        foreach (var path in ArticlePlaces.All.SelectMany(a => a.Places).Select(p => p.Path.Split('#')[0]).Distinct())
        {
            var answers = await Task.WhenAll(people.Select(p => p.GetAsync(path)));
            Assert.True(answers.Any(a => a.StatusCode == System.Net.HttpStatusCode.OK), path);
        }
    }
}
