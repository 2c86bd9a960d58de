using Disclosure.Core.Approval;
using Disclosure.Core.Audit;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Audit;

/// <summary>
/// What somebody with the file in their hands could do to files, revisions and signatures, and what the verifier says to it.
/// </summary>
public sealed class VerifiedFactsTests
{
    [Theory]
    [InlineData("UPDATE BlobChunks SET Data = zeroblob(length(Data))", "的内容", "与存入时")]
    [InlineData("UPDATE BlobChunks SET Data = X'FE' || substr(Data, 2)", "的内容", "与存入时")]
    [InlineData("UPDATE BlobChunks SET Data = substr(Data, 1, 3)", "的内容（3 字节）")]
    [InlineData("DELETE FROM BlobChunks", "的内容（0 字节）")]
    [InlineData("UPDATE Blobs SET Size = Size + 1", "与存入时")]
    [InlineData("DELETE FROM Blobs", "版本 1 的文件", "不在库中")]
    [InlineData("UPDATE Revisions SET ContentJson = replace(ContentJson, '工业', '农业')", "版本 1 的内容与其校验码不符")]
    [InlineData("UPDATE Revisions SET AnswersJson = replace(AnswersJson, 'false', 'true')", "版本 1 的内容与其校验码不符")]
    [InlineData("UPDATE Revisions SET Fingerprint = '00'", "版本 1 的内容与其校验码不符")]
    [InlineData("UPDATE ItemFiles SET Name = '别的.txt'", "版本 1 的内容与其校验码不符")]
    [InlineData("UPDATE ItemFiles SET Name = '（已清除）'", "版本 1 的内容与其校验码不符")]
    [InlineData("DELETE FROM ItemFiles", "版本 1 的内容与其校验码不符")]
    [InlineData("DELETE FROM Revisions", "与其所签版本的校验码不符")]
    [InlineData("UPDATE Signatures SET RevisionId = NULL", "送审）与其所签版本的校验码不符", "同意）与其所签版本的校验码不符")]
    [InlineData("UPDATE Signatures SET RevisionId = NULL, Fingerprint = '' WHERE Kind = 'Send'", "送审）与审计链第")]
    [InlineData(
        "UPDATE Revisions SET Fingerprint = 'ab'; UPDATE Signatures SET Fingerprint = 'ab'",
        "送审）与审计链第",
        "同意）与审计链第"
    )]
    [InlineData("UPDATE Signatures SET Kind = 'Nothing' WHERE Step = 'section'", "签署无法读出，曾被改动")]
    [InlineData("UPDATE Signatures SET Duty = 'Nothing' WHERE Step = 'section'", "签署无法读出，曾被改动")]
    [InlineData("UPDATE ItemFiles SET Role = 'Nothing'", "稿件版本无法读出，曾被改动")]
    [InlineData("UPDATE Blobs SET StoredAt = 'gestern'", "文件无法读出，曾被改动")]
    [InlineData("UPDATE Audit SET At = 'gestern' WHERE Seq = 2", "审计链无法读出，曾被改动")]
    [InlineData("UPDATE Signatures SET Fingerprint = 'ab' WHERE Step = 'section'", "与其所签版本的校验码不符")]
    [InlineData("UPDATE Signatures SET StaffName = '他人' WHERE Step = 'section'", "（他人，同意）与审计链第", "所记的人员")]
    [InlineData("UPDATE Signatures SET StaffId = 1 WHERE Step = 'section'", "所记的人员")]
    [InlineData("UPDATE Signatures SET ActingForName = '他人' WHERE Step = 'section'", "所记的人员")]
    [InlineData("UPDATE Signatures SET Duty = 'Director' WHERE Step = 'section'", "所记的人员、职责")]
    [InlineData("UPDATE Signatures SET Address = '10.0.0.8' WHERE Step = 'section'", "所记的人员")]
    [InlineData("UPDATE Signatures SET Step = 'deputy' WHERE Step = 'section'", "职责、环节")]
    [InlineData("UPDATE Signatures SET ToStep = 'edit' WHERE Step = 'section'", "职责、环节")]
    [InlineData("UPDATE Signatures SET AnswersJson = '[' WHERE Step = 'section'", "无法读出")]
    [InlineData("UPDATE Signatures SET ParticularsJson = '{\"Finding\":\"Nothing\"}' WHERE Step = 'section'", "无法读出")]
    [InlineData("UPDATE Signatures SET Finding = 'Withhold' WHERE Step = 'section'", "与台账所依据的登记不一致")]
    [InlineData("UPDATE Signatures SET AnsweredYes = 1 WHERE Step = 'section'", "与台账所依据的登记不一致")]
    [InlineData("UPDATE Revisions SET Attribute = 'OnRequest'", "版本 1 的公开属性或渠道与台账所依据的登记不一致")]
    [InlineData("UPDATE Revisions SET AsksWebsite = 1 - AsksWebsite", "版本 1 的公开属性或渠道与台账所依据的登记不一致")]
    [InlineData("UPDATE Signatures SET Kind = 'Return' WHERE Step = 'section'", "退回）在审计链中没有记录", "的同意，库中没有这次签署")]
    [InlineData("UPDATE Signatures SET At = '2026-11-01 00:00:00' WHERE Step = 'section'", "在审计链中没有记录")]
    [InlineData("DELETE FROM Signatures WHERE Step = 'section'", "的同意，库中没有这次签署")]
    [InlineData("DELETE FROM Signatures", "的送审，库中没有这次签署", "的同意，库中没有这次签署")]
    [InlineData("UPDATE Audit SET Algorithm = 'MD5/1' WHERE Seq = 2", "第 2 条所记的散列算法不是“SHA-256/1”")]
    public async Task Fact_ChangedOutsideTheProgram_IsNamed(string change, params string[] words)
    {
        await using var given = await Given.BureauAsync();
        await given.ItemAsync(RouteCodes.City, "deputy");
        Assert.Empty((await given.Get<AuditVerifier>().VerifyAsync()).Faults);

        Assert.True(await given.TamperAsync("PRAGMA foreign_keys = OFF; " + change) > 0);

        var faults = string.Join('\n', (await given.Get<AuditVerifier>().VerifyAsync()).Faults);
        Assert.All(words, w => Assert.Contains(w, faults, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Report_SaysHowFarItReaches()
    {
        await using var given = await Given.BureauAsync();
        await given.ItemAsync(RouteCodes.County, "end");
        var alone = await given.Get<AuditVerifier>().VerifyAsync();
        Assert.Contains("没有外部锚点可以核对：链尾是否被截去、全链是否被重写，无从得知。", alone.Reach());

        await given.Get<AuditAnchor>().AnchorAsync(given.Now);
        var (anchored, before) = (given.Now, alone.Entries);
        await given.ItemAsync(RouteCodes.City, "section");
        var report = await given.Get<AuditVerifier>().VerifyAsync();

        Assert.Equal((1, before, report.Entries - before), (report.Anchors, report.NewestAnchor!.Seq, report.Unanchored));
        Assert.Equal(await given.ReadAsync(db => db.Audit.MaxAsync(e => e.At)), report.LastAt);
        Assert.Equal(["文件", "已清除的文件", "稿件版本", "签署"], report.Facts.Select(f => f.What));
        Assert.Equal(
            await given.ReadAsync(async db =>
                (await db.Blobs.SumAsync(b => b.Size), await db.Revisions.LongCountAsync(), await db.Signatures.LongCountAsync())
            ),
            (report.Facts[0].Bytes, report.Facts[2].Rows, report.Facts[3].Rows)
        );
        Assert.Contains(
            $"外部锚点 1 个已核对，最近一个记于 {BureauTime.Show(anchored)}（第 {before} 条）；"
                + $"其后的 {report.Unanchored} 条没有锚点可以核对。",
            report.Reach()
        );
    }

    [Fact]
    public async Task ErasedContent_CountsAsErased_AndIsMissedWhereItIsStillThere()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        Given.Must(await given.DoAsync(id, "office.1", MoveKind.Stop));

        Assert.Empty((await given.Get<AuditVerifier>().VerifyAsync()).Faults);

        await given.TamperAsync(
            "INSERT INTO BlobChunks (ChunkSet, Start, Data) SELECT ChunkSet, 0, X'41' FROM Blobs WHERE ErasedAt IS NOT NULL"
        );
        Assert.Contains(
            "已登记清除，库中仍有其内容",
            Assert.Single((await given.Get<AuditVerifier>().VerifyAsync()).Faults),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task WhatCannotBeRead_KeepsNothingElseFromBeingChecked()
    {
        await using var given = await Given.BureauAsync();
        await given.ItemAsync(RouteCodes.City, "deputy");
        await given.TamperAsync(
            "UPDATE ItemFiles SET Role = 'Nothing'; UPDATE Audit SET Detail = 'x' WHERE Seq = 1; UPDATE BlobChunks SET Data = zeroblob(length(Data)); UPDATE Signatures SET StaffName = '他人' WHERE Step = 'section'"
        );

        var report = await given.Get<AuditVerifier>().VerifyAsync();

        var faults = string.Join('\n', report.Faults);
        Assert.All(
            ["稿件版本无法读出", "第 1 条的内容与其散列不符", "与存入时", "（他人，同意）与审计链第"],
            w => Assert.Contains(w, faults, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("稿件版本", report.Facts.Select(f => f.What));
    }

    [Fact]
    public async Task ASending_IsBoundToWhatItSent_AndEntriesOfBeforeNameTheRevisionBefore()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section");
        Given.Must(await given.DoAsync(id, "gongye.head", MoveKind.Return));
        await given.EditAsync(id, "gongye.editor", c => c.Title = "昌都市农牧业运行情况");
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Send));
        var sent = await given.ReadAsync(db => db.Revisions.OrderBy(r => r.Number).Select(r => r.Fingerprint).ToListAsync());
        Assert.Equal(
            sent,
            await given.ReadAsync(db =>
                db.Audit.Where(e => e.Action == "item.send").OrderBy(e => e.Seq).Select(e => e.Fingerprint).ToListAsync()
            )
        );

        // As the version before wrote them.
        await given.RewriteAsync(e => e.Action == "item.send" ? sent.TakeWhile(s => s != e.Fingerprint).LastOrDefault("") : e.Fingerprint);
        Assert.Empty((await given.Get<AuditVerifier>().VerifyAsync()).Faults);

        await given.TamperAsync("UPDATE Revisions SET SentAt = '2026-11-02 00:00:00' WHERE Number = 2");
        Assert.Contains(
            "送审）与审计链第",
            Assert.Single((await given.Get<AuditVerifier>().VerifyAsync()).Faults),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(
        "INSERT INTO Delegations (PrincipalId, DeputyId, Duty, \"From\", Until, ScanSha256) SELECT 1, 2, 'DeputyDirector', '2020-01-01', '2020-01-02', '{0}'",
        "号委托代签的委托书的文件 abababab"
    )]
    [InlineData("UPDATE ItemFiles SET Sha256 = '{0}' WHERE RevisionId IS NULL", "稿件 1 的文件 abababab")]
    [InlineData("UPDATE ItemFiles SET Sha256 = '{0}', Role = 'SignedPageScan' WHERE RevisionId IS NULL", "稿件 1 的文件 abababab")]
    public async Task AFileThatIsNotThere_IsNamedWhoeverRefersToIt(string change, string words)
    {
        await using var given = await Given.BureauAsync();
        await given.DraftAsync(RouteCodes.City);
        Assert.Empty((await given.Get<AuditVerifier>().VerifyAsync()).Faults);

        Assert.True(
            await given.TamperAsync(
                "PRAGMA foreign_keys = OFF; " + change.Replace("{0}", string.Concat(Enumerable.Repeat("ab", 32)), StringComparison.Ordinal)
            ) > 0
        );

        Assert.Contains(words, Assert.Single((await given.Get<AuditVerifier>().VerifyAsync()).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_SaysWhatIsInNoHash()
    {
        await using var given = await Given.BureauAsync();
        await given.ItemAsync(RouteCodes.City, "section");

        var reach = (await given.Get<AuditVerifier>().VerifyAsync()).Reach();

        Assert.Contains(
            reach,
            l => l.StartsWith("签署 ", StringComparison.Ordinal) && l.EndsWith("个，已与版本和审计链核对。", StringComparison.Ordinal)
        );
        var silent = Assert.Single(reach, l => l.Contains("没有写入散列", StringComparison.Ordinal));
        foreach (
            var kind in (string[])
                ["各环节审查的是否", "审查结论和选择", "意见", "暂停事由", "发布记录", "职责", "委托", "停查确认", "密码重置", "人员"]
        )
        {
            Assert.Contains(kind, silent, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("UPDATE BlobChunks SET Data = X'FE' || substr(Data, 2)")]
    [InlineData("DELETE FROM BlobChunks")]
    public async Task File_ThatIsNoLongerWhatWasStored_GoesToNobody(string change)
    {
        await using var given = await Given.BureauAsync();
        await given.ItemAsync(RouteCodes.City, "section");
        var sha = await given.ReadAsync(db => db.Blobs.Select(b => b.Sha256).FirstAsync());
        await using (Given.Must(await given.Get<BlobStore>().OpenReadAsync(sha))) { }

        await given.TamperAsync(change);

        Assert.Equal(new ContentIsDamaged(), (await given.Get<BlobStore>().OpenReadAsync(sha)).Problem);
    }
}
