using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Bureau;

/// <summary>A written authorisation as typed.</summary>
/// <param name="PrincipalId">Whose duty.</param>
/// <param name="DeputyId">Who may sign for them.</param>
/// <param name="Duty">The duty handed over, in every unit it reaches.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, at most a year in all.</param>
/// <param name="ScanSha256">Hash of the scan, uploaded by the same administrator under
/// <see cref="DelegationService.UploadPurpose"/>.</param>
public sealed record DelegationEntry(int PrincipalId, int DeputyId, Duty Duty, DateOnly From, DateOnly Until, string ScanSha256);

/// <summary>
/// Written authorisations to sign for another (代签), entered by the security administrator; <see cref="DelegationConfirming"/> makes them
/// count.
/// </summary>
public sealed class DelegationService(Operations operations)
{
    private const Duty Office = Duty.SecurityAdmin;

    /// <summary>Purpose under which the scan of an authorisation is uploaded.</summary>
    public const string UploadPurpose = "delegation:scan";

    /// <summary>Kinds a scan may have.</summary>
    public static readonly IReadOnlyList<string> ScanKinds = ["pdf", "jpg", "png"];

    /// <summary>Enters an authorisation, which gives nothing until it is confirmed; answers its key.</summary>
    public Task<Outcome<int>> GiveAsync(DelegationEntry entry, Guid commandId, Actor by, DateTime now, CancellationToken ct = default) =>
        operations.ByAsync<int>(
            Office,
            by,
            now,
            commandId,
            async db =>
            {
                var principal = await db.Staff.FirstOrDefaultAsync(s => s.Id == entry.PrincipalId, ct);
                var deputy = await db.Staff.FirstOrDefaultAsync(s => s.Id == entry.DeputyId, ct);
                if (principal is null || deputy is null)
                {
                    return principal is null ? new EntryMissing("PrincipalId", "委托人") : new EntryMissing("DeputyId", "受托人");
                }
                if (
                    (
                        RefusalOf(entry, principal, deputy, BureauTime.Day(now))
                        ?? await DutiesRefusalAsync(db, entry, principal, deputy, ct)
                        ?? await ScanRefusalAsync(db, entry.ScanSha256, by, ct)
                    ) is
                    { } refusal
                )
                {
                    return refusal;
                }
                var given = new Delegation
                {
                    PrincipalId = entry.PrincipalId,
                    DeputyId = entry.DeputyId,
                    Duty = entry.Duty,
                    From = entry.From,
                    Until = entry.Until,
                    ScanSha256 = entry.ScanSha256,
                    GivenById = by.StaffId,
                };
                db.Delegations.Add(given);
                await db.SaveChangesAsync(ct);
                var detail =
                    $"登记委托代签：“{principal.Name}”委托“{deputy.Name}”代行“{entry.Duty.Name()}”，"
                    + $"{entry.From:yyyy-MM-dd} 至 {entry.Until:yyyy-MM-dd}，委托书 {entry.ScanSha256[..16]}，待确认";
                await Administration.NoteAsync(db, by, Office, "delegation.give", detail, now);
                return given.Id;
            },
            ct
        );

    /// <summary>Ends an authorisation today; signatures made under it stay.</summary>
    public Task<Outcome<Done>> RevokeAsync(int id, Actor by, DateTime now, CancellationToken ct = default) =>
        operations.ByAsync<Done>(
            Office,
            by,
            now,
            null,
            async db =>
            {
                var day = BureauTime.Day(now);
                if (await db.Delegations.FirstOrDefaultAsync(d => d.Id == id, ct) is not { } given)
                {
                    return new NotFound();
                }
                if (given.IsOver(day))
                {
                    return new DelegationIsOver();
                }
                var people = await db.Staff.Where(s => s.Id == given.PrincipalId || s.Id == given.DeputyId).ToListAsync(ct);
                given.RevokedOn = day;
                people.ForEach(p => p.EndSessions());
                string NameOf(int staffId) => people.First(p => p.Id == staffId).Name;
                return await Administration.NoteAsync(
                    db,
                    by,
                    Office,
                    "delegation.revoke",
                    $"撤销委托代签：“{NameOf(given.PrincipalId)}”委托“{NameOf(given.DeputyId)}”代行“{given.Duty.Name()}”",
                    now
                );
            },
            ct
        );

