using Disclosure.Core.Submissions;
using Disclosure.Web.Components.Shared;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace Disclosure.Web.Components.Layout;

/// <summary>The frame around every page; the counts follow what happens to items anywhere.</summary>
public partial class MainLayout(Menu menu, ItemNews news, NavigationManager navigation, TimeProvider clock, ILogger<MainLayout> log)
{
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(2);
    private readonly CancellationTokenSource gone = new();
    private ErrorBoundary? boundary;
    private FrameView? frame;
    private IDisposable? listening;
    private bool open;
    private int stale;
    private string text = "";

    private string Here => "/" + navigation.ToBaseRelativePath(navigation.Uri).Split('#')[0];

    /// <inheritdoc/>
    public void Dispose()
    {
        navigation.LocationChanged -= Moved;
        listening?.Dispose();
        gone.Cancel();
        gone.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        frame = await menu.ReadAsync();
        listening = news.Listen(_ => Refresh());
        navigation.LocationChanged += Moved;
    }

    private void Moved(object? sender, LocationChangedEventArgs e)
    {
        open = false;
        boundary?.Recover();
        Refresh();
    }

    // Many decisions in one moment are one reading: a busy bureau must not make every open page ask for every signature.
    private void Refresh()
    {
        if (Interlocked.Exchange(ref stale, 1) == 0)
        {
            Unattended.Run(() => InvokeAsync(ReadLaterAsync), LogAsync);
        }
    }

    private async Task ReadLaterAsync()
    {
        try
        {
            await Task.Delay(Calm, clock, gone.Token);
            Interlocked.Exchange(ref stale, 0);
            frame = await menu.ReadAsync();
            StateHasChanged();
        }
        catch (OperationCanceledException)
        {
            // The page was closed meanwhile.
        }
    }

    // Outside of what the page's own fault boundary holds: the counts stay as they were, and the next news reads them again.
    private Task LogAsync(Exception e)
    {
        log.LogError(e, "The counts of the menu could not be read");
        return Task.CompletedTask;
    }

    private void Search()
    {
        if (text.Trim() is { Length: > 0 } words)
        {
            navigation.NavigateTo($"/search?text={Uri.EscapeDataString(words)}");
        }
    }
}
