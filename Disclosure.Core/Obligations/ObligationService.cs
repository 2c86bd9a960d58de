using System.Runtime.CompilerServices;
using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Deadlines;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Obligations;

/// <summary>What the office types about a yearly duty.</summary>
/// <param name="DoneOn">Day on which it was done.</param>
/// <param name="Place">Address or document.</param>
public sealed record DutyDraft(DateOnly DoneOn, string Place)
{
    /// <summary>Who reported at the hearing.</summary>
    public string Reporter { get; init; } = "";

    /// <summary>Minutes of the hearing.</summary>
    public string Minutes { get; init; } = "";

    /// <summary>Remark.</summary>
    public string Remark { get; init; } = "";

    /// <summary>Hash of a file uploaded by the same person under <see cref="ObligationService.UploadPurpose"/>, or null.</summary>
    public string? FileSha256 { get; init; }

    /// <summary>Its name.</summary>
    public string FileName { get; init; } = "";

    /// <summary>Why an earlier entry is corrected.</summary>
    public string Reason { get; init; } = "";
}

/// <summary>
/// Enters what was done about yearly duties (D4, A11, C1, 条例 art. 50) and who answers for them. Nothing is ever overwritten.
/// </summary>
public sealed class ObligationService(Operations operations)
{
    /// <summary>Purpose under which a file is uploaded.</summary>
    public const string UploadPurpose = "duty:file";

    /// <summary>Longest address, remark or reason, characters.</summary>
    public const int LineLength = 500;

    /// <summary>Longest minutes, characters.</summary>
    public const int MinutesLength = 5000;

    /// <summary>Enters that a duty was done, or corrects what stands; answers the entry's key.</summary>
    /// <param name="year">Calendar year of the last day.</param>
    public Task<Outcome<int>> EnterAsync(
        string code,
        int year,
        DutyDraft draft,
        Guid commandId,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    ) => AddAsync(code, year, draft, false, commandId, by, now, ct);

    /// <summary>Takes the entry that counts back: it stays to be seen, and the duty is owed again.</summary>
    public Task<Outcome<int>> TakeBackAsync(
        string code,
        int year,
        string reason,
        Guid commandId,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    ) => AddAsync(code, year, new DutyDraft(BureauTime.Day(now), "") { Reason = reason }, true, commandId, by, now, ct);

    /// <summary>Chooses who answers for a duty from now on.</summary>
    /// <param name="post">The office or the platform for the whole bureau, or <see cref="Duty.SectionHead"/> with a unit.</param>
    public Task<Outcome<Done>> AssignAsync(
        string code,
        Duty post,
        int? unitId,
        Guid commandId,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    ) =>
        operations.WriteAsync<Done>(
            by,
            now,
            async op =>
            {
                var (db, grants) = op;
                if (Refusal(code, grants) is { } refusal)
                {
                    return refusal;
                }
                var unit = unitId is { } id ? await db.Units.AsNoTracking().FirstOrDefaultAsync(u => u.Id == id && u.Active, ct) : null;
                if (
                    post == Duty.SectionHead
                        ? unit is not { IsSection: true }
                        : unitId is not null || post is not (Duty.DisclosureOffice or Duty.PlatformHead)
                )
                {
                    return new OwnerUnknown();
                }
                db.DutyOwners.Add(
                    new DutyOwner
                    {
                        DutyCode = code,
                        Post = post,
                        UnitId = unitId,
                        StaffId = by.StaffId,
                        At = now,
                    }
                );
                await NoteAsync(
                    db,
                    grants,
                    by,
                    "duty.assign",
                    $"年度事项“{YearlyDuty.Find(code)!.NameIn(BureauTime.Day(now).Year)}”责任单位：{unit?.Name ?? post.Name()}",
                    now
                );
                return Done.It;
            },
            commandId,
            ct
        );

    private Task<Outcome<int>> AddAsync(
        string code,
        int year,
        DutyDraft draft,
        bool takesBack,
        Guid commandId,
        Actor by,
        DateTime now,
        CancellationToken ct,
        [CallerMemberName] string member = "",
        [CallerFilePath] string file = ""
    ) =>
        operations.WriteAsync<int>(
            by,
            now,
            async op =>
            {
                var (db, grants) = op;
                if (Refusal(code, grants) is { } refusal)
                {
                    return refusal;
                }
                var duty = YearlyDuty.Find(code)!;
                var earlier = await db
                    .DutyEntries.AsNoTracking()
                    .Where(e => e.DutyCode == code && e.Year == year)
                    .OrderByDescending(e => e.Id)
                    .FirstOrDefaultAsync(ct);
                if (
                    (
                        takesBack
                            ? TakingBack(earlier, draft)
                            : Entering(duty, year, earlier, draft, BureauTime.Day(now)) ?? await FileAsync(db, draft, by, ct)
                    ) is
                    { } problem
                )
                {
                    return problem;
                }
                var entry = Entry(duty, year, draft, takesBack, grants, now);
                db.DutyEntries.Add(entry);
                var what =
                    takesBack ? "撤销登记"
                    : earlier is null ? "登记完成"
                    : "更正登记";
                await NoteAsync(
                    db,
                    grants,
                    by,
                    takesBack ? "duty.take-back" : "duty.enter",
                    $"{what}：{duty.NameIn(year)}，{draft.DoneOn:yyyy-MM-dd}"
                        + $"{(draft.Reason.Length > 0 ? $"，原因：{draft.Reason.Trim()}" : "")}",
                    now
                );
                await db.SaveChangesAsync(ct);
                return entry.Id;
            },
            commandId,
            ct,
            member,
            file
        );

