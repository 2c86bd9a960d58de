using System.Text;
using Disclosure.Core.Deadlines;

namespace Disclosure.Tests.Core.Deadlines;

public sealed class YearTextTests
{
    private const string Lines = "日期,类型,名称\r\n2027-01-01,休,元旦\r\n2027/1/2,休,元旦\r\n\r\n2027-02-20,班,春节调休\r\n";

    [Fact]
    public void TheShapeOfTheEmbeddedFiles_IsRead()
    {
        var text = File.ReadAllText(
            Path.Combine(Architecture.FolderTests.Root, "Disclosure.Core", "Deadlines", "Holidays", "national-2026.json")
        );
        var read = YearText.Read(2026, text).Value;
        Assert.Equal((33, 6), (read.DaysOff.Count, read.DaysWorked.Count));
        Assert.Equal(0, read.DifferenceTo(NationalHolidays.Embedded[2026]));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-8 with mark")]
    [InlineData("gb18030")]
    public void Lines_AreReadInEveryEncodingOfAnOffice(string encoding)
    {
        byte[] bytes = encoding switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(Lines),
            "gb18030" => CodePagesEncodingProvider.Instance.GetEncoding(54936)!.GetBytes(Lines),
            _ => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Lines)],
        };
        var read = YearText.Read(2027, YearText.Decode(bytes).Value).Value;
        Assert.Equal([new DateOnly(2027, 1, 1), new DateOnly(2027, 1, 2)], read.DaysOff.Order());
        Assert.Equal([new DateOnly(2027, 2, 20)], read.DaysWorked);
        Assert.Equal("春节调休", read.Names[new DateOnly(2027, 2, 20)]);
    }

    [Theory]
    [InlineData("2027-01-01,休\n2027-02-30,休", 2, "“2027-02-30”不是日期。")]
    [InlineData("2027-01-01,休\n2026-10-01,休", 2, "2026-10-01 不在 2027 年。")]
    [InlineData("2027-01-01,休\n2027-01-02,休\n2027-01-01,休", 3, "2027-01-01 重复。")]
    [InlineData("2027-01-02,休\n2027-01-02,班", 2, "2027-01-02 既列为休又列为班。")]
    [InlineData("2027-01-01,休\n2027-02-22,班", 2, "2027-02-22 不是周末，本来就上班。")]
    [InlineData("日期,类型\n2027-01-01,假", 2, "应为“日期,休”或“日期,班”，后面可以写名称。")]
    [InlineData("{\n \"year\": 2027,\n \"daysOff\": [\n  \"2027-01-01\",\n  \"2027-13-01\"\n ]\n}", 5, "“2027-13-01”不是日期。")]
    [InlineData(
        "{\n \"year\": 2027,\n \"daysOff\": [\"2027-01-02\"],\n \"daysWorked\": [\"2027-01-02\"]\n}",
        4,
        "2027-01-02 既列为休又列为班。"
    )]
    [InlineData("{\n \"year\": 2026\n}", 2, "年份不是 2027。")]
    [InlineData("{\n \"daysOff\": [\"2027-01-01\"]\n}", 1, "没有写明年份（year）。")]
    [InlineData("{\n \"year\": 2027,\n \"daysOff\": [20270101]\n}", 3, "日期应写成 \"2027-01-01\"。")]
    [InlineData("{\n \"year\": 2027,\n \"level\": \"local\"\n}", 3, "这不是国家放假安排（level）。")]
    [InlineData("{\n \"year\": 2027,\n", 3, "不是完整的 JSON。")]
    [InlineData("{\"year\": 2027, \"daysOff\": [\"\\ud800\"]}", 1, "含有不完整的字符。")]
    [InlineData("2027-01-01,休,元旦,第一天", 1, "应为“日期,休”或“日期,班”，后面可以写名称。")]
    [InlineData("2027-01-01,休,二十一个字二十一个字二十一个字二十一个字二", 1, "名称不能超过 20 个字。")]
    [InlineData("这一行不是日期而且比二十个字还要长得多得多,休", 1, "“这一行不是日期而且比二十个字还要长得多得…”不是日期。")]
    [InlineData("2027-01-01,休,元\u0007旦", 1, "名称不能超过 20 个字。")]
    [InlineData("比二十个字要短的一行,休", 1, "“比二十个字要短的一行”不是日期。")]
    public void AWrongLine_IsNamedAndRefusesTheWhole(string text, int line, string why) =>
        Assert.Equal(new YearLineWrong(line, why), YearText.Read(2027, text).Problem);

    [Fact]
    public void WhatIsNoArrangement_IsRefused()
    {
        Assert.IsType<YearIsEmpty>(YearText.Read(2027, " \n").Problem);
        Assert.IsType<YearIsEmpty>(YearText.Read(2027, "2027-02-20,班").Problem);
        Assert.IsType<YearUnreadable>(YearText.Decode([0xFF, 0xFE, 0x00, 0xFF]).Problem);
        Assert.IsType<YearTooLong>(YearText.Decode(new byte[(64 * 1024) + 1]).Problem);
        Assert.Equal(new YearTooLong(64), YearText.Read(2027, new string(' ', (64 * 1024) + 1)).Problem);
    }

    [Fact]
    public void SixtyFourKilobytes_AreTaken()
    {
        var text = "2027-01-01,休".PadRight(64 * 1024);

        Assert.True(YearText.Read(2027, text).Ok);
        Assert.True(YearText.Read(2027, "2027-01-01,休," + new string('年', 20)).Ok);
        Assert.True(YearText.Decode(new byte[64 * 1024]).Ok);
    }
}
