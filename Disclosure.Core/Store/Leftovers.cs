using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Disclosure.Core.Store;

/// <summary>
/// Clears the data folder of copies that lie outside the store: files handed to the examiner, what a killed restore or backup left behind,
/// and erased content in backups and replaced stores kept in the folder. At every start and after every erasure; what is gone stays gone.
/// </summary>
public sealed partial class Leftovers(StoreOptions options)
{
    private static readonly byte[] Magic = "SQLite format 3\0"u8.ToArray();

    /// <summary>Clears; what another program holds open is cleared the next time.</summary>
    public async Task ClearAsync(CancellationToken ct = default)
    {
        if (!Directory.Exists(options.DataFolder))
        {
            return;
        }
        DropIncoming(options);
        foreach (var file in All().Where(f => Inside(options.ExaminingFolder, f) || Part().IsMatch(Path.GetFileName(f))).ToList())
        {
            Delete(file);
        }
        foreach (var copy in Copies().ToList())
        {
            await EraseInAsync(copy, ct);
        }
    }

    /// <summary>Deletes what a restore that did not come to its end has copied in; kept when it is the only store there is.</summary>
    internal static void DropIncoming(StoreOptions options)
    {
        if (!File.Exists(options.FilePath))
        {
            return;
        }
        foreach (var end in (string[])["", "-wal", "-shm", "-journal"])
        {
            Delete(Backup.Incoming(options) + end);
        }
    }

    private static bool Inside(string folder, string file) =>
        file.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private IEnumerable<string> All() => Directory.EnumerateFiles(options.DataFolder, "*", SearchOption.AllDirectories);

    private IEnumerable<string> Copies() =>
        All().Where(f => f != options.FilePath && f != Backup.Incoming(options) && !Inside(options.ExaminingFolder, f) && IsStore(f));

    private async Task EraseInAsync(string copy, CancellationToken ct)
    {
        try
        {
            await ErasureRecord.RepeatInAsync(options.FilePath, copy, ct);
        }
        catch (Exception e) when (e is SqliteException or IOException)
        {
            // Damaged, or no copy of this store: nothing can be opened through it by this program either.
        }
    }

    private static bool IsStore(string file)
    {
        try
        {
            using var content = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var head = new byte[Magic.Length];
            return content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.AsSpan().SequenceEqual(Magic);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void Delete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Windows keeps what is open; whoever holds it deletes it, or the next start does.
        }
    }

    // The name that a backup has until it is whole.
    [GeneratedRegex(@"\.[0-9a-f]{32}\.part(-wal|-shm|-journal)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
