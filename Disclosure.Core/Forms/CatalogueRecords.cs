namespace Disclosure.Core.Forms;

/// <summary>One publication in the annual catalogue (A11).</summary>
/// <param name="Index">索引号, 「12540300MB0123456X/2026-00001」.</param>
/// <param name="Title">标题.</param>
/// <param name="Summary">内容概述.</param>
/// <param name="FormedOn">形成日期.</param>
/// <param name="Ways">公开形式、渠道, joined by 、.</param>
/// <param name="PublishedOn">公开日期.</param>
/// <param name="Section">责任科室.</param>
public sealed record AnnualCatalogueLine(
    string Index,
    string Title,
    string Summary,
    DateOnly? FormedOn,
    string Ways,
    DateOnly? PublishedOn,
    string Section
)
{
    /// <summary>Web address under which everybody reads it, or empty; not printed.</summary>
    public string Address { get; init; } = "";
}

/// <summary>What the 年度政务信息目录 is printed from (A11); all defaults give the blank form.</summary>
public sealed record AnnualCatalogueRecord
{
    /// <summary>The blank form.</summary>
    public static readonly AnnualCatalogueRecord Blank = new();

    /// <summary>Full name of the bureau.</summary>
    public string Bureau { get; init; } = "昌都市统计局";

    /// <summary>Calendar year, or null for the pen.</summary>
    public int? Year { get; init; }

    /// <summary>Day the list was drawn up, or null for the pen.</summary>
    public DateOnly? MadeOn { get; init; }

    /// <summary>Publications by day of publication; null leaves lines for the pen, an empty list says that there were none.</summary>
    public IReadOnlyList<AnnualCatalogueLine>? Lines { get; init; }
}

/// <summary>One matter of the standing catalogue (C4).</summary>
/// <param name="Matter">事项（二级）.</param>
/// <param name="Content">内容（要素）.</param>
/// <param name="Basis">依据.</param>
/// <param name="Time">时限.</param>
/// <param name="Body">主体（责任科室）.</param>
/// <param name="Channels">渠道.</param>
/// <param name="Audience">对象.</param>
/// <param name="Way">方式.</param>
/// <param name="Level">层级.</param>
public sealed record StandingCatalogueLine(
    string Matter,
    string Content,
    string Basis,
    string Time,
    string Body,
    string Channels,
    string Audience,
    string Way,
    string Level
);

/// <summary>Matters under one heading (事项（一级）).</summary>
public sealed record StandingCatalogueGroup(string Name, IReadOnlyList<StandingCatalogueLine> Lines);

/// <summary>What the 主动公开基本目录 is printed from (C4); all defaults give the blank form.</summary>
public sealed record StandingCatalogueRecord
{
    /// <summary>The blank form.</summary>
    public static readonly StandingCatalogueRecord Blank = new();

    /// <summary>Full name of the bureau.</summary>
    public string Bureau { get; init; } = "昌都市统计局";

    /// <summary>Version, 「第3版」, or empty.</summary>
    public string Version { get; init; } = "";

    /// <summary>Day from which it is in force, or null for the pen.</summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>Matters by heading; none leaves lines for the pen.</summary>
    public IReadOnlyList<StandingCatalogueGroup> Groups { get; init; } = [];
}
