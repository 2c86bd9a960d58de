using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Files.Formats;
using Disclosure.Core.Store;

namespace Disclosure.Core.Uploads;

/// <summary>How long bytes that came in are kept.</summary>
public enum UploadKeeping
{
    /// <summary>As long as the item; a stop for secrecy erases them, unfinished ones included.</summary>
    WithItem,

    /// <summary>As long as the record that names them.</summary>
    WithRecord,

    /// <summary>Until they have been compared; nothing refers to them afterwards.</summary>
    UntilCompared,
}

/// <summary>A finished upload as its page is told of it; FileId is 0 where it belongs to no item.</summary>
public sealed record FinishedUpload(int FileId, string Sha256, string Note);

/// <summary>A kind of upload: what is brought, under whom, by whom, how large, of which types, and how long it is kept.</summary>
/// <param name="Code">What an address calls it.</param>
/// <param name="Name">What is brought.</param>
/// <param name="WhoMay">Who may bring it, in words; <see cref="MayBring"/> says the same to the program.</param>
public sealed record UploadKind(string Code, string Name, string WhoMay)
{
    /// <summary>
    /// What an upload is kept under until it is finished, by key of the item; the same for every key where it belongs to no item.
    /// </summary>
    public required Func<int, string> Purpose { get; init; }

    /// <summary>How long it is kept.</summary>
    public required UploadKeeping Keeping { get; init; }

    /// <summary>Types its page offers.</summary>
    public IReadOnlyList<FileType> Types { get; init; } = FileTypes.Incoming;

    /// <summary>
    /// What is said of another type before the first byte; null where the store's own list decides, or whoever takes it in says so.
    /// </summary>
    public Problem? OtherType { get; init; }

    /// <summary>Most bytes, with what is said of more; null for the limit of the store.</summary>
    public (long Bytes, Problem Larger)? Most { get; init; }

    /// <summary>False where the page brings it over its own circuit and the address refuses it.</summary>
    public bool ByAddress { get; init; } = true;

    /// <summary>Why the person may not bring it for the item, or null.</summary>
    public required Func<Operation, int, CancellationToken, Task<Problem?>> MayBring { get; init; }

    /// <summary>
    /// Links the finished content inside the transaction that finishes it; null where its own page finishes it, after it has been read.
    /// </summary>
    internal Func<Arrived, CancellationToken, Task<Outcome<int>>>? Link { get; init; }

    /// <summary>
    /// Why an upload may not begin, or null; asked before the first byte, so that nobody waits for 200 MB to be refused, and again when it
    /// is linked.
    /// </summary>
    internal async Task<Problem?> RefusalAsync(Operation op, int item, string name, long size, CancellationToken ct)
    {
        if (!ByAddress)
        {
            return new NotFound();
        }
        return await MayBring(op, item, ct)
            ?? (Most is var (bytes, larger) && size > bytes ? larger : null)
            ?? (FileTypes.Of(name) is { ComesIn: true } type && !Types.Contains(type) ? OtherType : null);
    }
}

/// <summary>What has arrived, inside the transaction that finishes it.</summary>
/// <param name="Item">Key of the item; 0 where it belongs to none.</param>
internal sealed record Arrived(DisclosureDb Db, int Item, string Name, StoredBlob Blob, Actor By, DateTime Now);