    private static DutyEntry Entry(YearlyDuty duty, int year, DutyDraft d, bool takesBack, Grants grants, DateTime now) =>
        new()
        {
            DutyCode = duty.Code,
            Year = year,
            DoneOn = d.DoneOn,
            Place = d.Place.Trim(),
            Reporter = duty.Proof == DutyProof.Hearing ? d.Reporter.Trim() : "",
            Minutes = duty.Proof == DutyProof.Hearing ? d.Minutes.Trim() : "",
            Remark = d.Remark.Trim(),
            FileSha256 = d.FileSha256,
            FileName = d.FileSha256 is null ? "" : d.FileName,
            Reason = d.Reason.Trim(),
            TakesBack = takesBack,
            StaffId = grants.StaffId,
            StaffName = grants.Name,
            ActingForName = grants.Find(Duty.DisclosureOffice, null)!.ActingForName ?? "",
            At = now,
        };

    private static Problem? Refusal(string code, Grants grants) =>
        grants switch
        {
            _ when !DutyRights.MaySee(grants) || YearlyDuty.Find(code) is null => new NotFound(),
            _ when !grants.Has(Duty.DisclosureOffice) => new DutiesAreTheOffices(),
            _ => null,
        };

    private static Problem? TakingBack(DutyEntry? earlier, DutyDraft d) =>
        earlier switch
        {
            null or { TakesBack: true } => new NothingToTakeBack(),
            _ when string.IsNullOrWhiteSpace(d.Reason) => new EntryMissing("Reason", "撤销的原因"),
            _ => Long(d.Reason, "Reason", "原因", LineLength),
        };

    private static Problem? Entering(YearlyDuty duty, int year, DutyEntry? earlier, DutyDraft d, DateOnly today)
    {
        var hearing = duty.Proof == DutyProof.Hearing;
        return d switch
        {
            _ when year is < 2000 or > 8999 => new NotFound(),
            _ when d.DoneOn > today || d.DoneOn < new DateOnly(year, 1, 1) => new DoneOnWrong(year),
            _ when hearing && string.IsNullOrWhiteSpace(d.Reporter) => new EntryMissing("Reporter", "汇报人"),
            _ when hearing && string.IsNullOrWhiteSpace(d.Minutes) => new EntryMissing("Minutes", "会议纪要"),
            _ when !hearing && string.IsNullOrWhiteSpace(d.Place) => new EntryMissing("Place", "公布地址或文件"),
            _ when earlier is not null && string.IsNullOrWhiteSpace(d.Reason) => new CorrectionNeedsReason(),
            _ => Long(d.Place, "Place", "公布地址或文件", LineLength)
                ?? Long(d.Reporter, "Reporter", "汇报人", 100)
                ?? Long(d.Minutes, "Minutes", "会议纪要", MinutesLength)
                ?? Long(d.Remark, "Remark", "备注", LineLength)
                ?? Long(d.Reason, "Reason", "原因", LineLength),
        };
    }

    private static EntryTooLong? Long(string text, string field, string label, int most) =>
        text.Trim().Length > most ? new EntryTooLong(field, label, most) : null;

    // A bare hash would open any file of an item this way.
    private static async Task<Problem?> FileAsync(DisclosureDb db, DutyDraft d, Actor by, CancellationToken ct) =>
        d.FileSha256 is not { } sha
        || (
            await db.Uploads.AnyAsync(u => u.Sha256 == sha && u.OwnerStaffId == by.StaffId && u.Purpose == UploadPurpose, ct)
            && await db.Blobs.AnyAsync(b => b.Sha256 == sha && b.ErasedAt == null, ct)
            && await ContentAccess.RefusalAsync(db, sha, null, ct) is null
        )
            ? null
            : new DutyFileMissing();

    private static Task NoteAsync(DisclosureDb db, Grants grants, Actor by, string action, string detail, DateTime now) =>
        AuditTrail.AppendAsync(
            db,
            new AuditFact(by, action, detail, now)
            {
                Duty = Duty.DisclosureOffice.Name(),
                ActingFor = grants.Find(Duty.DisclosureOffice, null)!.ActingForName ?? "",
            }
        );
}
