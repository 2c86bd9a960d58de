using System.IO.Compression;
using System.Text;
using Disclosure.Core.Examiner;
using Disclosure.Core.Files.Reading;
using Disclosure.Tests.Core.Files.Formats;
using Disclosure.Tests.Core.Files.Reading;

namespace Disclosure.Tests.Core.Examiner;

/// <summary>
/// Hundreds of files that are broken in every way: each is answered, none is called harmless, and the next is examined as ever.
/// </summary>
public sealed class HostileExaminerTests
{
    private const int OfEach = 60;

    private static readonly (string Name, byte[] File)[] Sound =
    [
        (
            "a.docx",
            OfficeFiles.Docx(
                [
                    "机密★5年",
                    "联系人身份证号11010519491231002X",
                    new[] { "行业", "企业数（家）", "总产值（万元）" },
                    new[] { "采矿业", "1", "52340" },
                    new[] { "合计", "1", "52340" },
                ],
                "内部资料"
            )
        ),
        (
            "a.xlsx",
            OfficeFiles.Xlsx(["行业", "企业数（家）", "总产值（万元）"], ["采矿业", 1, 52340], ["食品加工", 5, "*"], ["合计", 6, 61154])
        ),
        ("a.pdf", OfficeFiles.Pdf("Total 41.86", "Second line 13800138000", "Third line 3")),
        ("a.csv", OfficeFiles.Utf8("行业,企业数（家）,总产值（万元）\n采矿业,1,52340\n食品加工,5,*\n合计,6,61154\n")),
    ];

    [Fact]
    public async Task SoundFiles_AreExamined()
    {
        foreach (var (name, file) in Sound)
        {
            Assert.Equal(CoverageState.Examined, (await ExamineAsync(name, file)).Coverage.State);
        }
    }

    [Fact]
    public async Task TruncatedFiles_AreAnswered() => await EachAsync(1, (file, random) => file[..random.Next(file.Length)]);

    [Fact]
    public async Task FilesWithBrokenBytes_AreAnswered() =>
        await EachAsync(
            2,
            (file, random) =>
            {
                var broken = (byte[])file.Clone();
                for (var n = 0; n < 1 + random.Next(12); n++)
                {
                    broken[random.Next(broken.Length)] = (byte)random.Next(256);
                }
                return broken;
            }
        );

    [Fact]
    public async Task FilesWithPartsMovedOrDoubled_AreAnswered() =>
        await EachAsync(
            3,
            (file, random) =>
            {
                var (from, length, to) = (random.Next(file.Length), random.Next(1, Math.Max(2, file.Length / 4)), random.Next(file.Length));
                var piece = file.AsSpan(from, Math.Min(length, file.Length - from)).ToArray();
                return [.. file[..to], .. piece, .. file[to..]];
            }
        );

    // The package holds together and only what it says is broken: this reaches far deeper than broken bytes of the whole.
    [Fact]
    public async Task PackagesWithABrokenPart_AreAnswered()
    {
        var (random, broken) = (new Random(4), new List<(string, byte[])>());
        foreach (var (name, file) in Sound.Take(2))
        {
            for (var i = 0; i < 2 * OfEach; i++)
            {
                broken.Add((name, Repacked(file, random)));
            }
        }
        await AllAsync(broken);
    }

    [Fact]
    public async Task AGigabyteOfNothing_IsRefusedAtOnce()
    {
        foreach (var name in new[] { "a.docx", "a.xlsx", "a.pdf", "a.csv", "a.txt", "a.xls" })
        {
            Assert.Equal(
                CoverageState.NotExamined,
                (
                    await FileExaminer.ExamineAsync(
                        name,
                        new Zeros(1L << 30),
                        ExaminerSettings.Usual,
                        ct: TestContext.Current.CancellationToken
                    )
                )
                    .Coverage
                    .State
            );
        }
    }

    [Theory]
    [InlineData("a.docx", SampleFiles.WordMain, "word/document.xml")]
    [InlineData("a.xlsx", SampleFiles.SheetMain, "xl/workbook.xml")]
    public async Task Bombs_AreRefused(string name, string type, string main)
    {
        byte[][] bombs =
        [
            SampleFiles.Package(type, main, new byte[200_000_000]),
            SampleFiles.Package(
                type,
                main,
                OfficeFiles.Utf8(
                    $"<!DOCTYPE w [<!ENTITY a '{new string('a', 1000)}'><!ENTITY b '{string.Concat(Enumerable.Repeat("&a;", 1000))}'>]><w>"
                        + $"{string.Concat(Enumerable.Repeat("&b;", 1000))}</w>"
                )
            ),
            SampleFiles.Package(type, main, OfficeFiles.Utf8(string.Concat(Enumerable.Repeat("<a>", 50_000)))),
        ];
        foreach (var bomb in bombs)
        {
            Assert.Equal(CoverageState.NotExamined, (await ExamineAsync(name, bomb)).Coverage.State);
        }
    }

