using DocumentFormat.OpenXml.Wordprocessing;

namespace Disclosure.Core.Forms.Engines.Docx;

/// <summary>
/// Draws a sheet as a document that Word and WPS can edit. What is shortened, and to which size a text goes, is decided where the PDF
/// decides it. Safe for many requests at once.
/// </summary>
internal sealed class DocxEngine(FontOptions options, FontStack fonts)
{
    /// <summary>The sheet as DOCX bytes; the same sheet always gives the same bytes.</summary>
    public byte[] Draw(FormSheet sheet)
    {
        var pictures = new DocxPictures();
        var typesetter = new Typesetter(fonts);
        var body = new DocxPages(new Fitting(typesetter), typesetter, fonts, pictures).Body(sheet);
        var withHead = sheet.Status.Length > 0;
        return DocxFile.Of(
            $"{sheet.Name} {sheet.Number}".TrimEnd(),
            new Document(new Body([.. body, DocxFrame.Section(withHead)])),
            DocxStyles.Of(options),
            DocxStyles.Table(options),
            withHead ? DocxFrame.Head(sheet.Status, fonts.Shape(sheet.Status, FontRole.Label).Sum(s => s.Width) * 14) : null,
            DocxFrame.Foot(sheet),
            pictures.All
        );
    }
}
