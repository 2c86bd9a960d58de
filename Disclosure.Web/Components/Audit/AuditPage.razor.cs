using System.Globalization;
using Disclosure.Core.Audit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace Disclosure.Web.Components.Audit;

/// <summary>The chain of everything done, for the audit administrator; reads only.</summary>
public sealed partial class AuditPage(
    AuditQueries queries,
    AuditAnchor anchors,
    AuditVerifier verifier,
    NavigationManager navigation,
    TimeProvider clock
) : IDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource gone = new();
    private IReadOnlyList<AuditLine> lines = [];
    private AnchoredHead? head;
    private AnchoredHead? anchor;
    private AuditReport? report;
    private TimeSpan elapsed;
    private DateOnly? from;
    private DateOnly? until;
    private string text = "";
    private int? item;
    private int total;
    private long read;
    private bool running;
    private bool ready;

    /// <summary>Words searched for.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    public string? Words { get; set; }

    /// <summary>First day.</summary>
    [SupplyParameterFromQuery(Name = "from")]
    public DateOnly? From { get; set; }

    /// <summary>Last day.</summary>
    [SupplyParameterFromQuery(Name = "until")]
    public DateOnly? Until { get; set; }

    /// <summary>The item narrowed to.</summary>
    [SupplyParameterFromQuery(Name = "item")]
    public int? Item { get; set; }

    /// <summary>Page, from 0.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    public int Page { get; set; }

    private bool Narrowed => Words is { Length: > 0 } || From is not null || Until is not null || Item is not null;

    private string Seconds => string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalSeconds:0.0} 秒");

    /// <inheritdoc/>
    public void Dispose()
    {
        gone.Cancel();
        gone.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        (text, from, until, item) = (Words ?? "", From, Until, Item);
        (lines, total) = await queries.PageAsync(AuditDays.Filter(Words, From, Until, Item), Math.Max(0, Page));
        await ReadHeadsAsync(gone.Token);
        ready = true;
    }

    private async Task ReadHeadsAsync(CancellationToken ct)
    {
        head = await queries.HeadAsync(ct);
        anchor = await anchors.ReadAsync(ct) is [.., var last] ? last : null;
    }

    private void Search(int page) => navigation.NavigateTo("/audit" + Query(page));

    private string Query(int page) =>
        QueryHelpers.AddQueryString(
            "",
            new Dictionary<string, string?>
            {
                ["q"] = text.Trim() is { Length: > 0 } words ? words : null,
                ["from"] = Day(from),
                ["until"] = Day(until),
                ["item"] = item?.ToString(CultureInfo.InvariantCulture),
                ["page"] = page == 0 ? null : page.ToString(CultureInfo.InvariantCulture),
            }.Where(p => p.Value is not null)
        );

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task VerifyAsync()
    {
        (running, report, read) = (true, null, 0);
        var (started, ct) = (clock.GetTimestamp(), gone.Token);
        var told = new Told(n => Interlocked.Exchange(ref read, n));
        // Reading the whole chain takes seconds; on the circuit's own thread the page would stand still.
        var verifying = Task.Run(() => verifier.VerifyAsync(told, ct), ct);
        try
        {
            while (await Task.WhenAny(verifying, Task.Delay(Beat, clock, ct)) != verifying && !ct.IsCancellationRequested)
            {
                elapsed = clock.GetElapsedTime(started);
                StateHasChanged();
            }
            (report, elapsed) = (await verifying, clock.GetElapsedTime(started));
            await ReadHeadsAsync(ct);
        }
        catch (OperationCanceledException)
        {
            // The page was closed meanwhile.
        }
        finally
        {
            running = false;
        }
    }

    // Progress<T> would post to the circuit for every report; the beat above reads the figure instead.
    private sealed class Told(Action<long> tell) : IProgress<long>
    {
        public void Report(long value) => tell(value);
    }
}
