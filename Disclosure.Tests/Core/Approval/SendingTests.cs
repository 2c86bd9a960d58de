using Disclosure.Core.Approval;
using Disclosure.Core.Review;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Approval;

public sealed class SendingTests
{
    [Fact]
    public async Task Number_IsGivenOnce_WithoutPadding_AndEachSeriesCountsForItself()
    {
        await using var given = await Given.BureauAsync();
        var city = await given.ItemAsync(RouteCodes.City, "section");
        var karuo = await given.ItemAsync(RouteCodes.County, "county-chief");
        var jiangda = await given.DraftAsync(RouteCodes.County, editor: "jiangda.editor");
        Given.Must(await given.DoAsync(jiangda, "jiangda.editor", MoveKind.Send));
        var second = await given.ItemAsync(RouteCodes.County, "county-chief");
        Given.Must(await given.DoAsync(city, "gongye.head", MoveKind.Return));
        Given.Must(await given.DoAsync(city, "gongye.editor", MoveKind.Send));
        Assert.Equal(
            ["昌统发审〔2026〕1号", "昌统县审〔2026〕卡若1号", "昌统县审〔2026〕江达1号", "昌统县审〔2026〕卡若2号"],
            [
                await NumberAsync(given, city),
                await NumberAsync(given, karuo),
                await NumberAsync(given, jiangda),
                await NumberAsync(given, second),
            ]
        );
    }

