using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Deadlines;
using Disclosure.Core.Ledgers;
using Disclosure.Core.Publication;
using Disclosure.Core.Review;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Obligations;

/// <summary>
/// Counts a year from the store, in eight questions whatever the number of items. The caller has asked who may see all figures.
/// </summary>
internal static class FigureReading
{
    private static readonly MoveKind[] Arriving =
    [
        MoveKind.Send,
        MoveKind.Approve,
        MoveKind.Receive,
        MoveKind.Return,
        MoveKind.Retract,
        MoveKind.Resume,
    ];
    private static readonly MoveKind[] Ending = [MoveKind.Approve, MoveKind.Receive, MoveKind.Publish, MoveKind.Return, MoveKind.Decline];

    public static async Task<CountedYear> CountAsync(DisclosureDb db, int year, CancellationToken ct)
    {
        var (from, until) = (BureauTime.ToUtc(new DateTime(year, 1, 1)), BureauTime.ToUtc(new DateTime(year + 1, 1, 1)));
        var units = await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Id, ct);
        var published = await PublishedAsync(db, from, until, ct);
        var channels = await db
            .Publications.AsNoTracking()
            .Where(p => p.At >= from && p.At < until)
            .Select(p => new { p.Channel, p.SubmissionId })
            .Distinct()
            .GroupBy(p => p.Channel)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(ct);
        var grounds = (await WithheldReading.GroundsAsync(db, db.Submissions.AsNoTracking(), null, until, ct))
            .SelectMany(g => g)
            .Where(g => g.Since >= from)
            .ToList();
        var holds = await db
            .Holds.AsNoTracking()
            .Where(h => h.OpenedAt >= from && h.OpenedAt < until)
            .GroupBy(h => h.Kind)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(ct);
        var months = await db.MonthlyReports.AsNoTracking().Where(r => r.Year == year).OrderBy(r => r.Month).ToListAsync(ct);
        var moves = await MovesAsync(db, from, until, ct);
        return new CountedYear(
            year,
            Named(published.GroupBy(p => p.Content.Kind ?? ItemKind.Other), k => k.Name()),
            [.. channels.OrderByDescending(c => c.Count).ThenBy(c => c.Key).Select(c => (c.Key.Name(), c.Count))],
            [.. published.GroupBy(p => p.UnitId).OrderBy(g => units[g.Key].Order).Select(g => (units[g.Key].Name, g.Count()))],
            [
                .. grounds
                    .Where(g => g.Kind == WithheldKind.Withheld)
                    .GroupBy(g => (g.Words, g.Place, g.Law))
                    .OrderByDescending(g => g.Count())
                    .Select(g => (g.Key.Words, string.Join("，", new[] { g.Key.Place, g.Key.Law }.Where(w => w.Length > 0)), g.Count())),
            ],
            published.Count(p => p.Content.Attribute == DisclosureAttribute.OnRequest),
            holds.FirstOrDefault(h => h.Key == HoldKind.Postponement)?.Count ?? 0,
            holds.FirstOrDefault(h => h.Key == HoldKind.Referral)?.Count ?? 0,
            Returns(moves, from),
            [
                .. months.Select(m =>
                    (
                        m.Month,
                        m.ConfirmedByName,
                        BureauTime.Day(m.ConfirmedAt),
                        MonthLedger.FromJson(m.FiguresJson).Total[LedgerColumn.Items]
                    )
                ),
            ],
            Steps(moves, from, new StepClock(await WorkCalendars.ReadAsync(db, ct), await StepLimits.ReadAsync(db, ct)))
        );
    }

    /// <summary>Working days of each step in a year, shortest first; steps in the order of the routes.</summary>
    public static async Task<IReadOnlyList<(string Route, string Step, IReadOnlyList<int> Days)>> DaysAsync(
        DisclosureDb db,
        int year,
        CancellationToken ct
    )
    {
        var (from, until) = (BureauTime.ToUtc(new DateTime(year, 1, 1)), BureauTime.ToUtc(new DateTime(year + 1, 1, 1)));
        var clock = new StepClock(await WorkCalendars.ReadAsync(db, ct), await StepLimits.ReadAsync(db, ct));
        return [.. Used(await MovesAsync(db, from, until, ct), from, clock)];
    }

    private sealed record Published(int UnitId, ItemContent Content);

    private sealed record Step(int ItemId, string Route, string From, string To, MoveKind Kind, DateTime At);

    private static async Task<List<Published>> PublishedAsync(DisclosureDb db, DateTime from, DateTime until, CancellationToken ct)
    {
        var rows = await db
            .Submissions.AsNoTracking()
            .Where(s => s.State == ItemState.Published && s.EndedAt >= from && s.EndedAt < until)
            .Join(db.Revisions, s => s.RevisionId, r => r.Id, (s, r) => new { s.UnitId, r.ContentJson })
            .ToListAsync(ct);
        return [.. rows.Select(r => new Published(r.UnitId, ItemContent.FromJson(r.ContentJson)))];
    }

    // Of items alive in the year everything up to its end: the arrival at a step may lie in the year before.
    private static Task<List<Step>> MovesAsync(DisclosureDb db, DateTime from, DateTime until, CancellationToken ct) =>
        db
            .Signatures.AsNoTracking()
            .Where(g => g.At < until)
            .Join(
                db.Submissions.Where(s => s.CreatedAt < until && (s.EndedAt == null || s.EndedAt >= from)),
                g => g.SubmissionId,
                s => s.Id,
                (g, s) => new { g, s.RouteCode }
            )
            .OrderBy(x => x.g.SubmissionId)
            .ThenBy(x => x.g.Id)
            .Select(x => new Step(x.g.SubmissionId, x.RouteCode, x.g.Step, x.g.ToStep, x.g.Kind, x.g.At))
            .ToListAsync(ct);

    private static List<(string Name, int Count)> Returns(List<Step> moves, DateTime from) =>
        [
            .. moves
                .Where(m => m.Kind == MoveKind.Return && m.At >= from)
                .GroupBy(m => (m.Route, m.From))
                .OrderBy(g => g.Key.Route, StringComparer.Ordinal)
                .ThenBy(g => ApprovalRoutes.For(g.Key.Route).PlaceOf(g.Key.From))
                .Select(g => ($"{RouteName(g.Key.Route)} · {ApprovalRoutes.For(g.Key.Route).Step(g.Key.From).Short}", g.Count())),
        ];

    private static List<(string Route, string Step, int Count, int Days, int Longest)> Steps(
        List<Step> moves,
        DateTime from,
        StepClock clock
    ) => [.. Used(moves, from, clock).Select(g => (g.Route, g.Step, g.Days.Count, g.Days.Sum(), g.Days.Max()))];

    // Working days of every signature that ended a wait, step by step in the order of the routes.
    private static IEnumerable<(string Route, string Step, IReadOnlyList<int> Days)> Used(List<Step> moves, DateTime from, StepClock clock)
    {
        var used = new List<(string Route, string Step, int Days)>();
        for (var i = 1; i < moves.Count; i++)
        {
            var (before, move) = (moves[i - 1], moves[i]);
            var waited =
                before.ItemId == move.ItemId
                && before.To == move.From
                && move.From != RouteCodes.Editor
                && Arriving.Contains(before.Kind)
                && Ending.Contains(move.Kind);
            if (waited && move.At >= from && clock.Used(before.At, move.At) is { } days)
            {
                used.Add((move.Route, move.From, days));
            }
        }
        return used.GroupBy(u => (u.Route, u.Step))
            .OrderBy(g => g.Key.Route, StringComparer.Ordinal)
            .ThenBy(g => ApprovalRoutes.For(g.Key.Route).PlaceOf(g.Key.Step))
            .Select(g =>
                (
                    RouteName(g.Key.Route),
                    ApprovalRoutes.For(g.Key.Route).Step(g.Key.Step).Short,
                    (IReadOnlyList<int>)[.. g.Select(u => u.Days).Order()]
                )
            );
    }

    private static List<(string Name, int Count)> Named<T>(IEnumerable<IGrouping<T, Published>> groups, Func<T, string> name) =>
        [.. groups.OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => (name(g.Key), g.Count()))];

    private static string RouteName(string route) => RouteCodes.IsCounty(route) ? "县区" : "市局";
}
