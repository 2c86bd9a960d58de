using System.Text;

namespace Disclosure.Core.Files.Imaging;

/// <summary>
/// Reads the segments of the data: numbers, capitals, bytes (UTF-8, ISO 8859-1 where they are not, or as their ECI says).
/// </summary>
internal static class QrSegments
{
    private const string Capitals = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    private const int EciLatin = 3;
    private const int EciUtf8 = 26;

    private static readonly UTF8Encoding Strict = new(false, true);

    /// <summary>
    /// The text, or null for other modes (Kanji, FNC1, codes in several parts), other character sets, and data that does not end as the
    /// standard wants.
    /// </summary>
    public static string? Text(byte[] data, int version)
    {
        var bits = new BitReader(data);
        var text = new StringBuilder();
        var bytes = new List<byte>();
        int? characterSet = null;
        var wide = version >= 10;
        while (bits.Left >= 4)
        {
            var mode = bits.Take(4);
            if (mode == 0)
            {
                break;
            }
            if (mode != 4 && !Flush(bytes, characterSet, text))
            {
                return null;
            }
            var done = mode switch
            {
                1 => Numbers(bits, wide ? 12 : 10, text),
                2 => CapitalLetters(bits, wide ? 11 : 9, text),
                4 => Bytes(bits, wide ? 16 : 8, bytes),
                7 => (characterSet = CharacterSet(bits)) is 1 or EciLatin or EciUtf8,
                _ => false,
            };
            if (!done)
            {
                return null;
            }
        }
        return Flush(bytes, characterSet, text) && IsPadding(bits) && text.Length > 0 ? text.ToString() : null;
    }

    private static bool Numbers(BitReader bits, int lengthBits, StringBuilder text)
    {
        var left = bits.Take(lengthBits);
        while (left > 0)
        {
            var digits = Math.Min(left, 3);
            var value = bits.Take((digits * 3) + 1);
            if (
                value < 0
                || value
                    >= (
                        digits == 3 ? 1000
                        : digits == 2 ? 100
                        : 10
                    )
            )
            {
                return false;
            }
            text.Append(value.ToString(new string('0', digits), System.Globalization.CultureInfo.InvariantCulture));
            left -= digits;
        }
        return left == 0;
    }

    private static bool CapitalLetters(BitReader bits, int lengthBits, StringBuilder text)
    {
        var left = bits.Take(lengthBits);
        for (; left > 1; left -= 2)
        {
            var pair = bits.Take(11);
            if (pair is < 0 or >= 45 * 45)
            {
                return false;
            }
            text.Append(Capitals[pair / 45]).Append(Capitals[pair % 45]);
        }
        if (left == 1)
        {
            var last = bits.Take(6);
            if (last is < 0 or >= 45)
            {
                return false;
            }
            text.Append(Capitals[last]);
        }
        return left >= 0;
    }

    private static bool Bytes(BitReader bits, int lengthBits, List<byte> bytes)
    {
        var length = bits.Take(lengthBits);
        if (length < 0 || bits.Left < length * 8)
        {
            return false;
        }
        for (var i = 0; i < length; i++)
        {
            bytes.Add((byte)bits.Take(8));
        }
        return true;
    }

    private static int CharacterSet(BitReader bits)
    {
        var first = bits.Take(8);
        return first switch
        {
            < 0 => -1,
            < 128 => first,
            < 192 => ((first & 63) << 8) | bits.Take(8),
            < 224 => ((first & 31) << 16) | bits.Take(16),
            _ => -1,
        };
    }

    /// <summary>Bytes are read together with those of the segment before, since a writer may part them within a character.</summary>
    private static bool Flush(List<byte> bytes, int? characterSet, StringBuilder text)
    {
        var all = bytes.ToArray();
        bytes.Clear();
        if (characterSet is 1 or EciLatin)
        {
            text.Append(Encoding.Latin1.GetString(all));
            return true;
        }
        try
        {
            text.Append(Strict.GetString(all));
            return true;
        }
        catch (DecoderFallbackException)
        {
            // Without a word about it the standard means ISO 8859-1.
            text.Append(Encoding.Latin1.GetString(all));
            return characterSet is null;
        }
    }

    /// <summary>After the end the rest of the word is zeros, and the words after it are 236 and 17 in turn.</summary>
    private static bool IsPadding(BitReader bits)
    {
        if (bits.Take(bits.Left % 8) > 0)
        {
            return false;
        }
        for (var expected = 236; bits.Left > 0; expected ^= 236 ^ 17)
        {
            if (bits.Take(8) != expected)
            {
                return false;
            }
        }
        return true;
    }
}
