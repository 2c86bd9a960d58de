using Disclosure.Core.Files.Imaging;
using Disclosure.Core.Forms;
using Disclosure.Core.Printing;
using Disclosure.Tests.Core.Forms;
using Disclosure.Tests.Support;
using SkiaSharp;

namespace Disclosure.Tests.Core.Files.Imaging;

/// <summary>The approval form as printed, once for all tests of a class.</summary>
public sealed class PrintedSample : IDisposable
{
    private readonly FormPrinting printing = new();
    private readonly Lazy<GrayImage> photograph;

    public PrintedSample()
    {
        Pdf = printing.Print(ReleaseApprovalForm.Sheet(FormSamples.ReleaseApproval));
        Sheet = new(Pdf, 200);
        photograph = new(() =>
            Sheet.On(
                new(1100, 1500)
                {
                    Tilt = 15,
                    Lean = 60,
                    Turn = 4,
                    Blur = 0.6,
                    Noise = 6,
                    Shade = 0.5,
                    Scale = 1.2,
                    Middle = (Sheet.Page.Width * 0.68, Sheet.Page.Height * 0.76),
                    Focal = 3200,
                }
            )
        );
    }

    /// <summary>What its code says.</summary>
    public static string Code { get; } = FormSamples.ReleaseApproval.Print.QrText(FormSamples.ReleaseApproval.Number);

    public byte[] Pdf { get; }

    internal PhotographedSheet Sheet { get; }

    /// <summary>Photographed by hand under a lamp: the lower right of the sheet, and the table it lies on.</summary>
    internal GrayImage Photograph => photograph.Value;

    public void Dispose() => printing.Dispose();
}

