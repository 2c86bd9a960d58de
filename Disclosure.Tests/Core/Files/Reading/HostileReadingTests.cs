using System.Diagnostics;
using System.Text;
using Disclosure.Core.Files.Reading;
using Disclosure.Tests.Core.Files.Formats;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Files.Reading;

/// <summary>Files made to do harm, or broken: one sentence, soon, and never an exception.</summary>
[Slow]
public sealed class HostileReadingTests
{
    private const string W = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";

    private static readonly (string Name, byte[] File)[] Sound =
    [
        ("a.docx", OfficeFiles.Docx("全文", new[] { "甲", "1" })),
        ("a.xlsx", OfficeFiles.Xlsx(["甲"], [1.5], ["乙"])),
        ("a.pdf", OfficeFiles.Pdf("Total 1")),
    ];

    [Fact]
    public async Task SoundFiles_AreRead()
    {
        foreach (var (name, file) in Sound)
        {
            Assert.True((await OfficeFiles.ReadAsync(name, file)).Ok, name);
        }
    }

    [Fact]
    public async Task TruncatedFiles_AreRefused()
    {
        foreach (var (name, file) in Sound)
        {
            foreach (var share in new[] { 0, 0.01, 0.2, 0.5, 0.9 })
            {
                var read = await OfficeFiles.ReadAsync(name, file[..(int)(file.Length * share)]);
                // What is left of a PDF may still be readable; what is left of a package never is.
                Assert.True(!read.Ok || name == "a.pdf", $"{name} {share}");
            }
        }
    }

    [Fact]
    public async Task FilesWithBrokenBytes_GiveTextOrASentence()
    {
        var random = new Random(7);
        foreach (var (name, file) in Sound)
        {
            for (var i = 0; i < 120; i++)
            {
                var broken = (byte[])file.Clone();
                for (var n = 0; n < 6; n++)
                {
                    broken[random.Next(broken.Length)] = (byte)random.Next(256);
                }
                var read = await OfficeFiles.ReadAsync(name, broken);
                Assert.True(read.Ok || read.Problem!.Text.StartsWith("未能读取：", StringComparison.Ordinal));
            }
        }
    }

    [Theory]
    [InlineData("a.docx")]
    [InlineData("a.xlsx")]
    [InlineData("a.pdf")]
    [InlineData("a.txt")]
    [InlineData("a.csv")]
    [InlineData("a.exe")]
    public async Task RandomBytes_AreRefused(string name)
    {
        var bytes = new byte[200_000];
        new Random(3).NextBytes(bytes);
        Assert.False((await OfficeFiles.ReadAsync(name, bytes)).Ok);
    }

