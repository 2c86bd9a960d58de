using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Participation;

/// <summary>One line of the list.</summary>
/// <param name="Received">Opinions that came in.</param>
/// <param name="Undecided">Of them, those without an answer.</param>
public sealed record ConsultationRow(
    int Id,
    string Title,
    string Unit,
    Channel Channel,
    DateOnly From,
    DateOnly Until,
    ConsultationState State,
    int Received,
    int Undecided,
    DateOnly? SummaryOn,
    string SummaryPlace
);

/// <summary>One page of the list and where a new one may be begun.</summary>
public sealed record ConsultationList(IReadOnlyList<ConsultationRow> Rows, int Total, IReadOnlyList<ChoiceRow> Sections);

/// <summary>One opinion as shown.</summary>
public sealed record FeedbackView(
    int Id,
    DateOnly ReceivedOn,
    Voice From,
    string Text,
    FeedbackDecision? Decision,
    string Reason,
    string DecidedBy
);

/// <summary>One consultation with its opinions.</summary>
/// <param name="SubmissionId">The linked item, for whoever may read it; otherwise null.</param>
/// <param name="Item">Its number and title, for the same reader.</param>
public sealed record ConsultationView(
    ConsultationRow Row,
    string Text,
    int UnitId,
    int? SubmissionId,
    string Item,
    string Summary,
    int Version,
    bool MayEdit,
    IReadOnlyList<FeedbackView> Feedback,
    IReadOnlyList<ChoiceRow> Linkable
);

/// <summary>Reads consultations: everybody with a duty of the procedure; null or empty for others.</summary>
public sealed class ConsultationQueries(Operations operations)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 30;

    /// <summary>One page, those still to be answered first, then the newest; null for whoever holds no duty of the procedure.</summary>
    /// <param name="page">From 0; null for all.</param>
    public async Task<ConsultationList?> PageAsync(int? page, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        var today = BureauTime.Day(now);
        if (!MaySee(grants))
        {
            return null;
        }
        var all = db
            .Consultations.AsNoTracking()
            .OrderBy(c => c.SummaryOn != null)
            .ThenByDescending(c => c.Until)
            .ThenByDescending(c => c.Id);
        var rows = await RowsAsync(db, page is { } p ? all.Skip(p * PageSize).Take(PageSize) : all, today, ct);
        var units = await db
            .Units.AsNoTracking()
            .Where(u => u.Active && (u.Kind == UnitKind.Section || u.Kind == UnitKind.Center || u.Kind == UnitKind.Institution))
            .OrderBy(u => u.Order)
            .ToListAsync(ct);
        return new ConsultationList(
            rows,
            await all.CountAsync(ct),
            [.. units.Where(u => ConsultationService.MayEdit(grants, u.Id)).Select(u => new ChoiceRow(u.Id, u.Name))]
        );
    }

    /// <summary>One consultation; null for whoever holds no duty of the procedure.</summary>
    public async Task<ConsultationView?> FindAsync(int id, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        var today = BureauTime.Day(now);
        if (!MaySee(grants) || await db.Consultations.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, ct) is not { } c)
        {
            return null;
        }
        var row = (await RowsAsync(db, db.Consultations.AsNoTracking().Where(x => x.Id == id), today, ct))[0];
        var feedback = await db
            .ConsultationFeedback.AsNoTracking()
            .Where(f => f.ConsultationId == id)
            .OrderBy(f => f.ReceivedOn)
            .ThenBy(f => f.Id)
            .Select(f => new FeedbackView(f.Id, f.ReceivedOn, f.From, f.Text, f.Decision, f.Reason, f.DecidedBy))
            .ToListAsync(ct);
        var readable = op.Items.AsNoTracking();
        var item = await readable
            .Where(s => s.Id == c.SubmissionId)
            .Select(s => new ChoiceRow(s.Id, s.Number + " " + s.Title))
            .FirstOrDefaultAsync(ct);
        var (edit, unit) = (ConsultationService.MayEdit(grants, c.UnitId), c.UnitId);
        IReadOnlyList<ChoiceRow> linkable = edit ? await LinkableAsync(readable, unit, ct) : [];
        return new ConsultationView(row, c.Text, unit, item?.Id, item?.Name ?? "", c.Summary, c.Version, edit, feedback, linkable);
    }

    /// <summary>Items of a section this person may link to, newest first; at most 50, none for whoever may not edit for it.</summary>
    public async Task<IReadOnlyList<ChoiceRow>> LinkableAsync(int unitId, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var grants = op.Grants;
        return ConsultationService.MayEdit(grants, unitId) ? await LinkableAsync(op.Items.AsNoTracking(), unitId, ct) : [];
    }

    private static bool MaySee(Grants by) => by.All.Any(g => !g.Duty.IsAdministrator());

    private static async Task<List<ConsultationRow>> RowsAsync(
        DisclosureDb db,
        IQueryable<Consultation> some,
        DateOnly today,
        CancellationToken ct
    )
    {
        var (units, feedback) = (db.Units, db.ConsultationFeedback);
        var rows = await some.Select(c => new
        {
            Consultation = c,
            Unit = units.First(u => u.Id == c.UnitId).Name,
            Received = feedback.Count(f => f.ConsultationId == c.Id),
            Undecided = feedback.Count(f => f.ConsultationId == c.Id && f.Decision == null),
        })
            .ToListAsync(ct);
        return
        [
            .. rows.Select(x =>
                x.Consultation is var c
                    ? new ConsultationRow(
                        c.Id,
                        c.Title,
                        x.Unit,
                        c.Channel,
                        c.From,
                        c.Until,
                        c.StateOn(today),
                        x.Received,
                        x.Undecided,
                        c.SummaryOn,
                        c.SummaryPlace
                    )
                    : null!
            ),
        ];
    }

    private static async Task<IReadOnlyList<ChoiceRow>> LinkableAsync(IQueryable<Submission> readable, int unitId, CancellationToken ct) =>
        await readable
            .Where(s => (s.UnitId == unitId || s.SectionId == unitId) && s.Number != null && s.EndedAt == null)
            .OrderByDescending(s => s.Id)
            .Take(50)
            .Select(s => new ChoiceRow(s.Id, s.Number + " " + s.Title))
            .ToListAsync(ct);
}
