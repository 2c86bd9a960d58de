namespace Disclosure.Core.Files.Imaging;

/// <summary>GF(256) with the standard's polynomial x⁸ + x⁴ + x³ + x² + 1; its element 2 generates all others.</summary>
internal static class GaloisField
{
    private static readonly byte[] Powers = new byte[512];
    private static readonly byte[] Logarithms = new byte[256];

    static GaloisField()
    {
        var value = 1;
        for (var i = 0; i < 255; i++)
        {
            (Powers[i], Powers[i + 255], Logarithms[value]) = ((byte)value, (byte)value, (byte)i);
            value = (value << 1) ^ (value >= 128 ? 0x11D : 0);
        }
    }

    /// <summary>2 to a power from 0 to 509.</summary>
    public static byte Power(int exponent) => Powers[exponent];

    /// <summary>Product.</summary>
    public static byte Multiply(byte a, byte b) => a == 0 || b == 0 ? (byte)0 : Powers[Logarithms[a] + Logarithms[b]];

    /// <summary>Quotient; the divisor is not 0.</summary>
    public static byte Divide(byte a, byte b) => a == 0 ? (byte)0 : Powers[Logarithms[a] + 255 - Logarithms[b]];

    /// <summary>Value of a polynomial, lowest power first.</summary>
    public static byte Value(ReadOnlySpan<byte> polynomial, byte at)
    {
        byte value = 0;
        for (var i = polynomial.Length - 1; i >= 0; i--)
        {
            value = (byte)(Multiply(value, at) ^ polynomial[i]);
        }
        return value;
    }
}
