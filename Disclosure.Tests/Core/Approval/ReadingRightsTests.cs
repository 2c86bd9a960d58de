using System.Linq.Expressions;
using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Approval;

/// <summary>
/// Who may read an item at which stage, written by hand: the submitting unit, each later step from the moment it is reached, nobody else.
/// </summary>
[Slow]
public sealed class ReadingRightsTests
{
    private const string Section = "gongye.head gongye.editor-head gongye.head-office";
    private const string SectionAndEditors = Section + " gongye.editor gongye.editor2 gongye.editor-platform";
    private const string Office = "office.1 office.2 gongye.head-office";
    private const string Deputy = "deputy delegate";
    private const string Platform = "platform.1 platform.2 gongye.editor-platform";

    private static readonly (string Stage, string Added)[] City =
    [
        ("edit", "gongye.editor gongye.editor2 gongye.editor-head gongye.editor-platform"),
        ("section", Section),
        ("office", Office),
        ("deputy", Deputy),
        ("director", "director"),
        ("platform", Platform),
        ("nowhere", ""),
    ];

    private static readonly (string Stage, string Added)[] County =
    [
        // The county chief stands for the submitting unit and reads from the beginning.
        ("edit", "karuo.editor karuo.editor2 karuo.editor-chief karuo.chief"),
        ("county-chief", ""),
        ("receipt", SectionAndEditors),
        ("section", ""),
        ("office", Office),
        ("deputy", Deputy),
        ("director", "director"),
        ("platform", Platform),
        ("nowhere", ""),
    ];

    [Theory]
    [InlineData(RouteCodes.City)]
    [InlineData(RouteCodes.County)]
    public async Task Item_IsReadByItsUnitAndTheStepsItReached_AndByNobodyElse(string route)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(route, c => c.Major = true);
        var readers = new HashSet<string>();
        foreach (var (stage, added) in route == RouteCodes.City ? City : County)
        {
            await given.WalkAsync(id, stage);
            readers.UnionWith(added.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            Assert.Equal(readers.Order(), (await ReadersAsync(given, id)).Order());
        }
    }

    [Theory]
    [InlineData(RouteCodes.City)]
    [InlineData(RouteCodes.County)]
    public async Task Item_WaitsForItsStep_AndHeldForTheOfficeToo_OnceItWasThere(string route)
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(route, c => c.Major = true);
        (string Stage, string Waits)[] stages =
        [
            ("edit", ""),
            .. route == RouteCodes.County
                ? ((string, string)[])[("county-chief", "karuo.chief karuo.editor-chief"), ("receipt", SectionAndEditors)]
                : [],
            ("section", Section),
            ("office", Office),
            ("deputy", Deputy),
            ("director", "director"),
            ("platform", Platform),
        ];
        var (reachedOffice, step) = (false, ApprovalRoutes.For((await given.CaseAsync(id)).Item.RouteCode));
        foreach (var (stage, waits) in stages)
        {
            await given.WalkAsync(id, stage);
            var here = waits.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            reachedOffice |= stage == "office";
            Assert.Equal(here.Order(), (await WhomAsync(given, id, ReadingRights.WaitingFor)).Order());
            Assert.Empty(await WhomAsync(given, id, ReadingRights.HeldFor));
            if (stage == "edit" || step.Step(stage).Review is null)
            {
                continue;
            }

            // The same item as it would stand there with a hold open.
            await given.TamperAsync($"UPDATE Submissions SET State = '{ItemState.Held}' WHERE Id = {id}");
            var enders = here.Union(reachedOffice ? Office.Split(' ') : []);
            Assert.Empty(await WhomAsync(given, id, ReadingRights.WaitingFor));
            Assert.Equal(enders.Order(), (await WhomAsync(given, id, ReadingRights.HeldFor)).Order());
            await given.TamperAsync($"UPDATE Submissions SET State = '{ItemState.UnderWay}' WHERE Id = {id}");
        }
    }

    [Fact]
    public async Task AnAuthorWithoutADuty_ReadsTheDraft_AndNotWhatIsUnderWay()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City);
        var nobody = given.By("nobody").StaffId;
        foreach (var state in Enum.GetValues<ItemState>())
        {
            await given.TamperAsync($"UPDATE Submissions SET State = '{state}', DraftAuthors = '[{nobody}]' WHERE Id = {id}");

            Assert.Equal(
                state is ItemState.Draft or ItemState.Returned,
                await given.ReadAsync(async db =>
                    await db
                        .Submissions.Where(ReadingRights.Of(db, await DutyBook.ReadAsync(db, nobody, given.Today)))
                        .AnyAsync(s => s.Id == id)
                )
            );
        }
    }

    [Fact]
    public async Task Readers_KeepTheItem_WhenItComesBack()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        var before = await ReadersAsync(given, id);
        Given.Must(await given.DoAsync(id, "deputy", MoveKind.Return));
        Assert.Equal(before, await ReadersAsync(given, id));
    }

    private static async Task<List<string>> WhomAsync(Given given, int id, Func<Grants, Expression<Func<Submission, bool>>> which)
    {
        var whom = new List<string>();
        foreach (var who in People)
        {
            if (
                await given.ReadAsync(async db =>
                    await db
                        .Submissions.Where(which(await DutyBook.ReadAsync(db, given.By(who).StaffId, given.Today)))
                        .AnyAsync(s => s.Id == id)
                )
            )
            {
                whom.Add(who);
            }
        }
        return whom;
    }

    // Of those who stand for one another in a race, two.
    private static IEnumerable<string> People =>
        Given.Everybody.Where(w =>
            !(w.StartsWith("office.", StringComparison.Ordinal) || w.StartsWith("platform.", StringComparison.Ordinal)) || w[^1] <= '2'
        );

    private static async Task<List<string>> ReadersAsync(Given given, int id)
    {
        var readers = new List<string>();
        foreach (var who in People)
        {
            var view = await given.Get<ItemQueries>().FindAsync(id, given.By(who), given.Now);
            var listed = await given.Get<InboxQueries>().PageAsync(Worklist.Readable, "", 0, given.By(who), given.Now);
            Assert.Equal(view is not null, listed.Rows.Any(r => r.Id == id));
            if (view is not null)
            {
                readers.Add(who);
            }
        }
        return readers;
    }
}
