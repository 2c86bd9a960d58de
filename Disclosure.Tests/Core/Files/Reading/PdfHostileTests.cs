using Disclosure.Core.Files.Reading;
using Disclosure.Tests.Support;
using static Disclosure.Tests.Core.Files.Reading.PdfFiles;

namespace Disclosure.Tests.Core.Files.Reading;

/// <summary>A PDF that contains itself, in whatever way, ends in a sentence: followed without end it would end the program.</summary>
[Slow]
public sealed class PdfHostileTests
{
    private static readonly string Body = At(60, 700, "正文");

    [Theory]
    [InlineData("21 0 R", "20 0 R", "0")]
    [InlineData("%a\n21 0 R", "22 0 R", "[ 20 0 R ]")]
    [InlineData("[21 0 R]", "[20 0 R]", "0")]
    [InlineData("<</Kids[21 0 R]>>", "<</Kids[22 0 R]>>", "<</Kids[20 0 R]>>")]
    [InlineData("<</K#69ds[20 0 R]>>", "0", "0")]
    [InlineData("<</Kids 21 0 R>>", "[22 0 R 20 0 R]", "0")]
    [InlineData("<</Note(endobj 30 0 obj)/Kids[20 0 R]>>", "0", "0")]
    [InlineData("<<%endobj 30 0 obj\n/Kids[20 0 R]>>", "0", "0")]
    [InlineData("<</FunctionType 3/Functions[21 0 R]>>", "<</FunctionType 3/Functions[20 0 R]>>", "0")]
    public void WhatLiesBelowItself_IsRefused(string root, string first, string second) =>
        Assert.IsType<ReadingIsDamaged>(
            new PdfFiles("/Names<</Dests 20 0 R>>", "/Info 20 0 R")
                .With(20, root)
                .With(21, first)
                .With(22, second)
                .Page(Body, entries: "/Rotate 20 0 R")
                .Read()
                .Outcome.Problem
        );

    [Fact]
    public void WhatLiesBelowItselfInAPackedStream_IsRefused() =>
        Assert.IsType<ReadingIsDamaged>(
            new PdfFiles("/Names<</Dests 21 0 R>>")
                .Packed(20, (21, "<</Kids[22 0 R]>>"), (22, "<</Kids[21 0 R]>>"))
                .Page(Body)
                .Read()
                .Outcome.Problem
        );

    [Fact]
    public void SoundTrees_AreRead()
    {
        var heard = new PdfFiles("/Names<</Dests 21 0 R>>/AcroForm<</Fields[30 0 R]>>")
            .Packed(20, (21, "<</Kids[22 0 R 23 0 R]>>"), (22, "<</Names[(a)[100 0 R/Fit]]>>"), (23, "<</Names[(b)[100 0 R/Fit]]>>"))
            .With(30, "<</T(a)/Kids[31 0 R]>>")
            .With(31, "<</T(b)/Parent 30 0 R/V(c)/FT/Tx>>")
            .With(32, "[31 0 R]")
            .Page(Body)
            .Read();
        Assert.True(heard.Outcome.Ok);
        Assert.Equal(["正文"], heard.Texts());
    }

    [Fact]
    public void FormsThatDrawEachOther_AreFollowedSoFar_AndThePageCountsAsNotRead()
    {
        var heard = new PdfFiles()
            .Stream(20, "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</B 21 0 R>>>>", "/B Do"u8.ToArray())
            .Stream(21, "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A 20 0 R>>>>", "/A Do"u8.ToArray())
            .Page(Body + "/A Do", "/XObject<</A 20 0 R>>")
            .Page(Body)
            .Read();
        Assert.Equal(["正文", "正文"], heard.Texts());
        Assert.Equal((1, 2), (heard.Pages.Done, heard.Pages.Total));
    }

    [Fact]
    public void ADrawingThatDoublesWithEachForm_StopsWithTheTime()
    {
        var file = new PdfFiles();
        for (var n = 20; n < 60; n++)
        {
            file.Stream(
                n,
                $"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</N {n + 1} 0 R>>>>",
                "/N Do /N Do /N Do"u8.ToArray()
            );
        }
        var made = file.Stream(60, "/Type/XObject/Subtype/Form/BBox[0 0 9 9]", "q Q"u8.ToArray())
            .Page(Body + "/N Do", "/XObject<</N 44 0 R>>")
            .Made();
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        Assert.ThrowsAny<OperationCanceledException>(() => Read(made, soon.Token));
    }

    [Theory]
    [InlineData("[", 300_000)]
    [InlineData("<</A ", 300_000)]
    [InlineData("q ", 500_000)]
    public void EndlessNestingOnAPage_CostsOnlyThePage(string piece, int times)
    {
        var heard = new PdfFiles().Page(Body).Page(string.Concat(Enumerable.Repeat(piece, times))).Read();
        Assert.Equal(["正文"], heard.Texts());
        Assert.Equal((1, 2), (heard.Pages.Done, heard.Pages.Total));
    }

    [Fact]
    public void ListsThatLeadBackToThemselves_AreReadOnce()
    {
        var heard = new PdfFiles("/Outlines 20 0 R/StructTreeRoot 22 0 R/OpenAction 23 0 R")
            .With(20, "<</First 21 0 R>>")
            .With(21, "<</Title(a)/First 21 0 R/Next 21 0 R>>")
            .With(22, "<</Alt(b)/K 22 0 R>>")
            .With(23, "<</S/URI/URI(c)/Next 23 0 R>>")
            .Page(Body)
            .Read();
        Assert.Single(heard.Texts(PassageKind.Behind), "a");
        Assert.True(heard.Outcome.Ok);
    }

    [Fact]
    public void FilesWithBrokenBytes_GiveTextOrASentence()
    {
        var random = new Random(5);
        var sound = new PdfFiles("/Outlines 20 0 R/Names<</EmbeddedFiles<</Names[(a) 22 0 R]>>>>", "/Info 24 0 R")
            .With(20, "<</First 21 0 R>>")
            .With(21, "<</Title(a)>>")
            .With(22, "<</F(x)/EF<</F 23 0 R>>>>")
            .Stream(23, "", "a"u8.ToArray())
            .With(24, "<</Title(b)/Author(c)>>")
            .Page(Row(700, (60, "甲"), (200, "1")) + Row(685, (60, "乙"), (200, "2")), entries: "/Annots[<</Subtype/Text/Contents(d)>>]")
            .Made();
        for (var i = 0; i < 250; i++)
        {
            var broken = (byte[])sound.Clone();
            for (var n = 0; n < 8; n++)
            {
                broken[random.Next(broken.Length)] = (byte)random.Next(256);
            }
            var read = Read(i % 3 == 0 ? broken[..random.Next(broken.Length)] : broken).Outcome;
            Assert.True(read.Ok || read.Problem!.Text.StartsWith("未能读取：", StringComparison.Ordinal));
        }
    }
}
