using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Demonstration;
using Disclosure.Core.PublicOpinion;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Tests.Core.Demonstration;

[Slow]
public sealed class DemonstrationTests(FilledStore store) : IClassFixture<FilledStore>
{
    private readonly ServiceProvider services = store.Services;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Filling_AnEmptyStore_LeavesItemsAtEveryStepAndAWholeChain()
    {
        var now = FilledStore.Moment;
        Assert.True(store.Filled.Ok, store.Filled.Problem?.Text);

        await using var db = await services.GetRequiredService<IDbContextFactory<DisclosureDb>>().CreateDbContextAsync(Ct);
        var steps = await db.Submissions.Where(s => s.State == ItemState.UnderWay).Select(s => s.Step).Distinct().ToListAsync(Ct);
        Assert.Equal(["county-chief", "deputy", "director", "office", "platform", "receipt", "section"], steps.Order());
        // Three of the plan, a policy document with its interpretation, and the reply to public opinion.
        Assert.Equal(6, await db.Submissions.CountAsync(s => s.State == ItemState.Published, Ct));
        // One case of public opinion was answered in time, of the other two hours and more are used.
        Assert.Equal([true, false], await db.OpinionCases.OrderBy(c => c.Id).Select(c => c.ClosedAt != null).ToListAsync(Ct));
        Assert.Equal(
            now.AddMinutes(140),
            await db.Submissions.Where(s => s.UrgentUntil != null && s.EndedAt == null).Select(s => s.UrgentUntil).SingleAsync(Ct)
        );
        Assert.True((await services.GetRequiredService<AuditVerifier>().VerifyAsync(Ct)).Whole);
        Assert.NotEmpty(await services.GetRequiredService<DemonstrationAccounts>().AllAsync(Ct));
    }

    [Fact]
    public async Task Filling_AStoreThatHoldsSomething_IsRefused()
    {
        var demonstration = services.GetRequiredService<DemonstrationService>();
        Assert.IsType<StoreIsNotEmpty>((await demonstration.FillAsync(FilledStore.Moment, Ct)).Problem);
        Assert.IsType<WrongKindOfStore>((await demonstration.CheckKindAsync(demonstration: false, Ct)).Problem);
    }

    [Fact]
    public async Task TheBureau_HasElevenCountiesAndNobodyWithTwoAdministrativeDuties()
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<DisclosureDb>>().CreateDbContextAsync(Ct);

        Assert.Equal(11, await db.Units.CountAsync(u => u.Kind == UnitKind.County, Ct));
        Assert.All(
            (await db.DutyAssignments.ToListAsync(Ct)).GroupBy(d => d.StaffId),
            held => Assert.True(held.Count() == 1 || !held.Any(d => d.Duty.IsAdministrator()))
        );
    }
}
