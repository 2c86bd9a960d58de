using Disclosure.Core.Bureau;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Disclosure.Tests.Core.Bureau;

/// <summary>Stores of the version before: what was delegated under the rule of then stays in force, and is shown as what it is.</summary>
public sealed class EarlierDelegationsTests
{
    [Fact]
    public async Task ADelegationOfTheVersionBefore_KeepsItsEffect_UnderTheWordsOfTheEarlierRule()
    {
        await using var store = TestStore.WithoutTables();
        store.Options.EnsureFolder();
        await using var db = store.Look();
        await db.GetService<IMigrator>().MigrateAsync("Evidence", TestContext.Current.CancellationToken);
        await store.AskAsync(
            """
            INSERT INTO Units (Id, Code, Name, ShortName, Kind, "Order", Active) VALUES (1, 'zonghe', '综合科', '综合科', 'Section', 1, 1);
            INSERT INTO Staff (Id, SignInName, Name, UnitId, Phone, SecurityStamp, AccessFailedCount, MustChangePassword, Active)
                VALUES (1, 'a', '委托人', 1, '', 'x', 0, 0, 1), (2, 'b', '受托人', 1, '', 'x', 0, 0, 1);
            INSERT INTO DutyAssignments (StaffId, Duty, "From") VALUES (1, 'DisclosureOffice', '2026-01-01');
            INSERT INTO Delegations (PrincipalId, DeputyId, Duty, "From", Until, ScanSha256)
                VALUES (1, 2, 'DisclosureOffice', '2026-11-01', '2026-12-31', 'x');
            """
        );

        await db.Database.MigrateAsync(TestContext.Current.CancellationToken);

        Assert.True((await DutyBook.ReadAsync(db, 2, GivenBureau.Today, TestContext.Current.CancellationToken)).Has(Duty.DisclosureOffice));
        var queries = new StaffQueries(store.Get<IDbContextFactory<Disclosure.Core.Store.DisclosureDb>>());
        var row = (await queries.DelegationsAsync("", false, 0, GivenBureau.Today, TestContext.Current.CancellationToken)).Rows.Single();
        Assert.Equal(("生效中", "按旧规则登记"), (row.State(GivenBureau.Today), row.Confirmation));
    }
}
