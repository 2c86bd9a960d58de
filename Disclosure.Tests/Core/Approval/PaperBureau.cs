using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Approval;

/// <summary>One thing somebody tries. Every choice a page offers is in it, sensible or not.</summary>
public sealed record Attempt(MoveKind? Kind, int Who, string ReturnTo, int Dice, int Review)
{
    /// <summary>A number from 0 below <paramref name="sides"/>, the same each time for the same question.</summary>
    /// <remarks>
    /// Mixed by hand (the finalizer of MurmurHash3): HashCode.Combine is salted anew in every process, and no seed would repeat a walk.
    /// </remarks>
    public int Roll(int sides, int question)
    {
        var mixed = (uint)Dice * 0x9E3779B1u + (uint)question;
        mixed = (mixed ^ (mixed >> 16)) * 0x85EBCA6Bu;
        mixed = (mixed ^ (mixed >> 13)) * 0xC2B2AE35u;
        return (int)((mixed ^ (mixed >> 16)) % (uint)sides);
    }

    public bool FormatOnly => Roll(2, 1) == 0;

    public bool Stale => Roll(20, 2) == 0;

    public bool PressConference => Roll(7, 3) == 0;

    public bool NewFile => Roll(4, 4) == 0;

    public bool NewText => Roll(4, 24) == 0;

    /// <summary>The command it becomes on an item as it stands.</summary>
    /// <param name="file">The item.</param>
    /// <param name="papers">False where no scan was uploaded that an answer could name.</param>
    /// <param name="trouble">False where desk and fingerprint are in order.</param>
    public Command On(CaseFile file, bool papers, bool trouble)
    {
        var item = file.Item;
        var answers = Kind == MoveKind.Stop ? Given.StillClassified : RandomAnswers.From(this, papers);
        var finding = Roll(2, 5) == 0 ? (OfficeFinding)Roll(5, 6) : OfficeFinding.Disclose;
        var offered = Judge.OfferedHolds(file.ReviewFor(0), answers, finding, PaperBureau.Today);
        var (hold, criterion) = offered.Count == 0 ? ((HoldKind)Roll(4, 7), Criteria.Undecided) : offered[Roll(offered.Count, 8)];
        var outcomes = file.OpenHold is { } open ? HoldRules.Outcomes(open.Kind) : [];
        return new Command(Kind!.Value, Guid.NewGuid(), item.Step, Stale ? item.Version - 1 : item.Version)
        {
            Text = "已核。",
            Answers = answers,
            ReturnTo = ReturnTo,
            FormatOnly = FormatOnly,
            CountyChoice =
                item.Step != "county-chief"
                    ? null
                    : Roll(11, 9) switch
                    {
                        < 6 => CountyChoice.Website,
                        < 10 => CountyChoice.IntranetOnly,
                        _ => CountyChoice.Refused,
                    },
            WorthPublishing = true,
            RecommendPublishing = true,
            Finding = finding,
            FindingBasis = "条例第十六条",
            Ground = Roll(4, 10) == 0 ? null : (WithholdingGround)Roll(5, 11),
            Hold = Kind == MoveKind.Hold ? hold : null,
            HoldCriterion = Kind == MoveKind.Hold ? criterion : "",
            HoldPapers = Kind is MoveKind.Hold or MoveKind.Resume ? Papers(papers) : new(),
            Outcome =
                Kind == MoveKind.Resume
                    ? outcomes.Count > 0 && Roll(6, 12) != 0
                        ? outcomes[Roll(outcomes.Count, 13)]
                        : (HoldOutcome)Roll(6, 14)
                    : null,
            Major = Roll(12, 15) == 0,
            Delivery = item.Step == "receipt" ? new Delivery(DeliveryWay.System, PaperBureau.Today, 4, null) : null,
            PasswordConfirmed = true,
            ReceiptsComplete = !trouble || Roll(12, 16) != 0,
            MatchesArchive = !trouble || Roll(12, 17) != 0,
            FingerprintHolds = !trouble || Roll(12, 18) != 0,
        };
    }

    // Mostly whole; a paper is missing now and then.
    private HoldPapers Papers(bool scans)
    {
        var scan = scans && Roll(6, 19) != 0 ? new Scan(new string('b', 64), "扫描件.png") : null;
        return new HoldPapers
        {
            FormerLevel = SecrecyLevel.Secret,
            MadeOn = new DateOnly(2010, 1, 1),
            ExpiredOn = new DateOnly(2020, 1, 1),
            Body = "有关主管部门",
            Number = "昌统函〔2026〕8号",
            Day = PaperBureau.Today,
            Scan = scan,
            Measures = Roll(8, 20) == 0 ? "" : "不对外提供",
            Question = ReferralQuestion.Disclosure,
            ReplyNumber = "复函〔2026〕5号",
            ReplyDay = PaperBureau.Today,
            Matters =
                Roll(8, 21) == 0 ? []
                : Roll(3, 22) == 0 ? [RedactedMatter.StateSecret]
                : [RedactedMatter.Respondent],
            Method = "删除附表",
            ProcessedBy = "甲",
            CheckedBy = Roll(8, 23) == 0 ? "甲" : "乙",
        };
    }
}

