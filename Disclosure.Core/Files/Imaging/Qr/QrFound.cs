namespace Disclosure.Core.Files.Imaging;

/// <summary>A position in a picture, in pixels from its upper left corner, x to the right and y downwards.</summary>
public readonly record struct PicturePoint(double X, double Y);

/// <summary>A QR code that was read.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Corners">Outer corners of the code without its quiet zone, as named when the code stands upright: upper left, upper right,
/// lower right, lower left.</param>
/// <param name="Turn">How far the code is turned clockwise against the picture, in degrees from 0 (upright) to below 360.</param>
public sealed record QrFound(string Text, IReadOnlyList<PicturePoint> Corners, double Turn);
