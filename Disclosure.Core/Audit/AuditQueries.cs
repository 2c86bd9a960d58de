using System.Runtime.CompilerServices;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Audit;

/// <summary>What to show of the chain; empty fields do not narrow.</summary>
public sealed record AuditFilter(string Text, DateTime? FromUtc, DateTime? UntilUtc, int? SubmissionId);

/// <summary>One line on the auditor's page.</summary>
public sealed record AuditLine(
    long Seq,
    DateTime At,
    string Who,
    string Duty,
    string ActingFor,
    string Action,
    string Detail,
    int? SubmissionId,
    string Address,
    string Hash
);

/// <summary>Reads the chain for the audit administrator.</summary>
public sealed class AuditQueries(IDbContextFactory<DisclosureDb> contexts)
{
    /// <summary>Most lines of a page.</summary>
    public const int PageSize = 50;

    /// <summary>One page, newest first, at most 50 lines, with the number of all that match.</summary>
    /// <param name="page">From 0.</param>
    public async Task<(IReadOnlyList<AuditLine> Lines, int Total)> PageAsync(AuditFilter filter, int page, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var all = Narrow(db.Audit.AsNoTracking(), filter);
        return (await Lines(all).Skip(page * PageSize).Take(PageSize).ToListAsync(ct), await all.CountAsync(ct));
    }

    /// <summary>Everything that matches, newest first, line by line.</summary>
    public async IAsyncEnumerable<AuditLine> AllAsync(AuditFilter filter, [EnumeratorCancellation] CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await foreach (var line in Lines(Narrow(db.Audit.AsNoTracking(), filter)).AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return line;
        }
    }

    /// <summary>The newest entry, or null while the chain is empty.</summary>
    public async Task<AnchoredHead?> HeadAsync(CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db
            .Audit.AsNoTracking()
            .OrderByDescending(e => e.Seq)
            .Select(e => new AnchoredHead(e.At, e.Seq, e.Hash))
            .FirstOrDefaultAsync(ct);
    }

    private static IQueryable<AuditLine> Lines(IQueryable<AuditEntry> entries) =>
        entries
            .OrderByDescending(e => e.Seq)
            .Select(e => new AuditLine(
                e.Seq,
                e.At,
                e.StaffName,
                e.Duty,
                e.ActingFor,
                e.Action,
                e.Detail,
                e.SubmissionId,
                e.Address,
                e.Hash
            ));

    private static IQueryable<AuditEntry> Narrow(IQueryable<AuditEntry> all, AuditFilter filter)
    {
        if (filter.Text.Trim() is { Length: > 0 } text)
        {
            all = all.Where(e =>
                e.Detail.Contains(text)
                || e.StaffName.Contains(text)
                || e.ActingFor.Contains(text)
                || e.Duty.Contains(text)
                || e.Action.Contains(text)
                || e.Address.Contains(text)
            );
        }
        if (filter.FromUtc is { } from)
        {
            all = all.Where(e => e.At >= from);
        }
        if (filter.UntilUtc is { } until)
        {
            all = all.Where(e => e.At < until);
        }
        return filter.SubmissionId is { } item ? all.Where(e => e.SubmissionId == item) : all;
    }
}
