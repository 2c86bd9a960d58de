namespace Disclosure.Core.Files.Imaging;

/// <summary>
/// How strongly a code is secured, in the order of the standard's tables: about 7, 15, 25 and 30 % of the codewords can be restored.
/// </summary>
internal enum QrLevel
{
    L,
    M,
    Q,
    H,
}

/// <summary>
/// One of the sizes of QR Code Model 2 (ISO/IEC 18004), version 1 with 21 × 21 modules to version 20 with 97 × 97. Places are (column, row)
/// from the upper left.
/// </summary>
internal sealed class QrVersion
{
    /// <summary>Largest version read.</summary>
    public const int Largest = 20;

    // Annex E: rows and columns of the alignment patterns' centres, from version 2.
    private static readonly byte[][] Alignments =
    [
        [6, 18],
        [6, 22],
        [6, 26],
        [6, 30],
        [6, 34],
        [6, 22, 38],
        [6, 24, 42],
        [6, 26, 46],
        [6, 28, 50],
        [6, 30, 54],
        [6, 32, 58],
        [6, 34, 62],
        [6, 26, 46, 66],
        [6, 26, 48, 70],
        [6, 26, 50, 74],
        [6, 30, 54, 78],
        [6, 30, 56, 82],
        [6, 30, 58, 86],
        [6, 34, 62, 90],
    ];

    // Table 9: codewords for error correction in each block, and blocks, by level and version.
    private static readonly byte[][] CorrectionWords =
    [
        [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28],
        [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26],
        [13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30],
        [17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28],
    ];

    private static readonly byte[][] BlockCounts =
    [
        [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8],
        [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16],
        [1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20],
        [1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25],
    ];

    private static readonly QrVersion?[] Made = new QrVersion?[Largest + 1];

    private readonly bool[] reserved;

    private QrVersion(int number)
    {
        (Number, Side) = (number, 17 + (4 * number));
        reserved = new bool[Side * Side];
        var marks = new List<QrMark>();
        Finders(marks);
        Timing(marks);
        AlignmentCentres = [.. number == 1 ? [] : Centres(Alignments[number - 2], Side)];
        foreach (var (x, y) in AlignmentCentres)
        {
            Square(marks, x, y, 2, [true, false, true]);
        }
        Reserve(8, 0, 1, 9);
        Reserve(0, 8, 9, 1);
        Reserve(Side - 8, 8, 8, 1);
        Reserve(8, Side - 8, 1, 8);
        if (number >= 7)
        {
            Reserve(Side - 11, 0, 3, 6);
            Reserve(0, Side - 11, 6, 3);
        }
        Marks = marks;
        Words = reserved.Count(r => !r) / 8;
    }

    /// <summary>1 to 20.</summary>
    public int Number { get; }

    /// <summary>Modules along a side.</summary>
    public int Side { get; }

    /// <summary>Codewords, those for correction included.</summary>
    public int Words { get; }

    /// <summary>Modules whose colour the standard fixes: finder patterns with their white edge, timing, alignment patterns.</summary>
    public IReadOnlyList<QrMark> Marks { get; }

    /// <summary>Centres of the alignment patterns.</summary>
    public IReadOnlyList<(int X, int Y)> AlignmentCentres { get; }

    /// <summary>The version of a number from 1 to 20.</summary>
    public static QrVersion Of(int number) => Made[number] ??= new(number);

    /// <summary>True for a module that carries no data.</summary>
    public bool IsReserved(int x, int y) => reserved[(y * Side) + x];

    /// <summary>Blocks at a level, and how many words of each are for correction.</summary>
    public (int Blocks, int Correction) Blocks(QrLevel level) =>
        (BlockCounts[(int)level][Number - 1], CorrectionWords[(int)level][Number - 1]);

    private static IEnumerable<(int X, int Y)> Centres(byte[] lines, int side) =>
        from y in lines
        from x in lines
        where !((x == 6 && y == 6) || (x == 6 && y == side - 7) || (x == side - 7 && y == 6))
        select ((int)x, (int)y);

    private void Finders(List<QrMark> marks)
    {
        foreach (var (x, y) in new[] { (3, 3), (Side - 4, 3), (3, Side - 4) })
        {
            Square(marks, x, y, 4, [true, true, false, true, false]);
        }
    }

    private void Timing(List<QrMark> marks)
    {
        for (var i = 8; i < Side - 8; i++)
        {
            marks.Add(new(i, 6, i % 2 == 0, true));
            marks.Add(new(6, i, i % 2 == 0, true));
        }
        Reserve(0, 6, Side, 1);
        Reserve(6, 0, 1, Side);
    }

    /// <summary>Concentric squares about a module; what sticks out of the code is left away.</summary>
    private void Square(List<QrMark> marks, int centreX, int centreY, int reach, bool[] darkByRing)
    {
        for (var y = Math.Max(0, centreY - reach); y <= Math.Min(Side - 1, centreY + reach); y++)
        {
            for (var x = Math.Max(0, centreX - reach); x <= Math.Min(Side - 1, centreX + reach); x++)
            {
                marks.Add(new(x, y, darkByRing[Math.Max(Math.Abs(x - centreX), Math.Abs(y - centreY))], false));
                reserved[(y * Side) + x] = true;
            }
        }
    }

    private void Reserve(int x, int y, int width, int height)
    {
        for (var row = y; row < y + height; row++)
        {
            reserved.AsSpan((row * Side) + x, width).Fill(true);
        }
    }
}

/// <summary>A module of fixed colour.</summary>
internal readonly record struct QrMark(int X, int Y, bool Dark, bool Timing);
