using Disclosure.Core.Common;

namespace Disclosure.Core.Forms;

/// <summary>No font at hand can draw a character; the form is not printed, so that no empty box stands for a name.</summary>
/// <param name="Character">The character (one code point).</param>
public sealed record MissingGlyphProblem(string Character)
    : Problem(
        $"没有任何字体能打印「{Character}」（U+{char.ConvertToUtf32(Character, 0):X4}），请改用其他写法，或请系统管理员安装含有该字的字体。"
    );

/// <summary>No usable font was found at all.</summary>
/// <param name="Folders">Folders that were searched.</param>
public sealed record NoFontsProblem(string Folders) : Problem($"没有找到可用的中文字体，无法生成表单；已查找：{Folders}。{Remedy}")
{
    /// <summary>What brings fonts, on either system.</summary>
    public const string Remedy =
        "请系统管理员安装字体（Debian、麒麟、统信：fonts-noto-cjk；Windows：在“可选功能”中添加“中文(简体)补充字体”），"
        + "或在“打印设置”中指定字体文件夹。";
}

/// <summary>A refusal that belongs beside one field of a <see cref="FontChoice"/>.</summary>
/// <param name="At">Name of the field.</param>
/// <param name="Sentence">What is wrong and what to do.</param>
public abstract record FontChoiceProblem(string At, string Sentence) : Problem(Sentence)
{
    /// <inheritdoc/>
    public sealed override string Field => At;
}

/// <summary>The font chosen is not among those found.</summary>
public sealed record FontNotFound(string At, string Font) : FontChoiceProblem(At, $"现有字体中没有“{Font}”，请重新选择。");

/// <summary>No such folder, or not readable.</summary>
public sealed record FontFolderNotThere(string Folder)
    : FontChoiceProblem(nameof(FontChoice.Folder), $"服务器上没有文件夹“{Folder}”或程序无权读取，请填写完整路径。");

/// <summary>There is no font in the folder.</summary>
public sealed record FontFolderEmpty(string Folder)
    : FontChoiceProblem(nameof(FontChoice.Folder), $"文件夹“{Folder}”中没有可用的字体文件（ttf、otf、ttc）。");

/// <summary>Not a folder of fonts.</summary>
public sealed record FontFolderTooLarge(int Most)
    : FontChoiceProblem(nameof(FontChoice.Folder), $"该文件夹中的文件超过 {Most} 个，请指定只存放字体的文件夹。");
