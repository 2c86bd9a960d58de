using Disclosure.Core.Audit;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Tests.Core.Audit;

/// <summary>What somebody with the file in their hands could do to the chain, and what the verifier says to it.</summary>
public sealed class AuditChainTests
{
    private static readonly Actor Somebody = new(7, "卡若区编辑员", "10.0.0.7");

    [Fact]
    public async Task Verify_UntouchedChain_IsWholeAndNamesItsHead()
    {
        await using var store = await ChainAsync(5);

        var report = await VerifyAsync(store);

        Assert.True(report.Whole);
        Assert.Equal(5, report.Entries);
        Assert.Equal(await HashAsync(store, 5), report.HeadHash);
    }

    [Fact]
    public async Task Verify_EmptyChain_IsWhole()
    {
        await using var store = await ChainAsync(0);

        Assert.Equal(new AuditReport(0, AuditTrail.Genesis, []).Entries, (await VerifyAsync(store)).Entries);
        Assert.True((await VerifyAsync(store)).Whole);
    }

    [Theory]
    [InlineData("Detail = '什么也没做'")]
    [InlineData("StaffName = '他人'")]
    [InlineData("StaffId = 8")]
    [InlineData("At = '2020-01-01 00:00:00'")]
    [InlineData("Action = 'item.open'")]
    [InlineData("Duty = '分管领导'")]
    [InlineData("ActingFor = '他人'")]
    [InlineData("Address = '10.0.0.8'")]
    [InlineData("SubmissionId = 9")]
    [InlineData("Fingerprint = 'ab'")]
    public async Task Verify_ChangedRow_IsFound(string change)
    {
        await using var store = await ChainAsync(5);
        await store.AskAsync($"UPDATE Audit SET {change} WHERE Seq = 3");

        Assert.Equal(["第 3 条的内容与其散列不符，曾被改动。"], (await VerifyAsync(store)).Faults);
    }

    [Fact]
    public async Task Verify_ChangedRowWithItsHashMadeAnew_BreaksTheNextLink()
    {
        await using var store = await ChainAsync(5);
        await RewriteAsync(store, 3, 3);

        Assert.Equal(["第 4 条与前一条的散列不相接。"], (await VerifyAsync(store)).Faults);
    }

    [Fact]
    public async Task Verify_MissingRow_IsFound()
    {
        await using var store = await ChainAsync(5);
        await store.AskAsync("DELETE FROM Audit WHERE Seq = 3");

        var faults = (await VerifyAsync(store)).Faults;

        Assert.Equal(["第 3 条缺失，下一条是第 4 条。", "第 4 条与前一条的散列不相接。"], faults);
    }

    [Fact]
    public async Task Verify_CutTail_IsFoundOnlyByTheAnchor()
    {
        await using var store = await ChainAsync(5);
        await store.AskAsync("DELETE FROM Audit WHERE Seq > 3");
        Assert.True((await VerifyAsync(store)).Whole);

        await using var anchored = await ChainAsync(5);
        await anchored.Get<AuditAnchor>().AnchorAsync(TestStore.Start);
        await anchored.AskAsync("DELETE FROM Audit WHERE Seq > 3");

        Assert.Equal(["外部锚点记到第 5 条，库中只有 3 条：尾部被截去。"], (await VerifyAsync(anchored)).Faults);
    }

    [Fact]
    public async Task Verify_TheLastEntryCut_IsFoundByTheAnchor()
    {
        await using var store = await ChainAsync(5);
        await store.Get<AuditAnchor>().AnchorAsync(TestStore.Start);
        await store.AskAsync("DELETE FROM Audit WHERE Seq = 5");

        Assert.Equal(["外部锚点记到第 5 条，库中只有 4 条：尾部被截去。"], (await VerifyAsync(store)).Faults);
    }

