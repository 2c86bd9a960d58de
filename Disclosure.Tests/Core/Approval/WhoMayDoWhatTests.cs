using Disclosure.Core.Approval;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using static Disclosure.Core.Approval.MoveKind;

namespace Disclosure.Tests.Core.Approval;

/// <summary>
/// Every stage × every move × everybody in the bureau, on both routes, through the services. The table below is written by hand from
/// procedure §1, §2 and §4 and says who may; whoever it does not name must be refused. The city item was drafted by gongye.editor with a
/// hand of gongye.editor-head (a head who thereby contributed), and its section review was signed by gongye.head-office (who also holds the
/// office's duty). The county item has the hand of karuo.editor-chief in it.
/// </summary>
[Slow]
public sealed class WhoMayDoWhatTests
{
    private const string CityEditors = "gongye.editor gongye.editor2 gongye.editor-head gongye.editor-platform";
    private const string CityUnit = CityEditors + " gongye.head gongye.head-office";
    private const string CountyEditors = "karuo.editor karuo.editor2 karuo.editor-chief";
    private const string CountyUnit = CountyEditors + " karuo.chief";
    private const string Office = "office.1 office.2";
    private const string Platform = "platform.1 platform.2 gongye.editor-platform";

    private static readonly Dictionary<string, (MoveKind Move, string Who)[]> City = new()
    {
        ["draft"] = [(Send, CityEditors), (Stop, CityEditors), (Withdraw, CityEditors)],
        ["returned"] = [(Send, CityEditors), (Stop, CityEditors), (Withdraw, CityUnit)],
        ["section"] =
        [
            (Approve, "gongye.head gongye.head-office"),
            (Return, "gongye.head gongye.head-office"),
            (Stop, "gongye.head gongye.head-office gongye.editor-head"),
            (Retract, "gongye.editor"),
            (Withdraw, CityUnit),
        ],
        ["office"] =
        [
            (Approve, Office),
            (Return, Office + " gongye.head-office"),
            (Stop, Office + " gongye.head-office"),
            (Retract, "gongye.head-office"),
            (Withdraw, CityUnit),
        ],
        ["deputy"] =
        [
            (Approve, "deputy delegate"),
            (Return, "deputy delegate"),
            (Decline, "deputy delegate"),
            (Stop, "deputy delegate"),
            (Retract, "office.1"),
            (Withdraw, CityUnit),
        ],
        ["director"] = [(Approve, "director"), (Return, "director"), (Decline, "director"), (Retract, "deputy"), (Withdraw, CityUnit)],
        ["platform"] = [(Publish, Platform), (Return, Platform), (Retract, "deputy")],
        ["published"] = [],
        ["declined"] = [],
        ["withdrawn"] = [],
        ["stopped"] = [],
    };

    private static readonly Dictionary<string, (MoveKind Move, string Who)[]> County = new()
    {
        ["draft"] = [(Send, CountyEditors), (Stop, CountyEditors), (Withdraw, CountyUnit)],
        ["returned"] = [(Send, CountyEditors), (Stop, CountyEditors), (Withdraw, CountyUnit)],
        ["county-chief"] =
        [
            (Approve, "karuo.chief"),
            (Return, "karuo.chief"),
            (Decline, "karuo.chief"),
            (Retract, "karuo.editor"),
            (Withdraw, CountyUnit),
        ],
        ["receipt"] = [(Receive, CityUnit), (Return, CityUnit), (Retract, "karuo.chief"), (Withdraw, CountyUnit)],
        ["section"] =
        [
            (Approve, "gongye.head gongye.head-office gongye.editor-head"),
            (Return, "gongye.head gongye.head-office gongye.editor-head"),
            (Stop, "gongye.head gongye.head-office gongye.editor-head"),
            (Retract, "gongye.editor"),
            (Withdraw, CountyUnit),
        ],
        ["office"] =
        [
            (Approve, Office),
            (Return, Office + " gongye.head-office"),
            (Stop, Office + " gongye.head-office"),
            (Retract, "gongye.head-office"),
            (Withdraw, CountyUnit),
        ],
        ["deputy"] =
        [
            (Approve, "deputy delegate"),
            (Return, "deputy delegate"),
            (Decline, "deputy delegate"),
            (Stop, "deputy delegate"),
            (Retract, "office.1"),
            (Withdraw, CountyUnit),
        ],
        ["director"] = [(Approve, "director"), (Return, "director"), (Decline, "director"), (Retract, "deputy"), (Withdraw, CountyUnit)],
        ["platform"] = [(Publish, Platform), (Return, Platform), (Retract, "deputy")],
        ["published"] = [],
        ["declined"] = [],
        ["withdrawn"] = [],
        ["stopped"] = [],
    };

