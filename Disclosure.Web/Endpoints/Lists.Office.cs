using Disclosure.Core.Archive;
using Disclosure.Core.Common;
using Disclosure.Core.Ledgers;
using Disclosure.Core.Obligations;
using Disclosure.Core.Printing;
using Disclosure.Core.Publication;
using Disclosure.Web.Setup;

namespace Disclosure.Web.Endpoints;

/// <summary>Ledgers and what the office keeps.</summary>
internal static partial class Lists
{
    private static IEnumerable<ListEntry> Office() => [.. Ledgers(), .. Duties(), .. Charts(), .. Kept()];

    private static IEnumerable<ListEntry> Ledgers() =>
        [
            new(
                ListName.Ledger,
                Policies.Ledger,
                async a =>
                    Month(a) is { } month && await a.Get<LedgerQueries>().MonthAsync(month, a.By, a.Now, a.Ct) is { } view
                        ? LedgerFiles.List(view)
                        : new NotFound()
            )
            {
                Form = LedgerFormAsync,
                Former = ["/ledgers/{month}.xlsx", "/ledgers/{month}.pdf"],
            },
            new(ListName.LedgerItems, Policies.Ledger, LedgerItemsAsync),
            new(
                ListName.Publications,
                Policies.PublicationLedger,
                async a =>
                    Period(a) is { } period
                    && await a.Get<PublicationLedgerQueries>().PageAsync(period, null, a.By, a.Now, a.Ct) is { } view
                        ? PublicationLedgerFiles.List(view)
                        : new NotFound()
            )
            {
                Former = ["/ledgers/publications/{period}.xlsx", "/ledgers/publications/{period}.csv"],
            },
            new(
                ListName.Withheld,
                Policies.Withheld,
                async a =>
                    a.Year is { } year && await a.Get<WithheldQueries>().PageAsync(year, null, a.By, a.Now, a.Ct) is { } list
                        ? WithheldFiles.List(list)
                        : new NotFound()
            )
            {
                Former = ["/withheld/{year}.xlsx"],
            },
            new(
                ListName.Trace,
                Policies.Staff,
                async a =>
                    a.Number("item") is { } item ? await a.Get<TraceQueries>().ListAsync(item, a.Format, a.By, a.Now, a.Ct) : new NotFound()
            )
            {
                Form = TraceFormAsync,
                Former = ["/items/{item:int}/trace.pdf", "/items/{item:int}/trace.csv"],
            },
        ];

    private static IEnumerable<ListEntry> Duties() =>
        [
            new(
                ListName.Duties,
                Policies.Procedure,
                async a =>
                    a.Year is { } year && await a.Get<ObligationQueries>().YearAsync(year, a.By, a.Now, a.Ct) is { } view
                        ? DutyFiles.List(view)
                        : new NotFound()
            )
            {
                Former = ["/duties/{year}.xlsx", "/duties/{year}.csv"],
            },
            new(
                ListName.Figures,
                Policies.Figures,
                async a =>
                    a.Year is { } year
                    && await a.Get<AnnualFigures>().ReadAsync(year, a.By, a.Now, a.Ct) is { } report
                    && report.Tables.FirstOrDefault(t => t.Code == a.Text("code")) is { } table
                        ? AnnualFigures.List(year, table)
                        : new NotFound()
            )
            {
                Former = ["/duties/annual-report/{year}/{code}.xlsx", "/duties/annual-report/{year}/{code}.csv"],
            },
            new(ListName.Releases, Policies.Staff, ReleasesAsync) { Former = ["/releases/{year}.xlsx", "/releases/{year}.csv"] },
        ];

    private static IEnumerable<ListEntry> Charts() =>
        [
            Chart(ListName.ChartUnits, y => y.UnitList()),
            Chart(ListName.ChartSteps, y => y.StepList()),
            Chart(ListName.ChartReturns, y => y.ReasonList()),
        ];

