using System.Globalization;
using System.Text;
using System.Text.Json;
using Disclosure.Core.Common;

namespace Disclosure.Core.Deadlines;

/// <summary>
/// Reads one year's arrangement from text, as JSON (year, daysOff, daysWorked: the shape of the files that come with the program) or as
/// lines 日期,类型[,名称] with 休 or 班. One wrong line refuses the whole, and is named.
/// </summary>
public static class YearText
{
    /// <summary>Largest file, in kilobytes.</summary>
    public const int MostKilobytes = 64;

    private const int LongestName = 20;
    private static readonly string[] Shapes = ["yyyy-M-d", "yyyy/M/d"];

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        54936,
        EncoderFallback.ExceptionFallback,
        DecoderFallback.ExceptionFallback
    )!;

    /// <summary>The text of a file in UTF-8, with or without byte order mark, or in GB18030.</summary>
    public static Outcome<string> Decode(byte[] bytes)
    {
        if (bytes.Length > MostKilobytes * 1024)
        {
            return new YearTooLong(MostKilobytes);
        }
        foreach (var encoding in (Encoding[])[new UTF8Encoding(false, throwOnInvalidBytes: true), Gb18030])
        {
            try
            {
                return encoding.GetString(bytes).TrimStart('\uFEFF');
            }
            catch (DecoderFallbackException)
            {
                // Then it is the next one, or no text at all.
            }
        }
        return new YearUnreadable();
    }

    /// <summary>The arrangement, or the first line that is wrong.</summary>
    public static Outcome<CalendarYear> Read(int year, string text)
    {
        if (text.Length > MostKilobytes * 1024)
        {
            return new YearTooLong(MostKilobytes);
        }
        var days = new Days(year);
        var wrong = text.TrimStart().StartsWith('{') ? FromJson(days, text) : FromLines(days, text);
        return wrong is not null ? wrong
            : days.IsEmpty ? new YearIsEmpty()
            : days.Whole;
    }

    private static YearLineWrong? FromLines(Days days, string text)
    {
        foreach (var (line, i) in text.Split('\n').Select((l, i) => (l.Trim(), i)))
        {
            if (line.Length == 0 || (i == 0 && line.Trim('"').StartsWith("日期", StringComparison.Ordinal)))
            {
                continue;
            }
            var cells = line.Split(',', '，').Select(c => c.Trim().Trim('"').Trim()).ToList();
            var wrong =
                cells is [var day, "休" or "班", ..] && cells.Count <= 3
                    ? days.Add(day, cells[1] == "班", cells.ElementAtOrDefault(2) ?? "")
                    : "应为“日期,休”或“日期,班”，后面可以写名称。";
            if (wrong is not null)
            {
                return new YearLineWrong(i + 1, wrong);
            }
        }
        return null;
    }

    private static YearLineWrong? FromJson(Days days, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        try
        {
            var reader = new Utf8JsonReader(bytes);
            var (property, stated) = ("", false);
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1)
                {
                    property = reader.GetString()!;
                    continue;
                }
                stated |= property == "year";
                if (Wrong(days, property, ref reader) is { } wrong)
                {
                    return new YearLineWrong(bytes.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n') + 1, wrong);
                }
            }
            return stated ? null : new YearLineWrong(1, "没有写明年份（year）。");
        }
        catch (JsonException e)
        {
            return new YearLineWrong((int)(e.LineNumber ?? 0) + 1, "不是完整的 JSON。");
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a character: well-formed JSON, but no text.
            return new YearLineWrong(1, "含有不完整的字符。");
        }
    }

    private static string? Wrong(Days days, string property, ref Utf8JsonReader reader) =>
        (property, reader.TokenType) switch
        {
            ("year", JsonTokenType.Number) when reader.TryGetInt32(out var year) && year == days.Year => null,
            ("year", not JsonTokenType.EndObject) => $"年份不是 {days.Year}。",
            ("level", JsonTokenType.String) when reader.GetString() != "national" => "这不是国家放假安排（level）。",
            ("daysOff" or "daysWorked", JsonTokenType.String) => days.Add(reader.GetString()!, property == "daysWorked", ""),
            ("daysOff" or "daysWorked", JsonTokenType.StartArray or JsonTokenType.EndArray or JsonTokenType.EndObject) => null,
            ("daysOff" or "daysWorked", _) => "日期应写成 \"2027-01-01\"。",
            _ => null,
        };

    private sealed class Days(int year)
    {
        private readonly HashSet<DateOnly> off = [];
        private readonly HashSet<DateOnly> worked = [];
        private readonly Dictionary<DateOnly, string> names = [];

        public int Year => year;

        public bool IsEmpty => off.Count == 0;

        public CalendarYear Whole => new(year, off, worked) { Names = names };

        /// <summary>Takes a day in; why not, or null.</summary>
        public string? Add(string text, bool works, string name)
        {
            if (!DateOnly.TryParseExact(text, Shapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return $"“{(text.Length > 20 ? text[..20] + "…" : text)}”不是日期。";
            }
            var refusal =
                day.Year != year ? $"{day:yyyy-MM-dd} 不在 {year} 年。"
                : (works ? off : worked).Contains(day) ? $"{day:yyyy-MM-dd} 既列为休又列为班。"
                : (works ? worked : off).Contains(day) ? $"{day:yyyy-MM-dd} 重复。"
                : works && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) ? $"{day:yyyy-MM-dd} 不是周末，本来就上班。"
                : name.Length > LongestName || name.Any(char.IsControl) ? $"名称不能超过 {LongestName} 个字。"
                : null;
            if (refusal is null)
            {
                (works ? worked : off).Add(day);
                names[day] = name;
            }
            return refusal;
        }
    }
}
