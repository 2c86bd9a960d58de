using Disclosure.Core.Approval;
using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Deadlines;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Deadlines;

public sealed class CalendarServiceTests
{
    private const string NewYear = "2027-01-01,休,元旦";
    private static readonly LocalEntry Losar = new(new(2026, 11, 3), new(2026, 11, 5), Worked: false, "藏历新年", "昌政办发〔2026〕3号");

    [Theory]
    [InlineData("admin.security")]
    [InlineData("admin.audit")]
    [InlineData("office.1")]
    [InlineData("director")]
    [InlineData("nobody")]
    [InlineData("closed")]
    public async Task OnlyTheSystemAdministrator_ChangesTheCalendar(string who)
    {
        await using var given = await Given.BureauAsync();
        var (service, by, now) = (given.Get<CalendarService>(), given.By(who), given.Now);
        Problem?[] answers =
        [
            (await service.AddLocalAsync(Losar, Guid.NewGuid(), by, now)).Problem,
            (await service.RemoveLocalAsync(Guid.NewGuid(), by, now)).Problem,
            (await service.EnterYearAsync(new YearEntry(2027, NewYear, "国办发明电", false), Guid.NewGuid(), by, now)).Problem,
            (await service.RemoveYearAsync(2027, by, now)).Problem,
            (await given.Get<StepLimitService>().SetAsync(RouteCodes.City, "office", 3, by, now)).Problem,
            (await given.Get<StepDues>().FillAsync(by, now)).Problem,
        ];
        Assert.All(answers, a => Assert.Equal(new NotThisAdministrator(Duty.SystemAdmin), a));
        Assert.Equal(0, await given.ReadAsync(db => db.Audit.CountAsync()));
    }

    [Fact]
    public async Task LocalDays_MoveTheLimitOfWhatArrivesAfterwards_AndGoAgainTogether()
    {
        await using var given = await Given.BureauAsync();
        var before = await given.ItemAsync(RouteCodes.City, "office");
        var entry = Guid.NewGuid();
        Assert.Equal(3, Given.Must(await given.Get<CalendarService>().AddLocalAsync(Losar, entry, given.By("admin.system"), given.Now)));
        // Monday 2 November, 3–5 off: the 6th and the 9th.
        var after = await given.ItemAsync(RouteCodes.City, "office");
        Assert.Equal(new DateOnly(2026, 11, 4), (await given.SubmissionAsync(before)).StepDue);
        Assert.Equal(new DateOnly(2026, 11, 9), (await given.SubmissionAsync(after)).StepDue);
        Assert.Contains("录入地方日历“藏历新年”：2026-11-03 至 2026-11-05放假，昌政办发〔2026〕3号", await EntriesAsync(given));

        Given.Must(await given.Get<CalendarService>().RemoveLocalAsync(entry, given.By("admin.system"), given.Now));
        Assert.Empty(await given.Get<CalendarQueries>().LocalAsync(2026));
        Assert.Equal(new DateOnly(2026, 11, 4), (await given.SubmissionAsync(await given.ItemAsync(RouteCodes.City, "office"))).StepDue);
    }

    [Fact]
    public async Task LocalDays_AreRefusedWhole()
    {
        await using var given = await Given.BureauAsync();
        Task<Outcome<int>> AddAsync(LocalEntry e) =>
            given.Get<CalendarService>().AddLocalAsync(e, Guid.NewGuid(), given.By("admin.system"), given.Now);

        Assert.Equal("Notice", (await AddAsync(Losar with { Notice = " " })).Problem!.Field);
        Assert.Equal("Name", (await AddAsync(Losar with { Name = "" })).Problem!.Field);
        Assert.IsType<LocalRangeWrong>((await AddAsync(Losar with { Until = new(2026, 11, 2) })).Problem);
        Assert.IsType<LocalRangeWrong>((await AddAsync(Losar with { Until = new(2026, 12, 4) })).Problem);
        Assert.Equal(new LocalDayWorksAnyway(new DateOnly(2026, 11, 3)), (await AddAsync(Losar with { Worked = true })).Problem);
        Given.Must(await AddAsync(Losar));
        Assert.Equal(
            new LocalDayTaken(new DateOnly(2026, 11, 5), "藏历新年"),
            (await AddAsync(Losar with { From = new(2026, 11, 5), Until = new(2026, 11, 6) })).Problem
        );
        Assert.Equal(3, await given.ReadAsync(db => db.LocalDays.CountAsync()));
    }

