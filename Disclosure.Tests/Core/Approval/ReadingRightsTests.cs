using Disclosure.Core.Approval;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;

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

    [Fact]
    public async Task Readers_KeepTheItem_WhenItComesBack()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "deputy");
        var before = await ReadersAsync(given, id);
        Given.Must(await given.DoAsync(id, "deputy", MoveKind.Return));
        Assert.Equal(before, await ReadersAsync(given, id));
    }

    private static async Task<List<string>> ReadersAsync(Given given, int id)
    {
        var readers = new List<string>();
        foreach (
            var who in Given.Everybody.Where(w =>
                !(w.StartsWith("office.", StringComparison.Ordinal) || w.StartsWith("platform.", StringComparison.Ordinal)) || w[^1] <= '2'
            )
        )
        {
            var view = await given.Get<ItemQueries>().FindAsync(id, given.By(who), given.Now);
            var listed = await given.Get<InboxQueries>().PageAsync(Pile.Readable, "", 0, given.By(who), given.Now);
            Assert.Equal(view is not null, listed.Rows.Any(r => r.Id == id));
            if (view is not null)
            {
                readers.Add(who);
            }
        }
        return readers;
    }
}
