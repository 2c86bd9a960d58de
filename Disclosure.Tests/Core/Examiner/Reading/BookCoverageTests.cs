using Disclosure.Core.Examiner;
using Disclosure.Core.Examiner.Reading;

namespace Disclosure.Tests.Core.Examiner.Reading;

/// <summary>What could not be read of a workbook stands in its coverage.</summary>
public sealed class BookCoverageTests
{
    private const string OneCell = "<row r='1'><c r='A1'><v>1</v></c></row>";

    [Fact]
    public async Task ADamagedSheet_CostsItselfOnly()
    {
        var heard = await new BookFiles().Sheet("甲", "<row r='1'><c r='A1'><v>1</v></c><c r='A1'>").Sheet("乙", OneCell).ReadAsync();
        Assert.Equal([new CoveragePart("张工作表", 1, 2, "已损坏，未读完")], heard.Read.Coverage);
        Assert.Equal("部分检查：1/2 张工作表（已损坏，未读完）", new Coverage(heard.Read.Coverage).Line);
        Assert.Equal(["1", "1"], heard.Cells.Select(c => c.Cell.Text));
        Assert.Equal(2, heard.Ends.Count);
    }

    [Fact]
    public async Task ASheetBeyondTheLimit_IsNotDone()
    {
        var row = "<row r='1'><c r='A1' t='str'><v>" + new string('数', 80) + "</v></c></row>";
        var heard = await new BookFiles().Sheet("甲", row).Sheet("乙", row).Sheet("丙", row).ReadAsync(limits: new ReadingLimits { Characters = 100 });
        Assert.True(heard.Read.Truncated);
        Assert.Equal([new CoveragePart("张工作表", 1, 3, "超出读取上限")], heard.Read.Coverage);
        Assert.Equal(100, heard.Cells.Sum(c => c.Cell.Text.Length) + heard.Passages.Sum(p => p.Text.Length));
    }

    [Fact]
    public async Task ADamagedPartBesideASheet_IsCounted()
    {
        var heard = await new BookFiles().Sheet("甲", OneCell, beside: ("comments", "../comments1.xml")).Part("xl/comments1.xml", "<comments><authors>").ReadAsync();
        Assert.Equal([new CoveragePart("张工作表", 1, 1), new CoveragePart("个附属部件", 0, 1, "已损坏，未读完")], heard.Read.Coverage);
    }

    [Fact]
    public async Task ASheetThatIsMissing_IsNotDone()
    {
        var heard = await BookFiles.Of(OneCell).ReadAsync("<sheets><sheet name='丢失' r:id='s9'/></sheets>");
        Assert.Equal((1, 2), (heard.Read.Coverage[0].Done, heard.Read.Coverage[0].Total));
    }

    [Fact]
    public async Task WithAMissingSheet_NoTextIsCalledAnOrphan()
    {
        var heard = await BookFiles.Of(OneCell).Texts("甲").ReadAsync("<sheets><sheet name='丢失' r:id='s9'/></sheets>");
        Assert.Equal(["甲"], heard.Texts(PassageKind.Orphan));
        Assert.DoesNotContain(heard.Observations, o => o.Kind == ObservationKind.OrphanStrings);
    }
}
