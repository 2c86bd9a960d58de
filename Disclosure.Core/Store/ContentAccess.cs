using Disclosure.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Store;

/// <summary>Says whether content may be read for a holder: one rule for every page and endpoint, for uploads and for the index.</summary>
public static class ContentAccess
{
    /// <summary>What keeps the content from being read for this holder, or null.</summary>
    /// <param name="by">On whose behalf; null for a new holder, such as an upload.</param>
    public static async Task<Problem?> RefusalAsync(DisclosureDb db, string sha256, Holder? by, CancellationToken ct = default) =>
        Refusal(Latest(await db.Withdrawals.AsNoTracking().Where(w => w.Sha256 == sha256).ToListAsync(ct)), by);

    /// <summary>Those of the contents that may not be read for this holder, each with the reason.</summary>
    public static async Task<IReadOnlyDictionary<string, Problem>> ClosedAsync(
        DisclosureDb db,
        IReadOnlyCollection<string> shas,
        Holder by,
        CancellationToken ct = default
    )
    {
        var closed = new Dictionary<string, Problem>();
        foreach (
            var rows in (await db.Withdrawals.AsNoTracking().Where(w => shas.Contains(w.Sha256)).ToListAsync(ct)).GroupBy(w => w.Sha256)
        )
        {
            if (Refusal(Latest(rows), by) is { } problem)
            {
                closed[rows.Key] = problem;
            }
        }
        return closed;
    }

    /// <summary>
    /// Those of the contents that may not be read for the holder named beside each, with the moment of the newest withdrawal of the
    /// content, UTC.
    /// </summary>
    internal static async Task<IReadOnlyDictionary<(string Sha256, Holder By), DateTime>> ClosedAsync(
        DisclosureDb db,
        IEnumerable<(string Sha256, Holder By)> held,
        CancellationToken ct = default
    )
    {
        // All rows there are: they are as few as the holders of stopped content, and a list of all open files would be longer.
        var rows = (await db.Withdrawals.AsNoTracking().ToListAsync(ct)).ToLookup(w => w.Sha256);
        return held.Distinct()
            .Where(h => Refusal(Latest(rows[h.Sha256]), h.By) is not null)
            .ToDictionary(h => h, h => rows[h.Sha256].Max(w => w.At));
    }

    /// <summary>The last word on each holder.</summary>
    internal static List<Withdrawal> Latest(IEnumerable<Withdrawal> rows) =>
        [.. rows.GroupBy(w => (w.Sha256, w.Holder, w.HolderKey)).Select(g => g.MaxBy(w => w.Id)!)];

    // A holder that is not listed came later or was never asked: closed while any answer is missing, and as long as nobody was released.
    private static Problem? Refusal(List<Withdrawal> latest, Holder? by)
    {
        if (latest.Count == 0)
        {
            return null;
        }
        var own = latest.Find(w => by is { } holder && w.Holder == holder.Kind && w.HolderKey == holder.Key);
        return own switch
        {
            { Decision: WithdrawalDecision.Destroyed } => new ContentIsErased(),
            { Decision: WithdrawalDecision.Released } => null,
            { Decision: null } => new ContentIsWithdrawn(),
            _ => latest.TrueForAll(w => w.Decision is not null) && latest.Exists(w => w.Decision == WithdrawalDecision.Released)
                ? null
                : new ContentIsWithdrawn(),
        };
    }
}
