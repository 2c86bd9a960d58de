using Disclosure.Core.Publication;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Publication;

/// <summary>核对发布件: what was never checked, and what differed when it was (D3).</summary>
public sealed partial class ChecksPage
{
    private readonly int[] totals = new int[Enum.GetValues<CheckFilter>().Length];
    private IReadOnlyList<CheckRow>? rows;
    private CheckFilter filter;

    /// <summary>Which list.</summary>
    [SupplyParameterFromQuery(Name = "pile")]
    public string? Filter { get; set; }

    /// <summary>Page, from 1.</summary>
    [SupplyParameterFromQuery]
    public int? Page { get; set; }

    [Inject]
    private ConsistencyQueries Queries { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    private int Number => Math.Max(1, Page ?? 1);

    private string Nothing =>
        filter switch
        {
            CheckFilter.Never => "没有未核对的发布件：已发布的每个渠道都核对过了。",
            CheckFilter.Different => "没有不一致的发布件。",
            _ => "还没有核对一致的发布件。",
        };

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        filter = Enum.TryParse<CheckFilter>(Filter, out var asked) && Enum.IsDefined(asked) ? asked : CheckFilter.Never;
        var (by, now) = (await Current.GetAsync(), Clock.GetUtcNow().UtcDateTime);
        foreach (var p in Enum.GetValues<CheckFilter>())
        {
            var (found, total) = await Queries.PageAsync(p, p == filter ? Number - 1 : 0, by, now);
            totals[(int)p] = total;
            rows = p == filter ? found : rows;
        }
    }

    private static string Name(CheckFilter p) =>
        p switch
        {
            CheckFilter.Never => "未核对",
            CheckFilter.Different => "不一致",
            _ => "一致",
        };

    private static string Address(CheckRow row) => $"/platform/checks/{row.ItemId}?channel={row.Channel}";
}
