using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Deadlines;
using Disclosure.Core.Publication;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Interpretation;

/// <summary>How far the interpretation of a policy document has come (C2).</summary>
public enum InterpretationState
{
    /// <summary>缺少解读: the document is under way or published and nothing interprets it.</summary>
    Lacking,

    /// <summary>解读在办.</summary>
    UnderWay,

    /// <summary>已解读.</summary>
    Published,

    /// <summary>无需解读, with the reason.</summary>
    NotNeeded,
}

/// <summary>A policy document and what became of its interpretation.</summary>
/// <param name="PublishedOn">Day the document was published, or null while it is under way.</param>
/// <param name="Due">Last working day for the interpretation; null while the document is not published or the calendar does not reach so
/// far.</param>
/// <param name="Late">True when that day has passed and nothing was published, or it was published later.</param>
/// <param name="Words">Where the interpretation stands, or why none is needed.</param>
public sealed record InterpretationRow(
    int Id,
    string Number,
    string Title,
    string Section,
    DateOnly? PublishedOn,
    InterpretationState State,
    DateOnly? Due,
    bool Late,
    int? InterpretationId,
    string Words
);

/// <summary>Reads policy documents with their interpretation, for whoever may read the document.</summary>
public sealed class InterpretationQueries(Operations operations)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 30;

    /// <summary>Policy documents, those that lack something first; one page.</summary>
    /// <param name="all">False for those that lack an interpretation or wait for one.</param>
    /// <param name="page">From 0; null for everything.</param>
    public async Task<(IReadOnlyList<InterpretationRow> Rows, int Total)> PageAsync(
        bool all,
        int? page,
        Actor by,
        DateTime now,
        CancellationToken ct = default
    )
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var db = op.Db;
        var today = BureauTime.Day(now);
        var rows = await RowsAsync(db, op.Items.AsNoTracking(), today, ct);
        var shown = rows.Where(r => all || r.State is InterpretationState.Lacking or InterpretationState.UnderWay)
            .OrderBy(r => r.State)
            .ThenByDescending(r => r.Late)
            .ThenBy(r => r.Due ?? DateOnly.MaxValue)
            .ThenByDescending(r => r.Id)
            .ToList();
        return (page is { } p ? [.. shown.Skip(p * PageSize).Take(PageSize)] : shown, shown.Count);
    }

    /// <summary>Every policy document among the items given; documents are few.</summary>
    internal static async Task<IReadOnlyList<InterpretationRow>> RowsAsync(
        DisclosureDb db,
        IQueryable<Submission> readable,
        DateOnly today,
        CancellationToken ct
    )
    {
        var units = db.Units;
        var documents = await readable
            .Where(s =>
                s.Kind == ItemKind.PolicyDocument
                && s.AmendsId == null
                && s.TakenDownAt == null
                && s.State != ItemState.Draft
                && s.State != ItemState.Withdrawn
                && s.State != ItemState.Declined
                && s.State != ItemState.Stopped
            )
            .Select(s => new { Item = s, Section = units.First(u => u.Id == s.SectionId).ShortName })
            .ToListAsync(ct);
        var calendar = await WorkCalendars.ReadAsync(db, ct);
        var rows = new List<InterpretationRow>();
        foreach (var d in documents)
        {
            rows.Add(Row(d.Item, d.Section, await PublishingRules.PairOfAsync(db, d.Item, ct), calendar, today));
        }
        return rows;
    }

    private static InterpretationRow Row(Submission document, string section, Submission? pair, WorkCalendar calendar, DateOnly today)
    {
        DateOnly? published = document is { State: ItemState.Published, EndedAt: { } at } ? BureauTime.Day(at) : null;
        var due =
            published is { } from && calendar.After(from, DueDates.InterpretWithin) is { Ok: true, Value: var last }
                ? last
                : (DateOnly?)null;
        var reason = document.Draft.NoInterpretationReason.Trim();
        var (state, words) = pair switch
        {
            { State: ItemState.Published } => (
                InterpretationState.Published,
                $"{pair.Number} 已于 {BureauTime.Day(pair.EndedAt!.Value):yyyy-MM-dd} 发布"
            ),
            { Editable: true } => (InterpretationState.UnderWay, "解读稿在起草"),
            { } => (InterpretationState.UnderWay, $"解读稿 {pair.Number} 在{ApprovalRoutes.For(pair.RouteCode).Step(pair.Step).Short}"),
            null when reason.Length > 0 => (InterpretationState.NotNeeded, $"无需解读：{reason}"),
            null => (InterpretationState.Lacking, "没有解读稿"),
        };
        var until = pair is { State: ItemState.Published, EndedAt: { } ended } ? BureauTime.Day(ended) : today;
        return new InterpretationRow(
            document.Id,
            document.Number ?? "",
            document.Title,
            section,
            published,
            state,
            due,
            state != InterpretationState.NotNeeded && until > due,
            pair?.Id,
            words
        );
    }
}

/// <summary>Words of this module.</summary>
public static class InterpretationWords
{
    /// <summary>Chinese name.</summary>
    public static string Name(this InterpretationState state) =>
        state switch
        {
            InterpretationState.Lacking => "缺少解读",
            InterpretationState.UnderWay => "解读在办",
            InterpretationState.Published => "已解读",
            InterpretationState.NotNeeded => "无需解读",
        };
}
