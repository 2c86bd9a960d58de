namespace Disclosure.Web.Components.Shared;

/// <summary>Calls a page back again and again, so that a running clock shows what is left of it.</summary>
internal sealed class Ticker(TimeProvider clock, TimeSpan every, Func<Task> run) : IDisposable
{
    private readonly ITimer timer = clock.CreateTimer(_ => _ = RunAsync(run), null, every, every);

    /// <inheritdoc/>
    public void Dispose() => timer.Dispose();

    private static async Task RunAsync(Func<Task> run)
    {
        try
        {
            await run();
        }
        catch (ObjectDisposedException)
        {
            // The page was left while the clock struck.
        }
    }
}