    [Fact]
    public async Task RefusedSending_TakesNoNumber()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, c => c.Summary = "");
        Assert.IsType<ContentIncomplete>((await given.DoAsync(id, "gongye.editor", MoveKind.Send)).Problem);
        await given.EditAsync(id, "gongye.editor", c => c.Summary = "概述");
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Send));
        Assert.Equal("昌统发审〔2026〕1号", await NumberAsync(given, id));
    }

    [Theory]
    // 15:59:30 and 16:00:30 UTC on 31 December.
    [InlineData(23, 59, 30, "昌统发审〔2026〕2号")]
    [InlineData(24, 0, 30, "昌统发审〔2027〕1号")]
    public async Task Year_TurnsAtMidnightInShanghai(int hour, int minute, int second, string number)
    {
        await using var given = await Given.BureauAsync();
        await given.ItemAsync(RouteCodes.City, "section");
        var id = await given.DraftAsync(RouteCodes.City);
        // The sending itself waits one minute.
        given.WaitUntil(new DateTime(2026, 12, 31).AddHours(hour).AddMinutes(minute - 1).AddSeconds(second));
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Send));
        Assert.Equal(number, await NumberAsync(given, id));
    }

    [Fact]
    public async Task Sending_FreezesTheRevision_WhateverTheDraftBecomes()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section", c => c.Title = "第一稿");
        var frozen = (await given.CaseAsync(id)).Revision!;
        Given.Must(await given.DoAsync(id, "gongye.head", MoveKind.Return));
        await given.EditAsync(id, "gongye.editor", c => c.Title = "第二稿");
        await given.UploadAsync(id, "附件.txt", "附件", "gongye.editor");
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Send));
        var revisions = await given.ReadAsync(db => db.Revisions.Where(r => r.SubmissionId == id).OrderBy(r => r.Number).ToListAsync());
        Assert.Equal(["第一稿", "第二稿"], revisions.Select(r => r.Content.Title));
        Assert.Equal((frozen.ContentJson, frozen.Fingerprint), (revisions[0].ContentJson, revisions[0].Fingerprint));
        Assert.Equal(
            [1, 2],
            await given.ReadAsync(db =>
                db.ItemFiles.Where(f => f.RevisionId != null)
                    .GroupBy(f => f.RevisionId)
                    .OrderBy(g => g.Key)
                    .Select(g => g.Count())
                    .ToListAsync()
            )
        );
    }

    [Fact]
    public async Task UnderReview_TheContentCannotBeTouched()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.County, "office");
        var (drafts, item, editor) = (given.Get<DraftService>(), await given.SubmissionAsync(id), given.By("karuo.editor"));
        var content = item.Draft;
        content.Title = "改";
        var file = await given.ReadAsync(db => db.ItemFiles.Where(f => f.SubmissionId == id).Select(f => f.Id).FirstAsync());
        Assert.IsType<NotEditable>(
            (await drafts.SaveAsync(id, content, "[]", item.SubjectId, item.DraftVersion, editor, given.Now)).Problem
        );
        Assert.IsType<NotEditable>((await drafts.RemoveFileAsync(id, file, editor, given.Now)).Problem);
        Assert.IsType<NotEditable>((await drafts.MakeBodyAsync(id, file, editor, given.Now)).Problem);
        Assert.IsType<NotEditable>((await drafts.DiscardAsync(id, editor, given.Now)).Problem);
        Assert.IsType<NotEditable>((await given.TryUploadAsync(id, "新.txt", "新", "karuo.editor")).Problem);
    }

    [Fact]
    public void Fingerprint_ChangesWithOneCharacter_OneFile_OneAnswer()
    {
        var content = new ItemContent { Title = "工业运行" };
        var other = new ItemContent { Title = "工业运行。" };
        ItemFile[] files = [File("正文.txt", 'a', 1), File("附件.txt", 'b', 2)];
        var answers = Answers.ToJson(Given.AllNo);
        string[] prints =
        [
            Fingerprint.Of(content.ToJson(), files, answers),
            Fingerprint.Of(other.ToJson(), files, answers),
            Fingerprint.Of(content.ToJson(), [files[0]], answers),
            Fingerprint.Of(content.ToJson(), [files[0], File("附件.txt", 'c', 2)], answers),
            Fingerprint.Of(content.ToJson(), [files[0], File("附件2.txt", 'b', 2)], answers),
            Fingerprint.Of(content.ToJson(), [File("正文.txt", 'a', 2), File("附件.txt", 'b', 1)], answers),
            Fingerprint.Of(content.ToJson(), files, Answers.ToJson(Given.With("B3-4", a => a with { Yes = true }))),
            Fingerprint.Of(content.ToJson(), files, Answers.ToJson(Given.With("B3-4", a => a with { Remark = "注" }))),
        ];
        Assert.Equal(prints.Length, prints.Distinct().Count());
        Assert.All(prints, p => Assert.Matches("^[0-9a-f]{64}$", p));
        Assert.Equal(prints[0], Fingerprint.Of(ItemContent.FromJson(content.ToJson()).ToJson(), files.Reverse(), answers));
    }

    // Computed outside the program: what was printed under a signature must be found again by every later version.
    [Fact]
    public void Fingerprint_OfARevision_IsTheOneThatEveryLaterVersionMustFind()
    {
        ItemFile[] files = [File("附件.txt", 'b', 2), File("正文.txt", 'a', 1)];
        var print = Fingerprint.Of("{\"Title\":\"甲\"}", files, "[]");

        Assert.Equal("8b763be21c487b8c9d1deb908e61ce415aa338b172772d1a4b93d24ab611c3ea", print);
        Assert.Equal("bce21f6ea564b44d20f5a05700fe17d20491c685fe1e7de5c321d6dee65e7ed0", Fingerprint.OfFiles(files));
        Assert.Equal("8B76 3BE2 1C48 7B8C", Fingerprint.Short(print));
        Assert.Equal("0123 4567 89AB CDEF", Fingerprint.Short("0123456789abcdef"));
        Assert.Equal("", Fingerprint.Short("0123456789abcde"));
    }

    [Fact]
    public async Task UnfinishedUpload_KeepsTheItemFromBeingSent()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City);
        var (blobs, owner) = (given.Get<BlobStore>(), given.By("gongye.editor").StaffId);
        var upload = Given.Must(await blobs.StartAsync("附件.txt", 10, owner, DraftService.UploadPurpose(id)));
        Assert.IsType<UploadStillRunning>((await given.DoAsync(id, "gongye.editor", MoveKind.Send)).Problem);
        Given.Must(await blobs.AbortAsync(upload, owner));
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Send));
    }

    [Fact]
    public async Task Author_WithAnAccount_ConfirmsPersonally_AndIsAContributor()
    {
        await using var given = await Given.BureauAsync();
        var head = given.By("gongye.editor-head");
        var id = await given.DraftAsync(
            RouteCodes.City,
            c =>
                c.Bylines.Add(
                    new Byline
                    {
                        Name = head.Name,
                        StaffId = head.StaffId,
                        Confirmed = true,
                    }
                )
        );
        Assert.IsType<ContentIncomplete>((await given.DoAsync(id, "gongye.editor", MoveKind.Send)).Problem);
        Given.Must(await given.Get<DraftService>().ConfirmBylineAsync(id, head, given.Now));
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Send));
        Assert.IsType<OwnWork>((await given.DoAsync(id, "gongye.editor-head", MoveKind.Approve)).Problem);
    }

    [Fact]
    public async Task CountyItem_UnderASubjectThatWasClosedMeanwhile_IsNotSent()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.County);
        await given.TamperAsync($"UPDATE Subjects SET Active = 0 WHERE Id = (SELECT SubjectId FROM Submissions WHERE Id = {id})");

        var refused = Assert.IsType<ContentIncomplete>((await given.DoAsync(id, "karuo.editor", MoveKind.Send)).Problem);
        Assert.Equal([new SubjectClosed().Text], refused.Missing.Select(m => m.Text));
    }

    [Fact]
    public async Task CountyItem_WithoutASubject_IsNotSent()
    {
        await using var given = await Given.BureauAsync();
        var id = Given.Must(
            await given
                .Get<DraftService>()
                .BeginAsync(await given.UnitIdAsync("540302"), Guid.NewGuid(), given.By("karuo.editor"), given.Now)
        );
        await given.EditAsync(id, "karuo.editor", Given.Complete);
        await given.UploadAsync(id, "正文.txt", "正文", "karuo.editor");
        Assert.IsType<ContentIncomplete>((await given.DoAsync(id, "karuo.editor", MoveKind.Send)).Problem);
    }

    [Fact]
    public async Task FileTakenOut_CanBePutBack_ButNoForeignBytes()
    {
        await using var given = await Given.BureauAsync();
        var (drafts, editor) = (given.Get<DraftService>(), given.By("gongye.editor"));
        var foreign = await given.DraftAsync(RouteCodes.County, body: "县区尚未公开的内容");
        var row = (await given.Get<ItemQueries>().FindAsync(foreign, given.By("karuo.editor"), given.Now))!.Files[0];
        var id = await given.DraftAsync(RouteCodes.City);
        Assert.IsType<Disclosure.Core.Common.NotFound>((await drafts.RestoreFileAsync(id, row, editor, given.Now)).Problem);
        var own = (await given.Get<ItemQueries>().FindAsync(id, editor, given.Now))!.Files[0];
        Given.Must(await drafts.RemoveFileAsync(id, own.Id, editor, given.Now));
        Given.Must(await drafts.RestoreFileAsync(id, own, editor, given.Now));
        Assert.Equal(own.Sha256, (await given.Get<ItemQueries>().FindAsync(id, editor, given.Now))!.Files[0].Sha256);
    }

    private static ItemFile File(string name, char hash, int order) =>
        new()
        {
            SubmissionId = 1,
            Name = name,
            Role = FileRole.Body,
            Size = 1,
            Sha256 = new string(hash, 64),
            Order = order,
            AddedBy = 1,
            AddedAt = DateTime.UnixEpoch,
        };

    private static async Task<string?> NumberAsync(Given given, int id) => (await given.SubmissionAsync(id)).Number;
}