    [Fact]
    public async Task ABomb_IsRefusedBeforeItUnpacks()
    {
        var watch = Stopwatch.StartNew();
        Assert.IsType<ReadingIsTooLarge>((await OfficeFiles.ReadAsync("a.docx", Document(new string(' ', 60_000_000)))).Problem);
        Assert.IsType<ReadingIsTooLarge>((await OfficeFiles.ReadAsync("a.xlsx", Many(6_000))).Problem);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), watch.Elapsed.ToString());
    }

    [Fact]
    public async Task APartLargerThanDeclared_IsRefused()
    {
        var file = Document(string.Concat(Enumerable.Repeat("<w:p><w:r><w:t>a</w:t></w:r></w:p>", 1000)));
        // The list claims 1 kB for the document.
        for (var at = file.Length - 22; at > 0; at--)
        {
            if (file.AsSpan(at).StartsWith("PK\x01\x02"u8) && Encoding.ASCII.GetString(file, at + 46, 17) == "word/document.xml")
            {
                BitConverter.TryWriteBytes(file.AsSpan(at + 24), 1000);
            }
        }
        Assert.False((await OfficeFiles.ReadAsync("a.docx", file)).Ok);
    }

    [Theory]
    [InlineData("<!DOCTYPE w [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>]>", "&b;")]
    [InlineData("<!DOCTYPE w [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>", "&a;")]
    public async Task DocumentTypesAndEntities_AreRefused(string doctype, string text)
    {
        var file = SampleFiles.Package(
            SampleFiles.WordMain,
            "word/document.xml",
            OfficeFiles.Utf8($"{doctype}<w:document {W}><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>")
        );
        Assert.IsType<ReadingIsDamaged>((await OfficeFiles.ReadAsync("a.docx", file)).Problem);
    }

    [Fact]
    public async Task EndlessDepth_IsRefused() =>
        Assert.IsType<ReadingIsTooLarge>(
            (await OfficeFiles.ReadAsync("a.docx", Document(string.Concat(Noise(2000, n => $"<w:sdt a='{n}'>"))))).Problem
        );

    [Fact]
    public async Task AnEndlessAttribute_IsRefused() =>
        Assert.IsType<ReadingIsTooLarge>(
            (await OfficeFiles.ReadAsync("a.docx", Document($"<w:p a='{Harmless(SampleFiles.Text(20_000_000))}'/>"))).Problem
        );

    [Theory]
    [InlineData("<c r='XFD1'><v>1</v></c><c r='A1'><v>1</v></c>")]
    [InlineData("<c r='ZZZZZZ1'><v>1</v></c>")]
    public async Task ColumnsThatNoSheetHas_AreRefused(string cells)
    {
        var file = SampleFiles.Package(
            SampleFiles.SheetMain,
            "xl/workbook.xml",
            "<workbook xmlns:r='r'><sheets><sheet name='a' r:id='r1'/></sheets></workbook>"u8.ToArray(),
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id='r1' Type='x/worksheet' Target='s.xml'/></Relationships>"u8.ToArray()
            ),
            ("xl/s.xml", OfficeFiles.Utf8($"<worksheet><sheetData><row r='1'>{cells}</row></sheetData></worksheet>"))
        );
        Assert.IsType<ReadingIsDamaged>((await OfficeFiles.ReadAsync("a.xlsx", file)).Problem);
    }

    [Fact]
    public async Task APdfOfNestedArrays_OrWithoutText_IsRefused()
    {
        var nested = OfficeFiles.Utf8("%PDF-1.4\n1 0 obj " + new string('[', 200_000) + " endobj\ntrailer <</Root 1 0 R>>\n%%EOF");
        Assert.False((await OfficeFiles.ReadAsync("a.pdf", nested)).Ok);
        Assert.IsType<ReadingHasNoTextLayer>((await OfficeFiles.ReadAsync("a.pdf", OfficeFiles.Pdf())).Problem);
    }

    [Fact]
    public async Task WhatAsksForAPassword_IsToldSo() =>
        Assert.IsType<ReadingIsLocked>((await OfficeFiles.ReadAsync("a.docx", SampleFiles.Ole("EncryptedPackage"))).Problem);

    [Fact]
    public async Task TimeThatRunsOut_EndsTheReading() =>
        Assert.IsType<ReadingTookTooLong>(
            (
                await FileReading.ReadAsync("a.docx", new Stuck(Sound[0].File), new ReadingLimits { Time = TimeSpan.FromMilliseconds(20) })
            ).Problem
        );

    /// <summary>A file whose bytes never come.</summary>
    private sealed class Stuck(byte[] file) : MemoryStream(file)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }

    private static string Harmless(byte[] text) => Encoding.ASCII.GetString(text).Replace('<', '(').Replace('&', '+').Replace('\'', '+');

    private static byte[] Document(string body) =>
        SampleFiles.Package(
            SampleFiles.WordMain,
            "word/document.xml",
            OfficeFiles.Utf8($"<w:document {W}><w:body>{body}</w:body></w:document>")
        );

    private static byte[] Many(int parts) =>
        SampleFiles.Zip([.. Enumerable.Range(0, parts).Select(n => ($"p{n}.xml", Array.Empty<byte>()))]);

    private static IEnumerable<string> Noise(int count, Func<int, string> one)
    {
        var random = new Random(1);
        return Enumerable.Range(0, count).Select(_ => one(random.Next()));
    }
}
