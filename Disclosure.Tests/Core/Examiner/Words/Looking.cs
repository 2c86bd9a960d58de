using Disclosure.Core.Examiner;
using Disclosure.Core.Examiner.Words;
using Disclosure.Core.Files.Reading;

namespace Disclosure.Tests.Core.Examiner.Words;

/// <summary>Hands texts and tables to the inspector as a reader would.</summary>
internal static class Looking
{
    public static IReadOnlyList<Finding> At(
        string text,
        PassageKind kind = PassageKind.Body,
        int line = 20,
        ExaminerSettings? settings = null
    )
    {
        var inspector = new WordsInspector(settings ?? ExaminerSettings.Usual);
        // Fillers keep the line from being one of the first ones.
        for (var i = 1; i < line; i++)
        {
            inspector.Passage(new(new Place { Part = "正文", Line = i }, PassageKind.Body, "正文。"));
        }
        inspector.Passage(new(new Place { Part = "正文", Line = line }, kind, text));
        inspector.Finish(default);
        return inspector.Findings;
    }

    public static string[] Codes(string text, PassageKind kind = PassageKind.Body, int line = 20) =>
        [.. At(text, kind, line).Select(f => f.Rule)];

    public static WordsInspector Table(
        IEnumerable<IReadOnlyList<object>> rows,
        bool isSheet = true,
        ExaminerSettings? settings = null,
        TableEnd? end = null,
        string? hiddenBy = null
    )
    {
        var inspector = new WordsInspector(settings ?? ExaminerSettings.Usual);
        inspector.BeginTable(new(new Place { Part = "工作表“表一”" }, "表一") { IsSheet = isSheet, HiddenBy = hiddenBy });
        var number = 0;
        foreach (var row in rows)
        {
            inspector.Row(new(++number, [.. row.Select((value, i) => Cell(i + 1, value)).Where(c => c.Text.Length > 0)]));
        }
        inspector.EndTable(end ?? TableEnd.Plain);
        inspector.Finish(default);
        return inspector;
    }

    public static string Sensitive(Finding finding) =>
        string.Concat(finding.Sensitive.Select(s => finding.Excerpt.Substring(s.Start, s.Length)));

    private static Cell Cell(int column, object value) =>
        value switch
        {
            decimal number when number >= 100_000_000_000m => new(column, "5.4E+17")
            {
                Number = number,
                Stored = number.ToString("0", System.Globalization.CultureInfo.InvariantCulture),
            },
            decimal number => new(column, number.ToString(System.Globalization.CultureInfo.InvariantCulture)) { Number = number },
            _ => new(column, (string)value),
        };
}
