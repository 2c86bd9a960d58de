using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Deadlines;
using Disclosure.Core.Forms;
using Disclosure.Core.Publication;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Catalogue;

/// <summary>
/// Reads the standing catalogue (C4): versions for everybody with an open account, the draft for the office, what is owed for those it
/// concerns.
/// </summary>
public sealed class StandingCatalogueQueries(Operations operations, IDbContextFactory<DisclosureDb> contexts, FormPrinter printer)
{
    /// <summary>Most publications shown that hang on no matter.</summary>
    public const int MostUnhung = 50;

    /// <summary>A version, or the one in force for null; null when there is none, and for whoever has no open account.</summary>
    public async Task<StandingVersionView?> FindAsync(int? number, Actor by, DateTime now, CancellationToken ct = default)
    {
        var all = await HistoryAsync(by, now, ct);
        return number is { } n ? all.FirstOrDefault(v => v.Number == n) : all.FirstOrDefault(v => v.InForce);
    }

    /// <summary>All versions, newest first.</summary>
    public async Task<IReadOnlyList<StandingVersionView>> HistoryAsync(Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        var today = BureauTime.Day(now);
        if (grants.UnitId == 0)
        {
            return [];
        }
        var versions = await db.StandingVersions.AsNoTracking().OrderBy(v => v.Number).ToListAsync(ct);
        var current = versions.LastOrDefault(v => v.EffectiveOn <= today)?.Number;
        IReadOnlyList<StandingRow> before = [];
        var views = new List<StandingVersionView>();
        foreach (var v in versions)
        {
            var rows = v.Rows;
            views.Add(
                new StandingVersionView(
                    v.Number,
                    v.EffectiveOn,
                    v.Reason,
                    v.StaffName,
                    v.At,
                    v.Number == current,
                    StandingComparison.Summary(before, rows),
                    rows
                )
            );
            before = rows;
        }
        views.Reverse();
        return views;
    }

    /// <summary>The printed version; <see cref="NotFound"/> where there is none.</summary>
    public async Task<Outcome<PrintedForm>> PdfAsync(int number, Actor by, DateTime now, CancellationToken ct = default)
    {
        if (await FindAsync(number, by, now, ct) is not { } version)
        {
            return new NotFound();
        }
        await using var db = await contexts.CreateDbContextAsync(ct);
        var pdf = printer.Pdf(StandingCatalogueForm.Sheet(StandingFiles.Record(version, (await BureauProfile.ReadAsync(db, ct)).Name)));
        return pdf.Ok ? new PrintedForm($"{StandingFiles.Name(version)}.pdf", pdf.Value) : pdf.Problem!;
    }

    /// <summary>The draft, for the office; null for everybody else and while there is none.</summary>
    public async Task<StandingDraftView?> DraftAsync(Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        if (!grants.Has(Duty.DisclosureOffice))
        {
            return null;
        }
        var steps = await db.StandingDraftSteps.AsNoTracking().OrderByDescending(s => s.Number).Take(2).ToListAsync(ct);
        if (steps.Count == 0)
        {
            return null;
        }
        var (rows, last) = (
            steps[0].Rows,
            await db.StandingVersions.AsNoTracking().OrderByDescending(v => v.Number).FirstOrDefaultAsync(ct)
        );
        var sections = await db
            .Units.AsNoTracking()
            .Where(u => u.Active && u.Kind != UnitKind.County && u.Kind != UnitKind.Leadership)
            .OrderBy(u => u.Order)
            .ThenBy(u => u.Id)
            .Select(u => new StandingSection(u.Id, u.Name))
            .ToListAsync(ct);
        return new StandingDraftView(
            steps[0].Number,
            rows,
            steps.Count > 1 ? steps[0].Done : "",
            steps[0].StaffName,
            steps[0].At,
            StandingComparison.Of(last?.Rows ?? [], rows),
            last?.EffectiveOn,
            sections
        );
    }

    /// <summary>The matters in force today, to choose from; empty while none are, and for whoever has no open account.</summary>
    public async Task<IReadOnlyList<StandingChoice>> ChoicesAsync(Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        var today = BureauTime.Day(now);
        return grants.UnitId != 0 && await db.StandingVersions.InForceAsync(today, ct) is { } version
            ? [.. version.Rows.Select(r => new StandingChoice(r.EntryId, r.Group, r.Matter, r.Section))]
            : [];
    }

    /// <summary>
    /// What the matters in force owe, the overdue first: all of them for the office, the platform and the director, those of their sections
    /// for the others.
    /// </summary>
    public async Task<IReadOnlyList<StandingDueRow>> DueAsync(Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        var today = BureauTime.Day(now);
        if (await db.StandingVersions.InForceAsync(today, ct) is not { } version)
        {
            return [];
        }
        var sections = CatalogueRights.Sections(grants);
        var rows = version.Rows.Where(r => sections is null || sections.Contains(r.SectionId)).ToList();
        return rows.Count == 0
            ? []
            : await new StandingDueReading(db, rows, await WorkCalendars.ReadAsync(db, ct), today).ReadAsync(op.Items.AsNoTracking(), ct);
    }

    /// <summary>
    /// Publications that hang on no matter in force, newest first, and how many there are; for the office alone, and only while a catalogue
    /// is in force.
    /// </summary>
    public async Task<(IReadOnlyList<UnhungRow> Rows, int Total)> UnhungAsync(Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        var today = BureauTime.Day(now);
        if (!grants.Has(Duty.DisclosureOffice) || await db.StandingVersions.InForceAsync(today, ct) is null)
        {
            return ([], 0);
        }
        var (units, revisions) = (db.Units, db.Revisions);
        var items = op.Items.AsNoTracking().Where(s => s.State == ItemState.Published && s.CatalogueEntryId == null);
        var found = await items
            .OrderByDescending(s => s.EndedAt)
            .ThenByDescending(s => s.Id)
            .Take(MostUnhung)
            .Select(s => new
            {
                s.Id,
                s.Number,
                s.Title,
                Section = units.First(u => u.Id == s.SectionId).Name,
                s.EndedAt,
                Json = revisions.First(r => r.Id == s.RevisionId).ContentJson,
            })
            .ToListAsync(ct);
        return (
            [
                .. found.Select(f => new UnhungRow(
                    f.Id,
                    f.Number ?? "",
                    f.Title,
                    f.Section,
                    BureauTime.Day(f.EndedAt!.Value),
                    ItemContent.FromJson(f.Json).CatalogueEntry
                )),
            ],
            await items.CountAsync(ct)
        );
    }
}
