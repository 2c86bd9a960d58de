using System.Collections.Concurrent;
using System.Text;
using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Printing;
using Disclosure.Core.Publication;
using Disclosure.Core.Review;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Support;

public sealed partial class Given
{
    /// <summary>Five times 否.</summary>
    public static IReadOnlyList<Answer> AllNo => [.. Answers.Blank.Select(a => a with { Yes = false })];

    /// <summary>B3-1 是 with a marking that has not run out, the rest 否.</summary>
    public static IReadOnlyList<Answer> StillClassified =>
        With(
            Criteria.Marked,
            a =>
                a with
                {
                    Yes = true,
                    Remark = "封面标有密级",
                    Marking = new Marking
                    {
                        Level = SecrecyLevel.Confidential,
                        MarkedOn = new DateOnly(2024, 5, 6),
                        Term = MarkingTerm.Years,
                        Years = 10,
                    },
                }
        );

    /// <summary>B3-1 是 with a marking that has run out, the rest 否.</summary>
    public static IReadOnlyList<Answer> Declassifiable =>
        With(
            Criteria.Marked,
            a =>
                a with
                {
                    Yes = true,
                    Remark = "封面标有密级",
                    Marking = new Marking
                    {
                        Level = SecrecyLevel.Confidential,
                        MarkedOn = new DateOnly(2010, 5, 6),
                        Term = MarkingTerm.Years,
                        Years = 10,
                    },
                }
        );

    /// <summary>All 否 but one criterion.</summary>
    public static IReadOnlyList<Answer> With(string criterion, Func<Answer, Answer> change) =>
        [.. AllNo.Select(a => a.Criterion == criterion ? change(a) : a)];

    private static readonly ConcurrentDictionary<(string Route, string Step), Lazy<Task<(string File, int Id, DateTime Now)>>> Walked = [];

    /// <summary>False where every item is to be walked again: eng/mutate changes the rules between two walks.</summary>
    internal static bool KeepsWalks { get; set; } = true;

    /// <summary>Who walks an item through each step of the two routes.</summary>
    public static string HolderOf(string route, string step) =>
        (route, step) switch
        {
            (RouteCodes.City, "edit") => "gongye.editor",
            (_, "edit") => "karuo.editor",
            (_, "county-chief") => "karuo.chief",
            (_, "receipt") => "gongye.editor",
            (_, "section") => "gongye.head",
            (_, "office") => "office.1",
            (_, "platform") => "platform.1",
            _ => step,
        };

    /// <summary>The move that leads on from a step.</summary>
    public static MoveKind ForwardFrom(string step) =>
        step switch
        {
            "edit" => MoveKind.Send,
            "receipt" => MoveKind.Receive,
            "platform" => MoveKind.Publish,
            _ => MoveKind.Approve,
        };

    /// <summary>A complete draft with one body file.</summary>
    /// <param name="change">Changes the content before it is saved.</param>
    /// <param name="body">Text of the body file; a new one when null.</param>
    public async Task<int> DraftAsync(string route, Action<ItemContent>? change = null, string? editor = null, string? body = null)
    {
        var who = By(editor ?? HolderOf(route, "edit"));
        var id = Must(await Get<DraftService>().BeginAsync(people[editor ?? HolderOf(route, "edit")].UnitId, Guid.NewGuid(), who, Now));
        await UploadAsync(id, "正文.txt", body ?? $"正文 {Guid.NewGuid()}", editor ?? HolderOf(route, "edit"));
        var item = await SubmissionAsync(id);
        var content = item.Draft;
        Complete(content);
        change?.Invoke(content);
        int? subject =
            route == RouteCodes.County
                ? await ReadAsync(db => db.Subjects.Where(s => s.Name == "工业").Select(s => s.Id).FirstAsync())
                : null;
        await SaveAsync(id, content, Answers.ToJson(AllNo), subject, editor ?? HolderOf(route, "edit"));
        return id;
    }

    /// <summary>
    /// Saves a draft as the page does: consent of somebody outside is noted for the text as it is, and whoever saves confirms for
    /// themselves by an act of their own.
    /// </summary>
    public async Task SaveAsync(int id, ItemContent content, string answersJson, int? subject, string who)
    {
        var own = content.Bylines.Exists(b => b is { Confirmed: true, ConfirmedOver: null } && b.StaffId == By(who).StaffId);
        var over = await ReadAsync(db => Authors.OverAsync(db, id, content, CancellationToken.None));
        content
            .Bylines.Where(b => b is { StaffId: null, Confirmed: true, ConfirmedOver: null })
            .ToList()
            .ForEach(b => b.ConfirmedOver = over);
        Must(
            await Get<DraftService>().SaveAsync(id, content, answersJson, subject, (await SubmissionAsync(id)).DraftVersion, By(who), Now)
        );
        if (own)
        {
            Must(await Get<DraftService>().ConfirmBylineAsync(id, By(who), Now));
        }
    }

