using System.Text;
using Disclosure.Core.Approval;
using Disclosure.Core.Catalogue;
using Disclosure.Core.Common;
using Disclosure.Core.Publication;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Core.Forms;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Catalogue;

[Slow]
public sealed class AnnualCatalogueTests
{
    private const string Code = "12540300MB01234565";

    [Fact]
    public async Task Catalogue_ListsTheYearByDayOfPublication_WithItsFullIndex()
    {
        await using var given = await Given.BureauAsync();
        await given.TamperAsync(
            $"INSERT INTO BureauProfile (Id, Name, CitySeries, CountySeries, CreditCode, Demonstration) VALUES (1, '昌都市统计局', '昌统发审', '昌统县审', '{Code}', 0)"
        );
        var first = await given.ItemAsync(RouteCodes.City, "nowhere", c => (c.Title, c.Summary) = ("先公开的信息", "先公开的概述"));
        given.Wait(TimeSpan.FromDays(1));
        await given.ItemAsync(RouteCodes.City, "nowhere", c => c.Title = "后公开的信息");
        await given.ItemAsync(RouteCodes.City, "platform", c => c.Title = "尚未公开的信息");

        var catalogue = Given.Must(await given.Get<AnnualCatalogueQueries>().ReadAsync(2026, given.By("karuo.editor"), given.Now));
        Assert.Equal([$"{Code}/2026-00001", $"{Code}/2026-00002"], catalogue.Lines!.Select(l => l.Index));
        var line = catalogue.Lines![0];
        Assert.Equal(
            ("先公开的信息", "先公开的概述", new DateOnly(2026, 10, 30), "工业能源科"),
            (line.Title, line.Summary, line.FormedOn!.Value, line.Section)
        );
        Assert.Equal($"https://tjj.example.cn/Website/{first}", line.Address);
        Assert.Equal("外网", line.Ways);

        var text = FormPrinting.Poppler(
            Given.Must(await given.Get<AnnualCatalogueQueries>().PdfAsync(2026, given.By("karuo.editor"), given.Now)).Pdf
        );
        Assert.True(text.IndexOf("先公开的信息", StringComparison.Ordinal) < text.IndexOf("后公开的信息", StringComparison.Ordinal));
        Assert.Contains("合计2条", text, StringComparison.Ordinal);
        Assert.DoesNotContain("尚未公开", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_HoldTheSameRows_AndNoAddressOfTheIntranet()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "nowhere", c => (c.Title, c.Summary) = ("<b>价格</b>与\"指数\"", "=1+1"));
        var catalogue = Given.Must(await given.Get<AnnualCatalogueQueries>().ReadAsync(2026, given.By("nobody"), given.Now));
        var row = Assert.Single(ListBook.Rows(AnnualFiles.List(catalogue)));
        Assert.Equal(["索引号", "名称", "内容概述", "生成日期", "公开日期", "公开渠道", "责任科室"], row.Keys);
        Assert.Equal(
            ("2026-00001", "<b>价格</b>与\"指数\"", "'=1+1", "2026-10-30", "2026-11-02"),
            (row["索引号"], row["名称"], row["内容概述"], row["生成日期"], row["公开日期"])
        );
        var (csv, page) = (ListBook.Table(AnnualFiles.List(catalogue)), Encoding.UTF8.GetString(AnnualFiles.Html(catalogue)));
        Assert.EndsWith(
            "\"2026-00001\",\"<b>价格</b>与\"\"指数\"\"\",\"'=1+1\",\"2026-10-30\",\"2026-11-02\",\"外网\",\"工业能源科\"\r\n",
            csv,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"<a href=\"https://tjj.example.cn/Website/{id}\">&lt;b&gt;价格&lt;/b&gt;与&quot;指数&quot;</a>",
            page,
            StringComparison.Ordinal
        );
        Assert.All([csv, page], text => Assert.DoesNotContain("Intranet", text, StringComparison.Ordinal));
        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublicationsOnTheIntranetAlone_AreCounted_AndLeftOut()
    {
        await using var given = await Given.BureauAsync();
        await given.ItemAsync(RouteCodes.City, "nowhere", c => c.Title = "面向社会");
        await given.ItemAsync(
            RouteCodes.City,
            "nowhere",
            c => (c.Title, c.Channels, c.WebsiteColumn) = ("只上内网", [Channel.Intranet], "")
        );
        var bound = await given.ItemAsync(RouteCodes.County, "county-chief", c => c.Title = "局长只许内网");
        Given.Must(await given.DoAsync(bound, "karuo.chief", MoveKind.Approve, c => c with { CountyChoice = CountyChoice.IntranetOnly }));
        await given.WalkAsync(bound, "nowhere");

        var view = (await given.Get<AnnualCatalogueQueries>().FindAsync(2026, given.By("nobody"), given.Now))!;
        Assert.Equal((1, 2), (view.ForPublic, view.IntranetOnly));
        var catalogue = Given.Must(await given.Get<AnnualCatalogueQueries>().ReadAsync(2026, given.By("nobody"), given.Now));
        Assert.Equal(["面向社会"], catalogue.Lines!.Select(l => l.Title));
    }

    [Fact]
    public async Task YearWithoutPublications_SaysSo_AndYearsThatAreNone_AreNotFound()
    {
        await using var given = await Given.BureauAsync();
        var catalogue = given.Get<AnnualCatalogueQueries>();
        Assert.Contains(
            "本年度没有公开的信息。",
            FormPrinting.Poppler(Given.Must(await catalogue.PdfAsync(2025, given.By("nobody"), given.Now)).Pdf),
            StringComparison.Ordinal
        );
        foreach (var year in (int[])[int.MinValue, -1, 0, 1999, 2027, 9999, int.MaxValue])
        {
            Assert.Null(await catalogue.FindAsync(year, given.By("office.1"), given.Now));
            Assert.IsType<NotFound>((await catalogue.ReadAsync(year, given.By("office.1"), given.Now)).Problem);
            Assert.IsType<NotFound>((await catalogue.PdfAsync(year, given.By("office.1"), given.Now)).Problem);
        }
        Assert.IsType<NotFound>((await catalogue.ReadAsync(2026, given.By("closed"), given.Now)).Problem);
    }

    [Fact]
    public async Task IndexNumbers_HaveNoGapAndNoDouble_UnderEightPublishersOfThirtyTwoItems()
    {
        await using var given = await Given.BureauAsync();
        var work = new List<(int Id, Command Command, IReadOnlyList<ChannelEntry> Entries)>();
        for (var i = 0; i < 32; i++)
        {
            var id = await given.ItemAsync(RouteCodes.City, "platform");
            // Every fifth lacks one of the three and is refused: a refusal takes no number.
            if (i % 5 != 4)
            {
                await given.TickAllAsync(id);
            }
            var item = await given.SubmissionAsync(id);
            work.Add((id, given.Whole(MoveKind.Publish, item.Step, item.Version), await given.EntriesAsync(id)));
        }
        var (desk, now) = (given.Get<PublicationService>(), given.Now);
        var done = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(n =>
                    Task.Run(async () =>
                    {
                        var published = 0;
                        // Neighbours want the same items: of two publishers one wins.
                        foreach (var (id, command, entries) in work.Where((_, i) => i % 8 == n || i % 8 == (n + 1) % 8))
                        {
                            published += (
                                await desk.PublishAsync(
                                    id,
                                    command with
                                    {
                                        Id = Guid.NewGuid(),
                                    },
                                    entries,
                                    given.By($"platform.{n + 1}"),
                                    now
                                )
                            ).Ok
                                ? 1
                                : 0;
                        }
                        return published;
                    })
                )
        );
        Assert.Equal(26, done.Sum());
        var indexes = await given.ReadAsync(db =>
            db.Submissions.Where(s => s.CatalogueIndex != null).Select(s => s.CatalogueIndex!).ToListAsync()
        );
        Assert.Equal(Enumerable.Range(1, 26).Select(n => $"2026-{n:00000}"), indexes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task PublicationOfTheCatalogue_IsKept_AndALaterOneStandsBesideIt()
    {
        await using var given = await Given.BureauAsync();
        var keeper = given.Get<AnnualCatalogueService>();
        await given.ItemAsync(RouteCodes.City, "nowhere");
        var (first, site) = (given.Today, "https://tjj.example.cn/ml/2026.html");
        Assert.Equal(1, Given.Must(await keeper.RecordAsync(2026, first, site, Guid.NewGuid(), given.By("office.1"), given.Now)));
        given.Wait(TimeSpan.FromDays(3));
        await given.ItemAsync(RouteCodes.City, "nowhere");
        Assert.Equal(1, Given.Must(await keeper.RecordAsync(2026, first, site, Guid.NewGuid(), given.By("platform.1"), given.Now)));
        Assert.Equal(
            2,
            Given.Must(await keeper.RecordAsync(2026, given.Today, site + "?2", Guid.NewGuid(), given.By("office.1"), given.Now))
        );
        var view = (await given.Get<AnnualCatalogueQueries>().FindAsync(2026, given.By("nobody"), given.Now))!;
        Assert.Equal([(given.Today, 2), (first, 1), (first, 1)], view.Notices.Select(n => (n.PublishedOn, n.Entries)));
        Assert.Equal((given.By("office.1").Name, site), (view.Notices[2].By, view.Notices[2].Address));
        Assert.False(view.MayRecord);
    }

    [Fact]
    public async Task PublicationOfTheCatalogue_NeedsItsKeeper_ItsDayAndItsAddress()
    {
        await using var given = await Given.BureauAsync();
        var keeper = given.Get<AnnualCatalogueService>();
        Task<Outcome<int>> Try(string who, int year, DateOnly day, string address) =>
            keeper.RecordAsync(year, day, address, Guid.NewGuid(), given.By(who), given.Now);
        const string Good = "https://tjj.example.cn/ml";
        Assert.IsType<NotTheCataloguesKeeper>((await Try("gongye.head", 2026, given.Today, Good)).Problem);
        Assert.IsType<NotFound>((await Try("closed", 2026, given.Today, Good)).Problem);
        Assert.IsType<NotFound>((await Try("office.1", 2027, given.Today, Good)).Problem);
        Assert.IsType<CatalogueDayWrong>((await Try("office.1", 2026, given.Today.AddDays(1), Good)).Problem);
        Assert.IsType<CatalogueDayWrong>((await Try("office.1", 2026, new DateOnly(2025, 12, 31), Good)).Problem);
        foreach (var wrong in (string[])["", "目录", "javascript:alert(1)", "https://" + new string('a', 500)])
        {
            Assert.IsType<CatalogueAddressNeeded>((await Try("office.1", 2026, given.Today, wrong)).Problem);
        }
        Assert.Equal(0, await given.ReadAsync(db => db.AnnualCatalogueNotices.CountAsync()));
    }
}
