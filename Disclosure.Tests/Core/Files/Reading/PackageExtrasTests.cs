using System.Buffers.Binary;
using System.Text;
using Disclosure.Core.Files.Reading;
using Disclosure.Tests.Core.Files.Formats;

namespace Disclosure.Tests.Core.Files.Reading;

/// <summary>What lies in a package beside its text.</summary>
public sealed class PackageExtrasTests
{
    [Fact]
    public async Task Properties_AreReadAndTheirPeopleNoticed()
    {
        var read = await Pieces.OfDocumentAsync(
            "<w:p/>",
            (
                "docProps/core.xml",
                "<p "
                    + "xmlns:dc='d'><dc:title>内部资料</dc:title><dc:creator>某甲</dc:creator><lastModifiedBy>某乙</lastModifiedBy><revision>7</revision></p>"
            ),
            (
                "docProps/app.xml",
                "<p><Company>某局</Company><Template>D:\\模板\\红头.dotx</Template><Application>Word</Application><Pages>3</Pages></p>"
            ),
            ("docProps/custom.xml", "<p><property name='密级'><v>秘密</v></property></p>")
        );
        Assert.Equal(
            ["标题=内部资料", "作者=某甲", "最后修改者=某乙", "单位=某局", "模板=D:\\模板\\红头.dotx", "程序=Word", "密级=秘密"],
            read.Passages.Where(p => p.Kind == PassageKind.Property)
                .OrderBy(p =>
                    p.Place.Key is "docProps/core.xml" ? 0
                    : p.Place.Key is "docProps/app.xml" ? 1
                    : 2
                )
                .Select(p => $"{p.Label}={p.Text}")
        );
        Assert.Equal(
            ["作者：某甲", "最后修改者：某乙"],
            read.Observations.Where(o => o.Kind == ObservationKind.Author).Select(o => o.Detail)
        );
        Assert.Equal(
            ["单位：某局", "模板：D:\\模板\\红头.dotx"],
            read.Observations.Where(o => o.Kind == ObservationKind.Origin).Select(o => o.Detail)
        );
    }

    [Fact]
    public async Task PropertiesThatEveryDocumentHas_AreNotNoticed()
    {
        var read = await Pieces.OfDocumentAsync(
            "<w:p/>",
            (
                "docProps/app.xml",
                "<p><Template>Normal.dotm</Template><Application>Microsoft Office Word</Application><Company></Company></p>"
            )
        );
        Assert.Empty(read.Observations);
    }

    [Fact]
    public async Task AChartsCache_IsATable()
    {
        const string Chart = """
            <c:chartSpace xmlns:c='c' xmlns:a='a'><c:chart><c:title><a:t>产值</a:t></c:title>
            <c:ser><c:tx><c:strRef><c:f>Sheet1!B1</c:f><c:strCache><c:pt idx='0'><c:v>今年</c:v></c:pt></c:strCache></c:strRef></c:tx>
            <c:cat><c:strRef><c:strCache><c:pt idx='0'><c:v>水泥</c:v></c:pt><c:pt idx='1'><c:v>电力</c:v></c:pt></c:strCache></c:strRef></c:cat>
            <c:val><c:numRef><c:f>[1]Sheet1!B2:B3</c:f><c:numCache><c:pt idx='0'><c:v>18760</c:v></c:pt><c:pt idx='1'><c:v>30411.5</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser>
            <c:ser><c:tx><c:v>去年</c:v></c:tx><c:cat><c:strRef><c:strCache><c:pt idx='0'><c:v>水泥</c:v></c:pt></c:strCache></c:strRef></c:cat><c:val><c:numRef><c:numCache><c:pt idx='1'><c:v>9</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser>
            </c:chart></c:chartSpace>
            """;
        var read = await Pieces.OfDocumentAsync("<w:p/>", ("word/charts/chart1.xml", Chart));
        var (source, rows, _) = Assert.Single(read.Tables);
        Assert.Equal(("图表缓存", "图表 1"), (source.HiddenBy, source.Place.Part));
        Assert.Equal(
            ["2今年 3去年", "1水泥 218760", "1电力 230411.5 39"],
            rows.Select(r => string.Join(' ', r.Cells.Select(c => $"{c.Column}{c.Text}")))
        );
        Assert.Equal(30411.5m, rows[2].Cells[1].Number);
        Assert.NotNull(read.Seeing(ObservationKind.ChartCache));
        Assert.Equal(["产值"], read.Texts(PassageKind.Body));
        Assert.Equal(["[1]Sheet1!B2:B3"], read.Texts(PassageKind.Behind));
    }

