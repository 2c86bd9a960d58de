using System.Globalization;
using Disclosure.Core.Files.Formats;
using Disclosure.Core.Forms;

namespace Disclosure.Core.Catalogue;

/// <summary>A version of the standing catalogue as files for the public: workbook, table, web page, printed list.</summary>
public static class StandingFiles
{
    private static readonly (string Name, double Width)[] Columns =
    [
        ("序号", 8),
        ("事项（一级）", 18),
        ("事项（二级）", 24),
        ("公开内容", 48),
        ("公开依据", 40),
        ("公开时限", 24),
        ("公开主体", 18),
        ("公开渠道", 18),
        ("公开对象", 12),
        ("公开方式", 12),
        ("公开层级", 12),
    ];

    /// <summary>Name of the files, without extension.</summary>
    public static string Name(StandingVersionView version) => $"主动公开基本目录（第{version.Number}版）";

    /// <summary>UTF-8 bytes of the table.</summary>
    public static byte[] Csv(StandingVersionView version) =>
        Files.Formats.Csv.File(Lines(version).Prepend([.. Columns.Select(c => c.Name)]));

    /// <summary>Writes the workbook row by row.</summary>
    public static void WriteWorkbook(StandingVersionView version, Stream target) =>
        Workbook.Write(target, $"第{version.Number}版", Columns, Lines(version).Select(l => (IReadOnlyList<object?>)l));

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
