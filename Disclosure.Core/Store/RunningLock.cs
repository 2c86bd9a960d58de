using Disclosure.Core.Common;

namespace Disclosure.Core.Store;

/// <summary>Held by a server for its life, so that a second server or a restore on the same data folder is refused.</summary>
public sealed class RunningLock : IDisposable
{
    private readonly FileStream held;

    private RunningLock(FileStream held) => this.held = held;

    /// <summary>Takes the lock, or answers <see cref="AlreadyRunning"/>.</summary>
    public static Outcome<RunningLock> Take(StoreOptions options) =>
        FolderLock.TryTake(options, "running.lock") is { } held ? new RunningLock(held) : new AlreadyRunning();

    /// <inheritdoc/>
    public void Dispose() => held.Dispose();
}
