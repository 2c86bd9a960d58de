using Disclosure.Core.Audit;
using Disclosure.Core.Review;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Approval;

/// <summary>Tells from the chain which moves may have taken content out of the store.</summary>
internal static class ErasingMoves
{
    private static readonly string Stop = SignedFacts.Action(MoveKind.Stop);
    private static readonly string[] Actions = [Stop, SignedFacts.Action(MoveKind.Hold), SignedFacts.Action(MoveKind.Resume)];

    /// <summary>
    /// What stands in the chain behind a hold or its end: which one it was. A name that was once written must stay known here.
    /// </summary>
    internal static string Mark(string name) => $"（{name}）";

    /// <summary>
    /// Every entry of such a move, oldest first. A hold for 区分处理 is among them whatever had to be taken out, for the chain does not say
    /// what it was.
    /// </summary>
    public static async Task<List<AuditEntry>> OfAsync(DisclosureDb db, CancellationToken ct) =>
        [
            .. (await db.Audit.AsNoTracking().Where(e => Actions.Contains(e.Action)).OrderBy(e => e.Seq).ToListAsync(ct)).Where(e =>
                TakesAll(e) || TakesPart(e)
            ),
        ];

    /// <summary>True when the item was stopped: nothing of it is left but the record.</summary>
    public static bool TakesAll(AuditEntry e) =>
        e.Action == Stop || e.Detail.Contains(Mark(HoldOutcome.Classified.Name()), StringComparison.Ordinal);

    private static bool TakesPart(AuditEntry e) =>
        e.Detail.Contains(Mark(HoldKind.Redaction.Name()), StringComparison.Ordinal)
        || e.Detail.Contains(Mark(HoldOutcome.InPart.Name()), StringComparison.Ordinal);
}
