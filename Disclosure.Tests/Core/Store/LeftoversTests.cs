using Disclosure.Core.Approval;
using Disclosure.Core.Search;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Core.Files.Formats;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Store;

/// <summary>Nothing erased lies in the data folder afterwards, whatever was killed when.</summary>
public sealed class LeftoversTests
{
    private const string Secret = "不得留在数据文件夹里的内容甲乙丙";

    [Fact]
    public async Task AfterAnErasure_NothingOfItLiesAnywhereInTheDataFolder()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, body: Secret);
        await given.Get<SearchService>().CatchUpAsync();
        await LeaveAsync(given);
        Assert.True(await given.FolderHoldsAsync(Secret));

        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Stop));

        Assert.False(await given.FolderHoldsAsync(Secret));
        Assert.False(Directory.Exists(given.Options.ExaminingFolder) && Directory.EnumerateFiles(given.Options.ExaminingFolder).Any());
        Assert.Empty(Directory.GetFiles(given.Options.DataFolder, "*.part", SearchOption.AllDirectories));
        Assert.False(File.Exists(given.Options.FilePath + ".incoming"));
    }

    [Fact]
    public async Task WhatAKillLeftBehind_IsClearedByTheNextStart()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, body: Secret);
        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Stop));
        // As if it had been killed between the erasure and its clearing.
        await LeaveAsync(given);
        Assert.True(await given.FolderHoldsAsync(Secret));

        await given.Get<Leftovers>().ClearAsync();

        Assert.False(await given.FolderHoldsAsync(Secret));
    }

    [Fact]
    public async Task ABackupKeptInTheFolder_StaysABackup_WithoutWhatWasErased()
    {
        await using var given = await Given.BureauAsync();
        var kept = await given.DraftAsync(RouteCodes.City, body: "可以留下的内容");
        var id = await given.DraftAsync(RouteCodes.City, body: Secret);
        var copy = Path.Combine(given.Options.DataFolder, "备份", "昨天.db");
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        Given.Must(await given.Get<Backup>().SaveAsync(copy));

        Given.Must(await given.DoAsync(id, "gongye.editor", MoveKind.Stop));

        Assert.False(await given.FolderHoldsAsync(Secret));
        Assert.Equal([copy], Directory.GetFiles(Path.GetDirectoryName(copy)!));
        Given.Must(await given.Get<Backup>().RestoreAsync(copy, given.Now));
        var sha = await given.ReadAsync(db => db.ItemFiles.Where(f => f.SubmissionId == kept).Select(f => f.Sha256).FirstAsync());
        Assert.True((await given.Get<BlobStore>().OpenReadAsync(sha, Holder.Item(kept))).Ok);
    }

    [Fact]
    public async Task WhereAKilledRestoreLeftTheOnlyStore_NothingIsDeleted()
    {
        await using var store = TestStore.WithoutTables();
        await File.WriteAllTextAsync(store.Options.FilePath + ".incoming", "");
        await store.Get<Leftovers>().ClearAsync();
        Assert.True(File.Exists(store.Options.FilePath + ".incoming"));
    }

    [Fact]
    public async Task CancellingAnUpload_LeavesFinishedContentOfOthersAlone()
    {
        await using var store = await TestStore.CreateAsync();
        var text = SampleFiles.Text(2_000);
        var id = (await store.Blobs.StartAsync("公报.txt", text.Length, 1, "test")).Value;
        await store.Blobs.AppendAsync(id, 1, 0, new MemoryStream(text));
        var sha = (await store.Blobs.FinishAsync(id, 1)).Value.Sha256;
        await store.GivenAsync(db => BlobStore.DropUploadAsync(db, id));
        await using var bytes = (await store.Blobs.OpenReadAsync(sha)).Value;
        using var all = new MemoryStream();
        await bytes.CopyToAsync(all);
        Assert.Equal(text, all.ToArray());
    }

    // What kills leave: a copy for the examiner, half a backup, half a restore, a store that a restore replaced.
    private static async Task LeaveAsync(Given given)
    {
        Directory.CreateDirectory(given.Options.ExaminingFolder);
        await File.WriteAllTextAsync(Path.Combine(given.Options.ExaminingFolder, $"{Guid.NewGuid():N}.examining"), Secret);
        await File.WriteAllTextAsync(Path.Combine(given.Options.DataFolder, $"备份.db.{Guid.NewGuid():N}.part"), Secret);
        foreach (var end in (string[])["", "-wal", "-shm"])
        {
            await File.WriteAllTextAsync(given.Options.FilePath + ".incoming" + end, Secret);
        }
    }
}
