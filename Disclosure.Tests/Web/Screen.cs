using System.Security.Claims;
using Bunit;
using Disclosure.Core.Approval;
using Disclosure.Core.Archive;
using Disclosure.Core.Bureau;
using Disclosure.Core.Catalogue;
using Disclosure.Core.Deadlines;
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
using Disclosure.Tests.Support;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace Disclosure.Tests.Web;

/// <summary>One person's browser in front of a bureau: real services on a real store, only the browser itself is played.</summary>
public sealed class Screen : BunitContext
{
    /// <summary>Signs a person in.</summary>
    /// <param name="policies">Calls that are open to the person beside those for everybody.</param>
    public Screen(Given given, string signIn, params string[] policies)
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices(o => o.PopoverOptions.CheckForPopoverProvider = false);
        var by = given.By(signIn);
        AddAuthorization().SetAuthorized(by.Name).SetClaims(new Claim(ClaimTypes.NameIdentifier, $"{by.StaffId}")).SetPolicies(policies);
        Services.AddSingleton<IHttpContextAccessor>(new HttpContextAccessor());
        Services.AddScoped<CurrentActor>();
        Add<TimeProvider>(given);
        Add<IDbContextFactory<DisclosureDb>>(given);
        Add<ItemQueries>(given);
        Add<InboxQueries>(given);
        Add<ItemNews>(given);
        Add<ApprovalService>(given);
        Add<TypingService>(given);
        Add<HoldService>(given);
        Add<HoldQueries>(given);
        Add<PublicationQueries>(given);
        Add<PublicationService>(given);
        Add<AmendmentQueries>(given);
        Add<AmendmentService>(given);
        Add<ReadingLog>(given);
        Add<InterpretationQueries>(given);
        Add<InterpretationService>(given);
        Add<ConsistencyService>(given);
        Add<ConsistencyQueries>(given);
        Add<PrintService>(given);
        Add<FormPrinter>(given);
        Add<PrintQueries>(given);
        Add<ItemSheets>(given);
        Add<OriginalService>(given);
        Add<SignedSheetService>(given);
        Add<HandwritingService>(given);
        Add<PaperCheck>(given);
        Add<BlobStore>(given);
        Services.AddSingleton(new Site(""));
        Add<CalendarQueries>(given);
        Add<CalendarService>(given);
        Add<StepLimitService>(given);
        Add<StepDues>(given);
        Add<LedgerQueries>(given);
        Add<LedgerService>(given);
        Add<PublicationLedgerQueries>(given);
        Add<TraceQueries>(given);
        Add<WithheldQueries>(given);
        Add<WithholdingService>(given);
        Add<HoldLetters>(given);
        Add<ReminderService>(given);
        Add<AnnualCatalogueQueries>(given);
        Add<AnnualCatalogueService>(given);
        Add<OpinionQueries>(given);
        Add<OpinionService>(given);
        Add<OpinionReplyService>(given);
        Add<StandingCatalogueQueries>(given);
        Add<StandingCatalogueService>(given);
        Add<StandingDraftService>(given);
        Add<ArchiveQueries>(given);
        Add<BureauQueries>(given);
        Add<IdentityQueries>(given);
        Add<PreferenceService>(given);
        Add<FormDraftService>(given);
        Add<OwnOpinionService>(given);
        Add<DelegationConfirming>(given);
        Add<WeekQueries>(given);
        Add<ObligationQueries>(given);
        Add<ObligationService>(given);
        Add<AnnualFigures>(given);
        Add<OfficeYearQueries>(given);
        Add<ReleaseQueries>(given);
        Add<ReleaseService>(given);
        Add<ConsultationQueries>(given);
        Add<ConsultationService>(given);
        Add<SearchQueries>(given);
        Add<EvidenceQueries>(given);
        Add<EvidenceService>(given);
        Add<EvidencePreview>(given);
        Add<FileTexts>(given);
        Add<ExaminerSettingsService>(given);
        Add<Disclosure.Core.Common.IDrawsText>(given);
    }

    /// <summary>Words on the page, white space folded.</summary>
    public static string Words(IRenderedComponent<IComponent> page) =>
        string.Join(' ', string.Concat(page.Nodes.Select(n => n.TextContent)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What the submission form needs beside the rest.</summary>
    public Screen WithForm(Given given)
    {
        Services.AddSingleton(given.Options);
        Add<DraftService>(given);
        Add<DraftQueries>(given);
        Add<DraftTemplateService>(given);
        Add<EarlierItemQueries>(given);
        Add<BlobStore>(given);
        return this;
    }

    private void Add<T>(Given given)
        where T : class => Services.AddSingleton(given.Get<T>());
}
