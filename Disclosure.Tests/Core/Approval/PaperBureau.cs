using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Approval;

/// <summary>One thing somebody tries. Every choice a page offers is in it, sensible or not.</summary>
public sealed record Attempt(
    MoveKind? Kind, int Who, string ReturnTo, bool FormatOnly, CountyChoice Choice, OfficeFinding Finding, bool Major, bool Stale, bool Objects, bool PressConference)
{
    /// <summary>The command it becomes on an item as it stands.</summary>
    public Command On(Submission item) => new(Kind!.Value, Guid.NewGuid(), item.Step, Stale ? item.Version - 1 : item.Version)
    {
        Text = "已核。",
        Answers = Kind == MoveKind.Stop ? Given.StillClassified
            : Objects ? Given.With("B3-4", a => a with { Yes = true, Remark = "尚未决定" })
            : Given.AllNo,
        ReturnTo = ReturnTo,
        FormatOnly = FormatOnly,
        CountyChoice = item.Step == "county-chief" ? Choice : null,
        WorthPublishing = true,
        RecommendPublishing = true,
        Finding = Finding,
        Major = Major,
        Delivery = item.Step == "receipt" ? new Delivery(DeliveryWay.System, new DateOnly(2026, 11, 2), 4, null) : null,
        PasswordConfirmed = true,
        DeskComplete = true,
        MatchesArchive = true,
        FingerprintHolds = true,
    };
}

/// <summary>
/// One item on paper: the judge and the effects of the program on plain objects, without a store, so that a hundred thousand moves take
/// seconds. Only freezing a revision is done here in place of the database.
/// </summary>
public sealed class PaperBureau
{
    private static readonly DateTime Now = new(2026, 11, 2, 1, 0, 0, DateTimeKind.Utc);
    private readonly List<Signature> signatures = [];
    private readonly List<Contribution> contributions = [];
    private readonly ItemFile body = new()
    {
        SubmissionId = 0,
        Name = "正文.txt",
        Role = FileRole.Body,
        Size = 1,
        Sha256 = new string('a', 64),
        Order = 1,
        AddedBy = 1,
        AddedAt = Now,
    };

    private Revision? revision;
    private int edits;

    public PaperBureau(string route, int unit, int section, int owner)
    {
        Item = new Submission { RouteCode = route, UnitId = unit, SectionId = section, SubjectId = 1, OwnerId = owner, CreatedAt = Now };
        var content = new ItemContent();
        Given.Complete(content);
        Item.SaveDraft(content, "[]", Now);
        Contribute(owner);
    }

    public Submission Item { get; }

    public CaseFile File => new(Item, revision, [body], signatures, contributions, [], false);

    public IReadOnlyList<Channel> PublishedOn { get; private set; } = [];

    /// <summary>An editor of the unit changes a character.</summary>
    public bool Edit(Grants by, bool pressConference)
    {
        if (!Item.Editable || by.Find(Duty.Editor, Item.UnitId) is null)
        {
            return false;
        }
        var content = Item.Draft;
        content.Remarks = $"第 {++edits} 次修改";
        content.Channels = pressConference ? [Channel.Website, Channel.Intranet, Channel.PressConference] : [Channel.Website, Channel.Intranet];
        Item.SaveDraft(content, Item.DraftAnswersJson, Now);
        Contribute(by.StaffId);
        return true;
    }

    /// <summary>Tries a move; a refusal changes nothing.</summary>
    public Outcome<Move> Try(Attempt attempt, Grants by)
    {
        var file = File;
        var c = attempt.On(Item);
        if (c.Kind == MoveKind.Publish)
        {
            c = c with { PublishedOn = attempt.PressConference ? file.Content.Channels : file.AllowedChannels(Item.CountyChoice) };
        }
        var outcome = Judge.Decide(file, c, by, BureauTime.Day(Now));
        if (!outcome.Ok)
        {
            return outcome;
        }
        MoveEffects.Apply(file, c, by.StaffId);
        if (c.Kind == MoveKind.Send)
        {
            Freeze(c, by.StaffId);
        }
        if (c.Kind == MoveKind.Stop)
        {
            Item.EraseContent();
        }
        signatures.Add(MoveEffects.Sign(file, c, outcome.Value, revision, new Actor(by.StaffId, by.Name, ""), by.Name, Now));
        Item.MoveTo(outcome.Value.State, outcome.Value.To, file.Route.PlaceOf(outcome.Value.To), null, Now);
        PublishedOn = c.Kind == MoveKind.Publish ? c.PublishedOn : PublishedOn;
        return outcome;
    }

    private void Freeze(Command c, int sender)
    {
        var (json, answers) = (Item.DraftJson, Answers.ToJson(c.Answers));
        revision = new Revision
        {
            SubmissionId = 0,
            Number = (revision?.Number ?? 0) + 1,
            ContentJson = json,
            AnswersJson = answers,
            Fingerprint = Fingerprint.Of(json, [body], answers),
            SentBy = sender,
            SentAt = Now,
        };
        Item.Review(revision);
        Item.NumberOnce("昌统发审〔2026〕1号", Now);
        Contribute(sender);
    }

    private void Contribute(int who)
    {
        if (!contributions.Exists(c => c.StaffId == who && c.Round == Item.Round))
        {
            contributions.Add(new Contribution { SubmissionId = 0, StaffId = who, Round = Item.Round, At = Now });
        }
    }
}
