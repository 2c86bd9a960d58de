using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Files.Formats;
using Disclosure.Core.Printing;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Disclosure.Core.Uploads;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Uploads;

/// <summary>What may be uploaded stands in one table: under whom, by whom, how large, of which types, how long.</summary>
public sealed class UploadKindTests
{
    [Fact]
    public void EveryKind_IsFoundByItsCode_AndByWhatItsUploadsAreKeptUnder()
    {
        Assert.Equal(UploadKinds.All.Count, UploadKinds.All.Select(k => k.Code).Distinct().Count());
        Assert.All(
            UploadKinds.All,
            k =>
            {
                Assert.Same(k, UploadKinds.Find(k.Code));
                Assert.Equal((k, k.Purpose(7) == k.Purpose(8) ? 0 : 7), UploadKinds.OfPurpose(k.Purpose(7))!.Value);
                Assert.All([k.Name, k.WhoMay], w => Assert.NotEmpty(w));
                Assert.NotEmpty(k.Types);
            }
        );
        Assert.Null(UploadKinds.OfPurpose("other:7"));
    }

    [Theory]
    [InlineData("file", "edit", "gongye.editor")]
    [InlineData("file", "edit", "nongmu.editor", typeof(NotFound))]
    [InlineData("file", "edit", "gongye.head", typeof(NotFound))]
    [InlineData("file", "section", "gongye.editor", typeof(NotEditable))]
    [InlineData("paper", "section", "gongye.head")]
    [InlineData("paper", "office", "gongye.head", typeof(NotFound))]
    [InlineData("paper", "edit", "gongye.editor")]
    [InlineData("scan", "section", "gongye.head")]
    [InlineData("scan", "office", "gongye.head", typeof(NotFound))]
    [InlineData("sheet", "section", "gongye.editor")]
    [InlineData("sheet", "section", "nongmu.editor", typeof(NotFound))]
    [InlineData("check", "end", "platform.1")]
    [InlineData("check", "end", "office.1", typeof(NotFound))]
    [InlineData("check", "platform", "platform.1", typeof(NotFound))]
    [InlineData("delegation", "edit", "admin.security")]
    [InlineData("delegation", "edit", "office.1", typeof(NotFound))]
    [InlineData("duty", "edit", "office.1", typeof(NotFound))]
    [InlineData("other", "edit", "gongye.editor", typeof(NotFound))]
    public async Task WhoMayBeginAnUpload(string code, string step, string who, Type? refusal = null)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, step);
        var begun = await given.Get<UploadService>().BeginAsync(code, id, "页.png", 5, given.By(who), given.Now);
        Assert.Equal(refusal, begun.Problem?.GetType());
    }

    [Fact]
    public async Task WhatNoKindTakes_IsRefusedBeforeTheFirstByte()
    {
        await using var given = await Given.BureauAsync();
        var (id, uploads, head) = (await given.ItemAsync(RouteCodes.City, "section"), given.Get<UploadService>(), given.By("gongye.head"));
        Assert.IsType<PaperKindWrong>((await uploads.BeginAsync("paper", id, "同意函.docx", 5, head, given.Now)).Problem);
        Assert.IsType<FileKindNotAllowed>((await uploads.BeginAsync("paper", id, "同意函.exe", 5, head, given.Now)).Problem);
        Assert.IsType<ScanTooLarge>(
            (await uploads.BeginAsync("sheet", id, "页.png", (SignedSheetService.LargestMegabytes << 20) + 1, head, given.Now)).Problem
        );
        Assert.True((await uploads.BeginAsync("sheet", id, "页.png", SignedSheetService.LargestMegabytes << 20, head, given.Now)).Ok);
    }

    [Theory]
    [InlineData("sheet")]
    [InlineData("check")]
    public async Task WhatIsReadBeforeItCounts_IsFinishedByItsOwnPage(string code)
    {
        await using var given = await Given.BureauAsync();
        var (id, by) = (await given.ItemAsync(RouteCodes.City, "end"), given.By("platform.1"));
        var begun = Given.Must(await given.Get<UploadService>().BeginAsync(code, id, "页.txt", 2, by, given.Now));
        Given.Must(await given.Get<BlobStore>().AppendAsync(begun, by.StaffId, 0, new MemoryStream("文"u8.ToArray()[..2])));
        Assert.IsType<NotFound>((await given.Get<UploadService>().FinishAsync(begun, by, given.Now)).Problem);
    }

    [Fact]
    public async Task AStop_LeavesNoUnfinishedUpload_OfAnyKindThatIsKeptWithTheItem()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section");
        foreach (var kind in UploadKinds.All)
        {
            Given.Must(await given.Get<BlobStore>().StartAsync("页.png", 5, given.By("gongye.head").StaffId, kind.Purpose(id)));
        }
        Given.Must(await given.DoAsync(id, "gongye.head", MoveKind.Stop, c => c with { Answers = Given.StillClassified }));
        Assert.Equal(
            UploadKinds.All.Where(k => k.Keeping != UploadKeeping.WithItem).Select(k => k.Purpose(id)).Order(),
            (await given.ReadAsync(db => db.Uploads.Select(u => u.Purpose).ToListAsync()))
                .Where(p => UploadKinds.OfPurpose(p) is var (_, item) && (item == id || item == 0))
                .Order()
        );
    }
}
