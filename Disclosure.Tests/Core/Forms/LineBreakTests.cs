using Disclosure.Core.Forms;

namespace Disclosure.Tests.Core.Forms;

public sealed class LineBreakTests(FormPrinting printing) : IClassFixture<FormPrinting>
{
    private const string NeverFirst = "。，、；：？！）》」』】”’％%";
    private const string NeverLast = "（《「『【“‘";

    [Fact]
    public void NoLine_BeginsOrEndsAgainstTheRules_HoweverWideItIs()
    {
        const string text =
            "依据《统计法》（2024年修正）第二十六条、《条例》第十九条，“定案”数据可以公开；其余【待定】：见附表！是否？『是』「否」。"
            + "增长7.2%，同比";
        for (var width = 22.0; width < 80; width += 0.7)
        {
            var lines = printing.Lines(text, 12, width);
            Assert.Equal(text, string.Concat(lines));
            Assert.DoesNotContain(lines, l => NeverFirst.Contains(l[0], StringComparison.Ordinal));
            Assert.DoesNotContain(lines, l => NeverLast.Contains(l.TrimEnd()[^1], StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("1,234.5亿元")]
    [InlineData("-3.2个百分点")]
    [InlineData("0895-0000101")]
    [InlineData("2026-04-15")]
    [InlineData("10:32:05")]
    [InlineData("20个工作日")]
    [InlineData("第二十六条")]
    [InlineData("第3版")]
    [InlineData("2026年")]
    [InlineData("——")]
    [InlineData("……")]
    [InlineData("statistics")]
    [InlineData("a.b@example.cn")]
    [InlineData("ཆབ་")]
    public void Unit_StaysOnOneLine(string unit)
    {
        for (var before = 0; before < 24; before++)
        {
            var text = $"{new string('国', before)}{unit}{new string('民', 20)}";
            var lines = printing.Lines(text, 10, 48);
            Assert.Single(lines, l => l.Contains(unit, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void LongAddress_IsBrokenAfterItsSlashesAndTheLike()
    {
        const string address =
            "https://tjj.changdu.example.cn/tjsj/gb/2026/04/15/t20260415_1234567.html?channel=external&from=notice-board";
        var lines = printing.Lines($"网址：{address}。", 12, 60);
        Assert.True(lines.Count > 3);
        Assert.Equal($"网址：{address}。", string.Concat(lines));
        Assert.All(lines.SkipLast(1), l => Assert.Contains(l[^1], "/.?&=-_："));
        Assert.NotEqual('。', lines[^1][0]);
    }

    [Fact]
    public void WordLongerThanALine_IsCutBetweenCharacters_AndNothingIsLost()
    {
        var word = new string('a', 400);
        var lines = printing.Lines(word, 12, 60);
        Assert.Equal(word, string.Concat(lines));
        Assert.True(lines.Count < 20, $"{lines.Count} lines");
    }

    [Theory]
    [InlineData("昌\u200b都\ufeff市", "昌都市")]
    [InlineData("葛\ufe00城\U000E0100", "葛城")]
    [InlineData("甲\u202e乙\u2066丙\u00ad丁", "甲乙丙丁")]
    [InlineData("甲\u00a0乙\u2003丙\u3000丁\t戊", "甲 乙 丙\u3000丁 戊")]
    [InlineData("一\u2028二\r\n三\u0085四", "一\n二\n三\n四")]
    [InlineData("甲\u0007乙\u0000丙", "甲乙丙")]
    [InlineData("𠮷é་", "𠮷é་")]
    public void WhatHasNoInk_IsDropped(string typed, string printed)
    {
        Assert.Equal(printed, new Entered(typed).Text);
        Assert.Equal(printed.Replace('\n', ' '), new SignatureBox { Name = typed }.Name);
    }

    [Fact]
    public void HalfACharacter_IsDropped()
    {
        Assert.Equal("甲乙丙", new Entered("甲\ud842乙\udfb7丙").Text);
    }
}
