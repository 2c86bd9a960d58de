using System.Text.RegularExpressions;
using CsCheck;
using Disclosure.Core.Forms;
using Disclosure.Core.Printing;
using Disclosure.Tests.Support;
using static Disclosure.Tests.Core.Forms.FormPrinting;

namespace Disclosure.Tests.Core.Forms;

/// <summary>Whatever is entered comes back from the printed page character for character, white space aside.</summary>
[Slow]
public sealed class FormTextPropertyTests(FormPrinting printing) : IClassFixture<FormPrinting>
{
    private const int Rounds = 4;
    private static readonly string[] Tibetan = ["བཀྲ་ཤིས་བདེ་ལེགས།", "སྡོམ་རྩིས་", "ཆབ་མདོ་", "བོད་ལྗོངས་", "དཔལ་འབྱོར་", "སྤྱི་ཚོགས་"];
    private static readonly string[] Words =
    [
        "GDP",
        "CPI",
        "Qamdo",
        "naïve",
        "e\u0301tat",
        "a.b@example.cn",
        "https://tjj.example.cn/gb/2026?x=1&y=2#t",
        "(v2.0)",
        "A-1_b",
    ];
    private static readonly string[] Signs =
    [
        "，",
        "。",
        "、",
        "；",
        "：",
        "？",
        "！",
        "（",
        "）",
        "《",
        "》",
        "“",
        "”",
        "‘",
        "’",
        "——",
        "……",
        "·",
        "〔2026〕",
        "【",
        "】",
        "％",
        "‰",
        "℃",
        "～",
        "+",
        "=",
        "%",
        "/",
        "\\",
        "\"",
        "'",
        "<",
        ">",
        "[",
        "]",
        "{",
        "}",
        "|",
        "*",
        "№",
        "①",
        "Ⅳ",
        "→",
        "≥",
    ];
    private static readonly string[] Unseen = [" ", "\n", "\u00a0", "\u3000", "\u200b", "\ufe0f", "\u202e", "\u00ad", "\U000E0100"];
    private static readonly string[] Rare = ["喆", "堃", "珺", "赟", "𠮷", "㐂", "⾦", "⺠", "豈", "䶮", "龘"];

    [Fact]
    public void WhateverIsEntered_ReadsBack_FromEveryForm()
    {
        var text = Text();
        foreach (var form in FormLibrary.All)
        {
            // Rows of a list are broken where they are long, and then other cells stand between; short texts keep them whole.
            var isList = form.Sample.Pages.Any(p => p.HeadRows > 0);
            text(isList ? 8 : 40).Array[60].Sample(texts => ReadsBack(Filled(form.Sample, texts)), iter: Rounds, threads: 1);
        }
    }

    private void ReadsBack(FormSheet sheet)
    {
        var pdf = printing.Print(sheet);
        Assert.Equal(0, Run("qpdf", pdf, "--check", "{0}").Code);
        Assert.All(
            Run("pdffonts", pdf, "{0}").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2),
            f => Assert.Matches(@"CID TrueType\s.*\syes\s+yes\s+yes\s", f)
        );
        var read = new[] { ("poppler", Joined(Poppler(pdf), sheet)), ("PdfPig", Joined(PdfPig(pdf), sheet)) };
        foreach (var entered in Entries(sheet).Select(Solid))
        {
            Assert.All(
                read,
                r =>
                    Assert.True(
                        r.Item2.Contains(entered, StringComparison.Ordinal),
                        $"{sheet.Name}, {r.Item1}: 「{entered}」 is not in\n{r.Item2}"
                    )
            );
        }
    }

    /// <summary>The text without what stands between two continuation pages.</summary>
    private static string Joined(string text, FormSheet sheet) =>
        Regex.Replace(text, $"第\\d+页共\\d+页({Regex.Escape(sheet.Name)}（续页）)?", "");

    /// <summary>Texts of up to so many words, of characters that the fonts at hand have.</summary>
    private Func<int, Gen<string>> Text()
    {
        var ideographs = printing.Printable(
            Enumerable
                .Range(0x4E00, 0x51A6)
                .Concat(Enumerable.Range(0x3400, 0x19B6))
                .Concat(Enumerable.Range(0x20000, 0xA6DE))
                .Where(c => c % 7 == 0)
        );
        Assert.True(ideographs.Count > 2000);
        var word = Gen.Frequency(
            (12, Of(ideographs)),
            (4, Of(Rare)),
            (4, Of(Signs)),
            (2, Of(Words)),
            (2, Of(Tibetan)),
            (2, Gen.Int[0, 99999].Select(n => $"{n / 10.0:0.0}")),
            (1, Of(Unseen))
        );
        return most => word.Array[1, most].Select(w => string.Concat(w)).Where(t => new Entered(t).Text.Length > 0);
    }

    private static Gen<string> Of(IReadOnlyList<string> words) => Gen.Int[0, words.Count - 1].Select(i => words[i]);

    private static IEnumerable<string> Entries(FormSheet sheet) =>
        Cells(sheet)
            .SelectMany(c =>
                c switch
                {
                    ValueCell v => Pieces(v.Lines),
                    SigningCell s => [.. Pieces(s.Lines), .. new Entered(s.Box.Opinion).Text.Split('\n'), s.Box.Signed()],
                    _ => [],
                }
            )
            .Concat(Pieces(sheet.Pages.Select(p => new FormLine([.. p.HeadLeft, .. p.HeadRight]))));

    private static IEnumerable<FormCell> Cells(FormSheet sheet) => sheet.Pages.SelectMany(p => p.Rows).SelectMany(r => r.Cells);

    private static IEnumerable<string> Pieces(IEnumerable<FormLine> lines) =>
        lines.SelectMany(l => l.Pieces).OfType<Entered>().SelectMany(e => e.Text.Split('\n'));

    /// <summary>The sheet with a new text in every field; the foot is left empty, so that only page numbers stand between pages.</summary>
    private static FormSheet Filled(FormSheet sheet, string[] texts)
    {
        var next = 0;
        return sheet with
        {
            Number = "",
            PrintLine = "",
            QrText = "",
            Pages =
            [
                .. sheet.Pages.Select(p =>
                    p with
                    {
                        Rows = [.. p.Rows.Take(40).Select(r => r with { Cells = [.. r.Cells.Select(Cell)] })],
                    }
                ),
            ],
        };

        string Next() => texts[next++ % texts.Length];
        FormCell Cell(FormCell cell) =>
            cell switch
            {
                ValueCell v => v with { Lines = Lines(v.Lines) },
                SigningCell s => s with { Lines = Lines(s.Lines), Box = s.Box with { Opinion = Next(), Name = Next(), ActingFor = "" } },
                _ => cell,
            };
        IReadOnlyList<FormLine> Lines(IReadOnlyList<FormLine> lines) =>
            [.. lines.Select(l => l with { Pieces = [.. l.Pieces.Select(p => p is Entered e ? new Entered(Next(), e.Name) : p)] })];
    }
}
