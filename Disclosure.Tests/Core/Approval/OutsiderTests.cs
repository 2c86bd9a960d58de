using System.Reflection;
using Disclosure.Core.Approval;
using Disclosure.Core.Archive;
using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Catalogue;
using Disclosure.Core.Common;
using Disclosure.Core.Evidence;
using Disclosure.Core.Interpretation;
using Disclosure.Core.Ledgers;
using Disclosure.Core.Obligations;
using Disclosure.Core.Participation;
using Disclosure.Core.Printing;
using Disclosure.Core.Publication;
using Disclosure.Core.PublicOpinion;
using Disclosure.Core.Reminders;
using Disclosure.Core.Review;
using Disclosure.Core.Search;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Disclosure.Core.Uploads;
using Disclosure.Tests.Core.Forms;
using Disclosure.Tests.Core.PublicOpinion;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Approval;

/// <summary>
/// Every public call of the modules that hold items is tried by people to whom the item is nothing. A call that is not listed here fails
/// the test, so that none is added unnoticed.
/// </summary>
[Slow]
public sealed class OutsiderTests
{
    private static readonly string[] Outsiders =
    [
        "jiangda.editor",
        "jiangda.chief",
        "nongmu.editor",
        "nongmu.head",
        "deputy.other",
        "delegate.expired",
        "delegate.revoked",
        "closed",
        "fresh",
        "former",
        "coming",
        "nobody",
        "admin.system",
        "admin.security",
        "admin.audit",
    ];

    // One type of each module that holds items or speaks of them.
    private static readonly Type[] Modules =
    [
        typeof(Submission),
        typeof(Judge),
        typeof(Examination),
        typeof(ReminderService),
        typeof(PublicationService),
        typeof(InterpretationQueries),
        typeof(OpinionCase),
        typeof(AnnualCatalogueQueries),
        typeof(LedgerQueries),
        typeof(PrintService),
        typeof(ArchiveQueries),
        typeof(ObligationQueries),
        typeof(ConsultationQueries),
        typeof(SearchQueries),
        typeof(UploadService),
    ];

