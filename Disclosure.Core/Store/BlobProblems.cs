using Disclosure.Core.Common;

namespace Disclosure.Core.Store;

/// <summary>The body does not begin where the store stands; the client goes on from <paramref name="Expected"/>.</summary>
/// <param name="Expected">Bytes already kept.</param>
public sealed record UploadOffsetMismatch(long Expected) : Problem($"上传位置不一致，请从第 {Expected} 字节处继续上传。");

/// <summary>More bytes came than the upload declared.</summary>
/// <param name="Size">Declared bytes.</param>
public sealed record UploadTooLong(long Size) : Problem($"收到的内容超过申报的文件大小（{Size} 字节），请重新上传该文件。");

/// <summary>Finished too early.</summary>
/// <param name="Received">Bytes kept.</param>
/// <param name="Size">Declared bytes.</param>
public sealed record UploadIncomplete(long Received, long Size) : Problem($"文件尚未传完（已收到 {Received} / {Size} 字节），请继续上传。");

/// <summary>The same content was erased before (B3-1); it may not come in again.</summary>
public sealed record ContentErasedBefore() : Problem("该文件此前因标有未到期密级已清除，不得再次上传。");

/// <summary>The bytes in the store are no longer those that were stored; they go to nobody.</summary>
public sealed record ContentIsDamaged()
    : Problem("该文件的内容与存入时不一致，可能已损坏，没有提供；请立即报告系统管理员核对数据库，并从备份恢复。");

/// <summary>The content asked for was erased.</summary>
public sealed record ContentIsErased() : Problem("该文件因标有未到期密级已清除，无法查看。");

/// <summary>The same bytes were found secret in another item; nobody reads them until the office has decided.</summary>
public sealed record ContentIsWithdrawn() : Problem("该文件与一件涉密中止的稿件中的文件相同，已停止查阅，请等公开办逐件确认。");
