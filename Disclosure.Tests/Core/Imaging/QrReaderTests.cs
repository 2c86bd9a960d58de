using CsCheck;
using Disclosure.Core.Imaging;
using QRCoder;
using Xunit;
using Level = QRCoder.QRCodeGenerator.ECCLevel;

namespace Disclosure.Tests.Core.Imaging;

public sealed class QrReaderTests
{
    private const string Capitals = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private const string Mixed = "昌统发审〔2026〕1号 喆堃珺赟 བཀྲ་ཤིས 𠮷 éÄ abc?&=#";

    private static readonly string[] Characters = [.. Mixed.EnumerateRunes().Select(r => r.ToString())];

    private static readonly Gen<Level> Levels = Gen.Int[0, 3].Select(i => (Level)i);

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Char["0123456789"].Array[1, 400].Select(c => new string(c)),
        Gen.Char[Capitals].Array[1, 250].Select(c => new string(c)),
        Gen.Int[0, Characters.Length - 1].Array[1, 60].Select(c => string.Concat(c.Select(i => Characters[i]))));

    [Fact]
    public void EveryVersionAndLevel_IsReadBack()
    {
        foreach (var level in new[] { Level.L, Level.M, Level.Q, Level.H })
        {
            for (var version = 1; version <= 20; version++)
            {
                var text = $"V{version}-{level}";
                var code = new DrawnCode(text, level, version);
                var found = Assert.Single(QrReader.Read(Flat(code, 4)));
                Assert.Equal(text, found.Text);
            }
        }
    }

    [Fact]
    public void AnyText_IsReadBack_TurnedTiltedBlurredAndInUnevenLight() =>
        Gen.Select(Texts, Levels, Gen.Double[0, 360], Gen.Double[0, 30], Gen.Double[0, 360], Gen.Double[3.2, 8], Gen.Double[0, 1], Gen.Int[0, 1000])
            .Where((text, level, _, _, _, _, _, _) => new DrawnCode(text, level).Version <= QrVersionMost)
            .Sample(
                (text, level, turn, tilt, lean, module, hardship, seed) =>
                {
                    var code = new DrawnCode(text, level);
                    var photograph = PhotographOf(code, module) with
                    {
                        Turn = turn, Tilt = tilt, Lean = lean, Seed = seed,
                        Blur = hardship * module * 0.25, Noise = 10 * hardship, Shade = 0.6 * hardship,
                    };
                    return QrReader.Read(photograph.Of(code.Shade)) is [var found] && found.Text == text;
                },
                iter: Iterations);

    private const int QrVersionMost = 20;
    private static int Iterations => int.Parse(Environment.GetEnvironmentVariable("QRN") ?? "60");

    private static GrayImage Flat(DrawnCode code, double module) => PhotographOf(code, module).Of(code.Shade);

    private static Photograph PhotographOf(DrawnCode code, double module)
    {
        var side = (int)(module * (code.Side + 8) * 1.5);
        return new(side, side) { Scale = module, Middle = (code.Side / 2.0, code.Side / 2.0) };
    }
}
