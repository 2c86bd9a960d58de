using Disclosure.Core.Evidence;
using Disclosure.Core.Search;
using Disclosure.Web.Setup;

namespace Disclosure.Web.Endpoints;

/// <summary>The evidence of an item as a file, masked, to those who may read the item.</summary>
internal static class EvidenceEndpoints
{
    public static void MapEvidence(this WebApplication app) =>
        app.MapGet($"/items/{{id:int}}/evidence.{ListEndpoints.Kinds}", ListAsync).RequireAuthorization(Policies.Procedure);

    private static async Task<IResult> ListAsync(
        int id,
        string kind,
        HttpContext context,
        EvidenceQueries queries,
        CurrentActor current,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return await queries.ForItemAsync(id, await current.GetAsync(), now, ct) is { } evidence
            ? ListEndpoints.File(context, kind, EvidenceListFile.Of(evidence, now))
            : Results.NotFound();
    }
}