    [Fact]
    public async Task ANameOfTwentyCharacters_IsTaken_OneMoreIsNot()
    {
        await using var given = await Given.BureauAsync();
        Task<Outcome<int>> AddAsync(int length) =>
            given
                .Get<CalendarService>()
                .AddLocalAsync(Losar with { Name = new string('藏', length) }, Guid.NewGuid(), given.By("admin.system"), given.Now);

        Assert.Equal("Name", (await AddAsync(21)).Problem!.Field);
        Given.Must(await AddAsync(20));
    }

    [Fact]
    public async Task LocalDays_TouchNoOthers_AndWorkOnlyWhereNobodyWorksAnyway()
    {
        await using var given = await Given.BureauAsync();
        Task<Outcome<int>> AddAsync(LocalEntry e) =>
            given.Get<CalendarService>().AddLocalAsync(e, Guid.NewGuid(), given.By("admin.system"), given.Now);
        Given.Must(await AddAsync(Losar));

        Assert.Equal(
            new LocalDayTaken(new DateOnly(2026, 11, 3), "藏历新年"),
            (await AddAsync(Losar with { From = new(2026, 11, 1), Until = new(2026, 11, 3) })).Problem
        );
        Assert.Equal(2, Given.Must(await AddAsync(Losar with { From = new(2026, 11, 7), Until = new(2026, 11, 8), Worked = true })));
        Assert.Equal(
            new LocalDayWorksAnyway(new DateOnly(2026, 11, 16)),
            (await AddAsync(Losar with { From = new(2026, 11, 14), Until = new(2026, 11, 17), Worked = true })).Problem
        );
    }

    [Fact]
    public async Task WhatIsTakenOut_IsWrittenDownWithWhatIsLeft()
    {
        await using var given = await Given.BureauAsync();
        var (service, by, entry) = (given.Get<CalendarService>(), given.By("admin.system"), Guid.NewGuid());
        Given.Must(await service.AddLocalAsync(Losar, entry, by, given.Now));
        Given.Must(await service.RemoveLocalAsync(entry, by, given.Now));
        foreach (var year in (int[])[2026, 2027])
        {
            var typed = new YearEntry(year, $"{year}-01-01,休,元旦", "国办发明电", year == 2026);
            Given.Must(await service.EnterYearAsync(typed, Guid.NewGuid(), by, given.Now));
            Given.Must(await service.RemoveYearAsync(year, by, given.Now));
        }

        var written = await EntriesAsync(given);
        Assert.Contains("删除地方日历“藏历新年”：2026-11-03 至 2026-11-05，昌政办发〔2026〕3号", written);
        Assert.Contains("删除录入的2026年国家放假安排（国办发明电），恢复为随程序附带的安排", written);
        Assert.Contains("删除录入的2027年国家放假安排（国办发明电），该年不再有工作日历", written);
    }

    [Fact]
    public async Task WhatIsTakenOut_LeavesTheOthers_AndTheFirstDayTakenIsNamed()
    {
        await using var given = await Given.BureauAsync();
        var (service, by, entry) = (given.Get<CalendarService>(), given.By("admin.system"), Guid.NewGuid());
        Given.Must(await service.AddLocalAsync(Losar, entry, by, given.Now));
        var other = Losar with { From = new(2026, 11, 6), Until = new(2026, 11, 6), Name = "赛马节" };
        Given.Must(await service.AddLocalAsync(other, Guid.NewGuid(), by, given.Now));
        Assert.Equal(
            new LocalDayTaken(new DateOnly(2026, 11, 4), "藏历新年"),
            (await service.AddLocalAsync(other with { From = new(2026, 11, 4) }, Guid.NewGuid(), by, given.Now)).Problem
        );

        Given.Must(await service.RemoveLocalAsync(entry, by, given.Now));
        Assert.Equal(["赛马节"], (await given.Get<CalendarQueries>().LocalAsync(2026)).Select(l => l.Name));
    }