    [Fact]
    public async Task Verify_WhatOnlyTheLastAnchorCovers_IsFound()
    {
        await using var store = await ChainAsync(3);
        await store.Get<AuditAnchor>().AnchorAsync(TestStore.Start);
        await AppendAsync(store, 2);
        await store.Get<AuditAnchor>().AnchorAsync(TestStore.Start.AddHours(1));
        await RewriteAsync(store, 5, 5);

        Assert.Equal(["第 5 条与外部锚点不符，链条曾被重写。"], (await VerifyAsync(store)).Faults);
    }

    // Computed outside the program: the writer and the verifier cannot change together unseen.
    [Fact]
    public void Hash_OfAnEntry_IsTheOneThatEveryLaterVersionMustFind() =>
        Assert.Equal(
            "92ddef13a65e74ccabd07f2233d63be671a59295915c873c00c001c50d5b9253",
            AuditTrail.HashOf(
                new AuditEntry
                {
                    Seq = 7,
                    PreviousHash = string.Concat(Enumerable.Repeat("ab", 32)),
                    Hash = "",
                    Algorithm = AuditTrail.Algorithm,
                    At = new DateTime(2026, 11, 23, 2, 0, 0, DateTimeKind.Utc),
                    StaffId = 12,
                    StaffName = "保密审查员",
                    Duty = "领导小组办公室",
                    ActingFor = "",
                    Action = "item.approve",
                    Detail = "同意，科室负责人复审 → 领导小组办公室保密复核",
                    SubmissionId = 5,
                    Fingerprint = new string('f', 64),
                    Address = "10.0.0.7",
                }
            )
        );

    [Fact]
    public async Task Verify_EverythingCut_IsFoundByTheAnchor()
    {
        await using var store = await ChainAsync(5);
        await store.Get<AuditAnchor>().AnchorAsync(TestStore.Start);
        await store.AskAsync("DELETE FROM Audit");

        Assert.Equal(["外部锚点记到第 5 条，库中只有 0 条：尾部被截去。"], (await VerifyAsync(store)).Faults);
    }

    [Fact]
    public async Task Verify_ChainRewrittenFromOneEntryOn_IsFoundOnlyByTheAnchor()
    {
        await using var store = await ChainAsync(5);
        await store.Get<AuditAnchor>().AnchorAsync(TestStore.Start);
        await RewriteAsync(store, 2, 5);

        Assert.Equal(["第 5 条与外部锚点不符，链条曾被重写。"], (await VerifyAsync(store)).Faults);
    }

    [Fact]
    public async Task Verify_RewrittenAndGrownPastTheAnchor_IsStillFound()
    {
        await using var store = await ChainAsync(5);
        await store.Get<AuditAnchor>().AnchorAsync(TestStore.Start);
        await RewriteAsync(store, 1, 5);
        await AppendAsync(store, 3);

        Assert.Equal(["第 5 条与外部锚点不符，链条曾被重写。"], (await VerifyAsync(store)).Faults);
    }

    [Fact]
    public async Task Verify_ManyFaults_NamesTwentyAndStops()
    {
        await using var store = await ChainAsync(60);
        await store.AskAsync("UPDATE Audit SET Detail = '改'");

        Assert.Equal(20, (await VerifyAsync(store)).Faults.Count);
    }

    [Fact]
    public async Task Verify_ManyFaultsOfAFact_NamesTwentyAndStops()
    {
        await using var store = await ChainAsync(1, new ManyFaults());

        Assert.Equal(20, (await VerifyAsync(store)).Faults.Count);
    }

    [Fact]
    public async Task Verify_TailCutBehindAnEarlierAnchor_IsFound_AndWhatNoAnchorCoversIsCounted()
    {
        await using var store = await ChainAsync(2);
        await store.Get<AuditAnchor>().AnchorAsync(TestStore.Start);
        Assert.Equal(0, (await VerifyAsync(store)).Unanchored);
        await AppendAsync(store, 3);
        Assert.Equal(3, (await VerifyAsync(store)).Unanchored);
        await store.Get<AuditAnchor>().AnchorAsync(TestStore.Start.AddHours(1));
        await store.AskAsync("DELETE FROM Audit WHERE Seq > 3");

        Assert.Equal(["外部锚点记到第 5 条，库中只有 3 条：尾部被截去。"], (await VerifyAsync(store)).Faults);
    }

