using Disclosure.Core.Common;
using Disclosure.Core.Files.Formats;
using Disclosure.Core.Obligations;
using Disclosure.Core.Participation;
using Disclosure.Core.Store;
using Disclosure.Web.Setup;
using Microsoft.Net.Http.Headers;

namespace Disclosure.Web.Endpoints;

/// <summary>
/// Yearly duties, the release calendar, the annual report's figures and consultations as tables, and the files of entries.
/// </summary>
internal static class ObligationEndpoints
{
    public static void MapObligations(this WebApplication app)
    {
        foreach (var workbook in (bool[])[true, false])
        {
            var kind = workbook ? "xlsx" : "csv";
            app.MapGet(
                    $"/duties/{{year:int:range(2000,8998)}}.{kind}",
                    async (int year, Asking asked, ObligationQueries duties) =>
                        asked.File($"{year}年年度事项.{kind}", await duties.FileAsync(year, workbook, await asked.ByAsync(), asked.Now))
                )
                .RequireAuthorization(Policies.Procedure);
            app.MapGet(
                    $"/duties/annual-report/{{year:int:range(2000,8998)}}/{{code}}.{kind}",
                    async (int year, string code, Asking asked, AnnualFigures figures) =>
                        asked.File(
                            $"{year}年度报告数据-{code}.{kind}",
                            await figures.FileAsync(year, code, workbook, await asked.ByAsync(), asked.Now)
                        )
                )
                .RequireAuthorization(Policies.Figures);
            app.MapGet(
                    $"/releases/{{year:int:range(2000,8998)}}.{kind}",
                    async (int year, Asking asked, ReleaseQueries releases) =>
                        asked.File($"{year}年发布日历.{kind}", await releases.FileAsync(year, workbook, await asked.ByAsync(), asked.Now))
                )
                .RequireAuthorization(Policies.Staff);
            app.MapGet(
                    $"/consultations.{kind}",
                    async (Asking asked, ConsultationQueries consultations) =>
                        asked.File($"意见征集.{kind}", await consultations.FileAsync(null, workbook, await asked.ByAsync(), asked.Now))
                )
                .RequireAuthorization(Policies.Procedure);
            app.MapGet(
                    $"/consultations/{{id:int}}.{kind}",
                    async (int id, Asking asked, ConsultationQueries consultations) =>
                        asked.File($"意见征集-{id}.{kind}", await consultations.FileAsync(id, workbook, await asked.ByAsync(), asked.Now))
                )
                .RequireAuthorization(Policies.Procedure);
        }
        app.MapGet(
                "/duties/annual-report/{year:int:range(2000,8998)}.xlsx",
                async (int year, Asking asked, AnnualFigures figures) =>
                    asked.File($"{year}年度报告数据.xlsx", await figures.FileAsync(year, null, true, await asked.ByAsync(), asked.Now))
            )
            .RequireAuthorization(Policies.Figures);
        app.MapGet("/duties/entries/{id:int}/file", AttachedAsync).RequireAuthorization(Policies.Procedure);
    }

    private static async Task<IResult> AttachedAsync(int id, Asking asked, ObligationQueries duties, BlobStore blobs, CancellationToken ct)
    {
        if (await duties.AttachedAsync(id, await asked.ByAsync(), asked.Now, ct) is not { } file)
        {
            return Results.NotFound();
        }
        var bytes = await blobs.OpenReadAsync(file.Sha256, new Holder(HolderKind.DutyEntry, id), ct);
        if (!bytes.Ok)
        {
            return Results.Text(bytes.Problem!.Text, "text/plain; charset=utf-8", statusCode: StatusCodes.Status410Gone);
        }
        asked.Name(file.Name);
        // Never a type that a browser would show by itself inside this site.
        return Results.Stream(bytes.Value, "application/octet-stream");
    }

    /// <summary>Who asks, when, and the answer's head.</summary>
    internal sealed record Asking(HttpContext Context)
    {
        public DateTime Now => Context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;

        public static ValueTask<Asking?> BindAsync(HttpContext context) => ValueTask.FromResult<Asking?>(new Asking(context));

        public Task<Actor> ByAsync() => Context.RequestServices.GetRequiredService<CurrentActor>().GetAsync();

        public void Name(string name)
        {
            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName(name);
            Context.Response.Headers.ContentDisposition = disposition.ToString();
        }

        public IResult File(string name, byte[]? bytes)
        {
            if (bytes is null)
            {
                return Results.NotFound();
            }
            Name(name);
            return Results.Bytes(bytes, name.EndsWith(".xlsx", StringComparison.Ordinal) ? Workbook.MediaType : "text/csv; charset=utf-8");
        }
    }
}