    [Fact]
    public async Task TwoYearsEntered_StandBesideEachOther_EachWithItsNotice()
    {
        await using var given = await Given.BureauAsync();
        foreach (var year in (int[])[2027, 2028])
        {
            var typed = new YearEntry(year, $"{year}-01-01,休,元旦", $"国办发明电〔{year - 1}〕7号", false);
            Given.Must(await given.Get<CalendarService>().EnterYearAsync(typed, Guid.NewGuid(), given.By("admin.system"), given.Now));
        }

        foreach (var year in (int[])[2027, 2028])
        {
            Assert.Equal($"国办发明电〔{year - 1}〕7号", (await given.Get<CalendarQueries>().YearAsync(year)).Notice);
        }
    }

    [Fact]
    public async Task AnEnteredYear_ComesBackAsItWasTyped()
    {
        await using var given = await Given.BureauAsync();
        var typed = new YearEntry(2027, "2027-01-01,休,年\n2027-01-02,班\n2027-01-04,休,元旦", "国办发明电", false);
        Assert.Equal(
            3,
            Given.Must(await given.Get<CalendarService>().EnterYearAsync(typed, Guid.NewGuid(), given.By("admin.system"), given.Now))
        );

        var year = (await given.ReadAsync(db => WorkCalendars.ReadAsync(db))).Find(2027)!;
        Assert.Equal([new DateOnly(2027, 1, 1), new(2027, 1, 4)], year.DaysOff.Order());
        Assert.Equal([new DateOnly(2027, 1, 2)], year.DaysWorked);
        Assert.Equal(("年", "元旦"), (year.Names[new(2027, 1, 1)], year.Names[new(2027, 1, 4)]));
        Assert.True(
            await given.Get<CalendarQueries>().YearAsync(2027)
                is { Known: true, Embedded: false, Notice: "国办发明电", EnteredAt: not null }
        );
    }

    [Fact]
    public async Task AYearEntered_GivesTheWaitingItemsTheirDay()
    {
        await using var given = await Given.BureauAsync();
        given.WaitUntil(new DateTime(2026, 12, 31, 9, 0, 0));
        var id = await given.ItemAsync(RouteCodes.City, "office", c => c.FormedOn = new DateOnly(2026, 12, 4));
        Assert.Equal([2027], await given.Get<CalendarQueries>().MissingAsync(given.Today));
        var row = (await given.Get<InboxQueries>().PageAsync(Worklist.Waiting, "", 0, given.By("office.1"), given.Now)).Rows[0];
        Assert.Equal(
            (null, new YearWithoutCalendar(2027), new YearWithoutCalendar(2027)),
            (row.Due, row.Clocks.StepUnknown, row.Clocks.PublicationUnknown)
        );

        var wrong = new YearEntry(2027, $"{NewYear}\n2027-02-30,休", "国办发明电〔2026〕示例", false);
        Assert.IsType<YearLineWrong>(
            (await given.Get<CalendarService>().EnterYearAsync(wrong, Guid.NewGuid(), given.By("admin.system"), given.Now)).Problem
        );
        Assert.Equal([2027], await given.Get<CalendarQueries>().MissingAsync(given.Today));

        Given.Must(
            await given
                .Get<CalendarService>()
                .EnterYearAsync(wrong with { Text = NewYear }, Guid.NewGuid(), given.By("admin.system"), given.Now)
        );
        Assert.Equal(1, Given.Must(await given.Get<StepDues>().FillAsync(given.By("admin.system"), given.Now)));
        // Friday 1 January off, the 2nd and 3rd a weekend: Monday 4, Tuesday 5.
        Assert.Equal(new DateOnly(2027, 1, 5), (await given.SubmissionAsync(id)).StepDue);
        // Formed on 4 December: 7–11: 1–5; 14–18: 6–10; 21–25: 11–15; 28–31: 16–19; 4 January: 20.
        row = (await given.Get<InboxQueries>().PageAsync(Worklist.Waiting, "", 0, given.By("office.1"), given.Now)).Rows[0];
        Assert.Equal(new ClockReading(new(2026, 12, 4), new(2027, 1, 4), 19, ClockLevel.Second), row.Clocks.Publication);
        Assert.Empty(await given.Get<CalendarQueries>().MissingAsync(given.Today));
    }

