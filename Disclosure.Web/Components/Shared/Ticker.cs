namespace Disclosure.Web.Components.Shared;

/// <summary>Calls a page back again and again, so that a running clock shows what is left of it.</summary>
/// <param name="failed">Is told when that fails.</param>
internal sealed class Ticker(TimeProvider clock, TimeSpan every, Func<Task> run, Func<Exception, Task> failed) : IDisposable
{
    private readonly ITimer timer = clock.CreateTimer(_ => Unattended.Run(run, failed), null, every, every);

    /// <inheritdoc/>
    public void Dispose() => timer.Dispose();
}
