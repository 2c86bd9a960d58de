using Disclosure.Core.Approval;
using Disclosure.Core.Archive;
using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Catalogue;
using Disclosure.Core.Common;
using Disclosure.Core.Deadlines;
using Disclosure.Core.Demonstration;
using Disclosure.Core.Evidence;
using Disclosure.Core.Forms;
using Disclosure.Core.Interpretation;
using Disclosure.Core.Ledgers;
using Disclosure.Core.Obligations;
using Disclosure.Core.Participation;
using Disclosure.Core.Printing;
using Disclosure.Core.Publication;
using Disclosure.Core.PublicOpinion;
using Disclosure.Core.Reminders;
using Disclosure.Core.Search;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Disclosure.Core.Uploads;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Core;

/// <summary>Registers the modules above the store, in reading order; every one is a concrete type without state of its own.</summary>
public static class CoreServices
{
    /// <summary>Adds the modules. The store, the fonts and the anchor's file are the caller's to add.</summary>
    public static IServiceCollection AddDisclosureCore(this IServiceCollection services) =>
        services
            .AddSingleton<IDrawsText>(s => s.GetRequiredService<FormPrinter>())
            .AddSingleton(new OneLineTexts(TextsOfOneLine.All))
            .AddSingleton(s => new TextGuard(TextsOnPaper.All, s.GetRequiredService<IDrawsText>()))
            .AddSingleton<AuditVerifier>()
            .AddSingleton<IVerifiesFacts, StoredFiles>()
            .AddSingleton<IVerifiesFacts, ErasedFacts>()
            .AddSingleton<IVerifiesFacts, RevisionFacts>()
            .AddSingleton<IVerifiesFacts, SignedFacts>()
            .AddSingleton<AuditQueries>()
            .AddSingleton<Passwords>()
            .AddSingleton<Operations>()
            .AddSingleton<AccountService>()
            .AddSingleton<FirstAdministrators>()
            .AddSingleton<AdministratorRecovery>()
            .AddSingleton<BureauService>()
            .AddSingleton<StaffService>()
            .AddSingleton<DutyService>()
            .AddSingleton<PasswordResetService>()
            .AddSingleton<DelegationService>()
            .AddSingleton<DelegationConfirming>()
            .AddSingleton<BureauQueries>()
            .AddSingleton<StaffQueries>()
            .AddSingleton<PreferenceService>()
            .AddSingleton<IKeptItems, KeptItems>()
            .AddSingleton<FormDraftService>()
            .AddSingleton<OwnOpinionService>()
            .AddSingleton<IdentityQueries>()
            .AddSingleton<CalendarService>()
            .AddSingleton<CalendarQueries>()
            .AddSingleton(ApprovalRoutes.Newest)
            .AddSingleton<DraftService>()
            .AddSingleton<DraftQueries>()
            .AddSingleton<DraftTemplateService>()
            .AddSingleton<EarlierItemQueries>()
            .AddSingleton<ItemNews>()
            .AddSingleton<IExaminesFiles, ExaminesInside>()
            .AddSingleton<ExaminerSettingsService>()
            .AddSingleton<ExaminationQueue>()
            .AddSingleton<IHearsCommits>(s => s.GetRequiredService<ExaminationQueue>())
            .AddSingleton<ExaminationService>()
            .AddSingleton<ApprovalService>()
            .AddSingleton<IEvidenceItems, EvidenceAnswers>()
            .AddSingleton<EvidenceService>()
            .AddSingleton<EvidenceQueries>()
            .AddSingleton<OpenFiles>()
            .AddSingleton<EvidencePreview>()
            .AddSingleton<FileTexts>()
            .AddSingleton<TypingService>()
            .AddSingleton<StepLimitService>()
            .AddSingleton<StepDues>()
            .AddSingleton<HoldService>()
            .AddSingleton<HoldQueries>()
            .AddSingleton<WithdrawalService>()
            .AddSingleton<WithdrawalQueries>()
            .AddSingleton<InboxQueries>()
            .AddSingleton<ReadingLog>()
            .AddSingleton<ItemQueries>()
            .AddSingleton<ReminderService>()
            .AddSingleton<IRaisesReminders, WithdrawalReminders>()
            .AddSingleton<StoredContent>()
            .AddSingleton<PublicationService>()
            .AddSingleton<PublicationQueries>()
            .AddSingleton<AmendmentService>()
            .AddSingleton<AmendmentQueries>()
            .AddSingleton<IRaisesReminders, AmendmentReminders>()
            .AddSingleton<IRaisesReminders, AuthorReminders>()
            .AddSingleton<InterpretationQueries>()
            .AddSingleton<InterpretationService>()
            .AddSingleton<IRaisesReminders, InterpretationReminders>()
            .AddSingleton<ConsistencyService>()
            .AddSingleton<ConsistencyQueries>()
            .AddSingleton<OpinionService>()
            .AddSingleton<OpinionReplyService>()
            .AddSingleton<OpinionQueries>()
            .AddSingleton<IRaisesReminders, OpinionReminders>()
            .AddSingleton<PublishingPackage>()
            .AddSingleton<PrintSettingsService>()
            .AddSingleton<HoldLetters>()
            .AddSingleton<ListPrints>()
            .AddSingleton<AnnualCatalogueQueries>()
            .AddSingleton<AnnualCatalogueService>()
            .AddSingleton<StandingDraftService>()
            .AddSingleton<StandingCatalogueService>()
            .AddSingleton<StandingCatalogueQueries>()
            .AddSingleton<LedgerQueries>()
            .AddSingleton<LedgerService>()
            .AddSingleton<PublicationLedgerQueries>()
            .AddSingleton<TraceQueries>()
            .AddSingleton<WithheldQueries>()
            .AddSingleton<WithholdingService>()
            .AddSingleton<WeekQueries>()
            .AddSingleton<IWeekRows, ItemWeek>()
            .AddSingleton<IWeekRows, AmendmentWeek>()
            .AddSingleton<IWeekRows, InterpretationWeek>()
            .AddSingleton<IWeekRows, OpinionWeek>()
            .AddSingleton<IWeekRows, CatalogueWeek>()
            .AddSingleton<ObligationService>()
            .AddSingleton<ObligationQueries>()
            .AddSingleton<AnnualFigures>()
            .AddSingleton<OfficeYearQueries>()
            .AddSingleton<ReleaseService>()
            .AddSingleton<ReleaseQueries>()
            .AddSingleton<IRaisesReminders, DutyReminders>()
            .AddSingleton<IRaisesReminders, ReleaseReminders>()
            .AddSingleton<IWeekRows, DutyWeek>()
            .AddSingleton<ConsultationService>()
            .AddSingleton<ConsultationQueries>()
            .AddSingleton<IRaisesReminders, ConsultationReminders>()
            .AddSingleton<IWeekRows, ConsultationReminders>()
            .AddSingleton<ItemSheets>()
            .AddSingleton<PrintService>()
            .AddSingleton<EditableForms>()
            .AddSingleton<PrintQueries>()
            .AddSingleton<OriginalService>()
            .AddSingleton<SignedSheetService>()
            .AddSingleton<HandwritingService>()
            .AddSingleton<PaperCheck>()
            .AddSingleton<UploadService>()
            .AddSingleton<ArchiveQueries>()
            .AddSingleton<ArchivePapers>()
            .AddSingleton<ItemArchive>()
            .AddSingleton<ArchivePackages>()
            .AddSingleton<SearchReading>()
            .AddSingleton<SearchQueue>()
            .AddSingleton<IHearsCommits>(s => s.GetRequiredService<SearchQueue>())
            .AddSingleton<SearchService>()
            .AddSingleton<SearchQueries>()
            .AddSingleton<SearchFiles>()
            .AddSingleton<DemonstrationAccounts>()
            .AddSingleton<DemonstrationPlans>()
            .AddSingleton<DemonstrationService>();
}
