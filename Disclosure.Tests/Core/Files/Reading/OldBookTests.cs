using Disclosure.Core.Files.Reading;
using Disclosure.Tests.Core.Files.Formats;

namespace Disclosure.Tests.Core.Files.Reading;

/// <summary>Workbooks of the old kind: what can be seen is read, what cannot is said.</summary>
public sealed class OldBookTests
{
    [Fact]
    public async Task AnOldSheet_GivesItsCellsAndSaysWhatWasNotSeen()
    {
        var heard = await ReadAsync(
            new OldBookFiles()
                .Format("0.0")
                .Format("#,##0")
                .Format(";;;")
                .Sheet(
                    "表一",
                    0,
                    OldBookFiles.Column(2, true),
                    OldBookFiles.Row(0, false),
                    OldBookFiles.Row(2, true),
                    OldBookFiles.Header("&C内部资料"),
                    OldBookFiles.Label(0, 0, "县区"),
                    OldBookFiles.Number(0, 1, 12.34, 1),
                    OldBookFiles.Number(0, 2, 7),
                    OldBookFiles.Number(0, 3, 542101199001011000, 2),
                    OldBookFiles.Number(0, 4, 998, 3),
                    OldBookFiles.Number(2, 0, 5),
                    OldBookFiles.Merged(0, 1, 0, 3)
                )
                .File()
        );
        Assert.Equal(
            [("A1", "县区"), ("B1", "12.3"), ("C1", "7"), ("D1", "542101199001011000"), ("E1", "998"), ("A3", "5")],
            heard.Cells.Select(c => (c.At, c.Cell.Text))
        );
        Assert.Equal((12.34m, "12.34", 542101199001011000m), (heard["B1"].Number, heard["B1"].Stored, heard["D1"].Number));
        Assert.Equal(("隐藏列", "格式 ;;;"), (heard["C1"].HiddenBy, heard["E1"].HiddenBy));
        Assert.Equal([null, "隐藏行"], heard.Rows.Select(r => r.Row.HiddenBy));
        Assert.Equal([new MergedRange(1, 1, 2, 4)], heard.Ends[0].Merged);
        Assert.Equal(["内部资料"], heard.Texts(PassageKind.Header));
        Assert.Equal(
            [ObservationKind.HiddenRows, ObservationKind.HiddenColumns, ObservationKind.InvisibleText],
            heard.Observations.Select(o => o.Kind)
        );
        Assert.Equal(CoverageState.Partly, new Coverage(heard.Read.Coverage).State);
    }

    [Fact]
    public async Task HiddenSheets_AreReadAndTold()
    {
        var heard = await ReadAsync(
            new OldBookFiles()
                .Sheet("表一", 0, OldBookFiles.Number(0, 0, 1))
                .Sheet("底稿", 1, OldBookFiles.Number(0, 0, 2))
                .Sheet("名录", 2, OldBookFiles.Number(0, 0, 3))
                .File()
        );
        Assert.Equal([null, "隐藏工作表", "深度隐藏工作表"], heard.Tables.Select(t => t.HiddenBy));
        Assert.Equal(["1", "2", "3"], heard.Cells.Select(c => c.Cell.Text));
        Assert.Equal((3, 3), (heard.Read.Coverage[0].Done, heard.Read.Coverage[0].Total));
        Assert.Equal(
            [(ObservationKind.HiddenSheet, "底稿"), (ObservationKind.VeryHiddenSheet, "名录")],
            heard.Observations.Select(o => (o.Kind, o.Detail))
        );
    }

    [Fact]
    public async Task SearchAndComparison_ReadOldWorkbooksToo() =>
        Assert.Equal(
            "县区\t7",
            await OfficeFiles.TextAsync(
                "a.xls",
                new OldBookFiles().Sheet("表一", 0, OldBookFiles.Label(0, 0, "县区"), OldBookFiles.Number(0, 1, 7)).File()
            )
        );

    [Fact]
    public async Task WhatAsksForAPassword_IsToldSo()
    {
        Assert.IsType<ReadingIsLocked>(
            (
                await OldBookContent.ReadAsync(
                    new MemoryStream(new OldBookFiles().Sheet("a", 0).File(true)),
                    new Heard(),
                    ReadingLimits.Usual,
                    default
                )
            ).Problem
        );
        Assert.IsType<ReadingIsLocked>(
            (
                await OldBookContent.ReadAsync(
                    new MemoryStream(SampleFiles.Ole("EncryptedPackage")),
                    new Heard(),
                    ReadingLimits.Usual,
                    default
                )
            ).Problem
        );
    }

    [Fact]
    public async Task AnXlsxUnderAnOldName_IsReadAsOne()
    {
        var heard = new Heard();
        var read = await OldBookContent.ReadAsync(
            new MemoryStream(BookFiles.Of("<row r='1'><c r='A1'><v>1</v></c></row>").File()),
            heard,
            ReadingLimits.Usual,
            default
        );
        Assert.Equal("", read.Value.Coverage[0].Why);
        Assert.Equal("1", heard["A1"].Text);
    }

    [Fact]
    public async Task BrokenBytes_GiveCellsOrASentence()
    {
        var (random, sound) = (
            new Random(5),
            new OldBookFiles()
                .Format("0.0")
                .Sheet("表一", 0, OldBookFiles.Label(0, 0, "县区"), OldBookFiles.Number(1, 1, 12.34, 1), OldBookFiles.Merged(0, 1, 0, 3))
                .File()
        );
        for (var i = 0; i < 300; i++)
        {
            var broken = i % 3 == 0 ? sound[..random.Next(sound.Length)] : (byte[])sound.Clone();
            for (var n = 0; n < 8 && broken.Length > 0; n++)
            {
                // Most of the file is empty: the bytes that matter lie at its beginning.
                broken[random.Next(Math.Min(broken.Length, 2_200))] = (byte)random.Next(256);
            }
            var read = await OldBookContent.ReadAsync(new MemoryStream(broken), new Heard(), ReadingLimits.Usual, default);
            Assert.True(
                read.Ok ? read.Value.Coverage[0].Why.Length > 0 : read.Problem!.Text.StartsWith("未能读取：", StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public async Task MacrosAndCaches_AreToldByTheirNames()
    {
        var heard = await ReadAsync(
            new OldBookFiles().Sheet("表一", 0, OldBookFiles.Number(0, 0, 1)).File(false, "_VBA_PROJECT_CUR", "_SX_DB_CUR")
        );
        Assert.Equal([ObservationKind.Macro, ObservationKind.PivotCache], heard.Observations.Select(o => o.Kind));
    }

    [Fact]
    public async Task ALongSheet_IsCutAtTheLimit()
    {
        var file = new OldBookFiles().Sheet("表", 0, [.. Enumerable.Range(0, 60).Select(r => OldBookFiles.Label(r, 0, "数据数据"))]).File();
        var heard = await ReadAsync(file, new ReadingLimits { Characters = 100 });
        Assert.True(heard.Read.Truncated);
        Assert.Equal((0, 1), (heard.Read.Coverage[0].Done, heard.Read.Coverage[0].Total));
    }

    private static async Task<Heard> ReadAsync(byte[] file, ReadingLimits? limits = null)
    {
        var heard = new Heard();
        var read = await OldBookContent.ReadAsync(new MemoryStream(file), heard, limits ?? ReadingLimits.Usual, default);
        Assert.True(read.Ok, read.Problem?.Text);
        heard.Read = read.Value;
        return heard;
    }
}
