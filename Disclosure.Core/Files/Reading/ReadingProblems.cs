using Disclosure.Core.Common;
using Disclosure.Core.Files.Formats;

namespace Disclosure.Core.Files.Reading;

/// <summary>The kind is one whose text is not read.</summary>
public sealed record KindIsNotRead()
    : Problem($"未能读取：只能读取 {FileTypes.Words(FileTypes.Read.Where(t => t.Text != TextKind.Pdf))} 和 pdf 文件的文字。");

/// <summary>The file does not hold together.</summary>
public sealed record ReadingIsDamaged() : Problem("未能读取：文件已损坏，或者内容与扩展名不符。");

/// <summary>The file goes beyond what is read.</summary>
public sealed record ReadingIsTooLarge() : Problem("未能读取：文件解压后过大或者结构异常，已停止读取。");

/// <summary>The file asks for a password.</summary>
public sealed record ReadingIsLocked() : Problem("未能读取：文件已加密，需要密码才能打开。");

/// <summary>No text encoding fits.</summary>
public sealed record ReadingIsNoText() : Problem("未能读取：不是文本文件，或者编码无法识别。");

/// <summary>A PDF of pictures only.</summary>
public sealed record ReadingHasNoTextLayer() : Problem("未能读取：PDF 没有文字层，可能是扫描件。");

/// <summary>Time ran out.</summary>
public sealed record ReadingTookTooLong() : Problem("未能读取：读取超过规定时间，已停止。");

/// <summary>The kind is known and not read.</summary>
/// <param name="What">What it is.</param>
/// <param name="Advice">What to do.</param>
public sealed record KindNeedsAnother(string What, string Advice) : Problem($"未能读取：这是{What}，{Advice}。")
{
    /// <summary>The problem with a file of this kind; null for a kind that is read or not known.</summary>
    internal static KindNeedsAnother? For(FileKind kind, string extension) =>
        (kind, FileTypes.Of(extension)?.Advice) switch
        {
            (_, var (what, advice)) => new(what, advice),
            (FileKind.BinaryWorkbook, _) => new("二进制 Excel 工作簿（xlsb）", "请另存为 xlsx 后重新上传"),
            (FileKind.OldDocument, _) => new("旧版 Word 文档（doc）", "请另存为 docx 后重新上传"),
            (FileKind.Presentation, _) => new("演示文稿", "请导出为带文字层的 PDF 后重新上传，备注页须人工审查"),
            (FileKind.OpenDocument, _) => new("OpenDocument 文件", "请另存为 docx 或 xlsx 后重新上传"),
            (FileKind.Ofd, _) => new("OFD 版式文件", "请上传其来源的 docx 文件，或者人工逐页审查"),
            (FileKind.Rtf, _) => new("RTF 文档", "请另存为 docx 后重新上传"),
            (FileKind.Zip or FileKind.Archive, _) => new("压缩包", "请解压后逐个上传其中的文件"),
            (FileKind.Picture, _) => new("图片或扫描件", "须人工逐张审查"),
            (FileKind.Ole, _) => new("旧格式的办公文件或内嵌对象", "请另存为 docx 或 xlsx 后重新上传，或者人工审查"),
            _ => null,
        };
}