    // What each call says to an outsider, true when it says nothing: null, empty, or that there is no such thing.
    private static readonly Dictionary<string, Func<Call, Task<bool>>> Calls = new()
    {
        ["ItemQueries.FindAsync"] = async d => await d.Given.Get<ItemQueries>().FindAsync(d.Item, d.By, d.Now) is null,
        ["ItemQueries.MayReadAsync"] = async d => !await d.Given.Get<ItemQueries>().MayReadAsync(d.Item, d.By, d.Now),
        ["ItemQueries.HeadingAsync"] = async d => await d.Given.Get<ItemQueries>().HeadingAsync(d.Item, d.By, d.Now) is null,
        ["ItemQueries.VersionsAsync"] = async d => await d.Given.Get<ItemQueries>().VersionsAsync(d.Item, d.By, d.Now) is null,
        ["ItemQueries.RevisionAsync"] = async d => await d.Given.Get<ItemQueries>().RevisionAsync(d.Item, d.Revision, d.By, d.Now) is null,
        ["ItemQueries.FileAsync"] = async d => await d.Given.Get<ItemQueries>().FileAsync(d.File, d.By, d.Now) is null,
        ["ItemQueries.BlankAsync"] = async d =>
            await d.Given.Get<ItemQueries>().BlankAsync(await d.Given.UnitIdAsync("540302"), d.By, d.Now) is null,
        ["EarlierItemQueries.FindAsync"] = async d => await d.Given.Get<EarlierItemQueries>().FindAsync("", d.By, d.Now) is [],
        ["EarlierItemQueries.FormAsync"] = async d => await d.Given.Get<EarlierItemQueries>().FormAsync(d.Item, d.By, d.Now) is null,
        ["DraftTemplateService.FindAsync"] = async d => await d.Given.Get<DraftTemplateService>().FindAsync(1, d.By, d.Now) is null,
        ["DraftTemplateService.RenameAsync"] = async d =>
            (await d.Given.Get<DraftTemplateService>().RenameAsync(1, "别人的", d.By, d.Now)).Problem is NotFound,
        ["DraftTemplateService.DeleteAsync"] = async d =>
            (await d.Given.Get<DraftTemplateService>().DeleteAsync(1, d.By, d.Now)).Problem is NotFound,
        ["DraftTemplateService.AllAsync"] = async d => await d.Given.Get<DraftTemplateService>().AllAsync(d.By, d.Now) is [],
        ["EvidenceQueries.ForItemAsync"] = async d => await d.Given.Get<EvidenceQueries>().ForItemAsync(d.Item, d.By, d.Now) is null,
        ["EvidenceAnswers.FileAsync"] = async d => await d.Given.Get<IEvidenceItems>().FileAsync(d.File, d.By, d.Now, default) is null,
        ["EvidenceAnswers.OpenAsync"] = async d =>
        {
            await using var op = await d.Given.Get<Operations>().ReadAsync(d.By, d.Now, default);
            return await d.Given.Get<IEvidenceItems>().OpenAsync(op, d.Item, default) is null;
        },
        ["KeptItems.MayKeepAsync"] = async d =>
        {
            await using var op = await d.Given.Get<Operations>().ReadAsync(d.By, d.Now, default);
            return !await d.Given.Get<IKeptItems>().MayKeepAsync(op, d.Item, default);
        },
        ["EvidenceService.JudgeAsync"] = async d =>
            (await d.Given.Get<EvidenceService>().JudgeAsync(d.Item, ["0"], true, "", d.By, d.Now)).Problem is NotFound,
        ["EvidenceService.AgreeAsync"] = async d =>
            (await d.Given.Get<EvidenceService>().AgreeAsync(d.Item, d.By, d.Now)).Problem is NotFound,
        ["EvidenceService.OpenAsync"] = async d =>
            (await d.Given.Get<EvidenceService>().OpenAsync(d.Item, "0", d.By, d.Now)).Problem is NotFound,
        ["EvidenceService.RerunAsync"] = async d =>
            (await d.Given.Get<EvidenceService>().RerunAsync(d.Item, d.By, d.Now)).Problem is NotFound,
        ["EvidencePreview.ReadAsync"] = async d =>
            (await d.Given.Get<EvidencePreview>().ReadAsync(d.File, null, null, d.By, d.Now)).Problem is NotFound,
        ["FileTexts.ReadAsync"] = async d => (await d.Given.Get<FileTexts>().ReadAsync(d.File, 0, null, d.By, d.Now)).Problem is NotFound,
        ["InboxQueries.CountAsync"] = async d =>
            await d.Given.Get<InboxQueries>().CountAsync(d.By, d.Now) == new WorklistCounts(0, 0, 0, 0, 0),
        ["InboxQueries.PageAsync"] = async d =>
        {
            var inbox = d.Given.Get<InboxQueries>();
            var pages = await Task.WhenAll(
                Enum.GetValues<Worklist>()
                    .Select(async p =>
                        (
                            await inbox.PageAsync(p, "", 0, d.By, d.Now),
                            await inbox.PageAsync(p, "工业", 0, new ItemOrder(ItemColumn.Title, true), d.By, d.Now)
                        )
                    )
            );
            return pages.All(p => p is ({ Total: 0, Rows: [] }, { Total: 0, Rows: [] }));
        },
        ["InboxQueries.AllAsync"] = async d =>
            (
                await Task.WhenAll(Enum.GetValues<Worklist>().Select(p => d.Given.Get<InboxQueries>().AllAsync(p, "", null, d.By, d.Now)))
            ).All(p => p is { Total: 0, Rows: [] }),
        ["InboxQueries.LinkableAsync"] = async d => await d.Given.Get<InboxQueries>().LinkableAsync(0, "", d.By, d.Now) is [],
        ["InboxQueries.NeighboursAsync"] = async d =>
            await d.Given.Get<InboxQueries>().NeighboursAsync(d.Item, d.By, d.Now) == new Neighbours(null, null, 0),
        ["ApprovalService.DecideAsync"] = async d =>
        {
            var outcomes = new List<Outcome<Move>>();
            foreach (var kind in Enum.GetValues<MoveKind>().Where(k => k != MoveKind.Publish))
            {
                outcomes.Add(
                    await d.Given.Get<ApprovalService>().DecideAsync(d.Item, d.Given.Whole(kind, "platform", 99), null, d.By, d.Now)
                );
            }
            return outcomes.All(o => o.Problem is NotFound);
        },
        ["ApprovalService.OpenAsync"] = async d =>
        {
            await d.Given.Get<ApprovalService>().OpenAsync(d.Item, d.By, d.Now);
            return (await d.Given.SubmissionAsync(d.Item)).OpenedAt is null;
        },
        ["TypingService.SaveAsync"] = async d =>
            (await d.Given.Get<TypingService>().SaveAsync(d.Item, "platform", 1, "{}", d.By, d.Now)).Problem is NotFound,
        ["SignedPages.LinkAsync"] = d =>
            d.NothingAsync(db => SignedPages.LinkAsync(db, d.Item, "页.png", 1, new string('a', 64), "", d.By, d.Now)),
        ["HoldService.SaveAsync"] = async d =>
            (await d.Given.Get<HoldService>().SaveAsync(1, new HoldPapers(), 1, d.By, d.Now)).Problem is NotFound,
        ["HoldService.RemindAsync"] = async d => (await d.Given.Get<HoldService>().RemindAsync(1, d.By, d.Now)).Problem is NotFound,
        ["HoldQueries.PageAsync"] = async d =>
            await d.Given.Get<HoldQueries>().PageAsync(false, 0, d.By, d.Now) is { Rows: [], Total: 0, Overdue: 0 },
        ["HoldQueries.AllAsync"] = async d =>
            await d.Given.Get<HoldQueries>().AllAsync(false, d.By, d.Now) is { Rows: [], Total: 0, Overdue: 0 },
        ["HoldQueries.CountAsync"] = async d => await d.Given.Get<HoldQueries>().CountAsync(d.By, d.Now) == new HoldCounts(0, 0),
        ["HoldQueries.ToHandleAsync"] = async d =>
            await d.Given.Get<HoldQueries>().ToHandleAsync(5, d.By, d.Now) is { Rows: [], Total: 0, Overdue: 0 },
        ["HoldQueries.MayReadAsync"] = async d => !await d.Given.Get<HoldQueries>().MayReadAsync(1, d.By, d.Now),
        ["HoldQueries.FindAsync"] = async d => await d.Given.Get<HoldQueries>().FindAsync(1, d.By, d.Now) is null,
        ["ReviewPapers.MayBringAsync"] = async d =>
            !await d.Given.ReadAsync(async db =>
                await ReviewPapers.MayBringAsync(db, d.Item, await DutyBook.ReadAsync(db, d.By.StaffId, d.Given.Today))
            ),
        ["ReviewPapers.LinkAsync"] = d =>
            d.NothingAsync(db =>
                ReviewPapers.LinkAsync(db, d.Item, "页.png", new StoredBlob(new string('a', 64), 1, "png", null), d.By, d.Now)
            ),
        ["DraftService.BeginAsync"] = async d =>
            (await d.Given.Get<DraftService>().BeginAsync(await d.Given.UnitIdAsync("540302"), Guid.NewGuid(), d.By, d.Now)).Problem
            is NotAnEditor,
        ["DraftService.BeginWithAsync"] = async d =>
            (
                await d
                    .Given.Get<DraftService>()
                    .BeginWithAsync(await d.Given.UnitIdAsync("540302"), new ItemContent(), "[]", null, Guid.NewGuid(), d.By, d.Now)
            ).Problem is NotAnEditor,
        ["DraftService.SaveAsync"] = async d =>
            (await d.Given.Get<DraftService>().SaveAsync(d.Item, new ItemContent(), "[]", null, 1, d.By, d.Now)).Problem is NotFound,
        ["DraftService.ConfirmBylineAsync"] = async d =>
            (await d.Given.Get<DraftService>().ConfirmBylineAsync(d.Item, d.By, d.Now)).Problem is NotFound,
        ["DraftService.LinkFileAsync"] = d =>
            d.NothingAsync(db => DraftService.LinkFileAsync(db, d.Item, "页.png", 1, new string('a', 64), "", d.By, d.Now)),
        ["DraftService.RemoveFileAsync"] = async d =>
            (await d.Given.Get<DraftService>().RemoveFileAsync(d.Item, d.File, d.By, d.Now)).Problem is NotFound,
        ["DraftService.RestoreFileAsync"] = async d =>
            (await d.Given.Get<DraftService>().RestoreFileAsync(d.Item, d.Row, d.By, d.Now)).Problem is NotFound,
        ["DraftService.MakeBodyAsync"] = async d =>
            (await d.Given.Get<DraftService>().MakeBodyAsync(d.Item, d.File, d.By, d.Now)).Problem is NotFound,
        ["DraftService.DiscardAsync"] = async d =>
            (await d.Given.Get<DraftService>().DiscardAsync(d.Item, d.By, d.Now)).Problem is NotFound,
        ["DraftQueries.UnitsAsync"] = async d =>
            (await d.Given.Get<DraftQueries>().UnitsAsync(d.By, d.Now)).All(u => u.Name != "卡若区统计局"),
        ["DraftQueries.ColleaguesAsync"] = async d =>
            await d.Given.Get<DraftQueries>().ColleaguesAsync(await d.Given.UnitIdAsync("540302"), d.By, d.Now) is [],
        ["DraftQueries.NamesakesAsync"] = async d =>
            await d
                .Given.Get<DraftQueries>()
                .NamesakesAsync(
                    new ItemContent { Bylines = [new Byline { Name = d.Given.By("karuo.chief").Name }] },
                    await d.Given.UnitIdAsync("540302"),
                    d.By,
                    d.Now
                )
                is [],
        ["DraftQueries.FilesAsync"] = async d => await d.Given.Get<DraftQueries>().FilesAsync(d.Item, d.By, d.Now) is null,
        ["PublicationService.TickAsync"] = async d =>
            (await d.Given.Get<PublicationService>().TickAsync(d.Item, new DeskEntry(DeskTick.Form, true), d.By, d.Now)).Problem
            is NotFound,
        ["PublicationService.PublishAsync"] = async d =>
            (
                await d
                    .Given.Get<PublicationService>()
                    .PublishAsync(d.Item, d.Given.Whole(MoveKind.Publish, "platform", 0), [], d.By, d.Now)
            ).Problem is NotFound,
        ["PublicationService.RecordAsync"] = async d =>
            (
                await d
                    .Given.Get<PublicationService>()
                    .RecordAsync(d.Item, new ChannelEntry(Channel.Website, "https://a.cn", d.Now), Guid.NewGuid(), d.By, d.Now)
            ).Problem is NotFound,
        ["PublicationService.PublishPairAsync"] = async d =>
        {
            var one = new PublishEntry(d.Item, d.Given.Whole(MoveKind.Publish, "platform", 0), []);
            return (await d.Given.Get<PublicationService>().PublishPairAsync(one, one, d.By, d.Now)).Problem is NotFound;
        },
        ["PublicationService.FailAsync"] = async d =>
            (await d.Given.Get<PublicationService>().FailAsync(d.Item, Channel.Website, "不通", Guid.NewGuid(), d.By, d.Now)).Problem
            is NotFound,
        ["PublicationService.PlanAsync"] = async d =>
            (await d.Given.Get<PublicationService>().PlanAsync(d.Item, d.Now.AddDays(1), "改期", Guid.NewGuid(), d.By, d.Now)).Problem
            is NotFound,
        ["PublicationQueries.FailuresAsync"] = async d => await d.Given.Get<PublicationQueries>().FailuresAsync(d.Item, d.By, d.Now) is [],
        ["AmendmentService.BeginAsync"] = async d =>
            (await d.Given.Get<AmendmentService>().BeginAsync(d.Item, AmendmentKind.Correction, Guid.NewGuid(), d.By, d.Now)).Problem
            is NotFound,
        ["AmendmentService.TakeDownNowAsync"] = async d =>
            (await d.Given.Get<AmendmentService>().TakeDownNowAsync(d.Item, "撤下", [], Guid.NewGuid(), d.By, d.Now)).Problem is NotFound,
        ["AmendmentService.ExpireAsync"] = async d =>
            (await d.Given.Get<AmendmentService>().ExpireAsync(d.Item, [], Guid.NewGuid(), d.By, d.Now)).Problem is NotFound,
        ["AmendmentQueries.OfItemAsync"] = async d => await d.Given.Get<AmendmentQueries>().OfItemAsync(d.Item, d.By, d.Now) is null,
        ["AmendmentQueries.ComingDownAsync"] = async d => await d.Given.Get<AmendmentQueries>().ComingDownAsync(d.By, d.Now) is [],
        ["InterpretationQueries.PageAsync"] = async d =>
            await d.Given.Get<InterpretationQueries>().PageAsync(true, null, d.By, d.Now) is ([], 0),
        ["InterpretationService.BeginAsync"] = async d =>
            (await d.Given.Get<InterpretationService>().BeginAsync(d.Item, Guid.NewGuid(), d.By, d.Now)).Problem is NotFound,
        ["ReadingLog.OfItemAsync"] = async d => await d.Given.Get<ReadingLog>().OfItemAsync(d.Item, d.By, d.Now) is [],
        ["ReminderService.CountAsync"] = async d => await d.Given.Get<ReminderService>().CountAsync(d.By, d.Now) == 0,
        ["ReminderService.PageAsync"] = async d => await d.Given.Get<ReminderService>().PageAsync(0, d.By, d.Now) is ([], 0),
        ["PublicationQueries.ToPublishAsync"] = async d =>
            await d.Given.Get<PublicationQueries>().ToPublishAsync(0, d.By, d.Now) is ([], 0),
        ["PublicationQueries.OfItemAsync"] = async d =>
            await d.Given.Get<PublicationQueries>().OfItemAsync(d.Item, d.By, d.Now) is ([], []),
        ["PublicationQueries.PublishedAsync"] = async d =>
            await d.Given.Get<PublicationQueries>().PublishedAsync(2026, "", 0, d.By, d.Now) is ([], 0),
        ["ConsistencyService.MayCheckAsync"] = async d =>
            !await d.Given.ReadAsync(async db =>
                await ConsistencyService.MayCheckAsync(db, d.Item, await DutyBook.ReadAsync(db, d.By.StaffId, d.Given.Today))
            ),
        ["ConsistencyService.PastedAsync"] = async d =>
            (
                await d
                    .Given.Get<ConsistencyService>()
                    .PastedAsync(new CheckTarget(d.Item, Channel.Website, d.File), "文字", Guid.NewGuid(), d.By, d.Now)
            ).Problem is NotFound,
        ["ConsistencyService.UploadedAsync"] = async d =>
            (
                await d
                    .Given.Get<ConsistencyService>()
                    .UploadedAsync(new CheckTarget(d.Item, Channel.Website, d.File), Guid.NewGuid(), d.By, d.Now)
            ).Problem is NotFound,
        ["ConsistencyQueries.OfItemAsync"] = async d => await d.Given.Get<ConsistencyQueries>().OfItemAsync(d.Item, d.By, d.Now) is [],
        ["ConsistencyQueries.PageAsync"] = async d =>
            await d.Given.Get<ConsistencyQueries>().PageAsync(CheckFilter.Never, 0, d.By, d.Now) is ([], 0),
        ["PublishingPackage.PrepareAsync"] = async d =>
            (await d.Given.Get<PublishingPackage>().PrepareAsync(d.Item, d.By, d.Now)).Problem is NotFound,
        ["ArchiveQueries.PageAsync"] = async d =>
            await d.Given.Get<ArchiveQueries>().PageAsync(d.Given.Today.Year, "", null, null, d.By, d.Now) is null,
        ["ArchivePackages.OfItemAsync"] = async d =>
            (await d.Given.Get<ArchivePackages>().OfItemAsync(d.Item, d.By, d.Now)).Problem is NotFound,
        ["ArchivePackages.OfYearAsync"] = async d =>
            (await d.Given.Get<ArchivePackages>().OfYearAsync(d.Given.Today.Year, d.By, d.Now)).Problem is NotFound,
        ["ArchiveQueries.FindAsync"] = async d => (await d.Given.Get<ArchiveQueries>().FindAsync(d.Item, d.By, d.Now)).Problem is NotFound,
        ["HoldLetters.OfHoldAsync"] = async d => (await d.Given.Get<HoldLetters>().OfHoldAsync(1, d.By, d.Now)).Problem is NotFound,
        ["HoldLetters.ConsentAsync"] = async d =>
            (await d.Given.Get<HoldLetters>().ConsentAsync(d.Item, OtherReason.TradeSecret, d.By, d.Now)).Problem is NotFound,
        ["HoldLetters.SheetOfHoldAsync"] = async d =>
            (await d.Given.Get<HoldLetters>().SheetOfHoldAsync(1, d.By, d.Now)).Problem is NotFound,
        ["HoldLetters.ConsentSheetAsync"] = async d =>
            (await d.Given.Get<HoldLetters>().ConsentSheetAsync(d.Item, OtherReason.TradeSecret, d.By, d.Now)).Problem is NotFound,
        ["PrintService.RegisterAsync"] = async d =>
            (
                await d
                    .Given.Get<PrintService>()
                    .RegisterAsync(d.Item, PrintChoice.FormOnly, "http://localhost/", Guid.NewGuid(), d.By, d.Now)
            ).Problem is NotFound,
        ["PrintService.DrawAsync"] = async d => (await d.Given.Get<PrintService>().DrawAsync(d.Item, 1, d.By, d.Now)).Problem is NotFound,
        ["PrintService.PreviewAsync"] = async d =>
            (await d.Given.Get<PrintService>().PreviewAsync(d.Item, PrintChoice.FormOnly, d.By, d.Now)).Problem is NotFound,
        ["PrintService.SheetAsync"] = async d =>
            (await d.Given.Get<PrintService>().SheetAsync(d.Item, PrintChoice.FormOnly, d.By, d.Now)).Problem is NotFound,
        ["EditableForms.FormAsync"] = async d =>
            (await d.Given.Get<EditableForms>().FormAsync(d.Item, PrintChoice.FormOnly, d.By, d.Now)).Problem is NotFound,
        ["EditableForms.LetterAsync"] = async d => (await d.Given.Get<EditableForms>().LetterAsync(1, d.By, d.Now)).Problem is NotFound,
        ["EditableForms.ConsentAsync"] = async d =>
            (await d.Given.Get<EditableForms>().ConsentAsync(d.Item, OtherReason.TradeSecret, d.By, d.Now)).Problem is NotFound,
        ["UploadService.BeginAsync"] = async d =>
        {
            var begun = await Task.WhenAll(
                UploadKinds
                    .All.Where(k => k.Keeping != UploadKeeping.WithRecord)
                    .Select(k => d.Given.Get<UploadService>().BeginAsync(k.Code, d.Item, "页.png", 1, d.By, d.Now))
            );
            return begun.All(b => b.Problem is NotFound);
        },
        ["UploadService.BringAsync"] = async d =>
            (await d.Given.Get<UploadService>().BringAsync(UploadKinds.Draft.Code, d.Item, "页.png", [1], d.By, d.Now)).Problem is NotFound,
        ["UploadService.FinishAsync"] = async d =>
            (await d.Given.Get<UploadService>().FinishAsync(Guid.NewGuid(), d.By, d.Now)).Problem is NotFound,
        ["PrintQueries.OfItemAsync"] = async d => await d.Given.Get<PrintQueries>().OfItemAsync(d.Item, d.By, d.Now) is [],
        ["PrintQueries.FindItemAsync"] = async d =>
            await d.Given.Get<PrintQueries>().FindItemAsync((await d.Given.SubmissionAsync(d.Item)).Number!, d.By, d.Now) is null,
        ["PrintQueries.PageAsync"] = async d =>
        {
            var pages = await Task.WhenAll(
                Enum.GetValues<OriginalsFilter>().Select(p => d.Given.Get<PrintQueries>().PageAsync(p, "", null, d.By, d.Now))
            );
            return pages.All(p => p.Rows.Count == 0 && p.Totals.Values.All(t => t == 0));
        },
        ["OriginalService.EnterAsync"] = async d =>
            (
                await d
                    .Given.Get<OriginalService>()
                    .EnterAsync([new PrintKey(d.Item, 1)], new OriginalEntry(OriginalPlace.Received), Guid.NewGuid(), d.By, d.Now)
            ).Problem is NotFound,
        ["SignedSheetService.RefusalAsync"] = async d =>
            await d.Given.ReadAsync(async db =>
                await SignedSheetService.RefusalAsync(db, d.Item, 1, await DutyBook.ReadAsync(db, d.By.StaffId, d.Given.Today))
            ) is NotFound,
        ["SignedSheetService.TakeAsync"] = async d =>
            (await d.Given.Get<SignedSheetService>().TakeAsync(Guid.NewGuid(), d.Item, 1, d.By, d.Now)).Problem is NotFound,
        ["SignedSheetService.MarkAsync"] = async d =>
            (await d.Given.Get<SignedSheetService>().MarkAsync(d.Scan, [], d.By, d.Now)).Problem is NotFound,
        ["SignedSheetService.WithdrawAsync"] = async d =>
            (await d.Given.Get<SignedSheetService>().WithdrawAsync(d.Scan, "传错了", d.By, d.Now)).Problem is NotFound,
        ["PaperCheck.OfCodeAsync"] = async d => (await d.Given.Get<PaperCheck>().OfCodeAsync(d.Code, d.By, d.Now)).Problem is NotFound,
        ["PaperCheck.OfTypedAsync"] = async d =>
            (
                await d
                    .Given.Get<PaperCheck>()
                    .OfTypedAsync((await d.Given.SubmissionAsync(d.Item)).Number!, d.Code.Fingerprint[..16], d.By, d.Now)
            ).Problem is NotFound,
        ["ListPrints.ReturnAsync"] = async d => (await d.Given.Get<ListPrints>().ReturnAsync(d.Item, d.By, d.Now)).Problem is NotFound,
        // What is published is everybody's with an open account; nothing of the item that is still on its way.
        ["AnnualCatalogueQueries.FindAsync"] = async d =>
            await d.Given.Get<AnnualCatalogueQueries>().FindAsync(2026, d.By, d.Now) is null or { ForPublic: 0, IntranetOnly: 0 },
        ["AnnualCatalogueQueries.ReadAsync"] = async d =>
            await d.Given.Get<AnnualCatalogueQueries>().ReadAsync(2026, d.By, d.Now)
                is { Problem: NotFound }
                    or { Ok: true, Value.Lines.Count: 0 },
        ["AnnualCatalogueQueries.PdfAsync"] = async d =>
            await d.Given.Get<AnnualCatalogueQueries>().PdfAsync(2026, d.By, d.Now) is var drawn
            && (
                drawn.Problem is NotFound
                || FormPrinting.Poppler(drawn.Value.Pdf).Contains("本年度没有公开的信息", StringComparison.Ordinal)
            ),
        ["AnnualCatalogueService.RecordAsync"] = async d =>
            (
                await d.Given.Get<AnnualCatalogueService>().RecordAsync(2026, d.Given.Today, "https://a.cn", Guid.NewGuid(), d.By, d.Now)
            ).Problem
                is NotFound
                    or NotTheCataloguesKeeper,
        ["StandingCatalogueQueries.DueAsync"] = async d =>
            (await d.Given.Get<StandingCatalogueQueries>().DueAsync(d.By, d.Now)).All(r =>
                r.LastTitle.Length == 0 && r.LastItemId is null && r.NextDue is null
            ),
        ["StandingCatalogueQueries.UnhungAsync"] = async d =>
            await d.Given.Get<StandingCatalogueQueries>().UnhungAsync(d.By, d.Now) is ([], 0),
        ["StandingCatalogueQueries.DraftAsync"] = async d => await d.Given.Get<StandingCatalogueQueries>().DraftAsync(d.By, d.Now) is null,
        ["StandingCatalogueService.HangAsync"] = async d =>
            (await d.Given.Get<StandingCatalogueService>().HangAsync(d.Item, 1, Guid.NewGuid(), d.By, d.Now)).Problem is NotFound,
        // Counts of all units are the leaders' to see, wherever the items are; nobody else's line tells of them.
        ["LedgerQueries.MonthAsync"] = async d =>
            await d.Given.Get<LedgerQueries>().MonthAsync(d.Month, d.By, d.Now) is not { SeesAll: false } own || own.Ledger.Nil,
        ["LedgerQueries.ItemsAsync"] = async d =>
            await d.Given.Get<LedgerQueries>().ItemsAsync(d.Month, LedgerColumn.Items, null, LedgerBlock.All, 0, d.By, d.Now)
                is null
                    or { Rows: [], Total: 0 },
        ["PublicationLedgerQueries.PageAsync"] = async d =>
            await d.Given.Get<PublicationLedgerQueries>().PageAsync(new PublicationPeriod(2026, null), 0, d.By, d.Now)
                is null
                    or { Rows: [], Total: 0, Items: 0 },
        ["LedgerQueries.PdfAsync"] = async d =>
            (await d.Given.Get<LedgerQueries>().PdfAsync(d.Month, d.By, d.Now)).Problem is NotFound == !await d.MaySeeLedgerAsync(),
        ["LedgerService.ConfirmAsync"] = async d =>
            (await d.Given.Get<LedgerService>().ConfirmAsync(d.Month.Previous, "", "", Guid.NewGuid(), d.By, d.Now)).Problem
                is NotFound
                    or OnlyTheOffice,
        // The audit administrator sees who signed, and no word of the content.
        ["TraceQueries.FindAsync"] = async d =>
            await d.Given.Get<TraceQueries>().FindAsync(d.Item, d.By, d.Now) is not { } trace
            || (d.IsAuditor && !trace.WithContent && trace.Title.Length == 0 && trace.Signatures.All(s => s.Opinion.Length == 0)),
        ["TraceQueries.MaySeeAsync"] = async d => await d.Given.Get<TraceQueries>().MaySeeAsync(d.Item, d.By, d.Now) == d.IsAuditor,
        ["TraceQueries.PdfAsync"] = async d =>
            d.IsAuditor || (await d.Given.Get<TraceQueries>().PdfAsync(d.Item, d.By, d.Now)).Problem is NotFound,
        ["TraceQueries.ListAsync"] = async d =>
            d.IsAuditor || (await d.Given.Get<TraceQueries>().ListAsync(d.Item, "csv", d.By, d.Now)).Problem is NotFound,
        ["WithdrawalQueries.PageAsync"] = async d => await d.Given.Get<WithdrawalQueries>().PageAsync(0, d.By, d.Now) is null,
        ["WithdrawalService.DecideAsync"] = async d =>
            (await d.Given.Get<WithdrawalService>().DecideAsync(1, WithdrawalDecision.Destroyed, "", Guid.NewGuid(), d.By, d.Now)).Problem
                is WithdrawalsAreTheOffices
                    or NotFound,
        ["WithheldQueries.PageAsync"] = async d =>
            await d.Given.Get<WithheldQueries>().PageAsync(2026, 0, d.By, d.Now) is null or { Rows: [], Total: 0 },
        // The week of a leader to whom the item is nothing names no item and leads to none.
        ["WeekQueries.ReadAsync"] = async d =>
            await d.Given.Get<WeekQueries>().ReadAsync(d.By, d.Now) is not { } week || d.TellsNothing(week.Late.Concat(week.Coming)),
        ["AmendmentWeek.RowsAsync"] = async d => d.TellsNothing(await d.RowsAsync(new AmendmentWeek())),
        ["InterpretationWeek.RowsAsync"] = async d => d.TellsNothing(await d.RowsAsync(new InterpretationWeek())),
        ["OpinionWeek.RowsAsync"] = async d => d.TellsNothing(await d.RowsAsync(new OpinionWeek(d.Given.Get<OpinionQueries>()))),
        ["CatalogueWeek.RowsAsync"] = async d =>
            d.TellsNothing(await d.RowsAsync(new CatalogueWeek(d.Given.Get<StandingCatalogueQueries>()))),
        ["ItemWeek.RowsAsync"] = async d => d.TellsNothing(await d.RowsAsync(new ItemWeek())),
        ["DutyWeek.RowsAsync"] = async d => d.TellsNothing(await d.RowsAsync(new DutyWeek())),
        ["ConsultationReminders.RowsAsync"] = async d => d.TellsNothing(await d.RowsAsync(new ConsultationReminders())),
        // Yearly duties are the whole procedure's to see; what is on its way is counted for its readers only.
        ["ObligationQueries.YearAsync"] = async d =>
            await d.Given.Get<ObligationQueries>().YearAsync(2026, d.By, d.Now) is not { } year
            || (year.Rows.All(r => r.Published is null && !r.Left.Contains("在办", StringComparison.Ordinal)) && !year.MayEdit),
        ["ObligationQueries.SectionsAsync"] = async d => await d.Given.Get<ObligationQueries>().SectionsAsync(d.By, d.Now) is [],
        ["ObligationQueries.AttachedAsync"] = async d => await d.Given.Get<ObligationQueries>().AttachedAsync(1, d.By, d.Now) is null,
        ["ObligationService.EnterAsync"] = async d =>
            (
                await d
                    .Given.Get<ObligationService>()
                    .EnterAsync("report", 2026, new DutyDraft(d.Given.Today, "x"), Guid.NewGuid(), d.By, d.Now)
            ).Problem
                is NotFound
                    or DutiesAreTheOffices,
        ["ObligationService.TakeBackAsync"] = async d =>
            (await d.Given.Get<ObligationService>().TakeBackAsync("report", 2026, "x", Guid.NewGuid(), d.By, d.Now)).Problem
                is NotFound
                    or DutiesAreTheOffices,
        ["ObligationService.AssignAsync"] = async d =>
            (await d.Given.Get<ObligationService>().AssignAsync("report", Duty.PlatformHead, null, Guid.NewGuid(), d.By, d.Now)).Problem
                is NotFound
                    or DutiesAreTheOffices,
        ["AnnualFigures.ReadAsync"] = async d =>
            (await d.Given.Get<AnnualFigures>().ReadAsync(2026, d.By, d.Now) is null) == !await d.SeesAllFiguresAsync(),
        ["AnnualFigures.FileAsync"] = async d =>
            (await d.Given.Get<AnnualFigures>().FileAsync(2026, d.By, d.Now) is null) == !await d.SeesAllFiguresAsync(),
        ["OfficeYearQueries.ReadAsync"] = async d =>
            (await d.Given.Get<OfficeYearQueries>().ReadAsync(2026, d.By, d.Now) is null) == !await d.SeesChartsAsync(),
        // A plan has a title of its own; neither a provisional one nor the item behind an announced one is an outsider's to see.
        ["ReleaseQueries.PageAsync"] = async d =>
            (await d.Given.Get<ReleaseQueries>().PageAsync(DateOnly.MinValue, DateOnly.MaxValue, 0, d.By, d.Now)).Rows.All(r =>
                (r.Announced || d.IsLeader) && r.SubmissionId is null && !r.MayEdit
            ),
        ["ReleaseQueries.SectionsAsync"] = async d =>
            (await d.Given.Get<ReleaseQueries>().SectionsAsync(d.By, d.Now)).All(s => s.Name == "农牧业科"),
        ["ReleaseQueries.LinkableAsync"] = async d =>
            await d.Given.Get<ReleaseQueries>().LinkableAsync(await d.Given.UnitIdAsync("gongye"), d.By, d.Now) is [],
        ["ReleaseService.PlanAsync"] = async d =>
            (
                await d
                    .Given.Get<ReleaseService>()
                    .PlanAsync(
                        new ReleaseDraft("x", ItemKind.Brief, await d.Given.UnitIdAsync("gongye"), d.Given.Today, d.Item),
                        Guid.NewGuid(),
                        d.By,
                        d.Now
                    )
            ).Problem is NotFound,
        ["ReleaseService.ActAsync"] = async d =>
            (
                await d.Given.Get<ReleaseService>().ActAsync(1, new ReleaseCommand(ReleaseAct.Confirm, 1), Guid.NewGuid(), d.By, d.Now)
            ).Problem is NotFound,
        ["ConsultationQueries.PageAsync"] = async d =>
            await d.Given.Get<ConsultationQueries>().PageAsync(0, d.By, d.Now) is not { } list
            || list.Sections.All(s => s.Name == "农牧业科"),
        ["ConsultationQueries.FindAsync"] = async d =>
            await d.Given.Get<ConsultationQueries>().FindAsync(1, d.By, d.Now) is not { } one
            || (one.SubmissionId is null && one.Item.Length == 0 && !one.MayEdit && one.Linkable.Count == 0),
        ["ConsultationQueries.LinkableAsync"] = async d =>
            await d.Given.Get<ConsultationQueries>().LinkableAsync(await d.Given.UnitIdAsync("gongye"), d.By, d.Now) is [],
        ["ConsultationService.BeginAsync"] = async d =>
            (
                await d
                    .Given.Get<ConsultationService>()
                    .BeginAsync(
                        new ConsultationDraft(
                            "x",
                            "x",
                            d.Given.Today,
                            d.Given.Today,
                            await d.Given.UnitIdAsync("gongye"),
                            Channel.Website,
                            d.Item
                        ),
                        Guid.NewGuid(),
                        d.By,
                        d.Now
                    )
            ).Problem is NotFound,
        ["ConsultationService.ChangeAsync"] = async d =>
            (
                await d
                    .Given.Get<ConsultationService>()
                    .ChangeAsync(
                        1,
                        1,
                        new ConsultationDraft("x", "x", d.Given.Today, d.Given.Today, 1, Channel.Website),
                        "x",
                        Guid.NewGuid(),
                        d.By,
                        d.Now
                    )
            ).Problem is NotFound,
        ["ConsultationService.ReceiveAsync"] = async d =>
            (
                await d
                    .Given.Get<ConsultationService>()
                    .ReceiveAsync(1, new FeedbackDraft(d.Given.Today, Voice.Other, "x"), Guid.NewGuid(), d.By, d.Now)
            ).Problem is NotFound,
        ["ConsultationService.DecideAsync"] = async d =>
            (await d.Given.Get<ConsultationService>().DecideAsync(1, 1, FeedbackDecision.Adopted, "", Guid.NewGuid(), d.By, d.Now)).Problem
            is NotFound,
        ["ConsultationService.AnswerAsync"] = async d =>
            (await d.Given.Get<ConsultationService>().AnswerAsync(1, d.Given.Today, "x", "x", Guid.NewGuid(), d.By, d.Now)).Problem
            is NotFound,
        ["SearchQueries.PageAsync"] = async d =>
        {
            await d.Given.Get<SearchService>().CatchUpAsync();
            string[] words =
            [
                "工",
                "工业",
                "规模以上",
                "gygk",
                "署名作者",
                "smzz",
                "已核",
                "正文",
                "主要指标",
                (await d.Given.SubmissionAsync(d.Item)).Number!,
            ];
            var pages = await Task.WhenAll(words.Select(w => d.Given.Get<SearchQueries>().PageAsync(new SearchAsked(w), 0, d.By, d.Now)));
            return pages.All(p => p.Value is { Rows: [], Total: 0, Groups.Count: 0 });
        },
        ["SearchQueries.AllAsync"] = async d =>
            (await d.Given.Get<SearchQueries>().AllAsync(new SearchAsked("工业"), d.By, d.Now)).Value
                is { Rows: [], Total: 0, Groups.Count: 0 },
        ["SearchFiles.SearchAsync"] = async d =>
            (await d.Given.Get<SearchFiles>().SearchAsync(new SearchAsked("工业"), d.By, d.Now)).Value.Rows is [],
        ["SearchFiles.WorklistAsync"] = async d =>
            (
                await Task.WhenAll(
                    Enum.GetValues<Worklist>().Select(p => d.Given.Get<SearchFiles>().WorklistAsync(p, "", null, d.By, d.Now))
                )
            ).All(f => f.Rows is []),
        ["SearchFiles.HoldsAsync"] = async d => (await d.Given.Get<SearchFiles>().HoldsAsync(false, d.By, d.Now)).Rows is [],
        ["WithholdingService.JudgeAsync"] = async d =>
            (
                await d
                    .Given.Get<WithholdingService>()
                    .JudgeAsync(d.Item, WithholdingDecision.Continue, "理由", Guid.NewGuid(), d.By, d.Now)
            ).Problem is NotFound,
    };

