using Disclosure.Core.Approval;
using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Forms;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Publication;

/// <summary>A form as drawn.</summary>
/// <param name="Name">File name, with extension.</param>
/// <param name="Pdf">The bytes.</param>
public sealed record PrintedForm(string Name, byte[] Pdf);

/// <summary>The item was never sent in, so there is nothing to sign on paper.</summary>
public sealed record NothingToPrint() : Problem("稿件送审编号后才能打印表单，现在只能预览。");

/// <summary>Prints an item's form: 审批表 for city items, 审核表 for county items, each with its review sheet.</summary>
public sealed class PrintService(WriteGate store, IDbContextFactory<DisclosureDb> contexts, ItemQueries items, PublicationQueries publications, FormPrinter printer)
{
    /// <summary>Registers one more printing, bound to the present fingerprint; answers its number.</summary>
    public Task<Outcome<int>> RegisterAsync(int id, Guid commandId, Actor by, DateTime now, CancellationToken ct = default) =>
        store.WriteAsync<int>(async db =>
        {
            var grants = await DutyBook.ReadAsync(db, by.StaffId, BureauTime.Day(now), ct);
            if (await db.Submissions.Where(ReadingRights.Of(db, grants)).FirstOrDefaultAsync(s => s.Id == id, ct) is not { } item)
            {
                return new NotFound();
            }
            if (item.Number is null || item.Editable || item.State == ItemState.Stopped)
            {
                return new NothingToPrint();
            }
            var fingerprint = await db.Revisions.Where(r => r.Id == item.RevisionId).Select(r => r.Fingerprint).FirstAsync(ct);
            var number = await db.Set<FormPrint>().CountAsync(p => p.SubmissionId == id, ct) + 1;
            db.Add(new FormPrint { SubmissionId = id, Number = number, Fingerprint = fingerprint, StaffId = by.StaffId, At = now });
            await AuditTrail.AppendAsync(db, new AuditFact(by, "form.print", $"打印表单，第{number}次", now) { SubmissionId = id, Fingerprint = fingerprint });
            return number;
        }, commandId, ct);

    /// <summary>Draws the form as it stands; without a registered printing it says 仅供预览.</summary>
    /// <param name="print">Number of a registered printing, or null for a preview.</param>
    public async Task<Outcome<PrintedForm>> DrawAsync(int id, int? print, Actor by, DateTime now, CancellationToken ct = default)
    {
        if (await items.FindAsync(id, by, now, ct) is not { } item)
        {
            return new NotFound();
        }
        var mark = new PrintMark(0, "", "仅供预览");
        if (print is not null)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            if (await db.Set<FormPrint>().AsNoTracking().FirstOrDefaultAsync(p => p.SubmissionId == id && p.Number == print, ct) is not { } registered)
            {
                return new NotFound();
            }
            // A changed item voids earlier prints; they can be looked at, but never again as one that counts.
            mark = new PrintMark(registered.Number, registered.Fingerprint, registered.Fingerprint == item.Fingerprint && !item.MayEdit ? "" : "已作废");
        }
        var (_, channels) = await publications.OfItemAsync(id, by, now, ct);
        var sheet = FormRecords.SheetOf(item, channels, mark);
        var pdf = printer.Pdf(sheet);
        return pdf.Ok ? new PrintedForm(FileName(item), pdf.Value) : pdf.Problem!;
    }

    private static string FileName(ItemView item) =>
        $"{(item.Route.Code == RouteCodes.County ? CountyReviewForm.Name : ReleaseApprovalForm.Name)}_{item.Number ?? "草稿"}.pdf";
}
