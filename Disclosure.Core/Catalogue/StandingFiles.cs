using System.Globalization;
using Disclosure.Core.Common;
using Disclosure.Core.Forms;

namespace Disclosure.Core.Catalogue;

/// <summary>A version of the standing catalogue for the public: list, web page, printed list.</summary>
public static class StandingFiles
{
    private static readonly ListColumn[] Columns =
    [
        new("序号", 6, ListKind.Number),
        new("事项（一级）", 16),
        new("事项（二级）", 20),
        new("公开内容", 36),
        new("公开依据", 32),
        new("公开时限", 20),
        new("公开主体", 14),
        new("公开渠道", 14),
        new("公开对象", 10),
        new("公开方式", 10),
        new("公开层级", 10),
    ];

    /// <summary>Name of the files, without extension.</summary>
    public static string Name(StandingVersionView version) => $"主动公开基本目录（第{version.Number}版）";

    /// <summary>The list to hand out.</summary>
    public static Listing List(StandingVersionView version) =>
        new(Name(version), Columns, [.. Lines(version).Select((l, i) => (IReadOnlyList<object?>)[i + 1, .. l.Skip(1)])])
        {
            Notes = [$"施行日期：{Listing.Shown(version.EffectiveOn)}"],
        };

    /// <summary>The page as it can be put on the site.</summary>
    public static byte[] Html(StandingVersionView version) =>
        CataloguePage.Bytes(
            "主动公开基本目录",
            [
                $"第 {version.Number} 版",
                $"施行日期：{version.EffectiveOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
                $"共 {version.Rows.Count} 项",
            ],
            [.. Columns.Where((_, i) => i != 1).Select(c => c.Name)],
            Page(version)
        );

    /// <summary>The plain record the printed list is made from.</summary>
    /// <param name="bureau">Full name of the bureau.</param>
    public static StandingCatalogueRecord Record(StandingVersionView version, string bureau) =>
        new()
        {
            Bureau = bureau,
            Version = $"第{version.Number}版",
            EffectiveOn = version.EffectiveOn,
            Groups =
            [
                .. version
                    .Rows.GroupBy(r => r.Group)
                    .Select(g => new StandingCatalogueGroup(
                        g.Key,
                        [
                            .. g.Select(r => new StandingCatalogueLine(
                                r.Matter,
                                r.Content,
                                r.Basis,
                                r.Time,
                                r.Section,
                                r.Channels,
                                r.Audience,
                                r.Way,
                                r.Level
                            )),
                        ]
                    )),
            ],
        };

    private static IEnumerable<IReadOnlyList<PageCell>> Page(StandingVersionView version)
    {
        var group = "";
        foreach (var line in Lines(version))
        {
            if (line[1] != group)
            {
                group = line[1];
                yield return [new PageCell(group)];
            }
            yield return [.. line.Where((_, i) => i != 1).Select(c => new PageCell(c))];
        }
    }

    private static IEnumerable<string[]> Lines(StandingVersionView version) =>
        version.Rows.Select(
            (r, i) =>
                (string[])
                    [
                        (i + 1).ToString(CultureInfo.InvariantCulture),
                        r.Group,
                        r.Matter,
                        r.Content,
                        r.Basis,
                        r.Time,
                        r.Section,
                        r.Channels,
                        r.Audience,
                        r.Way,
                        r.Level,
                    ]
        );
}
