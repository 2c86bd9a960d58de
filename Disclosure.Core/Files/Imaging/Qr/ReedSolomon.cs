namespace Disclosure.Core.Files.Imaging;

/// <summary>Finds and mends wrong words of a block: syndromes, Berlekamp–Massey, Chien search, Forney.</summary>
internal static class ReedSolomon
{
    /// <summary>Mends the block in place.</summary>
    /// <param name="block">At most 255 words, those for correction last.</param>
    /// <param name="correction">How many of them are for correction.</param>
    /// <param name="most">Wrong words to mend at most; never more than half of the former.</param>
    /// <returns>Words mended, or null when there are more wrong than that; the block is then as it was.</returns>
    public static int? Mend(Span<byte> block, int correction, int most)
    {
        Span<byte> syndromes = stackalloc byte[correction];
        if (!Syndromes(block, syndromes))
        {
            return 0;
        }
        var locator = Locator(syndromes);
        var wrong = locator.Length - 1;
        if (wrong == 0 || wrong > Math.Min(most, correction / 2))
        {
            return null;
        }
        Span<int> places = stackalloc int[wrong];
        if (!Places(locator, block.Length, places))
        {
            return null;
        }
        Span<byte> before = stackalloc byte[block.Length];
        block.CopyTo(before);
        Correct(block, syndromes, locator, places);
        if (Syndromes(block, syndromes))
        {
            before.CopyTo(block);
            return null;
        }
        return wrong;
    }

    /// <summary>False when all are 0, that is when the block is sound.</summary>
    private static bool Syndromes(ReadOnlySpan<byte> block, Span<byte> syndromes)
    {
        var any = false;
        for (var i = 0; i < syndromes.Length; i++)
        {
            byte value = 0;
            foreach (var word in block)
            {
                value = (byte)(GaloisField.Multiply(value, GaloisField.Power(i)) ^ word);
            }
            syndromes[i] = value;
            any |= value != 0;
        }
        return any;
    }

    /// <summary>
    /// The shortest recurrence that makes the syndromes, lowest power first; its roots are the inverses of the wrong places.
    /// </summary>
    private static byte[] Locator(ReadOnlySpan<byte> syndromes)
    {
        byte[] current = [1];
        byte[] earlier = [1];
        var (length, shift) = (0, 1);
        byte earlierGap = 1;
        for (var n = 0; n < syndromes.Length; n++)
        {
            byte gap = 0;
            for (var i = 0; i < current.Length && i <= n; i++)
            {
                gap ^= GaloisField.Multiply(current[i], syndromes[n - i]);
            }
            if (gap == 0)
            {
                shift++;
                continue;
            }
            var before = current;
            current = Less(current, earlier, GaloisField.Divide(gap, earlierGap), shift);
            if (2 * length <= n)
            {
                (length, earlier, earlierGap, shift) = (n + 1 - length, before, gap, 1);
            }
            else
            {
                shift++;
            }
        }
        var end = current.AsSpan().LastIndexOfAnyExcept((byte)0) + 1;
        // Fewer coefficients than errors counted: no set of places fits, which the search for roots then finds as well.
        return current[..Math.Max(end, 1)];
    }

    private static byte[] Less(byte[] current, byte[] earlier, byte factor, int shift)
    {
        var next = new byte[Math.Max(current.Length, earlier.Length + shift)];
        current.CopyTo(next, 0);
        for (var i = 0; i < earlier.Length; i++)
        {
            next[i + shift] ^= GaloisField.Multiply(earlier[i], factor);
        }
        return next;
    }

    private static bool Places(byte[] locator, int length, Span<int> places)
    {
        var found = 0;
        for (var power = 0; power < length; power++)
        {
            if (GaloisField.Value(locator, GaloisField.Power((255 - power) % 255)) == 0)
            {
                if (found == places.Length)
                {
                    return false;
                }
                places[found++] = power;
            }
        }
        return found == places.Length;
    }

    private static void Correct(Span<byte> block, ReadOnlySpan<byte> syndromes, byte[] locator, ReadOnlySpan<int> places)
    {
        var evaluator = new byte[places.Length];
        for (var i = 0; i < evaluator.Length; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                evaluator[i] ^= GaloisField.Multiply(syndromes[i - j], locator[j]);
            }
        }
        // The derivative keeps the odd powers only.
        var derivative = new byte[locator.Length - 1];
        for (var i = 1; i < locator.Length; i += 2)
        {
            derivative[i - 1] = locator[i];
        }
        foreach (var power in places)
        {
            var inverse = GaloisField.Power((255 - power) % 255);
            var slope = GaloisField.Value(derivative, inverse);
            if (slope != 0)
            {
                var error = GaloisField.Multiply(
                    GaloisField.Power(power),
                    GaloisField.Divide(GaloisField.Value(evaluator, inverse), slope)
                );
                block[block.Length - 1 - power] ^= error;
            }
        }
    }
}
