using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Forms;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Publication;

/// <summary>Lays an item onto the plain records that the printed forms are made from. Each box shows the last signature that counts.</summary>
public static class FormRecords
{
    /// <summary>The sheet of the form that belongs to the item's route.</summary>
    public static FormSheet SheetOf(ItemView item, IReadOnlyList<PublicationView> channels, PrintMark mark) =>
        item.Route.Code == RouteCodes.County
            ? CountyReviewForm.Sheet(County(item, channels, mark))
            : ReleaseApprovalForm.Sheet(City(item, channels, mark));

    private static ReleaseApprovalRecord City(ItemView item, IReadOnlyList<PublicationView> channels, PrintMark mark) => new()
    {
        Number = item.Number ?? "",
        FilledOn = Last(item, "edit") is { } sent ? BureauTime.Day(sent.At) : null,
        Item = ItemOf(item),
        Editor = Box(Last(item, "edit")),
        Section = Box(Last(item, "section")),
        Office = Office(item),
        Deputy = Box(Last(item, "deputy")),
        Director = Box(Last(item, "director")),
        Platform = Platform(item, channels),
        Review = Review(item),
        Print = mark,
    };

    private static CountyReviewRecord County(ItemView item, IReadOnlyList<PublicationView> channels, PrintMark mark)
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
            Editor = Box(Last(item, "edit")),
            ChiefChoice = Last(item, "county-chief")?.Particulars.CountyChoice?.Name() ?? "",
            Chief = Box(Last(item, "county-chief")),
            WorthPublishing = section?.Particulars.WorthPublishing,
            Advised = section?.Particulars.RecommendPublishing,
            Section = Box(section),
            Office = Office(item),
            Decided = item.State == ItemState.Declined ? false : Last(item, "deputy") is null ? null : true,
            Deputy = Box(Last(item, "deputy")),
            Director = Box(Last(item, "director")),
            Platform = Platform(item, channels),
            Review = Review(item),
            Print = mark,
        };
    }

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

    private static OfficeBox Office(ItemView item)
    {
        var signed = Last(item, "office");
        return new OfficeBox
        {
            Finding = signed?.Particulars.Finding?.Name() ?? "",
            Basis = signed?.Particulars.FindingBasis ?? "",
            Signature = Box(signed),
        };
    }

    private static PlatformBox Platform(ItemView item, IReadOnlyList<PublicationView> channels)
    {
        var signed = Last(item, "platform");
        return new PlatformBox
        {
            MatchesArchive = signed?.Particulars.MatchesArchive ?? false,
            PublishedAt = signed is null || channels.Count == 0 ? null : channels.Min(c => c.At),
            Address = signed is null ? "" : string.Join("；", channels.Select(c => $"{c.Channel.Name()} {c.Place}")),
            Signature = Box(signed),
        };
    }

    private static SecrecyReviewRecord Review(ItemView item) => new()
    {
        Editor = Answers(Last(item, "edit")),
        Section = Answers(Last(item, "section")),
        Office = Answers(Last(item, "office")),
        Deputy = Answers(Last(item, "deputy")),
    };

    private static ReviewAnswers Answers(SignatureView? signed) => signed is null ? ReviewAnswers.Empty : new ReviewAnswers
    {
        Answers = [.. signed.Answers.Where(a => a.Yes is not null).Select(a => new ReviewAnswer(a.Criterion, a.Yes!.Value, AnswerWords.Say(a, BureauTime.Day(signed.At))))],
        Conclusion = Box(signed),
    };

    private static SignatureBox Box(SignatureView? signed) => signed is null ? SignatureBox.Empty : new SignatureBox
    {
        Name = signed.Name,
        Opinion = signed.Text.Length > 0 ? signed.Text : signed.Kind == MoveKind.Approve ? "同意。" : "",
        Day = BureauTime.Day(signed.At),
        ActingFor = signed.ActingFor,
        SignedInSystem = signed.At,
    };

    private static SignatureView? Last(ItemView item, string step) =>
        item.Signatures.LastOrDefault(s => s.Step == step && (s.Standing || (s.Kind == MoveKind.Decline && item.State == ItemState.Declined)));
}
