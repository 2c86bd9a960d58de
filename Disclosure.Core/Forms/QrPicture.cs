using QRCoder;

namespace Disclosure.Core.Forms;

/// <summary>The QR code of a sheet for the screen; on paper the engine draws its modules itself.</summary>
public static class QrPicture
{
    /// <summary>A PNG as a data: address, quiet zone inside.</summary>
    public static string DataUrl(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M, forceUtf8: true);
        using var picture = new PngByteQRCode(code);
        return "data:image/png;base64," + Convert.ToBase64String(picture.GetGraphic(4));
    }
}
