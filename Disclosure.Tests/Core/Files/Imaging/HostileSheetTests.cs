using System.Buffers.Binary;
using Disclosure.Core.Files.Imaging;
using Disclosure.Tests.Core.Files.Reading;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Files.Imaging;

/// <summary>Files that are broken, lie, or were made to do harm: a Problem or a result, never an exception.</summary>
[Slow]
public sealed class HostileSheetTests
{
    private static readonly GrayImage Small = new Photograph(240, 240)
    {
        Scale = 4,
        Middle = (12, 12),
        Noise = 4,
    }.Of(new DrawnCode("HOSTILE").Shade);

    private static readonly (string Kind, byte[] File)[] Sound =
    [
        ("jpg", PhotographedSheet.WithExif(PhotographedSheet.Jpeg(Small), 6)),
        ("png", PhotographedSheet.PngOf(Small)),
        ("pdf", ScannedPdf.Scanned(ScannedPdf.Jpeg(Small))),
    ];

    [Fact]
    public void SoundFiles_AreRead() => Assert.All(Sound, s => Assert.Equal(["HOSTILE"], SheetReaderTests.Read(s.File, s.Kind).Codes));

    [Fact]
    public void TruncatedPictures_AreRefused()
    {
        foreach (var (kind, file) in Sound.Where(s => s.Kind != "pdf"))
        {
            foreach (var share in new[] { 0, 0.001, 0.01, 0.1, 0.5, 0.9 })
            {
                Assert.IsType<SheetIsBroken>(SheetReader.Read(file.AsMemory(0, (int)(file.Length * share)), kind, default).Problem);
            }
        }
    }

    [Fact]
    public void TruncatedPdf_IsRefusedOrKeptWithoutACode()
    {
        var pdf = Sound[2].File;
        foreach (var share in new[] { 0, 0.001, 0.01, 0.1, 0.5, 0.9 })
        {
            var outcome = SheetReader.Read(pdf.AsMemory(0, (int)(pdf.Length * share)), "pdf", default);
            Assert.True(outcome.Problem is SheetPdfIsBroken or SheetPdfIsEmpty || outcome is { Ok: true, Value.Codes.Count: 0 });
        }
        Assert.IsType<SheetPdfIsBroken>(SheetReader.Read("no pdf at all"u8.ToArray(), "pdf", default).Problem);
    }

    [Theory]
    [InlineData(100_000, 100_000)]
    [InlineData(20_000, 5_001)]
    public void PngThatClaimsTooMuch_IsRefusedWithItsSize(int width, int height)
    {
        var problem = SheetReader.Read(Claiming(width, height), "png", default).Problem;
        Assert.Equal(new SheetTooLarge(width, height), problem);
        Assert.Contains($"{width}×{height}", problem!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void SmallPngThatClaimsMuch_IsRefusedBeforeRoomIsMadeForIt()
    {
        // What is made ready once, for whichever test comes first, is not what is measured.
        Assert.True(SheetReader.Read(Sound[0].File, Sound[0].Kind, default).Ok);
        var claiming = Claiming(9_999, 9_999);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.IsType<SheetIsBroken>(SheetReader.Read(claiming, "png", default).Problem);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void APdfThatContainsItself_IsRefusedBeforeItIsFollowed() =>
        Assert.IsType<SheetPdfIsBroken>(
            SheetReader
                .Read(
                    new PdfFiles("/Names<</Dests 20 0 R>>").With(20, "<</Kids[21 0 R]>>").With(21, "<</Kids[20 0 R]>>").Page("").Made(),
                    "pdf",
                    default
                )
                .Problem
        );

    [Fact]
    public void OtherKinds_AreRefused()
    {
        Assert.IsType<SheetKindUnknown>(SheetReader.Read(Sound[0].File, "gif", default).Problem);
        Assert.IsType<SheetIsBroken>(SheetReader.Read("GIF89a plus something"u8.ToArray(), "png", default).Problem);
        Assert.IsType<SheetIsBroken>(SheetReader.Read(default, "jpg", default).Problem);
    }

    [Fact]
    public void MutatedFiles_NeverThrowAndNeverGiveAWrongText()
    {
        foreach (var (kind, file) in Sound)
        {
            for (var seed = 0; seed < 70; seed++)
            {
                var random = new Random(seed);
                var mutated = file.ToArray();
                for (var n = 1 << random.Next(7); n > 0; n--)
                {
                    // Headers are short and matter most.
                    mutated[random.Next(random.Next(2) == 0 ? Math.Min(700, file.Length) : file.Length)] = (byte)random.Next(256);
                }
                var outcome = SheetReader.Read(mutated, kind, default);
                Assert.True(outcome.Ok ? outcome.Value.Codes is [] or ["HOSTILE"] : outcome.Problem is SheetProblem, $"{kind} {seed}");
            }
        }
    }

    private static byte[] Claiming(int width, int height)
    {
        var png = Sound[1].File.ToArray();
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        uint check = uint.MaxValue;
        foreach (var b in png.AsSpan(12, 17))
        {
            check ^= b;
            for (var i = 0; i < 8; i++)
            {
                check = (check >> 1) ^ ((check & 1) * 0xEDB88320);
            }
        }
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), ~check);
        return png;
    }
}
