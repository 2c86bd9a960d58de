using System.Text;
using Disclosure.Core.Common;
using Disclosure.Core.Publication;
using Disclosure.Core.Submissions;

namespace Disclosure.Tests.Core.Publication;

public sealed class AnnualListTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+86", "'+86")]
    [InlineData("-5%", "'-5%")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("＝HYPERLINK(1)", "'＝HYPERLINK(1)")]
    [InlineData("＋1", "'＋1")]
    [InlineData("－1", "'－1")]
    [InlineData("＠x", "'＠x")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("\n=1", "'\n=1")]
    [InlineData("  =1", "'  =1")]
    [InlineData("\u3000=1", "'\u3000=1")]
    [InlineData("增长=5%", "增长=5%")]
    [InlineData("2026-00001", "2026-00001")]
    [InlineData("", "")]
    public void Cell_IsNeverAFormula(string cell, string safe) => Assert.Equal(safe, Csv.Safe(cell));

    [Fact]
    public void File_HasAByteOrderMark_QuotedCells_AndDaysOfTheBureau()
    {
        // 16:30 UTC is half past midnight of the next day here.
        var row = new PublishedRow(
            1, "2026-00001", "昌统发审〔2026〕1号", "=\"引号\",逗号", "两行\n概述", "办公室", "综合科", new DateOnly(2026, 10, 30),
            new DateTime(2026, 11, 2, 16, 30, 0, DateTimeKind.Utc), [new PublicationView(Channel.Website, "https://a.cn", default, "x")], true);
        var bytes = AnnualList.ToCsv([row]);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]);
        Assert.EndsWith(
            "\"2026-00001\",\"昌统发审〔2026〕1号\",\"'=\"\"引号\"\",逗号\",\"两行\n概述\",\"2026-10-30\",\"2026-11-03\",\"外网\",\"https://a.cn\",\"办公室\",\"综合科\"\r\n", lines);
    }
}
