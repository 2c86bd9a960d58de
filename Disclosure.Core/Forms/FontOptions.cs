namespace Disclosure.Core.Forms;

/// <summary>What a text is on the form; each role has its own list of fonts.</summary>
public enum FontRole
{
    /// <summary>小标宋, titles.</summary>
    Title,

    /// <summary>黑体, labels.</summary>
    Label,

    /// <summary>仿宋, values.</summary>
    Value,

    /// <summary>楷体, signed names.</summary>
    Kai,
}

/// <summary>Which fonts draw which role and where they are looked for; bound from the settings section Disclosure:Fonts.</summary>
public sealed class FontOptions
{
    /// <summary>A folder of the bureau's own, searched first; empty for none.</summary>
    public string OwnFolder { get; set; } = "";

    /// <summary>Folders searched after it, with everything below them.</summary>
    public IList<string> Folders { get; set; } = DefaultFolders();

    /// <summary>小标宋: family names in order of preference.</summary>
    public IList<string> Title { get; set; } = ["方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "Noto Serif CJK SC Bold", "Noto Serif CJK SC"];

    /// <summary>黑体.</summary>
    public IList<string> Label { get; set; } = ["黑体", "SimHei", "Noto Sans CJK SC"];

    /// <summary>仿宋.</summary>
    public IList<string> Value { get; set; } = ["仿宋_GB2312", "仿宋", "FangSong_GB2312", "FangSong", "Noto Serif CJK SC"];

    /// <summary>楷体.</summary>
    public IList<string> Kai { get; set; } = ["楷体_GB2312", "楷体", "KaiTi_GB2312", "KaiTi", "LXGW WenKai"];

    /// <summary>Asked for every character the role's own fonts lack, Tibetan among them.</summary>
    public IList<string> Fallback { get; set; } =
        ["Noto Serif Tibetan", "Microsoft Himalaya", "Noto Serif CJK SC", "Noto Sans CJK SC", "LXGW WenKai", "宋体-ExtB", "SimSun-ExtB", "SimSun", "Noto Serif", "Noto Sans", "Noto Sans Symbols", "Noto Sans Symbols2"];

    /// <summary>The families of a role, its own first, then the fallback.</summary>
    public IEnumerable<string> For(FontRole role) => (role switch
    {
        FontRole.Title => Title,
        FontRole.Label => Label,
        FontRole.Kai => Kai,
        _ => Value,
    }).Concat(Fallback).Distinct();

    private static List<string> DefaultFolders() => OperatingSystem.IsWindows()
        ? [Environment.GetFolderPath(Environment.SpecialFolder.Fonts),
           Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "Microsoft", "Windows", "Fonts")]
        : ["/usr/share/fonts", "/usr/local/share/fonts"];
}
