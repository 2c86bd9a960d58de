using System.Diagnostics;
using System.Globalization;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Demonstration;
using Disclosure.Core.Search;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Bench;

/// <summary>Search over 100,000 items with titles, summaries and texts made of the words of the trade.</summary>
internal static class SearchBench
{
    private const int Items = 100_000;
    private const int Batch = 500;
    private static readonly string[] Places =
    [
        "昌都市",
        "卡若区",
        "江达县",
        "贡觉县",
        "类乌齐县",
        "丁青县",
        "察雅县",
        "八宿县",
        "左贡县",
        "芒康县",
        "洛隆县",
        "边坝县",
    ];
    private static readonly string[] Times = ["2023年", "2024年上半年", "2025年1—9月", "2026年一季度", "2026年1—10月", "“十四五”时期"];
    private static readonly string[] Matters =
    [
        "规模以上工业",
        "固定资产投资",
        "社会消费品零售总额",
        "农牧民人均可支配收入",
        "牦牛存栏",
        "青稞产量",
        "居民消费价格",
        "能源消费",
        "建筑业",
        "第五次经济普查",
        "人口变动抽样调查",
        "全社会用电量",
    ];
    private static readonly string[] Kinds =
    [
        "运行情况简析",
        "统计公报",
        "监测报告",
        "调查快报",
        "数据解读",
        "工作简报",
        "质量评估报告",
        "对比分析",
    ];
    private static readonly string[] Phrases =
    [
        "同比增长",
        "比上年同期提高",
        "个百分点",
        "拉动作用明显",
        "受季节因素影响",
        "总体平稳",
        "稳中向好",
        "增速有所回落",
        "占全市的比重",
        "完成全年目标任务",
        "重点企业",
        "招商引资项目",
        "水电装机容量",
        "铜矿采选业",
        "藏医药产业",
        "乡村旅游",
        "边境小康村建设",
        "商贸流通",
        "物流成本",
        "就业形势",
    ];

    public static async Task RunAsync()
    {
        await using var store = new BenchStore();
        var now = new DateTime(2026, 11, 20, 7, 0, 0, DateTimeKind.Utc);
        _ = (await store.Get<DemonstrationService>().FillAsync(now)).Value;
        await using var db = await store.Get<IDbContextFactory<DisclosureDb>>().CreateDbContextAsync();
        var template = await db
            .Submissions.Where(s => s.State == ItemState.Published && s.RouteCode == RouteCodes.County)
            .Select(s => s.Id)
            .FirstAsync();
        var random = new Random(12);
        var first = await CopyAsync(db, template, random);
        var before = await PagesAsync(db);
        var built = Stopwatch.StartNew();
        long characters = 0;
        for (var from = 0; from < Items; from += Batch)
        {
            characters += await PutAsync(store, first + from, random);
        }
        Console.WriteLine(
            $"index of {Items} items, {characters / 1_000_000.0:0} million characters: built in {built.Elapsed.TotalSeconds:0} s, "
                + $"{(await PagesAsync(db) - before) / 1_048_576.0:0} MB"
        );
        await AsAsync(store, "gongkaiban.1", "office reader", now);
        await AsAsync(store, "karuo.bianji", "county editor", now);
        await OneAsync(store, template, now);
    }

    private static async Task AsAsync(BenchStore store, string signIn, string name, DateTime now)
    {
        await using var db = await store.Get<IDbContextFactory<DisclosureDb>>().CreateDbContextAsync();
        var by = await db.Staff.Where(s => s.SignInName == signIn).Select(s => new Actor(s.Id, s.Name, "")).FirstAsync();
        var queries = store.Get<SearchQueries>();
        foreach (
            var (length, words) in ((int, string[])[])
                [
                    (1, ["工", "牦", "昌", "的", "铜", "藏"]),
                    (2, ["工业", "牦牛", "昌都", "铜矿", "增长", "qk"]),
                    (4, ["同比增长", "铜矿采选", "丁青县青", "2026", "藏医药产", "csjb"]),
                    (
                        10,
                        ["规模以上工业运行情况", "第五次经济普查统计公", "拉动作用明显受季节因", "江达县2026年一季", "水电装机容量藏医药产"]
                    ),
                ]
        )
        {
            var (durations, totals) = (new List<double>(), new List<int>());
            foreach (var word in Enumerable.Repeat(words, 8).SelectMany(w => w))
            {
                var one = Stopwatch.StartNew();
                totals.Add((await queries.PageAsync(new SearchAsked(word), 0, by, now)).Value.Total);
                durations.Add(one.Elapsed.TotalMilliseconds);
            }
            Console.WriteLine($"search, {name}, {length} characters (found {totals.Min()} to {totals.Max()}): {Percentiles.Of(durations)}");
        }
    }

