using Disclosure.Core.Approval;
using Disclosure.Core.Audit;
using Disclosure.Core.Review;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Audit;

/// <summary>What an erasure took away is no change behind the program's back, and what somebody took away is no erasure.</summary>
public sealed class ErasedFactsTests
{
    [Fact]
    public async Task ATakeDownThatWasStopped_IsWhole_AndAnotherTextInItsPlaceIsNamed()
    {
        await using var given = await Given.BureauAsync();
        var takeDown = await given.AmendAsync(await given.PublishedAsync(), AmendmentKind.TakeDown);
        await given.WalkAsync(takeDown, "office");
        Given.Must(await given.DoAsync(takeDown, "office.1", MoveKind.Stop));

        Assert.Empty(await FaultsAsync(given));

        await given.TamperAsync($"UPDATE Revisions SET ContentJson = replace(ContentJson, '清除', '改写') WHERE SubmissionId = {takeDown}");
        Assert.Contains($"稿件 {takeDown} 版本 1 的内容与其校验码不符", Assert.Single(await FaultsAsync(given)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATakeDownWhoseSecretPartWentOut_IsWhole()
    {
        await using var given = await Given.BureauAsync();
        var takeDown = await given.AmendAsync(await given.PublishedAsync(), AmendmentKind.TakeDown);
        await given.WalkAsync(takeDown, "office");
        Given.Must(await SecretPartAsync(given, takeDown));

        Assert.Empty(await FaultsAsync(given));
    }

    [Fact]
    public async Task OneFileRenamed_FreesNoRevision_WhateverHoldTheItemHad()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City);
        await given.UploadAsync(id, "附件.txt", "附件的内容", "gongye.editor");
        await given.WalkAsync(id, "office");
        Given.Must(
            await given.HoldAsync(
                id,
                "office.1",
                HoldKind.Redaction,
                "",
                Given.AllNo,
                new() { Matters = [RedactedMatter.Respondent] },
                OfficeFinding.DiscloseInPart
            )
        );
        Assert.Empty(await FaultsAsync(given));

        await given.TamperAsync("UPDATE Revisions SET ContentJson = replace(ContentJson, '工业', '农业')");
        foreach (var which in (string[])["Name = '附件.txt'", "TRUE"])
        {
            Assert.True(await given.TamperAsync($"UPDATE ItemFiles SET Name = '（已清除）' WHERE RevisionId IS NOT NULL AND {which}") > 0);
            Assert.Contains($"稿件 {id} 版本 1 的内容与其校验码不符", Assert.Single(await FaultsAsync(given)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task AnErasure_FreesNoRevisionThatCameAfterIt()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        Given.Must(await SecretPartAsync(given, id));
        Given.Must(await given.EnterAsync(id, "gongye.editor", Given.Processed));
        await given.UploadAsync(id, "处理后的版本.txt", "不含涉密内容的版本", "gongye.editor");
        await given.EditAsync(id, "gongye.editor", Given.Complete);
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Send));
        Assert.Empty(await FaultsAsync(given));

        await given.TamperAsync("UPDATE ItemFiles SET Name = '（已清除）'");

        Assert.Contains($"稿件 {id} 版本 2 的内容与其校验码不符", Assert.Single(await FaultsAsync(given)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'2026-11-02 01:00:30'", "审计链没有这次清除的记录")]
    // At the moment of a stop, but of an item that never had the file.
    [InlineData("(SELECT At FROM Audit WHERE Action = 'item.stop')", "审计链没有这次清除的记录")]
    public async Task BytesThatSomebodyDeleted_AreNoErasure(string at, string words)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section");
        Given.Must(await given.DoAsync(await given.ItemAsync(RouteCodes.City, "office"), "office.1", MoveKind.Stop));
        Assert.Empty(await FaultsAsync(given));
        var blob = $"SELECT Sha256 FROM ItemFiles WHERE SubmissionId = {id}";

        await given.TamperAsync(
            $"DELETE FROM BlobChunks WHERE ChunkSet IN (SELECT ChunkSet FROM Blobs WHERE Sha256 IN ({blob})); UPDATE Blobs SET ErasedAt = {at}, EraseReason = '属于国家秘密' WHERE Sha256 IN ({blob})"
        );

        Assert.Contains(words, Assert.Single(await FaultsAsync(given)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryWayContentIsErased_IsExplainedByTheChain()
    {
        await using var given = await Given.BureauAsync();
        // Taken out of the draft again, sent and stopped; a secret part; given up by the office for another item.
        var stopped = await given.DraftAsync(RouteCodes.City);
        var taken = await given.UploadAsync(stopped, "又删去的.txt", "又删去的内容", "gongye.editor");
        Given.Must(await given.Get<DraftService>().RemoveFileAsync(stopped, taken, given.By("gongye.editor"), given.Now));
        await given.WalkAsync(stopped, "office");
        Given.Must(await given.DoAsync(stopped, "office.1", MoveKind.Stop));
        Given.Must(await SecretPartAsync(given, await given.ItemAsync(RouteCodes.City, "office")));
        await given.DraftAsync(RouteCodes.City, body: "两件稿件里相同的内容");
        var twin = await given.DraftAsync(RouteCodes.County, body: "两件稿件里相同的内容");
        Given.Must(await given.DoAsync(twin, "karuo.editor", MoveKind.Stop));
        await given.ConfirmAllAsync();

        Assert.Empty(await FaultsAsync(given));
        Assert.Equal(4, await given.ReadAsync(db => db.Blobs.CountAsync(b => b.ErasedAt != null)));
    }

    [Fact]
    public async Task AfterARestoreThatRepeatedAnErasure_TheVerifierSaysWhereToLook()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        var copy = Path.Combine(given.Options.DataFolder, "昨天.db");
        Given.Must(await given.Get<Backup>().SaveAsync(copy));
        Given.Must(await given.DoAsync(id, "office.1", MoveKind.Stop));
        Given.Must(await given.Get<Backup>().RestoreAsync(copy, given.Now));

        Assert.Contains("库如由更早的备份恢复，请与留存的原库核对", Assert.Single(await FaultsAsync(given)), StringComparison.Ordinal);
    }

    private static Task<Disclosure.Core.Common.Outcome<Move>> SecretPartAsync(Given given, int id) =>
        given.HoldAsync(
            id,
            "office.1",
            HoldKind.Redaction,
            "",
            Given.AllNo,
            new() { Matters = [RedactedMatter.StateSecret] },
            OfficeFinding.DiscloseInPart
        );

    private static async Task<IReadOnlyList<string>> FaultsAsync(Given given) => (await given.Get<AuditVerifier>().VerifyAsync()).Faults;
}
