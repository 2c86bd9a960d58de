using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Approval;

/// <summary>One line of the limits' table.</summary>
/// <param name="Standard">Working days as the route comes.</param>
/// <param name="WorkDays">Working days in force.</param>
/// <param name="ChangedBy">Who set them, empty for the route's own.</param>
/// <param name="ChangedAt">UTC, null for the route's own.</param>
public sealed record StepLimitRow(Route Route, RouteStep Step, int Standard, int WorkDays, string ChangedBy, DateTime? ChangedAt);

/// <summary>The limits of the steps, set by the system administrator; they hold for items that arrive from then on.</summary>
public sealed class StepLimitService(Operations operations, IDbContextFactory<DisclosureDb> contexts)
{
    private const Duty Office = Duty.SystemAdmin;

    /// <summary>Every step with a limit, route by route.</summary>
    public async Task<IReadOnlyList<StepLimitRow>> AllAsync(CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var set = await db.StepLimits.AsNoTracking().ToDictionaryAsync(l => (l.RouteCode, l.StepCode), ct);
        return
        [
            .. from route in ApprovalRoutes.All
            from step in route.Steps
            where step.WorkDays > 0
            let own = set.GetValueOrDefault((route.Code, step.Code))
            select new StepLimitRow(route, step, step.WorkDays, own?.WorkDays ?? step.WorkDays, own?.StaffName ?? "", own?.ChangedAt),
        ];
    }

    /// <summary>Sets a limit; the route's own number takes the bureau's away again.</summary>
    public Task<Outcome<Done>> SetAsync(
        string routeCode,
        string stepCode,
        int workDays,
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
                var route = ApprovalRoutes.All.FirstOrDefault(r => r.Code == routeCode);
                if (route?.Steps.FirstOrDefault(s => s.Code == stepCode && s.WorkDays > 0) is not { } step)
                {
                    return new NotFound();
                }
                if (workDays is < DueDates.LeastStepDays or > DueDates.MostStepDays)
                {
                    return new StepLimitWrong();
                }
                var set = await db.StepLimits.FirstOrDefaultAsync(l => l.RouteCode == routeCode && l.StepCode == stepCode, ct);
                var before = set?.WorkDays ?? step.WorkDays;
                if (before == workDays)
                {
                    return Done.It;
                }
                if (set is not null)
                {
                    db.StepLimits.Remove(set);
                    await db.SaveChangesAsync(ct);
                }
                if (workDays != step.WorkDays)
                {
                    db.StepLimits.Add(
                        new StepLimit
                        {
                            RouteCode = routeCode,
                            StepCode = stepCode,
                            WorkDays = workDays,
                            StaffId = by.StaffId,
                            StaffName = by.Name,
                            ChangedAt = now,
                        }
                    );
                }
                return await Administration.NoteAsync(
                    db,
                    by,
                    Office,
                    "limit.set",
                    $"“{route.Name}”的“{step.Name}”时限由 {before} 个工作日改为 {workDays} 个工作日",
                    now
                );
            },
            ct
        );
}
