using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Archive;

/// <summary>Reads which items ended in a year, for whoever keeps the archive.</summary>
public sealed class ArchiveQueries(Operations operations)
{
    /// <summary>One page of a year; null for everybody who does not keep the archive.</summary>
    /// <param name="text">Part of title, number or index; empty for all.</param>
    /// <param name="retention">Only what is kept so long; null for all.</param>
    /// <param name="page">From 0; null for the whole year.</param>
    public async Task<ArchiveList?> PageAsync(
        int year,
        string text,
        Retention? retention,
        int? page,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        if (!ArchiveRules.MaySee(grants))
        {
            return null;
        }
        var (from, until) = ArchiveRules.Span(year);
        var files = db.ItemFiles;
        var readable = op.Items.AsNoTracking().Where(s => s.EndedAt != null && s.Number != null);
        var ofYear = readable.Where(s => s.EndedAt >= from && s.EndedAt < until);
        var forever = KindRules.KeptForever;
        var permanent = ofYear.Where(s => s.Kind != null && forever.Contains(s.Kind.Value));
        var found = retention switch
        {
            null => ofYear,
            Retention.Permanent => permanent,
            _ => ofYear.Where(s => !permanent.Any(p => p.Id == s.Id)),
        };
        if (text.Trim() is { Length: > 0 } part)
        {
            found = found.Where(s => s.Title.Contains(part) || s.Number!.Contains(part) || s.CatalogueIndex!.Contains(part));
        }
        var total = await found.CountAsync(ct);
        var ordered = found.OrderBy(s => s.EndedAt).ThenBy(s => s.Id).AsQueryable();
        if (page is { } p)
        {
            ordered = ordered.Skip(p * InboxQueries.PageSize).Take(InboxQueries.PageSize);
        }
        var rows = await RowsAsync(db, ordered, ct);
        var bytes = await files
            .Where(f => ofYear.Any(s => s.Id == f.SubmissionId && (f.RevisionId == null || f.RevisionId == s.RevisionId)))
            .SumAsync(f => f.Size, ct);
        var ends = await readable.Select(s => s.EndedAt!.Value).ToListAsync(ct);
        return new ArchiveList(
            [.. ends.Select(e => BureauTime.Day(e).Year).Append(year).Distinct().OrderDescending()],
            rows,
            total,
            await ofYear.CountAsync(ct),
            await permanent.CountAsync(ct),
            bytes
        );
    }

    /// <summary>One ended item, whatever year it ended in; nothing else of its year is read.</summary>
    public async Task<Outcome<ArchiveRow>> FindAsync(int id, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        if (!ArchiveRules.MaySee(grants) || !await op.MayReadAsync(id, ct))
        {
            return new NotFound();
        }
        return await RowsAsync(db, op.Items.AsNoTracking().Where(s => s.Id == id && s.EndedAt != null && s.Number != null), ct) is [var row]
            ? row
            : new NotEndedYet();
    }

    private static async Task<IReadOnlyList<ArchiveRow>> RowsAsync(DisclosureDb db, IQueryable<Submission> items, CancellationToken ct)
    {
        var (revisions, files, units) = (db.Revisions, db.ItemFiles, db.Units);
        var found = await items
            .Select(s => new
            {
                s.Id,
                s.Number,
                s.Title,
                Unit = units.First(u => u.Id == s.UnitId).Name,
                s.CatalogueIndex,
                s.State,
                s.EndedAt,
                Json = revisions.First(r => r.Id == s.RevisionId).ContentJson,
                Bytes = files.Where(f => f.SubmissionId == s.Id && (f.RevisionId == null || f.RevisionId == s.RevisionId)).Sum(f => f.Size),
            })
            .ToListAsync(ct);
        return
        [
            .. found.Select(r =>
            {
                var kind = ItemContent.FromJson(r.Json).Kind;
                return new ArchiveRow(
                    r.Id,
                    r.Number!,
                    r.Title,
                    r.Unit,
                    r.CatalogueIndex ?? "",
                    kind,
                    r.State,
                    r.EndedAt!.Value,
                    ArchiveRules.Of(kind),
                    r.State == ItemState.Stopped,
                    r.Bytes
                );
            }),
        ];
    }
}
