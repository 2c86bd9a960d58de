using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Disclosure.Core.Forms.Engines.Docx;

/// <summary>
/// Parts of a document as a file. It holds nothing but them: no macros, no links out, no name of a person, no date, no random identifier.
/// </summary>
internal static class DocxFile
{
    private const string DocumentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string PropertiesType = "application/vnd.openxmlformats-package.core-properties+xml";
    private static readonly XNamespace Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";

    /// <summary>The earliest moment a zip can hold: when it was written is nobody's business, and would make every file another.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The bytes of a document of these parts.</summary>
    public static byte[] Of(
        string title,
        Document body,
        Styles styles,
        Fonts fonts,
        Header? head,
        Footer foot,
        IReadOnlyList<(string Id, byte[] Png)> pictures
    )
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddNewPart<MainDocumentPart>(DocumentType, "rId1");
            main.Document = body;
            main.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles = styles;
            main.AddNewPart<DocumentSettingsPart>("rIdSettings").Settings = Settings();
            main.AddNewPart<FontTablePart>("rIdFonts").Fonts = fonts;
            main.AddNewPart<FooterPart>(DocxFrame.FootId).Footer = foot;
            if (head is not null)
            {
                main.AddNewPart<HeaderPart>(DocxFrame.HeadId).Header = head;
            }

            foreach (var (id, png) in pictures)
            {
                using var data = new MemoryStream(png, writable: false);
                main.AddImagePart(ImagePartType.Png, id).FeedData(data);
            }

            using var properties = package.AddNewPart<CoreFilePropertiesPart>(PropertiesType, "rId2").GetStream(FileMode.Create);
            new XDocument(
                new XElement(
                    Core + "coreProperties",
                    new XAttribute(XNamespace.Xmlns + "cp", Core),
                    new XAttribute(XNamespace.Xmlns + "dc", Dublin),
                    new XElement(Dublin + "title", title)
                )
            ).Save(properties);
        }

        return Undated(stream);
    }

    private static Settings Settings() =>
        new(
            new Zoom { Percent = "100" },
            new CharacterSpacingControl { Val = CharacterSpacingValues.DoNotCompress },
            new Compatibility(
                new UnderlineTrailingSpaces(),
                new DoNotExpandShiftReturn(),
                new CompatibilitySetting
                {
                    Name = CompatSettingNameValues.CompatibilityMode,
                    Uri = "http://schemas.microsoft.com/office/word",
                    Val = "15",
                }
            )
        );

    private static byte[] Undated(MemoryStream package)
    {
        package.Position = 0;
        using var stream = new MemoryStream();
        using (var from = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true))
        using (var to = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (
                var entry in from.Entries.OrderBy(e => e.FullName != "[Content_Types].xml").ThenBy(e => e.FullName, StringComparer.Ordinal)
            )
            {
                var copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = NoTime;
                using var read = entry.Open();
                using var write = copy.Open();
                read.CopyTo(write);
            }
        }

        return stream.ToArray();
    }
}
