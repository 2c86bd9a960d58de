using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Examiner;
using Disclosure.Core.Files.Reading;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Evidence;

/// <summary>
/// Reads a file as a text for the page of its item, in any format that the examiner reads, and marks what is new in it since the reader
/// looked last.
/// </summary>
public sealed class FileTexts(OpenFiles files, Operations operations)
{
    /// <summary>Paragraphs and rows shown at once.</summary>
    public const int Window = 200;

    // A longer file is for the preview by parts; nobody reads more on the page of its item.
    private const int Most = 20_000;

    /// <summary>Reads a stretch.</summary>
    /// <param name="from">Blocks to pass over.</param>
    /// <param name="at">Part and line that must be among those shown, in place of <paramref name="from"/>.</param>
    public async Task<Outcome<ReadableText>> ReadAsync(
        int fileId,
        int from,
        (string Part, int? Line)? at,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        var opened = await files.OpenAsync(fileId, by, now, ct);
        if (!opened.Ok)
        {
            return opened.Problem!;
        }
        var found = opened.Value.File;
        await using var content = opened.Value.Content;
        var looked = await BaseAsync(fileId, by, now, ct);
        var (sink, refused) = await TextAsync(found.Name, content, ct);
        var blocks = sink.Blocks;
        TextBase? against = null;
        if (looked is { } earlier && await files.EarlierAsync(found.SubmissionId, earlier.Sha256, ct) is { } old)
        {
            await using (old)
            {
                (blocks, var changes) =
                    earlier.Sha256 == found.Sha256 ? (blocks, 0) : Marked((await TextAsync(earlier.Name, old, ct)).Sink.Blocks, blocks);
                against = new TextBase(earlier.Revision, earlier.LastSeen, changes);
            }
        }
        if (at is { } place && Find(blocks, place) is > 0 and var index)
        {
            from = Math.Max(0, index - (Window / 4));
        }
        return new ReadableText(
            found.SubmissionId,
            fileId,
            found.Name,
            [.. blocks.Skip(from).Take(Window)],
            from,
            blocks.Count,
            sink.Unread,
            blocks.Count == 0 ? refused ?? "文件里没有文字" : null,
            []
        )
        {
            Base = against,
        };
    }

    private static int Find(IReadOnlyList<TextBlock> blocks, (string Part, int? Line) place)
    {
        var lines = blocks.Select((block, index) => (block, index)).Where(b => b.block.Part == place.Part).ToList();
        var exact = lines.Find(b => place.Line is null || b.block.Line == place.Line);
        return exact.block is null ? lines.FirstOrDefault().index : exact.index;
    }

    private static async Task<(TextSink Sink, string? Refused)> TextAsync(string name, Stream content, CancellationToken ct)
    {
        var sink = new TextSink(Most);
        using var timed = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timed.CancelAfter(EvidencePreview.Limits.Time);
        try
        {
            var coverage = await new NestedFileReader(sink, EvidencePreview.Limits, timed.Token).ReadAsync(name, content, [], ct);
            return (sink, coverage.Refused);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return (sink, null);
        }
        finally
        {
            sink.Close();
        }
    }

    private static (IReadOnlyList<TextBlock> Blocks, int? Changes) Marked(IReadOnlyList<TextBlock> before, IReadOnlyList<TextBlock> now)
    {
        if (ParagraphChanges.Between([.. before.Select(b => b.Text)], [.. now.Select(b => b.Text)]) is not { } changes)
        {
            return (now, null);
        }
        var (marked, old, next) = (new List<TextBlock>(), 0, 0);
        foreach (var (change, _) in changes)
        {
            marked.Add((change == ParagraphChange.Removed ? before[old] : now[next]) with { Change = change });
            old += change == ParagraphChange.Added ? 0 : 1;
            next += change == ParagraphChange.Removed ? 0 : 1;
        }
        return (marked, changes.Count(c => c.Change != ParagraphChange.Same));
    }

    // The version the reader saw last, where that is an earlier one; else the one sent before the present.
    private async Task<(int Revision, bool LastSeen, string Sha256, string Name)?> BaseAsync(
        int fileId,
        Actor by,
        DateTime now,
        CancellationToken ct
    )
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var db = op.Db;
        if (await db.ItemFiles.AsNoTracking().FirstOrDefaultAsync(f => f.Id == fileId, ct) is not { } file)
        {
            return null;
        }
        var revisions = await db
            .Revisions.Where(r => r.SubmissionId == file.SubmissionId)
            .OrderByDescending(r => r.Number)
            .Select(r => new { r.Id, r.Number })
            .ToListAsync(ct);
        // Without a version of its own it is the draft: everything sent lies before it.
        var own = revisions.FirstOrDefault(r => r.Id == file.RevisionId);
        var before = revisions.Where(r => own is null || r.Number < own.Number).ToList();
        if (before.Count == 0)
        {
            return null;
        }
        var opened = await db
            .Audit.Where(e => e.SubmissionId == file.SubmissionId && e.StaffId == by.StaffId && OpenFiles.Opened.Contains(e.Action))
            .Select(e => e.Detail)
            .ToListAsync(ct);
        var files = await db
            .ItemFiles.AsNoTracking()
            .Where(f => f.SubmissionId == file.SubmissionId && f.RevisionId != null && f.Role == file.Role)
            .OrderByDescending(f => f.Name == file.Name)
            .ThenBy(f => f.Order)
            .ToListAsync(ct);
        var then = before.Select(r => (r.Number, File: files.Find(f => f.RevisionId == r.Id))).ToList();
        var last = then.Find(t => t.File is { } f && opened.Exists(o => OpenFiles.IsOf(o, f.Sha256)));
        var (number, chosen) = last.File is null ? then[0] : last;
        return chosen is null ? null : (number, last.File is not null, chosen.Sha256, chosen.Name);
    }
}
