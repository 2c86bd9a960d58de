using System.Globalization;
using System.Text.RegularExpressions;

namespace Disclosure.Core.Examiner.Reading;

/// <summary>How numbers of a workbook are shown: days, percentages, places after the point and thousands, as the format of the cell says.</summary>
internal sealed partial class CellFormats
{
    private const int MostFormats = 100_000;
    private const int FirstDay1904 = 1462;
    private const double LastDay = 2_958_466;
    private const double Tiny = 2;
    private const string White = "白色文字";

    private static readonly Dictionary<int, string> BuiltIn = new()
    {
        [1] = "0",
        [2] = "0.00",
        [3] = "#,##0",
        [4] = "#,##0.00",
        [9] = "0%",
        [10] = "0.00%",
        [14] = "yyyy-mm-dd",
        [15] = "d-mmm-yy",
        [16] = "d-mmm",
        [17] = "mmm-yy",
        [18] = "h:mm",
        [19] = "h:mm:ss",
        [20] = "h:mm",
        [21] = "h:mm:ss",
        [22] = "yyyy-mm-dd h:mm",
        [27] = "yyyy-mm-dd",
        [28] = "yyyy-mm-dd",
        [29] = "yyyy-mm-dd",
        [30] = "yyyy-mm-dd",
        [31] = "yyyy-mm-dd",
        [36] = "yyyy-mm-dd",
        [37] = "#,##0",
        [38] = "#,##0",
        [39] = "#,##0.00",
        [40] = "#,##0.00",
        [57] = "yyyy-mm-dd",
        [58] = "yyyy-mm-dd",
    };

    private readonly List<string> byStyle = [];
    private readonly List<string?> hidden = [];
    private bool since1904;

    /// <summary>Reads the part of styles; without one every number stands as it is.</summary>
    public static CellFormats Read(Package package, string? part, bool since1904)
    {
        var formats = new CellFormats { since1904 = since1904 };
        var (codes, area, fonts, fills) = (new Dictionary<int, string>(BuiltIn), "", new List<string?>(), new List<bool>());
        using var reader = part is null ? null : package.Read(part);
        while (reader?.Next() is true)
        {
            if (reader.Name is "cellXfs" or "fonts" or "fills" or "dxfs" or "cellStyleXfs")
            {
                area = reader is { IsStart: true, IsEmpty: false } ? reader.Name : "";
            }
            else if (reader is { IsStart: true, Name: "numFmt" } && Number(reader.Attribute("numFmtId")) is { } id)
            {
                codes[id] = reader.Attribute("formatCode") ?? "";
            }
            else if (reader is { IsStart: true, Name: "font" } && area == "fonts")
            {
                fonts.Add(Font(reader));
            }
            else if (reader is { IsStart: true, Name: "fill" } && area == "fills")
            {
                fills.Add(IsColoured(reader));
            }
            else if (area == "cellXfs" && reader is { IsStart: true, Name: "xf" })
            {
                formats.Add(reader, codes, fonts, fills);
            }
            if (codes.Count > MostFormats || formats.byStyle.Count > MostFormats || fonts.Count > MostFormats || fills.Count > MostFormats)
            {
                throw new ReadingLimitException();
            }
        }
        return formats;
    }

    /// <summary>Why nobody sees a cell of this style; null when it is seen.</summary>
    public string? HiddenBy(int style) => style < hidden.Count ? hidden[style] : null;

    private void Add(PartReader reader, Dictionary<int, string> codes, List<string?> fonts, List<bool> fills)
    {
        var code = codes.GetValueOrDefault(Number(reader.Attribute("numFmtId")) ?? 0, "");
        var font = Number(reader.Attribute("fontId")) is { } f && f < fonts.Count ? fonts[f] : null;
        var coloured = Number(reader.Attribute("fillId")) is { } l && l < fills.Count && fills[l];
        byStyle.Add(code);
        hidden.Add(code.Trim() is ";;;" or ";;" ? "数字格式 ;;;" : font == White && coloured ? null : font);
    }

