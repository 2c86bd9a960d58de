using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Disclosure.Core.Approval;

/// <summary>Somebody of the route read an item whose hour of publication has not come (计划发布期间的查阅).</summary>
public sealed class PlannedReading
{
    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>The item.</summary>
    public required int SubmissionId { get; init; }

    /// <summary>Who.</summary>
    public required int StaffId { get; init; }

    /// <summary>Name at the time.</summary>
    public required string StaffName { get; init; }

    /// <summary>What was read: the page, a version, or a file by name.</summary>
    public required string What { get; init; }

    /// <summary>Network address.</summary>
    public required string Address { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
}

/// <summary>One reading as listed.</summary>
public sealed record PlannedReadingRow(string Name, string What, DateTime At, string Address);

/// <summary>
/// Notes readings inside the query that answers them, so that no way of reading goes unnoticed; within one minute the same reading is one.
/// </summary>
public sealed class ReadingLog(Operations operations, WriteGate store, IDbContextFactory<DisclosureDb> contexts)
{
    private static readonly TimeSpan Same = TimeSpan.FromMinutes(1);

    /// <summary>Most rows shown, newest first.</summary>
    public const int Most = 200;

    /// <summary>Notes a reading when the item waits for its hour; otherwise does nothing.</summary>
    internal async Task NoteAsync(Submission item, string what, Actor by, DateTime now, CancellationToken ct)
    {
        if (item.Ended || item.PlannedAt is not { } planned || planned <= now)
        {
            return;
        }
        var since = now - Same;
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            if (
                await db.PlannedReadings.AnyAsync(
                    r => r.SubmissionId == item.Id && r.StaffId == by.StaffId && r.What == what && r.At > since,
                    ct
                )
            )
            {
                return;
            }
        }
        var noted = await store.WriteAsync<Done>(
            db =>
            {
                db.PlannedReadings.Add(
                    new PlannedReading
                    {
                        SubmissionId = item.Id,
                        StaffId = by.StaffId,
                        StaffName = by.Name,
                        What = what,
                        Address = by.Address,
                        At = now,
                    }
                );
                return Task.FromResult<Outcome<Done>>(Done.It);
            },
            null,
            ct
        );
        if (!noted.Ok)
        {
            // Unnoted it is not read.
            throw new InvalidOperationException(noted.Problem!.Text);
        }
    }

    /// <summary>
    /// Readings of one item, newest first, for the office and the platform's head where they may read it; empty for everybody else.
    /// </summary>
    public async Task<IReadOnlyList<PlannedReadingRow>> OfItemAsync(int id, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        if (!(grants.Has(Duty.DisclosureOffice) || grants.Has(Duty.PlatformHead)) || !await op.MayReadAsync(id, ct))
        {
            return [];
        }
        return await db
            .PlannedReadings.AsNoTracking()
            .Where(r => r.SubmissionId == id)
            .OrderByDescending(r => r.Id)
            .Take(Most)
            .Select(r => new PlannedReadingRow(r.StaffName, r.What, r.At, r.Address))
            .ToListAsync(ct);
    }
}

internal sealed class PlannedReadingMapping : IEntityTypeConfiguration<PlannedReading>
{
    public void Configure(EntityTypeBuilder<PlannedReading> builder)
    {
        builder.ToTable("PlannedReadings");
        builder.HasIndex(r => new { r.SubmissionId, r.StaffId });
        builder.HasOne<Submission>().WithMany().HasForeignKey(r => r.SubmissionId).OnDelete(DeleteBehavior.Restrict);
    }
}
