using Disclosure.Core.Approval;
using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Deadlines;
using Disclosure.Core.Demonstration;
using Disclosure.Core.Ledgers;
using Disclosure.Core.Obligations;
using Disclosure.Core.Participation;
using Disclosure.Core.Printing;
using Disclosure.Core.Publication;
using Disclosure.Core.Reminders;
using Disclosure.Core.Submissions;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Core;

/// <summary>Registers the rooms above the store, in reading order; every one is a concrete type without state of its own.</summary>
public static class CoreServices
{
    /// <summary>Adds the rooms. The store, the fonts and the anchor's file are the caller's to add.</summary>
    public static IServiceCollection AddDisclosureCore(this IServiceCollection services) => services
        .AddSingleton<AuditVerifier>()
        .AddSingleton<AuditQueries>()
        .AddSingleton<Passwords>()
        .AddSingleton<AccountService>()
        .AddSingleton<FirstAdministrators>()
        .AddSingleton<BureauService>()
        .AddSingleton<StaffService>()
        .AddSingleton<DutyService>()
        .AddSingleton<DelegationService>()
        .AddSingleton<BureauQueries>()
        .AddSingleton<StaffQueries>()
        .AddSingleton<CalendarService>()
        .AddSingleton<CalendarQueries>()
        .AddSingleton<DraftService>()
        .AddSingleton<DraftQueries>()
        .AddSingleton<ItemNews>()
        .AddSingleton<ApprovalService>()
        .AddSingleton<TypingService>()
        .AddSingleton<StepLimitService>()
        .AddSingleton<StepDues>()
        .AddSingleton<HoldService>()
        .AddSingleton<HoldQueries>()
        .AddSingleton<InboxQueries>()
        .AddSingleton<ItemQueries>()
        .AddSingleton<ReminderService>()
        .AddSingleton<StoredContent>()
        .AddSingleton<PublicationService>()
        .AddSingleton<PublicationQueries>()
        .AddSingleton<PrintSettingsService>()
        .AddSingleton<HoldLetters>()
        .AddSingleton<ListPrints>()
        .AddSingleton<LedgerQueries>()
        .AddSingleton<LedgerService>()
        .AddSingleton<TraceQueries>()
        .AddSingleton<WithheldQueries>()
        .AddSingleton<WithholdingService>()
        .AddSingleton<WeekQueries>()
        .AddSingleton<IWeekRows, ItemWeek>()
        .AddSingleton<ObligationService>()
        .AddSingleton<ObligationQueries>()
        .AddSingleton<AnnualFigures>()
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
        .AddSingleton<DemonstrationAccounts>()
        .AddSingleton<DemonstrationPlans>()
        .AddSingleton<DemonstrationService>();
}
