using Disclosure.Core.Catalogue;
using Disclosure.Core.Common;
using Disclosure.Core.Interpretation;
using Disclosure.Core.Participation;
using Disclosure.Core.Publication;
using Disclosure.Core.PublicOpinion;
using Disclosure.Web.Components.PublicOpinion;
using Disclosure.Web.Setup;

namespace Disclosure.Web.Endpoints;

/// <summary>Lists of the platform, of the catalogues, and of what follows a publication.</summary>
internal static partial class Lists
{
    private static IEnumerable<ListEntry> AfterApproval() => [.. Desk(), .. Catalogues(), .. WithThePublic()];

    private static IEnumerable<ListEntry> Desk() =>
        [
            new(
                ListName.Platform,
                Policies.Platform,
                async a =>
                {
                    var (rows, total) = await a.Get<PublicationQueries>().ToPublishAsync(null, a.By, a.Now, a.Ct);
                    return PublicationFiles.List(rows, total);
                }
            ),
            new(
                ListName.Checks,
                Policies.Platform,
                async a =>
                {
                    var filter = a.Named<CheckFilter>("pile") ?? CheckFilter.Never;
                    return PublicationFiles.List(
                        filter,
                        (await a.Get<ConsistencyQueries>().PageAsync(filter, null, a.By, a.Now, a.Ct)).Rows
                    );
                }
            )
            {
                Former = ["/platform/checks.xlsx", "/platform/checks.csv"],
            },
        ];

    private static IEnumerable<ListEntry> Catalogues() =>
        [
            new(ListName.Annual, Policies.Staff, AnnualAsync)
            {
                ForPublic = true,
                Form = async a =>
                    a.Year is { } year ? await a.Get<AnnualCatalogueQueries>().PdfAsync(year, a.By, a.Now, a.Ct) : new NotFound(),
                Former =
                [
                    "/catalogue/annual/{year}.xlsx",
                    "/catalogue/annual/{year}.pdf",
                    "/catalogue/annual/{year}.csv",
                    "/published/{year}.pdf",
                    "/published/{year}.csv",
                ],
            },
            new(
                ListName.Published,
                Policies.Staff,
                async a =>
                    a.Year is { } year && CatalogueYears.Exists(year, a.Today)
                        ? PublicationFiles.List(
                            year,
                            a.Text("text"),
                            (await a.Get<PublicationQueries>().PublishedAsync(year, a.Text("text"), null, a.By, a.Now, a.Ct)).Rows
                        )
                        : new NotFound()
            ),
            new(
                ListName.Standing,
                Policies.Staff,
                async a =>
                    await a.Get<StandingCatalogueQueries>().FindAsync(a.Number("version"), a.By, a.Now, a.Ct) is { } version
                        ? StandingFiles.List(version)
                        : new NotFound()
            )
            {
                ForPublic = true,
                Form = StandingFormAsync,
                Former =
                [
                    "/catalogue/standing/{version:int}.xlsx",
                    "/catalogue/standing/{version:int}.pdf",
                    "/catalogue/standing/{version:int}.csv",
                ],
            },
            new(
                ListName.Due,
                Policies.Procedure,
                async a => DueFiles.List(await a.Get<StandingCatalogueQueries>().DueAsync(a.By, a.Now, a.Ct))
            ),
            new(
                ListName.Unhung,
                Policies.Office,
                async a =>
                {
                    var (rows, total) = await a.Get<StandingCatalogueQueries>().UnhungAsync(a.By, a.Now, a.Ct);
                    return DueFiles.List(rows, total);
                }
            ),
        ];

    private static IEnumerable<ListEntry> WithThePublic() =>
        [
            new(
                ListName.Interpretations,
                Policies.Procedure,
                async a =>
                {
                    var (rows, _) = await a.Get<InterpretationQueries>().PageAsync(a.Flag("all"), null, a.By, a.Now, a.Ct);
                    return InterpretationFiles.List(a.Flag("all"), rows);
                }
            )
            {
                Former = ["/interpretations.csv"],
            },
            new(
                ListName.Consultations,
                Policies.Procedure,
                async a =>
                    await a.Get<ConsultationQueries>().PageAsync(null, a.By, a.Now, a.Ct) is { } list
                        ? ConsultationFiles.List(list)
                        : new NotFound()
            )
            {
                Former = ["/consultations.xlsx", "/consultations.csv"],
            },
            new(
                ListName.Feedback,
                Policies.Procedure,
                async a =>
                    a.Number("id") is { } id && await a.Get<ConsultationQueries>().FindAsync(id, a.By, a.Now, a.Ct) is { } view
                        ? ConsultationFiles.List(view)
                        : new NotFound()
            )
            {
                Former = ["/consultations/{id:int}.xlsx", "/consultations/{id:int}.csv"],
            },
            new(
                ListName.Opinions,
                Policies.Procedure,
                async a =>
                    OpinionFiles.List(
                        await a.Get<OpinionQueries>().PageAsync(OpinionsPage.Read(a.Text("show")), a.Text("text"), null, a.By, a.Now, a.Ct),
                        a.Text("text"),
                        a.Now
                    )
            )
            {
                Former = ["/opinions.csv"],
            },
        ];

    private static async Task<Outcome<Listing>> AnnualAsync(ListAsked a)
    {
        if (a.Year is not { } year)
        {
            return new NotFound();
        }
        var found = await a.Get<AnnualCatalogueQueries>().ReadAsync(year, a.By, a.Now, a.Ct);
        return found.Ok ? AnnualFiles.List(found.Value) : found.Problem!;
    }

    private static async Task<Outcome<PrintedForm>> StandingFormAsync(ListAsked a)
    {
        var queries = a.Get<StandingCatalogueQueries>();
        return await queries.FindAsync(a.Number("version"), a.By, a.Now, a.Ct) is { } version
            ? await queries.PdfAsync(version.Number, a.By, a.Now, a.Ct)
            : new NotFound();
    }
}
