using Disclosure.Core.Forms;
using Disclosure.Core.Forms.Engines;
using Disclosure.Tests.Support;
using static Disclosure.Tests.Core.Forms.FormPrinting;

namespace Disclosure.Tests.Core.Forms;

[Slow]
public sealed class FontTests(FormPrinting printing) : IClassFixture<FormPrinting>
{
    private const string Names = "喆堃珺赟";
    private const string Tibetan = "བཀྲ་ཤིས་བདེ་ལེགས།";

    private static readonly string[] Sources =
    [
        "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf",
        "/usr/share/fonts/truetype/noto/NotoSerifTibetan-Regular.ttf",
    ];

    [Fact]
    public void Report_NamesTheChainOfEveryRole()
    {
        var report = printing.Printer.Fonts();

        Assert.Equal([FontRole.Title, FontRole.Label, FontRole.Value, FontRole.Kai], report.Roles.Select(r => r.Role));
        Assert.Equal(
            new FoundFont("Noto Serif CJK SC Bold", "NotoSerifCJK-Bold.ttc", false, 44683),
            report.Roles[0].Chain[0] with
            {
                Characters = 44683,
            }
        );
        Assert.Equal("Noto Sans CJK SC", report.Roles[1].Chain[0].Name);
        Assert.Equal(
            ("霞鹜文楷", "LXGWWenKai-Regular.ttf", true),
            (report.Roles[3].Chain[0].Name, report.Roles[3].Chain[0].File, report.Roles[3].Chain[0].TrueType)
        );
        Assert.All(report.Roles.SelectMany(r => r.Chain), f => Assert.True(f.Characters > 20_000, $"{f}"));
        Assert.Contains(report.Fallback, f => f is { Name: "Noto Serif Tibetan", Characters: > 200 and < 1000 });
        Assert.Contains("/usr/share/fonts", report.Folders);
        Assert.False(report.NoneUsable);
    }

    [Fact]
    public void Report_SaysWhatIsOnlyASubstitute()
    {
        // 宋 stands in for 小标宋 and 仿宋; a 黑体 and a 楷体 are there.
        var roles = printing.Printer.Fonts().Roles;
        Assert.Equal([FontRole.Title, FontRole.Value], roles.Where(r => r.Substitute).Select(r => r.Role));
    }

    [Fact]
    public void Choices_AreFontsThatCanWriteChinese()
    {
        var report = printing.Printer.Fonts();
        Assert.Contains("霞鹜文楷", report.Roles[0].Choices);
        Assert.Contains("Noto Serif CJK SC Bold", report.Roles[0].Choices);
        Assert.DoesNotContain("DejaVu Sans", report.Roles[0].Choices);
        Assert.DoesNotContain("Noto Sans CJK JP", report.Roles[0].Choices);
        Assert.Contains("Noto Serif Tibetan", report.FallbackChoices);
    }

    [Fact]
    public void EveryCharacter_IsToldWithTheFontThatDrawsIt()
    {
        var drawn = printing.Printer.Drawn($"A{Names}{Tibetan}\U000F1234\n", FontRole.Kai);
        Assert.Equal(["A", "喆", "堃", "珺", "赟"], drawn.Take(5).Select(d => d.Text));
        Assert.All(drawn.Take(5), d => Assert.Equal("霞鹜文楷", d.Font));
        Assert.Equal(Tibetan, string.Concat(drawn.Where(d => d.Font == "Noto Serif Tibetan").Select(d => d.Text)));
        Assert.Equal(new DrawnBy("\U000F1234", null), drawn[^1]);
        Assert.Equal("U+F1234", drawn[^1].Codes);
    }

    [Theory]
    [InlineData(FontRole.Title)]
    [InlineData(FontRole.Label)]
    [InlineData(FontRole.Value)]
    [InlineData(FontRole.Kai)]
    public void EveryRole_FallsBackCharacterByCharacter_AndMarksTheOneNoFontHas(FontRole role)
    {
        var pdf = printing.Print(In(role, Names + Tibetan + "𠮷"));
        Assert.Contains(Names + Tibetan + "𠮷", Poppler(pdf), StringComparison.Ordinal);

        Assert.Contains(Names + "〓", Poppler(printing.Print(In(role, Names + "\U000F1234"))), StringComparison.Ordinal);
    }

