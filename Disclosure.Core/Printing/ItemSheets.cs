using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Forms;
using Disclosure.Core.Ledgers;
using Disclosure.Core.Publication;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Printing;

/// <summary>Puts together what is printed of an item: its form and, as chosen, the record of its way and the list of its files.</summary>
public sealed class ItemSheets(IDbContextFactory<DisclosureDb> contexts, PublicationQueries publications, TraceQueries traces)
{
    /// <summary>The sheet as it stands now.</summary>
    /// <param name="item">The item, read under the reader's rights.</param>
    /// <param name="choice">What goes with the form.</param>
    /// <param name="mark">What tells this print from others.</param>
    /// <param name="by">The reader.</param>
    /// <param name="now">UTC.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<FormSheet> OfAsync(
        CaseRecord item,
        PrintChoice choice,
        PrintMark mark,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        var (_, channels) = await publications.OfItemAsync(item.Id, by, now, ct);
        var sheet = FormRecords.SheetOf(item, channels, mark, await WaysAsync(item, choice, ct));
        if (choice.WithFlow && await traces.FindAsync(item.Id, by, now, ct) is { } trace)
        {
            sheet = sheet with { Pages = [.. sheet.Pages, .. FlowRecordForm.Sheet(TraceFiles.Record(trace, now)).Pages] };
        }
        return choice.WithFiles ? sheet with { Pages = [.. sheet.Pages, .. AttachmentListForm.Sheet(FilesOf(item)).Pages] } : sheet;
    }

    /// <summary>Which boxes a scan of a print that still counts shows signed by pen, with the newest such print.</summary>
    public async Task<IReadOnlyDictionary<string, int>> OnPaperAsync(CaseRecord item, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var prints = db.FormPrints.Where(p => p.SubmissionId == item.Id && p.Fingerprint == item.Fingerprint);
        var scans = await db
            .SignedSheets.AsNoTracking()
            .Where(s => s.SubmissionId == item.Id && s.Withdrawn == "" && prints.Any(p => p.Number == s.PrintNumber))
            .OrderBy(s => s.PrintNumber)
            .ToListAsync(ct);
        var found = new Dictionary<string, int>();
        foreach (var scan in scans)
        {
            foreach (var step in scan.SignedSteps)
            {
                found[step] = scan.PrintNumber;
            }
        }
        return found;
    }

    private static AttachmentListRecord FilesOf(CaseRecord item) =>
        new()
        {
            Number = item.Number ?? "",
            Title = item.Content.Title,
            Unit = item.Unit.Name,
            Files = [.. item.Files.Select(f => new AttachmentLine(f.Name, f.Role == FileRole.Body ? "正文" : "附件", f.Size, f.Sha256))],
        };

    private async Task<BoxWays> WaysAsync(CaseRecord item, PrintChoice choice, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return new BoxWays(choice.PenSteps, await OnPaperAsync(item, ct), await HandwritingBook.OfSignaturesAsync(db, item.Signatures, ct));
    }
}
