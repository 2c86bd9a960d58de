using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Catalogue;
using Disclosure.Core.Evidence;
using Disclosure.Core.Ledgers;
using Disclosure.Core.Obligations;
using Disclosure.Core.Participation;
using Disclosure.Core.Publication;
using Disclosure.Core.PublicOpinion;
using Disclosure.Core.Review;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core;

/// <summary>
/// Every column whose typed text ends on a form, letter, ledger, record or archive. Columns that repeat what stands in another one
/// are left out: what an earlier version let in prints with 〓 and must not block what follows from it.
/// </summary>
public static class TextsOnPaper
{
    private static Func<string, string?> InAnswers { get; } =
        Named(("Body", "批准机关"), ("Number", "文号"), ("NoticeNumber", "通知书文号"), ("Name", "扫描件名称"), ("Reason", "理由"));

    /// <summary>The columns with the names of their fields.</summary>
    public static IReadOnlyList<TextOnPaper> All { get; } =
    [
        Of<Signature>(nameof(Signature.Text), "意见", "Text"),
        Of<Signature>(nameof(Signature.AnswersJson), "审查说明", null) with
        {
            Members = InAnswers,
        },
        Of<Signature>(nameof(Signature.ParticularsJson), "意见", null) with
        {
            Members = Named(("FindingBasis", "认定依据")),
            Copies = ["Evidence"],
        },
        Of<FindingJudgement>(nameof(FindingJudgement.Remark), "判断理由", null),
        Of<FormPrint>(nameof(FormPrint.Box), "盒号", null),
        Of<FormPrint>(nameof(FormPrint.PlaceNote), "原因", null),
        Of<SignedSheet>(nameof(SignedSheet.Withdrawn), "撤销原因", null),
        InContent<Submission>(nameof(Submission.DraftJson)) with
        {
            BeginsAsCopy = true,
        },
        Of<Submission>(nameof(Submission.DraftAnswersJson), "审查说明", null) with
        {
            Members = InAnswers,
            BeginsAsCopy = true,
        },
        InContent<Revision>(nameof(Revision.ContentJson)),
        Of<Upload>(nameof(Upload.Name), "文件名", null),
        Of<Hold>(nameof(Hold.Reason), "暂停理由", "Text"),
        Of<Hold>(nameof(Hold.OutcomeText), "办结说明", "Text"),
        Of<Withdrawal>(nameof(Withdrawal.Words), "恢复理由", "Text"),
        Of<Hold>(nameof(Hold.PapersJson), "暂停材料", null) with
        {
            Members = Named(),
        },
        Of<BureauProfile>(nameof(BureauProfile.Name), "单位全称", "Name"),
        Of<BureauProfile>(nameof(BureauProfile.CitySeries), "市局字号", "CitySeries"),
        Of<BureauProfile>(nameof(BureauProfile.CountySeries), "县区字号", "CountySeries"),
        Of<BureauProfile>(nameof(BureauProfile.CreditCode), "统一社会信用代码", "CreditCode"),
        Of<Unit>(nameof(Unit.Name), "单位名称", "Name"),
        Of<Unit>(nameof(Unit.ShortName), "简称", "ShortName"),
        Of<Unit>(nameof(Unit.Code), "单位代码", "Code"),
        Of<Subject>(nameof(Subject.Name), "专业名称", "Name"),
        Of<Staff>(nameof(Staff.Name), "姓名", "Name"),
        Of<Staff>(nameof(Staff.Phone), "电话", "Phone"),
        Of<ChannelPublication>(nameof(ChannelPublication.Place), "发布地址", null),
        Of<ChannelFailure>(nameof(ChannelFailure.Reason), "失败原因", null),
        Of<PlannedTime>(nameof(PlannedTime.Reason), "调整原因", null),
        Of<TakeDown>(nameof(TakeDown.Reason), "下线原因", null),
        Of<ConsistencyCheck>(nameof(ConsistencyCheck.Note), "核对说明", null),
        Of<ConsistencyCheck>(nameof(ConsistencyCheck.FoundName), "文件名", null),
        Of<AnnualCatalogueNotice>(nameof(AnnualCatalogueNotice.Address), "网址", "Address"),
        Of<StandingDraftStep>(nameof(StandingDraftStep.RowsJson), "目录事项", null) with
        {
            Members = Named(),
            CarriesOn = RowsBefore,
        },
        Of<StandingVersion>(nameof(StandingVersion.Reason), "修订理由", "Reason"),
        Of<MonthlyReport>(nameof(MonthlyReport.Remark), "备注", null),
        Of<WithholdingReview>(nameof(WithholdingReview.Reason), "复核理由", null),
        Of<DutyEntry>(nameof(DutyEntry.Place), "公布地址", "Place"),
        Of<DutyEntry>(nameof(DutyEntry.Reporter), "汇报人", "Reporter"),
        Of<DutyEntry>(nameof(DutyEntry.Minutes), "会议纪要", "Minutes"),
        Of<DutyEntry>(nameof(DutyEntry.Remark), "备注", "Remark"),
        Of<DutyEntry>(nameof(DutyEntry.Reason), "更正原因", "Reason"),
        Of<PlannedRelease>(nameof(PlannedRelease.Title), "标题", "Title"),
        Of<ReleaseChange>(nameof(ReleaseChange.Reason), "原因", "Reason"),
        Of<Consultation>(nameof(Consultation.Title), "标题", "Title"),
        Of<Consultation>(nameof(Consultation.Text), "征集内容", "Text"),
        Of<Consultation>(nameof(Consultation.Summary), "结果", "Summary"),
        Of<Consultation>(nameof(Consultation.SummaryPlace), "公布地址", "SummaryPlace"),
        Of<Feedback>(nameof(Feedback.Text), "意见内容", "Text"),
        Of<Feedback>(nameof(Feedback.Reason), "理由", "Reason"),
        Of<OpinionCase>(nameof(OpinionCase.Title), "标题", "Title"),
        Of<OpinionCase>(nameof(OpinionCase.Summary), "内容摘要", "Summary"),
        Of<OpinionCase>(nameof(OpinionCase.Source), "来源", "Source"),
        Of<OpinionCase>(nameof(OpinionCase.Link), "链接", "Link"),
        Of<OpinionEvent>(nameof(OpinionEvent.Text), "说明", "Text"),
    ];

    // Title and number of the item that is amended come from its record.
    private static TextOnPaper InContent<T>(string property) =>
        Of<T>(property, "稿件", null) with
        {
            Members = RevisionComparison.Label,
            FieldPerMember = true,
            Copies = ["Amendment.Title", "Amendment.Number"],
        };

    // Every step of a draft repeats all rows of the one before; the first those in force.
    private static string RowsBefore(DbContext db) =>
        db.Set<StandingDraftStep>().OrderByDescending(s => s.Number).Select(s => s.RowsJson).FirstOrDefault()
        ?? db.Set<StandingVersion>().OrderByDescending(v => v.Number).Select(v => v.RowsJson).FirstOrDefault()
        ?? "";

    private static TextOnPaper Of<T>(string property, string label, string? field) => new(typeof(T), property, label, field);

    private static Func<string, string?> Named(params (string Member, string Label)[] labels) =>
        member => labels.FirstOrDefault(l => l.Member == member).Label;
}