    // A case of public opinion that 工业能源科 answers for, and the reply to it: tried apart, for its readers are not the item's.
    private static readonly Dictionary<string, Func<OpinionCall, Task<bool>>> OpinionCalls = new()
    {
        ["OpinionQueries.CountAsync"] = async d => await d.Queries.CountAsync(d.By, d.Now) == new OpinionCounts(0, 0),
        ["OpinionQueries.PageAsync"] = async d =>
            (await Task.WhenAll(Enum.GetValues<OpinionFilter>().Select(f => d.Queries.PageAsync(f, "", null, d.By, d.Now)))).All(p =>
                p is { Rows: [], Total: 0 }
            ),
        ["OpinionQueries.FindAsync"] = async d => await d.Queries.FindAsync(d.Case, d.By, d.Now) is null,
        ["OpinionQueries.MayReadAsync"] = async d => !await d.Queries.MayReadAsync(d.Case, d.By, d.Now),
        ["OpinionQueries.UnitsAsync"] = async d => (await d.Queries.UnitsAsync(d.By, d.Now)).All(u => u.Name != "工业能源科"),
        ["OpinionQueries.LinkableAsync"] = async d => await d.Queries.LinkableAsync(d.Case, "", d.By, d.Now) is [],
        ["OpinionService.RegisterAsync"] = async d =>
            !(await d.Service.RegisterAsync(await d.Given.EntryAsync(), Guid.NewGuid(), d.By, d.Now)).Ok,
        ["OpinionService.NoteAsync"] = async d =>
            (await d.Service.NoteAsync(d.Case, "话", Guid.NewGuid(), d.By, d.Now)).Problem is NotFound,
        ["OpinionService.ChangeLevelAsync"] = async d =>
            (await d.Service.ChangeLevelAsync(d.Case, OpinionLevel.Ordinary, "话", Guid.NewGuid(), d.By, d.Now)).Problem is NotFound,
        ["OpinionService.ChangeSectionAsync"] = async d =>
            (await d.Service.ChangeSectionAsync(d.Case, 1, "话", Guid.NewGuid(), d.By, d.Now)).Problem is NotFound,
        ["OpinionService.MeetAsync"] = async d =>
            (await d.Service.MeetAsync(d.Case, OpinionClock.Information, d.Now, "话", Guid.NewGuid(), d.By, d.Now)).Problem is NotFound,
        ["OpinionService.WithdrawMetAsync"] = async d =>
            (await d.Service.WithdrawMetAsync(d.Case, OpinionClock.Information, "话", Guid.NewGuid(), d.By, d.Now)).Problem is NotFound,
        ["OpinionService.CloseAsync"] = async d =>
            (await d.Service.CloseAsync(d.Case, OpinionResult.Answered, "话", Guid.NewGuid(), d.By, d.Now)).Problem is NotFound,
        ["OpinionService.ReopenAsync"] = async d =>
            (await d.Service.ReopenAsync(d.Case, "话", Guid.NewGuid(), d.By, d.Now)).Problem is NotFound,
        ["OpinionReplyService.BeginAsync"] = async d =>
            (await d.Given.Get<OpinionReplyService>().BeginAsync(d.Case, Guid.NewGuid(), d.By, d.Now)).Problem is NotFound,
        ["OpinionReplyService.LinkAsync"] = async d =>
            (await d.Given.Get<OpinionReplyService>().LinkAsync(d.Case, d.Reply, Guid.NewGuid(), d.By, d.Now)).Problem is NotFound,
        ["OpinionReplyService.UnlinkAsync"] = async d =>
            (await d.Given.Get<OpinionReplyService>().UnlinkAsync(d.Case, d.Reply, "话", Guid.NewGuid(), d.By, d.Now)).Problem is NotFound,
    };

