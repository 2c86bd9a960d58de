using Disclosure.Core.Common;

namespace Disclosure.Core.Examiner.Reading;

/// <summary>The kind is one whose text is not read.</summary>
public sealed record KindIsNotRead() : Problem("未能读取：只能读取 docx、xlsx、csv、txt 和 pdf 文件的文字。");

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

/// <summary>A kind of the office programs whose text is not read.</summary>
public sealed record KindWantsSaving(string As) : Problem($"未能读取：这种格式不能检查，请在办公软件中另存为 {As} 后重新上传。");

/// <summary>A picture.</summary>
public sealed record KindIsPicture() : Problem("未能读取：图片和扫描件没有文字，须人工逐页查看。");

/// <summary>Files packed into one.</summary>
public sealed record KindIsArchive() : Problem("未能读取：压缩包不能检查，请解开后逐个上传。");