    [Fact]
    public void OwnFolder_IsAskedFirst_AndTheRestGoesOnBesideIt()
    {
        using var folder = new FontFolder("方正小标宋简体.ttf");
        using var printer = new FormPrinter(new FontOptions());
        printer.Use(new FontChoice(folder.Path, Title: "霞鹜文楷"));

        var title = printer.Fonts().Roles[0];
        Assert.Equal(("霞鹜文楷", "方正小标宋简体.ttf", false), (title.Chain[0].Name, title.Chain[0].File, title.Substitute));
        Assert.Equal("Noto Serif Tibetan", printer.Drawn("བ", FontRole.Title)[0].Font);
        Assert.Contains(folder.Path, printer.Fonts().Folders);
    }

    [Fact]
    public void AChoice_IsInForceAtOnce_AndCanBeTakenBack()
    {
        using var printer = new FormPrinter(new FontOptions());
        var before = printer.Pdf(In(FontRole.Label, "栏目")).Value;
        printer.Use(new FontChoice(Label: "霞鹜文楷"));
        Assert.Equal("霞鹜文楷", printer.Drawn("栏", FontRole.Label)[0].Font);
        Assert.NotEqual(before, printer.Pdf(In(FontRole.Label, "栏目")).Value);
        printer.Use(FontChoice.None);
        Assert.Equal(before, printer.Pdf(In(FontRole.Label, "栏目")).Value);
    }

    [Fact]
    public async Task ChangingFontsWhileOthersPrint_DisturbsNobody()
    {
        using var printer = new FormPrinter(new FontOptions());
        var sheet = In(FontRole.Label, "栏目" + Names);
        var choices = new[] { FontChoice.None, new FontChoice(Label: "霞鹜文楷") };
        var expected = choices
            .Select(c =>
            {
                printer.Use(c);
                return printer.Pdf(sheet).Value;
            })
            .ToList();

        using var done = new CancellationTokenSource();
        var changing = Task.Run(
            () =>
            {
                for (var i = 0; !done.IsCancellationRequested; i++)
                {
                    printer.Use(choices[i % 2]);
                    printer.Pdf(sheet);
                }
            },
            TestContext.Current.CancellationToken
        );
        var printed = await Task.WhenAll(
            Enumerable
                .Range(0, 3)
                .Select(_ =>
                    Task.Run(
                        () => Enumerable.Range(0, 8).Select(_ => printer.Pdf(sheet).Value).ToList(),
                        TestContext.Current.CancellationToken
                    )
                )
        );
        await done.CancelAsync();
        await changing;

        // Each in one choice or the other, never in half of both.
        Assert.All(printed.SelectMany(p => p), pdf => Assert.Contains(expected, e => e.SequenceEqual(pdf)));
    }

    [Fact]
    public void AFontFileThatDisappears_LeavesTheOthers()
    {
        using var folder = new FontFolder("own.ttf");
        using var printer = new FormPrinter(new FontOptions { OwnFolder = folder.Path, Label = ["霞鹜文楷"] });
        Assert.Equal("own.ttf", printer.Fonts().Roles[1].Chain[0].File);
        var before = printer.Pdf(In(FontRole.Label, "栏目")).Value;
        folder.Empty();

        // What was opened goes on; what is searched anew is found elsewhere.
        Assert.Equal(before, printer.Pdf(In(FontRole.Label, "栏目")).Value);
        printer.Use(FontChoice.None);
        Assert.Equal("LXGWWenKai-Regular.ttf", printer.Fonts().Roles[1].Chain[0].File);
    }

    [Fact]
    public void AFontFileGoneBetweenFindingAndOpening_IsPassedOver_AndTheLastOneIsAClearRefusal()
    {
        using var folder = new FontFolder("own.ttf");
        var options = new FontOptions
        {
            Folders = [folder.Path],
            Title = ["霞鹜文楷"],
            Fallback = ["Noto Sans CJK SC"],
        };
        using var fonts = new FontStack(options);
        Assert.Single(fonts.Index.All());
        folder.Empty();

        Assert.IsType<NoFontsProblem>(fonts.Missing("统计", FontRole.Title));
        using var printer = new FormPrinter(options);
        Assert.IsType<NoFontsProblem>(printer.Pdf(In(FontRole.Title, "统计")).Problem);
        Assert.True(printer.Fonts().NoneUsable);
    }