    // Calls that hand out nothing of an item, each with the reason.
    private static readonly string[] Harmless =
    [
        "IEvidenceItems.FileAsync", // a question, answered by EvidenceAnswers
        "IEvidenceItems.OpenAsync", // the same
        "IEvidenceItems.NoteReadingAsync", // the same
        "EvidenceAnswers.NoteReadingAsync", // writes that an item was read and hands nothing out
        "EvidenceService.EnsureAsync", // hands nothing out; does nothing for whoever may not read
        "ExaminationService.EnsureAsync", // examines and hands nothing out
        "ExaminationService.RunNextAsync", // the same; answers a key to the program itself
        "ExaminationService.ForgetGoneAsync", // answers a number
        "ExaminationService.ForgetWhatLeftAsync", // answers nothing
        "EvidenceFile.LoadAsync", // for modules of Core that have asked the rights before
        "ExaminerSettingsService.CurrentAsync", // thresholds and words, no item
        "ExaminerSettingsService.HistoryAsync", // the same
        "ExaminerSettingsService.SaveAsync", // the same; for the security administrator
        "IExaminesFiles.ExamineAsync", // examines what it is handed
        "ExaminesInside.ExamineAsync", // the same
        "DraftQueries.SubjectsAsync", // the subjects of the bureau, no item
        "StepLimitService.AllAsync", // the limits of the routes, no item
        "StepLimitService.SetAsync", // the limits of the routes, no item; for the system administrator
        "StepDues.FillAsync", // answers a number, for the system administrator
        "CaseFile.LoadAsync", // for modules of Core that have asked the rights before; hands out entities, never shown
        "DraftTemplateService.SaveAsync", // the person's own
        "DraftService.ContributeAsync", // inside a transaction that has asked before
        "NumberCounter.NextAsync", // inside a transaction that has asked before
        "StandingCatalogueQueries.FindAsync", // the catalogue of matters, no item
        "StandingCatalogueQueries.HistoryAsync", // the catalogue of matters, no item
        "StandingCatalogueQueries.ChoicesAsync", // the catalogue of matters, no item
        "StandingCatalogueQueries.PdfAsync", // the catalogue of matters, no item
        "StandingDraftService.BeginAsync", // the catalogue of matters, no item; for the office
        "StandingDraftService.SaveAsync", // the catalogue of matters, no item; for the office
        "StandingDraftService.MoveAsync", // the catalogue of matters, no item; for the office
        "StandingDraftService.RemoveAsync", // the catalogue of matters, no item; for the office
        "StandingDraftService.PasteAsync", // the catalogue of matters, no item; for the office
        "StandingDraftService.UndoAsync", // the catalogue of matters, no item; for the office
        "StandingDraftService.DiscardAsync", // the catalogue of matters, no item; for the office
        "StandingDraftService.EnforceAsync", // the catalogue of matters, no item; for the office
        "StandingTables.InForceAsync", // the catalogue of matters, no item
        "PrintSettingsService.ReadAsync", // fonts, no item
        "PrintSettingsService.ApplyAsync", // fonts, no item
        "PrintSettingsService.ChooseAsync", // fonts, no item; for the system administrator
        "PrintService.ChoiceAsync", // what the person themself chose last
        "ItemSheets.OfAsync", // for somebody who holds the item's view already
        "ItemSheets.OnPaperAsync", // for somebody who holds the item's view already
        "HandwritingService.MineAsync", // the person's own
        "HandwritingService.SetAsync", // the person's own
        "HandwritingService.RemoveAsync", // the person's own
        "HandwritingBook.OfSignaturesAsync", // for somebody who holds the signatures already
        "AmendmentService.RefuseAsync", // judges an item that the caller has loaded under the reader's rights
        "AmendmentService.OpenAsync", // the same
        "PublishingRules.PairOfAsync", // the same
        "AmendmentReminders.DueAsync", // asked by the clock; what it answers is filtered for each reader
        "AuthorReminders.DueAsync", // the same
        "WithdrawalReminders.DueAsync", // the same
        "IRaisesReminders.DueAsync", // the same
        "InterpretationReminders.DueAsync", // the same
        "Recipients.OfAsync", // keys of staff only
        "ReminderService.RaiseDueAsync", // asked by the clock
        "ReminderService.SeeAsync", // touches nothing but the reader's own
        "PublishingPackage.WriteAsync", // for a package that PrepareAsync has judged
        "PackageWriter.BeginAsync", // writes what it is handed
        "PackageWriter.AddAsync", // writes what it is handed
        "PackageWriter.FinishAsync", // writes hashes of what it was handed
        "ArchivePackages.WriteAsync", // for an order that was judged; reads every item as the person who ordered
        "DutyReminders.DueAsync", // as above
        "ReleaseReminders.DueAsync", // as above; speaks of plans by their public title, to their section
        "ConsultationReminders.DueAsync", // as above
        "IWeekRows.RowsAsync", // every module's own is tried
        "StoredContent.VerifyAsync", // says only whether the store agrees with itself
        "SearchQueries.UnitsAsync", // names of units, no item
        "SearchService.CatchUpAsync", // keeps the index; answers a number
        "SearchService.CatchUpDraftsAsync", // the same
        "SearchService.UpdateAsync", // the same
        "OpinionReminders.DueAsync", // for the service of reminders, which asks the rights of each person
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Outsider_GetsNothing_ThroughAnyService(bool embargoed)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(
            RouteCodes.County,
            "platform",
            c =>
            {
                c.Major = true;
                (c.Kind, c.NoInterpretationReason) = (ItemKind.PolicyDocument, "内部管理文件");
                c.PlannedOn = embargoed ? new DateOnly(2026, 12, 24) : null;
                c.PlannedTime = embargoed ? new TimeOnly(9, 0) : null;
            }
        );
        await given.TellEverybodyAsync(id);
        var (revision, file) = await given.ReadAsync(async db =>
            (await db.Revisions.Select(r => r.Id).FirstAsync(), await db.ItemFiles.Select(f => f.Id).FirstAsync())
        );
        var row = (await given.Get<ItemQueries>().FindAsync(id, given.By("karuo.editor"), given.Now))!.Files[0];
        await given.PrintAsync(id);
        var (code, scan) = (PaperCode.Read((await given.SheetAsync(id, 1)).QrText)!, await given.ScannedAsync(id, 1, file));
        // Another item waits on hold: its calls are tried as well.
        var held = await given.ItemAsync(RouteCodes.County, "section");
        Given.Must(
            await given.DoAsync(
                held,
                "gongye.head",
                MoveKind.Hold,
                c => c with { Answers = Given.Declassifiable, Hold = HoldKind.Declassification, HoldCriterion = Criteria.Marked }
            )
        );
        // A plan and a consultation are linked to the item.
        var (section, planned) = (await given.UnitIdAsync("gongye"), given.Today.AddDays(2));
        Given.Must(
            await given
                .Get<ReleaseService>()
                .PlanAsync(
                    new ReleaseDraft("近期发布", ItemKind.Information, section, planned, id),
                    Guid.NewGuid(),
                    given.By("gongye.head"),
                    given.Now
                )
        );
        Given.Must(
            await given
                .Get<ConsultationService>()
                .BeginAsync(
                    new ConsultationDraft("征求意见", "内容", given.Today, planned, section, Channel.Website, id),
                    Guid.NewGuid(),
                    given.By("gongye.head"),
                    given.Now
                )
        );
        // Somebody's template, made of the item.
        Given.Must(
            await given
                .Get<DraftTemplateService>()
                .SaveAsync("月报", (await given.SubmissionAsync(id)).Draft, null, id, given.By("gongye.editor"), given.Now)
        );
        var entries = await given.ReadAsync(db => db.Audit.CountAsync());
        foreach (var who in Outsiders)
        {
            foreach (var (name, saysNothing) in Calls)
            {
                Assert.True(
                    await saysNothing(new Call(given, given.By(who), id, revision, file, row, scan, code)),
                    $"{name} opened for {who}"
                );
            }
        }
        Assert.Equal(entries, await given.ReadAsync(db => db.Audit.CountAsync()));
        Assert.Equal("platform", (await given.SubmissionAsync(id)).Step);
    }