    private static ListEntry Chart(ListName name, Func<OfficeYear, Listing> list) =>
        new(
            name,
            Policies.Charts,
            async a =>
                a.Year is { } year && await a.Get<OfficeYearQueries>().ReadAsync(year, a.By, a.Now, a.Ct) is { } figures
                    ? list(figures)
                    : new NotFound()
        );

    private static IEnumerable<ListEntry> Kept() =>
        [
            new(
                ListName.Originals,
                Policies.Procedure,
                async a =>
                {
                    var filter = a.Named<OriginalsFilter>("pile") ?? OriginalsFilter.Out;
                    var page = await a.Get<PrintQueries>().PageAsync(filter, a.Text("text"), null, a.By, a.Now, a.Ct);
                    return OriginalFiles.List(filter, a.Text("text"), page);
                }
            )
            {
                Former = ["/originals.xlsx"],
            },
            new(
                ListName.Archive,
                Policies.Archive,
                async a =>
                {
                    var kept = a.Named<Retention>("retention");
                    return
                        a.Year is { } year
                        && await a.Get<ArchiveQueries>().PageAsync(year, a.Text("text"), kept, null, a.By, a.Now, a.Ct) is { } list
                        ? ArchiveFiles.List(year, kept, a.Text("text"), list)
                        : new NotFound();
                }
            ),
        ];

    private static LedgerMonth? Month(ListAsked a) =>
        a.Text("month") is { Length: > 0 } text ? LedgerMonth.Read(text) : LedgerMonth.Of(a.Today);

    private static PublicationPeriod? Period(ListAsked a) =>
        a.Text("period") is { Length: > 0 } text ? PublicationPeriod.Read(text) : new PublicationPeriod(a.Today.Year, null);

    private static async Task<Outcome<PrintedForm>> LedgerFormAsync(ListAsked a)
    {
        if (Month(a) is not { } month)
        {
            return new NotFound();
        }
        var drawn = await a.Get<LedgerQueries>().PdfAsync(month, a.By, a.Now, a.Ct);
        return drawn.Ok ? new PrintedForm($"{month.Name}保密审查台账.pdf", drawn.Value) : drawn.Problem!;
    }

    private static async Task<Outcome<Listing>> LedgerItemsAsync(ListAsked a)
    {
        var (unit, block) = (a.Number("unit"), a.Named<LedgerBlock>("block") ?? LedgerBlock.All);
        if (Month(a) is not { } month || a.Named<LedgerColumn>("column") is not { } column)
        {
            return new NotFound();
        }
        var queries = a.Get<LedgerQueries>();
        return
            await queries.MonthAsync(month, a.By, a.Now, a.Ct) is { } view
            && await queries.ItemsAsync(month, column, unit, block, null, a.By, a.Now, a.Ct) is { } page
            ? LedgerItemFiles.List(month, view.Figure(column, unit, block), page)
            : new NotFound();
    }

    private static async Task<Outcome<PrintedForm>> TraceFormAsync(ListAsked a)
    {
        if (a.Number("item") is not { } item)
        {
            return new NotFound();
        }
        var drawn = await a.Get<TraceQueries>().PdfAsync(item, a.By, a.Now, a.Ct);
        return drawn.Ok ? new PrintedForm(drawn.Value.Name, drawn.Value.Bytes) : drawn.Problem!;
    }

    private static async Task<Outcome<Listing>> ReleasesAsync(ListAsked a)
    {
        if (a.Year is not { } year)
        {
            return new NotFound();
        }
        var month = LedgerMonth.Read(a.Text("month"));
        var (from, until) = month is { } one
            ? (one.First, one.Next.First.AddDays(-1))
            : (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var page = await a.Get<ReleaseQueries>().PageAsync(from, until, null, a.By, a.Now, a.Ct);
        return ReleaseFiles.List(month?.Name ?? $"{year}年", page);
    }
}
