using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Forms;
using Disclosure.Core.Publication;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Printing;

/// <summary>
/// Lays an item onto the plain records that the printed forms are made from. Each box shows the last signature that counts.
/// </summary>
public static class FormRecords
{
    /// <summary>The sheet of the form that belongs to the item's route.</summary>
    public static FormSheet SheetOf(CaseRecord item, IReadOnlyList<PublicationView> channels, PrintMark mark, BoxWays ways)
    {
        FilledBox Fill(RouteStep step) => Filled(item, step, channels, ways);
        return item.Content.Amendment is { } amendment ? AmendmentForm.Sheet(Change(item, amendment, mark, Fill))
            : item.Route.IsCounty ? CountyReviewForm.Sheet(County(item, mark, Fill))
            : ReleaseApprovalForm.Sheet(City(item, mark, Fill));
    }

    /// <summary>The steps that have a box on the item's form, in the order of the form.</summary>
    public static IReadOnlyList<RouteStep> Boxes(CaseRecord item) => [.. item.Route.Steps.Where(s => s.Box is not null)];

    /// <summary>The signatures that fill boxes, in the order of the form.</summary>
    public static IReadOnlyList<SignatureView> SignedBoxes(CaseRecord item) =>
        [.. Boxes(item).Select(s => Last(item, s)).OfType<SignatureView>()];

    /// <summary>
    /// The signature that fills the box of a step: the last one that counts, or null. While the editor has the item, no earlier round
    /// counts for what is typed now.
    /// </summary>
    public static SignatureView? Last(CaseRecord item, RouteStep step) =>
        item.Signatures.LastOrDefault(s =>
            s.Step == step.Code
            && (
                (s.Standing && (!item.Step.Drafts || s.Carried.Length == 0))
                || (s.Kind == MoveKind.Decline && item.State == ItemState.Declined)
            )
        );

    private static SignatureView? Sent(CaseRecord item) => Last(item, item.Route.Steps[0]);

    private static ReleaseApprovalRecord City(CaseRecord item, PrintMark mark, Func<RouteStep, FilledBox> fill) =>
        new()
        {
            Number = item.Number ?? "",
            FilledOn = Sent(item) is { } sent ? BureauTime.Day(sent.At) : null,
            Item = ItemOf(item),
            Steps = StepRows.Of(item.Route, fill),
            Review = StepRows.Review(item.Route, fill),
            Print = mark,
        };

    private static CountyReviewRecord County(CaseRecord item, PrintMark mark, Func<RouteStep, FilledBox> fill)
    {
        var receipt = item.Route.Steps.Where(s => s.Receives).Select(s => Last(item, s)?.Particulars.Delivery).FirstOrDefault();
        return new CountyReviewRecord
        {
            Number = item.Number ?? "",
            ReceivedOn = receipt?.Day,
            Item = ItemOf(item),
            UnitCode = item.Unit.Code,
            MatchingSection = item.Section.Id == item.Unit.Id ? "" : item.Section.Name,
            Deliveries =
                receipt is null ? []
                : receipt.Way == DeliveryWay.System ? [receipt.Way.Name()]
                : [receipt.Way.Name(), "同时报电子版"],
            Steps = StepRows.Of(item.Route, fill),
            Review = StepRows.Review(item.Route, fill),
            Print = mark,
        };
    }

    private static AmendmentRecord Change(CaseRecord item, Amendment amendment, PrintMark mark, Func<RouteStep, FilledBox> fill) =>
        new()
        {
            Number = item.Number ?? "",
            FilledOn = Sent(item) is { } sent ? BureauTime.Day(sent.At) : null,
            Item = ItemOf(item),
            Kind = amendment.Kind.Name(),
            Ground = amendment.Ground?.Name() ?? "",
            OriginalTitle = amendment.Title,
            OriginalNumber = amendment.Number,
            OriginalIndex = amendment.Index,
            PublishedOn = amendment.PublishedOn,
            Reason = amendment.Reason,
            Changes = amendment.Changes,
            Basis = amendment.Basis,
            Steps = StepRows.OfChange(item.Route, fill),
            Review = StepRows.Review(item.Route, fill),
            Print = mark,
        };

    private static FormItem ItemOf(CaseRecord item)
    {
        var c = item.Content;
        return new FormItem
        {
            Title = c.Title,
            Unit = item.Unit.Name,
            Editor = Sent(item)?.Name ?? "",
            Telephone = c.Phone,
            Authors = string.Join("、", c.Bylines.Select(b => b.Name)),
            FormedOn = c.FormedOn,
            Kind = c.Kind?.Rule().OnForm ?? "",
            KindDetail = c.Kind?.Rule().Detail ?? "",
            Attribute = c.Attribute?.Name() ?? "",
            WithholdingGround = c.Attribute == DisclosureAttribute.Withheld ? $"{c.Ground?.Name()} {c.LegalBasis}".Trim() : "",
            Channels = [.. c.Channels.Select(OnForm).Distinct()],
            ExternalColumn = c.WebsiteColumn,
            OtherChannel = c.Channels.Contains(Channel.NoticeBoard)
                ? string.Join("、", new[] { "公开栏", c.OtherChannel }.Where(t => t.Length > 0))
                : c.OtherChannel,
            IntendedOn = c.PlannedOn,
            DataStatus = c.DataStatus?.Name() ?? "",
            DataStatusNote = c.ProvisionalReason,
            Major = item.DirectorRequired,
            PaperCopies = c.PaperCopies,
            PaperPages = c.PaperPages,
            ElectronicFiles = item.Files.Count(f => f.Role == FileRole.Body),
            Attachments = item.Files.Count(f => f.Role == FileRole.Attachment),
            Remarks = c.Remarks,
        };
    }

    // The form has no box of its own for the notice board.
    private static string OnForm(Channel channel) =>
        channel switch
        {
            Channel.NoticeBoard => Channel.Other.Name(),
            Channel.Website or Channel.Intranet or Channel.SocialMedia or Channel.PressConference or Channel.Book or Channel.Other =>
                channel.Name(),
        };

    private static FilledBox Filled(CaseRecord item, RouteStep step, IReadOnlyList<PublicationView> channels, BoxWays ways)
    {
        var signed = Last(item, step);
        var box = new FilledBox
        {
            Signature = ways.Box(signed),
            Decided =
                item.State == ItemState.Declined ? false
                : signed is null ? null
                : true,
        };
        return signed is null
            ? box
            : box with
            {
                Answers =
                [
                    .. signed
                        .Answers.Where(a => a.Yes is not null)
                        .Select(a => new ReviewAnswer(a.Criterion, a.Yes!.Value, AnswerWords.Say(a, BureauTime.Day(signed.At)))),
                ],
                Finding = signed.Particulars.Finding?.Name() ?? "",
                Basis = signed.Particulars.FindingBasis,
                CountyChoice = signed.Particulars.CountyChoice?.Name() ?? "",
                Worth = signed.Particulars.WorthPublishing,
                Advised = signed.Particulars.RecommendPublishing,
                MatchesArchive = signed.Particulars.MatchesArchive,
                PublishedAt = channels.Count == 0 ? null : channels.Min(c => c.At),
                Address = string.Join("；", channels.Select(c => $"{c.Channel.Name()} {c.Place}")),
            };
    }
}