    [Fact]
    public async Task Outsider_FindsNoCaseOfPublicOpinion()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.OpinionAsync();
        var reply = await given.ReplyAsync(id);
        var entries = await given.ReadAsync(db => db.Audit.CountAsync());
        foreach (var who in Outsiders)
        {
            foreach (var (name, saysNothing) in OpinionCalls)
            {
                Assert.True(await saysNothing(new OpinionCall(given, given.By(who), id, reply)), $"{name} opened for {who}");
            }
        }
        Assert.Equal(entries, await given.ReadAsync(db => db.Audit.CountAsync()));
    }

    [Fact]
    public void EveryCall_IsTried()
    {
        var modules = Modules.Select(t => t.Namespace).ToHashSet();
        var found = typeof(Judge)
            .Assembly.GetExportedTypes()
            .Where(t => modules.Contains(t.Namespace))
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(m =>
                typeof(Task).IsAssignableFrom(m.ReturnType)
                || (m.ReturnType.IsGenericType && m.ReturnType.Name.StartsWith("IAsyncEnumerable", StringComparison.Ordinal))
            )
            .Select(m => $"{m.DeclaringType!.Name}.{m.Name}")
            .Distinct();
        Assert.Equal(found.Order(), Calls.Keys.Concat(OpinionCalls.Keys).Concat(Harmless).Order());
    }

    private sealed record OpinionCall(Given Given, Actor By, int Case, int Reply)
    {
        public DateTime Now => Given.Now;

        public OpinionQueries Queries => Given.Get<OpinionQueries>();

        public OpinionService Service => Given.Get<OpinionService>();
    }

    private sealed record Call(Given Given, Actor By, int Item, int Revision, int File, ItemFileRow Row, int Scan, PaperCode Code)
    {
        public DateTime Now => Given.Now;

        public LedgerMonth Month => LedgerMonth.Of(Given.Today);

        public bool IsAuditor => By == Given.By("admin.audit");

        public bool IsLeader => By == Given.By("deputy.other");

        // Number and title of an item, and the way to it.
        public bool TellsNothing(IEnumerable<WeekRow> rows) =>
            rows.All(r =>
                !r.What.Contains("工业", StringComparison.Ordinal)
                && !r.What.Contains('〔', StringComparison.Ordinal)
                && !r.Link.StartsWith("/items", StringComparison.Ordinal)
                && !r.Link.StartsWith("/holds", StringComparison.Ordinal)
            );

        public Task<IReadOnlyList<WeekRow>> RowsAsync(IWeekRows module) =>
            Given.ReadAsync(async db => await module.RowsAsync(db, await DutyBook.ReadAsync(db, By.StaffId, Given.Today), Given.Today));

        public async Task<bool> SeesAllFiguresAsync() =>
            AnnualFigures.MaySee(await Given.ReadAsync(db => DutyBook.ReadAsync(db, By.StaffId, Given.Today)));

        public async Task<bool> SeesChartsAsync() =>
            OfficeYearQueries.MaySee(await Given.ReadAsync(db => DutyBook.ReadAsync(db, By.StaffId, Given.Today)));

        public async Task<bool> MaySeeLedgerAsync() =>
            LedgerRights.MaySee(await Given.ReadAsync(db => DutyBook.ReadAsync(db, By.StaffId, Given.Today)));

        public async Task<bool> NothingAsync(Func<DisclosureDb, Task<Outcome<int>>> link) =>
            (await Given.Get<WriteGate>().WriteAsync(link)).Problem is NotFound;
    }
}
