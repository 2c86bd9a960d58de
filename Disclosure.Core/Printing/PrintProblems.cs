using Disclosure.Core.Common;

namespace Disclosure.Core.Printing;

/// <summary>The item was never sent in, so there is nothing to sign on paper.</summary>
public sealed record NothingToPrint() : Problem("稿件送审编号后才能打印表单，现在只能预览。");

/// <summary>The item moved three times while its form was drawn.</summary>
public sealed record ItemKeptMoving() : Problem("稿件正在流转，表单没有打印，请稍后再试。");

/// <summary>What stood on the print was erased (B3-1, B5), or was not kept yet when it was made.</summary>
public sealed record SheetNotKept() : Problem("这次打印的版面没有留存或已按保密要求清除，不能再次打开。");

/// <summary>The picture carries no code that could be read.</summary>
public sealed record NoCodeRead() : Problem("没有从图中读出二维码。请对照纸面页脚选择这是第几次打印，选好后直接登记，不必重新上传。");

/// <summary>The code belongs to another item.</summary>
public sealed record SheetOfAnotherItem(string Number)
    : Problem($"二维码表明这是{(Number.Length > 0 ? Number : "另一份稿件")}的表单，不是本稿的；请核对后到该稿件登记。");

/// <summary>The code names a printing that was never registered, or not with that fingerprint.</summary>
public sealed record SheetNotRegistered() : Problem("二维码与登记的打印记录不符，这张表不能作为原件登记；请用系统打印的表单签字。");

/// <summary>No such printing of this item.</summary>
public sealed record NoSuchPrint() : Problem("没有这次打印，请选择页脚所印的打印次数。")
{
    /// <inheritdoc/>
    public override string? Field => "print";
}

/// <summary>No item of that number for this person.</summary>
public sealed record NoSuchNumber() : Problem("没有这个编号的稿件，或者您无权查看；请照纸面重新输入。");

/// <summary>A scan larger than a sheet can need.</summary>
public sealed record ScanTooLarge(int Megabytes)
    : Problem($"签字原件扫描件不能超过 {Megabytes} MB，请降低扫描分辨率（300 dpi 足够）后再传。");

/// <summary>Once is enough.</summary>
public sealed record SheetScannedBefore(string By) : Problem($"这份扫描件已由{By}上传过，不必重复登记。");

/// <summary>A box that this form does not have, or that was never signed.</summary>
public sealed record NoSuchBox() : Problem("所选签署栏不在这张表上，请刷新后再选。");

/// <summary>Only an act that follows from where the paper is.</summary>
public sealed record PaperIsElsewhere(string Place) : Problem($"这份原件现在是“{Place}”，不能这样登记；请刷新后再办。");

/// <summary>A void sheet is no record.</summary>
public sealed record VoidSheetNotArchived() : Problem("这份打印已作废，不能归档；请收回后注销。");

/// <summary>Whoever keeps the originals.</summary>
public sealed record OnlyTheKeeper()
    : Problem("原件的收回、归档和注销由领导小组办公室或者发布平台负责人登记；打印人只能注销自己误打的表单。");

/// <summary>Which box.</summary>
public sealed record BoxMissing() : Problem("请填写档案盒号，例如“2026-03”。")
{
    /// <inheritdoc/>
    public override string? Field => "box";
}

/// <summary>Why it is gone.</summary>
public sealed record WriteOffNeedsReason() : Problem("请写明注销原因，例如“误打”“已作废，收回销毁”“遗失”。")
{
    /// <inheritdoc/>
    public override string? Field => "note";
}

/// <summary>Too long for the ledger.</summary>
public sealed record PaperTextTooLong(int Length, int Most) : Problem($"盒号或原因有 {Length} 个字，最多 {Most} 个字。")
{
    /// <inheritdoc/>
    public override string? Field => "note";
}

/// <summary>Only whoever brought the scan, or keeps the originals.</summary>
public sealed record NotYourScan() : Problem("扫描件由上传人、领导小组办公室或者发布平台负责人核对和撤销。");

/// <summary>Why a scan counts no longer.</summary>
public sealed record ScanWithdrawalNeedsReason() : Problem("请写明撤销原因，例如“传错了稿件”。")
{
    /// <inheritdoc/>
    public override string? Field => "note";
}

/// <summary>Handwriting is for those who sign.</summary>
public sealed record NothingToSign() : Problem("只有办理审签的人员才能设置手写签名。");
