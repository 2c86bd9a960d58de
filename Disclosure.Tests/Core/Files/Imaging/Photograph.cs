using System.Numerics;
using Disclosure.Core.Files.Imaging;

namespace Disclosure.Tests.Core.Files.Imaging;

/// <summary>
/// A camera over a flat sheet: every pixel is a ray, and where it meets the sheet it takes its shade. Reckoned forwards from the scene, so
/// that it shares no formula with the reader.
/// </summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
internal sealed record Photograph(int Width, int Height)
{
    /// <summary>Degrees by which the sheet leans away, and the direction in which it does.</summary>
    public double Tilt { get; init; }

    /// <summary>Direction of the tilt within the picture, in degrees.</summary>
    public double Lean { get; init; }

    /// <summary>Degrees by which the sheet is turned clockwise.</summary>
    public double Turn { get; init; }

    /// <summary>Pixels per unit of the sheet at the middle of the picture.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>Place of the sheet that lies in the middle of the picture.</summary>
    public (double X, double Y) Middle { get; init; }

    /// <summary>Standard deviation of the blur, in pixels.</summary>
    public double Blur { get; init; }

    /// <summary>Standard deviation of the noise, in shades.</summary>
    public double Noise { get; init; }

    /// <summary>Part of the light that is missing at the far side of the picture.</summary>
    public double Shade { get; init; }

    /// <summary>Seed of the noise.</summary>
    public int Seed { get; init; }

    /// <summary>Focal length in pixels; a telephone's when nothing is said.</summary>
    public double Focal { get; init; } = 0.8 * Math.Max(Width, Height);

    /// <summary>Takes the picture of a sheet whose shade at each place is given (0 black, 1 white).</summary>
    public GrayImage Of(Func<double, double, double> sheet)
    {
        var (across, down, distance) = Axes();
        var normal = Vector3.Cross(across, down);
        var shades = new float[Width * Height];
        Parallel.For(
            0,
            Height,
            y =>
            {
                for (var x = 0; x < Width; x++)
                {
                    double sum = 0;
                    for (var part = 0; part < 4; part++)
                    {
                        var ray = new Vector3(
                            x + 0.25f + (part % 2 * 0.5f) - (Width / 2f),
                            y + 0.25f + (part / 2 * 0.5f) - (Height / 2f),
                            (float)Focal
                        );
                        var place = (ray * (normal.Z * distance / Vector3.Dot(normal, ray))) - new Vector3(0, 0, distance);
                        sum += sheet(Middle.X + Vector3.Dot(place, across), Middle.Y + Vector3.Dot(place, down));
                    }
                    var light = 1 - (Shade * ((x / (double)Width) + (y / (double)Height)) / 2);
                    shades[(y * Width) + x] = (float)(light * ((sum / 4 * 185) + 35));
                }
            }
        );
        Smear(shades);
        return Grain(shades);
    }

    /// <summary>Unit vectors of the sheet in space, and its distance from the camera.</summary>
    private (Vector3 Across, Vector3 Down, float Distance) Axes()
    {
        var (tilt, lean, turn) = (Tilt * Math.PI / 180, Lean * Math.PI / 180, Turn * Math.PI / 180);
        Vector3 Laid(double x, double y)
        {
            // Turned in the plane, then leaned about an axis of the plane.
            var (px, py) = ((x * Math.Cos(turn)) - (y * Math.Sin(turn)), (x * Math.Sin(turn)) + (y * Math.Cos(turn)));
            var along = (px * Math.Cos(lean)) + (py * Math.Sin(lean));
            var athwart = (py * Math.Cos(lean)) - (px * Math.Sin(lean));
            var near = along * Math.Cos(tilt);
            return new(
                (float)((near * Math.Cos(lean)) - (athwart * Math.Sin(lean))),
                (float)((near * Math.Sin(lean)) + (athwart * Math.Cos(lean))),
                (float)(along * Math.Sin(tilt))
            );
        }
        return (Laid(1, 0), Laid(0, 1), (float)(Focal / Scale));
    }

    private void Smear(float[] shades)
    {
        if (Blur <= 0)
        {
            return;
        }
        var reach = (int)Math.Ceiling(Blur * 3);
        var weights = Enumerable.Range(-reach, (2 * reach) + 1).Select(i => (float)Math.Exp(-i * i / (2 * Blur * Blur))).ToArray();
        var total = weights.Sum();
        foreach (var (step, length, lines, jump) in new[] { (1, Width, Height, Width), (Width, Height, Width, 1) })
        {
            Parallel.For(
                0,
                lines,
                line =>
                {
                    var before = new float[length];
                    for (var i = 0; i < length; i++)
                    {
                        before[i] = shades[(line * jump) + (i * step)];
                    }
                    for (var i = 0; i < length; i++)
                    {
                        float sum = 0;
                        for (var k = -reach; k <= reach; k++)
                        {
                            sum += weights[k + reach] * before[Math.Clamp(i + k, 0, length - 1)];
                        }
                        shades[(line * jump) + (i * step)] = sum / total;
                    }
                }
            );
        }
    }

    private GrayImage Grain(float[] shades)
    {
        var random = new Random(Seed);
        var pixels = new byte[shades.Length];
        for (var i = 0; i < pixels.Length; i++)
        {
            // The sum of four even numbers is as good as a bell curve; their variance is a third.
            var noise =
                Noise <= 0
                    ? 0
                    : Noise * Math.Sqrt(3) * (random.NextSingle() + random.NextSingle() + random.NextSingle() + random.NextSingle() - 2);
            pixels[i] = (byte)Math.Clamp(shades[i] + noise + 0.5, 0, 255);
        }
        return new(Width, Height, pixels);
    }
}