    [Fact]
    public async Task EmbeddedFiles_AreHandedBackReadable()
    {
        var inner = OfficeFiles.Xlsx(["甲"], [1]);
        var file = SampleFiles.Package(
            SampleFiles.WordMain,
            "word/document.xml",
            "<w:document xmlns:w='x'/>"u8.ToArray(),
            ("word/embeddings/Microsoft_Excel_Sheet1.xlsx", inner),
            ("word/embeddings/oleObject1.bin", Ole("\u0001Ole10Native", Native("名单.txt", "证号"u8))),
            ("word/embeddings/oleObject2.bin", Ole("Package", inner)),
            ("word/afchunk.mht", "机密"u8.ToArray()),
            ("word/embeddings/oleObject3.bin", [1, 2, 3]),
            ("word/vbaProject.bin", [0]),
            ("word/media/image1.png", SampleFiles.Png)
        );
        var read = await Pieces.OfAsync("a.docm", file);
        var embedded = read.Read.Value.Embedded.ToDictionary(e => e.Name, e => e);
        Assert.Equal(
            ["Microsoft_Excel_Sheet1.xlsx", "afchunk.mht", "oleObject2.xlsx", "oleObject3.bin", "名单.txt"],
            embedded.Keys.Order(StringComparer.Ordinal)
        );
        Assert.Equal(inner, Bytes(embedded["oleObject2.xlsx"]));
        Assert.Equal(inner, Bytes(embedded["Microsoft_Excel_Sheet1.xlsx"]));
        Assert.Equal("证号"u8.ToArray(), Bytes(embedded["名单.txt"]));
        Assert.Equal("嵌入文件“名单.txt”", embedded["名单.txt"].Place.Part);
        Assert.Equal(5, read.Observations.Count(o => o.Kind == ObservationKind.EmbeddedFile));
        Assert.NotNull(read.Seeing(ObservationKind.Macro));
        Assert.Contains("0/1 张图片", read.Coverage);
    }

    [Fact]
    public async Task PlaceAndDeviceOfAPicture_AreNoticed()
    {
        var file = SampleFiles.Package(
            SampleFiles.WordMain,
            "word/document.xml",
            "<w:document xmlns:w='x'/>"u8.ToArray(),
            ("word/media/image1.jpg", Photo()),
            ("word/media/image2.jpg", SampleFiles.Jpeg)
        );
        var read = await Pieces.OfAsync("a.docx", file);
        Assert.Equal("图片带有拍摄地点：北纬 31.1408，东经 97.1725", read.Seeing(ObservationKind.PictureLocation)?.Detail);
        Assert.Equal("设备：Phone", read.Seeing(ObservationKind.PictureOrigin)?.Detail);
        Assert.Single(read.Observations, o => o.Kind == ObservationKind.PictureLocation);
    }

    [Fact]
    public async Task APictureByItself_TellsItsPlace_AndIsNotExamined()
    {
        var read = await Pieces.OfAsync("a.jpg", Photo());
        Assert.NotNull(read.Seeing(ObservationKind.PictureLocation));
        Assert.IsType<KindNeedsAnother>(read.Read.Problem);
    }

    [Fact]
    public void PicturesWithBrokenFacts_TellNothingAndThrowNothing()
    {
        var (random, photo) = (new Random(5), Photo());
        for (var i = 0; i < 3000; i++)
        {
            var broken = (byte[])photo.Clone();
            broken[random.Next(12, broken.Length)] = (byte)random.Next(256);
            PictureFacts.Of(broken.AsSpan(0, random.Next(broken.Length)));
        }
    }

    [Fact]
    public void ObjectsWithBrokenBytes_AreRefusedAndNothingElse()
    {
        var (random, sound) = (new Random(6), Ole("\u0001Ole10Native", Native("a.txt", "b"u8)));
        for (var i = 0; i < 2000; i++)
        {
            var broken = (byte[])sound.Clone();
            for (var n = 0; n < 3; n++)
            {
                broken[random.Next(broken.Length)] = (byte)random.Next(256);
            }
            var thrown = Record.Exception(() => OleObject.Unpack("a.bin", broken));
            Assert.True(thrown is null || Tally.IsDamage(thrown), thrown?.ToString());
        }
    }

