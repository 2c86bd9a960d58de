namespace Disclosure.Core.Files.Imaging;

/// <summary>From modules to text: format, mask, codewords in their zigzag, blocks, correction, segments.</summary>
internal static class QrDecoder
{
    /// <summary>The text, or null when anything does not fit.</summary>
    public static string? Text(QrModules modules)
    {
        if (QrFormat.Read(modules) is not { } format)
        {
            return null;
        }
        var words = Words(modules, format);
        return Data(words, modules.Version, format.Level) is { } data ? QrSegments.Text(data, modules.Version.Number) : null;
    }

    /// <summary>
    /// Pairs of columns from the right, alternately upwards and downwards; the column of the timing pattern is stepped over.
    /// </summary>
    private static byte[] Words(QrModules modules, QrFormat format)
    {
        var version = modules.Version;
        var words = new byte[version.Words];
        var bit = 0;
        var upwards = true;
        for (var right = version.Side - 1; right > 0; right -= 2)
        {
            right = right == 6 ? 5 : right;
            for (var step = 0; step < version.Side; step++)
            {
                var y = upwards ? version.Side - 1 - step : step;
                for (var x = right; x > right - 2; x--)
                {
                    if (version.IsReserved(x, y))
                    {
                        continue;
                    }
                    if (bit < words.Length * 8 && modules[x, y] != format.Turns(x, y))
                    {
                        words[bit >> 3] |= (byte)(128 >> (bit & 7));
                    }
                    bit++;
                }
            }
            upwards = !upwards;
        }
        return words;
    }

    private static byte[]? Data(byte[] words, QrVersion version, QrLevel level)
    {
        var (count, correction) = version.Blocks(level);
        var shorter = words.Length / count;
        var shorterBlocks = count - (words.Length % count);
        // The words of all blocks are dealt out in turn; the longer blocks, which come last, have one more word of data.
        var blocks = Enumerable.Range(0, count).Select(b => new byte[shorter + (b < shorterBlocks ? 0 : 1)]).ToArray();
        var at = 0;
        for (var i = 0; i <= shorter - correction; i++)
        {
            foreach (var block in blocks.Where(b => i < b.Length - correction))
            {
                block[i] = words[at++];
            }
        }
        for (var i = correction; i > 0; i--)
        {
            foreach (var block in blocks)
            {
                block[^i] = words[at++];
            }
        }
        var most = (correction - Kept(version.Number, level)) / 2;
        return Array.TrueForAll(blocks, b => ReedSolomon.Mend(b, correction, most) is not null)
            ? [.. blocks.SelectMany(b => b[..^correction])]
            : null;
    }

    /// <summary>
    /// Words of the small versions that the standard keeps for detecting instead of mending (table 9, note on misdecodes).
    /// </summary>
    private static int Kept(int version, QrLevel level) =>
        (version, level) switch
        {
            (1, QrLevel.L) => 3,
            (1, QrLevel.M) or (2, QrLevel.L) => 2,
            (1, _) or (3, QrLevel.L) => 1,
            _ => 0,
        };
}
