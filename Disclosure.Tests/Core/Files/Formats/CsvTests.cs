using System.Text;
using Disclosure.Core.Files.Formats;

namespace Disclosure.Tests.Core.Files.Formats;

public sealed class CsvTests
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
    public void File_HasAByteOrderMark_AndQuotedCells()
    {
        var bytes = Csv.File([
            ["=\"引号\",逗号", "两行\n概述"],
        ]);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        Assert.Equal("\"'=\"\"引号\"\",逗号\",\"两行\n概述\"\r\n", Encoding.UTF8.GetString(bytes[3..]));
    }
}
