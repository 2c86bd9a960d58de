using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Approval;

/// <summary>Keeps what a reviewer has typed and not yet signed, so that reload, restart or sign-out lose nothing.</summary>
public sealed class TypingService(Operations operations)
{
    /// <summary>Longest kept text, characters.</summary>
    private const int Most = 40_000;

    /// <summary>True where what a person types at the step is kept; the page asks the same.</summary>
    internal static Task<bool> KeepsAsync(DisclosureDb db, int id, string step, int round, Grants by, CancellationToken ct) =>
        db.Submissions.Where(ReadingRights.WaitingFor(by)).AnyAsync(s => s.Id == id && s.Step == step && s.Round == round, ct);

    /// <summary>Saves the typed decision of this person at the item's present step; a step that has moved on refuses.</summary>
    public Task<Outcome<DateTime>> SaveAsync(
        int id,
        string step,
        int round,
        string json,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    ) =>
        operations.WriteAsync<DateTime>(
            by,
            now,
            async op =>
            {
                var db = op.Db;
                if (json.Length > Most)
                {
                    return new TextTooLong(json.Length, Most);
                }
                var grants = op.Grants;
                if (!await KeepsAsync(db, id, step, round, grants, ct))
                {
                    return new NotFound();
                }
                var draft = await db.DecisionDrafts.FindAsync([id, by.StaffId, step, round], ct);
                if (draft is null)
                {
                    db.DecisionDrafts.Add(
                        new DecisionDraft
                        {
                            SubmissionId = id,
                            StaffId = by.StaffId,
                            Step = step,
                            Round = round,
                            Json = json,
                            SavedAt = now,
                        }
                    );
                }
                else
                {
                    draft.Json = json;
                    draft.SavedAt = now;
                }
                return now;
            },
            null,
            ct
        );
}
