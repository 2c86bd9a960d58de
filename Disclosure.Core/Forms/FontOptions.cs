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

/// <summary>
/// Which fonts draw which role and where they are looked for, bound from settings. Lists start empty because binding appends: what the
/// bureau names is asked before what the program knows.
/// </summary>
public sealed class FontOptions
{
    /// <summary>Of the kind the role asks for, the bureau's usual ones first.</summary>
    private static readonly Dictionary<FontRole, string[]> Known = new()
    {
        [FontRole.Title] = ["方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05"],
        [FontRole.Label] =
        [
            "黑体",
            "SimHei",
            "方正黑体_GBK",
            "方正黑体简体",
            "Noto Sans CJK SC",
            "思源黑体 CN",
            "Source Han Sans SC",
            "Source Han Sans CN",
        ],
        [FontRole.Value] = ["仿宋_GB2312", "仿宋", "FangSong_GB2312", "FangSong", "方正仿宋_GBK", "方正仿宋简体", "华文仿宋"],
        [FontRole.Kai] =
        [
            "楷体_GB2312",
            "楷体",
            "KaiTi_GB2312",
            "KaiTi",
            "方正楷体_GBK",
            "方正楷体简体",
            "华文楷体",
            "LXGW WenKai",
            "AR PL UKai CN",
        ],
    };

    /// <summary>Of another kind, but better than a form that cannot be printed.</summary>
    private static readonly Dictionary<FontRole, string[]> Substitutes = new()
    {
        [FontRole.Title] = ["Noto Serif CJK SC Bold", "Noto Serif CJK SC", "方正书宋_GBK", "宋体", "SimSun"],
        [FontRole.Label] = ["微软雅黑", "WenQuanYi Zen Hei"],
        [FontRole.Value] = ["Noto Serif CJK SC", "方正书宋_GBK", "宋体", "SimSun"],
        [FontRole.Kai] = ["Noto Serif CJK SC", "宋体", "SimSun"],
    };

    /// <summary>Asked for every character the role's own fonts lack, Tibetan and rare names among them.</summary>
    private static readonly string[] KnownFallback =
    [
        "Noto Serif Tibetan",
        "Microsoft Himalaya",
        "Noto Serif CJK SC",
        "Noto Sans CJK SC",
        "LXGW WenKai",
        "SimSun",
        "SimSun-ExtB",
        "SimSun-ExtG",
        "Noto Serif",
        "Noto Sans",
        "Noto Sans Symbols",
        "Noto Sans Symbols 2",
    ];

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

    /// <summary>What an administrator has chosen above all this.</summary>
    internal FontChoice Chosen { get; private init; } = FontChoice.None;

    /// <summary>The same settings below an administrator's choice.</summary>
    public FontOptions Under(FontChoice choice) =>
        new()
        {
            OwnFolder = OwnFolder,
            Folders = Folders,
            Title = Title,
            Label = Label,
            Value = Value,
            Kai = Kai,
            Fallback = Fallback,
            Chosen = choice,
        };

    /// <summary>The families of a role: those of its kind, their substitutes, then the fallbacks.</summary>
    public IEnumerable<string> For(FontRole role) => OfKind(role).Concat(Substitutes[role]).Concat(Fallbacks()).Distinct();

    /// <summary>Families of the kind that the role asks for: the chosen one, the bureau's, the known ones.</summary>
    public IEnumerable<string> OfKind(FontRole role)
    {
        var own = role switch
        {
            FontRole.Title => Title,
            FontRole.Label => Label,
            FontRole.Kai => Kai,
            _ => Value,
        };
        return Named(Chosen.For(role)).Concat(own).Concat(Known[role]);
    }

    /// <summary>Families of the role, without the fallbacks.</summary>
    public IEnumerable<string> OfRole(FontRole role) => OfKind(role).Concat(Substitutes[role]).Distinct();

    /// <summary>Families asked for what a role's own lack.</summary>
    public IEnumerable<string> Fallbacks() => Named(Chosen.Fallback).Concat(Fallback).Concat(KnownFallback).Distinct();

    /// <summary>Folders of the bureau's own, the administrator's before that of the settings.</summary>
    public IEnumerable<string> OwnFolders() => Named(Chosen.Folder).Concat(Named(OwnFolder));

    /// <summary>All folders to search, in order.</summary>
    public IEnumerable<string> SearchFolders() =>
        OwnFolders().Concat(Folders.Count > 0 ? Folders : FontFolders.System()).Where(f => f.Length > 0).Distinct();

    private static string[] Named(string name) => name.Length > 0 ? [name] : [];
}