/// <summary>Answers as nobody would give them all: mostly 否, otherwise every shape an answer can take.</summary>
internal static class RandomAnswers
{
    private static readonly Scan Scan = new(new string('c', 64), "批准件.png");

    public static IReadOnlyList<Answer> From(Attempt attempt, bool papers)
    {
        var dice = attempt.Review;
        return dice % 3 != 0
            ? [.. Given.AllNo.Select(a => a with { Remark = dice % 2 == 0 ? "已核" : "" })]
            :
            [
                .. Answers.Blank.Select(
                    (a, i) =>
                        attempt.Roll(3, 40 + i) != 0 ? a with { Yes = false, Remark = "已核" } : Strange(a, attempt.Roll(9, 50 + i), papers)
                ),
            ];
    }

    private static Answer Strange(Answer a, int shape, bool papers)
    {
        var yes = a with { Yes = true, Remark = "见第二段" };
        Scan? scan = papers ? Scan : null;
        return (a.Criterion, shape) switch
        {
            (_, 0) => a,
            (_, 1) => a with { Yes = true },
            (Criteria.Marked, 2) => Given.StillClassified[0],
            (Criteria.Marked, _) => Given.Declassifiable[0],
            (Criteria.Sensitive or Criteria.Internal, < 5) => yes with { Approved = false },
            (Criteria.Sensitive or Criteria.Internal, _) => yes with
            {
                Approved = true,
                Approval = new("市委办", "昌办〔2026〕3号", PaperBureau.Today, scan),
            },
            (Criteria.Undecided, _) => yes with { PublicComment = shape % 2 == 0 },
            (_, < 4) => yes with
            {
                Reason = OtherReason.Respondent,
                Situation = RespondentSituation.Named,
                Exception = new() { Basis = ExceptionBasis.Consent },
            },
            (_, 4) => yes with
            {
                Reason = OtherReason.Privacy,
                Exception = new() { Basis = ExceptionBasis.None },
            },
            (_, 5) => yes with { Reason = OtherReason.WorkSecret },
            (_, 6) => yes with { Reason = OtherReason.Other },
            _ => yes with
            {
                Reason = OtherReason.TradeSecret,
                Exception = new()
                {
                    Basis = ExceptionBasis.Consent,
                    Holder = "某企业",
                    Day = PaperBureau.Today,
                    Scan = scan,
                },
            },
        };
    }
}

/// <summary>
/// One item on paper: the judge and the effects of the program on plain objects, without a store, so that a hundred thousand moves take
/// seconds. Only freezing a revision and erasing are done here in place of the database.
/// </summary>
public sealed class PaperBureau
{
    public static readonly DateOnly Today = new(2026, 11, 2);
    private static readonly DateTime Now = new(2026, 11, 2, 1, 0, 0, DateTimeKind.Utc);
    private readonly List<Signature> signatures = [];
    private readonly List<Contribution> contributions = [];
    private readonly List<Hold> holds = [];
    private readonly Dictionary<string, ReviewedText> texts = [];
    private ItemFile? body = Body(0);
    private Revision? revision;
    private int edits;

    public PaperBureau(string route, int unit, int section, int owner)
    {
        Item = new Submission
        {
            RouteCode = route,
            UnitId = unit,
            SectionId = section,
            SubjectId = 1,
            OwnerId = owner,
            CreatedAt = Now,
        };
        var content = new ItemContent();
        Given.Complete(content);
        Item.SaveDraft(content, "[]", Now);
        Contribute(owner);
    }

    public Submission Item { get; }

    public CaseFile File => new(Item, revision, body is null ? [] : [body], signatures, contributions, holds, false) { Texts = texts };

    /// <summary>By fingerprint, what was sent each time.</summary>
    public IReadOnlyDictionary<string, ReviewedText> Texts => texts;

    public bool HasBody => body is not null;

    /// <summary>The command that published it.</summary>
    public Command? Published { get; private set; }

    public IReadOnlyList<Channel> PublishedOn => Published?.PublishedOn ?? [];

