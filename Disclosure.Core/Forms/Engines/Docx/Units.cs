using DocumentFormat.OpenXml;

namespace Disclosure.Core.Forms.Engines.Docx;

/// <summary>Lengths as Word counts them.</summary>
internal static class Units
{
    /// <summary>Twentieths of a point.</summary>
    public static int Twips(double mm) => (int)Math.Round(mm * 1440 / 25.4, MidpointRounding.AwayFromZero);

    /// <summary>Twentieths of a point as attributes hold them; none at all for 0.</summary>
    public static StringValue? Length(double mm) => mm > 0 ? new(Text(Twips(mm))) : null;

    /// <summary>English metric units, in which drawings are measured.</summary>
    public static long Emu(double mm) => (long)Math.Round(mm * 36000, MidpointRounding.AwayFromZero);

    /// <summary>Half points, as text; a size between two of them becomes the smaller one.</summary>
    public static string HalfPoints(double pt) => Text((int)Math.Floor((pt * 2) + 0.001));

    /// <summary>Points as millimetres.</summary>
    public static double Mm(double pt) => pt * 25.4 / 72;

    /// <summary>A whole number as attributes hold it.</summary>
    public static string Text(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
