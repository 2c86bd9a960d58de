using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Forms;
using Disclosure.Core.Publication;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Printing;

/// <summary>Lays an item onto the plain records that the printed forms are made from. Each box shows the last signature that counts.</summary>
public static class FormRecords
{
    /// <summary>The sheet of the form that belongs to the item's route.</summary>
    public static FormSheet SheetOf(ItemView item, IReadOnlyList<PublicationView> channels, PrintMark mark, BoxWays ways) =>
        item.Content.Amendment is { } amendment ? AmendmentForm.Sheet(Change(item, amendment, channels, mark, ways))
        : item.Route.Code == RouteCodes.County
            ? CountyReviewForm.Sheet(County(item, channels, mark, ways))
            : ReleaseApprovalForm.Sheet(City(item, channels, mark, ways));

    /// <summary>The steps that have a box on the item's form, in the order of the form.</summary>
    public static IReadOnlyList<RouteStep> Boxes(ItemView item) => [.. item.Route.Steps.Where(s => s.Code != "receipt")];

    /// <summary>The signatures that fill boxes, in the order of the form.</summary>
    public static IReadOnlyList<SignatureView> SignedBoxes(ItemView item) => [.. Boxes(item).Select(s => Last(item, s.Code)).OfType<SignatureView>()];

    /// <summary>The signature that fills the box of a step: the last one that counts, or null. While the editor has the item, no earlier round counts for what is typed now.</summary>
    public static SignatureView? Last(ItemView item, string step) =>
        item.Signatures.LastOrDefault(s => s.Step == step && ((s.Standing && (item.Step.Code != "edit" || s.Carried.Length == 0)) || (s.Kind == MoveKind.Decline && item.State == ItemState.Declined)));

    private static ReleaseApprovalRecord City(ItemView item, IReadOnlyList<PublicationView> channels, PrintMark mark, BoxWays ways) => new()
    {
        Number = item.Number ?? "",
        FilledOn = Last(item, "edit") is { } sent ? BureauTime.Day(sent.At) : null,
        Item = ItemOf(item),
        Editor = ways.Box(Last(item, "edit")),
        Section = ways.Box(Last(item, "section")),
        Office = Office(item, ways),
        Deputy = ways.Box(Last(item, "deputy")),
        Director = ways.Box(Last(item, "director")),
        Platform = Platform(item, channels, ways),
        Review = Review(item, ways),
        Print = mark,
    };

    private static CountyReviewRecord County(ItemView item, IReadOnlyList<PublicationView> channels, PrintMark mark, BoxWays ways)
    {
        var receipt = Last(item, "receipt")?.Particulars.Delivery;
        var section = Last(item, "section");
        return new CountyReviewRecord
        {
            Number = item.Number ?? "",
            ReceivedOn = receipt?.Day,
            Item = ItemOf(item),
            UnitCode = item.Unit.Code,
            MatchingSection = item.Section.Id == item.Unit.Id ? "" : item.Section.Name,
            Deliveries = receipt is null ? [] : receipt.Way == DeliveryWay.System ? [receipt.Way.Name()] : [receipt.Way.Name(), "同时报电子版"],
            Editor = ways.Box(Last(item, "edit")),
            ChiefChoice = Last(item, "county-chief")?.Particulars.CountyChoice?.Name() ?? "",
            Chief = ways.Box(Last(item, "county-chief")),
            WorthPublishing = section?.Particulars.WorthPublishing,
            Advised = section?.Particulars.RecommendPublishing,
            Section = ways.Box(section),
            Office = Office(item, ways),
            Decided = item.State == ItemState.Declined ? false : Last(item, "deputy") is null ? null : true,
            Deputy = ways.Box(Last(item, "deputy")),
            Director = ways.Box(Last(item, "director")),
            Platform = Platform(item, channels, ways),
            Review = Review(item, ways),
            Print = mark,
        };
    }

    private static AmendmentRecord Change(ItemView item, Amendment amendment, IReadOnlyList<PublicationView> channels, PrintMark mark, BoxWays ways) => new()
    {
        Number = item.Number ?? "",
        FilledOn = Last(item, "edit") is { } sent ? BureauTime.Day(sent.At) : null,
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
        Editor = ways.Box(Last(item, "edit")),
        Chief = ways.Box(Last(item, "county-chief")),
        Section = ways.Box(Last(item, "section")),
        Office = Office(item, ways),
        Deputy = ways.Box(Last(item, "deputy")),
        Director = ways.Box(Last(item, "director")),
        Platform = Platform(item, channels, ways),
        Review = Review(item, ways),
        Print = mark,
    };

    private static FormItem ItemOf(ItemView item)
    {
        var c = item.Content;
        return new FormItem
        {
            Title = c.Title,
            Unit = item.Unit.Name,
            Editor = Last(item, "edit")?.Name ?? "",
            Telephone = c.Phone,
            Authors = string.Join("、", c.Bylines.Select(b => b.Name)),
            FormedOn = c.FormedOn,
            Kind = c.Kind switch
            {
                ItemKind.EnforcementCase or ItemKind.DiscreditedList or ItemKind.Enforcement => "法规执法",
                { } kind => kind.Name(),
                null => "",
            },
            KindDetail = c.Kind switch { ItemKind.EnforcementCase => "案例", ItemKind.DiscreditedList => "失信名单", _ => "" },
            Attribute = c.Attribute?.Name() ?? "",
            WithholdingGround = c.Attribute == DisclosureAttribute.Withheld ? $"{c.Ground?.Name()} {c.LegalBasis}".Trim() : "",
            Channels = [.. c.Channels.Select(OnForm).Distinct()],
            ExternalColumn = c.WebsiteColumn,
            OtherChannel = c.Channels.Contains(Channel.NoticeBoard) ? string.Join("、", new[] { "公开栏", c.OtherChannel }.Where(t => t.Length > 0)) : c.OtherChannel,
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
    private static string OnForm(Channel channel) => channel == Channel.NoticeBoard ? Channel.Other.Name() : channel.Name();

    private static OfficeBox Office(ItemView item, BoxWays ways)
    {
        var signed = Last(item, "office");
        return new OfficeBox
        {
            Finding = signed?.Particulars.Finding?.Name() ?? "",
            Basis = signed?.Particulars.FindingBasis ?? "",
            Signature = ways.Box(signed),
        };
    }

    private static PlatformBox Platform(ItemView item, IReadOnlyList<PublicationView> channels, BoxWays ways)
    {
        var signed = Last(item, "platform");
        return new PlatformBox
        {
            MatchesArchive = signed?.Particulars.MatchesArchive ?? false,
            PublishedAt = signed is null || channels.Count == 0 ? null : channels.Min(c => c.At),
            Address = signed is null ? "" : string.Join("；", channels.Select(c => $"{c.Channel.Name()} {c.Place}")),
            Signature = ways.Box(signed),
        };
    }

    private static SecrecyReviewRecord Review(ItemView item, BoxWays ways) => new()
    {
        Editor = Answers(Last(item, "edit"), ways),
        Section = Answers(Last(item, "section"), ways),
        Office = Answers(Last(item, "office"), ways),
        Deputy = Answers(Last(item, "deputy"), ways),
    };

    private static ReviewAnswers Answers(SignatureView? signed, BoxWays ways) => signed is null ? ReviewAnswers.Empty : new ReviewAnswers
    {
        Answers = [.. signed.Answers.Where(a => a.Yes is not null).Select(a => new ReviewAnswer(a.Criterion, a.Yes!.Value, AnswerWords.Say(a, BureauTime.Day(signed.At))))],
        Conclusion = ways.Box(signed),
    };
}
