using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Bureau;

/// <summary>A new unit as typed.</summary>
public sealed record UnitEntry(string Code, string Name, string ShortName, UnitKind Kind, int Order);

/// <summary>The system administrator's changes to units, subjects and the bureau's own particulars. Nothing is ever deleted.</summary>
public sealed partial class BureauService(Operations operations)
{
    private const Duty Office = Duty.SystemAdmin;

    /// <summary>Adds a unit; answers its key.</summary>
    public Task<Outcome<int>> AddUnitAsync(UnitEntry entry, Guid commandId, Actor by, DateTime now, CancellationToken ct = default) =>
        operations.ByAsync<int>(
            Office,
            by,
            now,
            commandId,
            async db =>
            {
                var code = entry.Code.Trim();
                if (
                    (
                        Entries.UnitCode(code, entry.Kind) ?? await NamesRefusalAsync(db, null, entry.Kind, entry.Name, entry.ShortName, ct)
                    ) is
                    { } refusal
                )
                {
                    return refusal;
                }
                if (await db.Units.AnyAsync(u => u.Code == code, ct))
                {
                    return new EntryTaken("Code", "单位代码", code);
                }
                var unit = new Unit
                {
                    Code = code,
                    Name = entry.Name.Trim(),
                    ShortName = entry.ShortName.Trim(),
                    Kind = entry.Kind,
                    Order = entry.Order,
                };
                db.Units.Add(unit);
                await db.SaveChangesAsync(ct);
                await Administration.NoteAsync(
                    db,
                    by,
                    Office,
                    "unit.add",
                    $"新增单位“{unit.Name}”（{unit.Code}，{unit.Kind.Name()}）",
                    now
                );
                return unit.Id;
            },
            ct
        );

    /// <summary>Renames a unit and gives its place in lists. Numbers already given keep the old name.</summary>
    public Task<Outcome<Done>> ChangeUnitAsync(
        int id,
        string name,
        string shortName,
        int order,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    ) =>
        operations.ByAsync<Done>(
            Office,
            by,
            now,
            null,
            async db =>
            {
                if (await db.Units.FirstOrDefaultAsync(u => u.Id == id, ct) is not { } unit)
                {
                    return new NotFound();
                }
                if (await NamesRefusalAsync(db, id, unit.Kind, name, shortName, ct) is { } refusal)
                {
                    return refusal;
                }
                var before = Describe(unit);
                (unit.Name, unit.ShortName, unit.Order) = (name.Trim(), shortName.Trim(), order);
                return Describe(unit) == before
                    ? Done.It
                    : await Administration.NoteAsync(db, by, Office, "unit.change", $"单位{before}改为{Describe(unit)}", now);
            },
            ct
        );

    /// <summary>
    /// Puts a deputy director in charge of a section, or nobody; both people's sessions end, since what they may do has changed.
    /// </summary>
    public Task<Outcome<Done>> AppointDeputyAsync(int unitId, int? deputyId, Actor by, DateTime now, CancellationToken ct = default) =>
        operations.ByAsync<Done>(
            Office,
            by,
            now,
            null,
            async db =>
            {
                if (await db.Units.FirstOrDefaultAsync(u => u.Id == unitId, ct) is not { } unit)
                {
                    return new NotFound();
                }
                if (!unit.IsSection)
                {
                    return new OnlySectionsHaveDeputy();
                }
                var (day, staff) = (BureauTime.Day(now), db.Staff);
                if (
                    deputyId is { } wanted
                    && !await db.DutyAssignments.AnyAsync(
                        a =>
                            a.StaffId == wanted
                            && a.Duty == Duty.DeputyDirector
                            && (a.Until == null || a.Until >= day)
                            && staff.Any(s => s.Id == wanted && s.Active),
                        ct
                    )
                )
                {
                    return new NotADeputyDirector();
                }
                if (unit.DeputyId == deputyId)
                {
                    return Done.It;
                }
                var people = await db.Staff.Where(s => s.Id == deputyId || s.Id == unit.DeputyId).ToListAsync(ct);
                people.ForEach(p => p.EndSessions());
                string NameOf(int? id) => people.FirstOrDefault(p => p.Id == id)?.Name ?? "无";
                var detail = $"“{unit.Name}”的分管领导由“{NameOf(unit.DeputyId)}”改为“{NameOf(deputyId)}”";
                unit.DeputyId = deputyId;
                return await Administration.NoteAsync(db, by, Office, "unit.deputy", detail, now);
            },
            ct
        );

