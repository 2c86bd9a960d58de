using System.Reflection;
using System.Text.Json;

namespace Disclosure.Core.Deadlines;

/// <summary>The national arrangements that come with the program, one embedded file a year.</summary>
public static class NationalHolidays
{
    /// <summary>Year by year.</summary>
    public static IReadOnlyDictionary<int, CalendarYear> Embedded { get; } = Read().ToDictionary(y => y.Year);

    private static IEnumerable<CalendarYear> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.Contains(".Holidays.national-", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var json = JsonDocument.Parse(stream);
            yield return new CalendarYear(json.RootElement.GetProperty("year").GetInt32(), Days(json, "daysOff"), Days(json, "daysWorked"));
        }
    }

    private static HashSet<DateOnly> Days(JsonDocument json, string name) =>
        [.. json.RootElement.GetProperty(name).EnumerateArray().Select(d => DateOnly.ParseExact(d.GetString()!, "yyyy-MM-dd"))];
}
