using Disclosure.Core.Common;

namespace Disclosure.Core.Forms;

/// <summary>No font at hand can draw a character; the form is not printed, so that no empty box stands for a name.</summary>
/// <param name="Character">The character (one code point).</param>
public sealed record MissingGlyphProblem(string Character)
    : Problem($"没有任何字体能打印「{Character}」（U+{char.ConvertToUtf32(Character, 0):X4}），请改用其他写法，或请系统管理员安装含有该字的字体。");

/// <summary>No usable font was found at all.</summary>
/// <param name="Folders">Folders that were searched.</param>
public sealed record NoFontsProblem(string Folders)
    : Problem($"没有找到可用的中文字体，无法生成表单；已查找：{Folders}。请系统管理员安装 fonts-noto-cjk，或在设置中指定字体文件夹。");
