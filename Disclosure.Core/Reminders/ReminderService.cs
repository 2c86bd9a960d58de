using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Reminders;

/// <summary>One reminder as its person sees it.</summary>
/// <param name="RaisedAt">UTC.</param>
/// <param name="Seen">True once the person has said so.</param>
public sealed record ReminderRow(int Id, string Text, string Link, DateTime RaisedAt, bool Seen);

/// <summary>Tells people once of one thing and keeps that they have seen it. Nobody sees or clears another's.</summary>
public sealed class ReminderService(
    Operations operations,
    WriteGate store,
    IDbContextFactory<DisclosureDb> contexts,
    IEnumerable<IRaisesReminders> modules
)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 30;

    /// <summary>Asks every module what should stand and writes what does not yet; answers how many are new.</summary>
    public async Task<Outcome<int>> RaiseDueAsync(DateTime now, CancellationToken ct = default)
    {
        List<Reminder> fresh;
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            fresh = await FreshAsync(db, now, ct);
        }
        if (fresh.Count == 0)
        {
            // The usual case: the gate is not asked.
            return 0;
        }
        return await store.WriteAsync<int>(
            async db =>
            {
                var keys = fresh.Select(r => r.Key).ToList();
                var standing = (
                    await db.Reminders.Where(r => keys.Contains(r.Key)).Select(r => new { r.Key, r.StaffId }).ToListAsync(ct)
                ).ToHashSet();
                var missing = fresh.Where(r => !standing.Contains(new { r.Key, r.StaffId })).ToList();
                db.Reminders.AddRange(missing);
                return missing.Count;
            },
            null,
            ct
        );
    }

    /// <summary>How many the person has not seen yet.</summary>
    public async Task<int> CountAsync(Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        return await Of(op).CountAsync(r => r.SeenAt == null, ct);
    }

    /// <summary>The person's reminders, unseen first, newest first; one page.</summary>
    /// <param name="page">From 0; null for all.</param>
    public async Task<(IReadOnlyList<ReminderRow> Rows, int Total)> PageAsync(
        int? page,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var mine = Of(op);
        var (skip, take) = page is { } p ? (p * PageSize, PageSize) : (0, Listing.MostRows);
        var rows = await mine.OrderBy(r => r.SeenAt != null)
            .ThenByDescending(r => r.RaisedAt)
            .ThenByDescending(r => r.Id)
            .Skip(skip)
            .Take(take)
            .Select(r => new ReminderRow(r.Id, r.Text, r.Link, r.RaisedAt, r.SeenAt != null))
            .ToListAsync(ct);
        return (rows, await mine.CountAsync(ct));
    }

    /// <summary>The person has seen one, or all of them.</summary>
    /// <param name="id">The reminder; null for all.</param>
    public Task<Outcome<Done>> SeeAsync(int? id, Actor by, DateTime now, CancellationToken ct = default) =>
        operations.WriteAsync<Done>(
            by,
            now,
            async op =>
            {
                foreach (
                    var reminder in await op
                        .Db.Reminders.Where(r => r.StaffId == by.StaffId && r.SeenAt == null && (id == null || r.Id == id))
                        .ToListAsync(ct)
                )
                {
                    reminder.See(now);
                }
                return Done.It;
            },
            null,
            ct
        );

    // Whoever lost the right to read an item loses what was said of it too.
    private static IQueryable<Reminder> Of(Operation op)
    {
        var (db, grants) = op;
        if (grants.UnitId == 0)
        {
            return db.Reminders.Where(_ => false);
        }
        var readable = op.Items.Select(s => (int?)s.Id);
        return db
            .Reminders.AsNoTracking()
            .Where(r => r.StaffId == grants.StaffId && (r.SubmissionId == null || readable.Contains(r.SubmissionId)));
    }

    private async Task<List<Reminder>> FreshAsync(DisclosureDb db, DateTime now, CancellationToken ct)
    {
        var due = new List<DueReminder>();
        foreach (var module in modules)
        {
            due.AddRange(await module.DueAsync(db, now, ct));
        }
        var keys = due.Select(d => d.Key).Distinct().ToList();
        var standing = (
            await db.Reminders.Where(r => keys.Contains(r.Key)).Select(r => new { r.Key, r.StaffId }).ToListAsync(ct)
        ).ToHashSet();
        return
        [
            .. due.SelectMany(d => d.StaffIds.Distinct().Select(staff => (d, staff)))
                .Where(x => !standing.Contains(new { x.d.Key, StaffId = x.staff }))
                .DistinctBy(x => (x.d.Key, x.staff))
                .Select(x => new Reminder
                {
                    StaffId = x.staff,
                    Key = x.d.Key,
                    Text = x.d.Text,
                    Link = x.d.Link,
                    SubmissionId = x.d.SubmissionId,
                    RaisedAt = now,
                }),
        ];
    }
}
