using CsCheck;
using Disclosure.Core.Files.Imaging;

namespace Disclosure.Tests.Core.Files.Imaging;

public sealed class ReedSolomonTests
{
    private static readonly Gen<(byte[] Data, int Correction, int Seed)> Blocks = Gen.Select(
        Gen.Byte.Array[1, 120],
        Gen.Int[7, 30],
        Gen.Int[0, 1_000_000]
    );

    [Fact]
    public void Mend_PutsRightUpToHalfTheCorrectionWords() =>
        Blocks.Sample(
            (data, correction, seed) =>
            {
                var sound = Encoded(data, correction);
                var wrong = seed % ((correction / 2) + 1);
                var block = Damaged(sound, wrong, seed);
                return ReedSolomon.Mend(block, correction, correction / 2) == wrong && block.AsSpan().SequenceEqual(sound);
            },
            iter: 400
        );

    [Fact]
    public void Mend_RefusesMoreThanItMayAndLeavesTheBlockAlone() =>
        Blocks.Sample(
            (data, correction, seed) =>
            {
                // Two fewer than the code could mend, so that one more is always told and never mistaken.
                var most = (correction / 2) - 2;
                var block = Damaged(Encoded(data, correction), most + 1 + (seed % 2), seed);
                var before = block.ToArray();
                return ReedSolomon.Mend(block, correction, most) is null && block.AsSpan().SequenceEqual(before);
            },
            iter: 400
        );

    [Fact]
    public void Mend_NeverTakesNonsenseForSound() =>
        Gen.Select(Gen.Byte.Array[20, 200], Gen.Int[14, 20])
            .Sample((block, correction) => ReedSolomon.Mend(block, correction, (correction / 2) - 2) is null, iter: 400);

    /// <summary>Divides by the generator the long way, with a multiplication of its own.</summary>
    private static byte[] Encoded(byte[] data, int correction)
    {
        byte[] generator = [1];
        byte root = 1;
        for (var i = 0; i < correction; i++)
        {
            var next = new byte[generator.Length + 1];
            for (var j = 0; j < generator.Length; j++)
            {
                next[j] ^= generator[j];
                next[j + 1] ^= Times(generator[j], root);
            }
            (generator, root) = (next, Times(root, 2));
        }
        byte[] rest = [.. data, .. new byte[correction]];
        for (var i = 0; i < data.Length; i++)
        {
            var factor = rest[i];
            for (var j = 0; j < generator.Length; j++)
            {
                rest[i + j] ^= Times(generator[j], factor);
            }
        }
        return [.. data, .. rest[data.Length..]];
    }

    private static byte Times(byte a, byte b)
    {
        int product = 0,
            factor = a;
        for (int left = b; left > 0; left >>= 1)
        {
            product ^= (left & 1) * factor;
            factor = (factor << 1) ^ (factor >= 128 ? 0x11D : 0);
        }
        return (byte)product;
    }

    private static byte[] Damaged(byte[] block, int wrong, int seed)
    {
        var random = new Random(seed);
        var damaged = block.ToArray();
        var places = Enumerable.Range(0, block.Length).ToArray();
        random.Shuffle(places);
        foreach (var place in places[..wrong])
        {
            damaged[place] ^= (byte)random.Next(1, 256);
        }
        return damaged;
    }
}