    [Fact]
    public void AFileThatIsNoFont_IsPassedOver()
    {
        using var folder = new FontFolder();
        File.WriteAllBytes(Path.Combine(folder.Path, "broken.ttf"), [0, 1, 0, 0, 0, 9, 9, 9, 9]);
        using var printer = new FormPrinter(new FontOptions { OwnFolder = folder.Path });
        Assert.DoesNotContain(printer.Drawn("统计", FontRole.Value), d => d.Font is null);
    }

    [Theory]
    [InlineData("fonts", "请填写完整路径")]
    [InlineData("/nowhere/fonts", "服务器上没有文件夹“/nowhere/fonts”")]
    [InlineData("/usr", "超过 5000 个")]
    public void AFolderThatWillNotDo_IsRefusedInASentence(string folder, string sentence)
    {
        var problem = FontCheck.Refusal(new FontOptions(), new FontChoice(folder));
        Assert.Equal("Folder", problem?.Field);
        Assert.Contains(sentence, problem!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderWithoutFonts_IsRefused_AndAFontThatIsNotThereToo()
    {
        using var folder = new FontFolder();
        Assert.IsType<FontFolderEmpty>(FontCheck.Refusal(new FontOptions(), new FontChoice(folder.Path)));
        Assert.Equal("Kai", FontCheck.Refusal(new FontOptions(), new FontChoice(Kai: "没有的字体"))?.Field);
        Assert.Null(FontCheck.Refusal(new FontOptions(), new FontChoice(Kai: "霞鹜文楷", Fallback: "Noto Serif Tibetan")));
    }

    [Fact]
    public void TestSheet_PrintsEveryRole_AndAFrameOf156By225Millimetres()
    {
        var pdf = printing.Print(PrinterTestSheet.Sheet(printing.Printer));
        var text = Poppler(pdf);
        Assert.All(PrinterTestSheet.Samples, s => Assert.Contains(Solid(s.Text), text, StringComparison.Ordinal));
        Assert.Contains("签名：" + Names, text, StringComparison.Ordinal);

        using var document = UglyToad.PdfPig.PdfDocument.Open(pdf);
        const double mm = 25.4 / 72;
        var lines = document.GetPage(2).Paths.Select(p => p.GetBoundingRectangle()).OfType<UglyToad.PdfPig.Core.PdfRectangle>().ToList();
        // Lines lie on the middle of their stroke; the frame's are one point wide and meet at the corners.
        Assert.Equal(156, (lines.Max(l => l.Right) - lines.Min(l => l.Left)) * mm, 0.4);
        Assert.Equal(225, (lines.Max(l => l.Top) - lines.Min(l => l.Bottom)) * mm, 0.4);
    }

    [Fact]
    public void TestSheet_ComesOutEvenWhereScriptsAreMissing_AndNamesThem()
    {
        using var folder = new FontFolder("only.ttf");
        using var printer = new FormPrinter(new FontOptions { Folders = [folder.Path] });
        var pdf = printer.Pdf(PrinterTestSheet.Sheet(printer));
        Assert.True(pdf.Ok, pdf.Problem?.Text);
        Assert.Matches("缺\\d+字：U\\+0F", Poppler(pdf.Value));
    }

    /// <summary>A sheet with the text in one role.</summary>
    private static FormSheet In(FontRole role, string text) =>
        new()
        {
            Name = "试",
            Pages =
            [
                new FormPage
                {
                    Title = role == FontRole.Title ? text : "试",
                    ColumnsMm = [56, 100],
                    Rows =
                    [
                        new(
                            101,
                            new LabelCell(1, role == FontRole.Label ? text : "试"),
                            new ValueCell(1, "试", [new FormLine([new Words(role == FontRole.Value ? text : "试")])])
                        ),
                        new(100, new SigningCell(2, "试", [], new SignatureBox { Name = role == FontRole.Kai ? text : "试" }, "试")),
                    ],
                },
            ],
        };

    /// <summary>A folder of somebody's own, gone with the test.</summary>
    private sealed class FontFolder : IDisposable
    {
        public FontFolder(params string[] names)
        {
            foreach (var (name, source) in names.Zip(Sources))
            {
                File.Copy(source, System.IO.Path.Combine(Path, name));
            }
        }

        public string Path { get; } = Directory.CreateTempSubdirectory("fonts").FullName;

        public void Empty()
        {
            foreach (var file in Directory.GetFiles(Path))
            {
                File.Delete(file);
            }
        }

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
