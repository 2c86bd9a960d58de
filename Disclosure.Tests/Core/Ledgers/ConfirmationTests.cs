using Disclosure.Core.Audit;
using Disclosure.Core.Common;
using Disclosure.Core.Ledgers;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using static Disclosure.Tests.Core.Ledgers.GivenLedgers;

namespace Disclosure.Tests.Core.Ledgers;

[Slow]
public sealed class ConfirmationTests
{
    [Fact]
    public async Task Confirmation_FreezesTheFigures_AndLaterOnesOnlyShowAsDifferences()
    {
        await using var given = await NovemberAsync();
        var before = (await given.LedgerAsync(November, "office.1"))!;
        Assert.True(before.MayConfirm);
        Assert.Equal([November], before.Owed);
        Assert.Equal(before.Sha256, Given.Must(await ConfirmAsync(given, November, "office.1", before.Sha256, "已核对")));

        // Somebody moves a signature into the month behind the program's back.
        Assert.Equal(
            1,
            await given.TamperAsync(
                "UPDATE Signatures SET Kind = 'Return' WHERE Id = (SELECT MAX(Id) FROM Signatures WHERE Kind = 'Publish')"
            )
        );
        var after = (await given.LedgerAsync(November, "director"))!;
        Assert.Equal(before.Ledger.ToJson(), after.Ledger.ToJson());
        Assert.Equal(
            [
                new("工业能源科", "退回次数", 0, 1),
                new("工业能源科", "发布", 1, 0),
                new LedgerDifference("工业能源科", "月末超期未办", 1, 2),
            ],
            after.Differences
        );
        Assert.True(
            after.Confirmed is { Intact: true, Remark: "已核对" } c && c.By == given.By("office.1").Name && c.Sha256 == before.Sha256
        );
        Assert.Equal((false, 0), (after.MayConfirm, after.Owed.Count));
        // Whoever sees one line sees the differences of that line.
        Assert.Empty((await given.LedgerAsync(November, "karuo.chief"))!.Differences);

        Assert.Equal(
            1,
            await given.TamperAsync("UPDATE MonthlyReports SET FiguresJson = replace(FiguresJson, '\"Items\":5', '\"Items\":6')")
        );
        Assert.False((await given.LedgerAsync(November, "director"))!.Confirmed!.Intact);
    }

    [Fact]
    public async Task Confirmation_IsOneEntryOfTheChain_AndTheSameClickTwiceIsOneEffect()
    {
        await using var given = await NovemberAsync();
        var (seen, command) = ((await given.LedgerAsync(November, "office.1"))!.Sha256, Guid.NewGuid());
        var service = given.Get<LedgerService>();
        Given.Must(await service.ConfirmAsync(November, seen, "", command, given.By("office.1"), given.Now));
        Given.Must(await service.ConfirmAsync(November, seen, "", command, given.By("office.1"), given.Now));
        var entry = Assert.Single(
            await given.ReadAsync(async db => await Task.FromResult(db.Set<AuditEntry>().Where(e => e.Action == "ledger.confirm").ToList()))
        );
        Assert.Equal($"确认2026年11月保密审查台账，审查 7 件，数字校验码 {seen[..16]}", entry.Detail);
        Assert.Equal("领导小组办公室", entry.Duty);
        Assert.True((await given.Get<AuditVerifier>().VerifyAsync()).Whole);
    }

    [Fact]
    public async Task Confirmation_IsRefused_ByEveryRuleItRestsOn()
    {
        await using var given = await NovemberAsync();
        var seen = (await given.LedgerAsync(November, "office.1"))!.Sha256;
        Assert.IsType<NotFound>((await ConfirmAsync(given, November, "gongye.editor", seen)).Problem);
        Assert.IsType<NotFound>((await ConfirmAsync(given, November, "admin.audit", seen)).Problem);
        Assert.IsType<OnlyTheOffice>((await ConfirmAsync(given, November, "director", seen)).Problem);
        Assert.IsType<OnlyTheOffice>((await ConfirmAsync(given, November, "gongye.head", seen)).Problem);
        Assert.IsType<MonthNotOver>((await ConfirmAsync(given, November.Next, "office.1", seen)).Problem);
        Assert.IsType<FiguresChanged>((await ConfirmAsync(given, November, "office.1", new string('0', 64))).Problem);
        Assert.IsType<RemarkTooLong>((await ConfirmAsync(given, November, "office.1", seen, new string('字', 501))).Problem);
        Given.Must(await ConfirmAsync(given, November, "office.1", seen));
        Assert.IsType<MonthConfirmed>((await ConfirmAsync(given, November, "office.2", seen)).Problem);
    }

    [Fact]
    public async Task MonthsWithoutAnything_AreOwedToo_AndConfirmedAsNil()
    {
        await using var given = await Given.BureauAsync();
        await given.ItemAsync(RouteCodes.City, "section");
        given.WaitUntil(new DateTime(2027, 2, 3, 9, 0, 0));
        var january = new LedgerMonth(2027, 1);
        var view = (await given.LedgerAsync(january, "office.1"))!;
        Assert.Equal([November, November.Next, january], view.Owed);
        Assert.True(view.Ledger.Nil);
        Given.Must(await ConfirmAsync(given, january, "office.1", view.Sha256));
        Assert.Contains(
            "零报告",
            (await given.ReadAsync(async db => await Task.FromResult(db.Set<AuditEntry>().OrderBy(e => e.Seq).Last())))!.Detail,
            StringComparison.Ordinal
        );
        Assert.Equal([November, November.Next], (await given.LedgerAsync(November, "director"))!.Owed);
    }

    private static Task<Outcome<string>> ConfirmAsync(Given given, LedgerMonth month, string who, string seen, string remark = "") =>
        given.Get<LedgerService>().ConfirmAsync(month, seen, remark, Guid.NewGuid(), given.By(who), given.Now);
}
