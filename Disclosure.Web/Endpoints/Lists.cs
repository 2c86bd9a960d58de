using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Evidence;
using Disclosure.Core.Search;
using Disclosure.Web.Components.Search;
using Disclosure.Web.Setup;

namespace Disclosure.Web.Endpoints;

/// <summary>The table of lists: each with who may ask for it and how it is read.</summary>
internal static partial class Lists
{
    /// <summary>Every list of the program.</summary>
    public static IReadOnlyList<ListEntry> All { get; } = [.. Items(), .. AfterApproval(), .. Office(), .. Administration()];

    private static IEnumerable<ListEntry> Items() =>
        [
            .. Enum.GetValues<Worklist>().Where(w => w != Worklist.Platform).Select(OfWorklist),
            new(ListName.Holds, Policies.Procedure, async a => await a.Get<SearchFiles>().HoldsAsync(a.Flag("ended"), a.By, a.Now, a.Ct)),
            new(ListName.Search, Policies.Staff, a => a.Get<SearchFiles>().SearchAsync(Search(a).Asked, a.By, a.Now, a.Ct)),
            new(
                ListName.Evidence,
                Policies.Procedure,
                async a =>
                    a.Number("item") is { } item && await a.Get<EvidenceQueries>().ForItemAsync(item, a.By, a.Now, a.Ct) is { } evidence
                        ? EvidenceListFile.Of(evidence)
                        : new NotFound()
            )
            {
                Former = ["/items/{item:int}/evidence.csv", "/items/{item:int}/evidence.xlsx"],
            },
            new(
                ListName.Withdrawn,
                Policies.Office,
                async a =>
                    await a.Get<WithdrawalQueries>().PageAsync(null, a.By, a.Now, a.Ct) is var (rows, total)
                        ? WithdrawalFiles.List(rows, total)
                        : new NotFound()
            ),
        ];

    private static ListEntry OfWorklist(Worklist worklist) =>
        new(
            ListAddress.Of(worklist),
            worklist switch
            {
                Worklist.Readable => Policies.Staff,
                _ => Policies.Procedure,
            },
            async a =>
                await a.Get<SearchFiles>().WorklistAsync(worklist, a.Text("text"), ListAddress.Order(a.Text("sort")), a.By, a.Now, a.Ct)
        );

    private static SearchAddress Search(ListAsked a) =>
        new()
        {
            Text = a.Text("text"),
            State = a.Text("state"),
            Kind = a.Text("kind"),
            Unit = a.Number("unit"),
            Year = a.Number("year"),
            In = a.Text("in"),
            Sort = a.Text("sort"),
        };
}
