using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;

namespace Disclosure.Web.Components.Submissions;

/// <summary>The submission form as it stands on the page: what was typed, and what the rules say about it.</summary>
public sealed class DraftForm(ItemView item, int me)
{
    private readonly HashSet<string> touched = [];

    /// <summary>Raised after every change by hand.</summary>
    public event Action? Changed;

    /// <summary>The item as it was read.</summary>
    public ItemView Item { get; private set; } = item;

    /// <summary>True before the first word, when no store knows of the item.</summary>
    public bool IsBlank => Item.Id == 0;

    /// <summary>Where the form stands.</summary>
    public string Address => IsBlank ? $"submit/new/{Item.Unit.Id}" : $"items/{Item.Id}/edit";

    /// <summary>Who sits before the page.</summary>
    public int Me { get; } = me;

    /// <summary>What was typed.</summary>
    public ItemContent Content { get; private set; } = item.Content.Copy();

    /// <summary>The five answers.</summary>
    public IReadOnlyList<Answer> Answers { get; private set; } = item.EditorAnswers;

    /// <summary>Subject of a county item.</summary>
    public int? SubjectId { get; private set; } = item.SubjectId;

    /// <summary>Files of the draft.</summary>
    public IReadOnlyList<ItemFileRow> Files { get; private set; } = item.Files;

    /// <summary>Files still on their way in.</summary>
    public IReadOnlyList<UnfinishedUpload> Unfinished { get; private set; } = [];

    /// <summary>Everything that keeps the item from being sent, in the order of the form.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    /// <summary>True once 检查并送审 was pressed: from then on every problem is shown, not only those of fields already visited.</summary>
    public bool CheckedWhole { get; private set; }

    /// <summary>True for a county's item (D11).</summary>
    public bool IsCounty => Item.Route.IsCounty;

    /// <summary>The bureau's day as of the last check.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>Open accounts that bear a name typed in the byline.</summary>
    public IReadOnlyList<AuthorAccount> Accounts { get; private set; } = [];

    /// <summary>Digest of what an author confirms as it stands on the page.</summary>
    public string AuthorshipOver => Authorship.Over(Content, Files.Select(f => (f.Role, f.Sha256)));

    /// <summary>The step that comes after sending.</summary>
    public RouteStep Next => Judge.NextOnSending(State, Answers, major: false);

    /// <summary>What makes all reviews begin anew after a return for format, as of the last check; empty where nothing does.</summary>
    public IReadOnlyList<ReviewedDifference> Anew { get; private set; } = [];

    /// <summary>The state of the review with what stands on the form in place of what the store has.</summary>
    public ReviewState State =>
        Item.Review with
        {
            Content = Content,
            SubjectId = SubjectId,
            SubjectClosed = Item.Review.SubjectClosed && SubjectId == Item.SubjectId,
            Files = [.. Files.Select(f => new ReviewedFile(f.Name, f.Role, f.Sha256))],
            FilesDigest = FilesDigest,
            UploadUnfinished = Unfinished.Count > 0,
            Accounts = Accounts,
            Holds = Processing is null
                ? Item.Review.Holds
                : [.. Item.Review.Holds.Select(h => h.Open ? h with { Papers = Processing } : h)],
            // Findings have their own place on the form, with a list of what is owed.
            Evidence = null,
        };

    /// <summary>What is entered on the open hold as it stands on the page, or null where none is open (B5).</summary>
    public HoldPapers? Processing { get; private set; }

    /// <summary>Digest of the files as they are on the page; clearances count for these and no others.</summary>
    public string FilesDigest => Fingerprint.OfRows(Files);

    /// <summary>Holds that the answers let open now.</summary>
    public IReadOnlyList<(HoldKind Kind, string Criterion)> OfferedHolds =>
        Item.Can(MoveKind.Hold) ? Judge.OfferedHolds(State, Answers, null, Today) : [];

    /// <summary>True when a marking that has not expired is answered: only stopping is left (B3-1).</summary>
    public bool MustStop => ReviewRules.ClassifiedStill(Answers, Today);

    /// <summary>Changes the content and notes which field it was.</summary>
    public void Set(string field, Action<ItemContent> change)
    {
        change(Content);
        // As the store will keep it: what an author confirms is the text that lies there.
        Content.Tidy();
        Touch(field);
    }

    /// <summary>Begins with what an earlier item or a template gives; authors stay those of whoever begins.</summary>
    public void TakeOver(ItemContent copied, int? subjectId) => (Content, SubjectId) = (copied.Tidy(), IsCounty ? subjectId : null);

    /// <summary>The item has its row now, and its key.</summary>
    public void TakeKey(int id) => Item = Item with { Record = Item.Record with { Id = id } };