    /// <summary>Closes a unit nobody belongs to, no subject leads to and no duty is held in.</summary>
    public Task<Outcome<Done>> CloseUnitAsync(int id, Actor by, DateTime now, CancellationToken ct = default) =>
        operations.ByAsync<Done>(
            Office,
            by,
            now,
            null,
            async db =>
            {
                if (await db.Units.FirstOrDefaultAsync(u => u.Id == id, ct) is not { } unit)
                {
                    return new NotFound();
                }
                if (!unit.Active)
                {
                    return Done.It;
                }
                if (await StillInUseAsync(db, id, BureauTime.Day(now), ct) is { } refusal)
                {
                    return refusal;
                }
                unit.Active = false;
                return await Administration.NoteAsync(db, by, Office, "unit.close", $"停用单位“{unit.Name}”", now);
            },
            ct
        );

    /// <summary>Takes a closed unit into use again.</summary>
    public Task<Outcome<Done>> ReopenUnitAsync(int id, Actor by, DateTime now, CancellationToken ct = default) =>
        operations.ByAsync<Done>(
            Office,
            by,
            now,
            null,
            async db =>
            {
                if (await db.Units.FirstOrDefaultAsync(u => u.Id == id, ct) is not { } unit)
                {
                    return new NotFound();
                }
                if (unit.Active)
                {
                    return Done.It;
                }
                unit.Active = true;
                return await Administration.NoteAsync(db, by, Office, "unit.reopen", $"恢复单位“{unit.Name}”", now);
            },
            ct
        );

    private static string Describe(Unit unit) => $"“{unit.Name}”（简称“{unit.ShortName}”，排序 {unit.Order}）";

    private static async Task<Problem?> NamesRefusalAsync(
        DisclosureDb db,
        int? self,
        UnitKind kind,
        string name,
        string shortName,
        CancellationToken ct
    )
    {
        if ((Entries.Text(name, "Name", "单位名称", 40) ?? Entries.Text(shortName, "ShortName", "简称", 12)) is { } refusal)
        {
            return refusal;
        }
        var (full, brief) = (name.Trim(), shortName.Trim());
        if (await db.Units.AnyAsync(u => u.Id != self && u.Name == full, ct))
        {
            return new EntryTaken("Name", "单位名称", full);
        }
        // A county's short name stands inside its numbers: two alike would give two items one series.
        return await db.Units.AnyAsync(u => u.Id != self && u.ShortName == brief && u.Kind == kind, ct)
            ? new EntryTaken("ShortName", "简称", brief)
            : null;
    }

    private static async Task<Problem?> StillInUseAsync(DisclosureDb db, int unitId, DateOnly day, CancellationToken ct)
    {
        if (await db.Staff.CountAsync(s => s.UnitId == unitId && s.Active, ct) is > 0 and var people)
        {
            return new UnitStillHasStaff(people);
        }
        if (await db.Subjects.Where(s => s.SectionId == unitId && s.Active).Select(s => s.Name).FirstOrDefaultAsync(ct) is { } subject)
        {
            return new UnitStillMatched(subject);
        }
        return await db.DutyAssignments.CountAsync(a => a.UnitId == unitId && (a.Until == null || a.Until >= day), ct) is > 0 and var duties
            ? new UnitStillHasDuties(duties)
            : null;
    }
}
