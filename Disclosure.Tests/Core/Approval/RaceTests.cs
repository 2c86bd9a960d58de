using Disclosure.Core.Approval;
using Disclosure.Core.Audit;
using Disclosure.Core.Publication;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Approval;

public sealed class RaceTests
{
    [Theory]
    [InlineData(MoveKind.Approve)]
    [InlineData(MoveKind.Return)]
    [InlineData(MoveKind.Stop)]
    public async Task EightPeopleOnOneStep_OneEffect_AndTheOthersHearWhoWasFirst(MoveKind kind)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        var before = await CountAsync(given, id);
        var item = await given.SubmissionAsync(id);
        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(1, Given.Racers)
                .Select(i =>
                    Task.Run(() =>
                        given
                            .Get<ApprovalService>()
                            .DecideAsync(id, given.Whole(kind, "office", item.Version), Given.Password, given.By($"office.{i}"), given.Now)
                    )
                )
        );
        Assert.Single(outcomes, o => o.Ok);
        var winner = (await given.SignaturesAsync(id))[^1];
        Assert.All(
            outcomes.Where(o => !o.Ok),
            o =>
            {
                var moved = Assert.IsType<StepHasMovedOn>(o.Problem);
                Assert.Equal((winner.StaffName, kind.Name()), (moved.Who, moved.Did));
            }
        );
        Assert.Equal((before.Signatures + 1, before.Audit + 1), await CountAsync(given, id));
        Assert.Equal(item.Version + 1, (await given.SubmissionAsync(id)).Version);
    }

    [Fact]
    public async Task EightHeadsOfThePlatform_PublishOnce()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "platform");
        await given.TickAllAsync(id);
        var (item, entries) = (await given.SubmissionAsync(id), await given.EntriesAsync(id));
        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(1, Given.Racers)
                .Select(i =>
                    Task.Run(() =>
                        given
                            .Get<PublicationService>()
                            .PublishAsync(
                                id,
                                given.Whole(MoveKind.Publish, "platform", item.Version),
                                entries,
                                given.By($"platform.{i}"),
                                given.Now
                            )
                    )
                )
        );
        Assert.Single(outcomes, o => o.Ok);
        var first = (await given.SignaturesAsync(id))[^1].StaffName;
        Assert.All(
            outcomes.Where(o => !o.Ok),
            o => Assert.Equal((first, "发布", "已发布"), o.Problem is StepHasMovedOn m ? (m.Who, m.Did, m.NowAt) : default)
        );
        Assert.Equal(entries.Count, await given.ReadAsync(db => db.Publications.CountAsync()));
    }

    [Fact]
    public async Task EightSendersOfEightItems_GetEightNumbersWithoutAGap()
    {
        await using var given = await Given.BureauAsync();
        var ids = new List<int>();
        for (var i = 0; i < 8; i++)
        {
            ids.Add(await given.DraftAsync(RouteCodes.City));
        }
        var outcomes = await Task.WhenAll(
            ids.Select(id =>
                Task.Run(async () =>
                    await given
                        .Get<ApprovalService>()
                        .DecideAsync(id, given.Whole(MoveKind.Send, "edit", 0), null, given.By("gongye.editor"), given.Now)
                )
            )
        );
        Assert.All(outcomes, o => Assert.True(o.Ok));
        var numbers = await given.ReadAsync(db => db.Submissions.Select(s => s.Number).ToListAsync());
        Assert.Equal(Enumerable.Range(1, 8).Select(n => $"昌统发审〔2026〕{n}号").Order(), numbers.Order());
    }

    [Fact]
    public async Task SameCommandTwice_IsOneEffect_WithTheSameAnswer()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        var before = await CountAsync(given, id);
        var command = given.Whole(MoveKind.Approve, "office", (await given.SubmissionAsync(id)).Version);
        var approval = given.Get<ApprovalService>();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 3).Select(_ => Task.Run(() => approval.DecideAsync(id, command, null, given.By("office.1"), given.Now)))
        );
        Assert.Equal(answers[0].Value, answers[1].Value);
        Assert.Equal(answers[0].Value, answers[2].Value);
        Assert.Equal((before.Signatures + 1, before.Audit + 1), await CountAsync(given, id));
    }

    [Theory]
    [InlineData("Audit")]
    [InlineData("Signatures")]
    [InlineData("CommandReceipts")]
    public async Task WriteThatFails_LeavesNeitherMoveNorEntry(string table)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        var (before, version) = (await CountAsync(given, id), (await given.SubmissionAsync(id)).Version);
        await given.TamperAsync($"CREATE TRIGGER broken BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'no'); END;");
        await Assert.ThrowsAsync<DbUpdateException>(() => given.DoAsync(id, "office.1", MoveKind.Approve));
        Assert.Equal(before, await CountAsync(given, id));
        Assert.Equal(("office", version), ((await given.SubmissionAsync(id)).Step, (await given.SubmissionAsync(id)).Version));
        await given.TamperAsync("DROP TRIGGER broken;");
        Given.Must(await given.DoAsync(id, "office.1", MoveKind.Approve));
    }

    [Fact]
    public async Task EveryMove_LeavesAWholeChain_OneEntryASignature()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.County, "nowhere");
        var report = await given.Get<AuditVerifier>().VerifyAsync();
        Assert.True(report.Whole, string.Join('\n', report.Faults));
        var moves = await given.ReadAsync(db =>
            db.Audit.Where(e =>
                    e.SubmissionId == id && e.Action.StartsWith("item.") && e.Action != "item.begin" && e.Action != "item.byline"
                )
                .OrderBy(e => e.Seq)
                .ToListAsync()
        );
        var signatures = await given.SignaturesAsync(id);
        Assert.Equal(signatures.Select(s => $"item.{s.Kind.ToString().ToLowerInvariant()}"), moves.Select(m => m.Action));
        Assert.Equal(signatures.Select(s => s.StaffId), moves.Select(m => m.StaffId));
        await given.TamperAsync("UPDATE Audit SET Detail = '没有这回事' WHERE Seq = 3;");
        Assert.False((await given.Get<AuditVerifier>().VerifyAsync()).Whole);
    }

    private static Task<(int Signatures, int Audit)> CountAsync(Given given, int id) =>
        given.ReadAsync(async db => (await db.Signatures.CountAsync(s => s.SubmissionId == id), await db.Audit.CountAsync()));
}
