using Disclosure.Core.Common;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Approval;

/// <content>What the page says before anybody presses a button; the refusal of the service is the same sentence.</content>
public static partial class Judge
{
    /// <summary>What is left to do when an answer stands in the way of agreeing.</summary>
    public const string InsteadOfAgreeing = "只能退回或暂停";

    /// <summary>What keeps the step from agreeing as things are answered so far, or null; what is merely not yet answered keeps nobody from trying.</summary>
    /// <param name="item">The item as seen.</param>
    /// <param name="answers">Answers of the tier, as ticked so far.</param>
    /// <param name="finding">The office's finding so far, or null.</param>
    /// <param name="today">The bureau's day.</param>
    public static Problem? Foresee(ItemView item, IReadOnlyList<Answer> answers, OfficeFinding? finding, DateOnly today)
    {
        if (item.Withdrawn.FirstOrDefault(w => w.Current) is { } closed)
        {
            return new FileIsWithdrawn(closed.FileName);
        }
        if (item.WithholdingProposed && item.Step.MayDecline)
        {
            return new WithholdingToConfirm();
        }
        if (item.Step.Review is null)
        {
            return null;
        }
        var withheld = item.WithheldOver(item.FilesDigest);
        var (office, before) = (item.Step.AsksFinding, item.Route.PlaceOf(item.Step.Code) < item.Route.PlaceOf(item.Route.Finding.Code));
        var withholds = before ? withheld : office && finding == OfficeFinding.Withhold;
        return ReviewRules.InTheWay(answers, item.Cleared, InsteadOfAgreeing, today) switch
        {
            MustStop stop => stop,
            ObjectionStands or HoldNeeded when withholds => null,
            ObjectionStands objection => objection,
            HoldNeeded needed => needed,
            _ when office && finding is { } found => OfFinding(item, found, withheld),
            _ when withheld && !before && !office => new MayNotBeDisclosed(),
            _ => null,
        };
    }

    /// <summary>Holds that this reader may open now, the most usual first; what has ended well for these files is not offered again.</summary>
    /// <param name="item">The item as seen.</param>
    /// <param name="digest">Digest of the files as they are on the page.</param>
    /// <param name="answers">Answers of the tier, as ticked so far.</param>
    /// <param name="finding">The office's finding so far, or null.</param>
    /// <param name="today">The bureau's day.</param>
    public static IReadOnlyList<(HoldKind Kind, string Criterion)> OfferedHolds(
        ItemView item, string digest, IReadOnlyList<Answer> answers, OfficeFinding? finding, DateOnly today)
    {
        if (!item.Can(MoveKind.Hold) || item.OpenHold is not null)
        {
            return [];
        }
        var (cleared, processed) = (item.ClearedOver(digest), Processed(item, digest));
        // What a processed version still contains is taken out again; what the office finds, it may find again.
        return [.. OfferedHolds(item.Step, answers, finding, today).Where(o => (o.Kind, o.Criterion) switch
        {
            (HoldKind.Redaction, "") => !processed,
            (HoldKind.Redaction, _) or (_, "") => true,
            _ => !cleared.Contains(o),
        })];
    }

    /// <summary>What keeps the editor from sending that the answers alone do not tell: a reply that forbids it, a processed version still to be made (B5, B6).</summary>
    /// <param name="item">The item as seen.</param>
    /// <param name="digest">Digest of the files as they are on the page.</param>
    /// <param name="entered">What is entered on the open hold as it stands on the page.</param>
    public static IEnumerable<Problem> ForeseeSending(ItemView item, string digest, HoldPapers? entered)
    {
        if (digest == item.FilesDigest && item.Withdrawn.FirstOrDefault(w => w.Current) is { } closed)
        {
            yield return new FileIsWithdrawn(closed.FileName);
        }
        if (item.WithheldOver(digest))
        {
            yield return new MayNotBeDisclosed();
        }
        if (item.OpenHold is not { } hold)
        {
            yield break;
        }
        if (HoldRules.Missing(hold.Kind, entered ?? hold.Papers, HoldOutcome.Cleared) is [_, ..] missing)
        {
            yield return new HoldIncomplete(hold.Kind, missing);
        }
        if (hold.OpenedOver == digest)
        {
            yield return new StillUnprocessed();
        }
    }

    private static Problem? OfFinding(ItemView item, OfficeFinding finding, bool withheld) => finding switch
    {
        OfficeFinding.Withhold => null,
        _ when item.Content.Attribute == DisclosureAttribute.Withheld => new AttributeSaysWithhold(),
        _ when withheld => new MayNotBeDisclosed(),
        OfficeFinding.Postpone => new HoldNeeded(HoldKind.Postponement, ""),
        OfficeFinding.Refer => new HoldNeeded(HoldKind.Referral, ""),
        OfficeFinding.DiscloseInPart when !Processed(item, item.FilesDigest) => new HoldNeeded(HoldKind.Redaction, ""),
        _ => null,
    };

    /// <summary>True when files of that digest are a processed version (B5).</summary>
    public static bool Processed(ItemView item, string digest) => item.Holds.Any(h => h.Kind == HoldKind.Redaction && h.Covers == digest);
}
