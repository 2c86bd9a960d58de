using System.Globalization;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Audit;

/// <summary>A head of the chain as it was at a moment.</summary>
public sealed record AnchoredHead(DateTime At, long Seq, string Hash);

/// <summary>
/// Keeps heads of the chain in a text file outside the store, because a chain alone shows neither a cut tail nor a rewritten whole.
/// One line a head: UTC time, position, hash, separated by blanks. The file is only ever appended to.
/// </summary>
public sealed class AuditAnchor(IDbContextFactory<DisclosureDb> contexts, string file)
{
    // Closes a line that a power failure cut, so that the next head stands on a line of its own and nothing is taken away.
    private const string Unfinished = " (unfinished)\n";

    /// <summary>
    /// Appends the present head when it differs from the last anchored one; answers the head, or null while the chain is empty.
    /// </summary>
    public async Task<AnchoredHead?> AnchorAsync(DateTime now, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var head = await db.Audit.AsNoTracking().OrderByDescending(e => e.Seq).Select(e => new { e.Seq, e.Hash }).FirstOrDefaultAsync(ct);
        if (head is null)
        {
            return null;
        }
        var anchored = new AnchoredHead(now, head.Seq, head.Hash);
        if (await ReadAsync(ct) is [.., var last] && last.Seq == head.Seq && last.Hash == head.Hash)
        {
            return last;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var line = string.Create(CultureInfo.InvariantCulture, $"{now:yyyy-MM-ddTHH:mm:ssZ} {head.Seq} {head.Hash}\n");
        await File.AppendAllTextAsync(file, await EndsWholeAsync(ct) ? line : Unfinished + line, ct);
        // It may lie outside the data folder.
        PrivateFiles.Close(file);
        return anchored;
    }

    /// <summary>All anchored heads, oldest first; lines that cannot be read are passed over.</summary>
    public async Task<IReadOnlyList<AnchoredHead>> ReadAsync(CancellationToken ct = default) =>
        [.. (await LinesAsync(ct)).Select(Head).OfType<AnchoredHead>()];

    /// <summary>Numbers, from 1, of lines that cannot be read and are no write cut short: somebody has been at the file.</summary>
    public async Task<IReadOnlyList<int>> UnreadableLinesAsync(CancellationToken ct = default)
    {
        var lines = await LinesAsync(ct);
        return
        [
            .. Enumerable
                .Range(1, lines.Length)
                .Where(n =>
                    Head(lines[n - 1]) is null && n < lines.Length && !lines[n - 1].EndsWith(Unfinished.TrimEnd(), StringComparison.Ordinal)
                ),
        ];
    }

    private static AnchoredHead? Head(string line) =>
        line.Split(' ') is [var time, var place, { Length: 64 } hash]
        && DateTime.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var at)
        && long.TryParse(place, CultureInfo.InvariantCulture, out var seq)
            ? new AnchoredHead(at, seq, hash)
            : null;

    private async Task<string[]> LinesAsync(CancellationToken ct) => File.Exists(file) ? await File.ReadAllLinesAsync(file, ct) : [];

    /// <summary>False when the last write was cut, by a power failure say, and its line never ended.</summary>
    private async Task<bool> EndsWholeAsync(CancellationToken ct)
    {
        if (!File.Exists(file))
        {
            return true;
        }
        await using var content = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var last = new byte[1];
        content.Seek(-Math.Min(1, content.Length), SeekOrigin.End);
        return await content.ReadAsync(last, ct) == 0 || last[0] == (byte)'\n';
    }
}