    [Fact]
    public async Task AFileThatHoldsItself_EndsAtTheThirdLevel()
    {
        var inner = OfficeFiles.Docx("机密★5年");
        for (var level = 0; level < 6; level++)
        {
            inner = SampleFiles.Package(
                SampleFiles.WordMain,
                "word/document.xml",
                OfficeFiles.Utf8(
                    "<w:document "
                        + "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r><w:t>外</w:t></w:r></w:p></w:body></w:document>"
                ),
                (
                    "word/_rels/document.xml.rels",
                    OfficeFiles.Utf8(
                        "<Relationships><Relationship Id='r1' Type='x/package' Target='embeddings/inner.docx'/></Relationships>"
                    )
                ),
                ("word/embeddings/inner.docx", inner)
            );
        }
        var examination = await ExamineAsync("a.docx", inner);
        Assert.Equal(CoverageState.Partly, examination.Coverage.State);
        Assert.Contains("嵌套过深", examination.Coverage.Line, StringComparison.Ordinal);
    }

    private static Task EachAsync(int seed, Func<byte[], Random, byte[]> breaks)
    {
        var random = new Random(seed);
        return AllAsync([.. Sound.SelectMany(s => Enumerable.Range(0, OfEach).Select(_ => (s.Name, breaks(s.File, random))))]);
    }

    private static Task AllAsync(List<(string Name, byte[] File)> files) =>
        Parallel.ForEachAsync(
            files,
            async (file, _) =>
            {
                var examination = await ExamineAsync(file.Name, file.File);
                Assert.Matches("^(已检查|部分检查|未能检查)", examination.Coverage.Line);
                Assert.DoesNotContain("通过", examination.Coverage.Line, StringComparison.Ordinal);
                Assert.DoesNotContain("超过规定时间", examination.Coverage.Line, StringComparison.Ordinal);
            }
        );

    private static Task<FileExamination> ExamineAsync(string name, byte[] file) =>
        FileExaminer.ExamineAsync(name, new MemoryStream(file, false), ExaminerSettings.Usual, ct: TestContext.Current.CancellationToken);

    private static byte[] Repacked(byte[] file, Random random)
    {
        using var source = new ZipArchive(new MemoryStream(file, false));
        var chosen = random.Next(source.Entries.Count);
        return SampleFiles.Zip([
            .. source.Entries.Select(
                (entry, place) =>
                {
                    using var content = new MemoryStream();
                    using (var packed = entry.Open())
                    {
                        packed.CopyTo(content);
                    }
                    return (entry.FullName, place == chosen ? Broken(content.ToArray(), random) : content.ToArray());
                }
            ),
        ]);
    }

    /// <summary>XML with a stretch taken out or said twice, a number made huge, or a name exchanged.</summary>
    private static byte[] Broken(byte[] part, Random random)
    {
        var text = Encoding.UTF8.GetString(part);
        if (text.Length < 20)
        {
            return [];
        }
        var (at, length) = (random.Next(text.Length - 10), random.Next(1, 10));
        return OfficeFiles.Utf8(
            random.Next(6) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, text.Substring(at, length)),
                2 => text.Replace("\"1\"", "\"99999999999\"", StringComparison.Ordinal),
                3 => text.Replace("\"0\"", "\"-1\"", StringComparison.Ordinal),
                4 => text[..at],
                _ => text.Replace(text.Substring(at, length), "", StringComparison.Ordinal),
            }
        );
    }

    /// <summary>A file of zeros that takes no room.</summary>
    private sealed class Zeros(long length) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var some = (int)Math.Min(count, length - Position);
            buffer.AsSpan(offset, some).Clear();
            Position += some;
            return some;
        }

        public override long Seek(long offset, SeekOrigin origin) =>
            Position = origin switch
            {
                SeekOrigin.Begin => offset,
                SeekOrigin.Current => Position + offset,
                _ => length + offset,
            };

        public override void Flush() { }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
