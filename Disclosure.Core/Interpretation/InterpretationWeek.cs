using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Reminders;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Interpretation;

/// <summary>Published policy documents whose interpretation is due or late (C2).</summary>
public sealed class InterpretationWeek : IWeekRows
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<WeekRow>> RowsAsync(DisclosureDb db, Grants grants, DateOnly today, CancellationToken ct = default)
    {
        var sunday = WeekRow.SundayOf(today);
        var rows = await InterpretationQueries.RowsAsync(
            db,
            db.Submissions.Where(ReadingRights.Of(db, grants)).Where(s => s.State == ItemState.Published),
            today,
            ct
        );
        return
        [
            .. rows.Where(r => r.State is InterpretationState.Lacking or InterpretationState.UnderWay && r.Due <= sunday)
                .Select(r => new WeekRow(
                    r.Late ? "解读超期" : "解读到期",
                    $"{r.Number} {r.Title}".Trim(),
                    r.Section,
                    r.Due!.Value,
                    r.Late,
                    "/interpretations"
                )),
        ];
    }
}
