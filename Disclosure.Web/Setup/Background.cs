using Disclosure.Core.Audit;
using Disclosure.Core.Forms;
using Disclosure.Core.Printing;
using Disclosure.Core.Reminders;
using Disclosure.Core.Store;

namespace Disclosure.Web.Setup;

/// <summary>Work nobody asks for: anchoring the audit chain, clearing away what was never finished, opening the fonts.</summary>
internal static class Background
{
    public static void AddBackgroundWork(this IServiceCollection services)
    {
        services.AddHostedService<HourlyAnchor>();
        services.AddHostedService<UploadSweep>();
        services.AddHostedService<ReminderTimes>();
        services.AddHostedService<PrinterWarmUp>();
        services.AddHostedService<SearchKeeper>();
        services.AddHostedService<ExaminationKeeper>();
    }
}

/// <summary>Keeps the head of the audit chain outside the store: at start, every hour, at stop.</summary>
internal sealed class HourlyAnchor(AuditAnchor anchor, TimeProvider clock, ILogger<HourlyAnchor> log) : BackgroundService
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await AnchorAsync(cancellationToken);
        }
        catch (ObjectDisposedException)
        {
            // Stopped twice at the same time: the other stop has anchored and closed the store.
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Hour, clock);
        do
        {
            await AnchorAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task AnchorAsync(CancellationToken ct)
    {
        try
        {
            await anchor.AnchorAsync(clock.GetUtcNow().UtcDateTime, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            // The bureau goes on working; whoever reads the log must look, because a lost anchor weakens the proof.
            log.LogError(e, "The head of the audit chain could not be anchored");
        }
    }
}

/// <summary>Removes uploads nobody went on with for two days.</summary>
internal sealed class UploadSweep(BlobStore blobs, TimeProvider clock, ILogger<UploadSweep> log) : BackgroundService
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(2);
    private static readonly TimeSpan Pause = TimeSpan.FromHours(6);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            var swept = await blobs.SweepAsync(clock.GetUtcNow().UtcDateTime - Kept, stoppingToken);
            if (!swept.Ok)
            {
                log.LogWarning("Unfinished uploads could not be cleared away: {Problem}", swept.Problem!.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}

/// <summary>Raises what has become due; a natural-hour clock (C2) must not wait for somebody to open a page.</summary>
internal sealed class ReminderTimes(ReminderService reminders, TimeProvider clock, ILogger<ReminderTimes> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await reminders.RaiseDueAsync(clock.GetUtcNow().UtcDateTime, stoppingToken);
            }
            catch (Exception e) when (e is System.Data.Common.DbException or InvalidOperationException)
            {
                // One round is lost, the next finds the same things due.
                log.LogError(e, "Reminders could not be raised");
            }
        }
    }
}

/// <summary>Draws one form that nobody sees: the first of a program takes two seconds, and somebody would stand at the printer for them.</summary>
public sealed class PrinterWarmUp(FormPrinter printer, ILogger<PrinterWarmUp> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(
        () =>
        {
            if (printer.Pdf(FormLibrary.All[0].Sample).Problem is { } problem)
            {
                log.LogWarning("{Problem}", problem.Text);
            }
        },
        stoppingToken);
}
