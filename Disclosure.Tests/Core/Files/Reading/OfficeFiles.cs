using System.Text;
using Disclosure.Core.Common;
using Disclosure.Core.Files.Formats;
using Disclosure.Core.Files.Reading;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Disclosure.Tests.Core.Files.Reading;

/// <summary>Real files of office programs, made on the spot.</summary>
internal static class OfficeFiles
{
    /// <summary>A document of paragraphs and tables: an array of texts is a row, neighbouring rows are one table.</summary>
    public static byte[] Docx(params object[] content) => Docx(content, null);

    /// <summary>The same with a header.</summary>
    public static byte[] Docx(object[] content, string? header)
    {
        using var made = new MemoryStream();
        using (var file = WordprocessingDocument.Create(made, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            var body = new Body();
            main.Document = new Document(body);
            Table? table = null;
            foreach (var piece in content)
            {
                if (piece is string[] cells)
                {
                    table ??= body.AppendChild(new Table(new TableProperties(), new TableGrid(cells.Select(_ => new GridColumn()))));
                    table.AppendChild(new TableRow(cells.Select(c => new TableCell(Paragraph(c)))));
                    continue;
                }
                table = null;
                body.AppendChild(piece as Paragraph ?? Paragraph((string)piece));
            }
            if (header is not null)
            {
                var part = main.AddNewPart<HeaderPart>();
                part.Header = new Header(Paragraph(header));
                body.AppendChild(
                    new SectionProperties(new HeaderReference { Id = main.GetIdOfPart(part), Type = HeaderFooterValues.Default })
                );
            }
        }
        return made.ToArray();
    }

    /// <summary>A workbook of one sheet.</summary>
    public static byte[] Xlsx(string[] head, params object?[][] rows) => Workbook.File(new WorkbookSheet("表一", head, rows));

    /// <summary>A PDF with these lines, Latin letters only.</summary>
    public static byte[] Pdf(params string[] lines)
    {
        using var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        var page = builder.AddPage(UglyToad.PdfPig.Content.PageSize.A4);
        for (var i = 0; i < lines.Length; i++)
        {
            page.AddText(lines[i], 12, new PdfPoint(72, 760 - (i * 20)), font);
        }
        return builder.Build();
    }

    /// <summary>Reads a file.</summary>
    public static Task<Outcome<FileText>> ReadAsync(string name, byte[] file, ReadingLimits? limits = null) =>
        FileReading.ReadAsync(name, new MemoryStream(file, false), limits);

    /// <summary>Text of a file that can be read.</summary>
    public static async Task<string> TextAsync(string name, byte[] file)
    {
        var read = await ReadAsync(name, file);
        Assert.True(read.Ok, read.Problem?.Text);
        return read.Value.Text;
    }

    /// <summary>Bytes of a text.</summary>
    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static Paragraph Paragraph(string text) =>
        new(text.Split('\t').SelectMany((t, i) => i == 0 ? [Run(t)] : new[] { new Run(new TabChar()), Run(t) }));

    private static Run Run(string text) => new(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
}
