using System.Runtime.CompilerServices;
using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Files.Formats;
using Disclosure.Core.Reminders;
using Disclosure.Core.Store;
using Disclosure.Web.Components.Audit;
using Disclosure.Web.Setup;

namespace Disclosure.Web.Endpoints;

/// <summary>The bureau's own particulars, the chain, and what a person was told.</summary>
internal static partial class Lists
{
    private static IEnumerable<ListEntry> Administration() =>
        [
            new(ListName.People, Policies.Administrator, PeopleAsync),
            new(
                ListName.Units,
                Policies.Administrator,
                async a => BureauFiles.List(a.Text("text"), await a.Get<BureauQueries>().UnitsAsync(a.Text("text"), a.Flag("closed"), a.Ct))
            ),
            new(
                ListName.Subjects,
                Policies.Administrator,
                async a =>
                    BureauFiles.List(a.Text("text"), await a.Get<BureauQueries>().SubjectsAsync(a.Text("text"), a.Flag("closed"), a.Ct))
            ),
            new(
                ListName.Delegations,
                Policies.Administrator,
                async a =>
                {
                    var (rows, total) = await a.Get<StaffQueries>().DelegationsAsync(a.Text("text"), a.Flag("ended"), null, a.Today, a.Ct);
                    return BureauFiles.List(a.Text("text"), rows, total, a.Today);
                }
            ),
            new(ListName.Audit, Policies.AuditAdmin, AuditAsync)
            {
                Lines = a => AuditLinesAsync(a, a.Ct),
                Noted = AuditNotedAsync,
                Former = ["/audit/export.csv"],
            },
            new(
                ListName.Reminders,
                Policies.Staff,
                async a =>
                {
                    var (rows, total) = await a.Get<ReminderService>().PageAsync(null, a.By, a.Now, a.Ct);
                    return ReminderFiles.List(rows, total);
                }
            ),
        ];

    private static async Task<Outcome<Listing>> PeopleAsync(ListAsked a)
    {
        var filter = new StaffFilter(a.Text("q"), a.Number("unit"), a.Named<Duty>("duty"), a.Flag("closed"));
        var (rows, total) = await a.Get<StaffQueries>().PageAsync(filter, null, a.Now, a.Ct);
        return BureauFiles.List(filter, rows, total);
    }

    private static AuditFilter Filter(ListAsked a) => AuditDays.Filter(a.Text("q"), a.Day("from"), a.Day("until"), a.Number("item"));

    private static async Task<Outcome<Listing>> AuditAsync(ListAsked a)
    {
        var (queries, filter) = (a.Get<AuditQueries>(), Filter(a));
        var (_, total) = await queries.PageAsync(filter, 0, a.Ct);
        // A table for machines is written line by line; here only the first ones are held.
        var most = a.Format == "csv" ? 0 : a.Most;
        return AuditFiles.List(filter, await queries.AllAsync(filter, a.Ct).Take(most).ToListAsync(a.Ct), total);
    }

    private static async IAsyncEnumerable<string> AuditLinesAsync(ListAsked a, [EnumeratorCancellation] CancellationToken ct)
    {
        yield return Csv.Line([.. AuditFiles.Fields.Select(f => f.Name)]);
        await foreach (var line in a.Get<AuditQueries>().AllAsync(Filter(a), ct))
        {
            yield return Csv.Line([.. AuditFiles.Fields.Select(f => Listing.Shown(f.Cell(line)))]);
        }
    }

    private static async Task<Problem?> AuditNotedAsync(ListAsked a)
    {
        var noted = await a.Get<WriteGate>()
            .WriteAsync<Done>(
                async db =>
                {
                    await AuditTrail.AppendAsync(
                        db,
                        new AuditFact(a.By, "audit.export", "导出审计记录", a.Now) { Duty = Duty.AuditAdmin.Name() }
                    );
                    return Done.It;
                },
                null,
                a.Ct
            );
        return noted.Problem;
    }
}
