using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Deadlines;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Obligations;

/// <summary>
/// Who sees what of the yearly duties: everybody with a duty of the procedure sees them, the office and the leaders the minutes of hearings
/// too.
/// </summary>
public static class DutyRights
{
    /// <summary>True for whoever holds a duty of the procedure.</summary>
    public static bool MaySee(Grants by) => by.All.Any(g => !g.Duty.IsAdministrator());

    /// <summary>True for the office and the leaders.</summary>
    public static bool MaySeeMinutes(Grants by) => by.Has(Duty.DisclosureOffice) || by.Has(Duty.DeputyDirector) || by.Has(Duty.Director);
}

/// <summary>An entry about a duty as its reader sees it.</summary>
/// <param name="Minutes">Empty for whoever does not see minutes.</param>
/// <param name="HasFile">True where a file may be fetched.</param>
public sealed record DutyEntryView(
    int Id,
    DateOnly DoneOn,
    string Place,
    string Reporter,
    string Minutes,
    string Remark,
    bool HasFile,
    string FileName,
    string Reason,
    bool TakesBack,
    bool Counts,
    string By,
    DateTime At
);

/// <summary>One duty of the year.</summary>
/// <param name="Left">What is still to be done, in words; empty once nothing is.</param>
/// <param name="MayOpen">True when the reader may open the published item's page.</param>
/// <param name="DaysLeft">Days to the last day, negative past it.</param>
public sealed record OwedRow(
    YearlyDuty Duty,
    string Name,
    DateOnly Due,
    DutyState State,
    DateOnly? DoneOn,
    DutyOwnerView Owner,
    DutyPublication? Published,
    bool MayOpen,
    string Left,
    int DaysLeft,
    IReadOnlyList<DutyEntryView> Entries
)
{
    /// <summary>True once it was done.</summary>
    public bool IsDone => DoneOn is not null;
}

/// <summary>The duties whose last day falls into one year.</summary>
/// <param name="MayEdit">True for the office.</param>
/// <param name="Officers">How many disclosure officers are on duty today (C5).</param>
/// <param name="Releases">Announced releases by month, 1–12.</param>
public sealed record DutyYear(
    int Year,
    IReadOnlyList<OwedRow> Rows,
    bool MayEdit,
    bool SeesReport,
    Officers Officers,
    IReadOnlyDictionary<int, int> Releases,
    DateOnly Today
);

/// <summary>A file that came with an entry.</summary>
public sealed record DutyFile(string Sha256, string Name);

/// <summary>Reads the yearly duties; null for whoever holds no duty of the procedure.</summary>
public sealed class ObligationQueries(Operations operations)
{
    /// <summary>The duties of a year by their last day.</summary>
    public async Task<DutyYear?> YearAsync(int year, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        var today = BureauTime.Day(now);
        if (!DutyRights.MaySee(grants))
        {
            return null;
        }
        var began = await DutyReading.BeganAsync(db, today, ct);
        var owners = await DutyReading.OwnersAsync(db, ct);
        var cases = await DutyReading.CasesAsync(db, year, year, ct);
        var readable = op.Items;
        var ids = cases.Select(c => c.Published?.SubmissionId).OfType<int>().ToList();
        var open = (await readable.Where(s => ids.Contains(s.Id)).Select(s => s.Id).ToListAsync(ct)).ToHashSet();
        var rows = new List<OwedRow>();
        foreach (var c in cases)
        {
            rows.Add(
                new OwedRow(
                    c.Duty,
                    c.Name,
                    c.Due,
                    c.StateOn(today, began),
                    c.DoneOn,
                    owners[c.Duty.Code],
                    c.Published,
                    c.Published is { } p && open.Contains(p.SubmissionId),
                    await LeftAsync(db, readable, c, ct),
                    c.Due.DayNumber - today.DayNumber,
                    [.. c.Entries.Reverse().Select(e => View(e, c, DutyRights.MaySeeMinutes(grants)))]
                )
            );
        }
        return new DutyYear(
            year,
            rows,
            grants.Has(Duty.DisclosureOffice),
            AnnualFigures.MaySee(grants),
            await Officers.ReadAsync(db, today, ct),
            await ReleaseReading.ByMonthAsync(db, year, ct),
            today
        );
    }

    /// <summary>Sections that may be made responsible, in the order of the bureau; none for whoever may not choose.</summary>
    public async Task<IReadOnlyList<ChoiceRow>> SectionsAsync(Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        return grants.Has(Duty.DisclosureOffice)
            ? await db
                .Units.AsNoTracking()
                .Where(u => u.Active && (u.Kind == UnitKind.Section || u.Kind == UnitKind.Center || u.Kind == UnitKind.Institution))
                .OrderBy(u => u.Order)
                .Select(u => new ChoiceRow(u.Id, u.Name))
                .ToListAsync(ct)
            : [];
    }

    /// <summary>
    /// The file of an entry; that of a hearing for the office and the leaders only. Null where there is none for this reader.
    /// </summary>
    public async Task<DutyFile?> AttachedAsync(int entryId, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        return
            DutyRights.MaySee(grants)
            && await db.DutyEntries.AsNoTracking().FirstOrDefaultAsync(e => e.Id == entryId, ct) is { FileSha256: { } sha } entry
            && (DutyRights.MaySeeMinutes(grants) || YearlyDuty.Find(entry.DutyCode)?.Proof != DutyProof.Hearing)
            ? new DutyFile(sha, entry.FileName)
            : null;
    }

    private static DutyEntryView View(DutyEntry e, DutyCase c, bool minutes)
    {
        var shown = minutes || c.Duty.Proof != DutyProof.Hearing;
        return new DutyEntryView(
            e.Id,
            e.DoneOn,
            e.Place,
            e.Reporter,
            shown ? e.Minutes : "",
            e.Remark,
            shown && e.FileSha256 is not null,
            shown ? e.FileName : "",
            e.Reason,
            e.TakesBack,
            e == c.Standing,
            e.ActingForName.Length > 0 ? $"{e.StaffName}（代{e.ActingForName}）" : e.StaffName,
            e.At
        );
    }

    // Only what this reader may read is counted among the items on their way.
    private static async Task<string> LeftAsync(DisclosureDb db, IQueryable<Submission> readable, DutyCase c, CancellationToken ct)
    {
        if (c.DoneOn is not null)
        {
            return c.Duty.Proof == DutyProof.Hearing && c.Standing is { FileSha256: null } ? "补传纪要扫描件" : "";
        }
        switch (c.Duty.Proof)
        {
            case DutyProof.Hearing:
                return "主要领导听取汇报，登记日期、汇报人和纪要";
            case DutyProof.Entry:
                return "公布后登记日期和地址";
            default:
                var (kind, from) = (DutyReading.Kinds[c.Duty.Code], BureauTime.ToUtc(new DateTime(c.Year, 1, 1)));
                var underWay = await readable.CountAsync(
                    s => s.Kind == kind && s.AmendsId == null && s.EndedAt == null && s.FirstSentAt >= from,
                    ct
                );
                return underWay > 0 ? $"在办 {underWay} 件，尚未对外发布" : "送审并对外发布";
        }
    }
}
