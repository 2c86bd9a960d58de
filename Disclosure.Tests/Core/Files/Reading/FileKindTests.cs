using Disclosure.Core.Files.Reading;
using Disclosure.Tests.Core.Files.Formats;

namespace Disclosure.Tests.Core.Files.Reading;

/// <summary>A file is what its bytes are, whatever it is called, and every file gets an answer.</summary>
public sealed class FileKindTests
{
    [Theory]
    [InlineData("a.pdf")]
    [InlineData("a.txt")]
    [InlineData("a.xlsx")]
    [InlineData("a.doc")]
    [InlineData("a.png")]
    public async Task ADocumentUnderAnotherName_IsReadAndNoticed(string name)
    {
        var read = await Pieces.OfAsync(name, OfficeFiles.Docx("机密"));
        Assert.Equal(["机密"], read.Seen);
        Assert.Equal($"扩展名是 {Path.GetExtension(name)}，内容是Word 文档（docx）", read.Seeing(ObservationKind.WrongExtension)?.Detail);
    }

    [Theory]
    [InlineData("a.docx")]
    [InlineData("a.DOCM")]
    [InlineData("a.dotx")]
    public async Task ADocumentUnderItsOwnName_IsNotNoticed(string name)
    {
        var read = await Pieces.OfAsync(name, OfficeFiles.Docx("公报"));
        Assert.Equal(["公报"], read.Seen);
        Assert.Empty(read.Observations);
    }

    [Theory]
    [InlineData("a.docx")]
    [InlineData("a.xls")]
    public async Task TextUnderTheNameOfAnOfficeFile_IsReadAndNoticed(string name)
    {
        var read = await Pieces.OfAsync(name, OfficeFiles.Utf8("<html>名单 13800138000</html>"));
        Assert.Equal(["<html>名单 13800138000</html>"], read.Seen);
        Assert.NotNull(read.Seeing(ObservationKind.WrongExtension));
    }

    [Fact]
    public async Task TextUnderAnUnknownName_IsRead() =>
        Assert.Equal(["机密"], (await Pieces.OfAsync("a.log", OfficeFiles.Utf8("机密"))).Seen);

    public static TheoryData<string, byte[], string> NotRead =>
        new()
        {
            { "a.doc", SampleFiles.Ole("WordDocument"), "另存为 docx" },
            { "a.wps", SampleFiles.Ole("WordDocument"), "WPS 文字文件" },
            { "a.et", SampleFiles.Ole("Workbook"), "另存为 xlsx" },
            { "a.ppt", SampleFiles.Ole("PowerPoint Document"), "演示文稿" },
            { "a.pptx", SampleFiles.Zip(("ppt/presentation.xml", [])), "演示文稿" },
            { "a.ofd", SampleFiles.Zip(("OFD.xml", [])), "OFD" },
            { "a.ods", SampleFiles.Zip(("mimetype", []), ("content.xml", [])), "OpenDocument" },
            { "a.rtf", OfficeFiles.Utf8("{\\rtf1 a}"), "RTF" },
            { "a.png", SampleFiles.Png, "人工逐张审查" },
            { "a.jpg", SampleFiles.Jpeg, "人工逐张审查" },
            { "a.zip", SampleFiles.Zip(("a.txt", [1])), "解压后逐个上传" },
            { "a.7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 1], "压缩包" },
            { "a.rar", OfficeFiles.Utf8("Rar!\u001A\u0007\u0001\0"), "压缩包" },
            { "a.xlsb", SampleFiles.Zip(("xl/workbook.bin", [])), "另存为 xlsx" },
            { "a.bin", SampleFiles.Ole("Contents"), "人工审查" },
        };

    [Theory]
    [MemberData(nameof(NotRead))]
    public async Task AKindThatIsNotRead_IsToldWhatItIsAndWhatToDo(string name, byte[] file, string words)
    {
        var read = await Pieces.OfAsync(name, file);
        Assert.Contains(words, Assert.IsType<KindNeedsAnother>(read.Read.Problem).Text, StringComparison.Ordinal);
        Assert.Empty(read.Observations);
    }

    [Fact]
    public async Task AnOldDocumentNamedDocx_IsNoticed()
    {
        var read = await Pieces.OfAsync("a.docx", SampleFiles.Ole("WordDocument"));
        Assert.IsType<KindNeedsAnother>(read.Read.Problem);
        Assert.NotNull(read.Seeing(ObservationKind.WrongExtension));
    }

    [Fact]
    public async Task ALockedFile_IsToldSo() =>
        Assert.IsType<ReadingIsLocked>((await Pieces.OfAsync("a.xlsx", SampleFiles.Ole("EncryptedPackage"))).Read.Problem);

    [Fact]
    public async Task BytesOfNoKind_AreToldSo() =>
        Assert.IsType<KindIsNotRead>((await Pieces.OfAsync("a.exe", [0x4D, 0x5A, 0, 1, 2, 3])).Read.Problem);
}
