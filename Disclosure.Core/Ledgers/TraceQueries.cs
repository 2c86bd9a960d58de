using Disclosure.Core.Approval;
using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Evidence;
using Disclosure.Core.Forms;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Ledgers;

/// <summary>The record of an item as a file.</summary>
public sealed record TraceFile(string Name, byte[] Bytes);

/// <summary>
/// The responsibility trace of an item (B8): for whoever may read it, and without title, opinion and reasons for the audit administrator,
/// who checks that hands and hours are in order and is shown no content.
/// </summary>
public sealed class TraceQueries(Operations operations, WriteGate store, FormPrinter printer)
{
    private const int MostReads = 500;
    private static readonly string[] Taken = [OpenFiles.TakenAway, TraceTaken];
    private const string TraceTaken = "trace.export";

    /// <summary>True when there is such an item and this reader may see its trace.</summary>
    public async Task<bool> MaySeeAsync(int id, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        return await SightAsync(db, id, grants, ct) is not null;
    }

    /// <summary>The trace; null when there is none for this reader.</summary>
    public async Task<ItemTrace?> FindAsync(int id, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        if (await SightAsync(db, id, grants, ct) is not { } content || await CaseFile.LoadAsync(db, id, ct) is not { } file)
        {
            return null;
        }
        var (units, staff) = (db.Units, db.Staff);
        var opened = await TextReadings.OfAsync(db, id, ct);
        var (item, route) = (file.Item, file.Route);
        return new ItemTrace(
            id,
            item.Number,
            content ? item.Title : "",
            await units.Where(u => u.Id == item.UnitId).Select(u => u.Name).FirstAsync(ct),
            await units.Where(u => u.Id == item.SectionId).Select(u => u.Name).FirstAsync(ct),
            route.Name,
            item.State,
            content,
            [.. file.Signatures.Select(s => View(file, s, content) with { Reading = TextReadings.Said(s.Kind, opened.Before(s)) })],
            await db
                .FormPrints.Where(p => p.SubmissionId == id)
                .OrderBy(p => p.Number)
                .Select(p => new TracePrint(p.Number, staff.First(s => s.Id == p.StaffId).Name, p.At, p.Fingerprint))
                .ToListAsync(ct),
            [
                .. file.Holds.Select(h => new TraceHold(
                    h.Kind,
                    route.Step(h.Step).Name,
                    h.OpenedByName,
                    h.OpenedAt,
                    h.ClosedByName,
                    h.ClosedAt,
                    h.Outcome,
                    content ? h.Reason : ""
                )),
            ],
            await db
                .Audit.Where(e => e.SubmissionId == id && Taken.Contains(e.Action))
                .OrderBy(e => e.Seq)
                .Take(MostReads)
                .Select(e => new TraceRead(e.At, e.StaffName, e.Address, e.Detail))
                .ToListAsync(ct)
        );
    }

    /// <summary>The printed record 流转记录; that it was taken away is itself written down.</summary>
    public async Task<Outcome<TraceFile>> PdfAsync(int id, Actor by, DateTime now, CancellationToken ct = default)
    {
        var taken = await TakeAsync(id, "pdf", Drawn, by, now, ct);
        return taken.Ok ? new TraceFile($"流转记录_{taken.Value.Trace.Number ?? $"稿件{id}"}.pdf", taken.Value.Made) : taken.Problem!;
    }

    /// <summary>The same as a list; that it was taken away is written down likewise.</summary>
    /// <param name="kind">Kind of the file that is made of it.</param>
    public async Task<Outcome<Listing>> ListAsync(int id, string kind, Actor by, DateTime now, CancellationToken ct = default)
    {
        var taken = await TakeAsync<Listing>(id, kind, (trace, _) => TraceFiles.List(trace), by, now, ct);
        return taken.Ok ? taken.Value.Made : taken.Problem!;
    }

    private async Task<Outcome<(ItemTrace Trace, T Made)>> TakeAsync<T>(
        int id,
        string kind,
        Func<ItemTrace, DateTime, Outcome<T>> draw,
        Actor by,
        DateTime now,
        CancellationToken ct
    )
    {
        if (await FindAsync(id, by, now, ct) is not { } trace)
        {
            return new NotFound();
        }
        var made = draw(trace, now);
        if (!made.Ok)
        {
            return made.Problem!;
        }
        // Written down before the first byte leaves; when it cannot be written, nothing leaves.
        var noted = await store.WriteAsync<Done>(
            async db =>
            {
                await AuditTrail.AppendAsync(db, new AuditFact(by, TraceTaken, $"导出流转记录（{kind}）", now) { SubmissionId = id });
                return Done.It;
            },
            null,
            ct
        );
        return noted.Ok ? (trace, made.Value) : noted.Problem!;
    }

    private Outcome<byte[]> Drawn(ItemTrace trace, DateTime now) => printer.Pdf(FlowRecordForm.Sheet(TraceFiles.Record(trace, now)));

    // True with content, false without, null for nobody's business.
    private static async Task<bool?> SightAsync(DisclosureDb db, int id, Grants grants, CancellationToken ct)
    {
        if (await db.Submissions.Where(ReadingRights.Of(db, grants)).AnyAsync(s => s.Id == id, ct))
        {
            return true;
        }
        return grants.Has(Duty.AuditAdmin) && await db.Submissions.AnyAsync(s => s.Id == id, ct) ? false : null;
    }

    private static TraceSignature View(CaseFile file, Signature s, bool content) =>
        new(
            s.Kind,
            file.Route.Step(s.Step).Name,
            file.Route.Step(s.ToStep).Name,
            s.Tier,
            s.Duty,
            s.StaffName,
            s.ActingForName,
            s.At,
            s.Address,
            s.Round,
            s.Standing,
            Returns.Carried(s, file),
            s.Fingerprint,
            content ? s.Text : ""
        )
        {
            AfterReset = s.Particulars.ResetAt is not null,
        };
}
