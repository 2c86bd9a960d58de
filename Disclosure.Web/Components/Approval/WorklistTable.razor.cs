using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Submissions;
using Disclosure.Web.Components.Shared;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Approval;

/// <summary>Reads the page of the worklist that the address asks for, and again when anything has moved.</summary>
public sealed partial class WorklistTable : IDisposable
{
    private NewsListener? listener;

    [Inject]
    private InboxQueries Inbox { get; set; } = default!;

    [Inject]
    private ItemNews News { get; set; } = default!;

    [Inject]
    private CurrentActor Current { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private DateTime Now => Clock.GetUtcNow().UtcDateTime;

    private DateOnly Today => BureauTime.Day(Now);

    private int Number => Math.Max(1, Page ?? 1);

    private ItemOrder? Order => ListAddress.Order(Sort);

    /// <inheritdoc/>
    public void Dispose() => listener?.Dispose();

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        typed = Text ?? "";
        await ReadAsync();
    }

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            listener = new NewsListener(
                News,
                Clock,
                _ => true,
                () =>
                    InvokeAsync(async () =>
                    {
                        await ReadAsync();
                        StateHasChanged();
                    }),
                DispatchExceptionAsync
            );
        }
    }

    private async Task ReadAsync() => found = await Inbox.PageAsync(Worklist, Text ?? "", Number - 1, Order, await Current.GetAsync(), Now);

    private void SearchAsync() =>
        Navigation.NavigateTo(
            Navigation.GetUriWithQueryParameters(
                new Dictionary<string, object?> { ["text"] = typed.Trim().Length > 0 ? typed.Trim() : null, ["page"] = null }
            )
        );

    private string SortLink(ItemColumn column) => At(new ItemOrder(column, Order == new ItemOrder(column, false)), 1);

    private string At(ItemOrder? order, int number) =>
        Navigation.GetUriWithQueryParameters(
            new Dictionary<string, object?>
            {
                ["sort"] = order is null ? null : $"{(order.Descending ? "-" : "")}{order.By.ToString().ToLowerInvariant()}",
                ["page"] = number > 1 ? number : null,
            }
        );
}