    /// <summary>
    /// Opens the scan to the administrators and to the two people concerned; the reading is written down. Answers the hash of the scan.
    /// </summary>
    public Task<Outcome<string>> OpenScanAsync(int id, Actor by, DateTime now, CancellationToken ct = default) =>
        operations.WriteAsync<string>(
            by,
            now,
            async op =>
            {
                var (db, grants) = op;
                var office = grants.All.Select(g => (Duty?)g.Duty).FirstOrDefault(d => d!.Value.IsAdministrator());
                var given = await db.Delegations.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, ct);
                // A closed account has no name in the grants, and reads nothing.
                if (
                    given is null
                    || grants.Name.Length == 0
                    || (office is null && given.PrincipalId != by.StaffId && given.DeputyId != by.StaffId)
                )
                {
                    return new NotFound();
                }
                await Audit.AuditTrail.AppendAsync(
                    db,
                    new(by, "delegation.read", $"查看委托书扫描件（委托 {id}）", now) { Duty = office?.Name() ?? "" }
                );
                return given.ScanSha256;
            },
            null,
            ct
        );

    private static Problem? RefusalOf(DelegationEntry entry, Staff principal, Staff deputy, DateOnly today) =>
        entry switch
        {
            _ when entry.Duty.IsAdministrator() => new AdministratorsDoNotDelegate(),
            { Duty: Duty.Editor } => new AuthorshipIsPersonal(),
            _ when principal.Id == deputy.Id => new DelegationToOneself(),
            _ when !principal.Active => new StaffIsClosed(principal.Name),
            _ when !deputy.Active => new StaffIsClosed(deputy.Name),
            _ when entry.From < today => new DayIsPast("From"),
            _ when entry.Until < entry.From || entry.Until >= entry.From.AddYears(DueDates.DelegationYears) => new DelegationDaysWrong(),
            _ => null,
        };

    private static async Task<Problem?> DutiesRefusalAsync(
        DisclosureDb db,
        DelegationEntry entry,
        Staff principal,
        Staff deputy,
        CancellationToken ct
    )
    {
        if (!await db.LiveDuties(principal.Id, entry.From).AnyAsync(a => a.Duty == entry.Duty && a.From <= entry.Until, ct))
        {
            return new PrincipalLacksDuty(principal.Name, entry.Duty);
        }
        var deputyDuties = await db.LiveDuties(deputy.Id, entry.From).Where(a => a.From <= entry.Until).Select(a => a.Duty).ToListAsync(ct);
        if (deputyDuties.Any(d => d.IsAdministrator()))
        {
            return new AdministratorsDoNotDelegate();
        }
        var units = await db.Units.Where(u => u.Id == principal.UnitId || u.Id == deputy.UnitId).ToListAsync(ct);
        if (!DutyRules.SameSide(units.First(u => u.Id == principal.UnitId), units.First(u => u.Id == deputy.UnitId)))
        {
            return new DutyOutsideOwnBureau(entry.Duty);
        }
        return await db.LiveDelegations(principal.Id, entry.From)
            .AnyAsync(d => d.PrincipalId == principal.Id && d.DeputyId == deputy.Id && d.Duty == entry.Duty && d.From <= entry.Until, ct)
            ? new DelegatedAlready()
            : null;
    }

    private static async Task<Problem?> ScanRefusalAsync(DisclosureDb db, string sha, Actor by, CancellationToken ct)
    {
        // A bare hash would let an administrator open any file of an item by way of the authorisation.
        return
            await db.Uploads.AnyAsync(u => u.Sha256 == sha && u.OwnerStaffId == by.StaffId && u.Purpose == UploadPurpose, ct)
            && await db.Blobs.AnyAsync(b => b.Sha256 == sha && b.ErasedAt == null && ScanKinds.Contains(b.Kind), ct)
            && await ContentAccess.RefusalAsync(db, sha, null, ct) is null
            ? null
            : new AuthorisationMissing();
    }
}
