using System.Numerics;

namespace Disclosure.Core.Files.Imaging;

/// <summary>What the modules beside the finder patterns say: level and mask, secured by a BCH code (15, 5).</summary>
internal readonly record struct QrFormat(QrLevel Level, int Mask)
{
    private const int MostWrong = 3;

    // Two bits name the level, in an order of their own.
    private static readonly QrLevel[] Levels = [QrLevel.M, QrLevel.L, QrLevel.H, QrLevel.Q];

    private static readonly int[] Words = [.. Enumerable.Range(0, 32).Select(Word)];

    /// <summary>The reading with the fewest wrong bits in its better copy, or null when both copies have more than three.</summary>
    public static QrFormat? Read(QrModules modules)
    {
        var (first, second) = Copies(modules);
        var best = Enumerable
            .Range(0, 32)
            .MinBy(i =>
                (
                    Math.Min(Differing(first, Words[i]), Differing(second, Words[i])),
                    Differing(first, Words[i]) + Differing(second, Words[i])
                )
            );
        return Math.Min(Differing(first, Words[best]), Differing(second, Words[best])) > MostWrong
            ? null
            : new(Levels[best >> 3], best & 7);
    }

    /// <summary>True when the mask turns the module over.</summary>
    public bool Turns(int x, int y) =>
        Mask switch
        {
            0 => (x + y) % 2 == 0,
            1 => y % 2 == 0,
            2 => x % 3 == 0,
            3 => (x + y) % 3 == 0,
            4 => ((x / 3) + (y / 2)) % 2 == 0,
            5 => (x * y % 2) + (x * y % 3) == 0,
            6 => ((x * y % 2) + (x * y % 3)) % 2 == 0,
            _ => (((x + y) % 2) + (x * y % 3)) % 2 == 0,
        };

    private static int Word(int data)
    {
        var remainder = data;
        for (var i = 0; i < 10; i++)
        {
            remainder = (remainder << 1) ^ ((remainder >> 9) * 0x537);
        }
        return ((data << 10) | remainder) ^ 0x5412;
    }

    private static (int First, int Second) Copies(QrModules modules)
    {
        var (first, second, side) = (0, 0, modules.Side);
        for (var i = 0; i < 15; i++)
        {
            var (x, y) = i switch
            {
                < 6 => (8, i),
                6 => (8, 7),
                7 => (8, 8),
                8 => (7, 8),
                _ => (14 - i, 8),
            };
            first |= modules[x, y] ? 1 << i : 0;
            (x, y) = i < 8 ? (side - 1 - i, 8) : (8, side - 15 + i);
            second |= modules[x, y] ? 1 << i : 0;
        }
        return (first, second);
    }

    private static int Differing(int a, int b) => BitOperations.PopCount((uint)(a ^ b));
}
