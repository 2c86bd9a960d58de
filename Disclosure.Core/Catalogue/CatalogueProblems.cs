using Disclosure.Core.Common;

namespace Disclosure.Core.Catalogue;

/// <summary>Others do this.</summary>
public sealed record NotTheCataloguesKeeper(string What) : Problem($"{What}由领导小组办公室或发布平台负责人办理，您没有此项职责。");

/// <summary>The catalogue stands on the site under an address.</summary>
public sealed record CatalogueAddressNeeded() : Problem("请填写目录所在的网址（以 http:// 或 https:// 开头，不超过 500 个字符）。")
{
    /// <inheritdoc/>
    public override string? Article => "A11";

    /// <inheritdoc/>
    public override string? Field => "Address";
}

/// <summary>A catalogue cannot have been published before its year began, nor tomorrow.</summary>
public sealed record CatalogueDayWrong(int Year) : Problem($"公布日期应在 {Year} 年 1 月 1 日之后，且不能晚于今天。")
{
    /// <inheritdoc/>
    public override string? Field => "PublishedOn";
}
