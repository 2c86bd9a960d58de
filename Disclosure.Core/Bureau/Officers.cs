using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Bureau;

/// <summary>How many disclosure officers are on duty (C5).</summary>
/// <param name="Count">Holders of the office's duty today with an open account whose first password was changed.</param>
public sealed record Officers(int Count)
{
    /// <summary>Fewest disclosure officers (C5).</summary>
    public const int Fewest = 2;

    /// <summary>True when there are too few.</summary>
    public bool TooFew => Count < Fewest;

    /// <summary>The warning in one sentence.</summary>
    public string Text => $"在岗的领导小组办公室人员只有 {Count} 名，应不少于 {Fewest} 名。";

    /// <summary>Counts them on a day.</summary>
    public static async Task<Officers> ReadAsync(DisclosureDb db, DateOnly day, CancellationToken ct = default)
    {
        var staff = db.Staff;
        return new Officers(
            await db
                .DutyAssignments.AsNoTracking()
                .Where(a =>
                    a.Duty == Duty.DisclosureOffice
                    && a.From <= day
                    && (a.Until == null || a.Until >= day)
                    && staff.Any(s => s.Id == a.StaffId && s.Active && !s.MustChangePassword)
                )
                .Select(a => a.StaffId)
                .Distinct()
                .CountAsync(ct)
        );
    }
}
