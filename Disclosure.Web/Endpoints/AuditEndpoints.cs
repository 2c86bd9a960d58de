using System.Globalization;
using System.Text;
using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Files.Formats;
using Disclosure.Core.Store;
using Disclosure.Web.Components.Audit;
using Disclosure.Web.Setup;

namespace Disclosure.Web.Endpoints;

/// <summary>The chain as a table for office programs; taking it away is itself an entry.</summary>
internal static class AuditEndpoints
{
    private const int Flushed = 500;
    private static readonly string[] Head = ["序号", "时间", "人员", "职责", "代何人", "代码", "事项", "稿件序号", "地址", "散列"];

    public static void MapAudit(this WebApplication app) =>
        app.MapGet("/audit/export.csv", ExportAsync).RequireAuthorization(Policies.AuditAdmin);

    private static async Task ExportAsync(
        string? q,
        DateOnly? from,
        DateOnly? until,
        int? item,
        HttpContext context,
        AuditQueries queries,
        WriteGate store,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var by = await current.GetAsync();
        var noted = await store.WriteAsync<Done>(
            async db =>
            {
                await AuditTrail.AppendAsync(db, new AuditFact(by, "audit.export", "导出审计记录", now) { Duty = Duty.AuditAdmin.Name() });
                return Done.It;
            },
            null,
            ct
        );
        if (!noted.Ok)
        {
            await Results
                .Text(noted.Problem!.Text, "text/plain; charset=utf-8", statusCode: StatusCodes.Status503ServiceUnavailable)
                .ExecuteAsync(context);
            return;
        }
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"audit-{BureauTime.Day(now):yyyyMMdd}.csv\"";
        await using var body = new StreamWriter(context.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await body.WriteAsync(Csv.Line(Head));
        var written = 0;
        await foreach (var line in queries.AllAsync(AuditDays.Filter(q, from, until, item), ct))
        {
            await body.WriteAsync(Csv.Line(Cells(line)));
            if (++written % Flushed == 0)
            {
                await body.FlushAsync(ct);
            }
        }
    }

    private static IReadOnlyList<string> Cells(AuditLine l) =>
        [
            l.Seq.ToString(CultureInfo.InvariantCulture),
            BureauTime.Local(l.At).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            l.Who,
            l.Duty,
            l.ActingFor,
            l.Action,
            l.Detail,
            l.SubmissionId?.ToString(CultureInfo.InvariantCulture) ?? "",
            l.Address,
            l.Hash,
        ];
}