    /// <summary>The reader's own confirmation of authorship, as it was just stored.</summary>
    /// <param name="over">Digest of the text confirmed; what was typed since is not covered.</param>
    public void TakeConfirmation(string? over)
    {
        foreach (var own in Content.Bylines.Where(b => b.StaffId == Me))
        {
            (own.Confirmed, own.ConfirmedOver) = (true, over);
        }
        touched.Add(nameof(ItemContent.Bylines));
    }

    /// <summary>Goes on with what stands on another page of the same item, typed but perhaps not stored yet.</summary>
    public void Continue(DraftForm before)
    {
        (Content, SubjectId) = (before.Content, before.SubjectId);
        // A new round asks the five questions again.
        Answers = before.Item.Round == Item.Round ? before.Answers : Answers;
        touched.UnionWith(before.touched);
    }

    /// <summary>Chooses the subject.</summary>
    public void SetSubject(int? subject)
    {
        SubjectId = subject;
        Touch(nameof(Submission.SubjectId));
    }

    /// <summary>Replaces one answer.</summary>
    public void SetAnswer(Answer answer)
    {
        Answers = [.. Answers.Select(a => a.Criterion == answer.Criterion ? answer : a)];
        Touch(FormSections.Review);
    }

    /// <summary>Takes up the files as the store has them.</summary>
    public void SetFiles(IReadOnlyList<ItemFileRow> files, IReadOnlyList<UnfinishedUpload> unfinished) =>
        (Files, Unfinished) = (files, unfinished);

    /// <summary>
    /// Takes up the accounts that bear a typed name; a name that only one of them bears becomes that account. Answers true when one did.
    /// </summary>
    public bool SetAccounts(IReadOnlyList<AuthorAccount> accounts)
    {
        Accounts = accounts;
        var became = false;
        foreach (var author in Content.Bylines.Where(b => b.StaffId is null))
        {
            if (Authorship.Namesakes(author.Name, accounts, Item.Unit.Id) is [var only])
            {
                Choose(author, only);
                became = true;
            }
        }
        return became;
    }

    /// <summary>The author is that account, which has not confirmed yet.</summary>
    public static void Choose(Byline author, AuthorAccount account) =>
        (author.Name, author.StaffId, author.Confirmed, author.ConfirmedOver) = (account.Name, account.Id, false, null);

    /// <summary>Takes up what is entered on the open hold.</summary>
    public void SetProcessing(HoldPapers papers) => Processing = papers;

    /// <summary>Asks the rules again.</summary>
    /// <param name="today">The bureau's day.</param>
    public void Recheck(DateOnly today)
    {
        Today = today;
        var state = State;
        Anew = state.Anew(Answers);
        Problems =
        [
            .. InOrder([
                .. Judge
                    .InTheWay(state, new Command(MoveKind.Send, Guid.Empty, Item.Step.Code, Item.Version) { Answers = Answers }, today)
                    .SelectMany(Beside),
            ]),
        ];
    }

    /// <summary>From now on shows every problem.</summary>
    public void CheckWhole() => CheckedWhole = true;

    /// <summary>Saves what stands on the form now; for acts that rest on what the store holds. Answers the refusal or null.</summary>
    public Func<Task<Problem?>> SaveAsync { get; set; } = () => Task.FromResult<Problem?>(null);

    /// <summary>Why the store did not take what stands here, or null.</summary>
    public Problem? Refused { get; set; }

    /// <summary>The sentence beside a field, or null while it is right or not yet visited.</summary>
    public string? SentenceAt(string field) =>
        Refused?.Field == field ? Refused.Text
        : CheckedWhole || touched.Contains(field) ? Problems.FirstOrDefault(p => p.At == field)?.Sentence
        : null;

    /// <summary>True when nothing in the section stands in the way.</summary>
    public bool Complete(FormSection section) => Problems.All(p => !section.Fields.Contains(p.At));

    private void Touch(string field)
    {
        touched.Add(field);
        Changed?.Invoke();
    }

    private static IEnumerable<FieldProblem> InOrder(IReadOnlyList<FieldProblem> problems) =>
        FormSections.All.SelectMany(s => s.Fields).SelectMany(f => problems.Where(p => p.At == f));

    // Where on the form each of the judge's sentences stands.
    private static IEnumerable<FieldProblem> Beside(Problem problem) =>
        problem switch
        {
            ContentIncomplete content => content.Missing.OfType<FieldProblem>(),
            HoldIncomplete => [new(FormSections.Processing, problem.Text)],
            UploadStillRunning or FileIsWithdrawn or MayNotBeDisclosed or StillUnprocessed => [new(FormSections.Files, problem.Text)],
            _ => [new(FormSections.Review, problem.Text)],
        };
}
