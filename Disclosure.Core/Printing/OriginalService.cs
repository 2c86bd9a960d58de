using Disclosure.Core.Approval;
using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Printing;

/// <summary>Which printing of which item.</summary>
public readonly record struct PrintKey(int ItemId, int Number);

/// <summary>
/// Keeps account of the signed originals: received, archived in a box, written off, or taken back when entered by mistake.
/// </summary>
public sealed class OriginalService(Operations operations, ItemNews news)
{
    /// <summary>Longest reason or box number, characters.</summary>
    public const int TextLength = 200;

    /// <summary>Enters the same for several originals; all or none.</summary>
    public async Task<Outcome<Done>> EnterAsync(
        IReadOnlyList<PrintKey> prints,
        OriginalEntry entry,
        Guid commandId,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        if (new[] { entry.Box, entry.Note }.Max(t => t.Trim().Length) is var longest and > TextLength)
        {
            return new PaperTextTooLong(longest, TextLength);
        }
        var outcome = await operations.WriteAsync<Done>(
            by,
            now,
            async op =>
            {
                var (db, grants) = op;
                foreach (var key in prints.Distinct())
                {
                    if (await EnterAsync(db, key, entry, grants, by, now, ct) is { } refusal)
                    {
                        return refusal;
                    }
                }
                return Done.It;
            },
            commandId,
            ct
        );
        if (outcome.Ok)
        {
            foreach (var item in prints.Select(p => p.ItemId).Distinct())
            {
                news.Tell(item);
            }
        }
        return outcome;
    }

    private static async Task<Problem?> EnterAsync(
        DisclosureDb db,
        PrintKey key,
        OriginalEntry entry,
        Grants grants,
        Actor by,
        DateTime now,
        CancellationToken ct
    )
    {
        var item = await db.Submissions.Where(ReadingRights.Of(db, grants)).FirstOrDefaultAsync(s => s.Id == key.ItemId, ct);
        var print = await db.FormPrints.FirstOrDefaultAsync(p => p.SubmissionId == key.ItemId && p.Number == key.Number, ct);
        if (item is null || print is null)
        {
            return new NotFound();
        }
        var present = await db.Revisions.Where(r => r.Id == item.RevisionId).Select(r => r.Fingerprint).FirstOrDefaultAsync(ct) ?? "";
        if (OriginalRules.Refusal(print, print.IsVoid(present, item.State), entry, grants) is { } refusal)
        {
            return refusal;
        }
        var before = print.Place;
        print.Put(
            entry.To,
            entry.To == OriginalPlace.Archived ? entry.Box.Trim() : "",
            entry.To == OriginalPlace.WrittenOff ? entry.Note.Trim() : "",
            grants.Name,
            now
        );
        var said = entry.To switch
        {
            OriginalPlace.Archived => $"归档，盒号 {entry.Box.Trim()}",
            OriginalPlace.WrittenOff => $"注销，{entry.Note.Trim()}",
            OriginalPlace.Received when before == OriginalPlace.Archived => "撤回归档登记",
            OriginalPlace.Received => "收回",
            _ => $"撤回“{before.Name()}”登记",
        };
        await AuditTrail.AppendAsync(
            db,
            new AuditFact(by, "form.original", $"第{key.Number}次打印的原件：{said}", now)
            {
                SubmissionId = key.ItemId,
                Fingerprint = print.Fingerprint,
            }
        );
        return null;
    }
}
