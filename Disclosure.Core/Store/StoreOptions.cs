namespace Disclosure.Core.Store;

/// <summary>Where the one store lies and how much of the machine it may use.</summary>
public sealed record StoreOptions
{
    /// <summary>Absolute folder of the database, its lock files and nothing else; created when missing.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Name of the database file inside <see cref="DataFolder"/>.</summary>
    public string FileName { get; init; } = "disclosure.db";

    /// <summary>Bytes that must stay free on the disk; uploads are refused below it, so that signatures can still be saved.</summary>
    public long FreeSpaceReserve { get; init; } = 2L << 30;

    /// <summary>Largest accepted file, in bytes.</summary>
    public long MaxUploadSize { get; init; } = 200L << 20;

    /// <summary>Upper bound of the database file in bytes, or null for none.</summary>
    public long? MaxStoreSize { get; init; }

    /// <summary>How long one writer waits for another process before it gives up; whole seconds.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a second start waits for a migration under way.</summary>
    public TimeSpan MigrationWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Files outside the store, or folders with some, that only a store once in use leaves behind: the anchor of the chain and the keys.
    /// </summary>
    public IReadOnlyList<string> Traces { get; init; } = [];

    /// <summary>Full path of the database file.</summary>
    public string FilePath => Path.Combine(DataFolder, FileName);

    /// <summary>
    /// Folder inside <see cref="DataFolder"/> in which files are handed to the examiner; emptied at every start and after every erasure.
    /// </summary>
    public string ExaminingFolder => Path.Combine(DataFolder, "examining");

    /// <summary>Bytes free on the disk of the data folder.</summary>
    public long FreeSpace()
    {
        var full = Path.GetFullPath(DataFolder);
        // Windows asks for the drive, elsewhere any path on the mounted disk will do.
        return new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(full)! : full).AvailableFreeSpace;
    }

    /// <summary>True when <paramref name="bytes"/> more would still leave the reserve free.</summary>
    public bool HasRoomFor(long bytes) => FreeSpace() - bytes >= FreeSpaceReserve;

    /// <summary>
    /// Creates the data folder, readable by the program's account alone where the system allows it; one that is there with wider rights is
    /// closed.
    /// </summary>
    public void EnsureFolder()
    {
        if (Directory.Exists(DataFolder))
        {
            PrivateFiles.CloseFolder(DataFolder);
            return;
        }
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(DataFolder);
            return;
        }
        Directory.CreateDirectory(DataFolder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
