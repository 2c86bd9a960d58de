using System.Globalization;
using System.Security.Claims;
using System.Text;
using Bunit;
using Bunit.TestDoubles;
using Disclosure.Core;
using Disclosure.Core.Approval;
using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Catalogue;
using Disclosure.Core.Common;
using Disclosure.Core.Evidence;
using Disclosure.Core.Forms;
using Disclosure.Core.Interpretation;
using Disclosure.Core.Review;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Disclosure.Web.Components.Submissions;
using Disclosure.Web.Setup;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using StoreOptions = Disclosure.Core.Store.StoreOptions;

namespace Disclosure.Tests.Web.Submissions;

/// <summary>A county, a section and their people on a real store, and the pages of 投稿 before one of them.</summary>
public sealed class FormBench : IAsyncDisposable
{
    private readonly BunitContext page = new();
    private readonly BunitAuthorizationContext signedIn;

    private FormBench(TestStore store)
    {
        Store = store;
        page.JSInterop.Mode = JSRuntimeMode.Loose;
        page.JSInterop.SetupModule("./js/draft.js").Mode = JSRuntimeMode.Loose;
        page.JSInterop.SetupModule("./js/upload.js").Mode = JSRuntimeMode.Loose;
        signedIn = page.AddAuthorization();
        page.Services.AddMudServices()
            .AddHttpContextAccessor()
            .AddScoped<CurrentActor>()
            .AddSingleton<TimeProvider>(store.Clock)
            .AddSingleton(store.Options)
            .AddSingleton(store.Get<IDbContextFactory<DisclosureDb>>())
            .AddSingleton(store.Get<DraftService>())
            .AddSingleton(store.Get<DraftQueries>())
            .AddSingleton(store.Get<DraftTemplateService>())
            .AddSingleton(store.Get<EarlierItemQueries>())
            .AddSingleton(store.Get<OwnOpinionService>())
            .AddSingleton(store.Get<InboxQueries>())
            .AddSingleton(store.Get<InterpretationService>())
            .AddSingleton(store.Get<ItemQueries>())
            .AddSingleton(store.Get<ApprovalService>())
            .AddSingleton(store.Get<HoldService>())
            .AddSingleton(store.Get<BlobStore>())
            .AddSingleton(store.Get<StandingCatalogueQueries>())
            .AddSingleton(store.Get<EvidenceQueries>())
            .AddSingleton(store.Get<EvidenceService>())
            .AddSingleton(store.Get<IDrawsText>());
    }

    /// <summary>The store.</summary>
    public TestStore Store { get; }

    /// <summary>Now, UTC.</summary>
    public DateTime Now => Store.Clock.GetUtcNow().UtcDateTime;

    /// <summary>Where the page stands.</summary>
    public string Address => page.Services.GetRequiredService<BunitNavigationManager>().Uri;

    /// <summary>True once a page answered that there is nothing here for this reader.</summary>
    public bool FoundNothing { get; private set; }

    /// <summary>Opens a bureau of one county and one section with a subject between them.</summary>
    public static async Task<FormBench> OpenAsync()
    {
        var store = await TestStore.CreateAsync(services: s =>
            s.AddDisclosureCore()
                .AddSingleton<IPasswordHasher<Staff>, PasswordHasher<Staff>>()
                .AddSingleton(p => new AuditAnchor(
                    p.GetRequiredService<IDbContextFactory<DisclosureDb>>(),
                    Path.Combine(p.GetRequiredService<StoreOptions>().DataFolder, "anchor.txt")
                ))
                .AddSingleton<FontOptions>()
                .AddSingleton(_ => OpenFonts.Printer())
        );
        await store.GivenAsync(FillAsync);
        var bench = new FormBench(store);
        bench.page.Services.GetRequiredService<BunitNavigationManager>().OnNotFound += (_, _) => bench.FoundNothing = true;
        return bench;
    }

    /// <summary>A person by the word they sign in with.</summary>
    public Actor By(string signIn)
    {
        using var db = Store.Look();
        var person = db.Staff.Single(s => s.SignInName == signIn);
        return new Actor(person.Id, person.Name, "10.0.0.7");
    }

    /// <summary>Key of a unit.</summary>
    public int UnitOf(string signIn)
    {
        using var db = Store.Look();
        return db.Staff.Single(s => s.SignInName == signIn).UnitId;
    }

    /// <summary>The item as stored.</summary>
    public Submission Item(int id)
    {
        using var db = Store.Look();
        return db.Submissions.AsNoTracking().Single(s => s.Id == id);
    }

    /// <summary>An empty draft of that editor.</summary>
    public async Task<int> BegunAsync(string editor) =>
        (await Store.Get<DraftService>().BeginAsync(UnitOf(editor), Guid.NewGuid(), By(editor), Now)).Value;

    /// <summary>A draft with everything filled in, one body file and five times 否.</summary>
    public async Task<int> FilledAsync(string editor)
    {
        var id = await BegunAsync(editor);
        await UploadAsync(id, "正文.txt", editor);
        var content = Item(id).Draft;
        (content.Title, content.Summary, content.Kind, content.A8Category) = (
            "三季度经济运行分析",
            "反映三季度主要指标。",
            ItemKind.Analysis,
            10
        );
        (content.Origin, content.FormedOn, content.DataStatus) = (Origin.Made, BureauTime.Day(Now), DataStatus.Final);
        content.Channels = [Channel.Intranet];
        content.Bylines.ForEach(b => b.Confirmed = true);
        var answers = Answers.ToJson(Answers.Blank.Select(a => a with { Yes = false }));
        using var db = Store.Look();
        int? subject = Item(id).RouteCode == RouteCodes.County ? db.Subjects.Single().Id : null;
        _ = (await Store.Get<DraftService>().SaveAsync(id, content, answers, subject, Item(id).DraftVersion, By(editor), Now)).Value;
        _ = (await Store.Get<DraftService>().ConfirmBylineAsync(id, By(editor), Now)).Value;
        return id;
    }

