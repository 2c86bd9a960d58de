using DocumentFormat.OpenXml.Drawing;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using QRCoder;
using Pic = DocumentFormat.OpenXml.Drawing.Pictures;
using Place = DocumentFormat.OpenXml.Drawing.Wordprocessing.Anchor;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Disclosure.Core.Forms.Engines.Docx;

/// <summary>The pictures of one document, each kept once, and the runs that show them.</summary>
internal sealed class DocxPictures
{
    private const string PictureUri = "http://schemas.openxmlformats.org/drawingml/2006/picture";
    private const int PixelsPerModule = 8;

    private readonly List<(string Id, byte[] Png)> pictures = [];
    private uint shown;

    /// <summary>PNG files with the names of their relations.</summary>
    public IReadOnlyList<(string Id, byte[] Png)> All => pictures;

    /// <summary>A picture in a cell, in mm from the left and upper edge of its paragraph.</summary>
    public W.Run InCell(ReadOnlyMemory<byte> png, double xMm, double yMm, double widthMm, double heightMm, string description) =>
        At(
            HorizontalRelativePositionValues.Column,
            VerticalRelativePositionValues.Paragraph,
            xMm,
            yMm,
            png.ToArray(),
            widthMm,
            heightMm,
            description
        );

    /// <summary>A QR code with its quiet zone, fixed at a place of the page's text area, mm.</summary>
    public W.Run Qr(string text, double xMm, double yMm, double sideMm)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M, forceUtf8: true);
        using var code = new PngByteQRCode(data);
        return At(
            HorizontalRelativePositionValues.Margin,
            VerticalRelativePositionValues.Margin,
            xMm,
            yMm,
            code.GetGraphic(PixelsPerModule),
            sideMm,
            sideMm,
            "二维码"
        );
    }

    private W.Run At(
        HorizontalRelativePositionValues acrossFrom,
        VerticalRelativePositionValues downFrom,
        double xMm,
        double yMm,
        byte[] png,
        double widthMm,
        double heightMm,
        string description
    )
    {
        var id = ++shown;
        return new(
            new W.Drawing(
                new Place(
                    new SimplePosition { X = 0, Y = 0 },
                    new HorizontalPosition(new PositionOffset(Units.Text(Units.Emu(xMm)))) { RelativeFrom = acrossFrom },
                    new VerticalPosition(new PositionOffset(Units.Text(Units.Emu(yMm)))) { RelativeFrom = downFrom },
                    new Extent { Cx = Units.Emu(widthMm), Cy = Units.Emu(heightMm) },
                    new WrapNone(),
                    new DocProperties
                    {
                        Id = id,
                        Name = $"{description}{id}",
                        Description = description,
                    },
                    Graphic(id, Kept(png), widthMm, heightMm, description)
                )
                {
                    DistanceFromTop = 0,
                    DistanceFromBottom = 0,
                    DistanceFromLeft = 0,
                    DistanceFromRight = 0,
                    SimplePos = false,
                    RelativeHeight = id,
                    BehindDoc = false,
                    Locked = false,
                    LayoutInCell = true,
                    AllowOverlap = true,
                }
            )
        );
    }

    private string Kept(byte[] png)
    {
        var known = pictures.FirstOrDefault(p => p.Png.AsSpan().SequenceEqual(png)).Id;
        if (known is null)
        {
            pictures.Add((known = $"rIdPicture{pictures.Count + 1}", png));
        }

        return known;
    }

    private static Graphic Graphic(uint id, string relation, double widthMm, double heightMm, string name) =>
        new(
            new GraphicData(
                new Pic.Picture(
                    new Pic.NonVisualPictureProperties(
                        new Pic.NonVisualDrawingProperties { Id = id, Name = name },
                        new Pic.NonVisualPictureDrawingProperties()
                    ),
                    new Pic.BlipFill(new Blip { Embed = relation }, new Stretch(new FillRectangle())),
                    new Pic.ShapeProperties(
                        new Transform2D(new Offset { X = 0, Y = 0 }, new Extents { Cx = Units.Emu(widthMm), Cy = Units.Emu(heightMm) }),
                        new PresetGeometry(new AdjustValueList()) { Preset = ShapeTypeValues.Rectangle }
                    )
                )
            )
            {
                Uri = PictureUri,
            }
        );
}