[Slow]
public sealed class SheetReaderTests(PrintedSample form) : IClassFixture<PrintedSample>
{
    [Theory]
    [InlineData(150)]
    [InlineData(200)]
    public void Scan_IsReadAndStaysUpright(int dpi)
    {
        var read = Read(new PhotographedSheet(form.Pdf, dpi).Png, "png");
        Assert.Equal([PrintedSample.Code], read.Codes);
        Assert.StartsWith("已", read.Note, StringComparison.Ordinal);
        Assert.DoesNotContain("转正", read.Note, StringComparison.Ordinal);
        AssertUpright(read);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Photograph_IsTurnedByTheCode_HoweverItWasTaken(int quarters)
    {
        var read = Read(PhotographedSheet.Jpeg(PhotographedSheet.Turned(form.Photograph, quarters)), "jpg");
        Assert.Equal([PrintedSample.Code], read.Codes);
        Assert.StartsWith("已转正并", read.Note, StringComparison.Ordinal);
        AssertUpright(read);
    }

    [Fact]
    public void Photograph_IsTurnedByWhatTheCameraNoted_AndTheNoteOfThePlaceIsGone()
    {
        var stored = PhotographedSheet.Turned(form.Photograph, 3);
        var file = PhotographedSheet.WithExif(PhotographedSheet.Jpeg(stored), 6);
        Assert.True(file.AsSpan().IndexOf("GPS 31.14"u8) > 0);

        var read = Read(file, "jpg");

        Assert.Equal([PrintedSample.Code], read.Codes);
        Assert.StartsWith($"已转正并压缩，原图 {stored.Width}×{stored.Height}、", read.Note, StringComparison.Ordinal);
        AssertUpright(read);
        Assert.Equal(-1, read.Bytes.AsSpan().IndexOf("GPS"u8));
        Assert.Equal(-1, read.Bytes.AsSpan().IndexOf("Exif"u8));
    }

    [Theory]
    [InlineData(1, 0, false)]
    [InlineData(2, 0, true)]
    [InlineData(3, 2, false)]
    [InlineData(4, 2, true)]
    [InlineData(5, 3, true)]
    [InlineData(6, 1, false)]
    [InlineData(7, 1, true)]
    [InlineData(8, 3, false)]
    public void EveryOrientationOfACamera_ComesOutAsTheStandardSays(int orientation, int turn, bool mirrored)
    {
        // Four corners of four shades tell every turn and mirroring from every other.
        GrayImage stored = new(
            64,
            32,
            [.. Enumerable.Range(0, 64 * 32).Select(i => (byte)((i % 64 < 32 ? 0 : 80) + (i < 64 * 16 ? 20 : 170)))]
        );
        var expected = PhotographedSheet.Turned(mirrored ? Mirrored(stored) : stored, turn);

        var kept = PhotographedSheet.Gray(Read(PhotographedSheet.WithExif(PhotographedSheet.Jpeg(stored, 100), orientation), "jpg").Bytes);

        Assert.Equal((expected.Width, expected.Height), (kept.Width, kept.Height));
        foreach (var (x, y) in new[] { (4, 4), (kept.Width - 5, 4), (4, kept.Height - 5), (kept.Width - 5, kept.Height - 5) })
        {
            Assert.InRange(kept.Row(y)[x], (expected.Row(y)[x] * 0.97) - 6, (expected.Row(y)[x] * 0.97) + 6);
        }
    }

    [Fact]
    public void SteepPhotograph_IsRead()
    {
        // The lower part of the sheet as it stands in a picture of 5 megapixels.
        var page = form.Sheet.Page;
        var photograph = form.Sheet.On(
            new(1400, 1000)
            {
                Tilt = 33,
                Lean = 200,
                Turn = 25,
                Blur = 0.6,
                Noise = 5,
                Shade = 0.4,
                Scale = 0.97,
                Middle = (page.Width * 0.7, page.Height * 0.8),
                Focal = 2130,
            }
        );
        Assert.Equal(PrintedSample.Code, Assert.Single(QrReader.Read(photograph)).Text);
    }

    [Fact]
    public void LargePhotograph_IsShrunkToA4AndIsStillReadable()
    {
        // The right part of the sheet, from below its head to its foot, at some 300 dpi.
        var page = form.Sheet.Page;
        var near = form.Sheet.On(
            new(1400, 3600)
            {
                Scale = 1.6,
                Middle = (page.Width * 0.7, page.Height * 0.55),
                Noise = 8,
                Shade = 0.4,
            }
        );
        var read = Read(PhotographedSheet.Jpeg(near), "jpg");
        Assert.StartsWith("已压缩，原图 1400×3600、", read.Note, StringComparison.Ordinal);
        var kept = PhotographedSheet.Gray(read.Bytes);
        Assert.Equal((1364, 3508), (kept.Width, kept.Height));
        Assert.InRange(read.Bytes.Length, 100_000, 1_500_000);
        Assert.Equal("jpg", read.Kind);
        Assert.Equal(PrintedSample.Code, Assert.Single(QrReader.Read(PhotographedSheet.LowerRight(kept))).Text);
    }

    [Fact]
    public void PictureWithoutACode_IsKeptAndSaysSo()
    {
        var read = Read(PhotographedSheet.Jpeg(new Photograph(400, 300) { Noise = 5 }.Of((x, y) => 0.8)), "jpg");
        Assert.Empty(read.Codes);
        Assert.EndsWith("没有读到二维码", read.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void CleanDrawing_StaysPngWhereThatIsSmaller_AndWhatIsTransparentBecomesPaper()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(600, 400, SKColorType.Rgba8888, SKAlphaType.Premul));
        bitmap.Erase(SKColors.Transparent);
        for (var x = 4; x < 600; x += 8)
        {
            for (var y = 0; y < 400; y++)
            {
                bitmap.SetPixel(x, y, SKColors.Red);
            }
        }
        var file = bitmap.Encode(SKEncodedImageFormat.Png, 100).ToArray();

        var read = Read(file, "png");

        Assert.Equal("png", read.Kind);
        using var kept = SKBitmap.Decode(read.Bytes);
        Assert.Equal((SKColors.White, SKColors.Red), (kept.GetPixel(303, 300), kept.GetPixel(20, 300)));
    }

    [Fact]
    public void Cancellation_IsTheOnlyThingThrown()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => SheetReader.Read(form.Sheet.Png, "png", source.Token));
    }

    internal static ReadSheet Read(byte[] file, string kind)
    {
        var outcome = SheetReader.Read(file, kind, default);
        Assert.True(outcome.Ok, outcome.Problem?.Text);
        return outcome.Value;
    }

    /// <summary>The code of the approval form lies lower right; upright it is not turned.</summary>
    private static void AssertUpright(ReadSheet read)
    {
        var found = Assert.Single(QrReader.Read(PhotographedSheet.LowerRight(PhotographedSheet.Gray(read.Bytes))));
        Assert.Equal(0, Math.IEEERemainder(found.Turn, 360), 12.0);
    }

    private static GrayImage Mirrored(GrayImage image) =>
        new(image.Width, image.Height, [.. Enumerable.Range(0, image.Height).SelectMany(y => image.Row(y).ToArray().Reverse())]);
}
