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
    /// <summary>Appends the present head when it differs from the last anchored one; answers the head, or null while the chain is empty.</summary>
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
        await File.AppendAllTextAsync(file, string.Create(CultureInfo.InvariantCulture, $"{now:yyyy-MM-ddTHH:mm:ssZ} {head.Seq} {head.Hash}\n"), ct);
        return anchored;
    }

    /// <summary>All anchored heads, oldest first; a line that cannot be read is passed over only when it is the last (a cut write).</summary>
    public async Task<IReadOnlyList<AnchoredHead>> ReadAsync(CancellationToken ct = default)
    {
        if (!File.Exists(file))
        {
            return [];
        }
        var lines = await File.ReadAllLinesAsync(file, ct);
        var heads = new List<AnchoredHead>();
        foreach (var (line, i) in lines.Select((l, i) => (l, i)))
        {
            var parts = line.Split(' ');
            if (parts.Length == 3 && parts[2].Length == 64
                && DateTime.TryParse(parts[0], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var at)
                && long.TryParse(parts[1], CultureInfo.InvariantCulture, out var seq))
            {
                heads.Add(new AnchoredHead(at, seq, parts[2]));
            }
            else if (i < lines.Length - 1)
            {
                throw new InvalidDataException($"Line {i + 1} of the anchor file cannot be read.");
            }
        }
        return heads;
    }
}
