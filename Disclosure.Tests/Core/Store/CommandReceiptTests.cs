using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Obligations;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Store;

/// <summary>A click that comes twice is answered from the first; whoever else brings its id gets no foreign answer.</summary>
public sealed class CommandReceiptTests
{
    [Fact]
    public async Task AnIdOfAnotherOperation_IsNoAnswer_AndNothingIsDone()
    {
        await using var given = await Given.BureauAsync();
        var (click, editor) = (Guid.NewGuid(), given.By("gongye.editor"));
        var unit = await UnitOfAsync(given, "gongye.editor");
        var id = Given.Must(await given.Get<DraftService>().BeginAsync(unit, click, editor, given.Now));
        Assert.Equal(id, Given.Must(await given.Get<DraftService>().BeginAsync(unit, click, editor, given.Now)));

        // Both answer a number: the plan would have been called the item's.
        var plan = new ReleaseDraft("十一月工业生产", ItemKind.Information, unit, given.Today.AddDays(9));
        await Assert.ThrowsAsync<InvalidOperationException>(() => given.Get<ReleaseService>().PlanAsync(plan, click, editor, given.Now));
        Assert.Equal(0, await given.ReadAsync(db => Task.FromResult(db.Set<PlannedRelease>().Count())));
    }

    [Fact]
    public async Task AnIdOfAnotherPerson_IsNoAnswer()
    {
        await using var given = await Given.BureauAsync();
        var click = Guid.NewGuid();
        Given.Must(
            await given
                .Get<DraftService>()
                .BeginAsync(await UnitOfAsync(given, "gongye.editor"), click, given.By("gongye.editor"), given.Now)
        );
        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
            await given.Get<DraftService>().BeginAsync(await UnitOfAsync(given, "karuo.editor"), click, given.By("karuo.editor"), given.Now)
        );
        Assert.Equal(1, await given.ReadAsync(db => Task.FromResult(db.Submissions.Count())));
    }

    [Fact]
    public async Task OperationsOfAdministrators_AreToldApart_AlthoughOneWayInServesThemAll()
    {
        await using var given = await Given.BureauAsync();
        var (click, by) = (Guid.NewGuid(), given.By("admin.system"));
        Given.Must(
            await given
                .Get<BureauService>()
                .AddUnitAsync(new UnitEntry("xinke", "新科室", "新科室", UnitKind.Section, 90), click, by, given.Now)
        );
        Assert.Equal(
            ("BureauService.AddUnitAsync", by.StaffId),
            await given.ReadAsync(db =>
                Task.FromResult(
                    db.Set<CommandReceipt>().AsEnumerable().Where(r => r.Id == click).Select(r => (r.Operation, r.StaffId)).Single()
                )
            )
        );
        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
            await given
                .Get<BureauService>()
                .AddSubjectAsync(new SubjectEntry("新专业", await UnitOfAsync(given, "gongye.editor"), 90), click, by, given.Now)
        );
    }

    [Fact]
    public async Task AReceiptOfBeforeThisWasKept_AnswersAsItDid()
    {
        await using var store = await TestStore.CreateAsync();
        var id = Guid.NewGuid();
        await store.GivenAsync(db =>
        {
            db.Add(
                new CommandReceipt
                {
                    Id = id,
                    Operation = "",
                    StaffId = 0,
                    At = TestStore.Start,
                    Result = "7",
                }
            );
            return Task.CompletedTask;
        });
        Assert.Equal(7, (await store.Gate.WriteAsync<int>(_ => Task.FromResult<Outcome<int>>(8), new CommandKey(id, "test", 1))).Value);
    }

    [Fact]
    public async Task OldReceipts_AreSwept_HoweverMany_AndYoungOnesStay()
    {
        await using var store = await TestStore.CreateAsync();
        var at = TestStore.Start;
        await store.GivenAsync(db =>
        {
            db.AddRange(Enumerable.Range(0, 4500).Select(_ => Receipt(at - CommandReceipt.Kept - TimeSpan.FromSeconds(1))));
            db.AddRange(Receipt(at - CommandReceipt.Kept), Receipt(at));
            return Task.CompletedTask;
        });
        Assert.Equal(4500, (await store.Get<CommandReceipts>().SweepAsync(at)).Value);
        Assert.Equal(2L, await store.AskAsync("SELECT count(*) FROM CommandReceipts"));
        Assert.Equal(0, (await store.Get<CommandReceipts>().SweepAsync(at)).Value);
    }

    private static Task<int> UnitOfAsync(Given given, string signIn) =>
        given.ReadAsync(db => db.Staff.Where(s => s.SignInName == signIn).Select(s => s.UnitId).FirstAsync());

    private static CommandReceipt Receipt(DateTime at) =>
        new()
        {
            Id = Guid.NewGuid(),
            Operation = "test",
            StaffId = 1,
            At = at,
            Result = "1",
        };
}
