using DocumentFormat.OpenXml.Wordprocessing;

namespace Disclosure.Core.Forms.Engines.Docx;

/// <summary>The styles a form is set in: whoever changes one in Word changes it everywhere on the sheet.</summary>
internal static class DocxStyles
{
    /// <summary>Title over the grid.</summary>
    public const string Title = "FormTitle";

    /// <summary>Number line under it.</summary>
    public const string Number = "FormNumber";

    /// <summary>Headings of the fields.</summary>
    public const string Label = "FormLabel";

    /// <summary>What is entered.</summary>
    public const string Value = "FormValue";

    /// <summary>Responsibility lines and how a signature was given.</summary>
    public const string Small = "FormSmall";

    /// <summary>Notes below the grid.</summary>
    public const string Note = "FormNote";

    /// <summary>Warning at the head of every page.</summary>
    public const string Status = "FormStatus";

    /// <summary>Foot of every page.</summary>
    public const string Foot = "FormFoot";

    /// <summary>Names of those who signed; a style of characters.</summary>
    public const string SignedName = "FormSignedName";

    private const string Tibetan = "Microsoft Himalaya";

    /// <summary>Sizes in points of the styles of paragraphs; what differs from them is said at the run.</summary>
    public static double SizePt(string style) =>
        style switch
        {
            Title => 22,
            Small => SetSigningBox.SmallPt,
            Note => 7.5,
            Status => 14,
            Foot => 9,
            _ => 12,
        };

    /// <summary>Role whose fonts a style of paragraphs has.</summary>
    public static FontRole Role(string style) =>
        style switch
        {
            Title => FontRole.Title,
            Label or Status => FontRole.Label,
            _ => FontRole.Value,
        };

    /// <summary>Fonts of a run of Tibetan; Word keeps it apart from Chinese, so every script slot names them.</summary>
    public static RunFonts TibetanFonts() => Fonts(Tibetan);

    /// <summary>All styles, with the fonts of the settings.</summary>
    public static Styles Of(FontOptions options)
    {
        string Family(FontRole role) => options.For(role).First();
        return new(
            new DocDefaults(
                new RunPropertiesDefault(
                    new RunPropertiesBaseStyle(
                        Fonts(Family(FontRole.Value)),
                        new FontSize { Val = Units.HalfPoints(12) },
                        new FontSizeComplexScript { Val = Units.HalfPoints(12) },
                        // Latin text is English: as Chinese, LibreOffice would end lines inside numbers.
                        new Languages
                        {
                            Val = "en-US",
                            EastAsia = "zh-CN",
                            Bidi = "bo-CN",
                        }
                    )
                ),
                new ParagraphPropertiesDefault()
            ),
            // Word processors would otherwise widen lines with numbers in them and hang full stops over the cell's edge.
            new Style(
                new StyleName { Val = "Normal" },
                new StyleParagraphProperties(
                    new WidowControl { Val = false },
                    new OverflowPunctuation { Val = false },
                    new AutoSpaceDE { Val = false },
                    new AutoSpaceDN { Val = false },
                    new SnapToGrid { Val = false },
                    new SpacingBetweenLines { Before = "0", After = "0" }
                )
            )
            {
                Type = StyleValues.Paragraph,
                StyleId = "Normal",
                Default = true,
            },
            Paragraphs(Title, "表单标题", Family, JustificationValues.Center),
            Paragraphs(Number, "表单编号行", Family),
            Paragraphs(Label, "表单栏目", Family, JustificationValues.Center),
            Paragraphs(Value, "表单内容", Family),
            Paragraphs(Small, "表单小字", Family),
            Paragraphs(Note, "表单注", Family),
            Paragraphs(Status, "表单状态", Family),
            Paragraphs(Foot, "表单页脚", Family),
            new Style(new StyleName { Val = "签名人" }, new StyleRunProperties(Fonts(Family(FontRole.Kai))))
            {
                Type = StyleValues.Character,
                StyleId = SignedName,
                CustomStyle = true,
            }
        );
    }

    /// <summary>Names under which the same typefaces are sold, for a computer that lacks the one named.</summary>
    public static Fonts Table(FontOptions options)
    {
        var families = Enum.GetValues<FontRole>()
            .ToDictionary(
                r => options.For(r).First(),
                r =>
                    r switch
                    {
                        FontRole.Title => "华文中宋",
                        FontRole.Label => "SimHei",
                        FontRole.Kai => "楷体",
                        _ => "仿宋",
                    }
            );
        return new(
            families
                .OrderBy(f => f.Key, StringComparer.Ordinal)
                .Select(f => new Font(
                    new AltName { Val = f.Value },
                    new FontCharSet { Val = "86" },
                    new FontFamily { Val = FontFamilyValues.Auto },
                    new Pitch { Val = FontPitchValues.Variable }
                )
                {
                    Name = f.Key,
                })
                .Append(
                    new Font(
                        new AltName { Val = "Noto Serif Tibetan" },
                        new FontFamily { Val = FontFamilyValues.Auto },
                        new Pitch { Val = FontPitchValues.Variable }
                    )
                    {
                        Name = Tibetan,
                    }
                )
        );
    }

    private static Style Paragraphs(string id, string name, Func<FontRole, string> family, JustificationValues? align = null) =>
        new(
            new StyleName { Val = name },
            new BasedOn { Val = "Normal" },
            new PrimaryStyle(),
            new StyleParagraphProperties { Justification = align is { } a ? new Justification { Val = a } : null },
            new StyleRunProperties(
                Fonts(family(Role(id))),
                new FontSize { Val = Units.HalfPoints(SizePt(id)) },
                new FontSizeComplexScript { Val = Units.HalfPoints(SizePt(id)) }
            )
        )
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            CustomStyle = true,
        };

    private static RunFonts Fonts(string family) =>
        new()
        {
            Ascii = family,
            HighAnsi = family,
            EastAsia = family,
            ComplexScript = Tibetan,
        };
}
