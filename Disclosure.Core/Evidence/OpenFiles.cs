using Disclosure.Core.Audit;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Evidence;

/// <summary>Opens a file of an item for somebody who looks at its text; of an unpublished item that is written down first.</summary>
public sealed class OpenFiles(IEvidenceItems items, BlobStore blobs, WriteGate store)
{
    /// <summary>What the audit trail calls it; the trace of an item tells by it when each signer opened the text.</summary>
    public const string Looked = "file.preview";

    /// <summary>What it calls a file that is taken away to be read elsewhere.</summary>
    public const string TakenAway = "file.read";

    /// <summary>Both: somebody had the words of a file before them.</summary>
    internal static readonly string[] Opened = [Looked, TakenAway];

    /// <summary>True when an entry of either kind is about these very bytes; the entry ends with their check digits.</summary>
    internal static bool IsOf(string detail, string sha256) => detail.EndsWith(Fingerprint.Short(sha256), StringComparison.Ordinal);

    /// <summary>The file and its bytes.</summary>
    internal async Task<Outcome<(ReadableFile File, Stream Content)>> OpenAsync(int fileId, Actor by, DateTime now, CancellationToken ct)
    {
        if (await items.FileAsync(fileId, by, now, ct) is not { } found)
        {
            return new NotFound();
        }
        var bytes = await blobs.OpenReadAsync(found.Sha256, Holder.Item(found.SubmissionId), ct);
        if (!bytes.Ok)
        {
            return bytes.Problem!;
        }
        if (!found.Published && await NoteAsync(found, by, now, ct) is { Ok: false } refused)
        {
            await bytes.Value.DisposeAsync();
            return refused.Problem!;
        }
        return (found, bytes.Value);
    }

    /// <summary>
    /// The bytes of an earlier version, for somebody who has opened the present one; null when they are closed to reading.
    /// </summary>
    internal async Task<Stream?> EarlierAsync(int submissionId, string sha256, CancellationToken ct)
    {
        var bytes = await blobs.OpenReadAsync(sha256, Holder.Item(submissionId), ct);
        return bytes.Ok ? bytes.Value : null;
    }

    private Task<Outcome<Done>> NoteAsync(ReadableFile found, Actor by, DateTime now, CancellationToken ct) =>
        store.WriteAsync<Done>(
            async db =>
            {
                await AuditTrail.AppendAsync(
                    db,
                    new AuditFact(by, Looked, $"预览未发布稿件的文件，校验码 {Fingerprint.Short(found.Sha256)}", now)
                    {
                        SubmissionId = found.SubmissionId,
                    }
                );
                return Done.It;
            },
            null,
            ct
        );
}