    private static byte[] Bytes(EmbeddedFile file)
    {
        using var content = file.Open();
        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        return bytes;
    }

    private static byte[] Native(string label, ReadOnlySpan<byte> content)
    {
        var name = Encoding.UTF8.GetBytes(label + "\0");
        var made = new List<byte>([0, 0, 0, 0, 2, 0, .. name, .. "C:\\a\0"u8, 0, 0, 3, 0, 5, 0, 0, 0, .. "C:\\a\0"u8]);
        made.AddRange(BitConverter.GetBytes(content.Length));
        made.AddRange(content);
        return [.. made];
    }

    /// <summary>
    /// A container with one stream, in sectors of 512 bytes: table, directory, stream (padded past the smallest that has sectors of its
    /// own).
    /// </summary>
    private static byte[] Ole(string name, byte[] stream)
    {
        var size = Math.Max(stream.Length, 4096);
        var sectors = (size + 511) / 512;
        var file = new byte[512 * (3 + sectors)];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(file, 0);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(0x1E), 9);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(0x30), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(0x38), 4096);
        file.AsSpan(0x3C, 4).Fill(0xFF);
        file.AsSpan(0x44, 4).Fill(0xFF);
        file.AsSpan(0x4C, 436).Fill(0xFF);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(0x4C), 0);
        file.AsSpan(512, 512).Fill(0xFF);
        for (var i = 1; i < 2 + sectors; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(512 + (i * 4)), i == 1 || i == 1 + sectors ? 0xFFFFFFFE : (uint)i + 1);
        }
        Entry(file.AsSpan(1024), "Root Entry", 5, 0xFFFFFFFE, 0);
        Entry(file.AsSpan(1152), name, 2, 2, name == "Package" ? stream.Length : size);
        stream.CopyTo(file, 1536);
        return file;
    }

    private static void Entry(Span<byte> entry, string name, byte type, uint start, int size)
    {
        Encoding.Unicode.GetBytes(name).CopyTo(entry);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[64..], (ushort)((name.Length + 1) * 2));
        entry[66] = type;
        BinaryPrimitives.WriteUInt32LittleEndian(entry[116..], start);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[120..], (uint)size);
    }

    /// <summary>A JPEG's beginning with a device and a place.</summary>
    private static byte[] Photo()
    {
        var tiff = new byte[200];
        "MM\0\u002A\0\0\0\u0008"u8.CopyTo(tiff);
        BinaryPrimitives.WriteUInt16BigEndian(tiff.AsSpan(8), 2);
        Field(tiff.AsSpan(10), 0x010F, 2, 6, 120);
        Field(tiff.AsSpan(22), 0x8825, 4, 1, 40);
        "Phone\0"u8.CopyTo(tiff.AsSpan(120));
        BinaryPrimitives.WriteUInt16BigEndian(tiff.AsSpan(40), 4);
        Field(tiff.AsSpan(42), 1, 2, 2, 0x4E000000);
        Field(tiff.AsSpan(54), 2, 5, 3, 130);
        Field(tiff.AsSpan(66), 3, 2, 2, 0x45000000);
        Field(tiff.AsSpan(78), 4, 5, 3, 154);
        Degrees(tiff.AsSpan(130), 31, 8, 27);
        Degrees(tiff.AsSpan(154), 97, 10, 21);
        return [0xFF, 0xD8, 0xFF, 0xE1, 0, 208, .. "Exif\0\0"u8, .. tiff, 0xFF, 0xDA, 0, 2, .. new byte[20]];
    }

    private static void Field(Span<byte> entry, ushort tag, ushort type, uint count, uint value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(entry, tag);
        BinaryPrimitives.WriteUInt16BigEndian(entry[2..], type);
        BinaryPrimitives.WriteUInt32BigEndian(entry[4..], count);
        BinaryPrimitives.WriteUInt32BigEndian(entry[8..], value);
    }

    private static void Degrees(Span<byte> at, uint degrees, uint minutes, uint seconds)
    {
        foreach (var part in new[] { degrees, 1u, minutes, 1u, seconds, 1u })
        {
            BinaryPrimitives.WriteUInt32BigEndian(at, part);
            at = at[4..];
        }
    }
}
