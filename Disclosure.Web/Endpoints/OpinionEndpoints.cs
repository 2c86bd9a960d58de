using Disclosure.Core.PublicOpinion;
using Disclosure.Web.Components.PublicOpinion;
using Disclosure.Web.Setup;

namespace Disclosure.Web.Endpoints;

/// <summary>The list of public opinion as a file.</summary>
internal static class OpinionEndpoints
{
    public static void MapOpinions(this WebApplication app) =>
        app.MapGet("/opinions.csv", ListAsync).RequireAuthorization(Policies.Procedure);

    private static async Task<IResult> ListAsync(
        string? show,
        string? text,
        OpinionQueries opinions,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var bytes = await opinions.CsvAsync(
            OpinionsPage.Read(show),
            text ?? "",
            await current.GetAsync(),
            clock.GetUtcNow().UtcDateTime,
            ct
        );
        return Results.File(bytes, "text/csv; charset=utf-8", "政务舆情.csv");
    }
}
