using System.Globalization;
using static Disclosure.Core.Forms.FormPieces;

namespace Disclosure.Core.Forms;

/// <summary>主动公开基本目录 (C4): matters, who publishes them, when, where, to whom and how.</summary>
public static class StandingCatalogueForm
{
    /// <summary>Name of the list.</summary>
    public const string Name = "主动公开基本目录";

    private const double SizePt = 8.5;
    private static readonly IReadOnlyList<double> ColumnsMm = [9, 21, 37, 31, 19, 13, 12, 14];
    private static readonly string[] Head =
    [
        "序号",
        "事项\n（二级）",
        "公开内容\n（要素）",
        "公开依据",
        "公开\n时限",
        "公开\n主体",
        "公开\n渠道",
        "对象\n方式\n层级",
    ];

    /// <summary>The list for a record.</summary>
    public static FormSheet Sheet(StandingCatalogueRecord r) =>
        new()
        {
            Name = Name,
            Number = r.Version,
            Pages =
            [
                new FormPage
                {
                    Title = Name,
                    HeadLeft =
                    [
                        new Words("编制单位："),
                        new Entered(r.Bureau),
                        .. r.Version.Length > 0 ? new FormPiece[] { new Words("　"), new Entered(r.Version) } : [],
                    ],
                    HeadRight = [new Words("施行日期："), .. Day(r.EffectiveOn)],
                    ColumnsMm = ColumnsMm,
                    HeadRows = 1,
                    Rows =
                    [
                        new(14, [.. Head.Select(h => new LabelCell(1, h))]),
                        .. r.Groups.Count == 0 ? FormTable.Empty(11, 15.5, ColumnsMm.Count) : Rows(r),
                    ],
                    NotesMm = 6,
                    Notes = ["注：本目录实行清单式管理、动态更新；事项（一级）列于各组之首。调整后的目录自施行日期起使用，旧版存档。"],
                },
            ],
        };

    private static IEnumerable<FormRow> Rows(StandingCatalogueRecord r)
    {
        var number = 0;
        foreach (var (i, group) in r.Groups.Index())
        {
            yield return new FormRow(8, new LabelCell(ColumnsMm.Count, $"事项（一级）{i + 1}：{group.Name}")) { WithNext = true };
            foreach (var line in group.Lines)
            {
                yield return Row(++number, line);
            }
        }
    }

    private static FormRow Row(int number, StandingCatalogueLine l) =>
        new(
            10,
            FormTable.Cell("序号", number.ToString(CultureInfo.InvariantCulture), SizePt),
            FormTable.Cell("事项", l.Matter, SizePt),
            FormTable.Cell("公开内容", l.Content, SizePt, centred: false),
            FormTable.Cell("公开依据", l.Basis, SizePt, centred: false),
            FormTable.Cell("公开时限", l.Time, SizePt),
            FormTable.Cell("公开主体", l.Body, SizePt),
            FormTable.Cell("公开渠道", l.Channels, SizePt),
            new ValueCell(
                1,
                "对象、方式、层级",
                [.. new[] { l.Audience, l.Way, l.Level }.Where(t => t.Length > 0).Select(t => new FormLine([new Entered(t)], SizePt))],
                Centred: true
            )
        );
}
