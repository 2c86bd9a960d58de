using Disclosure.Core.Interpretation;
using Disclosure.Web.Setup;

namespace Disclosure.Web.Endpoints;

/// <summary>The list of policy documents and their interpretation as a file.</summary>
internal static class InterpretationEndpoints
{
    public static void MapInterpretations(this WebApplication app) =>
        app.MapGet("/interpretations.csv", TableAsync).RequireAuthorization(Policies.Procedure);

    private static async Task<IResult> TableAsync(
        bool? all,
        InterpretationQueries queries,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var (rows, _) = await queries.PageAsync(all == true, null, await current.GetAsync(), clock.GetUtcNow().UtcDateTime, ct);
        return Results.File(InterpretationFiles.ToCsv(rows), "text/csv; charset=utf-8", "政策解读.csv");
    }
}
