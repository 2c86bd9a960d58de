using Disclosure.Core.Approval;
using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Forms;
using Disclosure.Core.Publication;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Printing;

/// <summary>
/// Prints an item's form: 审批表 for city items, 审核表 for county items, each with its review sheet. A printing freezes number,
/// fingerprint and the sheet itself.
/// </summary>
public sealed class PrintService(
    Operations operations,
    IDbContextFactory<DisclosureDb> contexts,
    ItemSheets sheets,
    ReadingLog readings,
    FormPrinter printer
)
{
    private const int Tries = 3;
    private const string Void = "已作废";

    /// <summary>
    /// Registers one more printing, bound to the present fingerprint; answers its number. What the person chose is remembered.
    /// </summary>
    /// <param name="id">The item.</param>
    /// <param name="choice">What goes with it.</param>
    /// <param name="site">Address of the program as people reach it, for the QR code.</param>
    /// <param name="commandId">Chosen by the page.</param>
    /// <param name="by">Who prints.</param>
    /// <param name="now">UTC.</param>
    /// <param name="ct">Gives up.</param>
    public Task<Outcome<int>> RegisterAsync(
        int id,
        PrintChoice choice,
        string site,
        Guid commandId,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    ) => RegisterAsync(id, choice, site, true, commandId, by, now, ct);

    /// <summary>The same without drawing it first: the demonstration opens on a machine without fonts too.</summary>
    internal Task<Outcome<int>> RegisterUndrawnAsync(int id, string site, Actor by, DateTime now, CancellationToken ct = default) =>
        RegisterAsync(id, PrintChoice.FormOnly, site, false, Guid.NewGuid(), by, now, ct);

    private async Task<Outcome<int>> RegisterAsync(
        int id,
        PrintChoice choice,
        string site,
        bool draw,
        Guid commandId,
        Actor by,
        DateTime now,
        CancellationToken ct
    )
    {
        for (var i = 0; i < Tries; i++)
        {
            if (await OpenAsync(id, null, by, now, ct) is not { } item)
            {
                return new NotFound();
            }
            if (item.Number is null || item.State is ItemState.Draft or ItemState.Returned or ItemState.Stopped)
            {
                return new NothingToPrint();
            }
            var number = await CountAsync(id, ct) + 1;
            var mark = new PrintMark(number, item.Fingerprint) { Code = new PaperCode(id, number, item.Fingerprint).Text(site) };
            var sheet = await sheets.OfAsync(item, choice, mark, by, now, ct);
            // Drawn once before it counts: a character that no font has must not use up a number.
            if (draw && printer.Pdf(sheet) is { Ok: false, Problem: var unprintable })
            {
                return unprintable!;
            }
            var outcome = await KeepAsync(item, number, KeptSheet.Pack(sheet), choice, commandId, by, now, ct);
            if (outcome.Problem is not ItemKeptMoving)
            {
                return outcome;
            }
        }
        return new ItemKeptMoving();
    }

    /// <summary>Draws a registered printing exactly as it was, marked 已作废 once the item has changed.</summary>
    public async Task<Outcome<PrintedForm>> DrawAsync(int id, int print, Actor by, DateTime now, CancellationToken ct = default)
    {
        if (await OpenAsync(id, $"第{print}次打印的表单", by, now, ct, print) is not { } item)
        {
            return new NotFound();
        }
        var kept = await KeptAsync(item, print, ct);
        return kept.Ok ? Drawn(kept.Value, $"{item.Number}_第{print}次") : kept.Problem!;
    }

    /// <summary>The form as it would stand now, marked 仅供预览; what the page shows and the preview draws.</summary>
    public async Task<Outcome<FormSheet>> SheetAsync(int id, PrintChoice choice, Actor by, DateTime now, CancellationToken ct = default) =>
        await OpenAsync(id, "表单预览", by, now, ct) is { } item
            ? await sheets.OfAsync(item, choice, new PrintMark(0, "", "仅供预览"), by, now, ct)
            : new NotFound();

    /// <summary>The same as a file.</summary>
    public async Task<Outcome<PrintedForm>> PreviewAsync(int id, PrintChoice choice, Actor by, DateTime now, CancellationToken ct = default)
    {
        var sheet = await SheetAsync(id, choice, by, now, ct);
        return sheet.Ok ? Drawn(sheet.Value, sheet.Value.Number.Length > 0 ? sheet.Value.Number : "草稿") : sheet.Problem!;
    }

    /// <summary>What the person chose when they printed last.</summary>
    public async Task<PrintChoice> ChoiceAsync(Actor by, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return (await db.Set<RememberedChoice>().AsNoTracking().FirstOrDefaultAsync(c => c.StaffId == by.StaffId, ct))?.AsChoice()
            ?? PrintChoice.FormOnly;
    }

    // A printing that counts is an entry of the chain and no reading beside it, also when whoever registered it opens the paper. Any other
    // look at a form is noted as what it is (docs/decisions/0025).
    private async Task<CaseRecord?> OpenAsync(int id, string? reading, Actor by, DateTime now, CancellationToken ct, int? print = null)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var db = op.Db;
        if (await op.CaseAsync(id, ct) is not { } file)
        {
            return null;
        }
        if (
            reading is not null
            && !(
                print is { } number
                && await db.FormPrints.AnyAsync(p => p.SubmissionId == id && p.Number == number && p.StaffId == by.StaffId, ct)
            )
        )
        {
            await readings.NoteAsync(file.Item, reading, by, now, ct);
        }
        return await op.RecordAsync(file, null, ct);
    }

    private Outcome<PrintedForm> Drawn(FormSheet sheet, string which)
    {
        var pdf = printer.Pdf(sheet);
        return pdf.Ok ? new PrintedForm($"{sheet.Name}_{which}.pdf", pdf.Value) : pdf.Problem!;
    }

    private async Task<Outcome<FormSheet>> KeptAsync(CaseRecord item, int number, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (
            await db.FormPrints.AsNoTracking().FirstOrDefaultAsync(p => p.SubmissionId == item.Id && p.Number == number, ct)
            is not { } print
        )
        {
            return new NotFound();
        }
        if (
            await db.PrintedSheets.AsNoTracking().FirstOrDefaultAsync(p => p.SubmissionId == item.Id && p.Number == number, ct)
            is not { } kept
        )
        {
            return new SheetNotKept();
        }
        // A changed item voids earlier prints; they can be looked at, but never again as one that counts.
        return KeptSheet.Unpack(kept.Packed) with { Status = print.IsVoid(item.Fingerprint, item.State) ? Void : "" };
    }

    private async Task<int> CountAsync(int id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.FormPrints.CountAsync(p => p.SubmissionId == id, ct);
    }

    private Task<Outcome<int>> KeepAsync(
        CaseRecord seen,
        int number,
        byte[] sheet,
        PrintChoice choice,
        Guid commandId,
        Actor by,
        DateTime now,
        CancellationToken ct
    ) =>
        operations.WriteAsync<int>(
            by,
            now,
            async op =>
            {
                var (db, grants) = op;
                if (await op.Items.FirstOrDefaultAsync(s => s.Id == seen.Id, ct) is not { } item)
                {
                    return new NotFound();
                }
                if (
                    item.Version != seen.Version
                    || item.Editable
                    || await db.FormPrints.CountAsync(p => p.SubmissionId == seen.Id, ct) != number - 1
                )
                {
                    return new ItemKeptMoving();
                }
                db.FormPrints.Add(
                    new FormPrint
                    {
                        SubmissionId = seen.Id,
                        Number = number,
                        Fingerprint = seen.Fingerprint,
                        StaffId = by.StaffId,
                        StaffName = grants.Name,
                        At = now,
                    }
                );
                db.PrintedSheets.Add(
                    new PrintedSheet
                    {
                        SubmissionId = seen.Id,
                        Number = number,
                        Packed = sheet,
                    }
                );
                var remembered = await db.Set<RememberedChoice>().FindAsync([by.StaffId], ct);
                if (remembered is null)
                {
                    db.Add(remembered = new RememberedChoice { StaffId = by.StaffId });
                }
                remembered.Remember(choice);
                await AuditTrail.AppendAsync(
                    db,
                    new AuditFact(by, "form.print", $"打印表单，第{number}次，{choice.Words()}", now)
                    {
                        SubmissionId = seen.Id,
                        Fingerprint = seen.Fingerprint,
                    }
                );
                return number;
            },
            commandId,
            ct
        );
}
