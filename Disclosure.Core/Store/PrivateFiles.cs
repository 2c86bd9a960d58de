using System.Runtime.InteropServices;

namespace Disclosure.Core.Store;

/// <summary>
/// Files that only the account of the program may read, whatever the umask it was started with; on Windows the folder's own rights decide.
/// The database's log and journal, keys and log files are made by libraries that ask nobody for a mode, so the process itself is closed.
/// </summary>
public static class PrivateFiles
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const int OthersAndGroup = 0b111_111;
    private static int? before;

    /// <summary>From now on every file of this process is made for its owner alone. The first act of the program.</summary>
    public static void Begin()
    {
        if (!OperatingSystem.IsWindows())
        {
            // A second call would take the closed mask for the caller's.
            before ??= SetMask(OthersAndGroup);
        }
    }

    /// <summary>Takes the rights of group and others from the folder and everything in it; what belongs to somebody else is left.</summary>
    public static void CloseFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }
        Close(folder);
        // Links are not followed: what they lead to is not the program's.
        var inside = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            IgnoreInaccessible = true,
            AttributesToSkip = FileAttributes.ReparsePoint,
        };
        foreach (var entry in Directory.EnumerateFileSystemEntries(folder, "*", inside))
        {
            Close(entry);
        }
    }

    /// <summary>Takes the rights of group and others from one file or folder.</summary>
    public static void Close(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }
        try
        {
            var mode = File.GetUnixFileMode(path);
            if ((mode & ~Owner) != 0)
            {
                File.SetUnixFileMode(path, mode & Owner);
            }
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            // Another account's file, or gone meanwhile: not the program's to change.
        }
    }

    /// <summary>
    /// Gives a file or folder that is meant for others, such as a printed form, the rights that the caller's own umask gives.
    /// </summary>
    public static void Open(string path)
    {
        if (!OperatingSystem.IsWindows() && before is { } mask)
        {
            var all = Directory.Exists(path) ? 0b111_111_111 : 0b110_110_110;
            File.SetUnixFileMode(path, (UnixFileMode)(all & ~mask));
        }
    }

#pragma warning disable SYSLIB1054 // Source-generated P/Invoke would need unsafe code for no gain: the argument is a number.
    [DllImport("libc", EntryPoint = "umask", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetMask(int mask);
#pragma warning restore SYSLIB1054
}
