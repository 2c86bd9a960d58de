using Disclosure.Core.Store;

namespace Disclosure.Core.Reminders;

/// <summary>A reminder that should stand by now.</summary>
/// <param name="Key">What it is about and at which stage, e.g. <c>duty/12/30</c>; the same key never reaches the same person twice.</param>
/// <param name="Text">One sentence: what is due when, and what to do.</param>
/// <param name="Link">Path of the page, with the leading slash.</param>
/// <param name="StaffIds">Whom it concerns today.</param>
/// <param name="SubmissionId">The item it speaks of, or null.</param>
public sealed record DueReminder(string Key, string Text, string Link, IReadOnlyList<int> StaffIds, int? SubmissionId = null);

/// <summary>A module whose clocks remind people. Asked often: the answer is read, nothing is written.</summary>
public interface IRaisesReminders
{
    /// <summary>
    /// Everything that should have been raised by <paramref name="now"/> and may still matter; what stands already is passed over by the
    /// caller.
    /// </summary>
    /// <param name="now">UTC.</param>
    Task<IReadOnlyList<DueReminder>> DueAsync(DisclosureDb db, DateTime now, CancellationToken ct = default);
}
