using System.Text;
using System.Text.RegularExpressions;

namespace Disclosure.Tests.Architecture;

/// <summary>A line can be read without scrolling: at most 140 columns, a Chinese character taking two.</summary>
public sealed partial class LineWidthTests
{
    private const int Most = 140;

    // What a tool writes.
    private static readonly string[] Written = ["/bin/", "/obj/", "/Migrations/", "/.git/", "/artifacts/", "/wwwroot/lib/"];

    [Fact]
    public void NoLine_IsWiderThanAHundredAndFortyColumns()
    {
        var wide = new List<string>();
        foreach (var file in Files())
        {
            var inside = false;
            foreach (var (line, number) in File.ReadLines(file).Select((l, i) => (l, i + 1)))
            {
                // Data in lines of its own is read by a machine: samples inside raw strings, markup, statements for the store, expressions.
                var data = inside || RawString().IsMatch(line) || Data().IsMatch(line);
                inside ^= Quotes().Count(line) % 2 == 1;
                if (!data && Columns(line) > Most)
                {
                    wide.Add($"{Path.GetRelativePath(FolderTests.Root, file)}:{number} has {Columns(line)} columns");
                }
            }
        }
        Assert.Empty(wide);
    }

    [Theory]
    [InlineData("ab", 2)]
    [InlineData("统计", 4)]
    [InlineData("（a）", 5)]
    [InlineData("“q”…—", 5)]
    [InlineData("ＡＢ", 4)]
    public void AChineseCharacter_TakesTwoColumns(string text, int columns) => Assert.Equal(columns, Columns(text));

    private static IEnumerable<string> Files() =>
        new[] { "*.cs", "*.js" }
            .SelectMany(p => Directory.EnumerateFiles(FolderTests.Root, p, SearchOption.AllDirectories))
            .Where(f => !Written.Any(w => f.Replace('\\', '/').Contains(w, StringComparison.Ordinal)));

    private static int Columns(string line) => line.EnumerateRunes().Sum(r => Wide(r) ? 2 : 1);

    // East Asian Width W and F (Unicode Standard Annex 11), as far as this program writes them.
    private static bool Wide(Rune r) =>
        r.Value
            is (>= 0x1100 and <= 0x115F)
                or (>= 0x2E80 and <= 0x303E)
                or (>= 0x3041 and <= 0xA4CF)
                or (>= 0xAC00 and <= 0xD7A3)
                or (>= 0xF900 and <= 0xFAFF)
                or (>= 0xFE30 and <= 0xFE6F)
                or (>= 0xFF01 and <= 0xFF60)
                or (>= 0xFFE0 and <= 0xFFE6)
                or (>= 0x1F300 and <= 0x1FAFF)
                or (>= 0x20000 and <= 0x3FFFD);

    [GeneratedRegex("\"\"\"")]
    private static partial Regex Quotes();

    [GeneratedRegex("\"\"\".*\"\"\"")]
    private static partial Regex RawString();

    [GeneratedRegex("""^\s*(\+ |return )?[$@]*".*(<[\w/:]|\\[swdb]|\(\?|\b(SELECT|INSERT|UPDATE|DELETE|DROP)\b).*"\S*$""")]
    private static partial Regex Data();
}
