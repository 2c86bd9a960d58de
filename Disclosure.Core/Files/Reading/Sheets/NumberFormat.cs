using System.Globalization;
using System.Text.RegularExpressions;

namespace Disclosure.Core.Files.Reading;

/// <summary>How one format of cells shows a number: days, percentages, places after the point and thousands.</summary>
internal sealed partial class NumberFormat
{
    private const int FirstDay1904 = 1462;
    private const double LastDay = 2_958_466;
    private const double MostDigits = 7.9e27;

    private readonly Shape shape;
    private readonly int places;
    private readonly bool percent;
    private readonly bool thousands;
    private readonly string moment;
    private readonly int firstDay;

    private enum Shape
    {
        General,
        Moment,
        Fixed,
    }

    /// <summary>Understands a format code.</summary>
    public NumberFormat(string code, bool since1904)
    {
        (HidesNumbers, HidesAll) = Hides(code);
        IsWhite = code.Contains("[White]", StringComparison.OrdinalIgnoreCase) || code.Contains("[白色]", StringComparison.Ordinal);
        firstDay = since1904 ? FirstDay1904 : 0;
        // A format has sections for positive, negative, zero; the first tells what kind it is.
        code = Literal().Replace(code, "").Split(';')[0];
        percent = code.Contains('%', StringComparison.Ordinal);
        thousands = code.Contains(',', StringComparison.Ordinal);
        var (day, time) = (code.AsSpan().IndexOfAny("yYdD") >= 0, code.AsSpan().IndexOfAny("hHsS") >= 0);
        moment = (day, time) switch
        {
            (false, true) => "HH:mm:ss",
            (true, true) => "yyyy-MM-dd HH:mm:ss",
            _ => "yyyy-MM-dd",
        };
        var point = PointPlaces().Match(code);
        places = Math.Min(point.Groups[1].Length, 15);
        shape =
            IsDay().IsMatch(code) ? Shape.Moment
            : point.Success && !code.AsSpan().ContainsAny('E', 'e', '/') ? Shape.Fixed
            : Shape.General;
    }

    /// <summary>True when a number in such a cell is not shown.</summary>
    public bool HidesNumbers { get; }

    /// <summary>True when nothing in such a cell is shown.</summary>
    public bool HidesAll { get; }

    /// <summary>True when the format itself asks for white.</summary>
    public bool IsWhite { get; }

    /// <summary>The number as the cell shows it, and its stored digits where those are others.</summary>
    /// <param name="number">The number.</param>
    /// <param name="value">As the file writes it.</param>
    public (string Text, string? Stored) Show(double number, string value) =>
        shape switch
        {
            Shape.Moment when number is >= 0 and < LastDay => (Moment(number), null),
            Shape.Fixed => Fixed(number, value),
            _ => (
                General(number, value),
                Math.Abs(number) >= 1e15 && !IsDigits(value) && Exact(number, value) is { } all
                    ? all.ToString(CultureInfo.InvariantCulture)
                    : null
            ),
        };

    /// <summary>The number to 15 digits, more where the file writes them all; null when it is too large.</summary>
    public static decimal? Exact(double number, string value) =>
        value.Length is > 15 and <= 28 && IsDigits(value) ? decimal.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture)
        : Math.Abs(number) < MostDigits ? (decimal)number
        : null;

    private string Moment(double number) => DateTime.FromOADate(number + firstDay).ToString(moment, CultureInfo.InvariantCulture);

    private (string Text, string? Stored) Fixed(double number, string value)
    {
        if (Math.Abs(number) >= 1e15)
        {
            var whole = Exact(number, value)?.ToString(CultureInfo.InvariantCulture) ?? General(number, value);
            return (percent ? whole + "00%" : whole, null);
        }
        var exact = (decimal)number;
        // Decimal rounds half away from zero as the office programs do, and knows no -0.
        var rounded = Math.Round(percent ? exact * 100 : exact, places, MidpointRounding.AwayFromZero);
        var text = rounded.ToString((thousands ? "N" : "F") + places, CultureInfo.InvariantCulture);
        return (percent ? text + "%" : text, rounded == (percent ? exact * 100 : exact) ? null : General(number, value));
    }

    /// <summary>Up to 15 digits, as an office program shows them; a long number of digits alone is never rounded.</summary>
    private static string General(double number, string value) =>
        IsDigits(value) ? value
        : Math.Abs(number) is 0 or (>= 1e-9 and < 1e15) ? ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture)
        : number.ToString("G15", CultureInfo.InvariantCulture);

    private static bool IsDigits(string value) => !value.AsSpan().ContainsAnyExceptInRange('0', '9');

    private static (bool Numbers, bool All) Hides(string code)
    {
        var sections = Brackets().Replace(code.Replace("\"\"", "", StringComparison.Ordinal), "").Split(';');
        var numbers = sections.Length > 2 && sections.Take(3).All(s => s.Trim().Length == 0);
        return (numbers, numbers && sections.Length > 3 && sections[3].Trim().Length == 0);
    }

    [GeneratedRegex(
        """
            "[^"]*"|\\.|\[[^\]]*\]|_.|\*.
            """,
        RegexOptions.None,
        1000
    )]
    private static partial Regex Literal();

    [GeneratedRegex(@"\[[^\]]*\]", RegexOptions.None, 1000)]
    private static partial Regex Brackets();

    [GeneratedRegex("[ydhmsYDHMS]")]
    private static partial Regex IsDay();

    [GeneratedRegex(@"[0#?](?:\.([0#?]*))?[^0#?.]*$")]
    private static partial Regex PointPlaces();
}