    /// <summary>
    /// An item that waits at a step; beyond the route's end it is published. The first one of a bureau is copied from a store in which it
    /// was walked there before: nothing that listens to this bureau's commits hears of it.
    /// </summary>
    public async Task<int> ItemAsync(string route, string step, Action<ItemContent>? change = null)
    {
        if (change is null && KeepsWalks && Untouched)
        {
            var walked = await Walked.GetOrAdd((route, step), at => new(() => WalkOnceAsync(at.Route, at.Step))).Value;
            Continue(walked.File, walked.Now);
            return walked.Id;
        }
        var id = await DraftAsync(route, change);
        await WalkAsync(id, step);
        return id;
    }

    // Most tests begin with one item at one step: the way there is walked once in a run and its store copied.
    private static async Task<(string File, int Id, DateTime Now)> WalkOnceAsync(string route, string step)
    {
        var given = await BureauAsync();
        var id = await given.DraftAsync(route);
        await given.WalkAsync(id, step);
        await given.Get<BlobStore>().CheckpointAsync();
        await given.services.DisposeAsync();
        Forget(given.Options);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(given.Options.DataFolder, recursive: true);
        return (given.Options.FilePath, id, given.Now);
    }

    /// <summary>Walks on by the usual people until the item waits at the step, or is published.</summary>
    public async Task WalkAsync(int id, string until)
    {
        while (await SubmissionAsync(id) is { Ended: false } item && item.Step != until)
        {
            Must(await DoAsync(id, HolderOf(item.RouteCode, item.Step), ForwardFrom(item.Step)));
        }
    }

    /// <summary>
    /// Makes a move as a person, with everything filled in that the move could ask for; the third hand may change the command.
    /// </summary>
    public async Task<Outcome<Move>> DoAsync(
        int id,
        string who,
        MoveKind kind,
        Func<Command, Command>? change = null,
        string? password = Password
    )
    {
        Wait(TimeSpan.FromMinutes(1));
        if (kind == MoveKind.Send)
        {
            await ConfirmAgainAsync(id, who);
        }
        var item = await SubmissionAsync(id);
        var command = Whole(kind, item.Step, item.Version);
        command = change?.Invoke(command) ?? command;
        if (kind != MoveKind.Publish)
        {
            return await Get<ApprovalService>().DecideAsync(id, command, password, By(who), Now);
        }
        if (item.Step == "platform" && item.State == ItemState.UnderWay)
        {
            await TickAllAsync(id);
        }
        return await Get<PublicationService>().PublishAsync(id, command, await EntriesAsync(id), By(who), Now);
    }

    /// <summary>
    /// Authors who had confirmed read what has changed since and confirm once more, each under the own account; whoever never confirmed
    /// does not.
    /// </summary>
    public async Task ConfirmAgainAsync(int id, string editor)
    {
        if (await SubmissionAsync(id) is not { Editable: true } item)
        {
            return;
        }
        var over = Authorship.Over(item.Draft, (await CaseAsync(id)).DraftFiles.Select(f => (f.Role, f.Sha256)));
        if (item.Draft.Bylines.TrueForAll(b => !b.Confirmed || b.ConfirmedOver == over))
        {
            return;
        }
        foreach (var author in item.Draft.Bylines.Where(b => b is { Confirmed: true, StaffId: not null }))
        {
            await Get<DraftService>().ConfirmBylineAsync(id, new Actor(author.StaffId!.Value, author.Name, "10.0.0.7"), Now);
        }
        item = await SubmissionAsync(id);
        var content = item.Draft;
        if (content.Bylines.Exists(b => b is { Confirmed: true, StaffId: null }))
        {
            content.Bylines.Where(b => b.StaffId is null).ToList().ForEach(b => b.ConfirmedOver = over);
            await Get<DraftService>().SaveAsync(id, content, item.DraftAnswersJson, item.SubjectId, item.DraftVersion, By(editor), Now);
        }
    }

    /// <summary>A command with everything any step could ask for.</summary>
    public Command Whole(MoveKind kind, string step, int version) =>
        new(kind, Guid.NewGuid(), step, version)
        {
            Text = $"{kind.Name()}，已核。",
            Answers = kind == MoveKind.Stop ? StillClassified : AllNo,
            CountyChoice = step == "county-chief" ? CountyChoice.Website : null,
            WorthPublishing = true,
            RecommendPublishing = true,
            Finding = OfficeFinding.Disclose,
            ProvisionalConfirmed = true,
            MatchesArchive = true,
            Delivery = step == "receipt" ? new Delivery(DeliveryWay.System, Today, 4, null) : null,
        };

    /// <summary>All three have come in at the platform; a form is printed where none counts.</summary>
    public async Task TickAllAsync(int id)
    {
        foreach (var tick in Enum.GetValues<DeskTick>())
        {
            int? print = tick == DeskTick.Form && !await FormIsInAsync(id) ? await CountingPrintAsync(id) : null;
            Must(await TickAsync(id, new DeskEntry(tick, true, 1, 4, print)));
        }
    }

    /// <summary>Ticks one of the three, or takes it back.</summary>
    public Task<Outcome<Done>> TickAsync(int id, DeskEntry entry, string who = "platform.1") =>
        Get<PublicationService>().TickAsync(id, entry, By(who), Now);

