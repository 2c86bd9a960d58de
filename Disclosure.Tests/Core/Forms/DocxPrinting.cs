using Disclosure.Core.Forms;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Disclosure.Tests.Core.Forms;

/// <summary>One printer and the documents it draws.</summary>
public sealed class DocxPrinting : IDisposable
{
    private readonly Lazy<IReadOnlyDictionary<string, byte[]>> office;

    public DocxPrinting() => office = new(() => LibreOffice.ToPdf(DocxSheets.All.ToDictionary(s => s.Key, s => Docx(s.Value))));

    public FormPrinter Printer { get; } = new(new FontOptions());

    /// <summary>The sheet as DOCX.</summary>
    public byte[] Docx(FormSheet sheet)
    {
        var outcome = Printer.Docx(sheet);
        Assert.True(outcome.Ok, outcome.Problem?.Text);
        return outcome.Value;
    }

    /// <summary>The sheet as our own PDF.</summary>
    public byte[] Pdf(FormSheet sheet) => Printer.Pdf(sheet).Value;

    /// <summary>The sheet's DOCX as PDF by LibreOffice.</summary>
    public byte[] Office(string name) => office.Value[name];

    /// <summary>The sheet's document, opened.</summary>
    public WordprocessingDocument Open(FormSheet sheet) => WordprocessingDocument.Open(new MemoryStream(Docx(sheet)), isEditable: false);

    /// <summary>Body of a document.</summary>
    public static Body Body(WordprocessingDocument document) => document.MainDocumentPart!.Document.Body!;

    /// <summary>Everything the document says, white space taken out: header, body, footer.</summary>
    public static string Text(WordprocessingDocument document) =>
        FormPrinting.Solid(
            string.Concat(
                document
                    .MainDocumentPart!.HeaderParts.Select(h => h.Header.InnerText)
                    .Append(Body(document).InnerText)
                    .Concat(document.MainDocumentPart.FooterParts.Select(f => f.Footer.InnerText))
            )
        );

    public void Dispose() => Printer.Dispose();
}
