using Disclosure.Core.Forms;

namespace Disclosure.Web.Components.Printing;

/// <summary>Words for the roles of type, and what draws a text, run by run.</summary>
internal static class FontWords
{
    /// <summary>Roles as the pages list them.</summary>
    public static readonly IReadOnlyList<FontRole> Roles = [FontRole.Title, FontRole.Label, FontRole.Value, FontRole.Kai];

    /// <summary>「小标宋」.</summary>
    public static string Name(FontRole role) =>
        role switch
        {
            FontRole.Title => "小标宋",
            FontRole.Label => "黑体",
            FontRole.Kai => "楷体",
            _ => "仿宋",
        };

    /// <summary>What is set in it.</summary>
    public static string Use(FontRole role) =>
        role switch
        {
            FontRole.Title => "标题",
            FontRole.Label => "栏目名",
            FontRole.Kai => "签名",
            _ => "填写内容",
        };

    /// <summary>What brings a font of this kind.</summary>
    public static string Remedy(FontRole role) =>
        role switch
        {
            FontRole.Title => "请把方正小标宋的字体文件放入自有字体文件夹，或安装带有该字体的 WPS",
            FontRole.Value => "请把仿宋_GB2312 的字体文件放入自有字体文件夹；Windows 自带仿宋",
            FontRole.Kai => "请安装 fonts-lxgw-wenkai，或把楷体_GB2312 的字体文件放入自有字体文件夹；Windows 自带楷体",
            _ => "请安装 fonts-noto-cjk，或把黑体的字体文件放入自有字体文件夹；Windows 自带黑体",
        };

    /// <summary>Neighbouring characters of one font together.</summary>
    public static IReadOnlyList<(string Text, string? Font, string Codes)> Runs(IEnumerable<DrawnBy> drawn)
    {
        var runs = new List<(string Text, string? Font, string Codes)>();
        foreach (var one in drawn)
        {
            // What no font has stands alone, so that it is named.
            if (runs.Count > 0 && one.Font is not null && runs[^1].Font == one.Font)
            {
                runs[^1] = (runs[^1].Text + one.Text, one.Font, "");
            }
            else
            {
                runs.Add((one.Text, one.Font, one.Codes));
            }
        }
        return runs;
    }
}
