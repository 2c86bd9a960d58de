using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Forms;
using Disclosure.Core.Printing;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Printing;

/// <summary>The signed sheet comes back as a picture and is matched to its printing.</summary>
[Slow]
public sealed class SignedSheetTests
{
    [Fact]
    public async Task AScan_IsMatchedByItsCode_EvenWithoutNamingTheItem()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        await given.PrintAsync(id);
        var scan = await given.ScanOfAsync(id, await given.PrintAsync(id));

        var taken = Given.Must(await given.TakeAsync(scan, "gongye.head", item: 0));

        Assert.Equal((id, 2, SheetMatch.Code), (taken.ItemId, taken.Print, taken.Match));
        var row = (await given.PrintedAsync(id, 2, "gongye.head")).Scans.Single();
        Assert.Equal((given.By("gongye.head").Name, false), (row.By, row.Looked));
        Assert.Equal(0, await given.ReadAsync(db => db.Uploads.CountAsync(u => u.Purpose.StartsWith(SignedSheet.PurposeStart))));
        var file = await given.ReadAsync(db => db.ItemFiles.SingleAsync(f => f.Id == row.FileId));
        Assert.Equal((FileRole.SignedSheet, (int?)null), (file.Role, file.RevisionId));
        Assert.True((await given.Get<BlobStore>().FindAsync(file.Sha256)).Ok);
    }

    [Fact]
    public async Task WithoutACode_ThePersonSaysWhichPrintItIs_AndNothingIsUploadedTwice()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        await given.PrintAsync(id);
        var upload = await given.UploadSheetAsync(Given.Signature(), id, "gongye.editor");
        var (service, by) = (given.Get<SignedSheetService>(), given.By("gongye.editor"));

        Assert.IsType<NoCodeRead>((await service.TakeAsync(upload, id, null, by, given.Now)).Problem);
        Assert.IsType<NoSuchPrint>((await service.TakeAsync(upload, id, 9, by, given.Now)).Problem);
        var taken = Given.Must(await service.TakeAsync(upload, id, 1, by, given.Now));

        Assert.Equal((1, SheetMatch.Hand), (taken.Print, taken.Match));
    }

    [Fact]
    public async Task ASheetOfAnotherItem_IsNotTakenForThisOne()
    {
        await using var given = await Given.BureauAsync();
        var (id, other) = (await given.ItemAsync(RouteCodes.City, "deputy"), await given.ItemAsync(RouteCodes.City, "deputy"));
        await given.PrintAsync(id);
        var scan = await given.ScanOfAsync(other, await given.PrintAsync(other));

        var problem = Assert.IsType<SheetOfAnotherItem>((await given.TakeAsync(scan, "gongye.head", id)).Problem);
        Assert.Contains((await given.SubmissionAsync(other)).Number!, problem.Text, StringComparison.Ordinal);
        // Who may not read the other item learns not even its number.
        var county = await given.ItemAsync(RouteCodes.County, "county-chief");
        var foreign = await given.ScanOfAsync(county, await given.PrintAsync(county, "karuo.editor"), "karuo.editor");
        Assert.Equal("", Assert.IsType<SheetOfAnotherItem>((await given.TakeAsync(foreign, "nongmu.editor", 0)).Problem).Number);
    }

    [Fact]
    public async Task ACodeThatWasNeverPrinted_IsRefused()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        var sheet = await given.SheetAsync(id, await given.PrintAsync(id));
        var forged = Given.Picture(
            given.Get<FormPrinter>().Pdf(sheet with { QrText = new PaperCode(id, 1, new string('a', 64)).Text(Given.Site) }).Value
        );

        Assert.IsType<SheetNotRegistered>((await given.TakeAsync(forged, "gongye.head", id)).Problem);
    }

    [Fact]
    public async Task BoxesSeenSignedByPen_StandSoOnTheNextPrint_UntilTheItemChanges()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        var print = await given.PrintAsync(id, choice: new PrintChoice { PenSteps = ["section"] });
        var taken = Given.Must(await given.TakeAsync(await given.ScanOfAsync(id, print), "gongye.editor", id));
        Given.Must(await given.Get<SignedSheetService>().MarkAsync(taken.Id, ["section"], given.By("gongye.editor"), given.Now));

        var box = Section(await given.SheetAsync(id, await given.PrintAsync(id)));
        Assert.Equal((1, (DateTime?)null), (box.SignedOnPrint!.Value, box.SignedInSystem));

        Given.Must(await given.Get<SignedSheetService>().WithdrawAsync(taken.Id, "传错了", given.By("office.1"), given.Now));
        Assert.Null(Section(await given.SheetAsync(id, await given.PrintAsync(id))).SignedOnPrint);
        Assert.Equal("传错了", (await given.PrintedAsync(id, print)).Scans.Single().Withdrawn);
    }

    [Fact]
    public async Task OnlyWhoBroughtTheScan_OrKeepsTheOriginals_MarksAndWithdraws()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        var taken = Given.Must(await given.TakeAsync(await given.ScanOfAsync(id, await given.PrintAsync(id)), "gongye.editor", id));
        var service = given.Get<SignedSheetService>();

        Assert.IsType<NotYourScan>((await service.MarkAsync(taken.Id, [], given.By("gongye.head"), given.Now)).Problem);
        Assert.IsType<NoSuchBox>((await service.MarkAsync(taken.Id, ["county-chief"], given.By("gongye.editor"), given.Now)).Problem);
        Assert.IsType<ScanWithdrawalNeedsReason>(
            (await service.WithdrawAsync(taken.Id, " ", given.By("gongye.editor"), given.Now)).Problem
        );
        Assert.True((await service.MarkAsync(taken.Id, [], given.By("office.2"), given.Now)).Ok);
    }

    [Fact]
    public async Task TheSameScanTwice_IsTakenOnce()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        var scan = await given.ScanOfAsync(id, await given.PrintAsync(id));
        Given.Must(await given.TakeAsync(scan, "gongye.editor", id));

        Assert.IsType<SheetScannedBefore>((await given.TakeAsync(scan, "gongye.head", id)).Problem);
    }

    [Fact]
    public async Task ATextThatCallsItselfAPicture_AndATooLargeOne_AreRefused()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        await given.PrintAsync(id);

        Assert.False((await given.TakeAsync(Given.Signature()[..200], "gongye.editor", id)).Ok);
        var grants = await given.ReadAsync(db => DutyBook.ReadAsync(db, given.By("gongye.editor").StaffId, given.Today));
        Assert.IsType<ScanTooLarge>(await given.ReadAsync(db => SignedSheetService.RefusalAsync(db, id, 40L << 20, grants)));
        Assert.Null(await given.ReadAsync(db => SignedSheetService.RefusalAsync(db, 0, 1 << 20, grants)));
    }

    [Fact]
    public async Task AStop_ErasesTheScanToo()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section");
        Given.Must(await given.TakeAsync(await given.ScanOfAsync(id, await given.PrintAsync(id)), "gongye.editor", id));
        var sha = await given.ReadAsync(db => db.ItemFiles.Where(f => f.Role == FileRole.SignedSheet).Select(f => f.Sha256).SingleAsync());
        Given.Must(await given.DoAsync(id, "gongye.head", MoveKind.Stop));

        Assert.IsType<ContentIsErased>((await given.Get<BlobStore>().OpenReadAsync(sha)).Problem);
    }

    private static SignatureBox Section(FormSheet sheet) =>
        sheet.Pages[0].Rows.SelectMany(r => r.Cells).OfType<SigningCell>().Skip(1).First().Box;
}
