using Disclosure.Core.Evidence;
using Disclosure.Core.Submissions;

namespace Disclosure.Web.Setup;

/// <summary>
/// Examines in the background what was uploaded, one file after the other, and lets open pages know. Woken by what was committed, so that
/// the store is asked nothing while no file changes. Once an hour it forgets what belongs to no item any more, if any file has left one.
/// </summary>
public sealed class ExaminationKeeper : BackgroundWork
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private readonly ExaminationService examinations;
    private readonly ExaminationQueue queue;
    private readonly ItemNews news;
    private DateTime forgetAt;

    /// <summary>Listens to the queue.</summary>
    public ExaminationKeeper(
        ExaminationService examinations,
        ExaminationQueue queue,
        ItemNews news,
        TimeProvider clock,
        ILogger<ExaminationKeeper> log
    )
        : base(clock, log)
    {
        (this.examinations, this.queue, this.news) = (examinations, queue, news);
        queue.Woken += Wake;
    }

    /// <inheritdoc/>
    protected override string Failure => "Files could not be examined";

    /// <inheritdoc/>
    protected override TimeSpan? Every => Hour;

    /// <inheritdoc/>
    public override void Dispose()
    {
        queue.Woken -= Wake;
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override async Task RoundAsync(CancellationToken ct)
    {
        while (await examinations.RunNextAsync(ct) is { } item)
        {
            // After each file, so that a page shows how far it has come.
            news.Tell(item);
        }
        if (Now >= forgetAt)
        {
            await examinations.ForgetWhatLeftAsync(ct);
            forgetAt = Now + Hour;
        }
    }
}