    [Fact]
    public async Task AHoldOpenedBeforeTheYearsEnd_GetsItsTenDaysOnceTheYearIsEntered()
    {
        await using var given = await Given.BureauAsync();
        given.WaitUntil(new DateTime(2026, 12, 22, 9, 0, 0));
        var id = await given.ItemAsync(RouteCodes.City, "office");
        var undecided = Given.With(Criteria.Undecided, a => a with { Yes = true, PublicComment = false, Remark = "尚在讨论" });
        Given.Must(
            await given.HoldAsync(
                id,
                "office.1",
                HoldKind.Postponement,
                Criteria.Undecided,
                undecided,
                new HoldPapers { Measures = "限定知悉范围" },
                OfficeFinding.Postpone
            )
        );
        var hold = (await given.Get<ItemQueries>().FindAsync(id, given.By("office.1"), given.Now))!.OpenHold!;
        Assert.Equal((null, new YearWithoutCalendar(2027)), (hold.DueOn, hold.DueUnknown));

        Given.Must(
            await given
                .Get<CalendarService>()
                .EnterYearAsync(
                    new YearEntry(2027, NewYear, "国办发明电〔2026〕示例", false),
                    Guid.NewGuid(),
                    given.By("admin.system"),
                    given.Now
                )
        );
        Assert.Equal(1, Given.Must(await given.Get<StepDues>().FillAsync(given.By("admin.system"), given.Now)));
        // Dec 23–25: 1–3; 28–31: 4–7; Jan 1 off; 4–6: 8–10.
        Assert.Equal(new DateOnly(2027, 1, 6), (await given.OpenHoldAsync(id)).DueOn);
    }

    [Fact]
    public async Task AKnownYear_IsReplacedOnlyWhenConfirmed_AndComesBack()
    {
        await using var given = await Given.BureauAsync();
        var (service, by) = (given.Get<CalendarService>(), given.By("admin.system"));
        var entry = new YearEntry(2026, "2026-11-03,休,示例", "国办发明电〔2026〕示例", false);
        Assert.Equal(new YearIsKnown(2026), (await service.EnterYearAsync(entry, Guid.NewGuid(), by, given.Now)).Problem);
        Assert.Equal(40, (await given.Get<CalendarQueries>().PreviewAsync(2026, entry.Text)).Value.Differs);

        Given.Must(await service.EnterYearAsync(entry with { Replace = true }, Guid.NewGuid(), by, given.Now));
        Given.Must(
            await service.EnterYearAsync(
                entry with
                {
                    Replace = true,
                    Text = "2026-11-03,休,示例\n2026-11-04,休",
                },
                Guid.NewGuid(),
                by,
                given.Now
            )
        );
        Assert.Contains(
            "录入2026年国家放假安排：放假 2 天，调休上班 0 天，国办发明电〔2026〕示例，替换原有安排（相差 1 天）",
            await EntriesAsync(given)
        );
        Assert.Equal(new DateOnly(2026, 11, 6), (await given.SubmissionAsync(await given.ItemAsync(RouteCodes.City, "office"))).StepDue);

        Given.Must(await service.RemoveYearAsync(2026, by, given.Now));
        Assert.Equal(0, await given.ReadAsync(db => db.NationalDays.CountAsync()));
        Assert.Equal(new DateOnly(2026, 11, 4), (await given.SubmissionAsync(await given.ItemAsync(RouteCodes.City, "office"))).StepDue);
    }

    [Fact]
    public async Task TheNextYear_IsAskedForFromOctoberOn()
    {
        await using var given = await Given.BureauAsync();
        var queries = given.Get<CalendarQueries>();
        Assert.Empty(await queries.MissingAsync(new DateOnly(2026, 9, 30)));
        Assert.Equal([2027], await queries.MissingAsync(new DateOnly(2026, 10, 1)));
        Assert.Equal([2027], await queries.MissingAsync(new DateOnly(2027, 3, 1)));
    }

    private static Task<List<string>> EntriesAsync(Given given) => given.ReadAsync(db => db.Audit.Select(a => a.Detail).ToListAsync());
}
