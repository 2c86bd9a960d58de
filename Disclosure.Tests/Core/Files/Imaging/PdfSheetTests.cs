using Disclosure.Core.Files.Imaging;
using Disclosure.Tests.Core.Forms;
using static Disclosure.Tests.Core.Files.Imaging.ScannedPdf;

namespace Disclosure.Tests.Core.Files.Imaging;

public sealed class PdfSheetTests(PrintedSample form) : IClassFixture<PrintedSample>
{
    [Fact]
    public void Photograph_IsReadFromItsPdf_WhichStaysAsItIs()
    {
        var pdf = Scanned(Jpeg(PhotographedSheet.LowerRight(form.Sheet.Page)));
        var read = SheetReaderTests.Read(pdf, "pdf");
        Assert.Equal([PrintedSample.Code], read.Codes);
        Assert.Equal(("pdf", 1), (read.Kind, read.Pages));
        Assert.Equal(pdf, read.Bytes);
        Assert.StartsWith("PDF 原样保存，1 页、", read.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Samples_AreReadInEveryCommonKind()
    {
        var page = PhotographedSheet.LowerRight(form.Sheet.Page);
        var black = Packed(page, inverted: false);
        Assert.All(
            new[]
            {
                Picture(page, "/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode", Deflated(page.Pixels.ToArray())),
                Picture(page, "/ColorSpace /DeviceGray /BitsPerComponent 8", page.Pixels.ToArray()),
                Picture(
                    page,
                    "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter [/FlateDecode]",
                    Deflated([.. page.Pixels.ToArray().SelectMany(p => new[] { p, p, p })])
                ),
                Picture(page, "/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /FlateDecode", Deflated(black)),
                Picture(
                    page,
                    "/ColorSpace /DeviceGray /BitsPerComponent 1 /Decode [1 0] /Filter /FlateDecode",
                    Deflated(Packed(page, inverted: true))
                ),
                Picture(page, "/ImageMask true /Filter /FlateDecode", Deflated(black)),
                Picture(
                    page,
                    "/ColorSpace [/Indexed /DeviceRGB 1 <FFFFFF000080>] /BitsPerComponent 1 /Filter /FlateDecode",
                    Deflated(Packed(page, inverted: true))
                ),
            },
            picture => Assert.Equal([PrintedSample.Code], SheetReaderTests.Read(Scanned(picture), "pdf").Codes)
        );
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    public void FaxPictures_AreReadWhereTheFilterKnowsThem(int kind)
    {
        var code = new DrawnCode("FAX SCAN 2026");
        var (side, pixels) = ((code.Side + 8) * 4, new byte[(code.Side + 8) * (code.Side + 8) * 16]);
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (byte)(255 * code.Shade((i % side / 4) - 4, (i / side / 4) - 4));
        }
        GrayImage drawn = new(side, side, pixels);
        var picture = Picture(
            drawn,
            $"/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms <</K {kind} /Columns {side} /Rows {side}>>",
            Faxed(drawn, kind)
        );
        Assert.Equal(["FAX SCAN 2026"], SheetReaderTests.Read(Scanned(picture), "pdf").Codes);
    }

    [Fact]
    public void CodesOfAllPages_AreReadOnceEach()
    {
        var front = Jpeg(PhotographedSheet.LowerRight(form.Sheet.Page));
        var code = new DrawnCode("BACK");
        var back = Jpeg(new Photograph(200, 200) { Scale = 4, Middle = (10, 10) }.Of(code.Shade));
        var read = SheetReaderTests.Read(Scanned(front, back, front), "pdf");
        Assert.Equal([PrintedSample.Code, "BACK"], read.Codes);
        Assert.Equal(3, read.Pages);
    }

    [Fact]
    public void PagesBeyondTheTwentieth_AreCountedOnly()
    {
        var code = new DrawnCode("LAST");
        var blank = Jpeg(new Photograph(40, 40).Of((_, _) => 1));
        var last = Jpeg(new Photograph(200, 200) { Scale = 4, Middle = (10, 10) }.Of(code.Shade));
        var read = SheetReaderTests.Read(Scanned([.. Enumerable.Repeat(blank, 20), last]), "pdf");
        Assert.Empty(read.Codes);
        Assert.Equal(21, read.Pages);
        Assert.Contains("只识读了前 20 页", read.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void UnknownKindOfPicture_IsPassedOverAndSaid()
    {
        var read = SheetReaderTests.Read(
            Scanned(Picture(form.Sheet.Page, "/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode", [1, 2, 3])),
            "pdf"
        );
        Assert.Empty(read.Codes);
        Assert.Contains("有 1 幅图片不能识读", read.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void PictureThatUnpacksWithoutEnd_IsPassedOver()
    {
        var read = SheetReaderTests.Read(
            Scanned(
                Picture(form.Sheet.Page, "/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode", Deflated(new byte[90_000_000]))
            ),
            "pdf"
        );
        Assert.Contains("有 1 幅图片不能识读", read.Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/Filter /CCITTFaxDecode /DecodeParms <</K -1 /Columns 900000 /Rows 900000>>")]
    [InlineData("/Filter [/FlateDecode] /DecodeParms [<</Predictor 15 /Columns 2000000000>>]")]
    public void PictureWhoseFilterClaimsTooMuch_IsPassedOverBeforeRoomIsMadeForIt(string filter)
    {
        var pdf = Scanned(
            Picture(new(40, 40, new byte[1600]), "/ColorSpace /DeviceGray /BitsPerComponent 1 " + filter, Deflated(new byte[400]))
        );
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("有 1 幅图片不能识读", SheetReaderTests.Read(pdf, "pdf").Note, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4_000_000);
    }

    [Fact]
    public void OurOwnPdf_HasNoPictureButIsTaken()
    {
        var read = SheetReaderTests.Read(form.Pdf, "pdf");
        Assert.Equal((2, 0), (read.Pages, read.Codes.Count));
    }

    [Fact]
    public void LockedPdf_IsRefusedWithAWordOnPasswords()
    {
        var file = Path.Combine(Path.GetTempPath(), $"locked-{Guid.NewGuid():N}.pdf");
        try
        {
            Assert.Equal(0, FormPrinting.Run("qpdf", form.Pdf, "--encrypt", "open", "own", "256", "--", "{0}", file).Code);
            Assert.IsType<SheetPdfIsLocked>(SheetReader.Read(File.ReadAllBytes(file), "pdf", default).Problem);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
