using DocumentFormat.OpenXml.Wordprocessing;

namespace Disclosure.Core.Forms.Engines.Docx;

/// <summary>What stands around the text on every page: paper, margins, warning at the head, numbers at the foot.</summary>
internal static class DocxFrame
{
    /// <summary>Relation of the header.</summary>
    public const string HeadId = "rIdHead";

    /// <summary>Relation of the footer.</summary>
    public const string FootId = "rIdFoot";

    private const double TopMm = 37;
    private const double LeftMm = 28;
    private const double BottomMm = 35;
    private const double StatusMm = 7;
    private const double FootLineMm = 4.5;

    /// <summary>A4 upright with the margins of every form.</summary>
    public static SectionProperties Section(bool withHead)
    {
        var section = new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = FootId },
            new PageSize { Width = (uint)Units.Twips(FormPaper.Upright.WidthMm), Height = (uint)Units.Twips(FormPaper.Upright.HeightMm) },
            new PageMargin
            {
                Top = Units.Twips(TopMm),
                Left = (uint)Units.Twips(LeftMm),
                Bottom = Units.Twips(BottomMm),
                Right = (uint)Units.Twips(FormPaper.Upright.WidthMm - LeftMm - FormPage.WidthMm),
                Header = (uint)Units.Twips(TopMm - 9.5),
                // The foot's baseline stands 7 mm below the text, as in print.
                Footer = (uint)Units.Twips(BottomMm - 7 - (FootLineMm / 5)),
                Gutter = 0,
            }
        );
        if (withHead)
        {
            section.PrependChild(new HeaderReference { Type = HeaderFooterValues.Default, Id = HeadId });
        }

        return section;
    }

    /// <summary>The warning in its frame.</summary>
    /// <param name="widthMm">Width of the warning as set, mm.</param>
    public static Header Head(string status, double widthMm) =>
        new(
            DocxText.Paragraph(
                DocxStyles.Status,
                StatusMm,
                DocxRuns.Of(status, DocxStyles.Status, 14),
                new()
                {
                    ParagraphBorders = new(
                        new TopBorder
                        {
                            Val = BorderValues.Single,
                            Size = 8,
                            Space = 0,
                        },
                        new LeftBorder
                        {
                            Val = BorderValues.Single,
                            Size = 8,
                            Space = 4,
                        },
                        new BottomBorder
                        {
                            Val = BorderValues.Single,
                            Size = 8,
                            Space = 0,
                        },
                        new RightBorder
                        {
                            Val = BorderValues.Single,
                            Size = 8,
                            Space = 4,
                        }
                    ),
                    Indentation = DocxText.Indent(2, FormPage.WidthMm - widthMm - 3),
                }
            )
        );

    /// <summary>Number, print and fingerprint at the left, 第 x 页 共 y 页 at the right.</summary>
    public static Footer Foot(FormSheet sheet)
    {
        var foot = new Footer(Numbers(sheet));
        if (sheet.Footnote.Length > 0)
        {
            foot.AppendChild(DocxText.Paragraph(DocxStyles.Foot, FootLineMm, DocxRuns.Of(sheet.Footnote, DocxStyles.Foot, 7.5)));
        }

        return foot;
    }

    private static Paragraph Numbers(FormSheet sheet) =>
        DocxText.Paragraph(
            DocxStyles.Foot,
            FootLineMm,
            [
                .. DocxRuns.Of(string.Join('　', new[] { sheet.Number, sheet.PrintLine }.Where(s => s.Length > 0)), DocxStyles.Foot, 9),
                DocxRuns.Tab(),
                .. DocxRuns.Of("第 ", DocxStyles.Foot, 9),
                Field("PAGE"),
                .. DocxRuns.Of(" 页 共 ", DocxStyles.Foot, 9),
                Field("NUMPAGES"),
                .. DocxRuns.Of(" 页", DocxStyles.Foot, 9),
            ],
            new() { Tabs = new(new TabStop { Val = TabStopValues.Right, Position = Units.Twips(FormPage.WidthMm) }) }
        );

    private static SimpleField Field(string name) => new(DocxRuns.Of("1", DocxStyles.Foot, 9)) { Instruction = $" {name} " };
}
