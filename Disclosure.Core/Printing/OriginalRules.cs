using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Printing;

/// <summary>What may become of the paper of a printing, and by whom.</summary>
public static class OriginalRules
{
    /// <summary>True for whoever keeps the originals.</summary>
    public static bool Keeps(Grants by) => by.Has(Duty.DisclosureOffice) || by.Has(Duty.PlatformHead);

    /// <summary>Why the paper cannot be entered so; null when it can.</summary>
    /// <param name="print">The printing.</param>
    /// <param name="isVoid">From <see cref="FormPrint.IsVoid"/>.</param>
    /// <param name="entry">What is to be entered.</param>
    /// <param name="by">Duties of the person.</param>
    public static Problem? Refusal(FormPrint print, bool isVoid, OriginalEntry entry, Grants by) =>
        entry switch
        {
            // Whoever has just misprinted clears it away without asking anybody.
            { To: OriginalPlace.WrittenOff } when !Keeps(by) && !(print.StaffId == by.StaffId && print.Place == OriginalPlace.Out) =>
                new OnlyTheKeeper(),
            { To: not OriginalPlace.WrittenOff } when !Keeps(by) => new OnlyTheKeeper(),
            { To: OriginalPlace.WrittenOff, Note: var note } when string.IsNullOrWhiteSpace(note) => new WriteOffNeedsReason(),
            { To: OriginalPlace.Archived, Box: var box } when string.IsNullOrWhiteSpace(box) => new BoxMissing(),
            { To: OriginalPlace.Archived } when isVoid => new VoidSheetNotArchived(),
            _ when !From(entry.To).Contains(print.Place) => new PaperIsElsewhere(print.Place.Name()),
            _ => null,
        };

    /// <summary>Where paper may come from; every entry can be taken back by one step.</summary>
    private static IReadOnlyList<OriginalPlace> From(OriginalPlace to) =>
        to switch
        {
            OriginalPlace.Out => [OriginalPlace.Received, OriginalPlace.WrittenOff],
            OriginalPlace.Received => [OriginalPlace.Out, OriginalPlace.Archived],
            OriginalPlace.Archived => [OriginalPlace.Out, OriginalPlace.Received],
            _ => [OriginalPlace.Out, OriginalPlace.Received],
        };
}

/// <summary>What is entered about the paper of a printing.</summary>
/// <param name="To">Where it is now.</param>
/// <param name="Box">Number of the archive box, for 已归档.</param>
/// <param name="Note">Reason, for 已注销.</param>
public sealed record OriginalEntry(OriginalPlace To, string Box = "", string Note = "");
