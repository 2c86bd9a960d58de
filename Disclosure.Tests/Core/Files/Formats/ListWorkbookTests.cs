using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using Disclosure.Core.Common;
using Disclosure.Core.Files.Formats;
using Disclosure.Core.Forms;
using Disclosure.Tests.Core.Forms;
using Disclosure.Tests.Support;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using UglyToad.PdfPig;
using static Disclosure.Tests.Core.Forms.FormPrinting;

namespace Disclosure.Tests.Core.Files.Formats;

[Slow]
public sealed class ListWorkbookTests(FormPrinting printing) : IClassFixture<FormPrinting>
{
    private static readonly string[] Risky =
    [
        "=1+1",
        "+86 895",
        "-5",
        "@SUM(A1)",
        "＝HYPERLINK(1)",
        "＋1",
        "－1",
        "＠x",
        "\t=1",
        "\r=1",
        " =1",
    ];

    [Fact]
    public void CellsThatWouldBeFormulas_AreTexts_InEveryFile()
    {
        var list = new Listing("清单", [new("内容", 30)], [.. Risky.Select(r => (IReadOnlyList<object?>)[r])]);
        var book = ListWorkbook.File(list);
        Assert.DoesNotContain("<f", Sheet(book), StringComparison.Ordinal);
        Assert.All(ListBook.Rows(list), r => Assert.StartsWith("'", (string?)r["内容"], StringComparison.Ordinal));
        Assert.Equal(Risky.Length, Regex.Count(ListBook.Table(list), "\r\n\"'"));
        // Nothing is computed on paper: there the words stand as they are.
        Assert.Contains("=1+1", Poppler(printing.Print(ListForm.Sheet(list))), StringComparison.Ordinal);
    }

