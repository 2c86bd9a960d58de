using Disclosure.Core.Common;

namespace Disclosure.Core.Files.Formats;

/// <summary>Empty, reserved, or with characters that no file name should carry.</summary>
public sealed record FileNameNotUsable() : FileRefusal("文件名为空或含有不能使用的字符，请改名后重新上传。");

/// <summary>Longer than 200 characters.</summary>
public sealed record FileNameTooLong() : FileRefusal("文件名超过 200 个字，请缩短后重新上传。");

/// <summary>The extension is not on the list.</summary>
/// <param name="Extension">As found, without the dot; may be empty.</param>
public sealed record FileKindNotAllowed(string Extension)
    : FileRefusal(FileTypes.PhoneAdvice(Extension) ?? $"不接受{Called(Extension)}的文件，可以上传 {Taken(true)}，以及 {Taken(false)}。")
{
    private static string Called(string extension) => extension.Length == 0 ? "没有扩展名" : $"“.{extension}”类型";

    private static string Taken(bool wholly) =>
        string.Join('、', FileTypes.Incoming.Where(t => t.WhollyChecked == wholly).Select(t => t.Extension));
}

/// <summary>The bytes are of another kind than the extension says.</summary>
/// <param name="Extension">Without the dot.</param>
public sealed record ContentIsNotOfKind(string Extension)
    : FileRefusal($"文件内容与扩展名“.{Extension}”不符，请用相应软件打开并另存为正确格式后上传。");

/// <summary>Opens with a password only.</summary>
public sealed record FileIsEncrypted() : FileRefusal("文件设有打开密码，无法检查其内容，请取消密码后重新上传。");

/// <summary>Carries a program.</summary>
public sealed record FileHasMacros() : FileRefusal("文件含有宏代码，请另存为不含宏的 docx 或 xlsx 后上传。");

/// <summary>Text in neither encoding, or binary.</summary>
public sealed record TextIsUnreadable() : FileRefusal("文本文件应为 UTF-8 或 GB18030 编码，该文件无法识别，请另存为 UTF-8 编码后上传。");

/// <summary>The package cannot be read, or contradicts itself.</summary>
public sealed record PackageIsDamaged() : FileRefusal("文件已损坏或内部结构异常，请用办公软件打开并重新保存后上传。");

/// <summary>More parts than any report has.</summary>
/// <param name="Most">Limit.</param>
public sealed record PackageHasTooManyParts(int Most)
    : FileRefusal($"文件内部的部件超过 {Most} 个，无法安全检查，请重新保存或拆分后上传。");

/// <summary>A part or the whole unpacks to far more than it should.</summary>
public sealed record PackageUnpacksTooLarge() : FileRefusal("文件解压后过大，疑似压缩炸弹，未予接收，请重新保存或拆分后上传。");
