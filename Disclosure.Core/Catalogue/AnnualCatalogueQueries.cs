using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Forms;
using Disclosure.Core.Publication;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Catalogue;

/// <summary>One publication of the catalogue itself.</summary>
public sealed record CatalogueNoticeView(DateOnly PublishedOn, string Address, int Entries, string By, DateTime EnteredAt);

/// <summary>What stands around a year's list.</summary>
/// <param name="Years">Years to choose from, newest first.</param>
/// <param name="ForPublic">Entries that the exports hold.</param>
/// <param name="IntranetOnly">Publications that they leave out, because they stand on the intranet alone.</param>
/// <param name="TakenDown">Publications that they leave out, because they have come down.</param>
/// <param name="Notices">Where the catalogue was published, newest first.</param>
/// <param name="CreditCode">First part of every index number, or empty while it is not entered.</param>
/// <param name="MayRecord">True when this reader may record a publication of the catalogue.</param>
public sealed record AnnualCatalogueView(
    int Year,
    IReadOnlyList<int> Years,
    int ForPublic,
    int IntranetOnly,
    int TakenDown,
    IReadOnlyList<CatalogueNoticeView> Notices,
    string CreditCode,
    bool MayRecord
);

/// <summary>
/// Reads the annual catalogue (A11), for everybody with an open account; what is exported is for the public, without what stands on the
/// intranet alone.
/// </summary>
public sealed class AnnualCatalogueQueries(Operations operations, PublicationQueries publications, FormPrinter printer)
{
    /// <summary>The year's frame; null for a year that has not begun and for whoever has no open account.</summary>
    public async Task<AnnualCatalogueView?> FindAsync(int year, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        var today = BureauTime.Day(now);
        if (grants.UnitId == 0 || !CatalogueYears.Exists(year, today))
        {
            return null;
        }
        var (from, until) = (BureauTime.ToUtc(new DateTime(year, 1, 1)), BureauTime.ToUtc(new DateTime(year + 1, 1, 1)));
        var channels = db.Publications;
        var items = db
            .Submissions.AsNoTracking()
            .Where(s => s.State == ItemState.Published && s.Amendment != AmendmentKind.TakeDown && s.EndedAt >= from && s.EndedAt < until);
        var down = await items.CountAsync(s => s.TakenDownAt != null, ct);
        items = items.Where(s => s.TakenDownAt == null);
        var all = await items.CountAsync(ct);
        var open = await items.CountAsync(
            s => s.CountyChoice != CountyChoice.IntranetOnly && channels.Any(c => c.SubmissionId == s.Id && c.Channel != Channel.Intranet),
            ct
        );
        var notices = await db
            .AnnualCatalogueNotices.AsNoTracking()
            .Where(n => n.Year == year)
            .OrderByDescending(n => n.PublishedOn)
            .ThenByDescending(n => n.Id)
            .Select(n => new CatalogueNoticeView(n.PublishedOn, n.Address, n.Entries, n.StaffName, n.EnteredAt))
            .ToListAsync(ct);
        var profile = await BureauProfile.ReadAsync(db, ct);
        return new AnnualCatalogueView(
            year,
            await YearsAsync(db, today, ct),
            open,
            all - open,
            down,
            notices,
            profile.CreditCode,
            CatalogueRights.MayKeep(grants)
        );
    }

    /// <summary>
    /// The year's entries for the public, by day of publication, as every export takes them; <see cref="NotFound"/> as for
    /// <see cref="FindAsync"/>.
    /// </summary>
    public async Task<Outcome<AnnualCatalogueRecord>> ReadAsync(int year, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        var today = BureauTime.Day(now);
        // An empty catalogue would say that nothing was published.
        if (!CatalogueYears.Exists(year, today) || grants.UnitId == 0)
        {
            return new NotFound();
        }
        var profile = await BureauProfile.ReadAsync(db, ct);
        var (rows, _) = await publications.PublishedAsync(year, "", null, by, now, ct);
        return new AnnualCatalogueRecord
        {
            Bureau = profile.Name,
            Year = year,
            MadeOn = today,
            Lines =
            [
                .. rows.Reverse().Where(r => r is { IntranetOnly: false, TakenDownAt: null }).Select(r => Line(r, profile.CreditCode)),
            ],
        };
    }

    /// <summary>The printed catalogue.</summary>
    public async Task<Outcome<PrintedForm>> PdfAsync(int year, Actor by, DateTime now, CancellationToken ct = default)
    {
        var found = await ReadAsync(year, by, now, ct);
        if (!found.Ok)
        {
            return found.Problem!;
        }
        var pdf = printer.Pdf(AnnualCatalogueForm.Sheet(found.Value));
        return pdf.Ok ? new PrintedForm($"{AnnualFiles.Name(year)}.pdf", pdf.Value) : pdf.Problem!;
    }

    /// <summary>「12540300MB0123456X/2026-00001」; without its first part while the bureau's code is not entered.</summary>
    public static string FullIndex(string creditCode, string index) =>
        creditCode.Length > 0 && index.Length > 0 ? $"{creditCode}/{index}" : index;

    // The address on the intranet is nobody's business outside.
    private static AnnualCatalogueLine Line(PublishedRow r, string creditCode)
    {
        var outside = r.Channels.Where(c => c.Channel != Channel.Intranet).ToList();
        return new AnnualCatalogueLine(
            FullIndex(creditCode, r.Index),
            r.Title,
            r.Summary,
            r.FormedOn,
            string.Join("、", outside.Select(c => c.Channel.Name()).Distinct()),
            BureauTime.Day(r.PublishedAt),
            r.Section
        )
        {
            Address = outside.FirstOrDefault(c => c.Channel == Channel.Website)?.Place ?? "",
        };
    }

    private static async Task<IReadOnlyList<int>> YearsAsync(DisclosureDb db, DateOnly today, CancellationToken ct)
    {
        var first = await db.Submissions.Where(s => s.State == ItemState.Published).MinAsync(s => s.EndedAt, ct) is { } at
            ? BureauTime.Day(at).Year
            : today.Year;
        return [.. Enumerable.Range(first, today.Year - first + 1).Reverse()];
    }
}