    [Fact]
    public void DaysNumbersAndMoments_AreWhatTheyAre()
    {
        var at = BureauTime.ToUtc(new DateTime(2026, 11, 30, 14, 32, 59));
        var list = new Listing(
            "清单",
            [new("日", 12, ListKind.Day), new("时", 17, ListKind.Moment), new("数", 8, ListKind.Number), new("无", 8, ListKind.Day)],
            [
                [new DateOnly(2026, 11, 30), at, 2.5, null],
            ]
        );
        using var file = new MemoryStream(ListWorkbook.File(list));
        var row = Assert.Single(ListBook.Rows(list));
        Assert.Equal(("2026-11-30", 2.5, null), ((string?)row["日"], (double?)row["数"], row["无"]));
        Assert.Equal("2026-11-30 14:32", ((DateTime)row["时"]!).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
        Assert.EndsWith("\"2026-11-30\",\"2026-11-30 14:32\",\"2.5\",\"\"\r\n", ListBook.Table(list), StringComparison.Ordinal);
    }

    [Fact]
    public void AListThatIsCut_SaysSo_AndAnEmptyOneToo()
    {
        var list = Listing.Of("清单", [new ListField<int>("数", 8, n => n, ListKind.Number)], Enumerable.Range(1, 7));
        Assert.Same(list, list.Cut(7));
        var cut = list.Cut(3);
        Assert.Equal(3, cut.Rows.Count);
        Assert.Contains("共 7 条，本文件只列前 3 条；需要其余各条的，请缩小查找范围后再导出。", cut.Notes);
        Assert.Contains("只列前 3 条", Sheet(ListWorkbook.File(cut)), StringComparison.Ordinal);
        Assert.Contains("共7条", Squeezed(printing.Print(ListForm.Sheet(cut))), StringComparison.Ordinal);
        // The query itself may have stopped before the last.
        Assert.Contains("共 9 条，本文件只列前 7 条", Assert.Single((list with { Total = 9 }).Cut(100).Notes), StringComparison.Ordinal);
        var none = new Listing("清单", [new("数", 8)], []);
        Assert.Contains("没有符合条件的记录。", Sheet(ListWorkbook.File(none)), StringComparison.Ordinal);
        Assert.Contains("没有符合条件的记录。", Squeezed(printing.Print(ListForm.Sheet(none))), StringComparison.Ordinal);
    }

    [Fact]
    public void AnyText_GoesIntoAValidWorkbook_AndOntoPaper()
    {
        const string wild = "一\u0001二\ud83d三👍\ufffe & <b> \"引\"\n第二行";
        var list = new Listing(
            "台账：[2026]/一*二?三\\四很长很长很长很长很长很长很长很长很长很长的标题 & 其他",
            [new("内容", 20), new("更长", 90)],
            [
                [wild, new string('长', 40_000)],
            ]
        )
        {
            Bureau = "昌都市统计局",
            MadeBy = wild,
            Scope = wild,
            MadeOn = new DateOnly(2026, 11, 30),
        };
        using var book = SpreadsheetDocument.Open(new MemoryStream(ListWorkbook.File(list)), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(book).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        Assert.True(
            Pages(
                list with
                {
                    Rows =
                    [
                        [wild, new string('长', 3000)],
                    ],
                }
            ) > 1
        );
    }

    [Fact]
    public void ACharacterOfTwoHalves_IsNeverCutInTheMiddle()
    {
        var many = string.Concat(Enumerable.Repeat("👍", 20_000));
        foreach (var before in new[] { "", "长" })
        {
            // Too long for a tab, for a foot and for a cell; with one more character before them, each is cut at the other half.
            var list = new Listing(
                $"{before}{many[..100]}",
                [new("内容", 20)],
                [
                    [$"{before}{many}"],
                ]
            );
            using var book = SpreadsheetDocument.Open(new MemoryStream(ListWorkbook.File(list)), isEditable: false);
            Assert.Empty(new OpenXmlValidator().Validate(book).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        }
    }

    [Fact]
    public void ManyColumns_LieAcrossTheSheet_AndFewStandUpright()
    {
        var narrow = new Listing("清单", [new("甲", 40), new("乙", 40)], [.. Rows(200, 2)]);
        var wide = new Listing("清单", [.. Enumerable.Range(1, 6).Select(n => new ListColumn($"列{n}", 30))], [.. Rows(200, 6)]);
        Assert.Contains("orientation=\"portrait\"", Sheet(ListWorkbook.File(narrow)), StringComparison.Ordinal);
        Assert.Contains("orientation=\"landscape\"", Sheet(ListWorkbook.File(wide)), StringComparison.Ordinal);
        foreach (var (list, width, height) in new[] { (narrow, 595, 842), (wide, 842, 595) })
        {
            using var pdf = PdfDocument.Open(printing.Print(ListForm.Sheet(list)));
            Assert.True(pdf.NumberOfPages > 3);
            Assert.All(
                pdf.GetPages(),
                p =>
                {
                    Assert.Equal((width, height), ((int)Math.Round(p.Width), (int)Math.Round(p.Height)));
                    // Everything lies on the paper, with room for the printer's edge.
                    Assert.All(p.Letters, l => Assert.InRange(l.BoundingBox.Left, 20, p.Width - 20));
                    Assert.All(p.Letters, l => Assert.InRange(l.BoundingBox.Bottom, 20, p.Height - 20));
                    Assert.Contains(list.Columns[0].Name, string.Concat(p.Letters.Select(l => l.Value)), StringComparison.Ordinal);
                }
            );
        }
    }

    private static IEnumerable<IReadOnlyList<object?>> Rows(int count, int columns) =>
        Enumerable.Range(1, count).Select(n => (IReadOnlyList<object?>)[.. Enumerable.Repeat($"第{n}行的内容", columns)]);

    private int Pages(Listing list)
    {
        using var pdf = PdfDocument.Open(printing.Print(ListForm.Sheet(list)));
        return pdf.NumberOfPages;
    }

    private static string Squeezed(byte[] pdf) => Regex.Replace(Poppler(pdf), @"\s", "");

    private static string Sheet(byte[] book)
    {
        using var zip = new ZipArchive(new MemoryStream(book));
        using var reader = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        return reader.ReadToEnd();
    }
}
