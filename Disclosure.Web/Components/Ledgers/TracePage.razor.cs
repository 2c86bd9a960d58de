using Disclosure.Core.Ledgers;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Ledgers;

/// <summary>责任追溯: who signed what of one item, when, from where and for whom (B8).</summary>
public sealed partial class TracePage
{
    private ItemTrace? trace;

    /// <summary>Key of the item.</summary>
    [Parameter]
    public int Id { get; set; }

    [Inject]
    private TraceQueries Queries { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private List<(DateTime At, string What, string Who, string Address)> Others =>
        [
            .. trace!
                .Prints.Select(p => (p.At, $"第{p.Number}次打印表单，校验码 {Fingerprint.Short(p.Fingerprint)}", p.Name, ""))
                .Concat(
                    trace.Holds.Select(h =>
                        (
                            At: h.OpenedAt,
                            What: $"暂停：{h.Kind.Name()}{(h.Reason.Length > 0 ? $"，{h.Reason}" : "")}",
                            Who: h.OpenedBy,
                            Address: ""
                        )
                    )
                )
                .Concat(
                    trace
                        .Holds.Where(h => h.ClosedAt is not null)
                        .Select(h =>
                            (At: h.ClosedAt!.Value, What: $"暂停办结：{h.Kind.Name()}，{h.Outcome?.Name()}", Who: h.ClosedBy, Address: "")
                        )
                )
                .Concat(trace.Reads.Select(r => (r.At, What: r.Detail, Who: r.Name, r.Address)))
                .OrderBy(o => o.Item1),
        ];

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        trace = await Queries.FindAsync(Id, await Current.GetAsync(), Clock.GetUtcNow().UtcDateTime);
        if (trace is null)
        {
            // The same answer for what is not there and for what is not theirs.
            Navigation.NotFound();
        }
    }
}
