using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Audit;

/// <summary>What to show of the chain; empty fields do not narrow.</summary>
public sealed record AuditFilter(string Text, DateTime? FromUtc, DateTime? UntilUtc, int? SubmissionId);

/// <summary>One line on the auditor's page.</summary>
public sealed record AuditLine(long Seq, DateTime At, string Who, string Duty, string ActingFor, string Action, string Detail, int? SubmissionId, string Address, string Hash);

/// <summary>Reads the chain for the audit administrator.</summary>
public sealed class AuditQueries(IDbContextFactory<DisclosureDb> contexts)
{
    /// <summary>One page, newest first, at most 50 lines, with the number of all that match.</summary>
    public async Task<(IReadOnlyList<AuditLine> Lines, int Total)> PageAsync(AuditFilter filter, int page, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var all = db.Audit.AsNoTracking();
        if (filter.Text.Trim() is { Length: > 0 } text)
        {
            all = all.Where(e => e.Detail.Contains(text) || e.StaffName.Contains(text) || e.Action.Contains(text) || e.Address.Contains(text));
        }
        if (filter.FromUtc is { } from)
        {
            all = all.Where(e => e.At >= from);
        }
        if (filter.UntilUtc is { } until)
        {
            all = all.Where(e => e.At < until);
        }
        if (filter.SubmissionId is { } item)
        {
            all = all.Where(e => e.SubmissionId == item);
        }
        var total = await all.CountAsync(ct);
        var lines = await all.OrderByDescending(e => e.Seq).Skip(page * 50).Take(50)
            .Select(e => new AuditLine(e.Seq, e.At, e.StaffName, e.Duty, e.ActingFor, e.Action, e.Detail, e.SubmissionId, e.Address, e.Hash))
            .ToListAsync(ct);
        return (lines, total);
    }
}