    /// <summary>A file of the draft, as the endpoints link it.</summary>
    public async Task UploadAsync(int id, string name, string who)
    {
        var (bytes, by) = (Encoding.UTF8.GetBytes($"{name}的内容"), By(who));
        var upload = (await Store.Blobs.StartAsync(name, bytes.Length, by.StaffId, DraftService.UploadPurpose(id))).Value;
        _ = (await Store.Blobs.AppendAsync(upload, by.StaffId, 0, new MemoryStream(bytes))).Value;
        _ = (
            await Store.Blobs.FinishAsync(
                upload,
                by.StaffId,
                (db, blob) => DraftService.LinkFileAsync(db, id, name, blob.Size, blob.Sha256, blob.Note ?? "", by, Now),
                Guid.NewGuid()
            )
        ).Value;
        // By the time somebody sits down before the form the background has looked at it.
        await Store.Get<ExaminationService>().EnsureAsync(id);
    }

    /// <summary>A file of which nothing has come in yet.</summary>
    public async Task BeginUploadAsync(int id, string name, long size, string who) =>
        _ = (await Store.Blobs.StartAsync(name, size, By(who).StaffId, DraftService.UploadPurpose(id))).Value;

    /// <summary>A draft saved elsewhere.</summary>
    public async Task SaveAsync(int id, string who, Action<ItemContent> change)
    {
        var item = Item(id);
        var content = item.Draft;
        change(content);
        _ = (
            await Store.Get<DraftService>().SaveAsync(id, content, item.DraftAnswersJson, item.SubjectId, item.DraftVersion, By(who), Now)
        ).Value;
    }

    /// <summary>A move made elsewhere.</summary>
    public async Task MoveAsync(int id, string who, Func<Command, Command> change)
    {
        var item = Item(id);
        if (item.Draft.Bylines.Exists(b => b.Confirmed && b.StaffId == By(who).StaffId) && item.Editable)
        {
            // The author confirms once more what has changed since.
            _ = (await Store.Get<DraftService>().ConfirmBylineAsync(id, By(who), Now)).Value;
        }
        var command = change(
            new Command(MoveKind.Send, Guid.NewGuid(), item.Step, item.Version)
            {
                Answers = [.. Answers.Blank.Select(a => a with { Yes = false })],
            }
        );
        _ = (await Store.Get<ApprovalService>().DecideAsync(id, command, null, By(who), Now)).Value;
    }

    /// <summary>Sits somebody down before the form.</summary>
    public IRenderedComponent<EditPage> Edit(int id, string who)
    {
        SignIn(who);
        return page.Render<EditPage>(p => p.Add(e => e.Id, id));
    }

    /// <summary>Sits somebody down before the form of a new item of the own unit.</summary>
    /// <param name="from">Earlier item it begins with.</param>
    /// <param name="template">Template it begins with.</param>
    public IRenderedComponent<EditPage> New(string who, int? from = null, int? template = null)
    {
        SignIn(who);
        return page.Render<EditPage>(p => p.Add(e => e.Unit, UnitOf(who)).Add(e => e.From, from).Add(e => e.Template, template));
    }

    /// <summary>Sits somebody down before 投稿.</summary>
    public IRenderedComponent<SubmitPage> Submit(string who)
    {
        SignIn(who);
        return page.Render<SubmitPage>();
    }

    /// <summary>Sits somebody down before the comparison of the two newest revisions.</summary>
    public IRenderedComponent<ComparePage> Compare(int id, string who)
    {
        SignIn(who);
        return page.Render<ComparePage>(p => p.Add(c => c.Id, id));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await page.DisposeAsync();
        await Store.DisposeAsync();
    }

    private void SignIn(string who)
    {
        var by = By(who);
        signedIn.SetAuthorized(by.Name);
        signedIn.SetClaims(new Claim(ClaimTypes.NameIdentifier, by.StaffId.ToString(CultureInfo.InvariantCulture)));
    }

    private static async Task FillAsync(DisclosureDb db)
    {
        var section = new Unit
        {
            Code = "gongye",
            Name = "工业能源科",
            ShortName = "工业能源科",
            Kind = UnitKind.Section,
        };
        var county = new Unit
        {
            Code = "540302",
            Name = "卡若区统计局",
            ShortName = "卡若",
            Kind = UnitKind.County,
            Order = 1,
        };
        db.AddRange(section, county);
        await db.SaveChangesAsync();
        db.Add(new Subject { Name = "工业", SectionId = section.Id });
        (string SignIn, string Name, Unit Unit, Duty Duty)[] posts =
        [
            ("gongye.bianji", "工业科编辑员", section, Duty.Editor),
            ("gongye.tongshi", "工业科编辑员乙", section, Duty.Editor),
            ("gongye.fuze", "工业科负责人", section, Duty.SectionHead),
            ("karuo.bianji", "卡若区编辑员", county, Duty.Editor),
        ];
        foreach (var post in posts)
        {
            var person = new Staff
            {
                SignInName = post.SignIn,
                Name = post.Name,
                UnitId = post.Unit.Id,
                Phone = "0895-4821000",
                MustChangePassword = false,
            };
            db.Add(person);
            await db.SaveChangesAsync();
            db.Add(
                new DutyAssignment
                {
                    StaffId = person.Id,
                    Duty = post.Duty,
                    UnitId = post.Unit.Id,
                    From = new DateOnly(2026, 1, 1),
                }
            );
        }
    }
}
