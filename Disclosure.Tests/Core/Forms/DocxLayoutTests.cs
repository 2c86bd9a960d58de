using System.Text.RegularExpressions;
using Disclosure.Core.Forms;
using Disclosure.Tests.Support;
using UglyToad.PdfPig.Content;
using static Disclosure.Tests.Core.Forms.FormPrinting;

namespace Disclosure.Tests.Core.Forms;

/// <summary>
/// The documents as LibreOffice lays them out, beside our own PDF of the same sheets. It has none of the office's fonts here and sets other
/// ones.
/// </summary>
[Slow]
public sealed partial class DocxLayoutTests(DocxPrinting printing) : IClassFixture<DocxPrinting>
{
    private const double Mm = 72 / 25.4;
    private const double LeftMm = 28;
    private const double TopMm = 37;

    /// <summary>The document gives up a millimetre of the head, so that no page runs over.</summary>
    private const double HigherMm = 1;

    public static TheoryData<string> Library() => [.. DocxSheets.Library.Keys, "mixed"];

    public static TheoryData<string> Overlong() => [.. DocxSheets.Overlong.Keys];

    public static TheoryData<string> Fixed() =>
        [.. DocxSheets.All.Where(s => s.Value.Pages.All(p => p.HeadRows == 0 && p.Ruled)).Select(s => s.Key)];

    [Theory]
    [MemberData(nameof(Library))]
    public void Text_IsCharacterForCharacterThatOfThePdf_PageByPage(string name)
    {
        // Cells of a row are read in another order than in our PDF, so each page is compared as the multiset of its characters.
        // The PDF repeats the notes of a list on every page, the document has them once at its end.
        var sheet = DocxSheets.All[name];
        var (office, own) = (Pages(printing.Office(name)), Pages(printing.Pdf(sheet)));
        Assert.Equal(own.Count, office.Count);
        if (sheet.Pages.Any(p => p.HeadRows > 0))
        {
            var notes = sheet.Pages.SelectMany(p => p.Notes).Select(Solid).ToList();
            string Without(IEnumerable<string> pages) =>
                notes.Aggregate(string.Concat(pages), (text, note) => text.Replace(note, "", StringComparison.Ordinal));
            Assert.Equal(Sorted(Without(own)), Sorted(Without(office)));
            Assert.All(notes, n => Assert.Contains(n, string.Concat(office), StringComparison.Ordinal));
        }
        else
        {
            Assert.Equal(own.Select(Sorted), office.Select(Sorted));
        }
    }

    [Theory]
    [MemberData(nameof(Library))]
    public void EveryTextOfTheSheet_ReadsBackWhole(string name)
    {
        var text = string.Concat(Pages(printing.Office(name)));
        foreach (var shown in DocxSheets.Shown(DocxSheets.All[name]).Select(Solid))
        {
            Assert.True(text.Contains(shown, StringComparison.Ordinal) || IsTibetan(shown), $"「{shown}」 does not read back.");
        }
    }

    [Theory]
    [MemberData(nameof(Overlong))]
    public void FormOfOverlongTexts_HasTheSamePages_AndTheSameContinuationWordForWord(string name)
    {
        var sheet = DocxSheets.All[name];
        var (office, own) = (Pages(printing.Office(name)), Pages(printing.Pdf(sheet)));
        Assert.Equal(
            own.Take(sheet.Pages.Count).Select(Unnumbered).Select(Sorted),
            office.Take(sheet.Pages.Count).Select(Unnumbered).Select(Sorted)
        );
        Assert.Equal(Continuation(sheet, own), Continuation(sheet, office));
    }

    [Theory]
    [MemberData(nameof(Fixed))]
    public void EveryCharacter_StandsInTheRowWhereThePdfHasIt(string name)
    {
        var sheet = DocxSheets.All[name];
        using var office = UglyToad.PdfPig.PdfDocument.Open(printing.Office(name));
        using var own = UglyToad.PdfPig.PdfDocument.Open(printing.Pdf(sheet));
        foreach (var (i, page) in sheet.Pages.Index())
        {
            var y = TopMm + page.HeadMm;
            foreach (var row in page.Rows)
            {
                Assert.Equal(
                    Between(own.GetPage(i + 1), y, y + row.HeightMm),
                    Between(office.GetPage(i + 1), y - HigherMm, y - HigherMm + row.HeightMm)
                );
                y += row.HeightMm;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Library))]
    [MemberData(nameof(Overlong))]
    public void Characters_DoNotOverlap_AndStayWithinTheMargins(string name)
    {
        using var document = UglyToad.PdfPig.PdfDocument.Open(printing.Office(name));
        foreach (var page in document.GetPages())
        {
            // Tibetan stacks are one above another on purpose.
            var letters = page.Letters.Where(l => !string.IsNullOrWhiteSpace(l.Value) && !IsTibetan(l.Value)).ToList();
            Assert.All(letters, l => Assert.InRange(l.StartBaseLine.X, (LeftMm * Mm) - 1, (LeftMm + FormPage.WidthMm) * Mm));
            Assert.All(letters, l => Assert.InRange(l.EndBaseLine.X, LeftMm * Mm, ((LeftMm + FormPage.WidthMm) * Mm) + 1));
            var overlapping = letters.SelectMany(
                (a, i) =>
                    letters
                        .Skip(i + 1)
                        .Where(b => Overlap(a, b))
                        .Select(b => $"{a.Value}{b.Value} at {a.StartBaseLine.X / Mm:F0}, {297 - (a.StartBaseLine.Y / Mm):F0} mm")
            );
            Assert.Empty(overlapping);
        }
    }