    /// <summary>An editor of the unit changes a remark, and now and then a character of the text or the file.</summary>
    public bool Edit(Grants by, bool pressConference, bool newText, bool newFile)
    {
        if (!Item.Editable || by.Find(Duty.Editor, Item.UnitId) is null)
        {
            return false;
        }
        var content = Item.Draft;
        Given.Complete(content);
        content.Remarks = $"第 {++edits} 次修改";
        content.Summary += newText ? $"（{edits}）" : "";
        content.Channels = pressConference
            ? [Channel.Website, Channel.Intranet, Channel.PressConference]
            : [Channel.Website, Channel.Intranet];
        Item.SaveDraft(content, Item.DraftAnswersJson, Now);
        body = newFile || body is null ? Body(edits) : body;
        Contribute(by.StaffId);
        return true;
    }

    /// <summary>Tries a command; a refusal changes nothing.</summary>
    public Outcome<Move> Try(Command c, Grants by, bool pressConference)
    {
        if (c.Kind == MoveKind.Send && Item.Editable)
        {
            Confirm();
        }
        var file = File;
        if (c.Kind == MoveKind.Publish)
        {
            c = c with { PublishedOn = pressConference ? file.Content.Channels : file.AllowedChannels };
        }
        if (c.Kind == MoveKind.Resume && Judge.May(file, MoveKind.Resume, by).Ok && c.Step == Item.Step && c.Version == Item.Version)
        {
            // What the hold's page has saved before.
            file.OpenHold!.Enter(c.HoldPapers, null);
        }
        var outcome = Judge.Decide(file, c, by, Today);
        if (!outcome.Ok)
        {
            return outcome;
        }
        var (here, over) = (Item.Step, file.FilesDigest);
        MoveEffects.Apply(file, c, by.StaffId);
        var actor = new Actor(by.StaffId, by.Name, "");
        if (MoveEffects.Holds(file, c, outcome.Value, over, actor, by.Name, null, Now) is { } hold)
        {
            holds.Add(hold);
        }
        Store(c, outcome.Value, by.StaffId);
        signatures.Add(MoveEffects.Sign(file, c, outcome.Value, revision, actor, by, Now));
        var reached =
            outcome.Value.State == ItemState.Held && here != "edit"
                ? Math.Max(file.Route.PlaceOf(here), file.Route.PlaceOf("office"))
                : file.Route.PlaceOf(outcome.Value.To);
        Item.MoveTo(outcome.Value.State, outcome.Value.To, reached, null, Now);
        Published = c.Kind == MoveKind.Publish ? c : Published;
        return outcome;
    }

    // The authors read what is sent, each time.
    private void Confirm()
    {
        var (content, files) = (Item.Draft, File.DraftFiles.Select(f => (f.Role, f.Sha256)));
        content.Bylines.ForEach(b => (b.Confirmed, b.ConfirmedOver) = (true, Authorship.Over(content, files)));
        Item.SaveDraft(content, Item.DraftAnswersJson, Now);
    }

    private void Store(Command c, Move move, int actor)
    {
        if (c.Kind == MoveKind.Send)
        {
            Freeze(c, actor);
        }
        else if (move.State == ItemState.Stopped)
        {
            Item.EraseContent();
        }
        else if (move.To == "edit" && c.HoldPapers.Matters.Contains(RedactedMatter.StateSecret))
        {
            body = null;
            Item.ForgetWords();
        }
    }

    private void Freeze(Command c, int sender)
    {
        var (json, answers) = (Item.ToSend.ToJson(), Answers.ToJson(c.Answers));
        revision = new Revision
        {
            SubmissionId = 0,
            Number = (revision?.Number ?? 0) + 1,
            ContentJson = json,
            AnswersJson = answers,
            Fingerprint = Fingerprint.Of(json, [body!], answers),
            SentBy = sender,
            SentAt = Now,
        };
        Item.Review(revision);
        texts[revision.Fingerprint] = ReviewedText.Of(revision, [body!]);
        Item.NumberOnce("昌统发审〔2026〕1号", Now);
        Contribute(sender);
    }

    private void Contribute(int who)
    {
        if (!contributions.Exists(c => c.StaffId == who && c.Round == Item.Round))
        {
            contributions.Add(
                new Contribution
                {
                    SubmissionId = 0,
                    StaffId = who,
                    Round = Item.Round,
                    At = Now,
                }
            );
        }
    }

    private static ItemFile Body(int version) =>
        new()
        {
            SubmissionId = 0,
            Name = "正文.txt",
            Role = FileRole.Body,
            Size = 1,
            Sha256 = version.ToString("x64", System.Globalization.CultureInfo.InvariantCulture),
            Order = 1,
            AddedBy = 1,
            AddedAt = Now,
        };
}
