using QRCoder;

namespace Disclosure.Tests.Core.Files.Imaging;

/// <summary>
/// A code drawn by the library that also draws those of our forms; a unit is a module, the origin its upper left corner without the quiet
/// zone.
/// </summary>
internal sealed class DrawnCode
{
    private const int QuietZone = 4;

    private readonly bool[][] dark;

    public DrawnCode(
        string text,
        QRCodeGenerator.ECCLevel level = QRCodeGenerator.ECCLevel.M,
        int version = -1,
        bool utf8 = true,
        bool eci = false
    )
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(
            text,
            level,
            utf8,
            false,
            eci ? QRCodeGenerator.EciMode.Utf8 : QRCodeGenerator.EciMode.Default,
            version
        );
        dark =
        [
            .. code
                .ModuleMatrix.Skip(QuietZone)
                .SkipLast(QuietZone)
                .Select(r => r.Cast<bool>().Skip(QuietZone).SkipLast(QuietZone).ToArray()),
        ];
        Version = code.Version;
    }

    public int Version { get; }

    public int Side => dark.Length;

    public bool[][] Modules => dark;

    /// <summary>White (1) or black (0) at a place, white outside.</summary>
    public double Shade(double x, double y) => x >= 0 && y >= 0 && x < Side && y < Side && dark[(int)y][(int)x] ? 0 : 1;
}
