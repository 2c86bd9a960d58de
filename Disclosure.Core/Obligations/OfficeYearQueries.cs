using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Review;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Obligations;

/// <summary>Reads the figures that the office draws: for the office and the leaders, who see those of all units.</summary>
public sealed class OfficeYearQueries(Operations operations)
{
    private const string Format = "只改格式";

    /// <summary>True for the office and the leaders.</summary>
    public static bool MaySee(Grants by) => by.Has(Duty.DisclosureOffice) || by.Has(Duty.DeputyDirector) || by.Has(Duty.Director);

    /// <summary>A year that has begun; null for everybody else and for a coming year.</summary>
    public async Task<OfficeYear?> ReadAsync(int year, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        if (!MaySee(grants) || year > op.Today.Year)
        {
            return null;
        }
        var (from, until) = (BureauTime.ToUtc(new DateTime(year, 1, 1)), BureauTime.ToUtc(new DateTime(year + 1, 1, 1)));
        var (reasons, returned) = await ReasonsAsync(db, from, until, ct);
        return new OfficeYear(
            year,
            await YearsAsync(db, year, op.Today, ct),
            await UnitsAsync(db, from, until, ct),
            [
                .. (await FigureReading.DaysAsync(db, year, ct)).Select(s => new StepDays(
                    s.Route,
                    s.Step,
                    s.Days.Count,
                    Median(s.Days),
                    s.Days[^1]
                )),
            ],
            reasons,
            returned
        );
    }

    private static async Task<IReadOnlyList<int>> YearsAsync(DisclosureDb db, int year, DateOnly today, CancellationToken ct)
    {
        var first = await db.Submissions.MinAsync(s => s.FirstSentAt, ct) is { } at ? BureauTime.Day(at).Year : today.Year;
        return [.. Enumerable.Range(first, today.Year - first + 1).Append(year).Distinct().OrderDescending()];
    }

    private static async Task<IReadOnlyList<UnitMonths>> UnitsAsync(DisclosureDb db, DateTime from, DateTime until, CancellationToken ct)
    {
        var units = await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Id, ct);
        var sent = await db
            .Submissions.AsNoTracking()
            .Where(s => s.FirstSentAt >= from && s.FirstSentAt < until)
            .Select(s => new { s.UnitId, At = s.FirstSentAt!.Value })
            .ToListAsync(ct);
        return
        [
            .. sent.GroupBy(s => s.UnitId)
                .OrderBy(g => units[g.Key].Kind == UnitKind.County)
                .ThenBy(g => units[g.Key].Order)
                .ThenBy(g => units[g.Key].Code, StringComparer.Ordinal)
                .Select(g =>
                {
                    var months = g.ToLookup(s => BureauTime.Day(s.At).Month);
                    return new UnitMonths(units[g.Key].Name, [.. Enumerable.Range(1, 12).Select(m => months[m].Count())]);
                }),
        ];
    }

    private static async Task<(IReadOnlyList<ReturnReason> Reasons, int Returned)> ReasonsAsync(
        DisclosureDb db,
        DateTime from,
        DateTime until,
        CancellationToken ct
    )
    {
        var submissions = db.Submissions;
        var returns = await db
            .Signatures.AsNoTracking()
            .Where(g => g.Kind == MoveKind.Return && g.At >= from && g.At < until)
            .Select(g => new
            {
                g.Id,
                g.SubmissionId,
                g.Step,
                Route = submissions.Where(s => s.Id == g.SubmissionId).Select(s => s.RouteCode).First(),
                g.ParticularsJson,
            })
            .ToListAsync(ct);
        // A return answers no questions itself; what it goes by was answered 是 since the item last went back.
        var ids = returns.Select(r => r.SubmissionId).Distinct().ToList();
        var before = (
            await db
                .Signatures.AsNoTracking()
                .Where(g => ids.Contains(g.SubmissionId) && (g.AnsweredYes || g.Kind == MoveKind.Return) && g.At < until)
                .OrderByDescending(g => g.Id)
                .Select(g => new
                {
                    g.Id,
                    g.SubmissionId,
                    g.Kind,
                    g.AnswersJson,
                })
                .ToListAsync(ct)
        ).ToLookup(g => g.SubmissionId);
        var given = returns
            .SelectMany(r =>
                Signature.ReadParticulars(r.ParticularsJson).FormatOnly ? [Format]
                : before[r.SubmissionId]
                    .SkipWhile(g => g.Id >= r.Id)
                    .TakeWhile(g => g.Kind != MoveKind.Return)
                    .SelectMany(g => Answers.Objections(Answers.FromJson(g.AnswersJson)))
                    .Distinct()
                    .Select(code => Criteria.Find(code).Name)
                    .ToList()
                    is [_, ..] named
                    ? named
                : [$"内容须改·{ApprovalRoutes.For(r.Route).Step(r.Step).Short}"]
            )
            .GroupBy(name => name)
            .Select(g => new ReturnReason(g.Key, g.Count()));
        return ([.. given.OrderByDescending(r => r.Count).ThenBy(r => r.Reason, StringComparer.Ordinal)], returns.Count);
    }

    // Of an even number the mean of the two in the middle.
    private static double Median(IReadOnlyList<int> ordered) => (ordered[(ordered.Count - 1) / 2] + ordered[ordered.Count / 2]) / 2.0;
}
