using System.Globalization;
using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Files.Formats;
using Disclosure.Core.Files.Imaging;
using Disclosure.Core.Obligations;
using Disclosure.Core.Printing;
using Disclosure.Core.Publication;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Uploads;

/// <summary>
/// The one table of what may be uploaded. The address asks it and pages offer what it says; a kind that is not here is not taken.
/// </summary>
public static class UploadKinds
{
    /// <summary>Body and attachments of a draft.</summary>
    public static UploadKind Draft { get; } =
        new("file", "正文和附件", "报送单位的编辑人员，稿件在编辑人员手中时")
        {
            Purpose = DraftService.UploadPurpose,
            Keeping = UploadKeeping.WithItem,
            MayBring = async (op, item, ct) =>
                await op.Items.AsNoTracking().FirstOrDefaultAsync(s => s.Id == item, ct) is { } draft
                && op.Grants.Find(Duty.Editor, draft.UnitId) is not null
                    ? draft.Editable
                        ? null
                        : new NotEditable()
                    : new NotFound(),
            Link = (a, ct) =>
                DraftService.LinkFileAsync(a.Db, a.Item, a.Name, a.Blob.Size, a.Blob.Sha256, a.Blob.Note ?? "", a.By, a.Now, ct),
        };

    /// <summary>Scan of the signed page at receipt (D11).</summary>
    public static UploadKind SignedPage { get; } =
        new("scan", "签字页扫描件", "等待签收的人")
        {
            Purpose = SignedPages.UploadPurpose,
            Keeping = UploadKeeping.WithItem,
            Types = FileTypes.OfKinds(SheetReader.Kinds),
            MayBring = async (op, item, ct) =>
                await op.MayReadAsync(item, ct)
                && await op.Db.Submissions.Where(ReadingRights.WaitingFor(op.Grants)).AnyAsync(s => s.Id == item, ct)
                    ? null
                    : new NotFound(),
            Link = (a, ct) => SignedPages.LinkAsync(a.Db, a.Item, a.Name, a.Blob.Size, a.Blob.Sha256, a.Blob.Note ?? "", a.By, a.Now, ct),
        };

    /// <summary>Paper the secrecy review rests on (B3, B4, B6, B7).</summary>
    public static UploadKind Paper { get; } =
        new("paper", "审查材料扫描件", "稿件在谁手中由谁，以及办理其暂停事由的人")
        {
            Purpose = ReviewPapers.UploadPurpose,
            Keeping = UploadKeeping.WithItem,
            Types = FileTypes.OfKinds(ReviewPapers.Kinds),
            OtherType = new PaperKindWrong(),
            MayBring = async (op, item, ct) => await ReviewPapers.MayBringAsync(op.Db, item, op.Grants, ct) ? null : new NotFound(),
            Link = (a, ct) => ReviewPapers.LinkAsync(a.Db, a.Item, a.Name, a.Blob, a.By, a.Now, ct),
        };

    /// <summary>Scan of a signed sheet; read for its code before it counts, by <see cref="SignedSheetService"/>.</summary>
    public static UploadKind Sheet { get; } =
        new("sheet", "签字原件扫描件", "能查阅稿件的人；由纸上的码认定稿件时，任何承担职责的人")
        {
            Purpose = SignedSheet.UploadPurpose,
            Keeping = UploadKeeping.WithItem,
            Types = FileTypes.OfKinds(SheetReader.Kinds),
            Most = (SignedSheetService.LargestMegabytes * 1024L * 1024, new ScanTooLarge(SignedSheetService.LargestMegabytes)),
            MayBring = (op, item, ct) => SignedSheetService.RefusalAsync(op.Db, item, 0, op.Grants, ct),
        };

    /// <summary>File found on a channel; compared with the approved one by <see cref="ConsistencyService"/>.</summary>
    public static UploadKind Found { get; } =
        new("check", "渠道上的文件", "发布平台负责人，稿件已发布")
        {
            Purpose = ConsistencyService.UploadPurpose,
            Keeping = UploadKeeping.UntilCompared,
            MayBring = async (op, item, ct) => await ConsistencyService.MayCheckAsync(op.Db, item, op.Grants, ct) ? null : new NotFound(),
        };

    /// <summary>Written authorisation of a delegation; its page enters it afterwards and names the hash.</summary>
    public static UploadKind Authorisation { get; } =
        new("delegation", "委托书扫描件", "安全管理员")
        {
            Purpose = _ => DelegationService.UploadPurpose,
            Keeping = UploadKeeping.WithRecord,
            Types = FileTypes.OfKinds(DelegationService.ScanKinds),
            MayBring = (op, _, _) => Task.FromResult<Problem?>(op.Grants.Has(Duty.SecurityAdmin) ? null : new NotFound()),
            Link = (_, _) => Task.FromResult<Outcome<int>>(0),
        };

    /// <summary>File of a yearly duty; its page enters it afterwards and names the hash.</summary>
    public static UploadKind DutyFile { get; } =
        new("duty", "年度事项的依据文件", "登记年度事项的人")
        {
            Purpose = _ => ObligationService.UploadPurpose,
            Keeping = UploadKeeping.WithRecord,
            Types = FileTypes.OfKinds("pdf", "jpg", "png", "docx", "xlsx"),
            ByAddress = false,
            MayBring = (op, _, _) => Task.FromResult<Problem?>(op.Grants.Has(Duty.DisclosureOffice) ? null : new NotFound()),
        };

    /// <summary>The table.</summary>
    public static IReadOnlyList<UploadKind> All { get; } = [Draft, SignedPage, Paper, Sheet, Found, Authorisation, DutyFile];

    /// <summary>The kind an address names; null for none.</summary>
    public static UploadKind? Find(string code) => All.FirstOrDefault(k => k.Code == code);

    /// <summary>The kind of an upload under way, and the item it is for; null for none.</summary>
    public static (UploadKind Kind, int Item)? OfPurpose(string purpose)
    {
        var item = int.TryParse(purpose.AsSpan(purpose.IndexOf(':') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var key)
            ? key
            : 0;
        return All.FirstOrDefault(k => k.Purpose(item) == purpose) is { } kind ? (kind, item) : null;
    }
}
