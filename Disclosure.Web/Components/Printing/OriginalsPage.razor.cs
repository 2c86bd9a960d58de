using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Printing;
using Disclosure.Web.Components.Shared;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Printing;

/// <summary>原件台账: where the paper of every printing is, and the page for sheets that come back.</summary>
public sealed partial class OriginalsPage
{
    private const string PageKey = "page";
    private readonly HashSet<PrintKey> chosen = [];
    private readonly List<TakenSheet> taken = [];
    private PrintPage? found;
    private OriginalsFilter filter;
    private Actor? actor;
    private Problem? problem;
    private string? done;
    private string box = "";
    private Guid command = Guid.NewGuid();
    private ScreenScope? screen;
    private KeptFormScope? kept;
    private bool busy;

    /// <summary>Part of the ledger; 在外 when none is given.</summary>
    [SupplyParameterFromQuery(Name = "pile")]
    public string? Filter { get; set; }

    /// <summary>Part of number, title or box.</summary>
    [SupplyParameterFromQuery]
    public string? Text { get; set; }

    /// <summary>Page, from 1.</summary>
    [SupplyParameterFromQuery]
    public int? Page { get; set; }

    [Inject]
    private PrintQueries Queries { get; set; } = default!;

    [Inject]
    private OriginalService Originals { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    private DateTime Now => Clock.GetUtcNow().UtcDateTime;

    private int Number => Math.Max(1, Page ?? 1);

    // Boxes are filled a stack at a time.
    private bool Many => Choosable.Count > 0;

    private IReadOnlyList<PrintKey> Choosable => [.. found!.Rows.Where(r => r.MayPut.Contains(OriginalPlace.Archived)).Select(r => r.Key)];

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        actor ??= await Current.GetAsync();
        filter = Enum.TryParse<OriginalsFilter>(Filter, out var wanted) && Enum.IsDefined(wanted) ? wanted : OriginalsFilter.Out;
        (done, problem) = (null, null);
        chosen.Clear();
        await ReadAsync();
    }

    private static string Hint(OriginalsFilter filter) =>
        filter switch
        {
            OriginalsFilter.Out => "已打印、还没有收回的表单，时间最长的排在最前。",
            OriginalsFilter.VoidOut => "打印后稿件内容改动或者退回，纸面不再作数；请收回后注销，以免误用。",
            OriginalsFilter.Received => "已收回、等待装盒的签字原件；可以勾选多份，一次归入同一盒。",
            OriginalsFilter.Archived => "已装盒的签字原件，可按盒号查找。",
            _ => "误打、作废销毁或者遗失的表单，附原因。",
        };

    private static string Empty(OriginalsFilter filter) =>
        filter switch
        {
            OriginalsFilter.Out => "没有在外的表单。打印正式表单后会列在这里，签字收回时登记。",
            OriginalsFilter.VoidOut => "没有作废待收的表单。",
            OriginalsFilter.Received => "没有等待装盒的原件。",
            OriginalsFilter.Archived => "还没有归档的原件。",
            _ => "没有注销的表单。",
        };

    private static string Link(OriginalsFilter each) => $"/originals?pile={each}";

    private async Task ReadAsync()
    {
        found = await Queries.PageAsync(filter, Text ?? "", Number - 1, actor!, Now);
        chosen.RemoveWhere(k => !Choosable.Contains(k));
    }

    private void Find(string? wanted) =>
        Navigation.NavigateTo(
            Navigation.GetUriWithQueryParameters(
                new Dictionary<string, object?> { ["text"] = wanted is { Length: > 0 } text ? text : null, [PageKey] = null }
            )
        );

    private void Choose(PrintKey key, bool wanted) => _ = wanted ? chosen.Add(key) : chosen.Remove(key);

    private void Every(bool all)
    {
        chosen.Clear();
        if (all)
        {
            chosen.UnionWith(Choosable);
        }
    }

    private async Task ArchiveAsync(ActEventArgs act)
    {
        if (busy || !await kept!.AgreesAsync(act))
        {
            return;
        }
        busy = true;
        var outcome = await Originals.EnterAsync([.. chosen], new OriginalEntry(OriginalPlace.Archived, box), command, actor!, Now);
        (busy, problem) = (false, outcome.Problem);
        if (outcome.Ok)
        {
            command = Guid.NewGuid();
            await kept.ForgetAsync();
            done = $"{chosen.Count} 份原件已归入 {box.Trim()} 盒。";
            chosen.Clear();
            await ReadAsync();
        }
    }

    private async Task TakenAsync(TakenSheet scan)
    {
        taken.Add(scan);
        await ReadAsync();
    }
}
