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
        services.AddHostedService<ReceiptSweep>();
        services.AddHostedService<ReminderTimes>();
        services.AddHostedService<PrinterWarmUp>();
        services.AddHostedService<SearchKeeper>();
        services.AddHostedService<ExaminationKeeper>();
    }
}

/// <summary>
/// Keeps the head of the audit chain outside the store: at start, every hour, at stop. A lost anchor weakens the proof, so whoever reads
/// the log must look.
/// </summary>
internal sealed class HourlyAnchor(AuditAnchor anchor, TimeProvider clock, ILogger<HourlyAnchor> log) : BackgroundWork(clock, log)
{
    /// <inheritdoc/>
    protected override string Failure => "The head of the audit chain could not be anchored";

    /// <inheritdoc/>
    protected override TimeSpan? Every { get; } = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override Task RoundAsync(CancellationToken ct) => anchor.AnchorAsync(Now, ct);

    /// <inheritdoc/>
    protected override async Task LastAsync(CancellationToken ct)
    {
        try
        {
            await anchor.AnchorAsync(Now, ct);
        }
        catch (ObjectDisposedException)
        {
            // Stopped twice at the same time: the other stop has anchored and closed the store.
        }
    }
}

/// <summary>Removes uploads nobody went on with for two days.</summary>
internal sealed class UploadSweep(BlobStore blobs, TimeProvider clock, ILogger<UploadSweep> log) : BackgroundWork(clock, log)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    /// <inheritdoc/>
    protected override string Failure => "Unfinished uploads could not be cleared away";

    /// <inheritdoc/>
    protected override TimeSpan? Every { get; } = TimeSpan.FromHours(6);

    /// <inheritdoc/>
    protected override async Task RoundAsync(CancellationToken ct) => _ = (await blobs.SweepAsync(Now - Kept, ct)).Value;
}

/// <summary>Removes receipts of commands that no page can send again.</summary>
internal sealed class ReceiptSweep(CommandReceipts receipts, TimeProvider clock, ILogger<ReceiptSweep> log) : BackgroundWork(clock, log)
{
    /// <inheritdoc/>
    protected override string Failure => "Old receipts of commands could not be cleared away";

    /// <inheritdoc/>
    protected override TimeSpan? Every { get; } = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    protected override async Task RoundAsync(CancellationToken ct) => _ = (await receipts.SweepAsync(Now, ct)).Value;
}

/// <summary>Raises what has become due; a natural-hour clock (C2) must not wait for somebody to open a page.</summary>
internal sealed class ReminderTimes(ReminderService reminders, TimeProvider clock, ILogger<ReminderTimes> log) : BackgroundWork(clock, log)
{
    /// <inheritdoc/>
    protected override string Failure => "Reminders could not be raised";

    /// <inheritdoc/>
    protected override TimeSpan? Every { get; } = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    protected override bool AtStart => false;

    /// <inheritdoc/>
    protected override async Task RoundAsync(CancellationToken ct) => _ = (await reminders.RaiseDueAsync(Now, ct)).Value;
}

/// <summary>
/// Draws one form that nobody sees: the first of a program takes two seconds, and somebody would stand at the printer for them.
/// </summary>
public sealed class PrinterWarmUp(FormPrinter printer, TimeProvider clock, ILogger<PrinterWarmUp> log) : BackgroundWork(clock, log)
{
    /// <inheritdoc/>
    protected override string Failure => "The first form could not be drawn";

    /// <inheritdoc/>
    protected override bool Once => true;

    /// <inheritdoc/>
    /// <remarks>A form that is being drawn cannot be stopped; whoever stops the program does not wait for it.</remarks>
    protected override Task RoundAsync(CancellationToken ct) => Task.Run(Draw, ct).WaitAsync(ct);

    private void Draw()
    {
        if (printer.Pdf(FormLibrary.All[0].Sample).Problem is { } problem)
        {
            log.LogWarning("{Problem}", problem.Text);
        }
    }
}
