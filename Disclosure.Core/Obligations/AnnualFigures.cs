using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Files.Formats;
using Disclosure.Core.Ledgers;

namespace Disclosure.Core.Obligations;

/// <summary>One table of the annual report.</summary>
/// <param name="Code">Name in addresses.</param>
/// <param name="Note">How it was counted.</param>
/// <param name="Rows">Cells in the order of the head: texts, numbers, or null.</param>
public sealed record FigureTable(
    string Code,
    string Title,
    string Note,
    IReadOnlyList<string> Head,
    IReadOnlyList<IReadOnlyList<object?>> Rows
);

/// <summary>The figures of one year, drawn from the store at this moment.</summary>
/// <param name="Draft">Paragraph to copy into the report.</param>
/// <param name="Over">True once the year is over.</param>
public sealed record AnnualReport(int Year, string Bureau, IReadOnlyList<FigureTable> Tables, string Draft, bool Over);

/// <summary>
/// Draws the figures of the annual report (条例 art. 50): for the office, the leaders and the platform, who see the figures of all units;
/// null for everybody else.
/// </summary>
public sealed class AnnualFigures(Operations operations)
{
    /// <summary>True for those who see the figures of all units.</summary>
    public static bool MaySee(Grants by) => LedgerRights.MaySee(by) && LedgerRights.Units(by) is null;

    /// <summary>Tables and draft of a year that has begun.</summary>
    public async Task<AnnualReport?> ReadAsync(int year, Actor by, DateTime now, CancellationToken ct = default)
    {
        await using var op = await operations.ReadAsync(by, now, ct);
        var (db, grants) = op;
        var today = BureauTime.Day(now);
        if (!MaySee(grants) || year > today.Year)
        {
            return null;
        }
        var bureau = (await BureauProfile.ReadAsync(db, ct)).Name;
        var counted = await FigureReading.CountAsync(db, year, ct);
        return new AnnualReport(
            year,
            bureau,
            FigureTables.Of(counted),
            FigureTables.Draft(counted, bureau),
            new DateOnly(year, 12, 31) < today
        );
    }

    /// <summary>One table to hand out.</summary>
    public static Listing List(int year, FigureTable table) =>
        new(
            $"{year}年度报告数据（{table.Title}）",
            [
                .. table.Head.Select(
                    (name, i) =>
                        table.Rows.Any(r => r[i] is int or double) ? new ListColumn(name, 12, ListKind.Number) : new ListColumn(name, 24)
                ),
            ],
            table.Rows
        )
        {
            Notes = [table.Note],
        };

    /// <summary>All tables, one sheet each; null for whoever sees none.</summary>
    public async Task<byte[]?> FileAsync(int year, Actor by, DateTime now, CancellationToken ct = default) =>
        await ReadAsync(year, by, now, ct) is { } report
            ? Workbook.File([.. report.Tables.Select(t => new WorkbookSheet(t.Title, t.Head, t.Rows))])
            : null;
}

/// <summary>What was counted for one year.</summary>
/// <param name="Kinds">Published items by kind, largest first.</param>
/// <param name="Grounds">Not disclosed: ground in words, legal basis, items.</param>
/// <param name="Returns">Returns by the step that returned.</param>
/// <param name="Months">Confirmed months of the ledger.</param>
/// <param name="Steps">Step, signatures timed, working days together, longest.</param>
internal sealed record CountedYear(
    int Year,
    IReadOnlyList<(string Name, int Count)> Kinds,
    IReadOnlyList<(string Name, int Count)> Channels,
    IReadOnlyList<(string Name, int Count)> Units,
    IReadOnlyList<(string Words, string Law, int Count)> Grounds,
    int OnRequest,
    int Postponed,
    int Referred,
    IReadOnlyList<(string Name, int Count)> Returns,
    IReadOnlyList<(int Month, string By, DateOnly On, int Items)> Months,
    IReadOnlyList<(string Route, string Step, int Count, int Days, int Longest)> Steps
)
{
    /// <summary>Published items.</summary>
    public int Published => Kinds.Sum(k => k.Count);

    /// <summary>Mean of working days over all steps, one decimal; null without any.</summary>
    public double? Mean =>
        Steps.Sum(s => s.Count) is > 0 and var n ? Math.Round((double)Steps.Sum(s => s.Days) / n, 1, MidpointRounding.AwayFromZero) : null;
}
