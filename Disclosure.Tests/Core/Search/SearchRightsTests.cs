using CsCheck;
using Disclosure.Core.Approval;
using Disclosure.Core.Publication;
using Disclosure.Core.Search;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Search;

/// <summary>Who finds what.</summary>
[Slow]
public sealed class SearchRightsTests
{
    // Words that stand in one place each: title, summary, person, opinion, file, initials of title and person.
    private static readonly string[] Open = ["青稞", "牦牛", "qkcl"];
    private static readonly string[] Closed = ["白玛", "同意上报", "酥油", "bm"];

    [Theory]
    [InlineData("section", "karuo.editor", true)]
    [InlineData("section", "karuo.chief", true)]
    [InlineData("section", "gongye.head", true)]
    [InlineData("section", "office.1", false)]
    [InlineData("section", "platform.1", false)]
    [InlineData("section", "jiangda.editor", false)]
    [InlineData("section", "nongmu.head", false)]
    [InlineData("section", "admin.system", false)]
    [InlineData("office", "office.1", true)]
    [InlineData("platform", "jiangda.chief", false)]
    [InlineData("platform", "delegate.expired", false)]
    public async Task OnItsWay_ItIsFoundByItsReaders_AndByNobodyElse(string step, string who, bool finds)
    {
        await using var given = await Given.BureauAsync();
        var id = await ItemAsync(given, step);
        foreach (var word in Open.Concat(Closed))
        {
            var found = await given.FoundAsync(who, word);
            Assert.Equal(finds ? [id] : [], found.Rows.Select(r => r.Id));
            Assert.Equal((finds ? 1 : 0, finds ? 1 : 0), (found.Total, found.Groups.Values.Sum()));
        }
    }

    [Theory]
    [InlineData("karuo.editor", true)]
    [InlineData("office.1", true)]
    [InlineData("jiangda.editor", false)]
    [InlineData("admin.system", false)]
    [InlineData("admin.audit", false)]
    public async Task Published_ItIsFoundByEverybody_ButOnlyByWhatTheCatalogueShows(string who, bool reads)
    {
        await using var given = await Given.BureauAsync();
        var id = await ItemAsync(given, "none");
        var number = (await given.SubmissionAsync(id)).Number!;
        foreach (var word in Open.Append($"{number[..4]} 青稞").Append(number))
        {
            var row = Assert.Single((await given.FoundAsync(who, word)).Rows);
            Assert.Equal((id, reads), (row.Id, row.MayOpen));
            Assert.DoesNotContain(Closed, c => (row.PlainSnippet + row.PlainTitle).Contains(c, StringComparison.Ordinal));
        }
        foreach (var word in Closed.Append("青稞 酥油"))
        {
            var found = await given.FoundAsync(who, word);
            Assert.Equal(reads ? 1 : 0, found.Total);
            Assert.Equal(reads ? 1 : 0, found.Groups.Count);
        }
    }

    [Fact]
    public async Task ClosedAccount_FindsNothing_NotEvenWhatIsPublished()
    {
        await using var given = await Given.BureauAsync();
        await ItemAsync(given, "none");
        foreach (var who in (string[])["closed", "fresh"])
        {
            Assert.Equal(0, (await given.FoundAsync(who, "青稞")).Total);
        }
    }

    [Fact]
    public async Task EmergencyTakeDown_HidesTheWords_FromWhoeverMayNotReadTheItem()
    {
        await using var given = await Given.BureauAsync();
        var id = await ItemAsync(given, "none");
        var number = (await given.SubmissionAsync(id)).Number!;
        Assert.Equal([id], await given.KeysAsync("jiangda.editor", "青稞"));
        Given.Must(
            await given
                .Get<AmendmentService>()
                .TakeDownNowAsync(id, "立即下线", await given.StandingAsync(id), Guid.NewGuid(), given.By("platform.1"), given.Now)
        );
        foreach (var word in Open.Concat(Closed))
        {
            Assert.Equal(0, (await given.FoundAsync("jiangda.editor", word)).Total);
        }
        Assert.Equal(0, (await given.FoundAsync("jiangda.editor", $"{number[..4]} 青稞")).Total);
        var row = Assert.Single((await given.FoundAsync("jiangda.editor", number)).Rows);
        Assert.Equal((PublishedRow.Hidden, false), (row.PlainTitle, row.MayOpen));
        Assert.Contains(id, await given.KeysAsync("office.1", "青稞"));
    }

    [Fact]
    public async Task Stop_TakesEveryWordOutOfTheIndex_InTheSameMoment()
    {
        await using var given = await Given.BureauAsync();
        var id = await ItemAsync(given, "section");
        Assert.Equal([id], await given.KeysAsync("gongye.head", "酥油"));
        Assert.True(await given.StoreHoldsAsync("酥油茶"));
        Assert.True(await HoldsAsync(given, "酥油"));
        Given.Must(await given.DoAsync(id, "gongye.head", MoveKind.Stop));

        Assert.Equal(0, await SearchTests.RowsAsync(given));
        foreach (var word in (string[])["青稞", "牦牛", "酥油", "白玛"])
        {
            Assert.False(await given.StoreHoldsAsync(word), word);
            Assert.False(await HoldsAsync(given, word), word);
            Assert.Empty(await given.KeysAsync("gongye.head", word));
        }
        // Its number is still found by whoever may read what is left of it.
        Assert.Equal([id], await given.KeysAsync("gongye.head", (await given.SubmissionAsync(id)).Number!));
    }

