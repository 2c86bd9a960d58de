namespace Disclosure.Core.Store;

/// <summary>
/// A lock file beside the store, held by the operating system for this process: it falls with the process, however that ends.
/// </summary>
internal static class FolderLock
{
    /// <summary>The held lock, or null when someone else holds it. The file itself stays: deleting it would let two holders in.</summary>
    public static FileStream? TryTake(StoreOptions options, string suffix)
    {
        if (!Directory.Exists(options.DataFolder))
        {
            options.EnsureFolder();
        }
        try
        {
            return new FileStream(Path.Combine(options.DataFolder, suffix), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
