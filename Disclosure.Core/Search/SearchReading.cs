using System.Text;
using Disclosure.Core.Approval;
using Disclosure.Core.Files.Reading;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Search;

/// <summary>What is searched of one item, and the state it was read from.</summary>
/// <param name="Before">State the index had then.</param>
internal sealed record SearchEntry(SearchState State, SearchState? Before, IReadOnlyDictionary<SearchPlace, string?> Texts);

/// <summary>
/// Reads what is searched of an item: what its page shows. That is the draft while it is with the editor and otherwise the revision under
/// review; the words of older revisions are not found any more.
/// </summary>
public sealed class SearchReading(IDbContextFactory<DisclosureDb> contexts, BlobStore blobs)
{
    /// <summary>Characters of the files of one item that are searched; what lies beyond is left.</summary>
    public const int MostCharacters = 300_000;

    // Changes when the reading below does, so that the next start reads everything again.
    private const string Stamp = """
        '2.' || s.Version || '.' || s.DraftVersion || '.' || coalesce(s.RevisionId, 0) || '.' || coalesce(s.CatalogueIndex, '')
        || '.' || (SELECT coalesce(max(g.Id), 0) FROM Signatures g WHERE g.SubmissionId = s.Id)
        || '.' || (SELECT count(*) || '.' || coalesce(max(f.Id), 0) FROM ItemFiles f WHERE f.SubmissionId = s.Id)
        || '.' || (SELECT count(*) || '.' || count(w.Decision) FROM Withdrawals w WHERE w.Holder = 'Item' AND w.HolderKey = s.Id)
        """;

    /// <summary>Asks for the keys of items that are not in the index as they are now.</summary>
    /// <param name="which">Condition on s, or empty for all.</param>
    internal static string Outdated(string which) =>
        $"SELECT s.Id AS Value FROM Submissions s LEFT JOIN SearchItems i ON i.ItemId = s.Id WHERE (i.Stamp IS NULL OR i.Stamp <> ({Stamp})){(which.Length > 0 ? $" AND {which}" : "")} ORDER BY s.Id DESC";

    /// <summary>State of an item as it is now; null when there is none.</summary>
    internal static Task<string?> StampAsync(DisclosureDb db, int itemId, CancellationToken ct) =>
        db.Database.SqlQueryRaw<string?>($"SELECT {Stamp} AS Value FROM Submissions s WHERE s.Id = {{0}}", itemId).FirstOrDefaultAsync(ct);

    /// <summary>Reads one item; null when there is none any more.</summary>
    internal async Task<SearchEntry?> ReadAsync(int itemId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        // First the state: what changes while the rest is read shows when it is written.
        if (
            await StampAsync(db, itemId, ct) is not { } stamp
            || await db.Submissions.FirstOrDefaultAsync(s => s.Id == itemId, ct) is not { } item
        )
        {
            return null;
        }
        var revision = item.WithEditor ? null : await db.Revisions.FirstOrDefaultAsync(r => r.Id == item.RevisionId, ct);
        var content = revision?.Content ?? item.Draft;
        var revisionId = revision?.Id;
        var files = await db
            .ItemFiles.Where(f =>
                f.SubmissionId == itemId && f.RevisionId == revisionId && (f.Role == FileRole.Body || f.Role == FileRole.Attachment)
            )
            .OrderBy(f => f.Order)
            .ToListAsync(ct);
        var state = new SearchState(itemId, stamp, string.Join(',', files.Select(f => $"{f.Sha256}:{f.Name}")));
        var before = await SearchIndex.StateAsync(db, itemId, ct);
        var signatures = await db.Signatures.Where(s => s.SubmissionId == itemId).OrderBy(s => s.Id).ToListAsync(ct);
        var people = content
            .Bylines.Select(b => b.Name.Trim())
            .Concat(signatures.SelectMany(s => (string[])[s.StaffName, s.ActingForName]))
            .Where(n => n.Length > 0)
            .Distinct()
            .ToList();
        return new SearchEntry(
            state,
            before,
            new Dictionary<SearchPlace, string?>
            {
                [SearchPlace.Number] = Joined([item.Number ?? "", item.CatalogueIndex ?? ""]),
                [SearchPlace.Title] = content.Title.Trim(),
                [SearchPlace.Summary] = content.Summary.Trim(),
                [SearchPlace.People] = Joined(people),
                [SearchPlace.Opinion] = Joined(signatures.SelectMany(s => (string[])[s.Text, s.Particulars.FindingBasis]).Distinct()),
                // Files are read once, not with every saving of the draft.
                [SearchPlace.Body] = before?.Files == state.Files ? null : await TextAsync(files, ct),
                [SearchPlace.TitleInitials] = Pinyin.Of(content.Title),
                [SearchPlace.PeopleInitials] = Pinyin.OfNames(people),
            }
        );
    }

    private static string Joined(IEnumerable<string> parts) =>
        string.Join(SearchText.Gap, parts.Select(p => p.Trim()).Where(p => p.Length > 0));

    private async Task<string> TextAsync(List<ItemFile> files, CancellationToken ct)
    {
        var text = new StringBuilder();
        foreach (var file in files)
        {
            text.Append(text.Length > 0 ? SearchText.Gap : "").Append(file.Name).Append(SearchText.Gap);
            // Before it is opened: opening reads the whole file.
            if (text.Length >= MostCharacters)
            {
                continue;
            }
            var opened = await blobs.OpenReadAsync(file.Sha256, Holder.Item(file.SubmissionId), ct);
            if (!opened.Ok)
            {
                continue;
            }
            await using var bytes = opened.Value;
            var read = await FileReading.ReadAsync(file.Name, bytes, ReadingLimits.Usual with { Characters = MostCharacters }, ct);
            text.Append(read.Ok ? read.Value.Text : "");
        }
        return text.Length > MostCharacters ? text.ToString(0, MostCharacters) : text.ToString();
    }
}