    [Fact]
    public async Task Verify_AShortChain_TellsNoProgress()
    {
        await using var store = await ChainAsync(3);
        var told = new Told();

        await store.Get<AuditVerifier>().VerifyAsync(told);

        Assert.Equal(0, told.Times);
    }

    [Fact]
    public async Task Anchors_StandLineByLine_AlsoInAnEmptyFile_AndForTheProgramAlone()
    {
        await using var store = await ChainAsync(1);
        await File.WriteAllTextAsync(AnchorFile(store), "");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(AnchorFile(store), (UnixFileMode)0b110_110_110);
        }
        await store.Get<AuditAnchor>().AnchorAsync(TestStore.Start);
        await AppendAsync(store, 1);
        await store.Get<AuditAnchor>().AnchorAsync(TestStore.Start.AddHours(1));

        Assert.Equal(
            $"2026-11-23T02:00:00Z 1 {await HashAsync(store, 1)}\n2026-11-23T03:00:00Z 2 {await HashAsync(store, 2)}\n",
            await File.ReadAllTextAsync(AnchorFile(store))
        );
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(AnchorFile(store)));
        }
    }

    [Fact]
    public async Task Anchor_TheSameHeadTwice_IsOneLine_AndACutLastLineIsPassedOver()
    {
        await using var store = await ChainAsync(2);
        var anchor = store.Get<AuditAnchor>();
        await anchor.AnchorAsync(TestStore.Start);
        await anchor.AnchorAsync(TestStore.Start.AddHours(1));
        await AppendAsync(store, 1);
        await anchor.AnchorAsync(TestStore.Start.AddHours(2));
        await File.AppendAllTextAsync(AnchorFile(store), "2026-11-23T0");

        Assert.Equal([2, 3], (await anchor.ReadAsync()).Select(a => (int)a.Seq));
        Assert.Empty(await anchor.UnreadableLinesAsync());
        Assert.True((await VerifyAsync(store)).Whole);
    }

    [Fact]
    public async Task TheFirstAnchor_MakesItsFolder_AndIsALineOfItsOwn()
    {
        await using var store = await ChainAsync(1);
        var file = Path.Combine(store.Folder, "elsewhere", "anchor.txt");

        await new AuditAnchor(store.Get<IDbContextFactory<DisclosureDb>>(), file).AnchorAsync(TestStore.Start);

        Assert.Equal($"2026-11-23T02:00:00Z 1 {await HashAsync(store, 1)}\n", await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task Verify_AChainThatCannotBeRead_IsNotCalledCut()
    {
        await using var store = await ChainAsync(5);
        Assert.Equal(5, (await VerifyAsync(store)).Unanchored);
        await store.Get<AuditAnchor>().AnchorAsync(TestStore.Start);
        await store.AskAsync("UPDATE Audit SET At = 'gestern' WHERE Seq = 2");

        Assert.Equal(["审计链无法读出，曾被改动。"], (await VerifyAsync(store)).Faults);
    }

    [Fact]
    public async Task Verify_GivenUp_IsNoFault()
    {
        await using var store = await ChainAsync(5);
        using var given = new CancellationTokenSource();
        await given.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.Get<AuditVerifier>().VerifyAsync(given.Token));
    }

    [Fact]
    public async Task Anchor_AfterACutWrite_BeginsALineOfItsOwn()
    {
        await using var store = await ChainAsync(2);
        var anchor = store.Get<AuditAnchor>();
        await File.AppendAllTextAsync(AnchorFile(store), "2026-11-23T0");

        await anchor.AnchorAsync(TestStore.Start);
        await AppendAsync(store, 1);
        await anchor.AnchorAsync(TestStore.Start.AddHours(1));

        Assert.Equal([2, 3], (await anchor.ReadAsync()).Select(a => (int)a.Seq));
    }

    [Fact]
    public async Task Verify_AnchorFileTamperedWith_IsFound()
    {
        await using var store = await ChainAsync(2);
        await store.Get<AuditAnchor>().AnchorAsync(TestStore.Start);
        await File.WriteAllTextAsync(
            AnchorFile(store),
            "2026-11-23T02:00:00Z 2 abcd\n2026-11-23T02:00:00Z 1 " + await HashAsync(store, 1) + "\n"
        );

        Assert.Equal(["外部锚点文件第 1 行无法识别，文件曾被改动。"], (await VerifyAsync(store)).Faults);
    }

    [Fact]
    public async Task Append_InsideARefusedWrite_LeavesNothing()
    {
        await using var store = await ChainAsync(2);

        await store.Gate.WriteAsync<Done>(async db =>
        {
            await AuditTrail.AppendAsync(db, Fact(1));
            return new NotFound();
        });

        Assert.Equal(2, (await VerifyAsync(store)).Entries);
    }

    [Fact]
    public async Task Append_TwiceInOneWrite_StaysAChain()
    {
        await using var store = await ChainAsync(2);
        await store.GivenAsync(async db =>
        {
            await AuditTrail.AppendAsync(db, Fact(1));
            await db.SaveChangesAsync();
            await AuditTrail.AppendAsync(db, Fact(2));
        });

        Assert.True(await VerifyAsync(store) is { Whole: true, Entries: 4 });
    }

    [Fact]
    public async Task Page_NewestFirst_NarrowedByTextDaysAndItem()
    {
        await using var store = await ChainAsync(60);
        var queries = store.Get<AuditQueries>();

        var (lines, total) = await queries.PageAsync(new("", null, null, null), 1);
        Assert.Equal((10, 60), (lines.Count, total));
        Assert.Equal(10, lines[0].Seq);

        Assert.Equal([12L], (await queries.PageAsync(new("第 12 步", null, null, null), 0)).Lines.Select(l => l.Seq));
        Assert.Equal(
            [6L, 5L],
            (await queries.PageAsync(new("", TestStore.Start.AddMinutes(5), TestStore.Start.AddMinutes(7), null), 0)).Lines.Select(l =>
                l.Seq
            )
        );
        Assert.Equal([60L, 40L, 20L], (await queries.PageAsync(new("", null, null, 20), 0)).Lines.Select(l => l.Seq));
    }

    [Theory]
    [InlineData("退回说明")]
    [InlineData("分管领导甲")]
    [InlineData("主要领导乙")]
    [InlineData("保密审查")]
    [InlineData("item.return")]
    [InlineData("10.0.0.99")]
    public async Task Page_FindsAText_WhereverItStandsInAnEntry(string text)
    {
        await using var store = await ChainAsync(3);
        await store.GivenAsync(db =>
            AuditTrail.AppendAsync(
                db,
                new AuditFact(new Actor(8, "分管领导甲", "10.0.0.99"), "item.return", "退回说明", TestStore.Start)
                {
                    Duty = "保密审查",
                    ActingFor = "主要领导乙",
                }
            )
        );
        await AppendAsync(store, 3);

        Assert.Equal([4L], (await store.Get<AuditQueries>().PageAsync(new($" {text} ", null, null, null), 0)).Lines.Select(l => l.Seq));
    }

    [Fact]
    public async Task All_IsEveryPage_InTheSameOrder()
    {
        await using var store = await ChainAsync(53);
        var (all, none) = (new List<AuditLine>(), new AuditFilter("", null, null, null));
        await foreach (var line in store.Get<AuditQueries>().AllAsync(none))
        {
            all.Add(line);
        }

        Assert.Equal(
            [.. (await store.Get<AuditQueries>().PageAsync(none, 0)).Lines, .. (await store.Get<AuditQueries>().PageAsync(none, 1)).Lines],
            all
        );
        Assert.Equal(new AnchoredHead(all[0].At, 53, all[0].Hash), await store.Get<AuditQueries>().HeadAsync());
    }

    private static async Task<TestStore> ChainAsync(int entries, params IVerifiesFacts[] facts)
    {
        var store = await TestStore.CreateAsync(services: services =>
            services
                .AddSingleton(s => new AuditAnchor(
                    s.GetRequiredService<IDbContextFactory<DisclosureDb>>(),
                    Path.Combine(s.GetRequiredService<StoreOptions>().DataFolder, "anchor.txt")
                ))
                .AddSingleton(s => new AuditVerifier(
                    s.GetRequiredService<IDbContextFactory<DisclosureDb>>(),
                    s.GetRequiredService<AuditAnchor>(),
                    facts
                ))
                .AddSingleton<AuditQueries>()
        );
        await AppendAsync(store, entries);
        return store;
    }

    private static async Task AppendAsync(TestStore store, int entries)
    {
        for (var i = 0; i < entries; i++)
        {
            var number =
                Convert.ToInt32(
                    await store.AskAsync("SELECT count(*) FROM Audit"),
                    global::System.Globalization.CultureInfo.InvariantCulture
                ) + 1;
            await store.GivenAsync(db => AuditTrail.AppendAsync(db, Fact(number)));
        }
    }

    private static AuditFact Fact(int number) =>
        new(Somebody, "item.approve", $"第 {number} 步", TestStore.Start.AddMinutes(number)) { SubmissionId = number % 20 == 0 ? 20 : 1 };

    /// <summary>
    /// Changes every entry from one to another and makes their hashes and links anew, as somebody who knows the program would.
    /// </summary>
    private static Task RewriteAsync(TestStore store, long from, long to) =>
        store.GivenAsync(async db =>
        {
            var entries = await db.Audit.AsNoTracking().OrderBy(e => e.Seq).ToListAsync();
            await db.Audit.Where(e => e.Seq >= from && e.Seq <= to).ExecuteDeleteAsync();
            var previous = entries.LastOrDefault(e => e.Seq < from)?.Hash ?? AuditTrail.Genesis;
            foreach (var old in entries.Where(e => e.Seq >= from && e.Seq <= to))
            {
                var forged = Copy(old, previous, "");
                forged = Copy(old, previous, AuditTrail.HashOf(forged));
                db.Audit.Add(forged);
                previous = forged.Hash;
            }
        });

    private static AuditEntry Copy(AuditEntry old, string previous, string hash) =>
        new()
        {
            Seq = old.Seq,
            PreviousHash = previous,
            Hash = hash,
            Algorithm = old.Algorithm,
            At = old.At,
            StaffId = old.StaffId,
            StaffName = "他人",
            Duty = old.Duty,
            ActingFor = old.ActingFor,
            Action = old.Action,
            Detail = old.Detail,
            SubmissionId = old.SubmissionId,
            Fingerprint = old.Fingerprint,
            Address = old.Address,
        };

    private static Task<AuditReport> VerifyAsync(TestStore store) => store.Get<AuditVerifier>().VerifyAsync();

    private static string AnchorFile(TestStore store) => Path.Combine(store.Folder, "anchor.txt");

    private static async Task<string> HashAsync(TestStore store, long seq) =>
        (string)(await store.AskAsync($"SELECT Hash FROM Audit WHERE Seq = {seq}"))!;

    private sealed class ManyFaults : IVerifiesFacts
    {
        public string What => "试验";

        public Task<CheckedFacts> VerifyAsync(DisclosureDb db, Action<string> fault, CancellationToken ct)
        {
            for (var i = 0; i < 30; i++)
            {
                fault($"第 {i} 处。");
            }
            return Task.FromResult(new CheckedFacts(What, 30));
        }
    }

    private sealed class Told : IProgress<long>
    {
        public int Times { get; private set; }

        public void Report(long value) => Times++;
    }
}
