using System.Globalization;
using System.IO.Compression;
using System.Text;
using Disclosure.Core.Files.Imaging;

namespace Disclosure.Tests.Core.Files.Imaging;

/// <summary>Writes the PDFs of scanners: a picture a page, packed in the ways they pack it.</summary>
internal static class ScannedPdf
{
    /// <summary>One picture a page.</summary>
    public static byte[] Scanned(params byte[][] pictures)
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
        Write(
            $"<</Type/Pages/Count {pictures.Length}/Kids[{string.Join(' ', pictures.Select((_, i) => $"{3 + (2 * i)} 0 R"))}]>>\nendobj\n"
        );
        for (var i = 0; i < pictures.Length; i++)
        {
            Begin();
            Write($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I {4 + (2 * i)} 0 R>>>>>>\nendobj\n");
            Begin();
            pdf.Write(pictures[i]);
            Write("\nendobj\n");
        }
        var table = pdf.Position;
        Write(
            $"xref\n0 {places.Count + 1}\n0000000000 65535 f \n"
                + $"{string.Concat(places.Select(p => p.ToString("0000000000", CultureInfo.InvariantCulture) + " 00000 n \n"))}trailer\n"
                + $"<</Size {places.Count + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n"
        );
        return pdf.ToArray();
    }

    /// <summary>A picture as a camera or most scanners write it.</summary>
    public static byte[] Jpeg(GrayImage image) =>
        Picture(image, "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode", PhotographedSheet.Jpeg(image));

    /// <summary>A picture with these entries and this data.</summary>
    public static byte[] Picture(GrayImage image, string entries, byte[] data) =>
        [
            .. Encoding.Latin1.GetBytes(
                $"<</Type/XObject/Subtype/Image/Width {image.Width}/Height {image.Height}{entries}/Length {data.Length}>>\nstream\n"
            ),
            .. data,
            .. "\nendstream"u8,
        ];

    public static byte[] Deflated(byte[] data)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            zlib.Write(data);
        }
        return packed.ToArray();
    }

    /// <summary>
    /// Group 3 (kind 0) or group 4 (kind -1), whose every pair of runs is written out; runs are whole modules of four pixels.
    /// </summary>
    public static byte[] Faxed(GrayImage image, int kind)
    {
        string[] white =
        [
            "00110101",
            "1011",
            "10011",
            "001000",
            "101010",
            "0001000",
            "0101000",
            "0011000",
            "00011011",
            "00010101",
            "00101001",
            "00101101",
            "00001011",
            "01010101",
            "01011001",
            "01001011",
        ];
        string[] black =
        [
            "0000110111",
            "011",
            "000101",
            "0000111",
            "0000010111",
            "00001101000",
            "00000010111",
            "000011001100",
            "000001101010",
            "000011010100",
        ];
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

    /// <summary>One bit a pixel.</summary>
    public static byte[] Packed(GrayImage image, bool inverted)
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
