using UglyToad.PdfPig.Tokens;

namespace Disclosure.Core.Files.Imaging;

/// <summary>
/// Turns the samples of a PDF's picture into shades of grey: grey, three or four colours, or numbers into a table of colours; 1, 2, 4 or 8
/// bits a sample.
/// </summary>
internal static class PdfSamples
{
    private static readonly int[] Colours = [4, 3, 1];

    /// <summary>The picture, or null when the samples are of another kind or too few.</summary>
    /// <param name="samples">Rows from the top, each beginning with a byte of its own.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="bits">Bits a sample.</param>
    /// <param name="table">Shades by number, when samples are numbers of colours.</param>
    /// <param name="inverted">Samples run from white to black.</param>
    public static GrayImage? Gray(ReadOnlySpan<byte> samples, int width, int height, int bits, byte[]? table, bool inverted)
    {
        if (bits is not (1 or 2 or 4 or 8))
        {
            return null;
        }
        // How many colours there are follows from the length, however the colour space is called.
        var length = samples.Length;
        var colours = table is not null ? 1 : Colours.FirstOrDefault(n => length >= Stride(width, n, bits) * height);
        if (colours == 0 || samples.Length < Stride(width, colours, bits) * height)
        {
            return null;
        }
        var gray = new byte[width * height];
        var stride = (int)Stride(width, colours, bits);
        Span<int> values = stackalloc int[4];
        for (var y = 0; y < height; y++)
        {
            var row = samples.Slice(y * stride, stride);
            for (var x = 0; x < width; x++)
            {
                for (var c = 0; c < colours; c++)
                {
                    values[c] = Sample(row, (x * colours) + c, bits, table is null);
                }
                var shade = table is not null ? (values[0] < table.Length ? table[values[0]] : 255) : Shade(values, colours);
                gray[(y * width) + x] = (byte)(inverted ? 255 - shade : shade);
            }
        }
        return new(width, height, gray);
    }

    /// <summary>Shades of a table of colours, from its bytes and the number of colours that make one.</summary>
    public static byte[] Table(ReadOnlySpan<byte> bytes, int colours)
    {
        var table = new byte[bytes.Length / colours];
        Span<int> values = stackalloc int[4];
        for (var i = 0; i < table.Length; i++)
        {
            for (var c = 0; c < colours; c++)
            {
                values[c] = bytes[(i * colours) + c];
            }
            table[i] = (byte)Shade(values, colours);
        }
        return table;
    }

    /// <summary>Bytes of a string token as written.</summary>
    public static byte[] Bytes(IToken? token) =>
        token switch
        {
            HexToken hex => hex.Memory.ToArray(),
            StringToken text => text.GetBytes(),
            _ => [],
        };

    private static long Stride(long width, int colours, int bits) => ((width * colours * bits) + 7) / 8;

    private static int Sample(ReadOnlySpan<byte> row, int index, int bits, bool spread)
    {
        if (bits == 8)
        {
            return row[index];
        }
        var at = index * bits;
        var most = (1 << bits) - 1;
        var value = (row[at >> 3] >> (8 - bits - (at & 7))) & most;
        return spread ? value * 255 / most : value;
    }

    private static int Shade(ReadOnlySpan<int> values, int colours) =>
        colours switch
        {
            1 => values[0],
            3 => ((values[0] * 77) + (values[1] * 150) + (values[2] * 29)) >> 8,
            _ => 255 - Math.Min(255, (((values[0] * 77) + (values[1] * 150) + (values[2] * 29)) >> 8) + values[3]),
        };
}
