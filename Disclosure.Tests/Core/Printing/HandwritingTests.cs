using Disclosure.Core.Approval;
using Disclosure.Core.Files.Imaging;
using Disclosure.Core.Forms;
using Disclosure.Core.Printing;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using SkiaSharp;

namespace Disclosure.Tests.Core.Printing;

/// <summary>Handwriting: only with the person's own signature, and only with those given while it was in force.</summary>
public sealed class HandwritingTests
{
    [Fact]
    public async Task Handwriting_StandsOnlyInTheBoxOfItsOwnPerson_AndOnlyFromThenOn()
    {
        await using var given = await Given.BureauAsync();
        var before = await given.ItemAsync(RouteCodes.City, "office");
        given.Wait(TimeSpan.FromMinutes(5));
        Given.Must(await given.Get<HandwritingService>().SetAsync(Given.Signature(), given.By("gongye.head"), given.Now));
        var after = await given.ItemAsync(RouteCodes.City, "office");

        Assert.Equal([null, null], await HandsAsync(given, before));
        var hands = await HandsAsync(given, after);
        Assert.Null(hands[0]);
        Assert.NotNull(hands[1]);
    }

    [Fact]
    public async Task AReplacedHand_LeavesOldSignaturesTheirs_AndARemovedOneLeavesTheName()
    {
        await using var given = await Given.BureauAsync();
        var (service, head) = (given.Get<HandwritingService>(), given.By("gongye.head"));
        Given.Must(await service.SetAsync(Given.Signature(), head, given.Now));
        var first = await given.ItemAsync(RouteCodes.City, "office");
        given.Wait(TimeSpan.FromMinutes(5));
        Given.Must(await service.SetAsync(Given.Signature(40), head, given.Now));
        var second = await given.ItemAsync(RouteCodes.City, "office");
        given.Wait(TimeSpan.FromMinutes(5));
        Given.Must(await service.RemoveAsync(head, given.Now));
        var third = await given.ItemAsync(RouteCodes.City, "office");

        var (a, b, c) = ((await HandsAsync(given, first))[1], (await HandsAsync(given, second))[1], (await HandsAsync(given, third))[1]);
        Assert.NotNull(a);
        Assert.NotNull(b);
        Assert.NotEqual(a!.Png.ToArray(), b!.Png.ToArray());
        Assert.Null(c);
        Assert.Null(await service.MineAsync(head));
        Assert.False((await service.RemoveAsync(head, given.Now)).Ok);
    }

    [Fact]
    public async Task ActingForSomebody_TheNameIsSet()
    {
        await using var given = await Given.BureauAsync();
        Given.Must(await given.Get<HandwritingService>().SetAsync(Given.Signature(), given.By("delegate"), given.Now));
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        Given.Must(await given.DoAsync(id, "delegate", MoveKind.Approve));

        var box = Boxes(await given.SheetAsync(id, await given.PrintAsync(id)))[3];
        Assert.NotEqual("", box.ActingFor);
        Assert.Null(box.Handwriting);
    }

    [Fact]
    public async Task Administrators_HaveNothingToSign()
    {
        await using var given = await Given.BureauAsync();
        Assert.IsType<NothingToSign>(
            (await given.Get<HandwritingService>().SetAsync(Given.Signature(), given.By("admin.system"), given.Now)).Problem
        );
    }

    [Fact]
    public void Ink_IsCutToItsStrokes_AndThePaperIsGone_EvenInAShadow()
    {
        var picture = InkPicture.Read(Shadowed()).Value;

        using var png = SKBitmap.Decode(picture.Png);
        Assert.Equal((picture.Width, picture.Height), (png.Width, png.Height));
        Assert.InRange(picture.Height, 60, 180);
        Assert.InRange(picture.Width, 100, 700);
        var pixels = png.Pixels;
        Assert.Contains(pixels, p => p.Alpha > 230 && p.Red + p.Green + p.Blue == 0);
        Assert.InRange(pixels.Count(p => p.Alpha == 0) / (double)pixels.Length, 0.5, 0.99);
        Assert.True(picture.Png.Length < 30_000);
    }

    [Fact]
    public void NoInk_AllInk_AndNoPicture_AreSaid()
    {
        Assert.IsType<NoInk>(InkPicture.Read(Plain(SKColors.White)).Problem);
        Assert.IsType<InkUnreadable>(InkPicture.Read(new byte[40]).Problem);
        Assert.IsType<InkUnreadable>(InkPicture.Read("%PDF-1.7"u8.ToArray()).Problem);
        Assert.IsType<TooMuchInk>(InkPicture.Read(Striped()).Problem);
    }

    private static async Task<IReadOnlyList<HandwritingPicture?>> HandsAsync(Given given, int id) =>
        [.. Boxes(await given.SheetAsync(id, await given.PrintAsync(id, "office.1"))).Take(2).Select(b => b.Handwriting)];

    private static IReadOnlyList<SignatureBox> Boxes(FormSheet sheet) =>
        [.. sheet.Pages[0].Rows.SelectMany(r => r.Cells).OfType<SigningCell>().Select(c => c.Box)];

    private static byte[] Shadowed()
    {
        using var bitmap = new SKBitmap(1600, 900);
        using var canvas = new SKCanvas(bitmap);
        using var light = new SKPaint
        {
            Shader = SKShader.CreateLinearGradient(
                new(0, 0),
                new(1600, 0),
                [new(245, 243, 235), new(120, 118, 112)],
                SKShaderTileMode.Clamp
            ),
        };
        canvas.DrawRect(0, 0, 1600, 900, light);
        using var pen = new SKPaint
        {
            Color = new(20, 20, 60),
            StrokeWidth = 14,
            IsAntialias = true,
        };
        canvas.DrawLine(500, 300, 800, 600, pen);
        canvas.DrawLine(800, 600, 1200, 350, pen);
        canvas.Flush();
        using var jpeg = bitmap.Encode(SKEncodedImageFormat.Jpeg, 85);
        return jpeg.ToArray();
    }

    private static byte[] Plain(SKColor colour)
    {
        using var bitmap = new SKBitmap(400, 200);
        bitmap.Erase(colour);
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    private static byte[] Striped()
    {
        using var bitmap = new SKBitmap(400, 200);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        using var pen = new SKPaint { Color = SKColors.Black };
        for (var x = 0; x < 400; x += 8)
        {
            canvas.DrawRect(x, 0, 6, 200, pen);
        }
        canvas.Flush();
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }
}
