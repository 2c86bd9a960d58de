using System.Text.RegularExpressions;
using Disclosure.Core.Files.Formats;
using Disclosure.Core.Files.Reading;
using Disclosure.Tests.Architecture;

namespace Disclosure.Tests.Core.Files.Formats;

/// <summary>File types stand in one list; what may come in, what is read and what a page offers is derived from it.</summary>
public sealed partial class FileTypeTests
{
    [Fact]
    public void EveryTypeThatComesIn_IsKnownToTheReader_AndIsReadOrSaysWhyNot() =>
        Assert.All(
            FileTypes.Incoming,
            t =>
            {
                Assert.NotEqual(FileKind.Unknown, t.Claims);
                Assert.True(FileCheck.Name($"报告.{t.Extension.ToUpperInvariant()}").Ok);
                Assert.True(t.Text is not null || KindNeedsAnother.For(t.Claims, $".{t.Extension}") is not null, t.Extension);
            }
        );

    [Fact]
    public void WhatIsNotListedAsComingIn_DoesNotComeIn() =>
        Assert.All(
            FileTypes.All.Where(t => !t.ComesIn),
            t =>
            {
                var refused = Assert.IsType<FileKindNotAllowed>(FileCheck.Name($"报告.{t.Extension}").Problem);
                // A telephone's picture is told what to become; everything else what may come.
                Assert.EndsWith(
                    t.Kind is "webp" or "heic"
                        ? "请在手机或电脑上另存为 jpg 或 png 后上传。"
                        : "可以上传 docx、xlsx、pdf、txt、csv、png、jpg、jpeg，以及 doc、xls、wps、et。",
                    refused.Text,
                    StringComparison.Ordinal
                );
            }
        );

    [Fact]
    public void Sentences_NameWhatTheListSays()
    {
        Assert.Equal("docx、xlsx、pdf、txt、csv、png、jpg", FileTypes.Words(FileTypes.Incoming.Where(t => t.WhollyChecked)));
        Assert.Equal("doc、xls、wps、et", FileTypes.Words(FileTypes.Incoming.Where(t => !t.WhollyChecked)));
        Assert.Equal("未能读取：只能读取 docx、xlsx、xls、csv、txt 和 pdf 文件的文字。", new KindIsNotRead().Text);
        Assert.Equal(".pdf,.png,.jpg,.jpeg", FileTypes.Accept(FileTypes.OfKinds("pdf", "png", "jpg")));
    }

    [Fact]
    public void NobodyElse_ListsTypes()
    {
        // What a scan may be is a rule of its own room, which names kinds of the list; OleObject tells packages apart by what lies in them.
        string[] rules =
        [
            "FileTypes.cs",
            "UploadKinds.cs",
            "ReviewPapers.cs",
            "DelegationService.cs",
            "SheetReader.cs",
            "OleObject.cs",
            "LabelDetection.cs",
        ];
        var lists =
            from file in SourceCode.All()
            where !rules.Contains(Path.GetFileName(file.Name)) && Listed().IsMatch(file.Text)
            select Path.GetFileName(file.Name);
        Assert.Empty(lists);
    }

    [Theory]
    [InlineData("string[] kinds = [\"pdf\", \"png\", \"jpg\"];", true)]
    [InlineData("string[] kinds =\n[\n    \"pdf\",\n    \"png\",\n    \"jpg\",\n];", true)]
    [InlineData("kind is\n    \"doc\"\n    or \"xls\"\n    or \"wps\"", true)]
    [InlineData("Begins(\"pdf\", magic)", false)]
    public void AListOfTypes_IsKnownWhenItIsSeen(string code, bool listed) => Assert.Equal(listed, Listed().IsMatch(SourceCode.Flat(code)));

    // Three types beside each other, as values or offered by a page.
    [GeneratedRegex(@"(""\.?(docx|xlsx|pdf|txt|csv|png|jpe?g|doc|xls|wps|et)""\s*(,|or)\s*){2}|accept=""\.")]
    private static partial Regex Listed();
}
