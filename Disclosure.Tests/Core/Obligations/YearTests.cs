using Disclosure.Core.Bureau;
using Disclosure.Core.Obligations;
using Disclosure.Core.Reminders;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Obligations;

/// <summary>A clock that is handed in walks fifteen months day by day.</summary>
[Slow]
public sealed class YearTests
{
    private static readonly Dictionary<(string Code, int Year), DutyState> AtTheEnd = new()
    {
        [("catalogue", 2027)] = DutyState.Done,
        [("report", 2027)] = DutyState.DoneLate,
        [("communique", 2027)] = DutyState.Done,
        [("yearbook", 2027)] = DutyState.Late,
        [("hearing", 2027)] = DutyState.Done,
    };

    [Fact]
    public async Task EveryDutyOfTheYear_IsRaisedByItself_RecalledThreeTimes_AndMetOrShownOverdue()
    {
        await using var given = await Given.BureauAsync();
        // The bureau begins to use the program; nothing of the duties is entered by anybody.
        Given.Must(
            await given
                .Get<ObligationService>()
                .AssignAsync(
                    "communique",
                    Duty.SectionHead,
                    await given.UnitIdAsync("gongye"),
                    Guid.NewGuid(),
                    given.By("office.1"),
                    given.Now
                )
        );
        var states = new Dictionary<(string, int), List<DutyState>>();
        for (var day = given.Today; day <= new DateOnly(2028, 1, 2); day = day.AddDays(1))
        {
            given.WaitUntil(day.ToDateTime(new TimeOnly(9, 30)));
            await ActAsync(given, day);
            Given.Must(await given.Get<ReminderService>().RaiseDueAsync(given.Now));
            foreach (var row in (await given.YearAsync(2027)).Rows)
            {
                var seen = states.TryGetValue((row.Duty.Code, 2027), out var list) ? list : states[(row.Duty.Code, 2027)] = [];
                if (seen.Count == 0 || seen[^1] != row.State)
                {
                    seen.Add(row.State);
                }
            }
        }

        Assert.Equal(AtTheEnd, states.ToDictionary(s => s.Key, s => s.Value[^1]));
        Assert.Equal([DutyState.Ahead, DutyState.Near, DutyState.Late, DutyState.DoneLate], states[("report", 2027)]);
        Assert.Equal([DutyState.Ahead, DutyState.Near, DutyState.Done], states[("communique", 2027)]);
        Assert.Equal([DutyState.Ahead, DutyState.Near, DutyState.Late], states[("yearbook", 2027)]);
        Assert.Equal(
            [
                "catalogue/60 2026-12-02",
                "catalogue/30 2027-01-01",
                "communique/60 2027-05-01",
                "communique/30 2027-05-31",
                "hearing/60 2027-11-01",
                "hearing/30 2027-12-01",
                "report/60 2026-12-02",
                "report/30 2027-01-01",
                "report/10 2027-01-21",
                "report/late 2027-02-01",
                "yearbook/60 2027-11-01",
                "yearbook/30 2027-12-01",
                "yearbook/10 2027-12-21",
                "yearbook/late 2028-01-01",
            ],
            await RaisedAsync(given, "office.1", 2027)
        );
        // What the year before left undone is overdue, and told once.
        Assert.Contains("yearbook/late 2027-01-01", await RaisedAsync(given, "office.1", 2026));
        // Whoever answers for the communiqué hears of it, and of nothing else.
        Assert.Equal(["communique/60 2027-05-01", "communique/30 2027-05-31"], await RaisedAsync(given, "gongye.editor", 2027));
        Assert.Equal(["hearing/60 2027-11-01", "hearing/30 2027-12-01"], await RaisedAsync(given, "director", 2027));
        Assert.Empty(await RaisedAsync(given, "nongmu.head", 2027));
    }

    private static async Task ActAsync(Given given, DateOnly day)
    {
        switch (day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))
        {
            case "2027-01-15":
                await given.DoneAsync("catalogue", 2027, new DutyDraft(day, "https://tjj.example.cn/ml/2026"));
                break;
            case "2027-02-05":
                await given.DoneAsync("report", 2027, new DutyDraft(day, "https://tjj.example.cn/nb/2026"));
                break;
            case "2027-06-15":
                await given.ItemAsync(RouteCodes.City, "", c => (c.Kind, c.Title) = (ItemKind.Communique, "2026年统计公报"));
                break;
            case "2027-12-10":
                await given.DoneAsync(
                    "hearing",
                    2027,
                    new DutyDraft(day, "") { Reporter = "公开办", Minutes = "听取了全年工作情况汇报，要求继续规范。" }
                );
                break;
            default:
                break;
        }
    }

    private static async Task<List<string>> RaisedAsync(Given given, string who, int year)
    {
        var (staff, mark) = (given.By(who).StaffId, $"/{year}/");
        var raised = await given.ReadAsync(db =>
            db.Reminders.Where(r => r.StaffId == staff && r.Key.StartsWith("duty/") && r.Key.Contains(mark))
                .OrderBy(r => r.RaisedAt)
                .ToListAsync()
        );
        return
        [
            .. raised
                .Select(r => (Key: r.Key.Split('/'), On: Disclosure.Core.Common.BureauTime.Day(r.RaisedAt)))
                .OrderBy(r => r.Key[1], StringComparer.Ordinal)
                .ThenBy(r => r.On)
                .Select(r => $"{r.Key[1]}/{r.Key[3]} {r.On:yyyy-MM-dd}"),
        ];
    }
}
