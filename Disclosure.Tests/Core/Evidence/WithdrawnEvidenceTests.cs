using Disclosure.Core.Approval;
using Disclosure.Core.Evidence;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Evidence;

/// <summary>
/// What several files give away together may be the figures of any of them: where one of them is withdrawn, no finding shows its figures.
/// </summary>
public sealed class WithdrawnEvidenceTests
{
    private const string Hiding = "2023年产值,,,\n行业,卡若区,江达县,合计\n采矿,*,*,100\n制造,30,40,70\n合计,*,*,170";
    private const string Printing = "2023年产值,,,\n行业,卡若区,江达县,贡觉县\n采矿,60,*,5\n零售,1,2,3";

    [Fact]
    public async Task WhatTwoTablesGiveAwayTogether_IsShownOnlyWhileBothMayBeRead()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City, body: "正文");
        await given.UploadAsync(id, "一.csv", Hiding, "gongye.editor");
        await given.UploadAsync(id, "二.csv", Printing, "gongye.editor");
        var key = await RecoveredAsync(given, id) ?? throw new InvalidOperationException("Nothing was recovered.");

        await StopTwinAsync(given, Printing);
        Assert.Null(await RecoveredAsync(given, id));
        Assert.IsType<EvidenceGone>((await given.Get<EvidenceService>().OpenAsync(id, key, given.By("gongye.editor"), given.Now)).Problem);
        Assert.True((await ShownAsync(given, id)).IsReady);
        Assert.Null(await given.Get<ExaminationService>().RunNextAsync());

        await ReleaseAsync(given, id);
        Assert.Equal(key, await RecoveredAsync(given, id));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WhatAnEarlierTableGaveAway_IsShownNoMore_OnceThatIsWithdrawn(bool ended)
    {
        await using var given = await Given.BureauAsync();
        var earlier = await given.DraftAsync(RouteCodes.City, body: "较早");
        await given.UploadAsync(earlier, "二.csv", Printing, "gongye.editor");
        await PublishedAsync(given, earlier);
        var id = await given.DraftAsync(RouteCodes.City, body: "正文");
        await given.UploadAsync(id, "一.csv", Hiding, "gongye.editor");
        var key = await RecoveredAsync(given, id) ?? throw new InvalidOperationException("Nothing was recovered.");
        if (ended)
        {
            await PublishedAsync(given, id);
        }
        given.Wait(TimeSpan.FromMinutes(1));

        await StopTwinAsync(given, Printing);
        Assert.Null(await RecoveredAsync(given, id));
        Assert.IsType<EvidenceGone>((await given.Get<EvidenceService>().OpenAsync(id, key, given.By("gongye.editor"), given.Now)).Problem);

        await given.ConfirmAllAsync();
        Assert.Null(await RecoveredAsync(given, id));
        Assert.DoesNotContain(
            "\"60\"",
            string.Concat(await given.ReadAsync(db => db.ItemExaminations.Select(e => e.Json).ToListAsync())),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task WhoMayNotReadAFile_LeavesNoWordOnItForThoseWhoMay()
    {
        await using var given = await Given.BureauAsync();
        const string Body = "A B3-1 甲";
        var readable = await given.DraftAsync(RouteCodes.City, body: Body);
        var closed = await given.DraftAsync(RouteCodes.City, body: Body);
        await StopTwinAsync(given, Body);
        await ReleaseAsync(given, readable);

        var told = new ToldExaminer();
        var examinations = given.ExaminedBy(told);
        await examinations.EnsureAsync(closed);
        while (await examinations.RunNextAsync() is not null)
        {
            Assert.True(told.Seen.Count < 5, "It never ends.");
        }

        Assert.Equal("甲", Assert.Single((await ShownAsync(given, readable)).Rows).Masked);
        Assert.Empty((await ShownAsync(given, closed)).Rows);
        Assert.True((await ShownAsync(given, closed)).IsReady);
        Assert.Single(told.Seen);
        await given.Get<EvidenceService>().RerunAsync(closed, given.By("gongye.editor"), given.Now);
        Assert.Single((await ShownAsync(given, readable)).Rows);
    }

    private static async Task<string?> RecoveredAsync(Given given, int id)
    {
        await given.Get<ExaminationService>().EnsureAsync(id);
        var rows = (await ShownAsync(given, id)).Rows;
        return rows.FirstOrDefault(r => r.Rule.Code == "T-10")?.Key;
    }

    private static async Task<ItemEvidence> ShownAsync(Given given, int id) =>
        (await given.Get<EvidenceQueries>().ForItemAsync(id, given.By("gongye.editor"), given.Now))!;

    // What the route asks of the findings themselves is the matter of other tests.
    private static Task<int> PublishedAsync(Given given, int id) =>
        given.TamperAsync($"UPDATE Submissions SET State = 'Published', EndedAt = '2026-11-02 00:00:00' WHERE Id = {id}");

    private static async Task StopTwinAsync(Given given, string text)
    {
        var twin = await given.DraftAsync(RouteCodes.County, body: text);
        Given.Must(await given.DoAsync(twin, "karuo.editor", MoveKind.Stop));
    }

    private static async Task ReleaseAsync(Given given, int id)
    {
        var row = (await given.WaitingAsync()).Single(w => w.HolderKey == id);
        Given.Must(
            await given
                .Get<WithdrawalService>()
                .DecideAsync(row.Id, WithdrawalDecision.Released, "不涉密。", Guid.NewGuid(), given.By("office.1"), given.Now)
        );
    }
}
