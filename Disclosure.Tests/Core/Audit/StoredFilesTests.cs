using Disclosure.Core.Audit;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Audit;

/// <summary>The verifier reads files of every length and counts what it has read.</summary>
public sealed class StoredFilesTests
{
    [Fact]
    public async Task AFileOfSeveralChunks_IsReadInItsOrder_AndAllBytesAreCounted()
    {
        await using var given = await Given.BureauAsync();
        var long1 = string.Concat(Enumerable.Range(0, BlobStore.ChunkSize / 4).Select(i => $"{i:00000000}\n"));
        var id = await given.DraftAsync(RouteCodes.City);
        await given.UploadAsync(id, "长表.csv", long1, "gongye.editor");
        Assert.True(long1.Length > 2 * BlobStore.ChunkSize);
        var all = await given.ReadAsync(db => db.Blobs.SumAsync(b => b.Size));

        // As a store that was filled from several places would hold them: the rows of a later chunk before those of an earlier one.
        await given.TamperAsync(
            "CREATE TEMP TABLE Moved AS SELECT * FROM BlobChunks ORDER BY Start DESC; DELETE FROM BlobChunks; "
                + "INSERT INTO BlobChunks SELECT * FROM Moved;"
        );
        var (faults, read) = await VerifyAsync(given);

        Assert.Empty(faults);
        Assert.Equal(all, read.Bytes);
        Assert.True(read.Bytes > long1.Length);
    }

    [Fact]
    public async Task AFault_NamesItsFileByTheBeginningOfItsHash()
    {
        await using var given = await Given.BureauAsync();
        await given.DraftAsync(RouteCodes.City);
        var sha = await given.ReadAsync(db => db.Blobs.OrderByDescending(b => b.StoredAt).Select(b => b.Sha256).FirstAsync());
        await given.TamperAsync($"UPDATE Blobs SET Size = 7 WHERE Sha256 = '{sha}'");

        Assert.StartsWith($"文件 {sha[..16]} 的内容（", Assert.Single((await VerifyAsync(given)).Faults), StringComparison.Ordinal);
    }

    private static async Task<(List<string> Faults, CheckedFacts Read)> VerifyAsync(Given given)
    {
        var faults = new List<string>();
        var read = await given.ReadAsync(db => new StoredFiles().VerifyAsync(db, faults.Add, default));
        return (faults, read);
    }
}