    private static string? Font(PartReader reader)
    {
        string? look = null;
        for (var inside = reader.Inside(); inside.Next();)
        {
            if (reader is { IsStart: true, Name: "color" } && (reader.Attribute("rgb") is { Length: >= 6 } rgb ? rgb.EndsWith("FFFFFF", StringComparison.OrdinalIgnoreCase) : reader.Attribute("theme") == "0" && reader.Attribute("tint") is null))
            {
                look ??= White;
            }
            else if (reader is { IsStart: true, Name: "sz" } && double.TryParse(reader.Attribute("val"), NumberStyles.Float, CultureInfo.InvariantCulture, out var points) && points <= Tiny)
            {
                look = "极小的文字";
            }
        }
        return look;
    }

    private static bool IsColoured(PartReader reader)
    {
        var coloured = false;
        for (var inside = reader.Inside(); inside.Next();)
        {
            coloured |= reader is { IsStart: true, Name: "patternFill" } ? reader.Attribute("patternType") is not (null or "none") : reader is { IsStart: true, Name: "gradientFill" };
        }
        return coloured;
    }

    /// <summary>A number as the cell shows it; what is no number stands as it is.</summary>
    public string Show(string value, int style)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return value;
        }
        // A format has sections for positive, negative, zero; the first tells what kind it is.
        var code = Literal().Replace(style < byStyle.Count ? byStyle[style] : "", "").Split(';')[0];
        return code switch
        {
            _ when IsDay().IsMatch(code) && number is >= 0 and < LastDay => Moment(number, code),
            _ when code.AsSpan().ContainsAny('E', 'e', '/') => General(number, value),
            _ when PointPlaces().Match(code) is { Success: true } m => Fixed(number, code, m.Groups[1].Length),
            _ => General(number, value),
        };
    }

    private string Moment(double number, string code)
    {
        var moment = DateTime.FromOADate(number + (since1904 ? FirstDay1904 : 0));
        var (day, time) = (code.AsSpan().IndexOfAny("yYdD") >= 0, code.AsSpan().IndexOfAny("hHsS") >= 0);
        return moment.ToString((day, time) switch { (true, false) => "yyyy-MM-dd", (false, true) => "HH:mm:ss", (true, true) => "yyyy-MM-dd HH:mm:ss", _ => "yyyy-MM-dd" },
            CultureInfo.InvariantCulture);
    }

    private static string Fixed(double number, string code, int places)
    {
        var percent = code.Contains('%', StringComparison.Ordinal);
        var shown = percent ? number * 100 : number;
        places = Math.Min(places, 15);
        // Decimal rounds half away from zero as the office programs do, and knows no -0.
        var text = Math.Abs(shown) < 1e15
            ? Math.Round((decimal)shown, places, MidpointRounding.AwayFromZero).ToString((code.Contains(',', StringComparison.Ordinal) ? "N" : "F") + places, CultureInfo.InvariantCulture)
            : shown.ToString("F" + places, CultureInfo.InvariantCulture);
        return percent ? text + "%" : text;
    }

    /// <summary>Up to 15 digits, as an office program shows them; a long number of digits alone is never rounded.</summary>
    private static string General(double number, string value) =>
        value.All(char.IsAsciiDigit) ? value
        : Math.Abs(number) is 0 or (>= 1e-9 and < 1e15) ? ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture)
        : number.ToString("G15", CultureInfo.InvariantCulture);

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    [GeneratedRegex("""
        "[^"]*"|\\.|\[[^\]]*\]|_.|\*.
        """, RegexOptions.None, 1000)]
    private static partial Regex Literal();

    [GeneratedRegex("[ydhmsYDHMS]")]
    private static partial Regex IsDay();

    [GeneratedRegex(@"[0#?](?:\.([0#?]*))?[^0#?.]*$")]
    private static partial Regex PointPlaces();
}
