using System.Globalization;
using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Submissions;
using Disclosure.Web.Components.Shared.Fields;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Submissions;

/// <summary>Two revisions side by side: fields, then files.</summary>
public sealed partial class ComparePage(ItemQueries items, CurrentActor current, TimeProvider clock, NavigationManager navigation)
{
    private ItemVersions? item;
    private int before;
    private int after;
    private bool onlyDifferences;
    private IReadOnlyList<FieldDifference> fields = [];
    private IReadOnlyList<FileDifference> files = [];

    /// <summary>The item.</summary>
    [Parameter]
    public int Id { get; set; }

    /// <summary>Key of the earlier revision; the last but one when left out.</summary>
    [SupplyParameterFromQuery]
    public int? A { get; set; }

    /// <summary>Key of the later revision; the newest when left out.</summary>
    [SupplyParameterFromQuery]
    public int? B { get; set; }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private int Differing => fields.Count(f => f.Differs) + files.Count(f => f.Change != FileChange.Same);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var by = await current.GetAsync();
        var found = await items.VersionsAsync(Id, by, Now);
        if (found is null)
        {
            navigation.NotFound();
            return;
        }
        if (found.Revisions.Count >= 2)
        {
            (before, after) = (A ?? found.Revisions[1].Id, B ?? found.Revisions[0].Id);
            var (older, newer) = (await items.RevisionAsync(Id, before, by, Now), await items.RevisionAsync(Id, after, by, Now));
            if (older is null || newer is null)
            {
                navigation.NotFound();
                return;
            }
            fields = RevisionComparison.Compare(older.Value.Content, newer.Value.Content);
            files = RevisionComparison.Compare(older.Value.Files, newer.Value.Files);
        }
        item = found;
    }

    private static string Shown(string text) => text.Length == 0 ? "（空）" : text;

    private static string Name(FileChange change) =>
        change switch
        {
            FileChange.Replaced => "替换",
            FileChange.Renamed => "改名",
            FileChange.Added => "新增",
            FileChange.Removed => "移除",
            _ => "相同",
        };

    private string Heading(int revision) => item!.Revisions.Where(r => r.Id == revision).Select(Title).FirstOrDefault("");

    private static string Title(RevisionRow r) =>
        string.Create(CultureInfo.InvariantCulture, $"版本 {r.Number} · {r.SentBy} · {BureauTime.Show(r.SentAt)}");

    private void Go(int a, int b) => navigation.NavigateTo(string.Create(CultureInfo.InvariantCulture, $"items/{Id}/compare?a={a}&b={b}"));

    private IReadOnlyList<Choice<int>> Versions =>
        [.. item!.Revisions.Select(r => new Choice<int>(r.Id, string.Create(CultureInfo.InvariantCulture, $"版本 {r.Number}")))];
}
