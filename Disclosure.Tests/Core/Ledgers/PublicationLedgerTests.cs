using Disclosure.Core.Approval;
using Disclosure.Core.Ledgers;
using Disclosure.Core.Publication;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Ledgers;

public sealed class PublicationLedgerTests
{
    [Fact]
    public async Task Ledger_HoldsEveryChannelOfEveryItem_ByItsOwnTime()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(
            RouteCodes.City,
            "platform",
            c => (c.Title, c.Channels, c.WebsiteColumn) = ("统计年鉴", [Channel.Website, Channel.Book], "年鉴")
        );
        var desk = given.Get<PublicationService>();
        await given.TickAllAsync(id);
        var item = await given.SubmissionAsync(id);
        Given.Must(
            await desk.PublishAsync(
                id,
                given.Whole(MoveKind.Publish, item.Step, item.Version),
                [new ChannelEntry(Channel.Website, "https://tjj.example.cn/1", given.Now)],
                given.By("platform.1"),
                given.Now
            )
        );
        given.WaitUntil(new DateTime(2026, 12, 3, 9, 0, 0));
        Given.Must(
            await desk.RecordAsync(
                id,
                new ChannelEntry(Channel.Book, "ISBN 978-7-5037-0000-0，第1次印刷", given.Now),
                Guid.NewGuid(),
                given.By("platform.2"),
                given.Now
            )
        );
        var ledger = given.Get<PublicationLedgerQueries>();
        var year = (await ledger.PageAsync(new PublicationPeriod(2026, null), 0, given.By("deputy"), given.Now))!;
        Assert.Equal((2, 1), (year.Total, year.Items));
        Assert.Equal(
            [(Channel.Book, given.By("platform.2").Name), (Channel.Website, given.By("platform.1").Name)],
            year.Rows.Select(r => (r.Channel, r.By))
        );
        Assert.All(
            year.Rows,
            r => Assert.Equal(("2026-00001", "统计年鉴", "工业能源科", "工业能源科"), (r.Index, r.Title, r.Unit, r.Section))
        );
        var november = (await ledger.PageAsync(PublicationPeriod.Read("2026-11")!.Value, 0, given.By("office.1"), given.Now))!;
        Assert.Equal("https://tjj.example.cn/1", Assert.Single(november.Rows).Place);

        var list = PublicationLedgerFiles.List(year);
        Assert.Equal(["外网", "书籍"], ListBook.Rows(list).Select(r => (string?)r["渠道"]));
        Assert.Equal(3, ListBook.Table(list).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("office.1", true)]
    [InlineData("platform.1", true)]
    [InlineData("deputy", true)]
    [InlineData("director", true)]
    [InlineData("gongye.head", false)]
    [InlineData("karuo.chief", false)]
    [InlineData("gongye.editor", false)]
    [InlineData("admin.audit", false)]
    [InlineData("closed", false)]
    public async Task Ledger_IsForOfficePlatformAndLeaders_AndForPeriodsThatHaveBegun(string who, bool sees)
    {
        await using var given = await Given.BureauAsync();
        var ledger = given.Get<PublicationLedgerQueries>();
        Assert.Equal(sees, await ledger.PageAsync(new PublicationPeriod(2026, 11), 0, given.By(who), given.Now) is not null);
        Assert.Null(await ledger.PageAsync(new PublicationPeriod(2026, 12), 0, given.By(who), given.Now));
        Assert.Null(await ledger.PageAsync(new PublicationPeriod(2027, null), 0, given.By(who), given.Now));
    }

    [Theory]
    [InlineData("2026", 2026, null)]
    [InlineData("2026-03", 2026, 3)]
    [InlineData("2026-13", null, null)]
    [InlineData("1999", null, null)]
    [InlineData("20260", null, null)]
    [InlineData("", null, null)]
    [InlineData(null, null, null)]
    public void Period_IsReadFromItsAddress(string? text, int? year, int? month) =>
        Assert.Equal(year is { } y ? new PublicationPeriod(y, month) : null, PublicationPeriod.Read(text));
}