    public static TheoryData<string, string> Stages
    {
        get
        {
            var stages = new TheoryData<string, string>();
            City.Keys.ToList().ForEach(s => stages.Add(RouteCodes.City, s));
            County.Keys.ToList().ForEach(s => stages.Add(RouteCodes.County, s));
            return stages;
        }
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task Stage_AllowsExactlyTheMovesOfTheTable(string route, string stage)
    {
        var table = (route == RouteCodes.City ? City : County)[stage];
        await using var bureau = await Given.BureauAsync();
        var id = await AtAsync(bureau, route, stage);
        var version = (await bureau.SubmissionAsync(id)).Version;
        var given = await bureau.CopyAsync();
        try
        {
            foreach (var kind in Enum.GetValues<MoveKind>())
            {
                var allowed = new List<string>();
                foreach (var who in Everybody)
                {
                    if ((await given.DoAsync(id, who, kind, c => c with { ReturnTo = FirstTarget(stage) })).Ok)
                    {
                        allowed.Add(who);
                        await given.DisposeAsync();
                        given = await bureau.CopyAsync();
                    }
                }
                Assert.Equal(version, (await given.SubmissionAsync(id)).Version);
                var expected = table.Where(t => t.Move == kind).SelectMany(t => t.Who.Split(' '));
                Assert.True(expected.Order().SequenceEqual(allowed.Order()), $"{route} {stage} {kind}: {string.Join(' ', allowed)}");
            }
        }
        finally
        {
            await given.DisposeAsync();
        }
    }

    [Fact]
    public void Table_NamesEveryStepOfBothRoutes()
    {
        Assert.Empty(ApprovalRoutes.City1.Steps.Select(s => s.Code).Except(["edit", .. City.Keys]));
        Assert.Empty(ApprovalRoutes.County1.Steps.Select(s => s.Code).Except(["edit", .. County.Keys]));
    }

    // The spare people of the races hold the same duties as the first two.
    private static IEnumerable<string> Everybody =>
        Given.Everybody.Where(w =>
            !(w.StartsWith("office.", StringComparison.Ordinal) || w.StartsWith("platform.", StringComparison.Ordinal)) || w[^1] <= '2'
        );

    private static string FirstTarget(string stage) => stage == "receipt" ? "county-chief" : "edit";

    private static async Task<int> AtAsync(Given given, string route, string stage)
    {
        var city = route == RouteCodes.City;
        var id = await given.DraftAsync(route, c => c.Major = stage == "director");
        await given.EditAsync(id, city ? "gongye.editor-head" : "karuo.editor-chief", c => c.Remarks = "补充说明");
        switch (stage)
        {
            case "draft":
                break;
            case "returned":
                await WalkAsync(given, id, "office");
                Given.Must(await given.DoAsync(id, "office.1", Return));
                break;
            case "declined":
                await WalkAsync(given, id, "deputy");
                Given.Must(await given.DoAsync(id, "deputy", Decline));
                break;
            case "withdrawn":
                await WalkAsync(given, id, "office");
                Given.Must(await given.DoAsync(id, city ? "gongye.editor" : "karuo.editor", Withdraw));
                break;
            case "stopped":
                await WalkAsync(given, id, "office");
                Given.Must(await given.DoAsync(id, "office.1", Stop));
                break;
            default:
                await WalkAsync(given, id, stage);
                break;
        }
        return id;
    }

    private static async Task WalkAsync(Given given, int id, string until)
    {
        if (until is "section" or "receipt" or "county-chief")
        {
            await given.WalkAsync(id, until);
            return;
        }
        await given.WalkAsync(id, "section");
        Given.Must(await given.DoAsync(id, "gongye.head-office", Approve));
        await given.WalkAsync(id, until);
    }
}