    [Theory]
    [MemberData(nameof(Fixed))]
    public void Lines_StandWhereTheSheetSays(string name)
    {
        var sheet = DocxSheets.All[name];
        foreach (var (i, page) in sheet.Pages.Index())
        {
            var picture = Picture(printing.Office(name), i + 1);
            var found = Enumerable
                .Range(0, picture.Length)
                .Where(y => picture[y].Count(p => p < 160) > FormPage.WidthMm * 200 / 25.4 * 0.98)
                .Select(y => (y + 0.5) * 25.4 / 200)
                .ToList();
            var y = TopMm + page.HeadMm - HigherMm;
            foreach (var row in page.Rows)
            {
                Assert.Contains(found, mm => Math.Abs(mm - y) < 0.4);
                y += row.HeightMm;
            }

            Assert.Contains(found, mm => Math.Abs(mm - y) < 0.4);
        }
    }

    [Theory]
    [InlineData("昌都市统计局县区信息发布审核表 blank", 7)]
    [InlineData("昌都市统计局县区信息发布审核表 sample", 7)]
    [InlineData("昌都市统计局信息发布审批表 sample", 6)]
    [InlineData("mixed", 6)]
    [InlineData("county overlong", 7)]
    public void SignatureLines_AreLevelWithTheirDays(string name, int count)
    {
        using var document = UglyToad.PdfPig.PdfDocument.Open(printing.Office(name));
        var letters = document.GetPage(1).Letters;
        var signatures = letters
            .Where(l =>
                l.Value == "签"
                && letters.Any(n =>
                    n.Value == "名"
                    && Math.Abs(n.StartBaseLine.X - l.EndBaseLine.X) < 0.5
                    && Math.Abs(n.StartBaseLine.Y - l.StartBaseLine.Y) < 0.01
                )
            )
            .ToList();
        Assert.Equal(count, signatures.Count);
        // A fifth of a millimetre is less than the width of a pen.
        Assert.All(
            signatures,
            s =>
                Assert.Contains(
                    letters,
                    l => l.Value == "日" && l.StartBaseLine.X > 150 * Mm && Math.Abs(l.StartBaseLine.Y - s.StartBaseLine.Y) < 0.2 * Mm
                )
        );
    }

    private static List<string> Pages(byte[] pdf) =>
        [.. Run("pdftotext", pdf, "-raw", "-enc", "UTF-8", "{0}", "-").Output.Split('\f').SkipLast(1).Select(Solid)];

    private static string Continuation(FormSheet sheet, IReadOnlyList<string> pages)
    {
        var head = Solid($"{sheet.Name}（续页）编号：{sheet.Number}");
        var foot = Solid(sheet.Number + sheet.PrintLine);
        return string.Concat(
            pages
                .Skip(sheet.Pages.Count)
                .Select(Unnumbered)
                .Select(p => p.Replace(head, "", StringComparison.Ordinal).Replace(foot, "", StringComparison.Ordinal))
        );
    }

    private static string Unnumbered(string page) => PageNumber().Replace(page, "");

    private static string Sorted(string text) => string.Concat(text.Order());

    private static bool IsTibetan(string text) => text.Any(c => c is >= '\u0f00' and <= '\u0fff');

    /// <summary>
    /// Characters whose baselines lie between two heights from the paper's top, mm; Tibetan aside, whose parts have none of their own.
    /// </summary>
    private static string Between(Page page, double topMm, double bottomMm) =>
        Sorted(
            string.Concat(
                    page.Letters.Where(l => 297 - (l.StartBaseLine.Y / Mm) is var y && y > topMm && y <= bottomMm && !IsTibetan(l.Value))
                        .Select(l => Solid(l.Value))
                )
                .Replace("\0", "", StringComparison.Ordinal)
        );

    /// <summary>Ink of Chinese type stands on nine tenths of its width and from the baseline to seven tenths of its size.</summary>
    private static bool Overlap(Letter a, Letter b)
    {
        var across = Math.Min(a.EndBaseLine.X, b.EndBaseLine.X) - Math.Max(a.StartBaseLine.X, b.StartBaseLine.X);
        var down =
            Math.Min(a.StartBaseLine.Y + (0.7 * a.PointSize), b.StartBaseLine.Y + (0.7 * b.PointSize))
            - Math.Max(a.StartBaseLine.Y, b.StartBaseLine.Y);
        return across > 0.25 * Math.Min(a.Width, b.Width) && down > 0.15 * Math.Min(a.PointSize, b.PointSize);
    }

    [GeneratedRegex(@"第\d+页共\d+页")]
    private static partial Regex PageNumber();
}
