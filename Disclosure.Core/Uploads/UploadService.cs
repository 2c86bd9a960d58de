using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Files.Formats;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Uploads;

/// <summary>Begins and finishes uploads as the table of their kinds says.</summary>
public sealed class UploadService(Operations operations, BlobStore blobs, ItemNews news)
{
    /// <summary>Begins; answers the key of the upload.</summary>
    /// <param name="code">Code of the kind.</param>
    /// <param name="item">The item; 0 where it belongs to none.</param>
    /// <param name="name">Name of the file.</param>
    /// <param name="size">Bytes to come.</param>
    public async Task<Outcome<Guid>> BeginAsync(
        string code,
        int item,
        string name,
        long size,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        if (UploadKinds.Find(code) is not { } kind)
        {
            return new NotFound();
        }
        await using (var op = await operations.ReadAsync(by, now, ct))
        {
            if (await kind.RefusalAsync(op, item, name, size, ct) is { } refusal)
            {
                return refusal;
            }
        }
        return await blobs.StartAsync(name, size, by.StaffId, kind.Purpose(item), ct);
    }

    /// <summary>
    /// Takes in a small file that came whole in one request: as if it had been begun, sent and finished. What is refused leaves nothing
    /// behind.
    /// </summary>
    /// <param name="content">All of its bytes.</param>
    public async Task<Outcome<FinishedUpload>> BringAsync(
        string code,
        int item,
        string name,
        byte[] content,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        var begun = await BeginAsync(code, item, name, content.Length, by, now, ct);
        if (!begun.Ok)
        {
            return begun.Problem!;
        }
        var kept = await blobs.AppendAsync(begun.Value, by.StaffId, 0, new MemoryStream(content), ct);
        var finished = kept.Ok ? await FinishAsync(begun.Value, by, now, ct) : kept.Problem!;
        if (!finished.Ok)
        {
            _ = await blobs.AbortAsync(begun.Value, by.StaffId, CancellationToken.None);
        }
        return finished;
    }

    /// <summary>Finishes and links what has arrived; <see cref="NotFound"/> where its own page does that.</summary>
    public async Task<Outcome<FinishedUpload>> FinishAsync(Guid id, Actor by, DateTime now, CancellationToken ct = default)
    {
        var status = await blobs.StatusAsync(id, by.StaffId, ct);
        if (!status.Ok)
        {
            return status.Problem!;
        }
        if (UploadKinds.OfPurpose(status.Value.Purpose) is not ({ Link: { } link }, var item))
        {
            return new NotFound();
        }
        var finished = await blobs.FinishAsync<FinishedUpload>(
            id,
            by.StaffId,
            async (db, blob) =>
            {
                var name = FileTypes.Named(status.Value.Name, blob.Kind);
                var linked = await link(new Arrived(db, item, name, blob, by, now), ct);
                return linked.Ok ? new FinishedUpload(linked.Value, blob.Sha256, blob.Note ?? "") : linked.Problem!;
            },
            id,
            ct
        );
        if (finished.Ok && item != 0)
        {
            news.Tell(item);
        }
        return finished;
    }
}
