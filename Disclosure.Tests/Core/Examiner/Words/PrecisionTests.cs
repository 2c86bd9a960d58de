using CsCheck;
using Disclosure.Core.Examiner;
using Disclosure.Core.Examiner.Words;
using Disclosure.Core.Files.Reading;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Examiner.Words;

/// <summary>How much is missed and how much is found in vain, and that excerpts mask exactly what was found.</summary>
[Slow]
public sealed class PrecisionTests
{
    [Fact]
    public void TheLabelledSet_IsFoundWhole_AndHardlyAnythingElse()
    {
        var (hit, missed, vain) = (0, new List<string>(), new List<string>());
        foreach (var (codes, text) in LabelledSet.All)
        {
            var found = Looking.At(text).Where(f => f.Severity != Severity.C).Select(f => f.Rule).Order().ToList();
            var wanted = codes.Order().ToList();
            foreach (var code in wanted)
            {
                if (found.Remove(code))
                {
                    hit++;
                }
                else
                {
                    missed.Add($"{code} {text}");
                }
            }
            vain.AddRange(found.Select(f => $"{f} {text}"));
        }
        Assert.True(LabelledSet.All.Count >= 150, $"{LabelledSet.All.Count}");
        Assert.True(missed.Count == 0, string.Join('\n', missed));
        Assert.True(hit >= (hit + vain.Count) * 0.95, string.Join('\n', vain));
    }

    [Fact]
    public void ACommunique_GivesNothingOfWeight()
    {
        foreach (var (text, i) in Communique.Text.Split('\n').Where(l => l.Trim().Length > 0).Select((l, i) => (l.Trim(), i)))
        {
            Assert.DoesNotContain(Looking.At(text, line: i + 1), f => f.Severity != Severity.C);
        }
    }

    [Fact]
    public void TheStretchOfAnExcerpt_IsExactlyWhatWasPlanted()
    {
        var filler = OneOf("全市", "　", " ", "\u200B", "，", "产值 ", "ＧＤＰ", "、", "①", "⽤", "𝟏日", "😀", "农牧业 ");
        var gap = OneOf("", " ", "\u200B", "-");
        Gen.Select(filler.List[0, 20], filler.List[0, 20], gap, Gen.Int[0, 999], Gen.Bool)
            .Sample(
                (before, after, between, order, wide) =>
                {
                    var id = Made.Resident("540321", 1985, 3, 17, order);
                    var planted = $"{id[..6]}{between}{id[6..14]}{between}{id[14..]}";
                    planted = wide ? string.Concat(planted.Select(c => char.IsAsciiDigit(c) ? (char)(c + 0xFEE0) : c)) : planted;
                    var finding = Assert.Single(
                        Looking.At($"{string.Concat(before)}号{planted}。{string.Concat(after)}"),
                        f => f.Rule == "P-01"
                    );
                    Assert.Equal(planted, Looking.Sensitive(finding));
                    Assert.DoesNotContain(id[6..14], finding.Masked, StringComparison.Ordinal);
                },
                iter: 2_000
            );
    }

    private static Gen<string> OneOf(params string[] pieces) => Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]);

    [Fact]
    public void EveryRule_HasItsOwnCode_AndSaysWhatItDoes()
    {
        Assert.Equal(WordRules.All.Count, WordRules.All.Select(r => r.Code).Distinct().Count());
        Assert.All(
            WordRules.All,
            r => Assert.True(r is { Name.Length: > 1, What.Length: > 8, Why.Length: > 8, Action.Length: > 3 }, r.Code)
        );
        var written = typeof(WordRules).GetFields().Select(f => f.GetValue(null)).OfType<RuleFacts>();
        Assert.Equal(written.Select(r => r.Code).Order(), WordRules.All.Select(r => r.Code).Order());
    }

    [Theory]
    [InlineData("独家企业")]
    [InlineData("内部资料")]
    [InlineData("《机密★5年")]
    [InlineData("“机密★5年")]
    [InlineData("，13812345678")]
    [InlineData("昌都有限公司")]
    [InlineData("a@")]
    [InlineData("1 ")]
    [InlineData("路1号")]
    [InlineData("(")]
    [InlineData("机 \u200B")]
    public void ALongTextOfOneThing_TakesNoLongerThanItsLength(string piece)
    {
        // Were anything quadratic, a million characters would not end within the time of a test.
        var inspector = new WordsInspector(ExaminerSettings.Usual);
        inspector.Passage(
            new(
                new Place { Part = "正文" },
                Disclosure.Core.Files.Reading.PassageKind.Body,
                string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length))
            )
        );
        Assert.True(inspector.Findings.Count <= 24 * Inspector.MostOfOneRule);
    }
}
