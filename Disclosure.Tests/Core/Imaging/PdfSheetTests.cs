using System.Globalization;
using System.IO.Compression;
using System.Text;
using Disclosure.Core.Imaging;
using Disclosure.Tests.Core.Forms;

namespace Disclosure.Tests.Core.Imaging;

public sealed class PdfSheetTests(PrintedForm form) : IClassFixture<PrintedForm>
{
    [Fact]
    public void Photograph_IsReadFromItsPdf_WhichStaysAsItIs()
    {
        var pdf = Scanned(Jpeg(SignedSheet.LowerRight(form.Sheet.Page)));
        var read = SheetReaderTests.Read(pdf, "pdf");
        Assert.Equal([PrintedForm.Code], read.Codes);
        Assert.Equal(("pdf", 1), (read.Kind, read.Pages));
        Assert.Equal(pdf, read.Bytes);
        Assert.StartsWith("PDF 原样保存，1 页、", read.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Samples_AreReadInEveryCommonKind()
    {
        var page = SignedSheet.LowerRight(form.Sheet.Page);
        var black = Packed(page, inverted: false);
        Assert.All(
            new[]
            {
                Picture(page, "/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode", Deflated(page.Pixels.ToArray())),
                Picture(page, "/ColorSpace /DeviceGray /BitsPerComponent 8", page.Pixels.ToArray()),
                Picture(page, "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter [/FlateDecode]", Deflated([.. page.Pixels.ToArray().SelectMany(p => new[] { p, p, p })])),
                Picture(page, "/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /FlateDecode", Deflated(black)),
                Picture(page, "/ColorSpace /DeviceGray /BitsPerComponent 1 /Decode [1 0] /Filter /FlateDecode", Deflated(Packed(page, inverted: true))),
                Picture(page, "/ImageMask true /Filter /FlateDecode", Deflated(black)),
                Picture(page, "/ColorSpace [/Indexed /DeviceRGB 1 <FFFFFF000080>] /BitsPerComponent 1 /Filter /FlateDecode", Deflated(Packed(page, inverted: true))),
            },
            picture => Assert.Equal([PrintedForm.Code], SheetReaderTests.Read(Scanned(picture), "pdf").Codes));
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
        var picture = Picture(drawn, $"/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms <</K {kind} /Columns {side} /Rows {side}>>", Faxed(drawn, kind));
        Assert.Equal(["FAX SCAN 2026"], SheetReaderTests.Read(Scanned(picture), "pdf").Codes);
    }

    [Fact]
    public void CodesOfAllPages_AreReadOnceEach()
    {
        var front = Jpeg(SignedSheet.LowerRight(form.Sheet.Page));
        var code = new DrawnCode("BACK");
        var back = Jpeg(new Photograph(200, 200) { Scale = 4, Middle = (10, 10) }.Of(code.Shade));
        var read = SheetReaderTests.Read(Scanned(front, back, front), "pdf");
        Assert.Equal([PrintedForm.Code, "BACK"], read.Codes);
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
        var read = SheetReaderTests.Read(Scanned(Picture(form.Sheet.Page, "/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode", [1, 2, 3])), "pdf");
        Assert.Empty(read.Codes);
        Assert.Contains("有 1 幅图片不能识读", read.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void PictureThatUnpacksWithoutEnd_IsPassedOver()
    {
        var read = SheetReaderTests.Read(Scanned(Picture(form.Sheet.Page, "/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode", Deflated(new byte[90_000_000]))), "pdf");
        Assert.Contains("有 1 幅图片不能识读", read.Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/Filter /CCITTFaxDecode /DecodeParms <</K -1 /Columns 900000 /Rows 900000>>")]
    [InlineData("/Filter [/FlateDecode] /DecodeParms [<</Predictor 15 /Columns 2000000000>>]")]
    public void PictureWhoseFilterClaimsTooMuch_IsPassedOverBeforeRoomIsMadeForIt(string filter)
    {
        var pdf = Scanned(Picture(new(40, 40, new byte[1600]), "/ColorSpace /DeviceGray /BitsPerComponent 1 " + filter, Deflated(new byte[400])));
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

    internal static byte[] Scanned(params byte[][] pictures)
    {
        var pdf = new MemoryStream();
        var places = new List<long>();
        void Write(string text) => pdf.Write(Encoding.Latin1.GetBytes(text));
        void Begin() => Write(string.Create(CultureInfo.InvariantCulture, $"{Noted()} 0 obj\n"));
        int Noted()
        {
            places.Add(pdf.Position);
            return places.Count;
        }
        Write("%PDF-1.5\n");
        Begin();
        Write("<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
        Begin();
        Write($"<</Type/Pages/Count {pictures.Length}/Kids[{string.Join(' ', pictures.Select((_, i) => $"{3 + (2 * i)} 0 R"))}]>>\nendobj\n");
        for (var i = 0; i < pictures.Length; i++)
        {
            Begin();
            Write($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I {4 + (2 * i)} 0 R>>>>>>\nendobj\n");
            Begin();
            pdf.Write(pictures[i]);
            Write("\nendobj\n");
        }
        var table = pdf.Position;
        Write($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(p => p.ToString("0000000000", CultureInfo.InvariantCulture) + " 00000 n \n"))}trailer\n<</Size {places.Count + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return pdf.ToArray();
    }

    internal static byte[] Jpeg(GrayImage image) => Picture(image, "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode", SignedSheet.Jpeg(image));

    private static byte[] Picture(GrayImage image, string entries, byte[] data) =>
    [
        .. Encoding.Latin1.GetBytes($"<</Type/XObject/Subtype/Image/Width {image.Width}/Height {image.Height}{entries}/Length {data.Length}>>\nstream\n"),
        .. data,
        .. "\nendstream"u8,
    ];

    private static byte[] Deflated(byte[] data)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            zlib.Write(data);
        }
        return packed.ToArray();
    }

    /// <summary>Group 3 (kind 0) or group 4 (kind -1), whose every pair of runs is written out; runs are whole modules of four pixels.</summary>
    private static byte[] Faxed(GrayImage image, int kind)
    {
        string[] white =
        [
            "00110101", "1011", "10011", "001000", "101010", "0001000", "0101000", "0011000",
            "00011011", "00010101", "00101001", "00101101", "00001011", "01010101", "01011001", "01001011",
        ];
        string[] black = ["0000110111", "011", "000101", "0000111", "0000010111", "00001101000", "00000010111", "000011001100", "000001101010", "000011010100"];
        const string white64 = "11011";
        var bits = new StringBuilder();
        for (var y = 0; y < image.Height; y++)
        {
            var (x, isWhite) = (0, true);
            while (x < image.Width || !isWhite)
            {
                var rest = image.Row(y)[x..];
                var run = rest.IndexOfAnyExcept((byte)(isWhite ? 255 : 0));
                run = run < 0 ? rest.Length : run;
                bits.Append(kind < 0 && isWhite ? "001" : "");
                x += run;
                for (; isWhite && run >= 64; run -= 64)
                {
                    bits.Append(white64);
                }
                bits.Append((isWhite ? white : black)[run / 4]);
                isWhite = !isWhite;
                if (kind == 0 && x == image.Width)
                {
                    break;
                }
            }
        }
        bits.Append(kind < 0 ? "000000000001000000000001" : "");
        var packed = new byte[(bits.Length + 7) / 8];
        for (var i = 0; i < bits.Length; i++)
        {
            packed[i >> 3] |= (byte)(bits[i] == '1' ? 128 >> (i & 7) : 0);
        }
        return packed;
    }

    private static byte[] Packed(GrayImage image, bool inverted)
    {
        var stride = (image.Width + 7) / 8;
        var bits = new byte[stride * image.Height];
        for (var y = 0; y < image.Height; y++)
        {
            for (var x = 0; x < image.Width; x++)
            {
                if ((image.Row(y)[x] >= 128) != inverted)
                {
                    bits[(y * stride) + (x >> 3)] |= (byte)(128 >> (x & 7));
                }
            }
        }
        return bits;
    }
}
