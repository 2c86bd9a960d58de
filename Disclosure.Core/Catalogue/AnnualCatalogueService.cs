using System.Globalization;
using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Publication;

namespace Disclosure.Core.Catalogue;

/// <summary>Records where and when the annual catalogue itself was published (A11).</summary>
public sealed class AnnualCatalogueService(Operations operations, PublicationQueries publications)
{
    /// <summary>Longest address, characters.</summary>
    public const int AddressLength = 500;

    /// <summary>Records one publication of the catalogue; answers how many entries it held.</summary>
    /// <param name="publishedOn">Day on which it stood there, not after today.</param>
    public async Task<Outcome<int>> RecordAsync(
        int year,
        DateOnly publishedOn,
        string address,
        Guid commandId,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        var (rows, _) = await publications.PublishedAsync(year, "", null, by, now, ct);
        var entries = rows.Count(r => !r.IntranetOnly && BureauTime.Day(r.PublishedAt) <= publishedOn);
        return await operations.WriteAsync<int>(
            by,
            now,
            async op =>
            {
                var (db, grants) = op;
                var today = op.Today;
                if (Refusal(year, publishedOn, address.Trim(), grants, today) is { } refusal)
                {
                    return refusal;
                }
                var under = (grants.Find(Duty.DisclosureOffice, null) ?? grants.Find(Duty.PlatformHead, null))!;
                db.AnnualCatalogueNotices.Add(
                    new AnnualCatalogueNotice
                    {
                        Year = year,
                        PublishedOn = publishedOn,
                        Address = address.Trim(),
                        Entries = entries,
                        StaffId = by.StaffId,
                        StaffName = grants.Name,
                        EnteredAt = now,
                    }
                );
                var day = publishedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                await AuditTrail.AppendAsync(
                    db,
                    new AuditFact(by, "catalogue.notice", $"登记 {year} 年度目录于 {day} 公布，{entries} 条：{address.Trim()}", now)
                    {
                        Duty = under.Duty.Name(),
                        ActingFor = under.ActingForName ?? "",
                    }
                );
                return entries;
            },
            commandId,
            ct
        );
    }

    private static Problem? Refusal(int year, DateOnly publishedOn, string address, Grants grants, DateOnly today) =>
        grants switch
        {
            { UnitId: 0 } => new NotFound(),
            _ when !CatalogueRights.MayKeep(grants) => new NotTheCataloguesKeeper("登记年度目录的公布"),
            _ when !CatalogueYears.Exists(year, today) => new NotFound(),
            _ when publishedOn > today || publishedOn.Year < year => new CatalogueDayWrong(year),
            _ when address.Length > AddressLength
                    || !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https") =>
                new CatalogueAddressNeeded(),
            _ => null,
        };
}