    private static async Task OneAsync(BenchStore store, int id, DateTime now)
    {
        var (service, gate) = (store.Get<SearchService>(), store.Get<WriteGate>());
        var durations = new List<double>();
        for (var i = 0; i < 50; i++)
        {
            var title = string.Create(CultureInfo.InvariantCulture, $"第{i}次改过的标题");
            _ = (await gate.WriteAsync<int>(db => Changed(db, id, title))).Value;
            var one = Stopwatch.StartNew();
            await service.UpdateAsync(id);
            durations.Add(one.Elapsed.TotalMilliseconds);
        }
        Console.WriteLine($"index one changed item: {Percentiles.Of(durations)}");
        var look = Stopwatch.StartNew();
        await service.CatchUpDraftsAsync();
        Console.WriteLine($"look for changed drafts: {look.Elapsed.TotalMilliseconds:0.0} ms");
        _ = now;
    }

    private static async Task<Outcome<int>> Changed(DisclosureDb db, int id, string title)
    {
        var revision = await db.Revisions.FirstAsync(r => r.SubmissionId == id);
        var content = revision.Content;
        content.Title = title;
        revision.ContentJson = content.ToJson();
        return await db
            .Submissions.Where(s => s.Id == id)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.DraftVersion, x => x.DraftVersion + 1));
    }

    // As the service would put it; the stamp says that nothing needs to be read again.
    private static async Task<long> PutAsync(BenchStore store, int first, Random random) =>
        (
            await store
                .Get<WriteGate>()
                .WriteAsync<long>(async db =>
                {
                    long characters = 0;
                    var titles = await db
                        .Submissions.Where(s => s.Id >= first && s.Id < first + Batch)
                        .Select(s => new
                        {
                            s.Id,
                            s.Number,
                            s.Title,
                        })
                        .ToListAsync();
                    foreach (var item in titles)
                    {
                        var texts = new Dictionary<SearchPlace, string?>
                        {
                            [SearchPlace.Number] = item.Number,
                            [SearchPlace.Title] = item.Title,
                            [SearchPlace.Summary] = Text(random, 8),
                            [SearchPlace.People] = $"白玛{SearchText.Gap}扎西{SearchText.Gap}王建国",
                            [SearchPlace.Opinion] = $"已核，同意上报。{SearchText.Gap}同意发布。",
                            [SearchPlace.Body] = Text(random, 80),
                            [SearchPlace.TitleInitials] = Pinyin.Of(item.Title),
                            [SearchPlace.PeopleInitials] = Pinyin.OfNames(["白玛", "扎西", "王建国"]),
                        };
                        characters += texts.Values.Sum(t => t!.Length);
                        await SearchIndex.PutAsync(db, new SearchState(item.Id, "bench", ""), texts);
                    }
                    return characters;
                })
        ).Value;

    private static string Text(Random random, int phrases)
    {
        string One(string[] of) => of[random.Next(of.Length)];
        return string.Concat(
            Enumerable
                .Range(0, phrases)
                .Select(i =>
                    (i % 4) switch
                    {
                        0 => $"{One(Places)}{One(Matters)}",
                        1 => string.Create(CultureInfo.InvariantCulture, $"{One(Phrases)}{random.NextDouble() * 20:0.0}%，"),
                        2 => One(Phrases),
                        _ => $"{One(Phrases)}。",
                    }
                )
        );
    }

    private static async Task<int> CopyAsync(DisclosureDb db, int template, Random random)
    {
        var highest = await db.Submissions.MaxAsync(s => s.Id);
        var columns = db
            .Model.FindEntityType(typeof(Submission))!
            .GetProperties()
            .Select(p => p.GetColumnName())
            .Where(c => c != "Id")
            .ToList();
        var units = await db.Units.Where(u => u.Kind == UnitKind.County).Select(u => u.Id).ToListAsync();
        string Pick(string[] of, string by) =>
            $"(CASE (n * {random.Next(7, 97)} / {by}) % {of.Length} {string.Join(' ', of.Select((w, i) => $"WHEN {i} THEN '{w}'"))} END)";
        var changed = new Dictionary<string, string>
        {
            ["Number"] = "'昌统发审〔2025〕' || n || '号'",
            ["CatalogueIndex"] = "'2025-' || printf('%06d', n)",
            ["Title"] = $"{Pick(Places, "1")} || {Pick(Times, "3")} || {Pick(Matters, "5")} || {Pick(Kinds, "7")}",
            ["UnitId"] = $"(CASE n % {units.Count} {string.Join(' ', units.Select((u, i) => $"WHEN {i} THEN {u}"))} END)",
            // A third is published, the rest on its way.
            ["State"] = "(CASE WHEN n % 3 = 0 THEN 'Published' ELSE 'UnderWay' END)",
            ["DraftSavedAt"] = "strftime('%Y-%m-%d %H:%M:%f', '2025-01-02', '+' || (n % 500) || ' days')",
        };
        var sql = $"""
            INSERT INTO Submissions (Id, {string.Join(
                ", ",
                columns
            )}) WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {Items})
            SELECT {highest} + n, {string.Join(
                ", ",
                columns.Select(c => changed.GetValueOrDefault(c, $"t.{c}"))
            )} FROM c, Submissions t WHERE t.Id = {template};
            """;
        await db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
        return highest + 1;
    }

    private static async Task<long> PagesAsync(DisclosureDb db) =>
        (await db.Database.SqlQuery<long>($"SELECT page_count AS Value FROM pragma_page_count").SingleAsync())
        * ConnectionSettings.PageSize;
}
