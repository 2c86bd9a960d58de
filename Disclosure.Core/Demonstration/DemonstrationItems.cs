using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Catalogue;
using Disclosure.Core.Common;
using Disclosure.Core.Printing;
using Disclosure.Core.Publication;
using Disclosure.Core.Review;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Demonstration;

/// <summary>Walks a dozen invented items to different steps, by the same services that people use.</summary>
internal sealed partial class DemonstrationItems(
    IDbContextFactory<DisclosureDb> contexts,
    BlobStore blobs,
    DraftService drafts,
    ApprovalService approval,
    PublicationService publication,
    PrintService prints,
    IReadOnlyList<StandingRow> matters,
    DateTime now
)
{
    private static readonly (string By, string Title, ItemKind Kind, int A8, string Stop, int DaysAgo)[] Plan =
    [
        ("karuo.bianji", "卡若区2026年前三季度经济运行分析", ItemKind.Analysis, 10, "office", 6),
        ("mangkang.bianji", "芒康县2026年三季度农牧业生产情况", ItemKind.Information, 10, "county-chief", 2),
        ("dingqing.bianji", "丁青县固定资产投资月度简析", ItemKind.Analysis, 10, "receipt", 3),
        ("basu.bianji", "八宿县2026年劳动力调查工作简报", ItemKind.Brief, 6, "section", 8),
        ("jiangda.bianji", "江达县2025年统计执法检查情况", ItemKind.Enforcement, 5, "returned", 5),
        ("karuo.bianji", "卡若区2026年上半年社会消费品零售情况", ItemKind.Information, 10, "published", 30),
        ("gongye.bianji", "昌都市2026年10月规模以上工业运行情况", ItemKind.Information, 10, "section", 4),
        ("zonghe.bianji", "昌都市2025年国民经济和社会发展统计公报", ItemKind.Communique, 10, "director", 7),
        ("nongmu.bianji", "昌都市2026年秋粮产量预计情况", ItemKind.Analysis, 10, "deputy", 5),
        ("hesuan.bianji", "昌都市2026年前三季度地区生产总值简况", ItemKind.Information, 10, "platform", 6),
        ("maoyi.bianji", "昌都市2026年9月社会消费品零售总额", ItemKind.Information, 10, "published", 40),
        ("renkou.bianji", "昌都市2025年人口变动主要数据", ItemKind.Information, 10, "published", 60),
        ("touzi.bianji", "昌都市2026年1—10月固定资产投资简况", ItemKind.Information, 10, "draft", 1),
        ("zhifa.bianji", "统计法宣传月活动简报", ItemKind.Brief, 6, "declined", 12),
        ("maoyi.bianji", "昌都市限额以上批发企业分户经营情况", ItemKind.Analysis, 10, "withheld", 1),
    ];

    private readonly Dictionary<string, Staff> people = [];
    private DateTime clock;
    private TimeSpan pace = TimeSpan.FromMinutes(30);

    /// <summary>Walks the whole plan; the moves are dated back so that some are due and some overdue.</summary>
    public async Task WalkAsync()
    {
        await MeetPeopleAsync();
        foreach (var item in Plan.OrderByDescending(p => p.DaysAgo))
        {
            clock = now.Date.AddDays(-item.DaysAgo).AddHours(1.5);
            await WalkAsync(item.By, item.Title, item.Kind, item.A8, item.Stop);
        }
    }

    /// <summary>Fills in a reply that was begun and walks it on, faster than other items.</summary>
    /// <param name="from">UTC at which work on it begins.</param>
    public async Task WalkReplyAsync(int id, string by, string stop, DateTime from, TimeSpan between)
    {
        await MeetPeopleAsync();
        (clock, pace) = (from, between);
        await FillAsync(id, by, (await ItemAsync(id)).Title, ItemKind.Information, 10, stop);
        await WalkOnAsync(id, by, stop);
    }

    /// <summary>Somebody of the demonstration, as a page would hand them in.</summary>
    public async Task<Actor> PersonAsync(string signIn)
    {
        await MeetPeopleAsync();
        return By(signIn);
    }

    private async Task MeetPeopleAsync()
    {
        if (people.Count > 0)
        {
            return;
        }
        await using var db = await contexts.CreateDbContextAsync();
        foreach (var s in await db.Staff.AsNoTracking().ToListAsync())
        {
            people[s.SignInName] = s;
        }
    }

    private async Task WalkAsync(string by, string title, ItemKind kind, int a8, string stop)
    {
        var id = Must(await drafts.BeginAsync(people[by].UnitId, Guid.NewGuid(), By(by), Tick()));
        await FillAsync(id, by, title, kind, a8, stop);
        if (stop != "draft")
        {
            await WalkOnAsync(id, by, stop);
        }
    }

    private async Task WalkOnAsync(int id, string by, string stop)
    {
        await DecideAsync(id, by, MoveKind.Send, "经自查，内容真实，不涉密。");
        while (true)
        {
            var item = await ItemAsync(id);
            if (item.Step == stop || item.Ended)
            {
                return;
            }
            var (route, section) = (ApprovalRoutes.For(item.RouteCode), await UnitAsync(item.SectionId));
            if (stop == "returned" && item.Step == "section")
            {
                await DecideAsync(id, $"{section.Code}.fuze", MoveKind.Return, "第三部分数据与季报不一致，请核对后重报。");
                return;
            }
            if (stop == "declined" && item.Step == "deputy")
            {
                await DecideAsync(id, (await DeputyAsync(section)).SignInName, MoveKind.Decline, "内容与上期重复，本期不发布。");
                return;
            }
            if (stop == "withheld" && item.Step == "office")
            {
                await DecideAsync(
                    id,
                    "gongkaiban.1",
                    MoveKind.Approve,
                    "能够推断单个统计调查对象，不予公开。",
                    c =>
                        c with
                        {
                            Finding = OfficeFinding.Withhold,
                            Ground = WithholdingGround.ForbiddenByLaw,
                            FindingBasis = "《政府信息公开条例》第十四条、统计法第二十八条",
                        }
                );
                await DecideAsync(id, (await DeputyAsync(section)).SignInName, MoveKind.Decline, "同意办公室意见，不予公开。");
                return;
            }
            if (item.Step == "platform")
            {
                await PublishAsync(id);
                return;
            }
            var (who, opinion) = item.Step switch
            {
                "county-chief" => (by.Replace("bianji", "juzhang", StringComparison.Ordinal), "数据属实，同意报送。"),
                "receipt" => ($"{section.Code}.bianji", "已签收。"),
                "section" => ($"{section.Code}.fuze", "经复审，数据准确，建议发布。"),
                "office" => ("gongkaiban.1", "经复核，不涉及国家秘密和单个调查对象资料。"),
                "deputy" => ((await DeputyAsync(section)).SignInName, "同意发布。"),
                _ => ("zhuyao", "同意。"),
            };
            await DecideAsync(id, who, route.Step(item.Step).Code == "receipt" ? MoveKind.Receive : MoveKind.Approve, opinion);
        }
    }

    private async Task FillAsync(int id, string by, string title, ItemKind kind, int a8, string stop, Action<ItemContent>? change = null)
    {
        var item = await ItemAsync(id);
        var content = item.Draft;
        content.Title = title;
        content.Summary = $"反映{title}的主要指标和变化情况，供社会各界参考。";
        content.Kind = kind;
        content.A8Category = a8;
        content.Origin = Origin.Made;
        content.FormedOn = BureauTime.Day(clock);
        content.Channels = kind == ItemKind.Brief ? [Channel.Intranet] : [Channel.Website, Channel.Intranet];
        content.WebsiteColumn = content.Channels.Contains(Channel.Website) ? "统计信息" : "";
        content.DataStatus = kind is ItemKind.Brief or ItemKind.Enforcement or ItemKind.PolicyDocument or ItemKind.Interpretation
            ? DataStatus.NoFigures
            : DataStatus.Final;
        content.Major = stop == "director";
        content.BriefIssue = kind == ItemKind.Brief ? 11 : null;
        content.PaperCopies = 1;
        content.PaperPages = 4;
        change?.Invoke(content);
        if (DemonstrationCatalogue.MatterOf(kind, title) is { } name && matters.FirstOrDefault(m => m.Matter == name) is { } matter)
        {
            (content.CatalogueEntryId, content.CatalogueEntry) = (matter.EntryId, matter.Path);
        }
        int? subject = null;
        if (item.RouteCode == RouteCodes.County)
        {
            await using var db = await contexts.CreateDbContextAsync();
            var of =
                title.Contains("农牧", StringComparison.Ordinal) ? "农牧业"
                : title.Contains("投资", StringComparison.Ordinal) ? "固定资产投资"
                : title.Contains("执法", StringComparison.Ordinal) ? "统计执法"
                : title.Contains("零售", StringComparison.Ordinal) ? "贸易"
                : title.Contains("劳动力", StringComparison.Ordinal) ? "人口就业"
                : "综合";
            subject = await db.Subjects.Where(s => s.Name == of).Select(s => s.Id).FirstAsync();
        }
        Must(await drafts.SaveAsync(id, content, Answers.ToJson(Nothing), subject, item.DraftVersion, By(by), Tick()));
        await UploadAsync(id, by, title);
    }

    private async Task UploadAsync(int id, string by, string title)
    {
        var bytes = DemonstrationDocument.Docx(title, "（演示用虚构内容）", $"本文介绍{title}，文中数字均为虚构。");
        var upload = Must(await blobs.StartAsync($"{title}.docx", bytes.Length, people[by].Id, DraftService.UploadPurpose(id)));
        Must(await blobs.AppendAsync(upload, people[by].Id, 0, new MemoryStream(bytes)));
        Must(
            await blobs.FinishAsync(
                upload,
                people[by].Id,
                (db, blob) => DraftService.LinkFileAsync(db, id, $"{title}.docx", blob.Size, blob.Sha256, blob.Note ?? "", By(by), Tick()),
                Guid.NewGuid()
            )
        );
        Must(await drafts.ConfirmBylineAsync(id, By(by), Tick()));
    }

    private async Task DecideAsync(int id, string who, MoveKind kind, string text, Func<Command, Command>? change = null)
    {
        var item = await ItemAsync(id);
        var step = item.Step;
        var command = new Command(kind, Guid.NewGuid(), step, item.Version)
        {
            Text = text,
            Answers = Nothing,
            CountyChoice = step == "county-chief" ? CountyChoice.Website : null,
            WorthPublishing = step == "section" ? true : null,
            RecommendPublishing = step == "section" ? true : null,
            Finding = step == "office" ? OfficeFinding.Disclose : null,
            Delivery = step == "receipt" ? new Delivery(DeliveryWay.System, BureauTime.Day(clock), 4, null) : null,
        };
        Must(await approval.DecideAsync(id, change?.Invoke(command) ?? command, DemonstrationAccounts.Password, By(who), Tick()));
    }

    private async Task PublishAsync(int id)
    {
        var entry = await EntryAsync(id);
        Must(await publication.PublishAsync(id, entry.Command, entry.Entries, By("pingtai"), Tick()));
    }

    // The three have come in, and it stands on every channel asked for.
    private async Task<PublishEntry> EntryAsync(int id)
    {
        var print = Must(await prints.RegisterUndrawnAsync(id, "http://localhost/", By("pingtai"), Tick()));
        foreach (var tick in Enum.GetValues<DeskTick>())
        {
            Must(await publication.TickAsync(id, new DeskEntry(tick, true, 1, 4, print), By("pingtai"), Tick()));
        }
        var item = await ItemAsync(id);
        var command = new Command(MoveKind.Publish, Guid.NewGuid(), item.Step, item.Version)
        {
            Text = "与存档资料一致，已发布。",
            MatchesArchive = true,
        };
        return new PublishEntry(
            id,
            command,
            [
                .. item.Draft.Channels.Select(c => new ChannelEntry(
                    c,
                    c == Channel.Website ? $"https://tjj.example.gov.cn/tjxx/{id}.html" : $"http://neiwang.example.gov.cn/nw/{id}",
                    clock
                )),
            ]
        );
    }

    private static IReadOnlyList<Answer> Nothing => [.. Answers.Blank.Select(a => a with { Yes = false })];

    private Actor By(string signIn) => new(people[signIn].Id, people[signIn].Name, "演示");

    // Some time between two acts, but never past the present.
    private DateTime Tick() => clock = clock + pace < now ? clock + pace : now;

    private async Task<Submission> ItemAsync(int id)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Submissions.AsNoTracking().FirstAsync(s => s.Id == id);
    }

    private async Task<Unit> UnitAsync(int id)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Units.AsNoTracking().FirstAsync(u => u.Id == id);
    }

    private async Task<Staff> DeputyAsync(Unit section)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Staff.AsNoTracking().FirstAsync(s => s.Id == section.DeputyId);
    }

    private static T Must<T>(Outcome<T> outcome) =>
        outcome.Ok ? outcome.Value : throw new InvalidOperationException($"The demonstration was refused: {outcome.Problem}");
}
