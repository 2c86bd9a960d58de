namespace Disclosure.Web.Components.Shared;

/// <summary>
/// Runs what nobody waits for, such as what a timer or an event brings. The one place where a task is let go: what fails in it is handed
/// on.
/// </summary>
internal static class Unattended
{
    /// <summary>Begins the work on the caller's thread and does not wait for it.</summary>
    /// <param name="work">What is to be done.</param>
    /// <param name="failed">Is told of whatever went wrong: a component's DispatchExceptionAsync, or a log.</param>
    public static void Run(Func<Task> work, Func<Exception, Task> failed) => _ = RunAsync(work, failed);

    private static async Task RunAsync(Func<Task> work, Func<Exception, Task> failed)
    {
        try
        {
            await work();
        }
        catch (ObjectDisposedException)
        {
            // The page was left while this was on its way.
        }
        catch (Exception e)
        {
            // If this fails as well, the program logs it as an exception nobody observed.
            await failed(e);
        }
    }
}
