using Disclosure.Core.Bureau;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Disclosure.Core.Approval;

/// <summary>
/// The bureau's own limit for a step, in the place of the one that comes with the route; the route itself is never edited.
/// </summary>
public sealed class StepLimit
{
    /// <summary>Code of the route.</summary>
    public required string RouteCode { get; init; }

    /// <summary>Code of the step.</summary>
    public required string StepCode { get; init; }

    /// <summary>Limit in working days.</summary>
    public required int WorkDays { get; init; }

    /// <summary>Who set it.</summary>
    public required int StaffId { get; init; }

    /// <summary>Name at the time.</summary>
    public required string StaffName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ChangedAt { get; init; }
}

/// <summary>The limits in force.</summary>
public sealed class StepLimits(IReadOnlyDictionary<(string Route, string Step), int> set)
{
    /// <summary>Working days at a step; 0 for none.</summary>
    public int Of(string route, string step) =>
        ApprovalRoutes.For(route).Step(step).WorkDays is > 0 and var own ? set.GetValueOrDefault((route, step), own) : 0;

    internal static async Task<StepLimits> ReadAsync(DisclosureDb db, CancellationToken ct = default) =>
        new((await db.StepLimits.AsNoTracking().ToListAsync(ct)).ToDictionary(l => (l.RouteCode, l.StepCode), l => l.WorkDays));
}

/// <summary>No limit of that length.</summary>
public sealed record StepLimitWrong()
    : EntryProblem("WorkDays", $"环节时限应为 {DueDates.LeastStepDays} 至 {DueDates.MostStepDays} 个工作日。");

internal sealed class StepLimitMapping : IEntityTypeConfiguration<StepLimit>
{
    public void Configure(EntityTypeBuilder<StepLimit> builder)
    {
        builder.ToTable("StepLimits");
        builder.HasKey(l => new { l.RouteCode, l.StepCode });
    }
}

/// <summary>The table of the limits.</summary>
public static class StepLimitTables
{
    extension(DisclosureDb db)
    {
        /// <summary>Limits set by the bureau.</summary>
        public DbSet<StepLimit> StepLimits => db.Set<StepLimit>();
    }
}
