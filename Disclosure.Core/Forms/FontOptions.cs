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

/// <summary>Which fonts draw which role and where they are looked for, bound from settings. Lists start empty because binding appends: what the bureau names is asked before what the program knows.</summary>
public sealed class FontOptions
{
    private static readonly string[] KnownTitle = ["方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "Noto Serif CJK SC Bold", "Noto Serif CJK SC"];
    private static readonly string[] KnownLabel = ["黑体", "SimHei", "Noto Sans CJK SC"];
    private static readonly string[] KnownValue = ["仿宋_GB2312", "仿宋", "FangSong_GB2312", "FangSong", "Noto Serif CJK SC"];
    private static readonly string[] KnownKai = ["楷体_GB2312", "楷体", "KaiTi_GB2312", "KaiTi", "LXGW WenKai"];

    /// <summary>Asked for every character the role's own fonts lack, Tibetan and rare names among them.</summary>
    private static readonly string[] KnownFallback =
        ["Noto Serif Tibetan", "Microsoft Himalaya", "Noto Serif CJK SC", "Noto Sans CJK SC", "LXGW WenKai", "SimSun", "SimSun-ExtB", "SimSun-ExtG", "Noto Serif", "Noto Sans", "Noto Sans Symbols", "Noto Sans Symbols 2"];

    /// <summary>A folder of the bureau's own fonts, searched first; empty for none.</summary>
    public string OwnFolder { get; set; } = "";

    /// <summary>Folders searched after it, with everything below them; empty means the system's font folders.</summary>
    public IList<string> Folders { get; set; } = [];

    /// <summary>小标宋 (titles): family names in order of preference.</summary>
    public IList<string> Title { get; set; } = [];

    /// <summary>黑体 (labels).</summary>
    public IList<string> Label { get; set; } = [];

    /// <summary>仿宋 (values).</summary>
    public IList<string> Value { get; set; } = [];

    /// <summary>楷体 (signed names).</summary>
    public IList<string> Kai { get; set; } = [];

    /// <summary>For characters the role's own fonts lack.</summary>
    public IList<string> Fallback { get; set; } = [];

    /// <summary>The families of a role: the bureau's, the known ones, then the fallbacks.</summary>
    public IEnumerable<string> For(FontRole role)
    {
        var (own, known) = role switch
        {
            FontRole.Title => (Title, KnownTitle),
            FontRole.Label => (Label, KnownLabel),
            FontRole.Kai => (Kai, KnownKai),
            _ => (Value, KnownValue),
        };
        return own.Concat(known).Concat(Fallback).Concat(KnownFallback).Distinct();
    }

    /// <summary>All folders to search, in order.</summary>
    public IEnumerable<string> SearchFolders() =>
        new[] { OwnFolder }.Concat(Folders.Count > 0 ? Folders : SystemFolders()).Where(f => f.Length > 0);

    private static string[] SystemFolders() => OperatingSystem.IsWindows()
        ? [Environment.GetFolderPath(Environment.SpecialFolder.Fonts),
           Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "Microsoft", "Windows", "Fonts")]
        : ["/usr/share/fonts", "/usr/local/share/fonts"];
}