    private async Task<bool> FormIsInAsync(int id)
    {
        var revision = (await SubmissionAsync(id)).RevisionId;
        return await ReadAsync(db =>
            db.DeskReceipts.AnyAsync(r => r.SubmissionId == id && r.RevisionId == revision && r.Tick == DeskTick.Form)
        );
    }

    private async Task<int> CountingPrintAsync(int id)
    {
        var prints = await Get<PrintQueries>().OfItemAsync(id, By("platform.1"), Now);
        return prints.FirstOrDefault(p => !p.IsVoid && p.Place != OriginalPlace.WrittenOff)?.Number
            ?? Must(await Get<PrintService>().RegisterUndrawnAsync(id, Site, By("platform.1"), Now));
    }

    /// <summary>An address on every channel that is allowed.</summary>
    public async Task<IReadOnlyList<ChannelEntry>> EntriesAsync(int id)
    {
        var file = await CaseAsync(id);
        if (file.Item is { Amendment: AmendmentKind.TakeDown, AmendsId: { } amended })
        {
            return await StandingAsync(amended);
        }
        return [.. file.AllowedChannels.Select(c => new ChannelEntry(c, $"https://tjj.example.cn/{c}/{id}", Now))];
    }

    /// <summary>Uploads a text file into the draft, as the page does.</summary>
    public async Task<int> UploadAsync(int id, string name, string text, string who) => Must(await TryUploadAsync(id, name, text, who));

    /// <summary>The same, with the refusal.</summary>
    public async Task<Outcome<int>> TryUploadAsync(int id, string name, string text, string who)
    {
        var (bytes, owner, blobs) = (Encoding.UTF8.GetBytes(text), people[who].Id, Get<BlobStore>());
        var upload = Must(await blobs.StartAsync(name, bytes.Length, owner, DraftService.UploadPurpose(id)));
        Must(await blobs.AppendAsync(upload, owner, 0, new MemoryStream(bytes)));
        return await blobs.FinishAsync(
            upload,
            owner,
            (db, blob) => DraftService.LinkFileAsync(db, id, name, blob.Size, blob.Sha256, blob.Note ?? "", By(who), Now),
            Guid.NewGuid()
        );
    }

    /// <summary>Uploads a scan of the signed page at receipt; answers its hash.</summary>
    public async Task<string> ScanAsync(int id, string text, string who = "gongye.editor")
    {
        var (bytes, owner, blobs) = (Encoding.UTF8.GetBytes(text), people[who].Id, Get<BlobStore>());
        var upload = Must(await blobs.StartAsync("签字页.txt", bytes.Length, owner, SignedPages.UploadPurpose(id)));
        Must(await blobs.AppendAsync(upload, owner, 0, new MemoryStream(bytes)));
        return Must(
            await blobs.FinishAsync<string>(
                upload,
                owner,
                async (db, blob) =>
                    await SignedPages.LinkAsync(db, id, "签字页.txt", blob.Size, blob.Sha256, "", By(who), Now) is { Problem: { } problem }
                        ? problem
                        : blob.Sha256,
                Guid.NewGuid()
            )
        );
    }

    /// <summary>Changes the draft and saves it.</summary>
    public async Task EditAsync(int id, string who, Action<ItemContent> change)
    {
        Wait(TimeSpan.FromMinutes(1));
        var item = await SubmissionAsync(id);
        var content = item.Draft;
        change(content);
        await SaveAsync(id, content, item.DraftAnswersJson, item.SubjectId, who);
    }

    /// <summary>The item as stored.</summary>
    public Task<Submission> SubmissionAsync(int id) => ReadAsync(db => db.Submissions.FirstAsync(s => s.Id == id));

    /// <summary>Everything the judge looks at.</summary>
    public Task<CaseFile> CaseAsync(int id) => ReadAsync(async db => (await CaseFile.LoadAsync(db, id))!);

    /// <summary>Every signature of an item, oldest first.</summary>
    public Task<List<Signature>> SignaturesAsync(int id) =>
        ReadAsync(db => db.Signatures.Where(s => s.SubmissionId == id).OrderBy(s => s.Id).ToListAsync());

    /// <summary>Key of a unit.</summary>
    public Task<int> UnitIdAsync(string code) => ReadAsync(db => db.Units.Where(u => u.Code == code).Select(u => u.Id).FirstAsync());

    /// <summary>Fills in everything the form asks for.</summary>
    public static void Complete(ItemContent c)
    {
        c.Title = "昌都市规模以上工业运行情况";
        c.Summary = "反映规模以上工业主要指标的变化。";
        c.Kind = ItemKind.Information;
        c.A8Category = 10;
        c.Origin = Origin.Made;
        c.FormedOn = new DateOnly(2026, 10, 30);
        c.Channels = [Channel.Website, Channel.Intranet];
        c.WebsiteColumn = "统计信息";
        c.DataStatus = DataStatus.Final;
        c.Phone = "0895-4821000";
        c.PaperCopies = 1;
        c.PaperPages = 4;
        if (c.Bylines.Count == 0)
        {
            c.Bylines.Add(new Byline { Name = "署名作者" });
        }
        c.Bylines.ForEach(b => b.Confirmed = true);
    }
}
