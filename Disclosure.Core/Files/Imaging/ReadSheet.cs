using Disclosure.Core.Common;

namespace Disclosure.Core.Files.Imaging;

/// <summary>A sheet ready to be kept.</summary>
/// <param name="Bytes">What to keep: a picture without any data about camera or place, or the PDF as it came.</param>
/// <param name="Kind">"jpg", "png" or "pdf".</param>
/// <param name="Pages">Pages of the PDF; 1 for a picture.</param>
/// <param name="Codes">What the QR codes on it say, each text once, in the order of the pages.</param>
/// <param name="Note">Sentence on what was done, to show beside the file.</param>
public sealed record ReadSheet(byte[] Bytes, string Kind, int Pages, IReadOnlyList<string> Codes, string Note);

/// <summary>A refusal that rests on the scan or photograph itself.</summary>
/// <param name="Text">The sentence as shown on screen.</param>
public abstract record SheetProblem(string Text) : Problem(Text);

/// <summary>Neither a PDF nor a picture of the kinds taken.</summary>
public sealed record SheetKindUnknown() : SheetProblem("签字表的扫描件只接受 pdf、jpg 和 png，请另存为其中一种后重新上传。");

/// <summary>More pixels than any scan needs.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
public sealed record SheetTooLarge(int Width, int Height)
    : SheetProblem($"图片有 {Width}×{Height} 像素，超过 1 亿像素，请把扫描分辨率降到 300 dpi 或用手机重新拍照后上传。");

/// <summary>The picture cannot be decoded, or ends too early.</summary>
public sealed record SheetIsBroken() : SheetProblem("图片已损坏或没有传完整，请重新拍照或扫描后上传。");

/// <summary>The PDF cannot be read.</summary>
public sealed record SheetPdfIsBroken() : SheetProblem("PDF 文件已损坏，无法打开，请重新扫描，或用 PDF 软件打开并另存后上传。");

/// <summary>The PDF wants a password.</summary>
public sealed record SheetPdfIsLocked() : SheetProblem("PDF 文件设有打开密码，无法识读，请取消密码后重新上传。");

/// <summary>The PDF has no page.</summary>
public sealed record SheetPdfIsEmpty() : SheetProblem("PDF 文件里没有页面，请重新扫描后上传。");