    [Fact]
    public async Task SameFileInAnotherItem_IsNotFoundThereEither_AndForgottenOnceTheOfficeConfirms()
    {
        await using var given = await Given.BureauAsync();
        var (one, other) = (
            await given.DraftAsync(RouteCodes.City, body: "酥油茶消费调查"),
            await given.DraftAsync(RouteCodes.City, body: "酥油茶消费调查")
        );
        Assert.Equal([one, other], await given.KeysAsync("gongye.editor", "酥油"));
        Given.Must(await given.DoAsync(one, "gongye.editor", MoveKind.Stop));
        Assert.Empty(await given.KeysAsync("gongye.editor", "酥油"));
        var waits = await given.ReadAsync(db => db.Withdrawals.SingleAsync(w => w.DecidedAt == null));
        Given.Must(
            await given
                .Get<WithdrawalService>()
                .DecideAsync(waits.Id, WithdrawalDecision.Destroyed, "", Guid.NewGuid(), given.By("office.1"), given.Now)
        );
        Assert.False(await given.StoreHoldsAsync("酥油茶"));
    }

    [Fact]
    public async Task AnyPartOfATitle_FindsIt()
    {
        await using var given = await Given.BureauAsync();
        string[] titles =
        [
            "昌都市2026年1—9月规模以上工业（能源）运行情况",
            "关于印发《昌都市统计局政务公开办法》的通知",
            "2025年国民经济和社会发展统计公报：GDP增长6.3%",
            "ཆབ་མདོ 市第五次经济普查公报",
            "𠮷林路社区人口抽样",
        ];
        var keys = new Dictionary<string, int>();
        foreach (var title in titles)
        {
            keys[title] = await given.DraftAsync(RouteCodes.City, c => (c.Title, c.Summary) = (title, "无"));
        }
        await given.Get<SearchService>().CatchUpAsync();
        var part = Gen.Select(
            Gen.Int[0, titles.Length - 1],
            Gen.Int[0, 40],
            Gen.Int[1, 12],
            (t, from, length) =>
            {
                var runes = titles[t].EnumerateRunes().ToArray();
                return (Title: titles[t], Part: string.Concat(runes.Skip(from % runes.Length).Take(length)));
            }
        );
        await part.SampleAsync(
            async p =>
            {
                var found = await given.Get<SearchQueries>().PageAsync(new SearchAsked(p.Part), 0, given.By("gongye.editor"), given.Now);
                Assert.True(
                    found.Problem is NothingToSearch
                        ? SearchText.Of(p.Part).Text.Length == 0
                        : found.Value.Rows.Any(r => r.Id == keys[p.Title]),
                    p.Part
                );
            },
            iter: 300,
            threads: 1
        );
    }

    [Theory]
    [InlineData("昌都市", "cds")]
    [InlineData("卡若区", "krq")]
    [InlineData("八宿县", "bsx")]
    [InlineData("重庆", "zq")]
    [InlineData("GDP 增长6.3%", "gdpzz63")]
    [InlineData("阿旺扎西次仁", "awzxcr")]
    public void Initials_AreThoseOfPinyin(string text, string initials) =>
        Assert.Equal(initials, Pinyin.Of(text).Replace($"{SearchText.Gap}", "", StringComparison.Ordinal));

    [Fact]
    public void Surnames_AreReadAsSurnames() =>
        Assert.Equal($"sxy{SearchText.Gap}zg{SearchText.Gap}wc", Pinyin.OfNames(["单晓燕", "曾刚", "王曾"]));

    private static async Task<int> ItemAsync(Given given, string step)
    {
        var id = await given.DraftAsync(
            RouteCodes.County,
            c => (c.Title, c.Summary, c.Bylines) = ("青稞产量统计", "另有牦牛存栏。", [new Byline { Name = "白玛", Confirmed = true }]),
            body: "酥油茶消费调查"
        );
        await given.WalkAsync(id, "county-chief");
        Given.Must(await given.DoAsync(id, "karuo.chief", MoveKind.Approve, c => c with { Text = "同意上报" }));
        await given.WalkAsync(id, step);
        return id;
    }

    // Single characters and pairs stand apart in the full-text tables, where no plain text would betray them.
    private static Task<bool> HoldsAsync(Given given, string pair) =>
        given.ReadAsync(async db =>
        {
            var blocks = await db
                .Database.SqlQuery<byte[]>($"SELECT block AS Value FROM SearchPairs_data UNION ALL SELECT block FROM SearchCharacters_data")
                .ToListAsync();
            var bytes = System.Text.Encoding.UTF8.GetBytes(pair[..1]);
            return blocks.Exists(b => b.AsSpan().IndexOf(bytes) >= 0);
        });
}
