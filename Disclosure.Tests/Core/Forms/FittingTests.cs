using Disclosure.Core.Forms;
using Disclosure.Core.Printing;
using static Disclosure.Tests.Core.Forms.FormPrinting;

namespace Disclosure.Tests.Core.Forms;

/// <summary>What ought to stand in its box, and what may go on elsewhere.</summary>
public sealed class FittingTests(FormPrinting printing) : IClassFixture<FormPrinting>
{
    private static readonly ReleaseApprovalRecord Sample = FormSamples.ReleaseApproval;

    [Theory]
    [InlineData("条例第二十条")]
    [InlineData("《政府信息公开条例》第十九条")]
    [InlineData("《中华人民共和国政府信息公开条例》第三十七条、《统计法》第二十五条")]
    public void ShortOpinionOfTheOffice_StandsInItsBox(string basis)
    {
        var text = Poppler(
            printing.Print(
                ReleaseApprovalForm.Sheet(
                    Sample with
                    {
                        Steps = Sample.Steps.With("office", s => s with { Opinion = "同意。" }, BoxLines.Finding("部分公开", basis)),
                    }
                )
            )
        );
        Assert.DoesNotContain("续页", text, StringComparison.Ordinal);
        Assert.Contains($"依据：{basis}同意。", text, StringComparison.Ordinal);
    }

    [Fact]
    public void EditorAndTelephone_StandInTheirCell()
    {
        var item = Sample.Item with { Editor = "农牧业科编辑员", Telephone = "0895-0000101" };
        var text = Poppler(printing.Print(ReleaseApprovalForm.Sheet(Sample with { Item = item })));
        Assert.DoesNotContain("续页", text, StringComparison.Ordinal);
        Assert.Contains("编辑人员/电话农牧业科编辑员0895-0000101", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(24)]
    [InlineData(40)]
    public void LongNameOfASigner_StaysInItsBox_LargeEnoughToRead(int length)
    {
        var name = string.Concat(Enumerable.Repeat("格桑卓玛次仁", 7))[..length];
        var pdf = printing.Print(
            ReleaseApprovalForm.Sheet(Sample with { Steps = Sample.Steps.With("deputy", s => s with { Name = name }) })
        );
        Assert.Contains($"签名：{name}", PdfPig(pdf), StringComparison.Ordinal);
        using var document = UglyToad.PdfPig.PdfDocument.Open(pdf);
        Assert.All(
            document.GetPage(1).Letters.Where(l => l.Value is "格" or "桑" or "卓" or "玛"),
            l => Assert.True(l.PointSize >= 6.9, $"{l.PointSize} pt")
        );
    }

    [Fact]
    public void ThirtyAttachments_AreListedWithTheirDigits()
    {
        var files = Enumerable
            .Range(1, 30)
            .Select(i => new AttachmentLine($"附表{i} 各县（区）主要指标.xlsx", "附件", 1024 * i, $"{i:x2}" + new string('a', 62)))
            .ToList();
        var text = Poppler(printing.Print(AttachmentListForm.Sheet(ListSamples.Attachments with { Files = files })));
        Assert.All(
            files,
            (f, i) => Assert.Contains($"{i + 1}{Solid(f.Name)}附件{i + 1}.0KB{i + 1:x2}aaaaaaaaaaaaaa", text, StringComparison.Ordinal)
        );
        Assert.Contains("合计30件，465.0KB", text, StringComparison.Ordinal);
    }
}
