using System.Globalization;

namespace Disclosure.Core.Files.Reading;

/// <summary>How cells of a workbook are shown: what their numbers look like, and whether anybody can see what stands in them.</summary>
internal sealed class CellFormats
{
    private const int MostFormats = 100_000;

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

    private readonly List<Look> byStyle = [];
    private readonly NumberFormat plain = new("", false);

    /// <summary>Reads the part of styles; without one every number stands as it is.</summary>
    public static CellFormats Read(Package package, string? part, bool since1904)
    {
        var formats = new CellFormats();
        var (codes, fonts, fills) = (new Dictionary<int, string>(BuiltIn), new List<string?>(), new List<bool>());
        var known = new Dictionary<string, NumberFormat>();
        using var reader = part is null ? null : package.Read(part);
        while (reader?.Next() is true)
        {
            switch (reader.IsStart ? reader.Name : "")
            {
                case "numFmt" when Number(reader.Attribute("numFmtId")) is { } id:
                    codes[id] = reader.Attribute("formatCode") ?? "";
                    break;
                case "fonts":
                    EachIn(reader, "font", () => fonts.Add(Faint(reader)));
                    break;
                case "fills":
                    EachIn(reader, "fill", () => fills.Add(IsPaper(reader)));
                    break;
                case "cellXfs":
                    EachIn(reader, "xf", () => formats.byStyle.Add(Read(reader)));
                    break;
                case "cellStyleXfs" or "dxfs":
                    reader.Skip();
                    break;
            }
            Bounded(codes.Count);
        }
        return formats;

        Look Read(PartReader xf)
        {
            var code = codes.GetValueOrDefault(Number(xf.Attribute("numFmtId")) ?? 0, "");
            var number = known.TryGetValue(code, out var before) ? before : known[code] = new NumberFormat(code, since1904);
            var (font, fill) = (Number(xf.Attribute("fontId")) ?? 0, Number(xf.Attribute("fillId")) ?? 0);
            return new Look(number, fonts.ElementAtOrDefault(font), fills.Count <= fill || fills[fill]);
        }
    }

    /// <summary>
    /// A number as the cell shows it, its stored digits where those are others, and itself; what is no number stands as it is.
    /// </summary>
    public (string Text, string? Stored, decimal? Number) Show(string value, int style)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return (value, null, null);
        }
        var (text, stored) = (style < byStyle.Count ? byStyle[style].Format : plain).Show(number, value);
        return (text, stored, NumberFormat.Exact(number, value));
    }

    /// <summary>Why nobody sees what stands in a cell of this style; null when it is seen.</summary>
    /// <param name="style">Number of the style.</param>
    /// <param name="isNumber">True when a number stands there.</param>
    /// <param name="faint">Why a part of the text cannot be seen on white paper, or null.</param>
    public string? HiddenBy(int style, bool isNumber, string? faint) =>
        style >= byStyle.Count
            ? faint
            : byStyle[style] switch
            {
                { Format.HidesAll: true } => Hiding.Format,
                { Format.HidesNumbers: true } when isNumber => Hiding.Format,
                { IsOnPaper: true, Format.IsWhite: true } when isNumber => Hiding.White,
                { Faint: Hiding.Tiny } => Hiding.Tiny,
                { IsOnPaper: true, Faint: { } why } => why,
                { IsOnPaper: false } when faint == Hiding.White => null,
                _ => faint,
            };

    /// <summary>
    /// Why letters with the properties at hand (font, rPr) cannot be seen on white paper; null when they can. Leaves the reader at their
    /// end.
    /// </summary>
    public static string? Faint(PartReader reader)
    {
        string? why = null;
        for (var inside = reader.Inside(); inside.Next();)
        {
            why = (reader.IsStart ? reader.Name : "") switch
            {
                "sz"
                    when double.TryParse(reader.Attribute("val"), NumberStyles.Float, CultureInfo.InvariantCulture, out var size)
                        && size <= 2 => Hiding.Tiny,
                "color" when IsWhite(reader) => why ?? Hiding.White,
                _ => why,
            };
        }
        return why;
    }

    private static bool IsPaper(PartReader reader)
    {
        var (filled, white) = (false, false);
        for (var inside = reader.Inside(); inside.Next();)
        {
            filled |=
                reader is { IsStart: true, Name: "gradientFill" }
                || (reader is { IsStart: true, Name: "patternFill" } && reader.Attribute("patternType") is not (null or "none"));
            white |= reader is { IsStart: true, Name: "fgColor" } && IsWhite(reader);
        }
        return !filled || white;
    }

    /// <summary>White or nearly so; the first colour of the theme is the paper's.</summary>
    private static bool IsWhite(PartReader reader) =>
        reader.Attribute("rgb") is { Length: 6 or 8 } rgb
            ? int.TryParse(rgb.AsSpan(rgb.Length - 6), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var c)
                && Math.Min(Math.Min(c >> 16, (c >> 8) & 0xFF), c & 0xFF) >= 0xFA
        : reader.Attribute("theme") is { } theme
            ? theme == "0"
                && !(
                    double.TryParse(reader.Attribute("tint"), NumberStyles.Float, CultureInfo.InvariantCulture, out var tint)
                    && tint < -0.04
                )
        : reader.Attribute("indexed") is "1" or "9";

    private static void EachIn(PartReader reader, string name, Action one)
    {
        var count = 0;
        for (var inside = reader.Inside(); inside.Next();)
        {
            if (reader.IsStart && reader.Name == name)
            {
                one();
                Bounded(++count);
            }
        }
    }

    private static void Bounded(int count)
    {
        if (count > MostFormats)
        {
            throw new ReadingLimitException();
        }
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    private sealed record Look(NumberFormat Format, string? Faint, bool IsOnPaper);
}

/// <summary>Words for why nobody sees something in a workbook.</summary>
internal static class Hiding
{
    public const string Sheet = "隐藏工作表";
    public const string VeryHiddenSheet = "深度隐藏工作表";
    public const string Row = "隐藏行";
    public const string ZeroHeight = "行高为零";
    public const string Filter = "筛选隐藏";
    public const string Column = "隐藏列";
    public const string ZeroWidth = "列宽为零";
    public const string White = "白色文字";
    public const string Tiny = "极小字号";
    public const string Format = "格式 ;;;";
    public const string ExternalCache = "外部链接缓存";
    public const string PivotCache = "数据透视缓存";
}
