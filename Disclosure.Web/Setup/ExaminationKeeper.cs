using Disclosure.Core.Approval;
using Disclosure.Core.Evidence;
using Disclosure.Core.Submissions;

namespace Disclosure.Web.Setup;

/// <summary>Examines in the background what was uploaded, one file after the other, and lets open pages know.</summary>
internal sealed class ExaminationKeeper(ExaminationService examinations, ItemNews news, TimeProvider clock, ILogger<ExaminationKeeper> log) : BackgroundService
{
    private const int TicksOfAnHour = 1800;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        for (var tick = 0; await timer.WaitForNextTickAsync(stoppingToken); tick++)
        {
            try
            {
                while (await examinations.RunNextAsync(stoppingToken) is { } item)
                {
                    // After each file, so that a page shows how far it has come.
                    news.Tell(item);
                }
                if (tick % TicksOfAnHour == 0)
                {
                    await examinations.ForgetGoneAsync(stoppingToken);
                }
            }
            catch (Exception e) when (e is System.Data.Common.DbException or InvalidOperationException or IOException)
            {
                // What was missed still lacks its examination, so that the next round finds it.
                log.LogError(e, "Files could not be examined");
            }
        }
    }
}
