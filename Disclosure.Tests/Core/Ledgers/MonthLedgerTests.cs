using Disclosure.Core.Ledgers;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using static Disclosure.Tests.Core.Ledgers.GivenLedgers;

namespace Disclosure.Tests.Core.Ledgers;

[Slow]
public sealed class MonthLedgerTests
{
    [Fact]
    public async Task Month_CountsEveryMoveOnce_ByUnit()
    {
        await using var given = await NovemberAsync();
        var ledger = (await given.LedgerAsync(November, "office.1"))!;

        var city = ledger.Line("gongye");
        Assert.Equal(
            "Items=5 Self=8 Second=1 Final=1 Marked=1 Undecided=1 Postponement=1 Stopped=1 Published=1 Timed=5 Waiting=1",
            city.Said()
        );
        Assert.Equal((0.0, 0), (city.Mean, city.Longest));

        var county = ledger.Line("540302");
        Assert.Equal("Items=2 Self=4 Second=1 Returns=1 Withheld=1 Timed=3 Overdue=2", county.Said());
        Assert.Equal((1.0, 3), (county.Mean, county.Longest));

        Assert.Equal(["bangongshi", "zonghe", "gongye", "nongmu", "540302", "540321"], ledger.Ledger.Lines.Select(l => l.Code));
        Assert.All(ledger.Ledger.Lines.Where(l => l.Code is not ("gongye" or "540302")), l => Assert.Empty(l.Counts));
        Assert.Equal(
            (7, 12, 2, 1),
            (
                ledger.Ledger.Total[LedgerColumn.Items],
                ledger.Ledger.Total[LedgerColumn.Self],
                ledger.Ledger.Total[LedgerColumn.Second],
                ledger.Ledger.Total[LedgerColumn.Final]
            )
        );
        Assert.False(ledger.Ledger.Nil);
    }

    [Fact]
    public async Task Month_StaysAsItWas_WhateverHappensAfterIt()
    {
        await using var given = await NovemberAsync();
        var before = (await given.LedgerAsync(November, "office.1"))!;
        var waiting = await given.ReadAsync(async db =>
            await Task.FromResult(db.Set<Submission>().Where(s => s.State == ItemState.UnderWay).Select(s => s.Id).OrderBy(i => i).ToList())
        );
        foreach (var id in waiting)
        {
            await given.WalkAsync(id, "");
        }
        Assert.Equal(before.Sha256, (await given.LedgerAsync(November, "office.1"))!.Sha256);
        var december = (await given.LedgerAsync(November.Next, "office.1"))!.Line("gongye");
        // Waited five and two working days with the head; two is the limit.
        Assert.Equal("Items=2 Self=2 Second=2 Final=2 Published=2 Timed=6 Overdue=1", december.Said());
        Assert.Equal((7, 5), (december.WorkDays, december.Longest));
    }

    [Fact]
    public async Task MonthWithoutReviews_IsANilReport_WithALineForEveryUnit()
    {
        await using var given = await Given.BureauAsync();
        var ledger = (await given.LedgerAsync(November, "office.1"))!;
        Assert.True(ledger.Ledger.Nil);
        Assert.Equal(6, ledger.Ledger.Lines.Count);
        Assert.Null(await given.LedgerAsync(November.Next, "office.1"));
    }

    [Fact]
    public async Task HeadsAndChiefs_SeeTheirOwnUnitsLineOnly_OthersNothing()
    {
        await using var given = await NovemberAsync();
        Assert.Equal(["gongye"], (await given.LedgerAsync(November, "gongye.head"))!.Ledger.Lines.Select(l => l.Code));
        Assert.Equal(["540302"], (await given.LedgerAsync(November, "karuo.chief"))!.Ledger.Lines.Select(l => l.Code));
        Assert.Equal(["540321"], (await given.LedgerAsync(November, "jiangda.chief"))!.Ledger.Lines.Select(l => l.Code));
        foreach (var who in (string[])["deputy", "deputy.other", "director", "platform.1", "delegate"])
        {
            Assert.Equal(6, (await given.LedgerAsync(November, who))!.Ledger.Lines.Count);
        }
        foreach (
            var who in (string[])
                [
                    "gongye.editor",
                    "karuo.editor",
                    "nobody",
                    "closed",
                    "fresh",
                    "former",
                    "admin.system",
                    "admin.security",
                    "admin.audit",
                    "delegate.expired",
                ]
        )
        {
            Assert.Null(await given.LedgerAsync(November, who));
        }
    }

    [Fact]
    public async Task Figure_LeadsToItsItems_ButNamesOnlyThoseThatMayBeRead()
    {
        await using var given = await NovemberAsync();
        var queries = given.Get<LedgerQueries>();
        Task<LedgerItemPage?> Items(LedgerColumn column, LedgerBlock block, string who) =>
            queries.ItemsAsync(November, column, null, block, 0, given.By(who), given.Now);

        var self = (await Items(LedgerColumn.Self, LedgerBlock.City, "gongye.head"))!;
        Assert.Equal((5, 0), (self.Total, self.Hidden));
        Assert.Equal([2, 2, 2, 1, 1], self.Rows.Select(r => r.Times));
        // Those that have not come to the office are counted and not named.
        var office = (await Items(LedgerColumn.Items, LedgerBlock.All, "office.1"))!;
        Assert.Equal((4, 3), (office.Total, office.Hidden));
        var stranger = (await Items(LedgerColumn.Items, LedgerBlock.All, "deputy.other"))!;
        Assert.Equal((0, 7), (stranger.Total, stranger.Hidden));
        Assert.Empty(stranger.Rows);
        // A foreign unit asked for by its key stays shut.
        var foreign = await queries.ItemsAsync(
            November,
            LedgerColumn.Items,
            await given.UnitIdAsync("540302"),
            LedgerBlock.All,
            0,
            given.By("gongye.head"),
            given.Now
        );
        Assert.Equal((0, 0), (foreign!.Total, foreign.Hidden));
    }
}
